"""Access to the file: what is selected to be given out, kept so that it can be gone on with, and the document of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.core.case_file import given, in_period
from app.core.catalogue import Catalogue
from app.core.changes import Changes
from app.core.checks.file_access import check_file_selection
from app.core.errors import demand
from app.core.records.decision import AccessRequest
from app.core.records.file_access import CaseFileDocument, EntryChoice, FileSelection, Passage, Withheld
from app.core.records.person import Person
from app.core.sorting import fold
from app.models.file_access import FileChoiceRow, FileSelectionRow
from app.models.mapping import put, to_record
from app.services import rows
from app.services.cases import case_and_child
from app.services.decisions import access_requests_of_case
from app.services.documents import letterhead
from app.services.file_entries import file_entries
from app.services.meetings import guests_of_case
from app.services.network_maps import people_of_map
from app.services.people import people_of_case


def selections_of_case(session: Session, case_id: str) -> tuple[FileSelection, ...]:
    """What was selected in a case, the latest first."""
    found = rows.where(session, FileSelectionRow, FileSelectionRow.case_id, case_id)
    return tuple(to_record(row, FileSelection) for row in reversed(found))


def selection_for(session: Session, case_id: str, request: AccessRequest | None = None) -> FileSelection:
    """The selection to go on with, else a new one. Without a request it is for the only one of the case that is open,
    else for none."""
    open_ = [one for one in access_requests_of_case(session, case_id) if not (one.answered_on or one.voided_on)]
    request = request or (open_[0] if len(open_) == 1 else None)
    wanted = request.id if request else None
    for one in selections_of_case(session, case_id):
        if one.request_id == wanted and (one.given_on is None or wanted):
            return one
    return FileSelection(
        case_id=case_id,
        request_id=wanted,
        asked_by=request.asked_by if request else "",
        received_on=request.received_on if request else None,
    )


def choices_of(session: Session, selection_id: str) -> Mapping[str, EntryChoice]:
    """What was decided in a selection, by the keys of the entries."""
    found = rows.where(session, FileChoiceRow, FileChoiceRow.selection_id, selection_id)
    choices = (
        to_record(row, EntryChoice, passages=tuple(map(_passage, row.passages)), shown=tuple(row.shown))
        for row in found
    )
    return {choice.entry: choice for choice in choices}


def save_selection(session: Session, record: FileSelection, today: date) -> Changes:
    """Keep who asked for what period; raises `Invalid`."""
    demand(check_file_selection(record, today))
    put(session, FileSelectionRow, record)
    return Changes("file-selection-saved", case_ids=frozenset({record.case_id}))


def save_choices(session: Session, records: Sequence[EntryChoice]) -> Changes:
    """Keep what was decided about entries, in one go. Raises `NotFound`."""
    cases = set()
    for record in records:
        cases.add(rows.get(session, FileSelectionRow, record.selection_id).case_id)
        passages = [asdict(passage) for passage in record.passages]
        put(session, FileChoiceRow, record, passages=passages, shown=list(record.shown))
    return Changes("file-choice-saved", case_ids=frozenset(cases))


def others_in_file(session: Session, selection: FileSelection) -> tuple[Person, ...]:
    """Everybody of the case, its map and its meetings but the child and whoever asks: whose names are looked for."""
    child = case_and_child(session, selection.case_id).child
    known = {found.person.id: found.person for found in people_of_case(session, selection.case_id)}
    known |= people_of_map(session, selection.case_id) | guests_of_case(session, selection.case_id)
    asker = fold(selection.asked_by)
    return tuple(p for p in known.values() if p.id != child.id and fold(p.name) != asker)


def names_passed_over(session: Session, selection: FileSelection) -> tuple[str, ...]:
    """The names that are no news to whoever asks: the child's and their own."""
    child = case_and_child(session, selection.case_id).child
    return tuple(name for name in (child.name, selection.asked_by) if name.strip())


def case_file_document(
    session: Session, selection: FileSelection, catalogue: Catalogue, today: date
) -> CaseFileDocument:
    """The case file as it is given out today; nothing that is kept back is in it. Raises `NotFound`."""
    pair = case_and_child(session, selection.case_id)
    entries = in_period(file_entries(session, selection.case_id, catalogue, today), selection)
    return CaseFileDocument(
        head=letterhead(session, today),
        child_name=pair.child.name,
        municipal_number=pair.case.municipal_number,
        asked_by=selection.asked_by,
        received_on=selection.received_on,
        first=selection.first,
        last=selection.last,
        entries=given(entries, choices_of(session, selection.id)),
    )


def _passage(told: dict[str, Any]) -> Passage:
    return Passage(**(told | {"why": Withheld(told["why"])}))
