"""One list by urgency of what there is to do in all cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from app.core.catalogue import Catalogue
from app.core.deadlines import Deadline, DeadlineKind
from app.core.records.assessment import Notification
from app.core.records.case import Case
from app.core.records.case_file import CaseFile
from app.core.records.decision import AccessRequest
from app.core.records.follow_up import Agreement, FollowUp
from app.core.records.measure import Measure
from app.core.records.meeting import MeetingMark
from app.core.records.person import Person
from app.core.schedule import Track
from app.core.status import CaseStatus, Urgency, case_status
from app.core.work_list import (
    KINDS,
    DueGroup,
    DueLine,
    WorkKind,
    WorkLine,
    group_of,
    narrowed,
    overdue,
    work_list,
)

TODAY = date(2026, 11, 23)
NOW = datetime.combine(TODAY, time(12), UTC)
DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)


def status(catalogue: Catalogue, name: str = "Mia", type_key: str = "", days: int = 100, **values: Any) -> CaseStatus:
    """A case whose measure, if any, began so many days ago."""
    child = Person(first_name=name, last_name="Holm", birth_date=date(2017, 3, 4))
    case = Case(person_id=child.id, opened=TODAY - 400 * DAY, closed=values.pop("closed", None))
    started = TODAY - days * DAY
    measures = (Measure(case_id=case.id, type_key=type_key, start=started, expected_end=None),) if type_key else ()
    file = CaseFile(case=case, child=child, measures=measures, map_drawn_on=started, **values)
    return case_status(file, catalogue, min(TODAY, case.closed or TODAY))


def names(lines: tuple[WorkLine, ...]) -> list[str]:
    return [line.status.file.child.first_name for line in lines]


def promise(what: str, due: date | None = None, **values: Any) -> Agreement:
    return Agreement(case_id="c", what=what, due=due, **values)


@pytest.mark.parametrize(
    ("days", "group"),
    [
        (-1, DueGroup.OVERDUE),
        (0, DueGroup.TODAY),
        (6, DueGroup.THIS_WEEK),
        (7, DueGroup.NEXT_WEEK),
        (13, DueGroup.NEXT_WEEK),
        (14, DueGroup.LATER),
    ],
)
def test_a_week_ends_on_sunday(days: int, group: DueGroup) -> None:
    assert TODAY.weekday() == 0
    assert group_of(TODAY + timedelta(days=days), TODAY) is group


def test_follow_ups_deadlines_and_promises_stand_in_one_list_by_day_then_by_name(catalogue: Catalogue) -> None:
    late = status(catalogue, "Åse", "pmto", days=40)
    asked = status(catalogue, "Bo", access_requests=(AccessRequest(case_id="c", received_on=TODAY),))
    agreed = [
        status(catalogue, name, agreements=(promise("Ringe", due),))
        for name, due in (("Ida", None), ("Zoe", TODAY), ("Eva", TODAY), ("Aage", TODAY))
    ]
    lines = work_list([late, asked, *agreed], catalogue, NOW)
    assert names(lines) == ["Åse", "Eva", "Zoe", "Aage", "Bo", "Ida"]
    assert [line.kind for line in lines] == [
        WorkKind.FOLLOW_UPS,
        *[WorkKind.PROMISES] * 3,
        WorkKind.COMPLAINTS,
        WorkKind.PROMISES,
    ]
    assert [line.group for line in lines] == [
        DueGroup.OVERDUE,
        *[DueGroup.TODAY] * 3,
        DueGroup.NEXT_WEEK,
        DueGroup.LATER,
    ]
    assert [line.urgency for line in lines] == [
        Urgency.OVER,
        *[Urgency.SOON] * 3,
        Urgency.LATER,
        Urgency.NONE,
    ]
    assert (lines[-1].day, lines[-1].track, lines[4].track) == (None, None, Track.LAW)


def test_a_follow_up_stands_under_its_earlier_date_and_says_what_is_planned(catalogue: Catalogue) -> None:
    planned = FollowUp(case_id="c", planned_on=TODAY + DAY)
    (line,) = work_list([status(catalogue, type_key="pmto", days=20, follow_ups=(planned,))], catalogue, NOW)
    assert isinstance(line.about, DueLine)
    assert (line.day, line.about.due.day, line.about.planned) == (TODAY + 8 * DAY, line.day, planned)
    assert line.about.dues.goal == line.about.due


def test_a_promise_leaves_the_list_when_it_is_settled(catalogue: Catalogue) -> None:
    kept = promise("Ringe til skolen", TODAY, kept=True, settled_on=TODAY)
    assert work_list([status(catalogue, agreements=(kept,))], catalogue, NOW) == ()


def test_what_the_clock_counts_is_over_by_the_moment_and_comes_first_on_its_day(catalogue: Catalogue) -> None:
    def notified(name: str, hours: int) -> CaseStatus:
        received = Notification(case_id="c", received_at=NOW - timedelta(hours=hours))
        return status(catalogue, name, notifications=(received,), agreements=(promise("Ringe", TODAY),))

    lines = work_list([notified("Alma", 20), notified("Bo", 25)], catalogue, NOW)
    moments = [(line.status.file.child.first_name, line.at, line.group) for line in lines]
    assert moments == [
        ("Bo", NOW - timedelta(hours=1), DueGroup.OVERDUE),
        ("Alma", NOW + timedelta(hours=4), DueGroup.TODAY),
        ("Alma", None, DueGroup.TODAY),
        ("Bo", None, DueGroup.TODAY),
    ]
    assert lines[0].urgency is Urgency.OVER


def test_a_promise_past_its_day_is_not_counted_as_overdue(catalogue: Catalogue) -> None:
    lines = work_list(
        [status(catalogue, type_key="pmto", days=40, agreements=(promise("Ringe", TODAY - DAY),))], catalogue, NOW
    )
    assert [line.group for line in lines] == [DueGroup.OVERDUE, DueGroup.OVERDUE]
    assert overdue(lines) == 1


def test_a_closed_case_keeps_its_requests_for_access_alone(catalogue: Catalogue) -> None:
    closed = status(
        catalogue,
        type_key="pmto",
        closed=TODAY - WEEK,
        agreements=(promise("Ringe", TODAY),),
        access_requests=(AccessRequest(case_id="c", received_on=TODAY),),
    )
    (line,) = work_list([closed], catalogue, NOW)
    assert line.kind is WorkKind.COMPLAINTS
    assert line.group is DueGroup.NEXT_WEEK


def test_the_list_is_narrowed_to_a_kind_or_to_a_step(catalogue: Catalogue) -> None:
    at_home = status(catalogue, "Ida", "pmto", agreements=(promise("Ringe", TODAY),))
    placed = status(catalogue, "Bo", "foster_general", supervised_on=(TODAY,))
    lines = work_list([at_home, placed], catalogue, NOW)
    assert names(narrowed(lines, NOW)) == names(lines) == ["Bo", "Ida", "Ida"]
    assert names(narrowed(lines, NOW, kind=WorkKind.PROMISES)) == ["Ida"]
    assert names(narrowed(lines, NOW, step_key=placed.step.key)) == ["Bo"]
    assert narrowed(lines, NOW, kind=WorkKind.PROMISES, step_key=placed.step.key) == ()


def test_by_law_alone_a_follow_up_stands_under_the_laws_date_and_the_programmes_own_lines_are_left_out(
    catalogue: Catalogue,
) -> None:
    asked = status(catalogue, "Bo", access_requests=(AccessRequest(case_id="c", received_on=TODAY),))
    without_law = status(catalogue, "Ida", "open_advice", days=10)
    both = status(catalogue, "Mia", "foster_general", agreements=(promise("Ringe", TODAY),))
    lines = work_list([both, without_law, asked], catalogue, NOW)
    law = narrowed(lines, NOW, law_only=True)
    assert {line.track for line in law} == {Track.LAW}
    follow_up = next(line for line in law if line.kind is WorkKind.FOLLOW_UPS)
    assert follow_up.status is both
    assert follow_up.day == date(2026, 11, 15)
    assert "Ida" not in names(law)
    assert [line.day for line in law] == sorted(line.day for line in law if line.day)


def test_every_deadline_has_its_kind_of_work(catalogue: Catalogue) -> None:
    assert set(KINDS) == {*DeadlineKind}


def test_every_line_has_a_key_of_its_own(catalogue: Catalogue) -> None:
    two = (promise("Ringe", TODAY), promise("Skrive"))
    asked = tuple(AccessRequest(case_id="c", received_on=TODAY - n * DAY) for n in range(2))
    statuses = [status(catalogue, "Ida", "time_limited_stay", agreements=two, access_requests=asked) for _ in range(2)]
    lines = work_list(statuses, catalogue, NOW)
    assert any(isinstance(line.about, Deadline) for line in lines)
    assert len({line.key for line in lines}) == len(lines)
    again = work_list([replace(one) for one in statuses], catalogue, NOW)
    assert [line.key for line in again] == [line.key for line in lines]


def test_a_meeting_that_waits_stands_under_its_day_and_is_over_once_nobody_has_registered_it(
    catalogue: Catalogue,
) -> None:
    def meeting(on: date, **values: Any) -> MeetingMark:
        return MeetingMark(case_id="c", planned_on=on, purpose="Planen", **values)

    late, soon = meeting(TODAY - DAY), meeting(TODAY + DAY, planned_at=time(15, 30))
    done = [meeting(TODAY, held_on=TODAY), meeting(TODAY, called_off_on=TODAY), meeting(TODAY, voided_on=TODAY)]
    lines = work_list([status(catalogue, meetings=(soon, late, *done))], catalogue, NOW)
    assert [(line.kind, line.about, line.group) for line in lines] == [
        (WorkKind.MEETINGS, late, DueGroup.OVERDUE),
        (WorkKind.MEETINGS, soon, DueGroup.THIS_WEEK),
    ]
    assert overdue(lines) == 1
    assert lines[0].key != lines[1].key
    assert narrowed(lines, NOW, law_only=True) == ()
    closed = status(catalogue, meetings=(late,), closed=TODAY - DAY)
    assert work_list([closed], catalogue, NOW) == ()
