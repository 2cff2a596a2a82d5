"""What a genogram looks like on screen: the layout of the print, with the screen's fonts to measure the words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from app.core.genogram_household import outlines
from app.core.genogram_layout import Size
from app.core.genogram_lines import picture
from app.core.network_labels import wrap
from app.core.network_layout import Point
from app.core.records.genogram import GenogramDocument, GenogramPerson
from app.reports.genogram_wording import called, year_of
from app.words import Words

_SYMBOL, _NAME, _YEAR, _WIDEST = 40, 13, 12, 112  # pixels at the normal size of text
_LEADING = 1.25


class GenogramScreen:
    """A genogram laid out in pixels, as large as it reads best; made anew when the family or the font changes."""

    def __init__(self, document: GenogramDocument, font: QFont, scale: float, words: Words) -> None:
        self.document, self._font, self._scale, self._words = document, font, scale, words
        self.people: Mapping[str, GenogramPerson] = {person.id: person for person in document.drawn}
        self.words = {key: self._words_of(person) for key, person in self.people.items()}
        self._rooms = {key: self._room(lines) for key, lines in self.words.items()}
        self.picture = picture(document, self._rooms, _SYMBOL * scale)
        members = frozenset(key for key, person in self.people.items() if person.at_home)
        self.outlines = outlines(self.picture, self._rooms, members)
        self.line = _NAME * _LEADING * scale

    def sized(self, pixels: float, *, strong: bool = False) -> QFont:
        """The font at so many pixels of the normal size of text."""
        font = QFont(self._font)
        font.setPixelSize(max(1, round(pixels * self._scale)))
        if strong:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def font_of(self, *, is_name: bool) -> QFont:
        """The font of a line under a symbol."""
        return self.sized(_NAME if is_name else _YEAR, strong=is_name)

    def rect(self, person_id: str) -> QRectF:
        """Where somebody's symbol stands."""
        spot, half = self.picture.spots[person_id], self.picture.symbol / 2
        return QRectF(spot.x - half, spot.y - half, 2 * half, 2 * half)

    def whole_rect(self, person_id: str) -> QRectF:
        """Symbol and words of somebody."""
        place, room = self.picture.words[person_id], self._rooms[person_id]
        words = QRectF(place.x - room.width / 2, place.y, room.width, room.height)
        return self.rect(person_id).united(words)

    def person_at(self, where: QPointF) -> str:
        """Whose symbol, or whose words, lie under a place; "" for nobody."""
        symbols = (key for key in self.people if self.rect(key).adjusted(-3, -3, 3, 3).contains(where))
        return next(symbols, "") or next((key for key in self.people if self.whole_rect(key).contains(where)), "")

    def beside(self, person_id: str, way: int) -> str:
        """Who stands left (-1) or right (1) of somebody, "" for nobody."""
        row = next(row for row in self.picture.rows if person_id in row)
        place = row.index(person_id) + way
        return row[place] if 0 <= place < len(row) else ""

    def above(self, person_id: str) -> str:
        """The parent who stands nearest, "" for none."""
        return self._nearest(person_id, [t.parent_id for t in self.document.parents if t.child_id == person_id])

    def below(self, person_id: str) -> str:
        """The child who stands nearest, "" for none."""
        return self._nearest(person_id, [t.child_id for t in self.document.parents if t.parent_id == person_id])

    def _nearest(self, person_id: str, others: list[str]) -> str:
        here: Point = self.picture.spots[person_id]
        there = [(abs(self.picture.spots[one].x - here.x), one) for one in others]
        return min(there)[1] if there else ""

    def _words_of(self, person: GenogramPerson) -> tuple[tuple[str, bool], ...]:
        told = ((called(person, self._words), True), (year_of(person, self._words), False))
        return tuple(
            (line, is_name)
            for text, is_name in told
            for line in wrap(text, partial(self._width, is_name=is_name), _WIDEST * self._scale)
        )

    def _width(self, text: str, *, is_name: bool) -> float:
        return QFontMetricsF(self.font_of(is_name=is_name)).horizontalAdvance(text)

    def _room(self, lines: tuple[tuple[str, bool], ...]) -> Size:
        widest = max((self._width(text, is_name=is_name) for text, is_name in lines), default=0.0)
        return Size(widest + 4, len(lines) * _NAME * _LEADING * self._scale)
