"""The network tab: what the drawing does, the list does too, and a kept version is only looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.core.network_layout import RING_EDGES, Point, at
from app.core.records.case import Case
from app.core.records.meeting import Guest
from app.core.records.network import Invitation, NetworkMap, RelationQuality, Ring, Support
from app.services.meetings import void_meeting
from app.services.network_maps import map_of_case, save_map, versions_of_case
from app.services.people import all_people, people_of_case
from app.ui.context import Context, Destination
from app.ui.dialogs.edit_map_person import EditMapPerson
from app.ui.dialogs.edit_relation import EditRelation
from app.ui.dialogs.keep_map_version import KeepMapVersion
from app.ui.pages.case.network_map_view import NetworkMapView
from app.ui.widgets.form_dialog import FormDialog
from tests.factories import Office


@pytest.fixture
def case(office: Office) -> Case:
    return office.case("Alma")


def shown(qtbot: QtBot, context: Context, case: Case) -> NetworkMapView:
    tab = NetworkMapView(context)
    qtbot.addWidget(tab)
    tab.show_case(case.id)
    tab.resize(1100, 600)
    tab.show()
    return tab


def working(context: Context, case: Case) -> NetworkMap:
    drawn = context.read(map_of_case, case.id)
    assert drawn is not None
    return drawn


def spot(tab: NetworkMapView, place_id: str) -> QPoint:
    picture = tab.canvas.picture()
    assert picture is not None
    node = picture.nodes[place_id]
    return picture.to_screen(Point(node.x, node.y)).toPoint()


def on_screen(tab: NetworkMapView, angle: float, ring: Ring) -> QPoint:
    picture = tab.canvas.picture()
    assert picture is not None
    return picture.to_screen(at(angle, (RING_EDGES[ring - 1] + RING_EDGES[ring]) / 2)).toPoint()


def drag(tab: NetworkMapView, start: QPoint, end: QPoint) -> None:
    canvas = tab.canvas
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, (start + end) / 2)
    QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)


def fill(dialog: FormDialog, **values: object) -> None:
    dialog.form.set_values(values)
    dialog.save_button.click()


def test_dragging_a_person_moves_them_and_one_undo_brings_them_back(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    network = office.map(case, office.person(case, "Karen"), office.person(case, "Bo"))
    tab = shown(qtbot, context, case)
    karen, bo = network.people

    drag(tab, spot(tab, karen.id), on_screen(tab, 200, Ring.CLOSE))

    moved, stayed = working(context, case).people
    assert (moved.ring, moved.sector_key) == (Ring.CLOSE, office.catalogue.sectors(context.today())[3].key)
    assert moved.angle == pytest.approx(200, abs=2)
    assert stayed == bo
    context.undo()
    assert working(context, case).people == (karen, bo)


def test_a_click_that_trembles_moves_nobody(qtbot: QtBot, context: Context, office: Office, case: Case) -> None:
    network = office.map(case, office.person(case, "Karen"))
    tab = shown(qtbot, context, case)
    start = spot(tab, network.people[0].id)

    drag(tab, start, start + QPoint(1, 1))

    assert working(context, case) == network
    assert tab.table.current() is not None


def test_what_is_chosen_in_the_drawing_is_chosen_in_the_list_and_the_other_way_round(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    network = office.map(case, office.person(case, "Karen"), office.person(case, "Bo"))
    tab = shown(qtbot, context, case)
    karen, bo = network.people

    QTest.mouseClick(tab.canvas, Qt.MouseButton.LeftButton, pos=spot(tab, bo.id))
    row = tab.table.current()
    assert row is not None
    assert row.person.id == bo.id

    tab.table.select(karen.id)
    assert "Karen" in tab.canvas.accessibleDescription()


def test_arrow_keys_walk_and_with_shift_move_the_one_chosen(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    network = office.redraw(office.map(case, office.person(case, "Karen")))
    tab = shown(qtbot, context, case)
    QTest.keyClick(tab.canvas, Qt.Key.Key_Right)
    assert tab.table.current() is not None

    QTest.keyClick(tab.canvas, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert working(context, case).people[0].ring is Ring.DISTANT

    QTest.keyClick(tab.canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(tab.canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert working(context, case).people[0].ring is Ring.CLOSE
    assert working(context, case).people[0].sector_key == network.people[0].sector_key


def test_delete_takes_a_person_off_the_map_but_not_out_of_the_case(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    office.map(case, office.person(case, "Karen"))
    tab = shown(qtbot, context, case)
    QTest.keyClick(tab.canvas, Qt.Key.Key_Right)

    QTest.keyClick(tab.canvas, Qt.Key.Key_Delete)

    assert working(context, case).people == ()
    assert len(context.read(people_of_case, case.id)) == 1


def test_an_empty_map_begins_with_the_family_of_the_case(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    mother = office.person(case, "Karen", "mother")
    office.person(case, "Lis", "teacher")
    tab = shown(qtbot, context, case)

    tab._empty.button.click()

    (place,) = working(context, case).people
    assert (place.person_id, place.ring) == (mother.id, Ring.CLOSE)
    assert tab.table.rows()[0].person.name == "Karen"


def test_a_person_typed_is_new_and_a_person_picked_is_the_one_who_is_there(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    mother = office.person(case, "Karen", "mother", last_name="Kjær")
    child = office.status(case).file.child
    empty = NetworkMap(case_id=case.id)
    picked = EditMapPerson(context, empty, child)
    qtbot.addWidget(picked)
    picked._name.pick(mother.id)
    picked._name.edited.emit()
    picked.save_button.click()
    before = len(context.read(all_people))

    typed = EditMapPerson(context, working(context, case), child)
    qtbot.addWidget(typed)
    fill(typed, name="Anne Marie Holm", sector_key="friends")

    known, new = working(context, case).people
    assert (known.person_id, known.role, known.sector_key) == (mother.id, "Mother", "household")
    people = {person.id: person for person in context.read(all_people)}
    assert (people[new.person_id].first_name, people[new.person_id].last_name) == ("Anne Marie", "Holm")
    assert len(people) == before + 1


def test_a_name_that_is_known_already_is_asked_about_once(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    office.person(office.case("Emil"), "Bo", last_name="Lind")
    dialog = EditMapPerson(context, NetworkMap(case_id=case.id), office.status(case).file.child)
    qtbot.addWidget(dialog)
    dialog.show()

    fill(dialog, name="bo lind", sector_key="friends")
    assert "already" in dialog.form.problem_at("name")
    assert context.read(map_of_case, case.id) is None

    dialog.save_button.click()
    assert len(working(context, case).people) == 1


def test_support_is_told_from_the_person_and_kept_from_the_child(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    network = office.map(case, office.person(case, "Karen"))
    tab = shown(qtbot, context, case)
    dialog = EditMapPerson(context, network, office.status(case).file.child, network.people[0])
    qtbot.addWidget(dialog)

    fill(dialog, quality=RelationQuality.STRONG, support=Support.GIVEN)

    (line,) = working(context, case).relations
    assert (line.from_id, line.quality, line.support) == (None, RelationQuality.STRONG, Support.RECEIVED)
    tab.table.select(network.people[0].id)
    assert tab.detail.facts()["Line to Alma"] == "strong, supports Alma"


def test_a_line_between_two_others_is_drawn_and_taken_away(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    network = office.map(case, office.person(case, "Karen"), office.person(case, "Bo"))
    karen, bo = network.people
    names = {karen.id: "Karen", bo.id: "Bo"}
    tab = shown(qtbot, context, case)
    drawing = EditRelation(context, network, names, karen.id)
    qtbot.addWidget(drawing)
    fill(drawing, other=bo.id, quality=RelationQuality.STRAINED)
    tab.table.select(bo.id)
    assert [(line.lead, line.text) for line in tab.detail.lines()] == [("Karen", "strained")]

    erasing = EditRelation(context, working(context, case), names, bo.id, karen.id)
    qtbot.addWidget(erasing)
    fill(erasing, quality="")
    assert working(context, case).relations == ()


def test_a_kept_version_is_shown_as_it_was_and_cannot_be_changed(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    network = office.map(case, office.person(case, "Karen"), office.person(case, "Bo"))
    tab = shown(qtbot, context, case)
    keeping = KeepMapVersion(context, network, "Alma")
    qtbot.addWidget(keeping)
    fill(keeping, drawn_on=date(2026, 3, 3), drawn_by="M. Holm", viewpoint="Alma")
    tab.canvas.removal_asked.emit((network.people[0].id,))
    assert len(tab.table.rows()) == 1

    # The day of a version that was kept is proposed for no other.
    again = KeepMapVersion(context, working(context, case), "Alma")
    qtbot.addWidget(again)
    assert again.form.field("drawn_on").value() == context.today()
    (version,) = context.read(versions_of_case, case.id)
    tab.versions.set_value(version.id)
    tab.versions.edited.emit()

    assert len(tab.table.rows()) == 2
    drag(tab, spot(tab, network.people[1].id), on_screen(tab, 300, Ring.CLOSE))
    QTest.keyClick(tab.canvas, Qt.Key.Key_Delete)
    assert len(working(context, case).people) == 1
    assert working(context, case).people[0].angle is None


def test_a_map_cannot_be_drawn_tomorrow(qtbot: QtBot, context: Context, office: Office, case: Case) -> None:
    network = office.map(case, office.person(case))
    dialog = KeepMapVersion(context, network, "Alma")
    qtbot.addWidget(dialog)
    dialog.show()

    fill(dialog, drawn_on=date(2027, 1, 1))

    assert dialog.form.problem_at("drawn_on")
    assert context.read(versions_of_case, case.id) == ()


def test_a_protected_person_is_named_to_the_caseworker_and_marked(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    office.map(case, office.person(case, "Karen", protected=True))
    tab = shown(qtbot, context, case)

    (row,) = tab.table.rows()

    assert row.person.name == "Karen"
    assert row.person.protected


def test_forty_people_with_the_longest_names_all_have_their_name_or_number_and_paint_smoothly(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    odd = ("Łukasz", "Оксана", "محمد", "<b>&", "Anne-Marie Frederikke Charlotte von Bernstorff-Gyldensteen")
    office.map(case, *(office.person(case, odd[n % 5], last_name=f"Nr. {n}") for n in range(40)))
    tab = shown(qtbot, context, case)
    picture = tab.canvas.picture()
    assert picture is not None
    assert len(picture.nodes) == 40
    edges = tab.canvas.rect()
    for label in picture.names.labels:
        assert edges.contains(picture.rect(label.box).toAlignedRect().adjusted(1, 1, -1, -1))
    tab.canvas.grab()

    tab.canvas.highlight(next(iter(picture.nodes)))
    tab.canvas.grab()

    assert tab.canvas.picture() is picture, "a frame must not lay the map out anew"


def test_another_case_begins_with_its_own_working_map(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    office.map(case, office.person(case, "Karen"))
    other = office.case("Emil")
    tab = shown(qtbot, context, case)

    tab.show_case(other.id)

    assert tab.table.rows() == ()
    assert "Emil" in tab.canvas.accessibleName()


def test_the_tooltip_says_all_of_a_person(qtbot: QtBot, context: Context, office: Office, case: Case) -> None:
    network = office.map(case, office.person(case, "Karen", deceased=True))
    tab = shown(qtbot, context, case)

    QTest.mouseMove(tab.canvas, QPoint(200, 3))
    QTest.mouseMove(tab.canvas, spot(tab, network.people[0].id))
    QApplication.sendPostedEvents()

    assert "Karen" in tab.canvas.toolTip()
    assert "deceased" in tab.canvas.toolTip()
    picture = tab.canvas.picture()
    assert picture is not None
    assert picture.person_at(QPointF(2, 2)) == ""


def test_what_no_column_has_room_for_is_heard_in_the_list_and_stands_below_it(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    karen = office.person(case, "Karen", deceased=True)
    network = office.map(case, karen)
    place = replace(network.people[0], can_help="weekends")
    context.write(save_map, replace(network, people=(place,)), context.today())
    office.meeting(case, guests=(Guest(person_id=karen.id, answer=Invitation.YES),))
    tab = shown(qtbot, context, case)

    assert [column.key for column in tab.table.model.columns] == ["number", "name", "role", "ring"]
    name = tab.table.model.index(0, 1)
    heard = str(tab.table.model.data(name, Qt.ItemDataRole.AccessibleDescriptionRole))
    for part in ("Karen", "deceased", "can help with weekends", "network meeting: Has said yes", "Household"):
        assert part in heard
    tab.table.select(place.id)
    told = tab.detail.facts()
    assert told["Can help with"] == "weekends"
    assert told["Network meeting"] == "Has said yes"
    assert "Household" in told["Closeness"]


def test_who_is_asked_to_the_coming_meeting_is_heard_and_told_in_the_legend_while_there_is_one(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    people = [office.person(case, name) for name in ("Karen", "Bo", "Ida", "Per")]
    network = office.map(case, *people)
    tab = shown(qtbot, context, case)
    assert "network meeting" not in tab.legend.accessibleDescription()
    assert "network meeting" not in tab.canvas.accessibleDescription()

    answers = (Invitation.YES, Invitation.ASKED, Invitation.YES)
    guests = tuple(Guest(person_id=one.id, answer=answer) for one, answer in zip(people, answers, strict=False))
    meeting = office.meeting(case, guests=guests)
    tab.refresh()
    legend = tab.legend.accessibleDescription()
    assert "deceased, protected, network meeting: asked, network meeting: yes, strong" in legend
    assert "network meeting: no" not in legend
    assert "3 people are asked to the network meeting. 2 have said yes" in tab.canvas.accessibleDescription()
    tab.table.select(network.people[0].id)
    heard = tab.canvas.accessibleDescription()
    assert "network meeting: Has said yes" in heard
    assert "3 people" not in heard

    context.write(void_meeting, meeting.id, context.today(), "Hører til en anden sag")
    tab.refresh()
    assert "network meeting" not in tab.legend.accessibleDescription()


def test_with_nobody_chosen_the_list_has_the_room(qtbot: QtBot, context: Context, office: Office, case: Case) -> None:
    network = office.map(case, office.person(case, "Karen"))
    tab = shown(qtbot, context, case)
    tab.table.select(network.people[0].id)
    qtbot.waitUntil(lambda: bool(tab.detail.facts()))
    low = tab.table.height()

    QTest.mouseClick(tab.canvas, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))

    assert tab.table.current() is None
    qtbot.waitUntil(lambda: tab.table.height() > low + 40)


def test_the_list_of_forty_with_the_longest_names_does_not_scroll_to_the_side(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    name = "Anne-Marie Frederikke Charlotte von Bernstorff-Gyldensteen"
    office.map(case, *(office.person(case, name, last_name=f"Nr. {n}") for n in range(40)))
    tab = shown(qtbot, context, case)
    tab.resize(1106, 560)
    bar = tab.table.view.verticalScrollBar()
    qtbot.waitUntil(bar.isVisible)

    assert tab.table.view.horizontalScrollBar().maximum() == 0


def test_somebody_on_the_map_is_invited_to_a_meeting_unless_they_have_died(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    karen, lis = office.person(case, "Karen"), office.person(case, "Lis", deceased=True)
    network = office.map(case, karen, lis)
    tab = shown(qtbot, context, case)
    went: list[Destination] = []
    context.went.connect(went.append)
    tab.table.select(network.people[0].id)
    button = next(one for one in tab.detail.findChildren(QPushButton) if one.text() == "Invite …")
    button.click()
    assert [(one.tab, one.item) for one in went] == [("meetings", f"plan:{karen.id}")]
    tab.table.select(network.people[1].id)
    assert button.isHidden()
