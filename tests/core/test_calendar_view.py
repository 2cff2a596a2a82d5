"""What the calendar shows of each day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from app.core.calendar_view import CalendarDay, MarkKind, calendar_days, week_of, weeks_of_month
from app.core.catalogue import Catalogue
from app.core.records.case import Case
from app.core.records.case_file import CaseFile
from app.core.records.decision import Decision, DecisionKind
from app.core.records.follow_up import Agreement, FollowUp
from app.core.records.measure import Measure
from app.core.records.meeting import MeetingMark
from app.core.records.person import Person
from app.core.status import CaseStatus, case_status
from app.core.work_list import work_list

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
# Due four weeks after the start: 16 March.
PMTO = Measure(case_id="c", type_key="pmto", start=date(2026, 2, 16))


def status(catalogue: Catalogue, **values: object) -> CaseStatus:
    child = Person(first_name=str(values.pop("name", "Mia")), birth_date=date(2015, 1, 1))
    case = Case(person_id=child.id, opened=date(2026, 1, 1))
    file = CaseFile(case=case, child=child, **({"measures": (PMTO,)} | values))  # type: ignore[arg-type]  # kwargs
    return case_status(file, catalogue, NOW.date())


def march(catalogue: Catalogue, *statuses: CaseStatus) -> dict[date, CalendarDay]:
    lines = work_list(statuses, catalogue, NOW)
    days = calendar_days(weeks_of_month(date(2026, 3, 15)), statuses, lines, catalogue)
    return {one.day: one for one in days}


def marks(days: dict[date, CalendarDay]) -> dict[int, list[str]]:
    return {day.day: [mark.kind.value for mark in one.marks] for day, one in days.items() if one.marks}


@pytest.mark.parametrize(
    ("day", "first", "last", "weeks"),
    [
        (date(2021, 2, 14), date(2021, 2, 1), date(2021, 2, 28), 4),
        (date(2026, 3, 15), date(2026, 2, 23), date(2026, 4, 5), 6),
        (date(2026, 11, 1), date(2026, 10, 26), date(2026, 12, 6), 6),
        (date(2024, 2, 29), date(2024, 1, 29), date(2024, 3, 3), 5),
    ],
)
def test_a_month_is_filled_up_to_whole_weeks_from_monday(day: date, first: date, last: date, weeks: int) -> None:
    days = weeks_of_month(day)
    assert (days[0], days[-1], len(days)) == (first, last, 7 * weeks)


def test_a_week_begins_on_monday_and_week_53_belongs_to_the_year_before(catalogue: Catalogue) -> None:
    days = calendar_days(week_of(date(2027, 1, 3)), [], [], catalogue)
    assert (days[0].day, days[-1].day) == (date(2026, 12, 28), date(2027, 1, 3))
    assert {one.week for one in days} == {53}


@pytest.mark.parametrize(
    ("day", "name", "is_off"),
    [
        (date(2023, 5, 5), "Store bededag", True),
        (date(2024, 4, 26), None, False),
        (date(2026, 4, 3), "Langfredag", True),
        (date(2026, 6, 5), "Grundlovsdag", False),
        (date(2026, 3, 14), None, True),
        (date(2026, 3, 16), None, False),
    ],
)
def test_holidays_and_closed_days_are_named(catalogue: Catalogue, day: date, name: str | None, is_off: bool) -> None:
    (one,) = calendar_days([day], [], [], catalogue)
    assert (one.names.da if one.names else None, one.is_off) == (name, is_off)


def test_a_due_date_stands_on_its_day_until_it_is_planned_in_time(catalogue: Catalogue) -> None:
    assert marks(march(catalogue, status(catalogue))) == {16: ["due"]}
    planned = FollowUp(case_id="c", measure_ids=(PMTO.id,), planned_on=date(2026, 3, 12), planned_at=time(10, 30))
    days = march(catalogue, status(catalogue, follow_ups=(planned,)))
    assert marks(days) == {12: ["planned"]}
    (mark,) = days[date(2026, 3, 12)].marks
    assert (mark.at, mark.can_be_moved, mark.follow_up) == (time(10, 30), True, planned)


def test_planned_too_late_leaves_the_due_date_in_sight(catalogue: Catalogue) -> None:
    planned = FollowUp(case_id="c", measure_ids=(PMTO.id,), planned_on=date(2026, 3, 20))
    days = march(catalogue, status(catalogue, follow_ups=(planned,)))
    assert marks(days) == {16: ["due"], 20: ["planned"]}
    assert [mark.follow_up for day in (16, 20) for mark in days[date(2026, 3, day)].marks] == [planned, planned]


def test_planned_for_a_day_that_passed_leaves_the_due_date_in_sight(catalogue: Catalogue) -> None:
    passed = FollowUp(case_id="c", measure_ids=(PMTO.id,), planned_on=NOW.date() - timedelta(days=1))
    assert 16 in marks(march(catalogue, status(catalogue, follow_ups=(passed,))))


def test_held_deadlines_and_promises_stand_on_their_days_and_cannot_be_moved(catalogue: Catalogue) -> None:
    decision = Decision(case_id="c", kind=DecisionKind.PLACEMENT, decided_on=date(2025, 12, 20))
    promise = Agreement(case_id="c", what="Ringe", due=date(2026, 3, 20))
    undated = Agreement(case_id="c", what="Skrive")
    held = FollowUp(case_id="c", measure_ids=(PMTO.id,), held_on=date(2026, 2, 27))
    days = march(catalogue, status(catalogue, follow_ups=(held,), decisions=(decision,), agreements=(promise, undated)))
    assert marks(days) == {27: ["held"], 20: ["deadline", "promise"]}
    moved = [mark.can_be_moved for one in days.values() for mark in one.marks]
    assert moved == [False, False, False]


def test_excused_and_voided_follow_ups_stand_nowhere(catalogue: Catalogue) -> None:
    excused = FollowUp(case_id="c", planned_on=date(2026, 3, 10), excused_on=date(2026, 3, 1))
    voided = FollowUp(case_id="c", planned_on=date(2026, 3, 11), voided_on=date(2026, 3, 1))
    assert marks(march(catalogue, status(catalogue, follow_ups=(excused, voided), measures=()))) == {}


def test_what_is_timed_stands_first_then_by_weight_and_name(catalogue: Catalogue) -> None:
    day = date(2026, 3, 16)

    def planned(name: str, at: time | None) -> CaseStatus:
        return status(catalogue, name=name, follow_ups=(FollowUp(case_id="c", planned_on=day, planned_at=at),))

    found = march(catalogue, status(catalogue), planned("Åse", None), planned("Bo", None), planned("Ida", time(14)))
    told = [(mark.status.short_name, mark.kind) for mark in found[day].marks]
    assert told == [
        ("Ida", MarkKind.PLANNED),
        ("Bo", MarkKind.PLANNED),
        ("Åse", MarkKind.PLANNED),
        ("Mia", MarkKind.DUE),
    ]
    assert len({mark.key for mark in found[day].marks}) == 4


def test_a_network_meeting_stands_where_it_is_planned_and_where_it_was_held(catalogue: Catalogue) -> None:
    def meeting(**values: object) -> MeetingMark:
        return MeetingMark(case_id="c", **values)  # type: ignore[arg-type]  # any field of the record

    coming = meeting(planned_on=date(2026, 3, 12), planned_at=time(15, 30))
    held = meeting(planned_on=date(2026, 3, 3), held_on=date(2026, 3, 4))
    others = [
        meeting(planned_on=date(2026, 3, 5), called_off_on=date(2026, 3, 1)),
        meeting(held_on=date(2026, 3, 6), voided_on=date(2026, 3, 7)),
        meeting(held_on=date(2025, 3, 6)),
    ]
    days = march(catalogue, status(catalogue, measures=(), meetings=(coming, held, *others)))
    assert marks({day: days[day] for day in days if day.month == 3}) == {4: ["meeting-held"], 12: ["meeting"]}
    (planned,), (done,) = days[date(2026, 3, 12)].marks, days[date(2026, 3, 4)].marks
    assert (planned.at, planned.meeting, planned.can_be_moved) == (time(15, 30), coming, False)
    assert (done.meeting, done.line) == (held, None)
    assert held.id in done.key
