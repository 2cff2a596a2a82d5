"""A caseload brought in from a spreadsheet, in one change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from app.core.catalogue import Catalogue
from app.core.changes import Changes
from app.core.ids import new_id
from app.core.imports import TakenIn
from app.core.records.case import LimitException
from app.core.records.person import Person
from app.services.cases import all_cases, open_count, save_case
from app.services.journal import save_school_fact
from app.services.measures import save_measure


def known_children(session: Session) -> tuple[Person, ...]:
    """The children who have a case already, closed ones too; one struck out is none."""
    return tuple(pair.child for pair in all_cases(session) if pair.case.voided_on is None)


def import_caseload(
    session: Session,
    taken: Sequence[TakenIn],
    catalogue: Catalogue,
    today: date,
    exception: LimitException | None = None,
) -> Changes:
    """Take in several cases with their measures and schools; all or none. Raises `Invalid`.

    Each case for which there is no room gets the team leader's `exception` for its own.
    """
    limit = catalogue.rules(today).caseload_limit
    for one in taken:
        is_full = open_count(session, today) >= limit
        own = replace(exception, id=new_id(), case_id=one.case.id) if exception is not None and is_full else None
        save_case(session, one.case, one.child, catalogue, today, own)
        if one.measure is not None:
            save_measure(session, one.measure, catalogue, today)
        if one.school is not None:
            save_school_fact(session, one.school)
    return Changes("caseload-imported", case_ids=frozenset(one.case.id for one in taken))
