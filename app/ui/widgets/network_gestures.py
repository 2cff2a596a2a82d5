"""What the mouse can hold on to in a network map: people, the end of a new line, a frame around several."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.core.network_ground import initials
from app.core.network_layout import CHILD_RADIUS, Node, Point
from app.core.network_lines import path_between, shape
from app.core.network_snapping import Spot, by_hand, snapped
from app.core.records.documents import DocumentRelation
from app.core.records.network import RelationQuality, Support
from app.reports.wording import RING
from app.ui.theme import Theme
from app.ui.widgets.map_gesture import Gesture, Outcome
from app.ui.widgets.network_marks import draw_line
from app.ui.widgets.network_overlay import paint_landing, paint_name, paint_target, soft
from app.ui.widgets.network_painting import paint_person
from app.ui.widgets.network_picture import NetworkPicture, line_colour
from app.ui.widgets.network_wishes import LineWish, MapMove
from app.words import Words

CHILD = "child"
"""Stands for the child where an id of a person is expected."""


class MovePeople(Gesture):
    """Drags people: each stays as far from the one held as they are, and lands in the middle of a ring."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, picture: NetworkPicture, words: Words, held: str, people: Sequence[str], start: QPointF) -> None:
        self._picture, self._words, self._held, self._start = picture, words, held, start
        self._people = (held, *(one for one in people if one != held))
        self.hidden = frozenset(self._people)
        self._keys = [sector.key for sector in picture.document.sectors]
        there = [person for person in picture.document.people if person.id not in self.hidden]
        self._others = by_hand(there, self._keys)
        self._ties = [
            line.relation for line in picture.lines if self.hidden & {line.relation.from_id, line.relation.to_id}
        ]
        self._squares = frozenset(one.id for one in picture.document.people if one.is_professional)
        self._way = QPointF()
        self._landing = self._find_landing()

    def drag(self, where: QPointF) -> None:
        """Everybody follows the mouse."""
        self._way = where - self._start
        self._landing = self._find_landing()

    def drop(self) -> Outcome:
        """Where each comes to stand; nothing where they were let go over the child."""
        if self._is_over_child():
            return None
        return tuple(
            MapMove(person_id, self._keys[spot.sector], spot.ring, spot.angle)
            for person_id, spot in self._landing.items()
        )

    def paint_below(self, painter: QPainter, theme: Theme) -> None:
        """The ring of the sector the one held would stand in."""
        if not self._is_over_child():
            spot = self._landing[self._held]
            paint_target(painter, theme, self._picture, spot.sector, spot.ring)

    def paint_above(self, painter: QPainter, theme: Theme) -> None:
        """The people with their lines, and where they would stand."""
        picture = self._picture
        if not self._is_over_child():
            for person_id, spot in self._landing.items():
                paint_landing(painter, theme, picture, person_id, spot.point)
        nodes = {key: self._carried(node) if key in self.hidden else node for key, node in picture.nodes.items()}
        for tie in self._ties:
            self._paint_tie(painter, theme, tie, nodes)
        for person_id in reversed(self._people):
            where = picture.to_screen(Point(nodes[person_id].x, nodes[person_id].y))
            paint_person(painter, theme, picture, person_id, where, initials(picture.people[person_id]))
            paint_name(painter, theme, picture, person_id, where, self._told(person_id))

    def _paint_tie(self, painter: QPainter, theme: Theme, tie: DocumentRelation, nodes: dict[str, Node]) -> None:
        first = nodes[tie.from_id] if tie.from_id else None
        if first is None and math.hypot(nodes[tie.to_id].x, nodes[tie.to_id].y) < CHILD_RADIUS * 1.6:
            return
        drawn = shape(path_between(first, nodes[tie.to_id], self._squares), tie.quality, tie.support)
        draw_line(painter, theme, drawn, self._picture.to_screen, self._picture.unit, line_colour(tie.quality))

    def _told(self, person_id: str) -> str:
        """In which ring and group the one held would stand."""
        if person_id != self._held or self._is_over_child():
            return ""
        spot, words = self._landing[person_id], self._words
        sector = self._picture.document.sectors[spot.sector].name.of(words.language)
        return f"{words.tr(RING[spot.ring])} · {sector}"

    def _carried(self, node: Node) -> Node:
        unit = self._picture.unit
        return replace(node, x=node.x + self._way.x() / unit, y=node.y + self._way.y() / unit)

    def _find_landing(self) -> dict[str, Spot]:
        """Where each would stand, the one held first; they keep clear of each other too."""
        found: dict[str, Spot] = {}
        for person_id in self._people:
            node = self._carried(self._picture.nodes[person_id])
            others = [*self._others, *found.values()]
            found[person_id] = snapped(Point(node.x, node.y), len(self._keys), others, node.radius)
        return found

    def _is_over_child(self) -> bool:
        node = self._carried(self._picture.nodes[self._held])
        return math.hypot(node.x, node.y) < CHILD_RADIUS / 2


