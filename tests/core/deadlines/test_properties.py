"""What holds of every deadline, whatever the case: where it lies, what settles it, and that time alone moves none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.catalogue import Catalogue
from app.core.deadlines import Deadline, DeadlineKind
from app.core.records.assessment import Assessment, AssessmentKind, Notification
from app.core.records.decision import AccessRequest, Complaint, Decision, DecisionKind
from app.core.records.follow_up import Dispensation
from app.core.records.person import Person
from tests.core.conftest import shipped_rows
from tests.core.deadlines.a_case import CASE, CHILD, measure, told

CATALOGUE = Catalogue.from_rows(shipped_rows())
FIRST = date(2019, 1, 1)
DAYS = st.dates(FIRST, date(2030, 12, 31))
PASSING = (DeadlineKind.AGE, DeadlineKind.PROTECTION, DeadlineKind.DISPENSATION, DeadlineKind.STAY)
"""Days that are told until they have come; nobody can settle them."""


def notified(day: date, number: int) -> Notification:
    return Notification(id=f"n{number}", case_id=CASE.id, received_at=datetime.combine(day, time(13), UTC))


def begun(day: date, number: int) -> Assessment:
    return Assessment(id=f"a{number}", case_id=CASE.id, aware_on=day, kind=AssessmentKind.FULL)


def decided(day: date, number: int) -> Decision:
    kind = (DecisionKind.PLACEMENT, DecisionKind.SUPPORT)[number % 2]
    return Decision(id=f"d{number}", case_id=CASE.id, kind=kind, decided_on=day)


def complained(day: date, number: int) -> Complaint:
    return Complaint(id=f"c{number}", case_id=CASE.id, decision_id="other", received_on=day)


def asked(day: date, number: int) -> AccessRequest:
    return AccessRequest(id=f"r{number}", case_id=CASE.id, received_on=day)


def events(make: Callable[[date, int], Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(DAYS, max_size=3).map(lambda days: tuple(make(day, at) for at, day in enumerate(days)))


@st.composite
def cases(draw: st.DrawFn) -> dict[str, Any]:
    """What may have happened in a case over ten years, nothing of it settled."""
    start = draw(DAYS)
    stay = measure(draw(st.sampled_from(["multifunc", "foster_general", "pmto"])), start)
    leave = Dispensation(
        measure_id=stay.id, granted_by="L. Dam", granted_on=start, valid_until=start + timedelta(days=90), reason="x"
    )
    over = Decision(id="other", case_id=CASE.id, kind=DecisionKind.OTHER, decided_on=FIRST)
    return {
        "child": replace(CHILD, birth_date=draw(st.dates(date(2002, 1, 1), date(2020, 12, 31)))),
        "measures": draw(st.sampled_from([(), (stay,)])),
        "dispensations": (leave,),
        "notifications": draw(events(notified)),
        "assessments": draw(events(begun)),
        "decisions": (over, *draw(events(decided))),
        "complaints": draw(events(complained)),
        "access_requests": draw(events(asked)),
        "supervised_on": tuple(draw(st.lists(DAYS, max_size=3))),
        "protected_people": (Person(id="m", first_name="Ane", protected=True, protected_until=draw(DAYS)),),
    }


def keys(found: tuple[Deadline, ...]) -> list[tuple[DeadlineKind, str]]:
    return sorted((one.kind, one.record_id) for one in found)


@settings(max_examples=60, deadline=None)
@given(happened=cases(), today=DAYS)
def test_a_deadline_lies_where_it_is_counted_to_and_is_told_from_its_notice_on(
    happened: dict[str, Any], today: date
) -> None:
    found = told(CATALOGUE, today, **happened)
    for one in found:
        before = one.kind is DeadlineKind.YOUTH_SUPPORT  # the only one that must lie before what it is counted from
        assert (one.day < one.anchor) if before else (one.day >= one.anchor)
        assert one.shown_from <= min(today, one.day)
        assert one.values["names"]
    assert list(found) == sorted(found, key=lambda one: one.day)


@settings(max_examples=60, deadline=None)
@given(happened=cases(), today=DAYS, later=st.integers(1, 400))
def test_time_alone_moves_no_deadline_and_takes_away_only_what_passes(
    happened: dict[str, Any], today: date, later: int
) -> None:
    happened["supervised_on"] = tuple(day for day in happened["supervised_on"] if day <= today)
    happened["measures"] = tuple(one for one in happened["measures"] if one.start <= today)
    then = {(one.kind, one.record_id, one.day) for one in told(CATALOGUE, today + timedelta(days=later), **happened)}
    for one in told(CATALOGUE, today, **happened):
        assert (one.kind, one.record_id, one.day) in then or one.kind in PASSING


_SETTLED: list[tuple[str, str, dict[str, Any]]] = [
    ("notifications", "notification", {"assessed_at": datetime(2031, 1, 1, tzinfo=UTC)}),
    ("assessments", "assessment", {"finished_on": date(2031, 1, 1)}),
    ("decisions", "plan", {"plan_wanted": False, "kind": DecisionKind.SUPPORT}),
    ("complaints", "reassessment", {"sent_on": date(2031, 1, 1)}),
    ("access_requests", "file_access", {"answered_on": date(2031, 1, 1)}),
]


@pytest.mark.parametrize(("of", "kind", "change"), _SETTLED, ids=[of for of, _, _ in _SETTLED])
@settings(max_examples=25, deadline=None)
@given(happened=cases(), today=DAYS)
def test_settling_or_striking_out_a_record_takes_its_own_lines_away_and_no_other(
    of: str, kind: str, change: dict[str, Any], happened: dict[str, Any], today: date
) -> None:
    found = keys(told(CATALOGUE, today, **happened))
    mine = [record for record in happened[of] if record.id != "other"]
    for record in mine:
        left = [key for key in found if key[1] != record.id]
        assert len(left) < len(found)
        for settled in (change, {"voided_on": date(2031, 1, 1)}):
            others = tuple(replace(one, **settled) if one.id == record.id else one for one in happened[of])
            assert keys(told(CATALOGUE, today, **{**happened, of: others})) == left
