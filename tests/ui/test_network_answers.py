"""The signs of answers to a network meeting on the drawing: told apart by shape, where nothing else stands."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap, qGray
from pytestqt.qtbot import QtBot

from app.core.network_answers import answer_dot
from app.core.network_layout import Point
from app.core.records.documents import DocumentMapPerson
from app.core.records.network import Invitation
from app.ui.theme import theme_of
from app.ui.widgets.network_canvas import NetworkCanvas
from app.ui.widgets.network_legend import NetworkLegend
from app.ui.widgets.network_overlay import HANDLE, handle_of
from app.ui.widgets.network_painting import paint_person
from app.ui.widgets.network_picture import NetworkPicture
from app.words import Words
from tests.core.network_documents import SECTORS, document, person


@pytest.fixture
def canvas(qtbot: QtBot) -> NetworkCanvas:
    found = NetworkCanvas(Words("en"))
    qtbot.addWidget(found)
    found.resize(590, 460)
    return found


def shown(canvas: NetworkCanvas, *people: DocumentMapPerson) -> NetworkPicture:
    canvas.show_map(document(*people), {one.id: n for n, one in enumerate(people, 1)}, {}, editable=True)
    canvas.show()
    picture = canvas.picture()
    assert picture is not None
    return picture


def corner(canvas: NetworkCanvas, *people: DocumentMapPerson) -> list[int]:
    """What is painted, in grey, where the sign of the first person stands, or would stand."""
    picture = shown(canvas, *people)
    node = picture.nodes[people[0].id]
    dot = answer_dot(Point(node.x, node.y), node.radius, picture.smallest_sign / picture.unit)
    seen = canvas.grab(picture.rect(dot.box).toAlignedRect()).toImage()
    return [qGray(seen.pixel(x, y)) for y in range(seen.height()) for x in range(seen.width())]


def test_each_answer_has_a_shape_of_its_own_and_only_who_was_asked_has_one(canvas: NetworkCanvas) -> None:
    bo = person("bo", "school", invited=Invitation.ASKED)
    seen = [corner(canvas, person("karen", invited=answer), bo) for answer in Invitation]
    assert corner(canvas, person("karen")) == seen[0], "nobody asked Karen, whoever else is asked"
    for one, other in combinations(seen, 2):
        assert sum(abs(a - b) > 60 for a, b in zip(one, other, strict=True)) > 10


def test_a_sign_leaves_the_marks_of_help_and_protection_and_the_handle_alone(canvas: NetworkCanvas) -> None:
    above = []
    for answer in (Invitation.NOT_ASKED, Invitation.YES):
        picture = shown(canvas, person("karen", can_help="weekends", protected=True, invited=answer))
        node, where = picture.nodes["karen"], QPointF(50, 50)
        sheet = QPixmap(100, 100)
        sheet.fill(Qt.GlobalColor.transparent)
        painter = QPainter(sheet)
        paint_person(painter, theme_of(canvas), picture, "karen", where, "K")
        painter.end()
        above.append(sheet.copy(0, 0, 100, 52).toImage())
        dot = answer_dot(Point(node.x, node.y), node.radius, picture.smallest_sign / picture.unit)
        handle = handle_of(picture, "karen")
        assert handle is not None
        assert handle.x() - HANDLE > picture.rect(dot.box).right()
    assert above[0] == above[1]


def test_no_name_stands_over_a_sign(canvas: NetworkCanvas) -> None:
    people = [person(f"Anne-Marie Gyldensteen {n}", SECTORS[n % 6], invited=Invitation.ASKED) for n in range(18)]
    picture = shown(canvas, *people)
    signs = [
        picture.rect(answer_dot(Point(n.x, n.y), n.radius, picture.smallest_sign / picture.unit).box)
        for n in picture.nodes.values()
    ]
    assert len(picture.names.labels) > 12
    for label in picture.names.labels:
        assert not any(picture.rect(label.box).adjusted(1, 1, -1, -1).intersects(one) for one in signs)


def test_a_legend_with_answers_is_as_high_as_its_lines(qtbot: QtBot) -> None:
    legend = NetworkLegend(Words("da"))
    qtbot.addWidget(legend)
    legend.resize(554, 60)
    low = legend.sizeHint().height()
    legend.show_map(document(*(person(answer, invited=answer) for answer in Invitation)))
    assert legend.sizeHint().height() > low
    assert "netværksmøde: spurgt, netværksmøde: ja, netværksmøde: nej" in legend.accessibleDescription()
    legend.grab()
    legend.show_map(document(person("karen")))
    assert legend.sizeHint().height() == low
