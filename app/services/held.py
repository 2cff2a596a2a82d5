"""What follow-ups and network meetings have in common when they are kept: held, copied, and things agreed at them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from sqlalchemy.orm import Session

from app.core.checks.follow_up import check_agreement
from app.core.errors import demand
from app.core.records.follow_up import Agreement, FollowUp
from app.core.records.meeting import NetworkMeeting
from app.models.follow_up import AgreementRow
from app.models.mapping import put_all, to_record
from app.services import rows

H = TypeVar("H", FollowUp, NetworkMeeting)

_BORN_AT = {FollowUp: AgreementRow.follow_up_id, NetworkMeeting: AgreementRow.meeting_id}


def as_kept(
    session: Session,
    record: H,
    today: date,
    agreements: tuple[Agreement, ...] | None,
    of_case: Callable[[Session, str], tuple[H, ...]],
) -> H:
    """The record with the day it was first typed as held; where it is another than was copied, it is to be copied anew.

    `of_case` reads those that are kept; `agreements` None says that they stay as they are. Raises `Invalid`.
    """
    for agreement in agreements or ():
        demand(check_agreement(agreement))
    if record.is_held and record.registered_on is None:
        record = replace(record, registered_on=today)
    if record.transferred_on is not None:
        known = next((one for one in of_case(session, record.case_id) if one.id == record.id), None)
        agreed = {to_record(row, Agreement) for row in _agreed_at(session, record)}  # a form has them in another order
        if known != record or (agreements is not None and agreed != set(agreements)):
            record = replace(record, transferred_on=None)
    return record


def keep_agreed(session: Session, record: FollowUp | NetworkMeeting, agreements: tuple[Agreement, ...] | None) -> None:
    """Make these all that was agreed at a record that is kept; None leaves alone what was. What is struck out stays."""
    if agreements is not None:
        put_all(session, AgreementRow, _agreed_at(session, record), agreements)


def _agreed_at(session: Session, record: FollowUp | NetworkMeeting) -> list[AgreementRow]:
    born_here = rows.where(session, AgreementRow, _BORN_AT[type(record)], record.id)
    return [row for row in born_here if row.voided_on is None]
