"""The lines of a genogram: how couples are joined, and how children hang under them, without a line through a name.

From top to bottom a generation is symbols, the couples' lines, the words, then the lines to the children. Lines that
would lie on each other lie below each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from app.core.genogram_layout import Places, Size, lay_out
from app.core.genogram_unions import Kinship, kinship
from app.core.network_layout import Point
from app.core.records.family import CoupleKind, ParentKind
from app.core.records.genogram import GenogramDocument

_FIRST, _LANE, _AIR = 0.34, 0.26, 0.3  # shares of a symbol: to the first line, between two lines, around words
_ABOVE = 0.24  # share of a symbol between the last line and the words
_SLASH = 0.18  # half a stroke across a couple's line


class Stroke(StrEnum):
    """How a line is drawn; `FAINT` is thin, where nobody has told what two parents are to each other."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"
    FAINT = "faint"


_COUPLES = {
    None: Stroke.FAINT,
    CoupleKind.MARRIED: Stroke.SOLID,
    CoupleKind.COHABITING: Stroke.DASHED,
    CoupleKind.SEPARATED: Stroke.SOLID,
    CoupleKind.DIVORCED: Stroke.SOLID,
}
_SLASHES = {CoupleKind.SEPARATED: 1, CoupleKind.DIVORCED: 2}
_PARENTS = {ParentKind.BIRTH: Stroke.SOLID, ParentKind.ADOPTIVE: Stroke.DASHED, ParentKind.FOSTER: Stroke.DOTTED}


class Line(NamedTuple):
    """One line of the drawing and how it is drawn."""

    points: tuple[Point, ...]
    stroke: Stroke


@dataclass(frozen=True, slots=True)
class GenogramPicture:
    """A genogram laid out: the middle of each symbol, where the words under it begin, all lines, and the whole size.

    `rows` are the people of each line from left to right, the eldest generation first.
    """

    width: float
    height: float
    symbol: float
    spots: Mapping[str, Point]
    words: Mapping[str, Point]
    lines: tuple[Line, ...]
    rows: tuple[tuple[str, ...], ...]


def picture(document: GenogramDocument, rooms: Mapping[str, Size], symbol: float) -> GenogramPicture:
    """Lay a genogram out; `rooms` are the words under each symbol, in the unit of `symbol`, the width of one."""
    if not document.drawn:
        return GenogramPicture(0, 0, symbol, {}, {}, (), ())
    return _Drawing(document, rooms, symbol).picture()


def couple_sample(kind: CoupleKind | None, width: float, symbol: float) -> tuple[Line, ...]:
    """A couple's line alone, for a legend; None is the line of two of whom nobody has told whether they were one."""
    straight = Line((Point(0, 0), Point(width, 0)), _COUPLES[kind])
    return (straight, *_slashes(kind, Point(width / 2, 0), symbol))


def parent_sample(kind: ParentKind, width: float) -> tuple[Line, ...]:
    """The line to a child alone, for a legend."""
    return (Line((Point(0, 0), Point(width, 0)), _PARENTS[kind]),)


class _Span(NamedTuple):
    """A level line from one side to the other, and what it is: a union, or a union and one guest."""

    low: float
    high: float
    union: int
    guest: str


