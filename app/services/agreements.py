"""Promises and tasks of a case, wherever they were born: entered, settled, moved, struck out."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.core.changes import Changes
from app.core.checks.follow_up import check_agreement
from app.core.errors import demand
from app.core.records.follow_up import Agreement
from app.models.follow_up import AgreementRow
from app.models.mapping import put, to_record
from app.services import rows


def agreements_of_case(session: Session, case_id: str) -> tuple[Agreement, ...]:
    """What was agreed in a case, in the order it was agreed, struck out ones among them."""
    found = rows.where(session, AgreementRow, AgreementRow.case_id, case_id)
    return tuple(to_record(row, Agreement) for row in found)


def save_agreement(session: Session, record: Agreement) -> Changes:
    """Keep a task, or what was agreed where it is put in other words. Raises `Invalid`."""
    _keep(session, record)
    return Changes("agreement-saved", case_ids=frozenset({record.case_id}))


def settle_agreement(session: Session, record: Agreement) -> Changes:
    """Keep whether a promise was kept, or to which day it was moved. Raises `Invalid`."""
    _keep(session, record)
    return Changes("agreement-settled", case_ids=frozenset({record.case_id}))


def void_agreement(session: Session, agreement_id: str, today: date, reason: str) -> Changes:
    """Strike out what was never agreed. Raises `Invalid`, `NotFound`."""
    row = rows.strike_out(session, AgreementRow, agreement_id, today, reason)
    return Changes("agreement-voided", case_ids=frozenset({row.case_id}))


def _keep(session: Session, record: Agreement) -> None:
    demand(check_agreement(record))
    put(session, AgreementRow, record)
