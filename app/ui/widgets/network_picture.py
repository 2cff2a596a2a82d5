"""What a network map looks like in a room of a given size: where people, lines and words stand, in unit coordinates.

The geometry is the one the print uses; only the fonts that measure the words are the screen's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

from app.core.network_labels import Label, LabelText, place_labels, wrap
from app.core.network_layout import RING_EDGES, Node, Point, at, place
from app.core.network_lines import LineShape, path_between, shape
from app.core.network_room import Box
from app.core.records.documents import DocumentMapPerson, DocumentRelation, NetworkDocument
from app.core.records.network import RelationQuality, Ring
from app.reports.wording import RING
from app.words import Words

_SECTOR_WIDTH = 96  # pixels at the normal size of text: a wider name of a sector goes over several lines
_TRIES = ((13, True), (12, True), (12, False), (11, False))  # pixels of the names, and whether roles stand with them
_UNCLEAR = 0.06  # share of names, beside one, that may stand far off or over lines before shorter words are tried
_MANY = 24  # from so many people on the roles are left to the list at once
_LABEL_WIDTH = 116  # pixels at the normal size of text: longer names go over several lines
_MARGIN = 10


@dataclass(frozen=True, slots=True)
class SetText:
    """Lines of text with a place of their own."""

    lines: tuple[str, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class ShapedLine:
    """A relation as it is drawn."""

    relation: DocumentRelation
    shape: LineShape


@dataclass(frozen=True, slots=True)
class LabelSet:
    """The names beside their people, and the size of letters they are set in."""

    labels: tuple[Label, ...]
    size: int


class NetworkPicture:
    """A map laid out for a widget of `size` pixels; made anew when map, size or font change."""

    def __init__(self, document: NetworkDocument, size: QSizeF, font: QFont, scale: float, words: Words) -> None:
        self.document, self._size, self._font, self._scale, self._words = document, size, font, scale, words
        names = [sector.name.of(words.language) for sector in document.sectors]
        self._wrapped = [self._wrap(name) for name in names]
        self.unit = self._fitting_unit()
        self.nodes: Mapping[str, Node] = {
            node.id: node for node in place(document.people, [sector.key for sector in document.sectors])
        }
        self.people: Mapping[str, DocumentMapPerson] = {person.id: person for person in document.people}
        self.squares = frozenset(person.id for person in document.people if person.is_professional)
        self.lines = tuple(ShapedLine(r, self._shaped(r)) for r in document.relations)
        self.sectors = tuple(self._sector_names())
        self.rings = tuple(self._ring_names())
        self.names = self._names()

    # Between pixels and units

    def to_screen(self, point: Point) -> QPointF:
        """Where a point of the map lies in the widget."""
        return QPointF(self._size.width() / 2 + point.x * self.unit, self._size.height() / 2 + point.y * self.unit)

    def to_map(self, place: QPointF) -> Point:
        """The point of the map under a place in the widget."""
        return Point(
            (place.x() - self._size.width() / 2) / self.unit, (place.y() - self._size.height() / 2) / self.unit
        )

    def rect(self, box: Box) -> QRectF:
        """Where a box lies in the widget."""
        corner = self.to_screen(Point(box.x, box.y))
        return QRectF(corner.x(), corner.y(), box.width * self.unit, box.height * self.unit)

    def person_at(self, where: QPointF, reach: float = 6) -> str:
        """The person whose shape, or whose name, lies under a place; "" for none. `reach` is in pixels."""
        spot = self.to_map(where)
        near = [
            (abs(spot.x - n.x) + abs(spot.y - n.y), n.id)
            for n in self.nodes.values()
            if max(abs(spot.x - n.x), abs(spot.y - n.y)) <= n.radius + reach / self.unit
        ]
        if near:
            return min(near)[1]
        return next((label.id for label in self.names.labels if self.rect(label.box).contains(where)), "")

    def sized(self, pixels: float, *, strong: bool = False) -> QFont:
        """The font at so many pixels of the normal size of text."""
        font = QFont(self._font)
        font.setPixelSize(max(1, round(pixels * self._scale)))
        if strong:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    # Laying out

    def _width(self, pixels: float, text: str, strong: bool) -> float:
        return QFontMetricsF(self.sized(pixels, strong=strong)).horizontalAdvance(text)

    def _wrap(self, name: str) -> tuple[str, ...]:
        """A sector's name in lines; a slash is a good place to go on below."""
        widest = _SECTOR_WIDTH * self._scale

        def measure(text: str) -> float:
            return self._width(12, text, True)

        if measure(name) <= widest:
            return (name,)
        return wrap(name.replace("/", "/ "), measure, widest)

    def _fitting_unit(self) -> float:
        """The largest unit that leaves room for the names of the sectors beside the rings."""
        up = self._size.height() / 2 - _MARGIN
        half = self._size.width() / 2 - _MARGIN / 2
        each = 360 / len(self._wrapped)
        found = [up]
        for index, lines in enumerate(self._wrapped):
            reach = abs(at((index + 0.5) * each, 1.035).x)
            wide = max((self._width(12, line, True) for line in lines), default=0)
            if reach > 0.2:
                found.append((half - wide) / reach)
        return max(40.0, min(found))

    def _shaped(self, relation: DocumentRelation) -> LineShape:
        first = self.nodes[relation.from_id] if relation.from_id else None
        path = path_between(first, self.nodes[relation.to_id], self.squares, tuple(self.nodes.values()))
        return shape(path, relation.quality, relation.support)

    def _sector_names(self) -> Sequence[SetText]:
        each, found = 360 / len(self._wrapped), []
        for index, lines in enumerate(self._wrapped):
            width = max((self._width(12, line, True) for line in lines), default=0) / self.unit
            height = len(lines) * 15 * self._scale / self.unit
            edge = at((index + 0.5) * each, 1.035)
            x = edge.x + (width / 2 if edge.x > 0.2 else -width / 2 if edge.x < -0.2 else 0)
            y = edge.y + (height / 2 if edge.y > 0.2 else -height / 2 if edge.y < -0.2 else 0)
            found.append(SetText(lines, Box(x - width / 2, y - height / 2, width, height)))
        return found

    def _ring_names(self) -> Sequence[SetText]:
        """How close each ring is, on the line straight up from the child."""
        found = []
        for ring in Ring:
            name = self._words.tr(RING[ring])
            width = (self._width(11, name, False) + 8) / self.unit
            height = 14 * self._scale / self.unit
            found.append(SetText((name,), Box(-width / 2, -RING_EDGES[ring] - height / 2, width, height)))
        return found

    def _names(self) -> LabelSet:
        """The largest letters at which nearly all names stand clear.

        Where even small letters leave some far off or over lines, the roles are left to the list if that helps.
        """
        paths = [path for line in self.lines for path in line.shape.strokes]
        taken = [text.box for text in (*self.sectors, *self.rings)]
        across, up = self._size.width() / self.unit, self._size.height() / self.unit
        tried: list[tuple[int, LabelSet]] = []
        for pixels, with_roles in _TRIES[2 if len(self.people) >= _MANY else 0 :]:
            labels = place_labels(
                tuple(self.nodes.values()),
                [LabelText(p.id, p.name, p.role if with_roles or not p.name else "") for p in self.people.values()],
                paths,
                measure=partial(self._units, pixels),
                line_height=pixels * 1.25 * self._scale / self.unit,
                bounds=Box(-across / 2, -up / 2, across, up),
                taken=taken,
                widest=_LABEL_WIDTH * self._scale / self.unit,
            )
            tried.append((len(self.people) - sum(label.is_clear for label in labels), LabelSet(labels, pixels)))
            if tried[-1][0] <= max(1, _UNCLEAR * len(self.people)):
                break
        return min(tried, key=lambda tried: tried[0])[1]

    def _units(self, pixels: int, text: str, strong: bool) -> float:
        return (self._width(pixels, text, strong) + 4) / self.unit


def initials(person: DocumentMapPerson) -> str:
    """One or two letters for the inside of a shape."""
    parts = (person.name or person.role).split()
    letters = [next((c for c in part if c.isalnum()), part[0]) for part in (parts[:1] + parts[1:][-1:])]
    return "".join(letters if person.name else letters[:1]).upper()


def line_colour(quality: RelationQuality) -> str:
    """The colour of the theme in which a line is drawn; its shape says the same."""
    return "over" if quality is RelationQuality.STRAINED else "ink"
