"""A child's case with the events a test is about, and the deadlines they lead to."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from app.core.catalogue import Catalogue
from app.core.deadlines import Deadline, DeadlineKind, deadlines
from app.core.records.case import Case
from app.core.records.case_file import CaseFile
from app.core.records.measure import Measure
from app.core.records.person import Person
from app.core.status import CaseStatus, case_status

DENMARK = ZoneInfo("Europe/Copenhagen")
CHILD = Person(id="child", first_name="Mia", birth_date=date(2012, 6, 15))
CASE = Case(id="case", person_id=CHILD.id, opened=date(2010, 1, 1))


def noon(day: date) -> datetime:
    """Twelve o'clock in Denmark."""
    return datetime.combine(day, time(12), DENMARK)


def measure(type_key: str, start: date, end: date | None = None, **more: Any) -> Measure:
    return Measure(case_id=CASE.id, type_key=type_key, start=start, end=end, **more)


def status(catalogue: Catalogue, today: date, **events: Any) -> CaseStatus:
    """The status of a case with these events alone."""
    return case_status(CaseFile(**{"case": CASE, "child": CHILD, **events}), catalogue, today)


def told(catalogue: Catalogue, today: date, **events: Any) -> tuple[Deadline, ...]:
    """Every deadline that such a case shows at noon of the day."""
    return deadlines(status(catalogue, today, **events), catalogue, noon(today))


def days(found: tuple[Deadline, ...], kind: DeadlineKind) -> list[date]:
    """The days of one kind of deadline."""
    return [one.day for one in found if one.kind is kind]