class DrawLine(Gesture):
    """Draws a line from somebody, or from the child, to whoever the mouse is let go over."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, picture: NetworkPicture, one: str, target_at: Callable[[QPointF], str]) -> None:
        self._picture, self._one, self._target_at = picture, one, target_at
        self._where = QPointF()
        self.target = ""

    def drag(self, where: QPointF) -> None:
        """The line ends at the mouse, or at whom it is over."""
        self._where, found = where, self._target_at(where)
        self.target = found if found != self._one else ""

    def drop(self) -> Outcome:
        """The line that was drawn; nothing where it leads to nobody."""
        if not self.target:
            return None
        if CHILD in {self._one, self.target}:
            return LineWish(None, self.target if self._one == CHILD else self._one)
        return LineWish(self._one, self.target)

    def paint_above(self, painter: QPainter, theme: Theme) -> None:
        """The line so far, and whom it leads to."""
        paint_new_line(painter, theme, self._picture, self._one, self.target, self._where)


class SelectFrame(Gesture):
    """Draws a frame; those in it are chosen, besides those who were."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, picture: NetworkPicture, chosen: Sequence[str], start: QPointF) -> None:
        self._picture, self._before, self._start, self._end = picture, tuple(chosen), start, start

    def drag(self, where: QPointF) -> None:
        """The frame reaches to the mouse."""
        self._end = where

    def chosen(self) -> tuple[str, ...]:
        """Those chosen now."""
        return (*self._before, *(one for one in self.inside() if one not in self._before))

    def inside(self) -> tuple[str, ...]:
        """Those whose middle lies in the frame."""
        frame = QRectF(self._start, self._end).normalized()
        nodes = self._picture.nodes.values()
        return tuple(node.id for node in nodes if frame.contains(self._picture.to_screen(Point(node.x, node.y))))

    def paint_above(self, painter: QPainter, theme: Theme) -> None:
        """The frame."""
        painter.setPen(QPen(theme.focus, 1, Qt.PenStyle.DashLine))
        painter.setBrush(soft(theme.focus, 0.10))
        painter.drawRect(QRectF(self._start, self._end).normalized())


def paint_new_line(
    painter: QPainter, theme: Theme, picture: NetworkPicture, one: str, target: str, where: QPointF
) -> None:
    """A line being drawn, from somebody or the child to `target`, or to a place where that is ""."""
    first, last = _node_of(picture, one), _node_of(picture, target)
    start = Point(first.x, first.y) if first else Point(0, 0)
    end = (Point(last.x, last.y) if last else Point(0, 0)) if target else picture.to_map(where)
    if target and last is not None:
        path = path_between(first, last)
    elif target and first is not None:
        path = path_between(None, first)
    else:
        path = (start, end)
    drawn = shape(path, RelationQuality.ORDINARY, Support.NONE)
    painter.save()
    painter.setOpacity(1.0 if target else 0.6)
    draw_line(painter, theme, drawn, picture.to_screen, picture.unit, "focus")
    painter.restore()
    if target:
        radius = (last.radius if last else CHILD_RADIUS) * picture.unit + 5
        painter.setPen(QPen(theme.focus, 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(picture.to_screen(Point(last.x, last.y) if last else Point(0, 0)), radius, radius)


def _node_of(picture: NetworkPicture, key: str) -> Node | None:
    """Where somebody stands; None for the child and for nobody."""
    return picture.nodes.get(key)
