"""Two maps in one drawing: what became different is told in words, and the slider leads from the one to the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core import network_editing as editing
from app.core.network_comparison import MapChangeKind, compare
from app.core.records.case import Case
from app.core.records.documents import DocumentRelation
from app.core.records.network import MapPerson, NetworkMap, RelationQuality, Ring, Support
from app.services.documents import network_document
from app.services.network_maps import keep_version, save_map
from app.services.people import all_people, save_person
from app.ui.context import Context
from app.ui.dialogs.compare_maps import CompareMaps
from app.ui.dialogs.network_changes import ChangeWords
from app.ui.pages.case.network_map_view import NetworkMapView
from app.words import Words
from tests.core.network_documents import document, person
from tests.factories import Office

MARCH = date(2026, 3, 3)


@pytest.fixture
def case(office: Office) -> Case:
    return office.case("Alma")


@pytest.fixture
def drawn(office: Office, case: Case) -> NetworkMap:
    """Karen came closer and Bo went since the version of March; Lis is new."""
    network = office.map(case, office.person(case, "Karen"), office.person(case, "Bo"))
    document = office.store.read(network_document, case.id, office.catalogue, office.today, number=1)
    office.store.write(keep_version, case.id, replace(document, drawn_on=MARCH), MARCH)
    karen, bo = network.people
    ring = Ring.DISTANT if karen.ring is Ring.CLOSE else Ring(karen.ring - 1)
    lis = office.person(case, "Lis")
    changed = editing.without_person(network, bo.id)
    changed = editing.put_in(changed, karen.id, karen.sector_key, ring)
    changed = editing.with_person(changed, MapPerson(person_id=lis.id, sector_key=karen.sector_key))
    office.store.write(save_map, changed, office.today, ())
    return changed


@pytest.fixture
def dialog(qtbot: QtBot, context: Context, case: Case, drawn: NetworkMap) -> CompareMaps:
    dialog = CompareMaps(context, case.id)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_latest_version_and_the_working_map_are_compared_to_begin_with(dialog: CompareMaps) -> None:
    kinds = {change.kind: change.person.name for change in dialog.changes()}
    assert kinds[MapChangeKind.CAME] == "Lis"
    assert kinds[MapChangeKind.WENT] == "Bo"
    assert kinds.keys() & {MapChangeKind.CLOSER, MapChangeKind.FURTHER}
    assert len(dialog.list.lines()) == len(dialog.changes())


def test_where_the_working_map_was_just_kept_the_two_latest_versions_are_compared(
    qtbot: QtBot, context: Context, office: Office, case: Case, drawn: NetworkMap
) -> None:
    kept = context.read(network_document, case.id, office.catalogue, office.today, number=2)
    context.write(keep_version, case.id, replace(kept, drawn_on=office.today), office.today)
    dialog = CompareMaps(context, case.id)
    qtbot.addWidget(dialog)
    assert dialog.changes()
    assert [field.combo.currentText()[:9] for field in (dialog.before, dialog.after)] == ["Version 1", "Version 2"]


def test_turned_round_who_came_has_gone(dialog: CompareMaps) -> None:
    before, after = dialog.before.value(), dialog.after.value()
    dialog.before.set_value(after)
    dialog.after.set_value(before)
    dialog.after.edited.emit()
    kinds = {change.kind: change.person.name for change in dialog.changes()}
    assert (kinds[MapChangeKind.CAME], kinds[MapChangeKind.WENT]) == ("Bo", "Lis")

    dialog.after.set_value(after)
    dialog.after.edited.emit()
    assert dialog.changes() == ()


def test_keys_move_the_slider_and_the_drawing_is_another_at_its_ends(dialog: CompareMaps) -> None:
    first = dialog.drawing.grab().toImage()
    dialog.slider.setFocus()
    QTest.keyClick(dialog.slider, Qt.Key.Key_End)
    assert dialog.slider.value() == 100
    assert dialog.drawing.grab().toImage() != first
    QTest.keyClick(dialog.slider, Qt.Key.Key_PageDown)
    QTest.keyClick(dialog.slider, Qt.Key.Key_Home)
    assert dialog.drawing.grab().toImage() == first


def test_a_line_of_the_list_leads_to_where_somebody_is_seen(dialog: CompareMaps) -> None:
    kinds = [change.kind for change in dialog.changes()]
    model = dialog.list.model()
    dialog.list.setCurrentIndex(model.index(kinds.index(MapChangeKind.CAME), 0))
    assert dialog.slider.value() == 100
    dialog.list.setCurrentIndex(model.index(kinds.index(MapChangeKind.WENT), 0))
    assert dialog.slider.value() == 0


def test_all_of_it_is_copied_as_text(dialog: CompareMaps) -> None:
    dialog._copy.click()
    text = QGuiApplication.clipboard().text()
    assert "Lis: new on the map" in text
    assert text in dialog.drawing.accessibleDescription()


def test_who_is_protected_is_named_on_the_screen_and_leaves_the_program_by_role_alone(
    qtbot: QtBot, context: Context, office: Office, case: Case, drawn: NetworkMap
) -> None:
    (karen,) = (one for one in context.read(all_people) if one.first_name == "Karen")
    context.write(save_person, replace(karen, last_name="Vang", protected=True), office.today)
    dialog = CompareMaps(context, case.id)
    qtbot.addWidget(dialog)
    assert "Karen Vang" in {line.lead for line in dialog.list.lines()}
    assert "Karen Vang" in dialog.drawing.accessibleDescription()
    dialog._copy.click()
    text = QGuiApplication.clipboard().text()
    assert "Karen" not in text
    assert "protected person: " in text


def test_without_a_kept_version_there_is_nothing_to_compare(qtbot: QtBot, context: Context, office: Office) -> None:
    other = office.case("Emil")
    office.map(other, office.person(other, "Rie"))
    tab = NetworkMapView(context)
    qtbot.addWidget(tab)
    tab.show_case(other.id)
    tab.show()
    assert not tab._compare.isEnabled()


@pytest.mark.parametrize("language", ["en", "da"])
def test_every_kind_of_change_is_told_in_a_sentence_of_its_own(language: str) -> None:
    def line(to: str, quality: RelationQuality, support: Support = Support.NONE, **ends: str) -> DocumentRelation:
        return DocumentRelation(from_id=ends.get("start"), to_id=to, quality=quality, support=support)

    strong, weak = RelationQuality.STRONG, RelationQuality.WEAK
    names = ("closer", "further", "group", "role", "died", "help", "helped")
    then = document(
        *(person(name) for name in names[:-1]),
        person("helped", can_help="weekends"),
        person("went"),
        lines=(line("closer", strong), line("further", strong), line("group", strong), line("role", strong)),
    )
    now = document(
        person("closer", ring=Ring.CLOSE),
        person("further", ring=Ring.DISTANT),
        person("group", "friends"),
        person("role", role="Aunt"),
        person("died", deceased=True),
        person("help", can_help="homework"),
        person("helped"),
        person("came"),
        lines=(
            line("further", weak),
            line("group", strong, Support.GIVEN),
            line("role", strong, Support.BOTH),
            line("died", weak, start="help"),
        ),
    )
    found = compare(then, now)
    told = ChangeWords(Words(language), "Alma", now.sectors)
    sentences = [f"{told.name(change.person)} {told.text(change)}" for change in found]

    assert {change.kind for change in found} == set(MapChangeKind)
    assert len(set(sentences)) == len(sentences)
    assert all("{" not in sentence for sentence in sentences)
    assert told.name(None) == "Alma"
    assert any("Alma" in sentence for sentence in sentences)


def test_a_role_that_stayed_is_told_as_no_change_in_whatever_language_it_was_typed(
    qtbot: QtBot, context: Context, case: Case, office: Office
) -> None:
    network = office.map(case, office.person(case, "Karen"))
    mother = replace(network.people[0], role="Mor")
    office.store.write(save_map, replace(network, people=(mother,)), office.today, ())
    frozen = office.store.read(network_document, case.id, office.catalogue, office.today, number=1)
    older = replace(frozen, drawn_on=MARCH, people=(replace(frozen.people[0], role_names=None),))
    office.store.write(keep_version, case.id, older, MARCH)
    nearer = replace(mother, can_help="Henter")
    office.store.write(save_map, replace(network, people=(nearer,)), office.today, ())
    dialog = CompareMaps(context, case.id)
    qtbot.addWidget(dialog)
    assert "Henter" in dialog.as_text()
    assert "Mor" not in dialog.as_text()
