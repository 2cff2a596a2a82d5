"""The people of a case: typed once, reached in one look, their CPR numbers covered until asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.core.records.case import Case
from app.core.records.person import CasePerson
from app.models.trail import LogEntryRow
from app.services import people
from app.services.store import Act
from app.ui.context import Context, Destination, Place
from app.ui.dialogs.edit_person import EditPerson
from app.ui.pages.case.people_tab import PeopleTab
from tests.conftest import TODAY
from tests.factories import Office


@pytest.fixture
def case(office: Office) -> Case:
    return office.case("Alma", cpr="6403174320", birth_date=date(2017, 3, 4))


def shown(qtbot: QtBot, context: Context, case: Case) -> PeopleTab:
    tab = PeopleTab(context)
    qtbot.addWidget(tab)
    tab.show_case(case.id)
    tab.resize(1100, 600)
    tab.show()
    return tab


def reveals(context: Context) -> int:
    def count(session: Any) -> int:
        return len(session.scalars(select(LogEntryRow).where(LogEntryRow.act == Act.REVEAL)).all())

    return context.read(count)


def test_the_child_stands_first_then_custody_holders_and_who_has_left_last(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    office.person(case, "Lis", "teacher")
    gone = office.person(case, "Ole", "mother")
    father = office.person(case, "Peter", "other_kin")
    parts = {found.person.id: found.part for found in context.read(people.people_of_case, case.id)}
    context.write(people.save_case_person, father, replace(parts[father.id], has_custody=True), TODAY)
    context.write(people.save_case_person, gone, replace(parts[gone.id], until=TODAY), TODAY)

    tab = shown(qtbot, context, case)

    assert [row.person.first_name for row in tab.table.rows()] == ["Alma", "Peter", "Lis", "Ole"]


def test_every_telephone_number_is_shown_apart(qtbot: QtBot, context: Context, office: Office, case: Case) -> None:
    mother = office.person(case, "Karen", phone="20 30 40 50, 97 12 34 56 (arbejde)")
    tab = shown(qtbot, context, case)

    tab.show_item(mother.id)

    assert tab.detail.phones() == ["20 30 40 50", "97 12 34 56 (arbejde)"]


def test_a_cpr_number_is_covered_and_showing_it_is_logged(qtbot: QtBot, context: Context, case: Case) -> None:
    tab = shown(qtbot, context, case)
    tab.show_item(case.person_id)
    assert tab.detail.cpr() == "CPR 640317-••••"
    assert reveals(context) == 0

    tab.detail._eye.click()

    assert tab.detail.cpr() == "CPR 640317-4320"
    assert reveals(context) == 1


def test_a_sibling_of_the_caseload_leads_to_the_own_case(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    sibling = office.case("Emil")
    emil = context.read(people.person, sibling.person_id)
    part = CasePerson(case_id=case.id, person_id=emil.id, role_key="brother")
    context.write(people.save_case_person, emil, part, TODAY)
    tab = shown(qtbot, context, case)
    tab.show_item(emil.id)

    with qtbot.waitSignal(context.went) as went:
        tab.detail._case.click()

    assert went.args == [Destination(Place.CASE, sibling.id)]


def test_a_new_person_gets_the_birth_date_of_the_cpr_number(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    dialog = EditPerson(context, case.id, None, None)
    qtbot.addWidget(dialog)
    dialog.form.set_values({"first_name": "Karen", "role_key": "mother", "has_custody": True})
    dialog.form.field("cpr").restore("710385-1234")

    dialog.save_button.click()
    dialog.save_button.click()

    (found,) = context.read(people.people_of_case, case.id)
    assert (found.person.birth_date, found.part.has_custody) == (date(1985, 3, 11), True)


def test_somebody_known_is_picked_and_not_typed_again(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    teacher = office.person(office.case("Emil"), "Lis", "teacher", last_name="Dam", phone="97 12 34 56")
    dialog = EditPerson(context, case.id, None, None)
    qtbot.addWidget(dialog)
    dialog._pick.pick(teacher.id)
    dialog._pick.edited.emit()
    assert dialog.form.values()["phone"] == "97 12 34 56"

    dialog.form.set_values({"role_key": "class_teacher"})
    dialog.save_button.click()

    (found,) = context.read(people.people_of_case, case.id)
    assert found.person == teacher


def test_a_person_is_changed_in_the_list_at_once_and_taken_off_with_undo(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    mother = office.person(case, "Karen")
    tab = shown(qtbot, context, case)
    (found,) = context.read(people.people_of_case, case.id)
    dialog = EditPerson(context, case.id, mother, found.part)
    qtbot.addWidget(dialog)
    dialog.form.set_values({"last_name": "Kjær", "protected": True, "protected_until": date(2027, 1, 1)})
    dialog.save_button.click()
    tab.show_item(mother.id)
    assert tab.detail.facts()["Protection"] == "name and address protected until 01-01-2027"

    tab.detail._remove.click()
    assert len(tab.table.rows()) == 1
    context.undo()
    assert [row.person.name for row in tab.table.rows()] == ["Alma Kjær", "Karen Kjær"]


def test_an_unborn_child_is_given_a_birth_date_where_the_attention_leads(
    qtbot: QtBot, context: Context, office: Office
) -> None:
    case = office.case("Barn", term_date=date(2026, 11, 1))
    child = context.read(people.person, case.person_id)
    dialog = EditPerson(context, case.id, child, None)
    qtbot.addWidget(dialog)
    assert "role_key" not in dialog.form.values()

    dialog.form.set_values({"birth_date": date(2026, 11, 3)})
    dialog.save_button.click()

    assert context.read(people.person, child.id).birth_date == date(2026, 11, 3)


def test_a_name_and_a_role_are_asked_for_beside_the_field(qtbot: QtBot, context: Context, case: Case) -> None:
    dialog = EditPerson(context, case.id, None, None)
    qtbot.addWidget(dialog)
    dialog.show()

    dialog.save_button.click()

    assert dialog.form.problem_at("first_name")
    assert dialog.form.problem_at("role_key")
    assert context.read(people.people_of_case, case.id) == ()
