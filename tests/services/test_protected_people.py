"""Prints of a case name nobody who is protected today, however long ago they were written."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.core.records.case import Case
from app.core.records.documents import PlanDocument
from app.core.records.plan import Goal, SubGoal
from app.services.documents import plan_document
from app.services.people import save_person
from app.services.protected_people import told_to_family
from tests.conftest import TODAY
from tests.factories import Office


def _told(office: Office, case: Case) -> PlanDocument:
    document = office.store.read(plan_document, case.id, office.catalogue, TODAY)
    return office.store.read(told_to_family, case.id, document, office.catalogue, TODAY)


def test_who_is_protected_stands_on_a_plan_by_their_role_as_long_as_it_lasts(office: Office) -> None:
    case = office.case(protected=True)
    karen, bo = office.person(case, role_key="mother", last_name="Holm"), office.person(case, "Bo", last_name="Lund")
    office.map(case, bo)
    office.plan(
        case,
        Goal(goal="Karen Holm henter", sub_goals=(SubGoal(what="Ringer til Bo Lund", responsible="Karen Holm (mor)"),)),
        participants="Alma Kjær, Karen Holm og Bo Lund",
    )
    assert _told(office, case).participants == "Alma Kjær, Karen Holm og Bo Lund"

    office.store.write(save_person, replace(karen, protected=True), TODAY)
    told = _told(office, case)
    assert told.goals[0].goal == "mor henter"
    assert (told.goals[0].sub_goals[0].what, told.goals[0].sub_goals[0].responsible) == ("Ringer til Bo Lund", "mor")
    # The plan is the child's own: its name stands, protected or not.
    assert told.participants == "Alma Kjær, mor og Bo Lund"
    assert told.child_name == "Alma Kjær"

    office.store.write(save_person, replace(karen, protected=True, protected_until=TODAY - timedelta(days=1)), TODAY)
    assert _told(office, case).participants == "Alma Kjær, Karen Holm og Bo Lund"


def test_where_a_protected_child_is_placed_stands_on_no_plan(office: Office) -> None:
    case = office.case(protected=True)
    office.measure(case, office.a_type(4, placement=True), provider="Plejefamilien Sol", place="Solvej 3")
    office.measure(case, office.a_type(2), provider="Broen")
    office.plan(case, Goal(goal="Plejefamilien Sol og Broen øver morgener", own_words="Der er rart på Solvej 3"))
    told = _told(office, case)
    assert {measure.provider for measure in told.measures} == {"Broen", "anbringelsesstedet"}
    assert told.goals[0].goal == "anbringelsesstedet og Broen øver morgener"
    assert told.goals[0].own_words == "Der er rart på anbringelsesstedet"
    child = office.status(case).file.child
    office.store.write(save_person, replace(child, protected=False), TODAY)
    assert {measure.provider for measure in _told(office, case).measures} == {"Plejefamilien Sol", "Broen"}


def test_a_child_keeps_its_name_on_its_plan_where_a_protected_relative_has_the_same(office: Office) -> None:
    case = office.case("Karl", "Holm")
    office.person(case, "Karl", last_name="Holm", role_key="father", protected=True)
    office.plan(case, Goal(goal="Karl Holm er i skole"))
    told = _told(office, case)
    assert (told.child_name, told.goals[0].goal) == ("Karl Holm", "Karl Holm er i skole")
