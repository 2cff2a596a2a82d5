"""An entry of the file to read, with what is kept back blackened and whoever is named in it marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from app.core.case_file import Mention
from app.core.records.file_access import FileEntry, Passage, Withheld
from app.ui.theme import theme_of
from app.ui.widgets.reading_text import ReadingText


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a part stands in the text shown, in characters of Python."""

    part: str
    start: int
    text: str


class EntryText(ReadingText):
    """Each part below its label. Words are marked with the mouse or with Shift and the arrow keys."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._places: list[_Place] = []
        self._whole = ""

    def show_entry(
        self, entry: FileEntry, passages: Sequence[Passage], mentions: Sequence[Mention], language: str
    ) -> None:
        """Show an entry; words kept back stand dark, names that may be of somebody else on a pale ground."""
        self._places = []
        told: list[str] = []
        at = 0
        for part in entry.parts:
            label, text = f"{part.label.of(language)}\n", part.text.of(language)
            if part.is_typed:
                self._places.append(_Place(part.key, at + len(label), text))
            told.append(f"{label}{text}\n\n")
            at += len(told[-1])
        self._whole = "".join(told).rstrip("\n")
        self.set_text(self._whole)
        theme = theme_of(self)
        marks = [
            *(
                self._mark(m.part, m.start, m.text, theme.over_soft if m.protected else theme.soon_soft)
                for m in mentions
            ),
            *(self._mark(p.part, p.start, p.text, theme.ink, theme.card) for p in passages),
        ]
        self.setExtraSelections([mark for mark in marks if mark is not None])

    def marked(self, why: Withheld) -> tuple[Passage, ...]:
        """The words that are marked now, a passage for each part they lie in; labels cannot be kept back."""
        cursor = self.textCursor()
        start, end = (_letters(self._whole, place) for place in (cursor.selectionStart(), cursor.selectionEnd()))
        found = []
        for place in self._places:
            first, last = max(start, place.start), min(end, place.start + len(place.text))
            if first < last:
                text = self._whole[first:last]
                found.append(Passage(part=place.part, start=first - place.start, text=text, why=why))
        return tuple(found)

    def clear_mark(self) -> None:
        """Mark nothing any more; the cursor stays."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def _mark(
        self, part: str, start: int, text: str, ground: QColor, ink: QColor | None = None
    ) -> QTextEdit.ExtraSelection | None:
        place = next((place for place in self._places if place.part == part), None)
        if place is None or place.text[start : start + len(text)] != text:
            return None
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(_units(self._whole[: place.start + start]))
        cursor.setPosition(_units(self._whole[: place.start + start + len(text)]), QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setBackground(ground)
        if ink is not None:
            look.setForeground(ink)
        else:
            look.setFontUnderline(True)
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        mark.cursor, mark.format = cursor, look
        return mark


def _units(text: str) -> int:
    """How many places Qt counts for a text: it counts in UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def _letters(text: str, units: int) -> int:
    """How many characters stand before a place that Qt counts."""
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))
