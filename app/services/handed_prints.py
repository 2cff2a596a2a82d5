"""Prints that were handed out: kept as they were, found again, and let go of.

`keep_print` is carried out together with the log entry of the act (`Store.hand_out`), the others by `Store.scratch`:
none of it is undone, see `app/models/handed_print.py`.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.core.errors import NotFound, Problem, Severity
from app.core.kept_sheets import Sheet, giving_way
from app.core.records.handed_print import HandedPrint
from app.core.records.person import Person
from app.models.handed_print import HandedPrintCaseRow, HandedPrintRow, SheetRow
from app.services.cases import case_and_child
from app.services.meetings import guests_of_case
from app.services.network_maps import people_of_map
from app.services.people import people_of_case


def keep_print(session: Session, handed: HandedPrint, content: bytes) -> None:
    """Keep a sheet that is being handed out, once for all times the very same one is; older ones may give way."""
    digest = hashlib.sha256(content).hexdigest()
    if session.get(SheetRow, digest) is None:
        session.add(SheetRow(digest=digest, size=len(content), content=content))
        session.flush()
    session.add(
        HandedPrintRow(
            id=handed.id,
            at=handed.at,
            how=handed.how,
            purpose=handed.purpose,
            code=handed.code,
            title=handed.title,
            language=handed.language,
            file_name=handed.file_name,
            pages=handed.pages,
            of_caseload=handed.of_caseload,
            digest=digest,
        )
    )
    session.flush()
    session.add_all(HandedPrintCaseRow(print_id=handed.id, case_id=case_id) for case_id in handed.case_ids)
    session.flush()
    _drop_sheets(session, giving_way(_sheets(session)))


def handed_prints(session: Session, case_id: str = "") -> tuple[HandedPrint, ...]:
    """What was handed out, the latest first; of one case where `case_id` is given, with what named it among others."""
    query = select(HandedPrintRow, SheetRow.size).outerjoin(SheetRow, SheetRow.digest == HandedPrintRow.digest)
    if case_id:
        of_case = select(HandedPrintCaseRow.print_id).where(HandedPrintCaseRow.case_id == case_id)
        query = query.where(HandedPrintRow.id.in_(of_case))
    found = session.execute(query.order_by(HandedPrintRow.at.desc(), HandedPrintRow.id)).all()
    cases = _cases(session, [row.id for row, _ in found])
    return tuple(_record(row, size, cases[row.id]) for row, size in found)


def sheet_of(session: Session, print_id: str) -> bytes:
    """The very PDF that was handed out; raises `NotFound` where it is not kept any more."""
    content = session.scalar(
        select(SheetRow.content)
        .join(HandedPrintRow, HandedPrintRow.digest == SheetRow.digest)
        .where(HandedPrintRow.id == print_id)
    )
    if content is None:
        raise NotFound(f"sheet of {print_id}")
    return content


def forget_print(session: Session, print_id: str) -> None:
    """Take a print out of the list, and its sheet where no other entry of the list is of the same one."""
    session.execute(delete(HandedPrintRow).where(HandedPrintRow.id == print_id))
    used = select(HandedPrintRow.digest).where(HandedPrintRow.digest.is_not(None))
    session.execute(delete(SheetRow).where(SheetRow.digest.not_in(used)))


def protected_on(session: Session, case_ids: Sequence[str], today: date) -> tuple[Problem, ...]:
    """Who in these cases is protected today: to be looked at before an old sheet is handed out once more."""
    people: list[Person] = []
    for case_id in case_ids:
        people.append(case_and_child(session, case_id).child)
        people += (found.person for found in people_of_case(session, case_id))
        people += people_of_map(session, case_id).values()
        people += guests_of_case(session, case_id).values()
    names = dict.fromkeys(person.name for person in people if person.is_protected(today))
    return tuple(Problem("", "print-of-protected", Severity.WARNING, {"name": name}) for name in names)


def _sheets(session: Session) -> list[Sheet]:
    """What the rule asks of each sheet that is kept."""
    kept: dict[str, Sheet] = {}
    rows = session.execute(
        select(HandedPrintRow, SheetRow.digest, SheetRow.size).join(SheetRow, SheetRow.digest == HandedPrintRow.digest)
    ).all()
    cases = _cases(session, [row.id for row, *_ in rows if not row.of_caseload])
    for row, digest, size in rows:
        owners = frozenset(() if row.of_caseload else cases[row.id])
        before = kept.get(digest)
        last = row.at if before is None else max(before.last_at, row.at)
        kept[digest] = Sheet(digest, size, last, owners | (before.case_ids if before else owners))
    return list(kept.values())


def _drop_sheets(session: Session, digests: frozenset[str]) -> None:
    """Delete sheets; the list of what was handed out keeps its entries."""
    if digests:
        session.execute(delete(SheetRow).where(SheetRow.digest.in_(digests)))
        session.expire_all()


def _cases(session: Session, print_ids: Sequence[str]) -> dict[str, list[str]]:
    """The cases that each of these prints is of."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in session.scalars(select(HandedPrintCaseRow).where(HandedPrintCaseRow.print_id.in_(print_ids))):
        found[row.print_id].append(row.case_id)
    return found


def _record(row: HandedPrintRow, size: int | None, case_ids: Sequence[str]) -> HandedPrint:
    return HandedPrint(
        id=row.id,
        at=row.at,
        how=row.how,
        purpose=row.purpose,
        code=row.code,
        title=row.title,
        language=row.language,
        file_name=row.file_name,
        pages=row.pages,
        case_ids=tuple(case_ids),
        of_caseload=row.of_caseload,
        size=size or 0,
        is_kept=size is not None,
    )
