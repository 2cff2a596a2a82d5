"""The sheet for a visit, gathered from a real store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from dateutil.tz import UTC

from app.core.records.case import SchoolFact, SchoolKind
from app.core.records.follow_up import Agreement, FollowUp, GoalScore, Outcome
from app.core.records.journal import EntryKind
from app.core.records.person import CasePerson, Person
from app.core.records.plan import Goal, GoalStatus
from app.core.visit_sheet import VisitSheet
from app.core.work_list import WorkKind
from app.services.follow_ups import save_follow_up, void_follow_up
from app.services.journal import save_school_fact
from app.services.people import save_case_person
from app.services.visit_sheets import people_to_call, visit_sheet
from tests.conftest import TODAY
from tests.factories import Office

NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 8, tzinfo=UTC)
WEEK = timedelta(days=7)


def sheet_of(office: Office, case_id: str) -> VisitSheet:
    return office.store.read(visit_sheet, case_id, office.catalogue, NOW)


def test_the_sheet_tells_last_time_and_today(office: Office) -> None:
    case = office.case()
    measure = office.measure(case, office.a_type(step=4), start=TODAY - 20 * WEEK, provider="Familien Ås")
    goal, met = Goal(goal="I skole hver dag", target=8), Goal(goal="Sover hjemme", status=GoalStatus.MET)
    office.plan(case, goal, met)
    for weeks, value in ((12, 4), (6, 6)):
        on = TODAY - weeks * WEEK
        last = office.held(case, measure, on=on, scores=(GoalScore(goal_id=goal.id, value=value),))
    promised = Agreement(case_id=case.id, follow_up_id=last.id, what="Ringe til skolen", responsible="Mor")
    told = replace(last, outcome=Outcome.CONTINUE, open_questions="Hvad med ferien?")
    office.store.write(save_follow_up, told, TODAY, (promised,))
    planned = FollowUp(case_id=case.id, planned_on=TODAY + WEEK, planned_with="Mor og plejemor")
    office.store.write(save_follow_up, planned, TODAY)
    office.note(case, "Jeg glæder mig til jul.", kind=EntryKind.CHILD_TALK, child_spoken=True)
    school = SchoolFact(case_id=case.id, kind=SchoolKind.ORDINARY, name="Byskolen", start=date(2024, 8, 1))
    office.store.write(save_school_fact, school)

    sheet = sheet_of(office, case.id)

    assert (sheet.child, sheet.age, sheet.is_protected) == ("Alma Kjær", 9, False)
    assert sheet.last is not None
    assert sheet.last.id == last.id
    assert sheet.words is not None
    assert sheet.words.said == "Jeg glæder mig til jul."
    assert [promise.what for promise in sheet.promises] == ["Ringe til skolen"]
    assert [(one.goal, [point.value for point in one.curve]) for one in sheet.goals] == [("I skole hver dag", [4, 6])]
    assert sheet.planned is not None
    assert sheet.planned.planned_with == "Mor og plejemor"
    assert sheet.questions == ("Hvad med ferien?",)
    assert [one.provider for one in sheet.measures] == ["Familien Ås"]
    assert sheet.school is not None
    assert sheet.school.name == "Byskolen"
    assert {line.status.case_id for line in sheet.due} == {case.id}
    assert WorkKind.FOLLOW_UPS in {line.kind for line in sheet.due}
    assert WorkKind.PROMISES not in {line.kind for line in sheet.due}
    assert sheet.head.caseworker == "M. Holm"


def test_a_new_case_has_a_sheet_too(office: Office) -> None:
    sheet = sheet_of(office, office.case().id)
    assert (sheet.last, sheet.words, sheet.promises, sheet.goals, sheet.planned) == (None, None, (), (), None)


def test_promises_of_a_follow_up_that_was_struck_out_are_not_asked_about(office: Office) -> None:
    case = office.case()
    held = office.held(case, office.measure(case))
    promised = Agreement(case_id=case.id, follow_up_id=held.id, what="Ringe")
    office.store.write(save_follow_up, held, TODAY, (promised,))
    office.store.write(void_follow_up, held.id, TODAY, "Forkert sag")
    assert sheet_of(office, case.id).promises == ()


def test_the_family_is_who_has_custody_or_lives_with_the_child(office: Office) -> None:
    case = office.case()
    _with_part(office, case.id, "Karen", has_custody=True)
    _with_part(office, case.id, "Bo", lives_with_child=True)
    _with_part(office, case.id, "Lærer")
    _with_part(office, case.id, "Papfar", lives_with_child=True, until=TODAY)
    assert [person.name for person in sheet_of(office, case.id).people] == ["Karen", "Bo"]


def test_those_with_a_number_are_called_the_custody_holders_first(office: Office) -> None:
    case = office.case()
    _with_part(office, case.id, "Lærer", phone="0000 0001")
    _with_part(office, case.id, "Karen", phone="0000 0002", has_custody=True)
    _with_part(office, case.id, "Tavs")
    _with_part(office, case.id, "Morfar", phone="0000 0003", deceased=True)
    _with_part(office, case.id, "Papfar", phone="0000 0004", until=TODAY)
    found = office.store.read(people_to_call, case.id, NOW)
    assert [one.person.first_name for one in found] == ["Karen", "Lærer"]


def _with_part(office: Office, case_id: str, name: str, **values: Any) -> None:
    of_part = {key: values.pop(key) for key in list(values) if key in ("has_custody", "lives_with_child", "until")}
    person = Person(first_name=name, **values)
    role = office.catalogue.roles(TODAY)[0].key
    part = CasePerson(case_id=case_id, person_id=person.id, role_key=role, **of_part)
    office.store.write(save_case_person, person, part, TODAY)
