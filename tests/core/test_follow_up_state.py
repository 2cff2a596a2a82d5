"""What became of a follow-up, and which one is registered next."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from app.core.follow_up_state import (
    FollowUpState,
    attempt_day,
    awaits_note,
    is_waiting,
    next_planned,
    state_of,
    to_register,
)
from app.core.records.follow_up import FollowUp

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)


def follow_up(**values: Any) -> FollowUp:
    return FollowUp(case_id="case", **values)


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({"planned_on": TODAY}, FollowUpState.PLANNED),
        ({"planned_on": TODAY, "attempted_on": TODAY}, FollowUpState.ATTEMPTED),
        ({"planned_on": TODAY + DAY, "attempted_on": TODAY}, FollowUpState.PLANNED),
        ({"planned_on": TODAY, "excused_on": TODAY}, FollowUpState.EXCUSED),
        ({"held_on": TODAY}, FollowUpState.INCOMPLETE),
        ({"held_on": TODAY, "no_conversation_reason": "Spædbarn"}, FollowUpState.HELD),
        ({"held_on": TODAY, "conversation_on": TODAY}, FollowUpState.HELD),
        ({"held_on": TODAY, "voided_on": TODAY}, FollowUpState.VOIDED),
    ],
)
def test_planned_attempted_excused_held_and_struck_out_are_told_apart(
    values: dict[str, date], state: FollowUpState
) -> None:
    assert state_of(follow_up(**values)) is state


def test_only_what_is_planned_or_attempted_in_vain_can_still_be_held() -> None:
    assert is_waiting(follow_up(planned_on=TODAY, attempted_on=TODAY))
    assert not is_waiting(follow_up(planned_on=TODAY, excused_on=TODAY))
    assert not is_waiting(follow_up(held_on=TODAY))


@pytest.mark.parametrize(
    ("planned", "tried", "day"),
    [
        (TODAY - 3 * DAY, None, TODAY - 3 * DAY),
        (TODAY, None, TODAY),
        (TODAY + DAY, None, TODAY),
        (None, None, TODAY),
        (TODAY - DAY, TODAY - 9 * DAY, TODAY - DAY),
        (TODAY - DAY, TODAY - DAY, TODAY),
    ],
)
def test_an_attempt_is_noted_for_the_day_planned_once_it_came_and_a_second_one_for_today(
    planned: date | None, tried: date | None, day: date
) -> None:
    assert attempt_day(follow_up(planned_on=planned, attempted_on=tried), TODAY) == day


def test_a_note_is_awaited_from_being_asked_for_until_it_comes() -> None:
    assert awaits_note(follow_up(note_asked_on=TODAY))
    assert not awaits_note(follow_up(note_asked_on=TODAY, note_received_on=TODAY))
    assert not awaits_note(follow_up(note_asked_on=TODAY, voided_on=TODAY))
    assert not awaits_note(follow_up())


def test_the_next_planned_is_the_earliest_that_waits() -> None:
    late, soon = follow_up(planned_on=TODAY + 9 * DAY), follow_up(planned_on=TODAY + DAY)
    excused = follow_up(planned_on=TODAY, excused_on=TODAY)
    assert next_planned([late, excused, soon]) == soon
    assert next_planned([excused]) is None


def test_a_follow_up_planned_within_a_week_is_the_one_to_register_and_a_later_one_is_not() -> None:
    near, far = follow_up(planned_on=TODAY + 7 * DAY), follow_up(planned_on=TODAY + 8 * DAY)
    assert to_register([near], TODAY) == near
    assert to_register([far], TODAY) is None
