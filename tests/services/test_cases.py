"""A case from its opening to its end: the limit of 25, closing, reopening, striking out."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.errors import Invalid
from app.core.records.case import Case, LimitException
from app.core.records.measure import EndReason, Measure
from app.core.records.person import Person
from app.services.cases import close_case, open_count, reopen_case, save_case, save_exception, void_case
from app.services.measures import measures_of_case
from app.services.store import Store
from tests.conftest import TODAY
from tests.factories import Office


def fill(office: Office, count: int = 25) -> list[Case]:
    return [office.case(f"Barn {number}") for number in range(count)]


def codes(refused: pytest.ExceptionInfo[Invalid]) -> set[tuple[str, str]]:
    return {(problem.field, problem.code) for problem in refused.value.problems}


def only(store: Store, case: Case) -> Measure:
    (measure,) = store.read(measures_of_case, case.id)
    return measure


def test_the_26th_case_needs_the_team_leader(office: Office, store: Store) -> None:
    fill(office)
    child = Person(first_name="Emil")
    case = Case(person_id=child.id, opened=TODAY)
    with pytest.raises(Invalid) as refused:
        store.write(save_case, case, child, office.catalogue, TODAY)
    assert codes(refused) == {("exception", "caseload-full")}
    awaited = LimitException(case_id=case.id, reason="Barnet er i fare", asked_on=TODAY)
    store.write(save_case, case, child, office.catalogue, TODAY, awaited)
    assert store.read(open_count, TODAY) == 26
    assert office.status(case).file.exceptions == (awaited,)


def test_changing_a_case_in_a_full_caseload_needs_nobody(office: Office, store: Store) -> None:
    case = fill(office)[0]
    child = office.status(case).file.child
    store.write(save_case, replace(case, district="Vest"), child, office.catalogue, TODAY)
    assert office.status(case).file.case.district == "Vest"


def test_closing_proposes_the_end_of_what_still_runs(office: Office, store: Store) -> None:
    case = office.case()
    office.measure(case, end=TODAY + timedelta(days=30), end_reason=EndReason.COMPLETED)
    store.write(close_case, case.id, TODAY, "Målene er nået", True)
    measure = only(store, case)
    assert (measure.end, measure.end_reason) == (TODAY, EndReason.CASE_CLOSED)


def test_closing_leaves_alone_what_ended_before_or_was_struck_out(office: Office, store: Store) -> None:
    case, other = office.case(), office.case("Emil")
    ended = office.measure(case, end=TODAY - timedelta(days=9), end_reason=EndReason.COMPLETED)
    voided = office.measure(other, voided_on=TODAY, void_reason="Tastet to gange")
    for one in (case, other):
        store.write(close_case, one.id, TODAY, "Målene er nået", True)
    assert only(store, case) == ended
    assert only(store, other) == voided


def test_closing_can_leave_a_measure_running(office: Office, store: Store) -> None:
    case = office.case()
    office.measure(case)
    store.write(close_case, case.id, TODAY, "Overtaget af en anden", False)
    assert only(store, case).end is None


def test_a_measure_begun_after_the_closing_ends_on_its_first_day(office: Office, store: Store) -> None:
    case = office.case()
    measure = office.measure(case, start=TODAY)
    store.write(close_case, case.id, TODAY - timedelta(days=5), "Målene er nået", True)
    assert only(store, case).end == measure.start


def test_closing_never_asks_for_what_was_missed_but_for_a_reason_and_a_day_after_the_opening(
    office: Office, store: Store
) -> None:
    case = office.case()
    office.measure(case)
    with pytest.raises(Invalid) as refused:
        store.write(close_case, case.id, case.opened - timedelta(days=1), " ", True)
    assert codes(refused) == {("closed", "closed-before-opened"), ("closed_reason", "reason-empty")}


def test_the_limit_counts_for_reopening_too(office: Office, store: Store) -> None:
    case = office.case()
    store.write(close_case, case.id, TODAY, "Målene er nået", True)
    fill(office)
    with pytest.raises(Invalid) as refused:
        store.write(reopen_case, case.id, office.catalogue, TODAY)
    assert codes(refused) == {("exception", "caseload-full")}
    granted = LimitException(
        case_id=case.id,
        reason="Søskende er i sagen",
        asked_on=TODAY,
        awaiting=False,
        granted_by="L. Dam",
        granted_on=TODAY,
        valid_until=TODAY + timedelta(days=60),
    )
    store.write(reopen_case, case.id, office.catalogue, TODAY, granted)
    assert office.status(case).file.case.closed is None
    assert store.read(open_count, TODAY) == 26


def test_a_struck_out_case_makes_room(office: Office, store: Store) -> None:
    case = fill(office)[0]
    store.write(void_case, case.id, TODAY, "Tastet to gange")
    assert store.read(open_count, TODAY) == 24


def test_an_answer_says_who_granted_it_and_why(office: Office, store: Store) -> None:
    asked = LimitException(case_id=office.case().id, reason="", asked_on=TODAY, awaiting=False)
    with pytest.raises(Invalid) as refused:
        store.write(save_exception, asked)
    assert codes(refused) == {("reason", "reason-empty"), ("granted_by", "granted-by-empty")}


def test_where_there_is_room_a_case_reopens_without_the_team_leader(office: Office, store: Store) -> None:
    case = office.case()
    store.write(close_case, case.id, TODAY, "Målene er nået", True)
    store.write(reopen_case, case.id, office.catalogue, TODAY)
    assert (office.status(case).file.case.closed, office.status(case).file.exceptions) == (None, ())
