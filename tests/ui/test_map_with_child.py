"""The map to sit over with a child: first names and roles, add and move, nothing of other cases, nothing before it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.network_layout import RING_EDGES, Point, at
from app.core.records.case import Case
from app.core.records.network import NetworkMap, Relation, Ring
from app.services.network_maps import map_of_case
from app.ui.context import Context
from app.ui.dialogs.map_with_child import MapWithChild
from app.ui.widgets.network_wishes import NewPerson
from tests.factories import Office

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def case(office: Office) -> Case:
    return office.case("Alma")


@pytest.fixture
def drawn(office: Office, case: Case) -> NetworkMap:
    karen = office.person(case, "Karen", last_name="Kjær", deceased=True)
    hidden = office.person(case, "Bo", last_name="Lind", protected=True)
    network = office.map(case, karen, hidden)
    people = (replace(network.people[0], can_help="weekends"), replace(network.people[1], role="Father"))
    return office.redraw(network, people=people, relations=(Relation(to_id=people[0].id),))


@pytest.fixture
def calm(qtbot: QtBot, context: Context, case: Case, drawn: NetworkMap) -> MapWithChild:
    calm = MapWithChild(context, case.id)
    calm.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(calm)
    calm.show()
    calm.resize(1366, 768)
    return calm


def now(context: Context, case: Case) -> NetworkMap:
    found = context.read(map_of_case, case.id)
    assert found is not None
    return found


def spot(calm: MapWithChild, place_id: str) -> QPoint:
    picture = calm.canvas.picture()
    assert picture is not None
    node = picture.nodes[place_id]
    return picture.to_screen(Point(node.x, node.y)).toPoint()


def ground(calm: MapWithChild, angle: float, ring: Ring) -> QPoint:
    picture = calm.canvas.picture()
    assert picture is not None
    return picture.to_screen(at(angle, (RING_EDGES[ring - 1] + RING_EDGES[ring]) / 2)).toPoint()


def drag(calm: MapWithChild, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(calm.canvas, LEFT, pos=start)
    QTest.mouseMove(calm.canvas, (start + end) / 2)
    QTest.mouseMove(calm.canvas, end)
    calm.canvas.grab()
    QTest.mouseRelease(calm.canvas, LEFT, pos=end)


def test_only_first_names_and_roles_are_shown_and_who_is_protected_by_the_role(calm: MapWithChild) -> None:
    picture = calm.canvas.picture()
    assert picture is not None
    people = list(picture.people.values())
    assert [(person.name, person.role) for person in people] == [("Karen", people[0].role), ("", "Father")]
    assert not any(person.can_help or person.deceased or person.protected for person in people)
    assert picture.document.relations == ()
    assert calm.windowTitle() == "Forlæns"
    QTest.mouseMove(calm.canvas, spot(calm, people[0].id))
    assert calm.canvas.toolTip() == ""


def test_a_finger_that_misses_a_shape_by_little_still_moves_it(
    calm: MapWithChild, context: Context, case: Case, drawn: NetworkMap
) -> None:
    karen, bo = drawn.people
    there = spot(calm, bo.id)
    drag(calm, spot(calm, karen.id) + QPoint(16, 16), ground(calm, 200, Ring.CLOSE))
    assert spot(calm, bo.id) == there
    assert now(context, case).people[1].angle is not None  # and is not moved by what is done later

    after = now(context, case)
    assert after.people[0].ring is Ring.CLOSE
    assert (after.viewpoint, after.drawn_on) == ("Alma", context.today())
    assert after.relations == drawn.relations


def test_a_tap_on_an_empty_place_asks_who_is_there(
    calm: MapWithChild, context: Context, case: Case, office: Office
) -> None:
    office.person(office.case("Emil"), "Palle", last_name="Fremmed")
    known = office.person(case, "Gerda", "teacher", last_name="Vang")
    QTest.mouseClick(calm.canvas, LEFT, pos=ground(calm, 95, Ring.DISTANT))
    field = calm.canvas.typing.field()
    assert field is not None
    offered = [pick.key for pick in calm.canvas._picks()]
    assert offered == [known.id], "nobody of another case is offered in front of a child"

    QTest.keyClicks(field.edit, "palle fremmed")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)

    new = now(context, case).people[-1]
    assert new.ring is Ring.DISTANT
    assert new.angle == pytest.approx(95, abs=2)


def test_a_button_adds_somebody_whose_place_is_found(calm: MapWithChild, context: Context, case: Case) -> None:
    calm.add_button.click()
    field = calm.canvas.typing.field()
    assert field is not None
    QTest.keyClicks(field.edit, "Mille")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert now(context, case).people[-1].angle is None


def test_undo_takes_back_what_was_done_here_and_nothing_before_it(
    calm: MapWithChild, context: Context, case: Case, drawn: NetworkMap
) -> None:
    assert not calm.undo_button.isEnabled()
    drag(calm, spot(calm, drawn.people[0].id), ground(calm, 200, Ring.CLOSE))
    calm.undo_button.click()
    assert now(context, case) == drawn
    calm._on_undo()
    assert now(context, case) == drawn


def test_who_is_named_and_stands_there_already_is_no_step_to_take_back(
    calm: MapWithChild, context: Context, case: Case, drawn: NetworkMap
) -> None:
    there = drawn.people[0]
    calm._on_typed(NewPerson("Karen", there.sector_key, there.ring, 0.0), there.person_id)
    assert not calm.undo_button.isEnabled()
    calm._on_undo()
    assert now(context, case) == drawn


def test_no_key_takes_anybody_off_or_draws_a_line_and_escape_leaves(
    calm: MapWithChild, context: Context, case: Case, drawn: NetworkMap
) -> None:
    QTest.mouseClick(calm.canvas, LEFT, pos=spot(calm, drawn.people[0].id))
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_S, Qt.Key.Key_L, Qt.Key.Key_Return, Qt.Key.Key_Question):
        QTest.keyClick(calm.canvas, key)
    QTest.mouseDClick(calm.canvas, LEFT, pos=spot(calm, drawn.people[0].id))
    assert now(context, case) == drawn

    QTest.keyClick(calm.canvas, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert now(context, case).people[0].ring < drawn.people[0].ring
    QTest.keyClick(calm.canvas, Qt.Key.Key_Escape)
    assert calm.isVisible(), "the first Esc lets go of who is chosen"
    QTest.keyClick(calm.canvas, Qt.Key.Key_Escape)
    assert not calm.isVisible()
