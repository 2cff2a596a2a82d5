"""Two network maps in one drawing: a slider goes from the one to the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.network_ground import initials
from app.core.network_labels import Label
from app.core.network_layout import Node, Point
from app.core.network_passage import MapPassage, MovingPerson, standing_clear
from app.core.network_room import Box
from app.core.records.documents import NetworkDocument
from app.ui.look import BODY
from app.ui.theme import Theme, theme_of
from app.ui.widgets.network_marks import draw_line, draw_person
from app.ui.widgets.network_painting import paint_child, paint_ground
from app.ui.widgets.network_picture import NetworkPicture, PictureStyle, line_colour
from app.words import Words


@dataclass(frozen=True, slots=True)
class _MovingName:
    """A name on its way: as it is set on one of the maps, and where it stands now."""

    picture: NetworkPicture
    label: Label
    box: QRectF
    shown: float


class NetworkComparison(QWidget):
    """Shows a place `at` on the way from one map (0) to a later one (1); who is `highlighted` gets a ring."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._passage: MapPassage | None = None
        self._pictures: tuple[NetworkPicture, NetworkPicture] | None = None
        self._at = 0.0
        self._highlighted = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_maps(self, then: NetworkDocument, now: NetworkDocument, told: str) -> None:
        """Show these two maps; `told` says in words what became different."""
        self._passage, self._pictures = MapPassage(then, now), None
        self._highlighted = ""
        name = self._words.tr("Two network maps for {name}, one fading into the other", name=now.child_first_name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(told)
        self.update()

    def go_to(self, at: float) -> None:
        """Show this share of the way."""
        self._at = max(0.0, min(1.0, at))
        self.update()

    def highlight(self, person_id: str) -> None:
        """Show where somebody stands; "" for nobody."""
        self._highlighted = person_id
        self.update()

    def sizeHint(self) -> QSize:
        """As large as the map beside its list."""
        return QSize(620, 520)

    def minimumSizeHint(self) -> QSize:
        """Small enough for the narrowest window."""
        return QSize(320, 300)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, lines, people and names where they are on the way."""
        if self._passage is None:
            return
        theme, painter, picture = theme_of(self), QPainter(self), self._laid_out(self._passage)[1]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, theme, picture)
        painter.setPen(QPen(theme.muted, 1.6, Qt.PenStyle.DotLine))
        for start, end in self._passage.trails:
            painter.drawLine(picture.to_screen(start), picture.to_screen(end))
        people = self._passage.people(self._at)
        for line in self._passage.lines(self._at, people):
            painter.setOpacity(line.shown)
            draw_line(painter, theme, line.shape, picture.to_screen, picture.unit, line_colour(line.relation.quality))
        painter.setOpacity(1.0)
        paint_child(painter, theme, picture, self._words)
        for moving in people:
            self._paint_person(painter, theme, picture, moving)
        for name in self._names(people, self._laid_out(self._passage)):
            painter.setOpacity(name.shown)
            _paint_name(painter, theme, name)
        painter.end()

    def _paint_person(self, painter: QPainter, theme: Theme, picture: NetworkPicture, moving: MovingPerson) -> None:
        where, radius = _on_screen(picture, moving.node), moving.node.radius * picture.unit
        painter.setOpacity(moving.shown)
        draw_person(painter, theme, moving.person, where, radius, initials(moving.person), picture.letters(radius))
        if moving.person.id == self._highlighted:
            painter.setPen(QPen(theme.focus, 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(where, radius + 5, radius + 5)
        painter.setOpacity(1.0)

    def _names(
        self, people: Sequence[MovingPerson], pictures: tuple[NetworkPicture, NetworkPicture]
    ) -> list[_MovingName]:
        """The names that stand clear here: at both ends all of them, on the way those that cover nobody.

        Who is highlighted keeps the name before all, then whoever is there all the way.
        """
        ordered = sorted(people, key=self._comes_later)
        names = {one.person.id: name for one in ordered if (name := self._name(one, pictures)) is not None}
        if self._at in {0.0, 1.0}:
            return list(names.values())
        shapes = {one.person.id: _round(pictures[1], one.node) for one in people}
        clear = standing_clear({key: _room(name.box) for key, name in names.items()}, shapes)
        return [names[key] for key in clear]

    def _comes_later(self, moving: MovingPerson) -> tuple[bool, bool]:
        return moving.person.id != self._highlighted, moving.shown < 1

    def _name(self, moving: MovingPerson, pictures: tuple[NetworkPicture, NetworkPicture]) -> _MovingName | None:
        """A name where it stands beside its person on the one map, from half the way on as on the other."""
        found = [
            (picture, label) for picture in pictures if (label := _label_of(picture, moving.person.id)) is not None
        ]
        if not found:
            return None
        picture, label = found[-1 if self._at >= 0.5 else 0]
        box = picture.rect(label.box)
        away = box.center() - _on_screen(picture, picture.nodes[label.id])
        box.moveCenter(_on_screen(pictures[1], moving.node) + away)
        box.moveLeft(max(0.0, min(box.left(), self.width() - box.width())))
        return _MovingName(picture, label, box, moving.shown)

    def _laid_out(self, passage: MapPassage) -> tuple[NetworkPicture, NetworkPicture]:
        if self._pictures is None:
            style = PictureStyle(scale=self.font().pixelSize() / BODY)
            first, second = (
                NetworkPicture(document, QSizeF(self.size()), self.font(), style, self._words)
                for document in passage.documents
            )
            self._pictures = first, second
        return self._pictures

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the maps to the room there is."""
        super().resizeEvent(event)
        self._pictures = None

    def changeEvent(self, event: QEvent) -> None:
        """Take another theme or size of text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._pictures = None
            self.update()


def _paint_name(painter: QPainter, theme: Theme, name: _MovingName) -> None:
    picture, box, lines = name.picture, name.box, name.label.lines
    each = box.height() / max(1, len(lines))
    for number, (text, is_name) in enumerate(lines):
        painter.setFont(picture.sized(picture.names.size, strong=is_name))
        painter.setPen(theme.ink if is_name else theme.muted)
        row = QRectF(box.left() - 40, box.top() + number * each, box.width() + 80, each)
        painter.drawText(row, Qt.AlignmentFlag.AlignCenter, text)


def _room(rect: QRectF) -> Box:
    return Box(rect.x(), rect.y(), rect.width(), rect.height())


def _round(picture: NetworkPicture, node: Node) -> Box:
    """The room of a shape, in pixels."""
    where, radius = _on_screen(picture, node), node.radius * picture.unit
    return Box(where.x() - radius, where.y() - radius, 2 * radius, 2 * radius)


def _on_screen(picture: NetworkPicture, node: Node) -> QPointF:
    return picture.to_screen(Point(node.x, node.y))


def _label_of(picture: NetworkPicture, person_id: str) -> Label | None:
    return next((label for label in picture.names.labels if label.id == person_id), None)
