"""What a network map looks like in a room of a given size: where people, lines and words stand, in unit coordinates.

The geometry is the one the print uses; only the fonts that measure the words are the screen's.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

from app.core.network_answers import answer_dot
from app.core.network_geometry import DrawnLine, geometry
from app.core.network_ground import SetText, ring_texts, room_beside, sector_texts
from app.core.network_labels import Label, LabelText, place_labels, wrap
from app.core.network_layout import CHILD_RADIUS, LARGEST, Node, Point
from app.core.network_room import Box
from app.core.records.documents import DocumentMapPerson, DocumentRelation, NetworkDocument
from app.core.records.network import Invitation, RelationQuality, Ring
from app.reports.wording import RING
from app.ui.widgets.network_marks import paths_of
from app.words import Words

_SECTOR_WIDTH = 96  # pixels at the normal size of text: a wider name of a sector goes over several lines
_TRIES = ((13, True), (12, True), (12, False), (11, False))  # pixels of the names, and whether roles stand with them
_WITH_ROLES = ((13, True), (12, True), (11, True))
_UNCLEAR = 0.06  # share of names, beside one, that may stand far off or over lines before shorter words are tried
_MANY = 24  # from so many people on the roles are left to the list at once, where each has little room
_ROOMY = 330.0  # pixels of a unit from which on there is room for the roles of many
_LABEL_WIDTH = 116  # pixels at the normal size of text: longer names go over several lines
_MARGIN = 10
_GROWS = 0.35  # how fast letters grow as one looks nearer
_LETTERS = (9, 22)  # pixels of the letters in a shape: as large as it lets them be within these
_SIGN = 6.5  # pixels at the normal size of text: the smallest radius of the sign of an answer


@dataclass(frozen=True, slots=True)
class LabelSet:
    """The names beside their people, and the size of letters they are set in."""

    labels: tuple[Label, ...]
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureStyle:
    """How large things are: the scale of the text, the radius of the largest shape in units, and how near one looks.

    With `keeps_roles` smaller letters are tried before roles are left out.
    """

    scale: float = 1.0
    largest: float = LARGEST
    zoom: float = 1.0
    keeps_roles: bool = False


class NetworkPicture:
    """A map laid out for a widget of `size` pixels; made anew when map, size, zoom or font change.

    Looked at from near it is larger than the widget: `origin` is where the child stands in that. What stands in
    `corners`, in pixels, is kept free of names.
    """

    def __init__(
        self,
        document: NetworkDocument,
        size: QSizeF,
        font: QFont,
        style: PictureStyle,
        words: Words,
        corners: Sequence[QRectF] = (),
    ) -> None:
        self.document, self._font, self.scale, self._words = document, font, style.scale, words
        self._size = size * style.zoom
        self.origin = QPointF(size.width() / 2, size.height() / 2)
        self._metrics: dict[tuple[int, bool], QFontMetricsF] = {}
        self._widths: dict[tuple[int, bool, str], float] = {}
        self._wrapped = self._sectors_in_lines()
        self.unit = self._fitting_unit(size) * style.zoom
        if style.zoom > 1:
            self.scale = style.scale * style.zoom**_GROWS
            self._metrics, self._widths = {}, {}
            self._wrapped = self._sectors_in_lines()
        laid = geometry(document, style.largest)
        self.geometry = laid
        self.nodes: Mapping[str, Node] = laid.nodes
        self.people: Mapping[str, DocumentMapPerson] = laid.people
        self.lines: tuple[DrawnLine, ...] = laid.lines
        self.paths = [paths_of(line.shape) for line in laid.lines]
        self.sectors = self._sector_names()
        self.rings = self._ring_names()
        self._keeps_roles = style.keeps_roles
        self._corners = [self._in_units(corner) for corner in corners]
        self.names = self._names()

    def stretched(self, unit: float) -> NetworkPicture:
        """The same for another length of the unit, words as large as they are: for a moment, until laid out anew."""
        other, share = copy.copy(self), self.unit / unit
        other.unit = unit
        other.sectors = tuple(SetText(text.lines, _about(text.box, share)) for text in self.sectors)
        other.rings = tuple(SetText(text.lines, _about(text.box, share)) for text in self.rings)
        labels = tuple(self._beside(label, share) for label in self.names.labels)
        other.names = replace(self.names, labels=labels)
        return other

    # Between pixels and units

    def to_screen(self, point: Point) -> QPointF:
        """Where a point of the map lies in the widget."""
        return QPointF(self.origin.x() + point.x * self.unit, self.origin.y() + point.y * self.unit)

    def to_map(self, place: QPointF) -> Point:
        """The point of the map under a place in the widget."""
        return Point((place.x() - self.origin.x()) / self.unit, (place.y() - self.origin.y()) / self.unit)

    def rect(self, box: Box) -> QRectF:
        """Where a box lies in the widget."""
        corner = self.to_screen(Point(box.x, box.y))
        return QRectF(corner.x(), corner.y(), box.width * self.unit, box.height * self.unit)

    def room_of(self, person_id: str) -> Box:
        """The room of somebody's shape; that of the child for an id nobody has."""
        node = self.nodes.get(person_id)
        x, y, radius = (node.x, node.y, node.radius) if node is not None else (0.0, 0.0, CHILD_RADIUS)
        return Box(x - radius, y - radius, 2 * radius, 2 * radius)

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

    def relation_at(self, where: QPointF, reach: float = 5) -> DocumentRelation | None:
        """The relation whose line passes under a place; `reach` is in pixels."""
        return self.geometry.line_at(self.to_map(where), reach / self.unit)

    def middle_of(self, relation: DocumentRelation) -> QPointF | None:
        """The middle of a relation's line; None where there was no room for one."""
        path = next((line.path for line in self.lines if line.relation == relation), ())
        if len(path) < 2:
            return None
        here, there = path[len(path) // 2 - 1], path[len(path) // 2]
        return self.to_screen(Point((here.x + there.x) / 2, (here.y + there.y) / 2))

    def letters(self, radius: float) -> QFont:
        """The font for the letters in a shape of a radius in pixels."""
        low, high = _LETTERS
        font = QFont(self._font)
        font.setPixelSize(round(max(low, min(high * self.scale, radius))))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    @property
    def smallest_sign(self) -> float:
        """The radius in pixels of a sign of an answer that can still be read."""
        return _SIGN * self.scale

    def sized(self, pixels: float, *, strong: bool = False) -> QFont:
        """The font at so many pixels of the normal size of text."""
        font = QFont(self._font)
        font.setPixelSize(max(1, round(pixels * self.scale)))
        if strong:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    # Laying out

    def _width(self, pixels: int, text: str, strong: bool) -> float:
        key = (pixels, strong, text)
        if key not in self._widths:
            if key[:2] not in self._metrics:
                self._metrics[key[:2]] = QFontMetricsF(self.sized(pixels, strong=strong))
            self._widths[key] = self._metrics[key[:2]].horizontalAdvance(text)
        return self._widths[key]

    def _sectors_in_lines(self) -> list[tuple[str, ...]]:
        return [self._wrap(sector.name.of(self._words.language)) for sector in self.document.sectors]

    def _wrap(self, name: str) -> tuple[str, ...]:
        """A sector's name in lines; a slash is a good place to go on below."""
        widest = _SECTOR_WIDTH * self.scale

        def measure(text: str) -> float:
            return self._width(12, text, True)

        if measure(name) <= widest:
            return (name,)
        return wrap(name.replace("/", "/ "), measure, widest)

    def _fitting_unit(self, size: QSizeF) -> float:
        """The largest unit that leaves room for the names of the sectors beside the rings."""
        half, count = size.width() / 2 - _MARGIN / 2, len(self._wrapped)
        found = [size.height() / 2 - _MARGIN]
        for index, lines in enumerate(self._wrapped):
            if reach := room_beside(index, count):
                found.append((half - self._widest(lines)) / reach)
        return max(40.0, min(found))

    def _widest(self, lines: Sequence[str]) -> float:
        """Pixels of the widest line of a sector's name."""
        return max((self._width(12, line, True) for line in lines), default=0.0)

    def _sector_names(self) -> tuple[SetText, ...]:
        widths = [self._widest(lines) / self.unit for lines in self._wrapped]
        return sector_texts(self._wrapped, widths, 15 * self.scale / self.unit)

    def _ring_names(self) -> tuple[SetText, ...]:
        names = [self._words.tr(RING[ring]) for ring in Ring]
        widths = [(self._width(11, name, False) + 8) / self.unit for name in names]
        return ring_texts(names, widths, 14 * self.scale / self.unit)

    def _names(self) -> LabelSet:
        """The largest letters at which nearly all names stand clear and no leader line strikes a name through.

        Where even small letters leave some far off or over lines, the roles are left to the list if that helps.
        """
        paths = [path for line in self.lines for path in line.shape.strokes]
        taken = [*self._corners, *(text.box for text in (*self.sectors, *self.rings)), *self._signs()]
        across, up = self._size.width() / self.unit, self._size.height() / self.unit
        tried: list[tuple[int, LabelSet]] = []
        for pixels, with_roles in self._tries():
            labels = place_labels(
                tuple(self.nodes.values()),
                [LabelText(p.id, p.name, p.role if with_roles or not p.name else "") for p in self.people.values()],
                paths,
                measure=partial(self._units, pixels),
                line_height=pixels * 1.25 * self.scale / self.unit,
                bounds=Box(-across / 2, -up / 2, across, up),
                taken=taken,
                widest=_LABEL_WIDTH * self.scale / self.unit,
            )
            unclear = len(self.people) - sum(label.is_clear for label in labels)
            struck = sum(label.strikes for label in labels)
            lacking = len(self.people) - len(labels)
            tried.append((unclear + struck + lacking, LabelSet(labels, pixels)))
            if not struck and unclear <= max(1, _UNCLEAR * len(self.people)):
                break
        return min(tried, key=lambda tried: tried[0])[1]

    def _signs(self) -> Iterator[Box]:
        """Where the signs of answers stand, which no name covers."""
        for person in self.people.values():
            if person.invited is not Invitation.NOT_ASKED:
                node = self.nodes[person.id]
                yield answer_dot(Point(node.x, node.y), node.radius, self.smallest_sign / self.unit).box

    def _tries(self) -> Sequence[tuple[int, bool]]:
        """The sizes of letters to be tried, and whether the roles stand with the names."""
        is_crowded = len(self.people) >= _MANY and self.unit < _ROOMY * self.scale
        if self._keeps_roles:
            return _TRIES if is_crowded else _WITH_ROLES
        return _TRIES[2:] if is_crowded else _TRIES

    def _in_units(self, rect: QRectF) -> Box:
        corner = self.to_map(rect.topLeft())
        return Box(corner.x, corner.y, rect.width() / self.unit, rect.height() / self.unit)

    def _beside(self, label: Label, share: float) -> Label:
        """A label as far from its person, in pixels, as it was."""
        node = self.nodes[label.id]
        box = _about(label.box, share, Point(node.x, node.y))
        leader = label.leader
        if leader is not None:
            leader = leader[0], Point(node.x + (leader[1].x - node.x) * share, node.y + (leader[1].y - node.y) * share)
        return replace(label, box=box, leader=leader)

    def _units(self, pixels: int, text: str, strong: bool) -> float:
        return (self._width(pixels, text, strong) + 4) / self.unit


def _about(box: Box, share: float, fixed: Point | None = None) -> Box:
    """A box of another size in units, its middle as far from `fixed` in pixels, or where it is in units."""
    x, y = box.x + box.width / 2, box.y + box.height / 2
    if fixed is not None:
        x, y = fixed.x + (x - fixed.x) * share, fixed.y + (y - fixed.y) * share
    return Box(x - box.width * share / 2, y - box.height * share / 2, box.width * share, box.height * share)


def line_colour(quality: RelationQuality) -> str:
    """The colour of the theme in which a line is drawn; its shape says the same."""
    return "over" if quality is RelationQuality.STRAINED else "ink"
