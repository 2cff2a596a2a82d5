"""Words of Qt's own dialogs that its Danish lacks."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTranslator

from app.words import Words, mark

_LACKING: Final[dict[str, frozenset[str]]] = {
    "QFileDialog": frozenset((mark("&Look in:"), mark("Files of &type:"))),
    "QAbstractFileIconProvider": frozenset((mark("Drive"), mark("File"), mark("Folder"), mark("Unknown"))),
    "QPageSetupWidget": frozenset((mark("Page &order:"), mark("Pages &per sheet:"))),
    "QPrintSettingsOutput": frozenset(
        (
            mark("Double Sided Printing"),
            mark("Long side binding"),
            mark("Short side binding"),
            mark("Off"),
            mark("Page &Set:"),
        )
    ),
}


class QtWords(QTranslator):
    """Asked for what Qt's own translation does not know: install it before that one."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def isEmpty(self) -> bool:
        """There are some."""
        return False

    def translate(
        self, context: str, source: str, _disambiguation: str | None = None, _n: int = -1
    ) -> str | None:  # None is what Qt calls a null string: it asks the next, then the source
        """The words for `source`, or None."""
        return self._words.tr(source) if source in _LACKING.get(context, ()) else None
