"""Promises and tasks through their life: open, kept or not, moved to another day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum

from app.core.records.follow_up import Agreement, FollowUpMark
from app.core.records.meeting import MeetingMark


class AgreementState(StrEnum):
    """What became of an agreement."""

    OPEN = "open"
    KEPT = "kept"
    NOT_KEPT = "not_kept"
    VOIDED = "voided"


def state_of_agreement(record: Agreement) -> AgreementState:
    """The state of an agreement."""
    if record.voided_on is not None:
        return AgreementState.VOIDED
    if record.settled_on is None:
        return AgreementState.OPEN
    return AgreementState.KEPT if record.kept else AgreementState.NOT_KEPT


def settled(record: Agreement, *, kept: bool, on: date, remark: str = "") -> Agreement:
    """The agreement once it is known whether it was kept; an empty `remark` leaves what was said of it before."""
    return replace(record, kept=kept, settled_on=on, remark=remark or record.remark)


def moved(record: Agreement, due: date, reason: str) -> Agreement:
    """The agreement with another day, open again; the day it was promised for first is kept."""
    return replace(
        record, due=due, first_due=record.first_due or record.due, move_reason=reason, settled_on=None, kept=None
    )


def reopened(record: Agreement) -> Agreement:
    """The agreement as if nobody had said what became of it."""
    return replace(record, settled_on=None, kept=None)


def standing(
    agreements: Iterable[Agreement], follow_ups: Iterable[FollowUpMark], meetings: Iterable[MeetingMark] = ()
) -> tuple[Agreement, ...]:
    """The agreements that hold: none that was struck out, and none of a follow-up or meeting that was."""
    voided = {one.id for one in follow_ups if one.voided_on is not None}
    voided |= {one.id for one in meetings if one.voided_on is not None}
    return tuple(
        one
        for one in agreements
        if one.voided_on is None and one.follow_up_id not in voided and one.meeting_id not in voided
    )


def agreed_at(agreements: Iterable[Agreement], record: FollowUpMark | MeetingMark) -> tuple[Agreement, ...]:
    """What was agreed at a follow-up or a meeting and stands, the earliest first, without a day last."""
    mine = (one for one in agreements if record.id in (one.follow_up_id, one.meeting_id) and one.voided_on is None)
    return tuple(sorted(mine, key=lambda one: (one.due or date.max, one.what)))


def in_order(agreements: Iterable[Agreement]) -> tuple[Agreement, ...]:
    """Open ones first, by their day and without one last; then what was settled, the latest first."""
    return tuple(sorted(agreements, key=_place))


def _place(record: Agreement) -> tuple[int, int, str]:
    if state_of_agreement(record) is AgreementState.OPEN:
        return 0, (record.due or date.max).toordinal(), record.what
    done = record.settled_on or record.voided_on or date.min
    return 1 if record.voided_on is None else 2, -done.toordinal(), record.what
