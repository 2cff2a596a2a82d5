"""Gathers the sheets of dates: the hand-over before an absence, and the follow-up calendar of a family."""

from __future__ import annotations

from datetime import date, datetime

from dateutil.relativedelta import relativedelta
from sqlalchemy.orm import Session

from app.core.catalogue import Catalogue
from app.core.family_calendar import coming_follow_ups
from app.core.hand_over import HandOverChild, hand_over
from app.core.records.date_sheets import FamilyCalendarDocument, HandOverDocument, HandOverEntry
from app.core.work_list import work_list
from app.services.caseload import caseworker, counted_statuses, status_of
from app.services.documents import letterhead
from app.services.people import custody_holders

_MONTHS_AHEAD = 6


def hand_over_document(
    session: Session, catalogue: Catalogue, now: datetime, first: date, last: date
) -> HandOverDocument:
    """What falls due from `first` to `last`, both included, and what is overdue."""
    statuses = counted_statuses(session, catalogue, now.date())
    open_ones = [status for status in statuses if status.file.case.is_open(now.date())]
    children = hand_over(open_ones, work_list(statuses, catalogue, now), first, last)
    return HandOverDocument(
        head=letterhead(session, now.date()),
        now=now,
        first=first,
        last=last,
        entries=tuple(_entry(session, child, catalogue) for child in children),
    )


def family_calendar_document(
    session: Session, case_id: str, catalogue: Catalogue, today: date
) -> FamilyCalendarDocument:
    """The follow-ups of one child for the next six months; raises `NotFound`."""
    status = status_of(session, case_id, catalogue, today)
    until = today + relativedelta(months=_MONTHS_AHEAD)
    return FamilyCalendarDocument(
        head=letterhead(session, today),
        child_first_name=status.file.child.first_name,
        until=until,
        coming=coming_follow_ups(status, catalogue, until),
        worker_phone=caseworker(session).phone,
    )


def _entry(session: Session, child: HandOverChild, catalogue: Catalogue) -> HandOverEntry:
    status = child.status
    school = next((s.name for s in reversed(status.file.school) if s.end is None or s.end > status.today), "")
    return HandOverEntry(
        child=child,
        measures=tuple(catalogue.measure_type(m.type_key, m.start).names for m in status.running),
        custody=custody_holders(session, status.case_id, status.today),
        school=school,
    )
