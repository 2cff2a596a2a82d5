"""At which angles the people of one sector stand, so that no line to the child runs through somebody or along another.

People of a ring stand in one row, in the order given. Whose ring comes when along the sector is chosen so that most
room is left: somebody far out fits between two who are close without taking any.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from operator import add, sub
from typing import NamedTuple

GAP = 0.4  # least air between two people, in their radius
_CLEAR = 1.3  # how far from somebody's middle another's line passes at least, in their radius
_APART = 4.0  # degrees between two lines at least, at the largest size
_LARGEST = 0.052


class Stand(NamedTuple):
    """Somebody's distance from the child, and their angle in degrees where it is given."""

    distance: float
    angle: float | None = None


@functools.lru_cache(maxsize=256)
def margin(distance: float, radius: float) -> float:
    """Degrees that a person takes to each side of their middle, half the air to the neighbour included."""
    return math.degrees(math.asin(min(1.0, radius * (1 + GAP / 2) / distance)))


class SectorRow:
    """The people of one sector from its first angle to its last.

    `given` are those who stand at an angle already, in this sector or just beside it; `free` are the distances of those
    who are to be placed between `start` and `end`.
    """

    def __init__(self, start: float, end: float, given: Iterable[Stand], free: Sequence[float], radius: float) -> None:
        self._start, self._end = start, end
        self._row = sorted(given, key=lambda stand: (stand.angle, stand.distance))
        for distance in sorted(free):
            self._insert(Stand(distance), radius)

    def angles(self, radius: float) -> dict[float, list[float]] | None:
        """The angles of those who were to be placed, by their distance; None where this size leaves no room."""
        first, last = self._limits(self._row, radius)
        found: dict[float, list[float]] = {}
        for run in _runs(self._row):
            for step, number in enumerate(run):
                room = last[number] - first[number]
                if room < 0:
                    return None
                angle = first[number] + room * (step + 0.5) / len(run)
                found.setdefault(self._row[number].distance, []).append(angle)
        return found

    def _insert(self, stand: Stand, radius: float) -> None:
        """Put somebody where most room is left for each between the two who stand already on either side."""
        row = self._row
        first, last = self._limits(row, radius)
        gaps = [_apart(stand.distance, other.distance, radius) for other in row]
        air = margin(stand.distance, radius)
        lows = [*accumulate(map(add, first, gaps), max, initial=self._start + air)]
        highs = [*accumulate(map(sub, reversed(last), reversed(gaps)), min, initial=self._end - air)][::-1]
        given = [-1, *(number for number, other in enumerate(row) if other.angle is not None), len(row)]
        rooms = [
            ((highs[at] - lows[at]) / (after - before), -at)
            for before, after in pairwise(given)
            for at in range(before + 1, after + 1)
        ]
        row.insert(-max(rooms)[1], stand)

    def _limits(self, row: Sequence[Stand], radius: float) -> tuple[list[float], list[float]]:
        """The first and the last angle at which each may stand, given the others."""
        first: list[float] = []
        for stand in row:
            if stand.angle is None:
                edge = self._start + margin(stand.distance, radius)
                before = zip(row, first, strict=False)
                first.append(max([edge, *(there + _apart(a.distance, stand.distance, radius) for a, there in before)]))
            else:
                first.append(stand.angle)
        last: list[float] = []
        for stand in reversed(row):
            if stand.angle is None:
                edge = self._end - margin(stand.distance, radius)
                after = zip(reversed(row), last, strict=False)
                last.append(min([edge, *(there - _apart(a.distance, stand.distance, radius) for a, there in after)]))
            else:
                last.append(stand.angle)
        return first, last[::-1]


def _runs(row: Sequence[Stand]) -> Iterator[range]:
    """The places of those who are to be placed, as stretches between the ones who stand already."""
    given = [-1, *(number for number, stand in enumerate(row) if stand.angle is not None), len(row)]
    return (range(a + 1, b) for a, b in pairwise(given) if b - a > 1)


@functools.lru_cache(maxsize=1024)
def _apart(one: float, other: float, radius: float) -> float:
    """Degrees that two people at these distances must stand apart."""
    if one == other:
        return 2 * margin(one, radius)
    beside = math.degrees(math.asin(min(1.0, _CLEAR * radius / min(one, other))))
    off = (one**2 + other**2 - (radius * (2 + GAP)) ** 2) / (2 * one * other)
    return max(beside, math.degrees(math.acos(max(-1.0, min(1.0, off)))), _APART * radius / _LARGEST)
