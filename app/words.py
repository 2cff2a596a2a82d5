"""Words in the user's language: one mechanism for screens, reasons and prints.

A `Words` object is made once per language and handed on, never kept in a global. Source strings are English
literals; resources/i18n holds the Danish ones. `mark` names a literal for extraction where it is only kept in a table.
"""

from __future__ import annotations

import gettext
from collections.abc import Sequence
from pathlib import Path

from app import paths

LANGUAGES = ("da", "en")


def mark(text: str) -> str:
    """Mark a literal for translation; `Words.tr` of the same literal gives the words later."""
    return text


class Words:
    """The words of one language, "da" or "en". Placeholders in braces are filled after translating."""

    def __init__(self, language: str, folder: Path | None = None) -> None:
        if language not in LANGUAGES:
            raise ValueError(f"no such language: {language}")
        self.language = language
        self._catalogue: gettext.NullTranslations = gettext.NullTranslations()
        if language != "en":
            self._catalogue = gettext.translation(
                "forlaens", folder or paths.resources() / "i18n", languages=[language]
            )

    def tr(self, text: str, /, **values: object) -> str:
        """The text in this language with `{name}` placeholders filled."""
        found = self._catalogue.gettext(text)
        return found.format(**values) if values else found

    def trn(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Singular or plural for `n`; `{n}` is filled with it."""
        return self._catalogue.ngettext(one, many, n).format(n=n, **values)

    def listed(self, names: Sequence[str]) -> str:
        """Names as a sentence says them: Alma, Bo and Liv."""
        if len(names) < 2:
            return "".join(names)
        return self.tr("{names} and {last}", names=", ".join(names[:-1]), last=names[-1])

    def trp(self, context: str, text: str, /, **values: object) -> str:
        """The text in this language where the same English word has several meanings; `context` tells them apart."""
        found = self._catalogue.pgettext(context, text)
        return found.format(**values) if values else found