class _Drawing:
    """Heights of the lines, then the lines themselves."""

    def __init__(self, document: GenogramDocument, rooms: Mapping[str, Size], symbol: float) -> None:
        self._places: Places = lay_out(document, rooms, symbol)
        self._kin: Kinship = kinship(document)
        self._rooms, self._symbol = rooms, symbol
        self._ids = [person.id for person in document.drawn]
        self._rows = [
            tuple(
                sorted((key for key in self._ids if self._places.rows[key] == row), key=self._places.across.__getitem__)
            )
            for row in range(max(self._places.rows.values()) + 1)
        ]
        self._couple_lanes = self._lanes(self._couple_spans())
        self._child_lanes = self._lanes(self._child_spans())
        self._tops = self._found_tops()

    def picture(self) -> GenogramPicture:
        """All of it."""
        half = self._symbol / 2
        across, rows = self._places.across, self._places.rows
        spots = {key: Point(across[key], self._tops[rows[key]] + half) for key in self._ids}
        words = {key: Point(across[key], self._words_at(rows[key])) for key in self._ids}
        lines = [line for number in range(len(self._kin.unions)) for line in self._union_lines(number)]
        last = len(self._rows) - 1
        high = max((self._rooms[key].height for key in self._rows[last]), default=0.0)
        slots = self._places.slots
        return GenogramPicture(
            width=max(across[key] + slots[key] / 2 for key in across),
            height=self._words_at(last) + high,
            symbol=self._symbol,
            spots=spots,
            words=words,
            lines=tuple(lines),
            rows=tuple(self._rows),
        )

    # Heights

    def _found_tops(self) -> list[float]:
        """The upper edge of the symbols of each line."""
        tops = [0.0]
        self._tops = tops
        for row in range(len(self._rows) - 1):
            lanes = 1 + max((lane for (r, _, _), lane in self._child_lanes.items() if r == row), default=-1)
            below = _AIR + _LANE * max(0, lanes - 1) + (_FIRST if lanes else 0.0) + _AIR
            tops.append(self._words_end(row) + below * self._symbol)
        return tops

    def _words_at(self, row: int) -> float:
        lanes = 1 + max((lane for (r, _, _), lane in self._couple_lanes.items() if r == row), default=-1)
        down = _FIRST + _LANE * max(0, lanes - 1) if lanes else 0.0
        return self._tops[row] + (1 + down + _ABOVE) * self._symbol

    def _words_end(self, row: int) -> float:
        return self._words_at(row) + max((self._rooms[key].height for key in self._rows[row]), default=0.0)

    def _couple_y(self, number: int) -> float:
        row = self._row_of(number)
        return self._tops[row] + (1 + _FIRST + _LANE * self._couple_lanes[row, number, ""]) * self._symbol

    def _child_y(self, number: int, guest: str) -> float:
        row = self._row_of(number)
        return self._words_end(row) + (_AIR + _LANE * self._child_lanes[row, number, guest]) * self._symbol

    # Spans

    def _row_of(self, number: int) -> int:
        return max(self._places.rows[one] for one in self._kin.unions[number].parents)

    def _couple_spans(self) -> Iterator[tuple[int, _Span]]:
        for number in range(len(self._kin.unions)):
            xs = [self._places.drop(number), *(self._places.across[one] for one in self._kin.unions[number].parents)]
            yield self._row_of(number), _Span(min(xs), max(xs), number, "")

    def _child_spans(self) -> Iterator[tuple[int, _Span]]:
        across = self._places.across
        for number, union in enumerate(self._kin.unions):
            drop = self._places.drop(number)
            if union.children:
                xs = [drop, *(across[child] for child in union.children)]
                yield self._row_of(number), _Span(min(xs), max(xs), number, "")
            for guest in union.guests:
                x = across[guest] + self._guest_offset(guest, number)
                yield self._row_of(number), _Span(min(drop, x), max(drop, x), number, guest)

    def _guest_offset(self, guest: str, number: int) -> float:
        """A guest's line ends beside the line from the own parents, on the side it comes from."""
        return self._symbol * (0.3 if self._places.drop(number) > self._places.across[guest] else -0.3)

    def _lanes(self, spans: Iterator[tuple[int, _Span]]) -> dict[tuple[int, int, str], int]:
        """Which of the lines below each other a span takes: the shortest come first, none touches another."""
        found: dict[tuple[int, int, str], int] = {}
        taken: dict[tuple[int, int], list[_Span]] = {}
        air = self._symbol * 0.15
        for row, span in sorted(spans, key=lambda one: (bool(one[1].guest), one[1].high - one[1].low, one[1].union)):
            lane = 0
            while any(
                span.low < other.high + air and other.low < span.high + air
                for other in taken.get((row, lane), ())
                if not self._may_touch(span, other)
            ):
                lane += 1
            taken.setdefault((row, lane), []).append(span)
            found[row, span.union, span.guest] = lane
        return found

    def _may_touch(self, one: _Span, other: _Span) -> bool:
        """Two couples of one person may meet under that person: their lines end on either side of the middle."""
        shared = {*self._kin.unions[one.union].parents} & {*self._kin.unions[other.union].parents}
        meets = one.high <= other.low or other.high <= one.low
        return bool(shared) and meets and not one.guest and not other.guest

    # Lines

    def _union_lines(self, number: int) -> Iterator[Line]:
        yield from self._couple_lines(number)
        union = self._kin.unions[number]
        drop, start = self._places.drop(number), self._couple_y(number)
        if union.children:
            yield from self._children_lines(number, drop, start)
        for guest in union.guests:
            y = self._child_y(number, guest)
            x = self._places.across[guest] + self._guest_offset(guest, number)
            path = (Point(drop, start), Point(drop, y), Point(x, y), Point(x, self._tops[self._places.rows[guest]]))
            yield Line(path, _PARENTS[self._kin.bonds[number, guest]])

    def _couple_lines(self, number: int) -> Iterator[Line]:
        union = self._kin.unions[number]
        y, drop = self._couple_y(number), self._places.drop(number)
        if len(union.parents) == 1:
            (parent,) = union.parents
            x = self._foot(parent, drop, number)
            yield Line((Point(x, self._bottom(parent)), Point(x, y), Point(drop, y)), Stroke.SOLID)
            return
        left, right = sorted(union.parents, key=lambda key: self._places.across[key])
        near, far = self._foot(left, drop, number), self._foot(right, drop, number)
        path = (Point(near, self._bottom(left)), Point(near, y), Point(far, y), Point(far, self._bottom(right)))
        yield Line(path, _COUPLES[union.kind])
        # Beside the line to the children, so that the strokes are not taken for one.
        end = near if drop - near < far - drop else far
        yield from _slashes(union.kind, Point((end + drop) / 2, y), self._symbol)

    def _children_lines(self, number: int, drop: float, start: float) -> Iterator[Line]:
        union, y = self._kin.unions[number], self._child_y(number, "")
        kinds = {child: self._kin.bonds[number, child] for child in union.children}
        common = _PARENTS[next(iter(kinds.values()))] if len({*kinds.values()}) == 1 else Stroke.SOLID
        xs = [self._places.across[child] for child in union.children]
        yield Line((Point(drop, start), Point(drop, y)), common)
        if min(*xs, drop) < max(*xs, drop):
            yield Line((Point(min(*xs, drop), y), Point(max(*xs, drop), y)), common)
        for child, kind in kinds.items():
            x = self._places.across[child]
            yield Line((Point(x, y), Point(x, self._tops[self._places.rows[child]])), _PARENTS[kind])

    def _bottom(self, person: str) -> float:
        return self._tops[self._places.rows[person]] + self._symbol

    def _foot(self, person: str, drop: float, number: int) -> float:
        """Where a couple's line leaves a symbol: on the side of the partner, the deeper lines nearer to the middle."""
        lane = self._couple_lanes[self._row_of(number), number, ""]
        out = self._symbol * max(0.06, 0.28 - 0.11 * lane)
        return self._places.across[person] + (out if self._partner_is_right(person, number, drop) else -out)

    def _partner_is_right(self, person: str, number: int, drop: float) -> bool:
        others = [one for one in self._kin.unions[number].parents if one != person]
        there = self._places.across[others[0]] if others else drop
        return there > self._places.across[person]


def _slashes(kind: CoupleKind | None, middle: Point, symbol: float) -> Iterator[Line]:
    """One stroke across the line of a couple who separated, two across that of one who divorced."""
    count = _SLASHES.get(kind, 0) if kind else 0
    size = symbol * _SLASH
    for number in range(count):
        x = middle.x + (number - (count - 1) / 2) * size * 0.9
        yield Line((Point(x - size * 0.45, middle.y + size), Point(x + size * 0.45, middle.y - size)), Stroke.SOLID)
