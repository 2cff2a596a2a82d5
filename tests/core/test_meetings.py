"""Network meetings: their state, their guests, and what can be wrong with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from app.core.checks.meeting import check_meeting
from app.core.errors import Severity
from app.core.meeting_state import (
    MeetingState,
    answer_of,
    meeting_day,
    next_meeting,
    state_of_meeting,
    waiting_meetings,
    with_answer,
    with_invited,
    with_those_who_came,
)
from app.core.records.meeting import ChildPart, Guest, NetworkMeeting
from app.core.records.network import Invitation

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
PLANNED = NetworkMeeting(case_id="c", planned_on=TODAY + DAY, purpose="Planen", guests=(Guest(person_id="mother"),))
HELD = replace(PLANNED, id="h", held_on=TODAY - DAY, minutes="Alle hjælper.", child_part=ChildPart.THERE)
OFF = replace(PLANNED, id="o", called_off_on=TODAY, called_off_reason="Far er syg")


def codes(record: NetworkMeeting, severity: Severity = Severity.ERROR) -> list[tuple[str, str]]:
    return [(p.field, p.code) for p in check_meeting(record, TODAY) if p.severity is severity]


def test_each_meeting_has_one_state_and_one_day() -> None:
    voided = replace(HELD, voided_on=TODAY)
    states = [state_of_meeting(one) for one in (PLANNED, OFF, HELD, voided)]
    assert states == [MeetingState.PLANNED, MeetingState.CALLED_OFF, MeetingState.HELD, MeetingState.VOIDED]
    assert [meeting_day(one) for one in (PLANNED, HELD)] == [TODAY + DAY, TODAY - DAY]
    assert (HELD.is_held, voided.is_held) == (True, False)


def test_answers_belong_to_the_first_that_waits() -> None:
    later = replace(PLANNED, id="l", planned_on=TODAY + 30 * DAY)
    assert waiting_meetings([later, HELD, OFF, PLANNED]) == (PLANNED, later)
    assert next_meeting([later, HELD, OFF, PLANNED]) == PLANNED
    assert next_meeting([HELD]) is None


def test_somebody_is_asked_answers_and_is_not_asked_after_all() -> None:
    asked = with_answer(PLANNED.guests, "father", Invitation.ASKED)
    assert [one.person_id for one in asked] == ["mother", "father"]
    said = with_answer(asked, "mother", Invitation.YES)
    assert [(one.id, one.answer) for one in said] == [
        (PLANNED.guests[0].id, Invitation.YES),
        (asked[1].id, Invitation.ASKED),
    ]
    assert with_answer(said, "mother", Invitation.NOT_ASKED) == (asked[1],)


def test_the_map_shows_what_was_answered_to_the_meeting() -> None:
    meeting = replace(PLANNED, guests=with_answer(PLANNED.guests, "mother", Invitation.NO))
    assert answer_of(meeting, "mother") is Invitation.NO
    assert answer_of(meeting, "nobody") is Invitation.NOT_ASKED
    assert answer_of(None, "mother") is Invitation.NOT_ASKED


def test_who_has_answered_keeps_the_answer_when_others_are_invited() -> None:
    said = with_answer(PLANNED.guests, "mother", Invitation.YES)
    now = with_invited(said, ["father", "mother"])
    assert [(one.person_id, one.answer) for one in now] == [
        ("father", Invitation.ASKED),
        ("mother", Invitation.YES),
    ]
    assert with_invited(now, []) == ()


def test_who_came_unasked_is_a_guest_and_who_was_asked_and_stayed_away_too() -> None:
    there = with_those_who_came(with_invited((), ["mother", "father"]), ["father", "gran"])
    assert [(one.person_id, one.answer, one.came) for one in there] == [
        ("mother", Invitation.ASKED, False),
        ("father", Invitation.ASKED, True),
        ("gran", Invitation.NOT_ASKED, True),
    ]
    mended = with_those_who_came(there, ["mother", "father"])
    assert [(one.person_id, one.came) for one in mended] == [("mother", True), ("father", True)]


def test_a_meeting_has_a_day_that_has_come_once_it_is_held() -> None:
    assert codes(replace(PLANNED, planned_on=None)) == [("planned_on", "meeting-without-day")]
    assert codes(replace(HELD, held_on=TODAY + DAY)) == [("held_on", "meeting-in-future")]
    assert codes(replace(OFF, called_off_on=TODAY + DAY)) == [("called_off_on", "day-in-future")]
    assert codes(replace(HELD, called_off_on=TODAY, called_off_reason="x")) == [
        ("called_off_on", "held-and-called-off")
    ]


def test_nobody_is_a_guest_twice_and_calling_off_has_a_reason() -> None:
    twice = (Guest(person_id="mother"), Guest(person_id="mother"))
    assert codes(replace(PLANNED, guests=twice)) == [("guests", "guest-twice")]
    assert codes(replace(OFF, called_off_reason=" ")) == [("called_off_reason", "reason-empty")]


def test_what_can_wait_is_only_warned_of() -> None:
    bare = NetworkMeeting(case_id="c", held_on=TODAY)
    assert codes(bare) == []
    assert [field for field, _ in codes(bare, Severity.WARNING)] == ["purpose", "guests", "minutes", "child_part"]
    assert codes(HELD, Severity.WARNING) == []
    assert not codes(replace(PLANNED, guests=(), others="Naboen"), Severity.WARNING)
    assert (HELD.is_complete, replace(HELD, minutes="").is_complete) == (True, False)
    assert not replace(HELD, child_part=None).is_complete


def test_a_text_longer_than_any_honest_one_is_refused() -> None:
    assert codes(replace(HELD, minutes="x" * 100_001)) == [("minutes", "text-too-long")]
    assert codes(replace(PLANNED, place="x" * 501)) == [("place", "text-too-long")]
