"""Where the names on a network map stand: beside their person, never on a person or on each other, never cut short.

Works in the unit coordinates of the layout. What a text measures is asked of a function given in, so that screen and
paper each use their own font. A name with no room beside its person stands further off with a thin leader line.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from app.core.line_breaks import broken
from app.core.network_choice import AIR, Shape, around, chosen, places
from app.core.network_layout import CHILD_RADIUS, Node, Point
from app.core.network_room import Box, Room

Measure = Callable[[str, bool], float]
"""Width in units of a line of text; the flag says that it is a name (bold), not a role."""

_WIDEST = 0.42  # longer names go over several lines
_REACHES, _PARTS = (0.2, 0.35), 8  # how far from a person, and in how many directions, room is looked for
_STILL = 1e-9  # a line that runs no further than this one way does not run that way
_TOUCHED = 4  # grains of a relation that a name may cover and be clear


@dataclass(frozen=True, slots=True)
class LabelText:
    """What stands beside a person: the name and, under it, the role; either may be blank."""

    id: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Label:
    """A placed label: its lines (text, is a name), centred in `box`, and the leader line where it stands far off.

    It is clear where it stands beside its person and covers no relation, and strikes where its leader line runs
    through another name or person.
    """

    id: str
    lines: tuple[tuple[str, bool], ...]
    box: Box
    leader: tuple[Point, Point] | None
    is_clear: bool
    strikes: bool = False


def place_labels(
    nodes: Sequence[Node],
    texts: Sequence[LabelText],
    lines: Sequence[Sequence[Point]],
    *,
    measure: Measure,
    line_height: float,
    bounds: Box,
    taken: Sequence[Box] = (),
    widest: float = _WIDEST,
) -> tuple[Label, ...]:
    """A label for each text within `bounds`, off every person, every other label and everything in `taken`.

    Names keep clear of the relations in `lines` where they can. A label that finds no room at all is left out, and
    the caller shows a number instead. Names wider than `widest` go over several lines.
    """
    solid, soft = Room(bounds), Room(bounds)
    r = CHILD_RADIUS + AIR
    for box in (Box(-r, -r, 2 * r, 2 * r), *taken, *map(around, nodes)):
        solid.take(box)
    for path in lines:
        soft.trace(path)
    node_of = {node.id: node for node in nodes}
    shapes = {
        text.id: _shapes(text, measure, line_height, widest)
        for text in sorted(texts, key=lambda text: (node_of[text.id].ring, node_of[text.id].angle))
    }
    near = chosen({label: places(node_of[label], wanted, solid, soft) for label, wanted in shapes.items()})
    found = {
        label: Label(label, place.shape.lines, place.box, None, place.covered <= _TOUCHED)
        for label, place in near.items()
    }
    for label in found.values():
        solid.take(label.box)
    for far in (label for label in shapes if label not in near):
        others = [label.box for label in found.values()] + [around(node) for node in nodes if node.id != far]
        found |= _far_off(node_of[far], shapes[far], solid, others)
    return tuple(found[text.id] for text in texts if text.id in found)


def wrap(text: str, width_of: Callable[[str], float], widest: float) -> tuple[str, ...]:
    """A text in lines no wider than `widest`; a longer word is broken. Nothing is cut."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width_of(longer) <= widest:
            line = longer
            continue
        if line:
            lines.append(line)
        *whole, line = broken(word, width_of, widest)
        lines += whole
    return (*lines, line) if line else tuple(lines)


def _wrapped(text: LabelText, measure: Measure, widest: float) -> tuple[tuple[str, bool], ...]:
    names = wrap(text.name, lambda line: measure(line, True), widest)
    roles = wrap(text.role, lambda line: measure(line, False), widest)
    return (*((line, True) for line in names), *((line, False) for line in roles))


def _shapes(text: LabelText, measure: Measure, line_height: float, widest: float) -> list[Shape]:
    """A label as wide as it may be, no wider than the name, and as narrow as its longest word lets it be."""
    words = [*((word, True) for word in text.name.split()), *((word, False) for word in text.role.split())]
    narrowest = min(widest, max((measure(*word) for word in words), default=0.0))
    name = min(widest, max(narrowest, measure(text.name, True)))
    found = []
    for lines in dict.fromkeys(_wrapped(text, measure, width) for width in (widest, name, narrowest)):
        width = max((measure(*line) for line in lines), default=0.0)
        found.append(Shape(lines, width, line_height * len(lines)))
    return found


def _far_off(node: Node, shapes: Sequence[Shape], solid: Room, others: Sequence[Box]) -> dict[str, Label]:
    """The label in the nearest room there is, which is taken; nothing where there is none.

    Its leader line would strike through a name it crosses, and seem to be that of a person it meets: room from which
    it does neither goes before nearer room.
    """
    found: Label | None = None
    rooms = ((shape, solid.free_for(shape.width, shape.height)) for shape in shapes)
    for spot, (shape, room) in product(_spots(node), [(shape, room) for shape, room in rooms if room is not None]):
        box = room.nearest(spot)
        leader = _leader(node, box)
        strikes = any(crosses(leader, other) for other in others)
        if found is None or not strikes:
            found = Label(node.id, shape.lines, box, leader, False, strikes)
        if not strikes:
            break
    if found is None:
        return {}
    solid.take(found.box)
    return {node.id: found}


def _spots(node: Node) -> Iterator[Point]:
    """Where to look for room: at the person, then around it, ever further off."""
    yield Point(node.x, node.y)
    for reach, part in product(_REACHES, range(_PARTS)):
        turn = math.tau * part / _PARTS
        yield Point(node.x + reach * math.sin(turn), node.y - reach * math.cos(turn))


def crosses(leader: tuple[Point, Point], box: Box) -> bool:
    """Whether a leader line runs through a box."""
    (start, end), first, last = leader, 0.0, 1.0
    for at, towards, low, wide in (
        (start.x, end.x - start.x, box.x, box.width),
        (start.y, end.y - start.y, box.y, box.height),
    ):
        if abs(towards) < _STILL:
            if not low < at < low + wide:
                return False
            continue
        ends = sorted(((low - at) / towards, (low + wide - at) / towards))
        first, last = max(first, ends[0]), min(last, ends[1])
    return first < last


def _leader(node: Node, box: Box) -> tuple[Point, Point]:
    """From the person's edge to the nearest point of the label."""
    x = min(max(node.x, box.x), box.x + box.width)
    y = min(max(node.y, box.y), box.y + box.height)
    size = math.dist((x, y), (node.x, node.y)) or 1.0
    start = Point(node.x + (x - node.x) / size * node.radius, node.y + (y - node.y) / size * node.radius)
    return start, Point(x, y)
