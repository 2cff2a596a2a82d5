"""What the file of a print is called: by what it is and of which day, never by a name of a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.words import Words


@dataclass(frozen=True, slots=True)
class FileName:
    """A name such as "forlaens-plan-v{number}-{date}.pdf", with `mark` around it, in the language of the print."""

    text: str
    on: date
    number: int | None = None

    def __call__(self, words: Words) -> str:
        """The name in the language of `words`."""
        return words.tr(self.text, date=self.on.isoformat(), number=self.number)
