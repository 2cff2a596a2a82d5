"""What the team leader said about the cases, and the numbers under which they stood on a summary."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.core.changes import Changes
from app.core.checks.leader_remark import check_leader_remark
from app.core.errors import demand
from app.core.records.leader_remark import LeaderRemark
from app.models.leader_remark import LeaderRemarkRow, SummaryLineRow
from app.models.mapping import put, to_record
from app.services import rows


def remarks_of_case(session: Session, case_id: str) -> tuple[LeaderRemark, ...]:
    """The remarks of a case, latest first, settled and struck out ones among them."""
    found = rows.where(session, LeaderRemarkRow, LeaderRemarkRow.case_id, case_id)
    remarks = [to_record(row, LeaderRemark) for row in found]
    return tuple(sorted(remarks, key=lambda remark: remark.said_on, reverse=True))


def save_remark(session: Session, record: LeaderRemark, today: date) -> Changes:
    """Keep a remark, open or settled; raises `Invalid`."""
    demand(check_leader_remark(record, today))
    put(session, LeaderRemarkRow, record)
    return Changes("remark-saved", case_ids=frozenset({record.case_id}))


def save_remarks(session: Session, records: Sequence[LeaderRemark], today: date) -> Changes:
    """Keep the remarks of one meeting in one go; raises `Invalid` for the first that is refused."""
    for record in records:
        save_remark(session, record, today)
    return Changes("remarks-saved", case_ids=frozenset(record.case_id for record in records))


def void_remark(session: Session, remark_id: str, today: date, reason: str) -> Changes:
    """Strike out a remark that was entered by mistake. Raises `Invalid`, `NotFound`."""
    row = rows.strike_out(session, LeaderRemarkRow, remark_id, today, reason)
    return Changes("remark-voided", case_ids=frozenset({row.case_id}))


def remember_summary(session: Session, day: date, case_ids: Sequence[str]) -> None:
    """Keep the order of a summary that was handed out, in place of an earlier one of the same day."""
    session.execute(delete(SummaryLineRow).where(SummaryLineRow.day == day))
    session.add_all(
        SummaryLineRow(day=day, number=number, case_id=case_id) for number, case_id in enumerate(case_ids, 1)
    )


def summaries_handed_out(session: Session) -> tuple[date, ...]:
    """The days of the summaries that were printed or saved, the latest first."""
    return tuple(session.scalars(select(SummaryLineRow.day).distinct().order_by(SummaryLineRow.day.desc())))


def order_of_summary(session: Session, day: date) -> tuple[str, ...]:
    """The cases in the order of the summary of that day; none where none was handed out."""
    lines = select(SummaryLineRow.case_id).where(SummaryLineRow.day == day).order_by(SummaryLineRow.number)
    return tuple(session.scalars(lines))
