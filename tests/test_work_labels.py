"""The lines of the work list in Danish: what, by when, how near, and why."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.core.records.case import Case
from app.core.records.follow_up import Agreement, FollowUp
from app.core.records.journal import EntryKind
from app.core.records.measure import Measure
from app.core.work_list import WorkLine, work_list
from app.labels import work_day, work_left, work_reason, work_title
from app.services.agreements import settle_agreement
from app.services.caseload import statuses_since
from app.services.follow_ups import save_follow_up
from app.words import Words
from tests.conftest import TODAY, Clock
from tests.factories import Office

DAY = timedelta(days=1)


@pytest.fixture
def danish() -> Words:
    return Words("da")


def lines(office: Office, clock: Clock) -> tuple[WorkLine, ...]:
    statuses = office.store.read(statuses_since, TODAY, office.catalogue, TODAY)
    return work_list(statuses, office.catalogue, clock.now)


def placed(office: Office, days: int) -> tuple[Case, Measure]:
    """A child in a foster family since so many days, visited today."""
    case = office.case()
    office.note(case, on=TODAY, kind=EntryKind.SUPERVISION, child_spoken=True)
    return case, office.measure(case, "foster_general", start=TODAY - days * DAY)


def test_a_follow_up_says_both_dates_and_what_is_planned(office: Office, clock: Clock, danish: Words) -> None:
    case, measure = placed(office, days=18)
    planned = FollowUp(case_id=case.id, measure_ids=(measure.id,), planned_on=TODAY + DAY)
    office.store.write(save_follow_up, planned, TODAY)
    (line,) = lines(office, clock)
    assert work_title(danish, line) == "Opfølgning: Almen pleje"
    assert work_left(danish, line, clock.now) == "4 dage over fristen"
    assert work_day(danish, line, TODAY) == "tor 19. nov."
    assert work_day(danish, line, TODAY, weekday=False) == "19. nov."
    said = "Programmet 19. nov., 2 uger efter starten  ·  Loven 5. feb. 2027  ·  planlagt 24. nov."
    assert work_reason(danish, line, TODAY) == said


def test_a_rhythm_that_was_not_decided_is_said_in_place_of_the_laws_date(
    office: Office, clock: Clock, danish: Words
) -> None:
    case, measure = placed(office, days=30)
    office.held(case, measure, on=TODAY - 10 * DAY)
    (line,) = lines(office, clock)
    assert work_reason(danish, line, TODAY).endswith("Loven: rytme ikke besluttet")


@pytest.mark.parametrize(
    ("hours", "left"),
    [(19, "om 5 timer"), (23, "om 1 time"), (25, "1 time over fristen"), (27, "3 timer over fristen")],
)
def test_a_notification_is_told_by_the_hour(office: Office, clock: Clock, danish: Words, hours: int, left: str) -> None:
    office.notification(office.case(), received_at=clock.now - timedelta(hours=hours))
    (line,) = lines(office, clock)
    assert work_left(danish, line, clock.now) == left
    assert work_title(danish, line) == "Vurdér underretning"
    assert "BL § 136" in work_reason(danish, line, TODAY).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("days", "left", "day"),
    [(-1, "1 dag over fristen", "søn 22. nov."), (0, "i dag", "man 23. nov."), (1, "i morgen", "tir 24. nov.")],
)
def test_a_promise_says_who_made_it(
    office: Office, clock: Clock, danish: Words, days: int, left: str, day: str
) -> None:
    made = Agreement(case_id=office.case().id, what="Ringe til skolen", responsible="Mor", due=TODAY + days * DAY)
    office.store.write(settle_agreement, made)
    (line,) = lines(office, clock)
    told = work_title(danish, line), work_reason(danish, line, TODAY), work_left(danish, line, clock.now)
    assert told == ("Aftale: Ringe til skolen", "Mor", left)
    assert work_day(danish, line, TODAY) == day


def test_a_promise_without_a_day_says_so(office: Office, clock: Clock, danish: Words) -> None:
    office.store.write(settle_agreement, Agreement(case_id=office.case().id, what="Ringe"))
    (line,) = lines(office, clock)
    assert (work_left(danish, line, clock.now), work_day(danish, line, TODAY)) == ("", "uden dato")
