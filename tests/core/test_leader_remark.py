"""What the team leader said: what is wrong with a remark, and where an open one shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from app.core.attention import attention
from app.core.calendar_file import calendar_file
from app.core.catalogue import Catalogue
from app.core.checks.leader_remark import check_leader_remark
from app.core.errors import Severity
from app.core.records.case import Case
from app.core.records.case_file import CaseFile
from app.core.records.leader_remark import LeaderRemark, RemarkSource
from app.core.records.person import Person
from app.core.status import CaseStatus, case_status
from app.core.visit_day import stops
from app.core.work_list import WorkKind, overdue, work_list

TODAY = date(2026, 11, 23)
NOW = datetime.combine(TODAY, time(12), UTC)
DAY = timedelta(days=1)
CHILD = Person(id="child", first_name="Mia", last_name="Holm", birth_date=date(2017, 3, 4))
CASE = Case(id="case", person_id=CHILD.id, opened=TODAY - 10 * DAY)
SAID = LeaderRemark(case_id="case", said_on=TODAY - DAY, said_by="Bodil", text="Ring til skolen.")


def status(catalogue: Catalogue, *remarks: LeaderRemark, case: Case = CASE) -> CaseStatus:
    return case_status(CaseFile(case=case, child=CHILD, remarks=remarks), catalogue, TODAY)


def test_a_remark_with_text_speaker_and_day_is_sound() -> None:
    assert check_leader_remark(SAID, TODAY) == ()
    assert check_leader_remark(replace(SAID, text="", to_do="Ring"), TODAY) == ()
    settled = replace(SAID, settled_on=TODAY, settled_how="Ringede.")
    assert check_leader_remark(settled, TODAY) == ()


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"said_on": TODAY + DAY}, ("said_on", "day-in-future")),
        ({"said_by": " "}, ("said_by", "name-empty")),
        ({"text": " ", "to_do": ""}, ("text", "text-empty")),
        ({"source": RemarkSource.SUMMARY}, ("summary_of", "day-empty")),
        ({"due": TODAY - 2 * DAY}, ("due", "due-before-said")),
        ({"settled_how": "Ringede."}, ("settled_on", "day-empty")),
        ({"settled_on": TODAY + DAY, "settled_how": "x"}, ("settled_on", "day-in-future")),
        ({"settled_on": TODAY - 2 * DAY, "settled_how": "x"}, ("settled_on", "settled-before-said")),
        ({"settled_on": TODAY}, ("settled_how", "text-empty")),
        ({"said_by": "x" * 501}, ("said_by", "text-too-long")),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(changes: dict[str, Any], wrong: tuple[str, str]) -> None:
    found = check_leader_remark(replace(SAID, **changes), TODAY)
    assert [(problem.field, problem.code) for problem in found] == [wrong]


def test_a_day_before_it_was_said_is_a_warning_alone() -> None:
    (problem,) = check_leader_remark(replace(SAID, due=date(2020, 1, 1)), TODAY)
    assert problem.severity is Severity.WARNING


def test_an_open_remark_without_a_day_needs_attention_and_one_with_a_day_is_work(catalogue: Catalogue) -> None:
    due = replace(SAID, id="due", to_do="Mød skolen", due=TODAY - DAY)
    found = status(catalogue, SAID, due)

    assert [(line.code, line.record_id) for line in attention(found, catalogue)] == [("leader-remark", SAID.id)]
    (line,) = work_list([found], catalogue, NOW)
    assert (line.kind, line.day, line.about, line.is_overdue) == (WorkKind.REMARKS, TODAY - DAY, due, True)
    assert overdue([line]) == 1
    assert line.key == "case remarks due"


def test_what_is_settled_or_struck_out_shows_nowhere(catalogue: Catalogue) -> None:
    done = replace(SAID, settled_on=TODAY, settled_how="Ringede.", due=TODAY)
    mistaken = replace(SAID, voided_on=TODAY, void_reason="Forkert barn")
    found = status(catalogue, done, mistaken)
    assert attention(found, catalogue) == ()
    assert work_list([found], catalogue, NOW) == ()


def test_a_closed_case_waits_for_no_remark(catalogue: Catalogue) -> None:
    closed = status(catalogue, replace(SAID, due=TODAY), case=replace(CASE, closed=TODAY))
    assert work_list([closed], catalogue, NOW) == ()


def test_two_remarks_are_two_events_of_the_workers_calendar_and_none_of_the_familys(catalogue: Catalogue) -> None:
    both = status(catalogue, replace(SAID, id="a", due=TODAY), replace(SAID, id="b", due=TODAY + DAY))
    lines = work_list([both], catalogue, NOW)
    assert len({event.uid for event in calendar_file(lines, (), NOW).events}) == 2
    assert calendar_file(lines, (), NOW, scope="case").events == ()


def test_nobody_is_visited_for_a_remark(catalogue: Catalogue) -> None:
    found = status(catalogue, replace(SAID, due=TODAY))
    assert stops([found], work_list([found], catalogue, NOW), TODAY) == ()
