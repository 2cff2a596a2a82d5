"""A word of the catalogue in the languages the program speaks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Names:
    """A name in Danish and English."""

    da: str
    en: str

    def of(self, language: str) -> str:
        """The name in "da" or "en"."""
        return self.da if language == "da" else self.en
