"""What people answered to the coming network meeting, as signs on the map: screen and paper draw the same strokes.

Told apart by shape alone: a question mark for who was asked, a check mark for yes, a cross for no. A sign stands on a
dot at the person's lower left, where neither "can help" nor "protected" nor the handle of a line has its place.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from app.core.network_layout import Point
from app.core.network_room import Box
from app.core.records.documents import DocumentMapPerson
from app.core.records.network import Invitation

SIGN_WIDTH = 0.25  # of a stroke, as a share of the dot's radius
_SHARE, _MOST = (
    0.42,
    0.65,
)  # the dot's radius as a share of the person's: where there is room, and where there is little
# How far to the left and down the dot stands: a larger one further off, so that it leaves the letters alone.
_ASIDE, _FURTHER = 0.6, 0.75

Strokes = tuple[tuple[Point, ...], ...]


class Dot(NamedTuple):
    """What a sign stands on."""

    middle: Point
    radius: float

    @property
    def box(self) -> Box:
        """The room it takes."""
        return Box(self.middle.x - self.radius, self.middle.y - self.radius, 2 * self.radius, 2 * self.radius)


def answer_dot(where: Point, radius: float, smallest: float) -> Dot:
    """The dot of a person of a radius at a place, y downwards.

    It is no smaller than can be read, but where people are small it leaves those beside them alone.
    """
    size = min(max(smallest, _SHARE * radius), _MOST * radius)
    aside = _ASIDE * radius + _FURTHER * size
    return Dot(Point(where.x - aside, where.y + aside), size)


def answers_on(people: Iterable[DocumentMapPerson]) -> dict[Invitation, int]:
    """How many were asked and have not answered, said yes and said no: the answers there are, in that order."""
    counted = Counter(person.invited for person in people)
    return {answer: counted[answer] for answer in SIGNS if counted[answer]}


def _question_mark() -> Strokes:
    hook = [math.radians(angle) for angle in range(-180, 61, 20)]
    bow = tuple(Point(0.31 * math.cos(angle), 0.31 * math.sin(angle) - 0.25) for angle in hook)
    return (*bow, Point(0, 0.22)), (Point(0, 0.56), Point(0, 0.58))


SIGNS: Mapping[Invitation, Strokes] = {
    Invitation.ASKED: _question_mark(),
    Invitation.YES: ((Point(-0.46, 0.04), Point(-0.14, 0.38), Point(0.48, -0.36)),),
    Invitation.NO: ((Point(-0.37, -0.37), Point(0.37, 0.37)), (Point(-0.37, 0.37), Point(0.37, -0.37))),
}
"""The strokes of each sign in a dot of radius 1 around (0, 0), y downwards."""
