"""Whom to visit on a day in a district."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from dateutil.tz import UTC

from app.core.records.case import Case
from app.core.records.follow_up import Agreement, FollowUp
from app.core.visit_day import Stop, districts, hour_on, is_agreed_for_another_day, stops
from app.core.work_list import work_list
from app.services.agreements import settle_agreement
from app.services.follow_ups import save_follow_up
from tests.conftest import TODAY
from tests.factories import Office

NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 8, tzinfo=UTC)
DAY = timedelta(days=1)


def found(office: Office, *cases: Case, district: str = "", day: int = 0) -> tuple[Stop, ...]:
    statuses = [office.status(case) for case in cases]
    return stops(statuses, work_list(statuses, office.catalogue, NOW), TODAY + day * DAY, district)


def names(there: tuple[Stop, ...]) -> list[str]:
    return [stop.status.file.child.first_name for stop in there]


def due_in(office: Office, name: str, days: int, **values: str) -> Case:
    """A case whose first follow-up, four weeks after the start, is due in so many days."""
    case = office.case(name, **values)
    office.measure(case, start=TODAY + days * DAY - timedelta(weeks=4))
    return case


def test_what_is_overdue_and_due_within_three_weeks_is_found_the_most_urgent_first(office: Office) -> None:
    cases = [due_in(office, *one) for one in (("Om lidt", 21), ("Senere", 22), ("Over", -3), ("Snart", 2))]
    assert names(found(office, *cases)) == ["Over", "Snart", "Om lidt"]
    assert names(found(office, *cases, day=1)) == ["Over", "Snart", "Om lidt", "Senere"]


def test_a_district_narrows_it_however_it_was_typed(office: Office) -> None:
    cases = [due_in(office, "Alma", 1, district="Aulum "), due_in(office, "Bo", 1, district="Sunds")]
    assert names(found(office, *cases, district="Aulum")) == ["Alma"]
    assert names(found(office, *cases)) == ["Alma", "Bo"]


def test_districts_stand_in_danish_order_and_once(office: Office) -> None:
    cases = [office.case(n, district=d) for n, d in (("A", "Ørnhøj"), ("B", "Aulum"), ("C", "Aulum"), ("D", ""))]
    assert districts(office.status(case) for case in cases) == ("Aulum", "Ørnhøj")


def test_those_planned_for_the_day_come_first_by_the_hour(office: Office) -> None:
    urgent, late, early = due_in(office, "Over", -9), due_in(office, "Sen", 60), due_in(office, "Tidlig", 60)
    for case, hour in ((late, 14), (early, 9)):
        planned = FollowUp(case_id=case.id, planned_on=TODAY, planned_at=time(hour))
        office.store.write(save_follow_up, planned, TODAY)
    there = found(office, urgent, late, early)
    assert names(there) == ["Tidlig", "Sen", "Over"]
    assert [hour_on(stop, TODAY) for stop in there] == [time(9), time(14), None]
    assert hour_on(there[0], TODAY + DAY) is None


def test_a_promise_alone_is_no_reason_to_drive(office: Office) -> None:
    case = office.case()
    office.store.write(settle_agreement, Agreement(case_id=case.id, what="Ringe", due=TODAY))
    assert found(office, case) == ()


@pytest.mark.parametrize("weeks", [1, 5])
def test_a_stop_tells_all_that_is_due_there_by_then(office: Office, weeks: int) -> None:
    case = due_in(office, "Alma", weeks * 7)
    assert [len(stop.lines) for stop in found(office, case)] == ([1] if weeks == 1 else [])


@pytest.mark.parametrize(("days", "agreed"), [(3, True), (0, False), (-4, False)])
def test_a_visit_agreed_for_another_day_is_told_apart(office: Office, days: int, agreed: bool) -> None:
    case = due_in(office, "Alma", 1)
    planned = FollowUp(case_id=case.id, planned_on=TODAY + days * DAY)
    office.store.write(save_follow_up, planned, TODAY)
    (stop,) = found(office, case)
    assert is_agreed_for_another_day(stop, TODAY, TODAY) is agreed


def test_nobody_waits_where_nothing_is_planned(office: Office) -> None:
    (stop,) = found(office, due_in(office, "Alma", 1))
    assert not is_agreed_for_another_day(stop, TODAY, TODAY)
