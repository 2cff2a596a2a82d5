"""The drawing of the network map: what mouse and keys do in it, each one step that can be undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.core.network_layout import RING_EDGES, Point, at
from app.core.records.case import Case
from app.core.records.network import MapPerson, NetworkMap, RelationQuality, Ring, Support
from app.services.network_maps import map_of_case
from app.services.people import all_people
from app.ui.context import Context
from app.ui.dialogs.edit_map_person import EditMapPerson
from app.ui.pages.case.network_map_view import NetworkMapView
from app.ui.widgets.network_overlay import handle_of
from tests.factories import Office

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def case(office: Office) -> Case:
    return office.case("Alma")


@pytest.fixture
def drawn(office: Office, case: Case) -> NetworkMap:
    """Karen, Bo and Lis, in three sectors and without lines."""
    network = office.map(case, *(office.person(case, name) for name in ("Karen", "Bo", "Lis")))
    sectors = [sector.key for sector in office.catalogue.sectors(office.today)]
    people = tuple(
        MapPerson(id=place.id, person_id=place.person_id, role="", sector_key=sectors[2 * n], ring=Ring.REGULAR)
        for n, place in enumerate(network.people)
    )
    return office.redraw(network, people=people)


@pytest.fixture
def tab(qtbot: QtBot, context: Context, case: Case, drawn: NetworkMap) -> NetworkMapView:
    tab = NetworkMapView(context)
    qtbot.addWidget(tab)
    tab.show_case(case.id)
    tab.resize(1100, 620)
    tab.show()
    qtbot.waitExposed(tab)
    tab.canvas.setFocus()
    return tab


def now(tab: NetworkMapView) -> NetworkMap:
    found = tab.context.read(map_of_case, tab.case_id)
    assert found is not None
    return found


def spot(tab: NetworkMapView, place_id: str) -> QPoint:
    picture = tab.canvas.picture()
    assert picture is not None
    node = picture.nodes[place_id]
    return picture.to_screen(Point(node.x, node.y)).toPoint()


def ground(tab: NetworkMapView, angle: float, ring: Ring) -> QPoint:
    picture = tab.canvas.picture()
    assert picture is not None
    return picture.to_screen(at(angle, (RING_EDGES[ring - 1] + RING_EDGES[ring]) / 2)).toPoint()


def middle(tab: NetworkMapView) -> QPoint:
    picture = tab.canvas.picture()
    assert picture is not None
    return picture.to_screen(Point(0, 0)).toPoint()


def drag(
    tab: NetworkMapView, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.mousePress(tab.canvas, LEFT, held, start)
    QTest.mouseMove(tab.canvas, (start + end) / 2)
    QTest.mouseMove(tab.canvas, end)
    tab.canvas.grab()
    QTest.mouseRelease(tab.canvas, LEFT, held, end)


def press(tab: NetworkMapView, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    QTest.keyClick(tab.canvas, key, held)


# Lines


def test_a_line_is_drawn_from_the_dot_beside_somebody_to_somebody_else_and_undone(
    tab: NetworkMapView, drawn: NetworkMap
) -> None:
    karen, bo, _ = drawn.people
    # The mouse may stand there already, and then nothing would be told of a move.
    QTest.mouseMove(tab.canvas, QPoint(3, 200))
    QTest.mouseMove(tab.canvas, spot(tab, karen.id))
    picture = tab.canvas.picture()
    assert picture is not None
    handle = handle_of(picture, karen.id)
    assert handle is not None

    drag(tab, handle.toPoint(), spot(tab, bo.id))

    (line,) = now(tab).relations
    assert {line.from_id, line.to_id} == {karen.id, bo.id}
    assert line.quality is RelationQuality.ORDINARY
    assert now(tab).people == drawn.people
    tab.context.undo()
    assert now(tab).relations == ()


def test_a_line_is_drawn_from_the_child_and_let_go_over_nobody_it_is_none(
    tab: NetworkMapView, drawn: NetworkMap
) -> None:
    drag(tab, middle(tab), spot(tab, drawn.people[2].id))
    (line,) = now(tab).relations
    assert (line.from_id, line.to_id) == (None, drawn.people[2].id)

    drag(tab, middle(tab), ground(tab, 200, Ring.DISTANT))
    assert len(now(tab).relations) == 1


def test_the_bar_beside_the_line_changes_its_quality_its_support_and_takes_it_away(
    tab: NetworkMapView, drawn: NetworkMap
) -> None:
    karen = drawn.people[0]
    drag(tab, middle(tab), spot(tab, karen.id))
    bar = tab.canvas.line_bar
    assert bar.isVisible()

    bar.qualities[RelationQuality.STRAINED].click()
    bar.supports[Support.GIVEN].click()

    (line,) = now(tab).relations
    # The bar tells it from the person, the map keeps it from the child.
    assert (line.quality, line.support) == (RelationQuality.STRAINED, Support.RECEIVED)
    assert bar.supports[Support.GIVEN].isChecked()
    assert "Karen" in bar.supports[Support.GIVEN].accessibleName()
    bar.removal_asked.emit()
    assert now(tab).relations == ()
    assert not bar.isVisible()


def test_a_line_is_chosen_by_a_click_and_taken_away_by_a_key(tab: NetworkMapView, drawn: NetworkMap) -> None:
    karen = drawn.people[0]
    drag(tab, middle(tab), spot(tab, karen.id))
    press(tab, Qt.Key.Key_Escape)
    assert not tab.canvas.line_bar.isVisible()

    half = middle(tab) * 0.35 + spot(tab, karen.id) * 0.65
    QTest.mouseClick(tab.canvas, LEFT, pos=half)
    assert tab.canvas.line_bar.isVisible()
    press(tab, Qt.Key.Key_Delete)

    assert now(tab).relations == ()


def test_by_keyboard_a_line_is_drawn_to_another_in_the_quality_of_its_letter(
    tab: NetworkMapView, drawn: NetworkMap
) -> None:
    karen, bo, _ = drawn.people
    tab.table.select(karen.id)
    press(tab, Qt.Key.Key_L)
    press(tab, Qt.Key.Key_PageDown)
    while (target := tab.canvas._new_line) is not None and target[1] != bo.id:
        press(tab, Qt.Key.Key_PageDown)
    tab.canvas.grab()
    press(tab, Qt.Key.Key_Return)
    press(tab, Qt.Key.Key_U)
    assert now(tab).relations[0].support is Support.GIVEN
    press(tab, Qt.Key.Key_T)

    (line,) = now(tab).relations
    assert {line.from_id, line.to_id} == {karen.id, bo.id}
    assert line.quality is RelationQuality.STRAINED
    # The line is done with, and the work goes on from whom it was drawn.
    assert not tab.canvas.line_bar.isVisible()
    assert tab.canvas.chosen() == (karen.id,)


def test_with_somebody_chosen_letters_and_digits_draw_the_line_to_the_child(
    tab: NetworkMapView, drawn: NetworkMap
) -> None:
    karen = drawn.people[0]
    tab.table.select(karen.id)
    press(tab, Qt.Key.Key_S)
    press(tab, Qt.Key.Key_U)
    (line,) = now(tab).relations
    assert (line.from_id, line.quality, line.support) == (None, RelationQuality.STRONG, Support.RECEIVED)

    press(tab, Qt.Key.Key_3)
    assert now(tab).relations[0].quality is RelationQuality.WEAK
    assert now(tab).relations[0].support is Support.RECEIVED
    press(tab, Qt.Key.Key_L)
    press(tab, Qt.Key.Key_Escape)
    assert tab.canvas.chosen() == (karen.id,)


# Several


def test_several_in_a_frame_are_moved_together_and_come_back_in_one_step(
    tab: NetworkMapView, drawn: NetworkMap
) -> None:
    start, end = QPoint(2, 60), QPoint(tab.canvas.width() - 2, tab.canvas.height() - 2)
    drag(tab, start, end)
    assert tab.canvas.chosen() == ()  # the background itself is what the mouse moves
    drag(tab, start, end, held=Qt.KeyboardModifier.ShiftModifier)
    assert set(tab.canvas.chosen()) == {place.id for place in drawn.people}

    lis = drawn.people[2]
    start = spot(tab, lis.id)
    drag(tab, start, start + (middle(tab) - start) * 0.35)

    after = now(tab).people
    assert all(place.angle is not None for place in after)
    assert after[2].ring is Ring.CLOSE
    tab.context.undo()
    assert now(tab).people == drawn.people


def test_with_ctrl_several_are_chosen_and_taken_off_together(tab: NetworkMapView, drawn: NetworkMap) -> None:
    for place in drawn.people[:2]:
        QTest.mouseClick(tab.canvas, LEFT, CTRL, spot(tab, place.id))
    assert len(tab.canvas.chosen()) == 2
    QTest.mouseClick(tab.canvas, LEFT, CTRL, spot(tab, drawn.people[1].id))
    assert tab.canvas.chosen() == (drawn.people[0].id,)

    press(tab, Qt.Key.Key_A, CTRL)
    press(tab, Qt.Key.Key_Delete)
    assert now(tab).people == ()


# Moving by keyboard


def test_alt_and_arrow_keys_move_to_the_ring_and_the_group_beside(tab: NetworkMapView, drawn: NetworkMap) -> None:
    sectors = [sector.key for sector in tab.context.catalogue.sectors(tab.context.today())]
    tab.table.select(drawn.people[0].id)
    press(tab, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert now(tab).people[0].ring is Ring.CLOSE

    press(tab, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    press(tab, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    moved = now(tab).people[0]
    assert (moved.ring, moved.sector_key) == (Ring.REGULAR, sectors[1])
    for _ in range(2):
        press(tab, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert now(tab).people[0].sector_key == sectors[5]


def test_the_list_moves_closer_and_further_too(tab: NetworkMapView, drawn: NetworkMap) -> None:
    tab.table.select(drawn.people[0].id)
    tab._on_further_key()
    assert now(tab).people[0].ring is Ring.DISTANT
    tab._on_further_key()
    assert now(tab).people[0].ring is Ring.DISTANT
    tab._on_closer_key()
    assert now(tab).people[0].ring is Ring.REGULAR


def test_every_person_is_reached_by_page_down(tab: NetworkMapView, drawn: NetworkMap) -> None:
    met: set[str] = set()
    for _ in drawn.people:
        press(tab, Qt.Key.Key_PageDown)
        met.update(tab.canvas.chosen())
    assert met == {place.id for place in drawn.people}


def test_with_shift_page_down_chooses_several(tab: NetworkMapView, drawn: NetworkMap) -> None:
    press(tab, Qt.Key.Key_PageDown)
    press(tab, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ShiftModifier)
    assert len(tab.canvas.chosen()) == 2
    press(tab, Qt.Key.Key_PageDown)
    assert len(tab.canvas.chosen()) == 1


def test_somebody_let_go_over_the_child_stays_where_they_were(tab: NetworkMapView, drawn: NetworkMap) -> None:
    drag(tab, spot(tab, drawn.people[0].id), middle(tab))
    assert now(tab) == drawn


def test_escape_lets_somebody_who_is_dragged_go_back(tab: NetworkMapView, drawn: NetworkMap) -> None:
    QTest.mousePress(tab.canvas, LEFT, pos=spot(tab, drawn.people[0].id))
    QTest.mouseMove(tab.canvas, ground(tab, 200, Ring.CLOSE))
    press(tab, Qt.Key.Key_Escape)
    QTest.mouseRelease(tab.canvas, LEFT, pos=ground(tab, 200, Ring.CLOSE))
    assert now(tab) == drawn


# Typing


def test_a_name_typed_with_nobody_chosen_puts_them_on_the_map_with_a_line(
    tab: NetworkMapView, drawn: NetworkMap
) -> None:
    QTest.keyClick(tab.canvas, Qt.Key.Key_A)
    typing = tab.canvas.typing
    assert typing.isVisible()
    field = typing.field()
    assert field is not None
    QTest.keyClicks(field.edit, "nne Holm, mother's mother")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)

    new = now(tab).people[-1]
    assert now(tab).relations[-1].to_id == new.id
    person = {one.id: one for one in tab.context.read(all_people)}[new.person_id]
    assert (person.first_name, person.last_name, new.role) == ("anne", "Holm", "mother's mother")
    row = tab.table.current()
    assert row is not None
    assert row.person.id == new.id
    tab.context.undo()
    assert now(tab) == drawn


def test_typed_at_a_place_they_stand_there(tab: NetworkMapView, drawn: NetworkMap) -> None:
    QTest.mouseDClick(tab.canvas, LEFT, pos=ground(tab, 95, Ring.CLOSE))
    field = tab.canvas.typing.field()
    assert field is not None
    QTest.keyClicks(field.edit, "Palle")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)

    new = now(tab).people[-1]
    assert new.ring is Ring.CLOSE
    assert new.angle == pytest.approx(95, abs=2)


def test_somebody_known_is_offered_and_taken_as_they_are(
    tab: NetworkMapView, drawn: NetworkMap, office: Office, case: Case
) -> None:
    teacher = office.person(case, "Gerda", "teacher", last_name="Vang", is_professional=True)
    press(tab, Qt.Key.Key_Insert)
    field = tab.canvas.typing.field()
    assert field is not None
    field.pick(teacher.id)
    QTest.keyClick(field.edit, Qt.Key.Key_Return)

    new = now(tab).people[-1]
    assert new.person_id == teacher.id
    assert new.role


def test_a_name_that_somebody_of_another_case_has_is_asked_about(
    qtbot: QtBot, tab: NetworkMapView, drawn: NetworkMap, office: Office
) -> None:
    office.person(office.case("Emil"), "Bo", last_name="Lind")
    press(tab, Qt.Key.Key_Insert)
    field = tab.canvas.typing.field()
    assert field is not None
    QTest.keyClicks(field.edit, "bo lind")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)

    (dialog,) = tab.findChildren(EditMapPerson)
    qtbot.addWidget(dialog)
    assert "already" in dialog.form.problem_at("name")
    assert now(tab) == drawn


def test_escape_closes_the_line_and_adds_nobody(tab: NetworkMapView, drawn: NetworkMap) -> None:
    QTest.keyClick(tab.canvas, Qt.Key.Key_A)
    field = tab.canvas.typing.field()
    assert field is not None
    QTest.keyClick(field.edit, Qt.Key.Key_Escape)
    assert not tab.canvas.typing.isVisible()
    assert now(tab) == drawn


# The menu and the keys


def test_the_menu_of_a_person_does_what_the_drawing_does(tab: NetworkMapView, drawn: NetworkMap) -> None:
    karen = drawn.people[0]
    where = spot(tab, karen.id)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, tab.canvas.mapToGlobal(where))
    QApplication.sendEvent(tab.canvas, event)
    menu = next(menu for menu in tab.findChildren(QMenu) if menu.parent() is tab)
    inner = [menu, *menu.findChildren(QMenu)]
    actions = {action.text().partition("\t")[0]: action for one in inner for action in one.actions()}

    actions["Strained"].trigger()
    assert now(tab).relations[0].quality is RelationQuality.STRAINED
    actions["Karen supports Alma"].trigger()
    assert now(tab).relations[0].support is Support.RECEIVED
    actions["close"].trigger()
    assert now(tab).people[0].ring is Ring.CLOSE
    actions["Take off the map"].trigger()
    assert len(now(tab).people) == 2
    menu.close()


def test_the_sheet_of_keys_opens_with_a_question_mark_and_names_every_letter(
    tab: NetworkMapView, drawn: NetworkMap
) -> None:
    QTest.keyClicks(tab.canvas, "?")
    assert tab.canvas.keys.isVisible()
    assert "S O W T B" in tab.canvas.keys.accessibleDescription()
    QTest.keyClick(tab.canvas.keys, Qt.Key.Key_Escape)
    assert not tab.canvas.keys.isVisible()
    assert tab.canvas.hasFocus()
