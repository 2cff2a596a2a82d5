"""The caseworker this store belongs to, and the case files that every figure is derived from."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.catalogue import Catalogue
from app.core.changes import Changes
from app.core.checks.caseworker import check_caseworker
from app.core.errors import demand
from app.core.figures import half_year_start
from app.core.records.caseload import Caseworker
from app.core.status import CaseStatus, case_status
from app.models.caseload import CaseworkerRow
from app.models.decision import AccessRequestRow, ComplaintRow
from app.models.mapping import Record, put, to_record
from app.services.case_files import case_files
from app.services.cases import CaseAndChild, all_cases, case_and_child, open_after

R = TypeVar("R", bound=Record)


def caseworker(session: Session) -> Caseworker:
    """Who this store belongs to; blank before set-up said so."""
    row = session.scalars(select(CaseworkerRow)).first()
    return to_record(row, Caseworker, districts=tuple(row.districts)) if row else Caseworker()


def save_caseworker(session: Session, record: Caseworker) -> Changes:
    """Keep who the caseworker is; raises `Invalid`."""
    demand(check_caseworker(record))
    put(session, CaseworkerRow, record, districts=list(record.districts))
    return Changes("caseworker-saved")


def statuses_since(session: Session, day: date, catalogue: Catalogue, today: date) -> tuple[CaseStatus, ...]:
    """The status of every case that was open after `day`; a closed one as it stood on its last day."""
    return _statuses(session, open_after(session, day), catalogue, today)


def counted_statuses(session: Session, catalogue: Catalogue, today: date) -> tuple[CaseStatus, ...]:
    """The statuses that the figures and the work of today are made of: open cases, those closed within the half-year,
    and earlier ones in which somebody waits for an answer."""
    return _statuses(session, open_after(session, half_year_start(today), _waiting(session)), catalogue, today)


def all_statuses(session: Session, catalogue: Catalogue, today: date) -> tuple[CaseStatus, ...]:
    """The status of every case, closed and voided ones too; a closed one as it stood on its last day."""
    return _statuses(session, all_cases(session), catalogue, today)


def status_of(session: Session, case_id: str, catalogue: Catalogue, today: date) -> CaseStatus:
    """The status of one case; raises `NotFound`."""
    (status,) = _statuses(session, [case_and_child(session, case_id)], catalogue, today)
    return status


def _statuses(
    session: Session, cases: Iterable[CaseAndChild], catalogue: Catalogue, today: date
) -> tuple[CaseStatus, ...]:
    files = case_files(session, cases)
    return tuple(case_status(file, catalogue, min(today, file.case.closed or today)) for file in files)


def _waiting(session: Session) -> Collection[str]:
    """The cases with a complaint or a request for access that nobody has dealt with: these outlive a case."""
    complaint, request = ComplaintRow, AccessRequestRow
    open_complaint = (complaint.reassessed_on.is_(None), complaint.sent_on.is_(None), complaint.answered_on.is_(None))
    complained = select(complaint.case_id).where(*open_complaint, complaint.voided_on.is_(None))
    asked = select(request.case_id).where(request.answered_on.is_(None), request.voided_on.is_(None))
    return session.scalars(complained.union(asked)).all()
