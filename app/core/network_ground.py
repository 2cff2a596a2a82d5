"""The names on the ground of a network map, and the letters in its shapes: the same on screen and on paper.

Everything is in the unit coordinates of the layout; what the words measure is told by whoever sets them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.network_layout import RING_EDGES, at
from app.core.network_room import Box
from app.core.records.documents import DocumentMapPerson
from app.core.records.network import Ring

_OUTSIDE = 1.035  # how far from the child the names of the sectors begin
_SIDEWAYS = 0.2  # from so far aside on a name stands beside the circle, and not over or under it


@dataclass(frozen=True, slots=True)
class SetText:
    """Lines of text with a place of their own."""

    lines: tuple[str, ...]
    box: Box


def sector_texts(names: Sequence[tuple[str, ...]], widths: Sequence[float], line_height: float) -> tuple[SetText, ...]:
    """The names of the sectors, in lines, around the outermost ring; each is as wide as its widest line."""
    each, found = 360 / len(names), []
    for index, (lines, width) in enumerate(zip(names, widths, strict=True)):
        height = len(lines) * line_height
        edge = at((index + 0.5) * each, _OUTSIDE)
        x, y = edge.x + _side(edge.x) * width / 2, edge.y + _side(edge.y) * height / 2
        found.append(SetText(lines, Box(x - width / 2, y - height / 2, width, height)))
    return tuple(found)


def room_beside(index: int, count: int) -> float:
    """How far aside the name of one of `count` sectors begins; 0 for one over or under the circle."""
    reach = abs(at((index + 0.5) * 360 / count, _OUTSIDE).x)
    return reach if reach > _SIDEWAYS else 0.0


def ring_texts(names: Sequence[str], widths: Sequence[float], height: float) -> tuple[SetText, ...]:
    """How close each ring is, on the line straight up from the child."""
    return tuple(
        SetText((name,), Box(-width / 2, -RING_EDGES[ring] - height / 2, width, height))
        for ring, name, width in zip(Ring, names, widths, strict=True)
    )


def initials(person: DocumentMapPerson) -> str:
    """One or two letters for the inside of a shape."""
    parts = (person.name or person.role).split()
    letters = [next((c for c in part if c.isalnum()), part[0]) for part in (parts[:1] + parts[1:][-1:])]
    return "".join(letters if person.name else letters[:1]).upper()


def _side(along: float) -> int:
    return (along > _SIDEWAYS) - (along < -_SIDEWAYS)
