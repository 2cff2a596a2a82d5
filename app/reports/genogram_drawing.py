"""The genogram as a vector drawing that fills its page: symbols, lines, names, the household and the legend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from app.core.genogram_household import outlines
from app.core.genogram_layout import Size
from app.core.genogram_lines import GenogramPicture, picture
from app.core.network_labels import wrap
from app.core.network_layout import Point
from app.core.records.genogram import GenogramDocument, GenogramPerson
from app.reports import fonts
from app.reports.figure import Figure
from app.reports.fonts import Face
from app.reports.genogram_legend import draw_legend, legend_height
from app.reports.genogram_marks import draw_lines, draw_outline, draw_person
from app.reports.genogram_wording import alternative, called, year_of
from app.reports.palette import colour
from app.words import Words


class _Try(NamedTuple):
    """Letters, symbol and the longest line of a name, in points; `upright` names are read from below."""

    letter: float
    symbol: float
    longest: float
    upright: bool = False


_TRIES = (
    _Try(8.5, 28.0, 86.0),
    _Try(8.0, 26.0, 70.0),
    _Try(7.4, 23.0, 56.0),
    _Try(6.8, 20.0, 46.0),
    _Try(7.2, 18.0, 100.0, upright=True),
    _Try(6.6, 15.0, 100.0, upright=True),
)
_NUMBERS = _Try(0.0, 16.0, 0.0)
_LARGEST = 1.3  # a small family is drawn larger, but not grotesque
_LEAST_LETTER = 5.4  # points: below that names stand in the table alone
_LEADING = 1.2
_EDGE = 6.0


@dataclass(frozen=True, slots=True)
class _Set:
    """A drawing laid out at a size: the letters, and what stands under each symbol."""

    tried: _Try
    words: Mapping[str, tuple[tuple[str, Face], ...]]
    rooms: Mapping[str, Size]
    picture: GenogramPicture
    scale: float


class GenogramDrawing(Figure):
    """The family in the middle of the sheet and the legend under it.

    `numbers` are those of the table: where a family is so large that no letters fit, they stand for the names.
    """

    def __init__(
        self, document: GenogramDocument, numbers: Mapping[str, int], words: Words, size: tuple[float, float]
    ) -> None:
        super().__init__()
        self._document, self._numbers, self._words = document, numbers, words
        self.width, self.height = size
        self.alternative = alternative(document, words)
        self._legend = legend_height(words, self.width) + 8
        self._set = self._fitted()

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """The room it was made for."""
        return self.width, self.height

    def draw(self) -> None:
        """From the ground up: the household, lines, people, names, the legend."""
        drawn, canvas = self._set, self.canv
        members = frozenset(person.id for person in self._document.drawn if person.at_home)
        for outline in outlines(drawn.picture, drawn.rooms, members):
            draw_outline(canvas, outline, self._to_page)
        draw_lines(canvas, drawn.picture.lines, self._to_page)
        for person in self._document.drawn:
            told = "" if drawn.words[person.id] else str(self._numbers[person.id])
            where = self._to_page(drawn.picture.spots[person.id])
            draw_person(canvas, person, where, drawn.picture.symbol * drawn.scale, told)
            self._draw_words(person)
        draw_legend(canvas, self._words, self.width)

    @property
    def names_left_out(self) -> bool:
        """Whether the numbers of the table stand for the names."""
        return not any(self._set.words.values())

    def _draw_words(self, person: GenogramPerson) -> None:
        drawn, canvas = self._set, self.canv
        size = drawn.tried.letter * drawn.scale
        x, y = self._to_page(drawn.picture.words[person.id])
        canvas.saveState()
        canvas.translate(x, y)
        lines = drawn.words[person.id]
        if drawn.tried.upright:
            canvas.rotate(90)
            canvas.translate(0, len(lines) * size * _LEADING / 2)
        down = 0.0
        for text, face in lines:
            down += size * _LEADING
            canvas.setFillColor(colour("ink") if face is Face.STRONG else colour("muted"))
            fonts.draw(canvas, 0, size * 0.3 - down, text, face, size, 1 if drawn.tried.upright else 0.5)
        canvas.restoreState()

    def _to_page(self, point: Point) -> tuple[float, float]:
        drawn = self._set
        left = (self.width - drawn.picture.width * drawn.scale) / 2
        room = self.height - self._legend
        above = max(_EDGE, (room - drawn.picture.height * drawn.scale) / 2)
        return left + point.x * drawn.scale, self.height - above - point.y * drawn.scale

    def _fitted(self) -> _Set:
        """The largest letters at which the family fits; smaller still by scale; at last without names."""
        for one in _TRIES:
            tried = self._laid_out(one)
            if tried.scale >= 1:
                return tried
        return tried if one.letter * tried.scale >= _LEAST_LETTER else self._laid_out(_NUMBERS)

    def _laid_out(self, tried: _Try) -> _Set:
        words = {person.id: self._words_of(person, tried) for person in self._document.drawn}
        rooms = {key: _room(lines, tried) for key, lines in words.items()}
        found = picture(self._document, rooms, tried.symbol)
        across, up = self.width - 2 * _EDGE, self.height - self._legend - 2 * _EDGE
        scale = min(_LARGEST, across / max(1.0, found.width), up / max(1.0, found.height))
        return _Set(tried, words, rooms, found, scale)

    def _words_of(self, person: GenogramPerson, tried: _Try) -> tuple[tuple[str, Face], ...]:
        if not tried.letter:
            return ()
        told = ((called(person, self._words), Face.STRONG), (year_of(person, self._words), Face.REGULAR))
        return tuple(
            (line, face)
            for text, face in told
            for line in wrap(text, partial(_width, face=face, size=tried.letter), tried.longest)
        )


def _width(text: str, face: Face, size: float) -> float:
    return fonts.width(text, face, size)


def _room(lines: Sequence[tuple[str, Face]], tried: _Try) -> Size:
    """What lines of words take across and down; upright ones take the same the other way round."""
    longest = max((fonts.width(text, face, tried.letter) for text, face in lines), default=0.0)
    high = len(lines) * tried.letter * _LEADING
    return Size(high, longest) if tried.upright else Size(longest, high)
