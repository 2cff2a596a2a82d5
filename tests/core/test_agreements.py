"""Promises and tasks through their life."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from app.core.agreements import AgreementState, in_order, moved, reopened, settled, standing, state_of_agreement
from app.core.checks.follow_up import check_agreement
from app.core.records.follow_up import Agreement, FollowUp
from app.core.records.meeting import NetworkMeeting

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
PROMISE = Agreement(id="a", case_id="c", what="Ringe til skolen", responsible="Mor", due=TODAY)


def test_a_promise_is_open_until_somebody_says_whether_it_was_kept() -> None:
    kept, broken = settled(PROMISE, kept=True, on=TODAY), settled(PROMISE, kept=False, on=TODAY)
    states = [state_of_agreement(one) for one in (PROMISE, kept, broken, replace(kept, voided_on=TODAY))]
    assert states == [AgreementState.OPEN, AgreementState.KEPT, AgreementState.NOT_KEPT, AgreementState.VOIDED]
    assert state_of_agreement(reopened(kept)) is AgreementState.OPEN


def test_what_was_said_of_it_stays_where_nothing_new_is_said() -> None:
    said = settled(PROMISE, kept=False, on=TODAY, remark="Skolen svarede ikke")
    assert settled(said, kept=True, on=TODAY).remark == "Skolen svarede ikke"
    assert settled(said, kept=True, on=TODAY, remark="Nåede det").remark == "Nåede det"


def test_moved_twice_it_remembers_the_day_it_was_promised_for_first() -> None:
    once = moved(settled(PROMISE, kept=False, on=TODAY), TODAY + 7 * DAY, "Ferie")
    twice = moved(once, TODAY + 14 * DAY, "Sygdom")
    assert (twice.due, twice.first_due, twice.move_reason) == (TODAY + 14 * DAY, TODAY, "Sygdom")
    assert (once.settled_on, once.kept) == (None, None)


def test_one_that_had_no_day_is_given_one_without_a_reason() -> None:
    given = moved(replace(PROMISE, due=None), TODAY, "")
    assert given.first_due is None
    assert check_agreement(given) == ()


def test_a_promise_moved_to_another_day_says_why() -> None:
    (problem,) = check_agreement(moved(PROMISE, TODAY + DAY, " "))
    assert (problem.field, problem.code) == ("move_reason", "reason-empty")
    assert check_agreement(moved(PROMISE, TODAY + DAY, "Ferie")) == ()


def test_what_belongs_to_something_struck_out_does_not_stand_nor_what_is_struck_out_itself() -> None:
    follow_up = FollowUp(case_id="c", held_on=TODAY, voided_on=TODAY)
    meeting = NetworkMeeting(case_id="c", held_on=TODAY, voided_on=TODAY)
    good = NetworkMeeting(case_id="c", held_on=TODAY)
    at = [replace(PROMISE, id="f", follow_up_id=follow_up.id), replace(PROMISE, id="m", meeting_id=meeting.id)]
    kept = replace(PROMISE, id="g", meeting_id=good.id)
    assert standing([PROMISE, *at, kept, replace(PROMISE, voided_on=TODAY)], [follow_up], [meeting, good]) == (
        PROMISE,
        kept,
    )


def test_open_ones_stand_first_by_their_day_then_what_was_settled_latest_first() -> None:
    undated, late = replace(PROMISE, id="u", due=None), replace(PROMISE, id="l", due=TODAY + DAY)
    old, new = (settled(replace(PROMISE, id=str(n)), kept=True, on=TODAY - n * DAY) for n in (9, 1))
    gone = replace(PROMISE, id="v", voided_on=TODAY)
    assert in_order([gone, old, undated, new, late, PROMISE]) == (PROMISE, late, undated, new, old, gone)
