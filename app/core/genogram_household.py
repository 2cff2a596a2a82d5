"""The dashed outline of a genogram around those who live with the child."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from app.core.genogram_layout import Size
from app.core.genogram_lines import GenogramPicture
from app.core.network_layout import Point

_PAD = 0.13  # shares of a symbol between what is enclosed and the outline


class _Run(NamedTuple):
    """Neighbours in one line who all live there, and the rectangle around them and their words."""

    row: int
    left: float
    right: float
    top: float
    bottom: float


def outlines(
    picture: GenogramPicture, rooms: Mapping[str, Size], members: frozenset[str]
) -> tuple[tuple[Point, ...], ...]:
    """Closed outlines that hold the members and nobody else: one where they stand together, else one a group."""
    if len(members & picture.spots.keys()) < 2:
        return ()
    runs = [run for row, people in enumerate(picture.rows) for run in _runs(picture, rooms, members, row, people)]
    if len({run.row for run in runs}) == len(runs) and all(_hang_together(a, b) for a, b in pairwise(runs)):
        return (_around(runs),)
    return tuple(_around([run]) for run in runs)


def _runs(
    picture: GenogramPicture, rooms: Mapping[str, Size], members: frozenset[str], row: int, people: Sequence[str]
) -> Iterator[_Run]:
    together: list[str] = []
    for person in (*people, ""):
        if person in members:
            together.append(person)
        elif together:
            yield _run(picture, rooms, row, together)
            together = []


def _run(picture: GenogramPicture, rooms: Mapping[str, Size], row: int, people: Sequence[str]) -> _Run:
    pad, half = picture.symbol * _PAD, picture.symbol / 2
    first, last = people[0], people[-1]
    wide = [max(half, rooms[person].width / 2) for person in (first, last)]
    return _Run(
        row=row,
        left=picture.spots[first].x - wide[0] - pad,
        right=picture.spots[last].x + wide[1] + pad,
        top=picture.spots[first].y - half - pad,
        bottom=max(picture.words[person].y + rooms[person].height for person in people) + pad,
    )


def _hang_together(upper: _Run, lower: _Run) -> bool:
    """Whether two runs stand on neighbouring lines, above each other."""
    return lower.row == upper.row + 1 and lower.left < upper.right and upper.left < lower.right


def _around(runs: Sequence[_Run]) -> tuple[Point, ...]:
    """One outline around runs below each other: down the right side, up the left."""
    right, left = [], []
    for number, run in enumerate(runs):
        top = run.top if number == 0 else (runs[number - 1].bottom + run.top) / 2
        bottom = run.bottom if number == len(runs) - 1 else (run.bottom + runs[number + 1].top) / 2
        right += [Point(run.right, top), Point(run.right, bottom)]
        left += [Point(run.left, top), Point(run.left, bottom)]
    return (*right, *reversed(left), right[0])
