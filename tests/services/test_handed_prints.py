"""What was handed out is found again and is the very same sheet; nothing of it outlives its case."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.core.errors import NotFound
from app.core.kept_sheets import MOST_OF_CASE
from app.core.records.handed_print import HandedPrint, HowHanded
from app.models.errors import StoreReadOnly
from app.services.access import entries
from app.services.handed_prints import forget_print, handed_prints, keep_print, protected_on, sheet_of
from app.services.store import Act, LogNote, Store
from tests.conftest import KEY, Clock
from tests.factories import Office

AT = datetime(2026, 3, 3, 9, tzinfo=UTC)


def handed(day: int = 0, *case_ids: str, how: HowHanded = HowHanded.PRINTED, of_caseload: bool = False) -> HandedPrint:
    return HandedPrint(
        at=AT + timedelta(days=day),
        how=how,
        purpose="casework",
        code="plan v2",
        title="Plan, version 2",
        language="da",
        file_name="forlaens-plan-v2-2026-03-03.pdf",
        pages=3,
        case_ids=case_ids,
        of_caseload=of_caseload,
    )


def hand_out(store: Store, print_: HandedPrint, content: bytes) -> None:
    notes = [LogNote(Act.PRINT, case_id, detail=print_.code) for case_id in print_.case_ids]
    store.hand_out(notes, lambda session: keep_print(session, print_, content))


def rows(store: Store, table: str) -> int:
    return store.read(lambda session: session.scalar(text(f"SELECT count(*) FROM {table}"))) or 0


def test_the_very_sheet_is_found_again_by_whom_and_when(store: Store) -> None:
    of_alma, of_both = handed(0, "alma"), handed(2, "alma", "noah", how=HowHanded.LOCKED)
    hand_out(store, of_alma, b"%PDF alma")
    hand_out(store, of_both, b"%PDF both")
    found = store.read(handed_prints)
    assert [one.id for one in found] == [of_both.id, of_alma.id]
    assert (found[1].at, found[1].how, found[1].size, found[1].is_kept) == (AT, HowHanded.PRINTED, 9, True)
    assert (found[1].title, found[1].language, found[1].pages) == ("Plan, version 2", "da", 3)
    assert store.read(handed_prints, "noah") == found[:1]
    assert set(found[0].case_ids) == {"alma", "noah"}
    assert store.read(sheet_of, of_alma.id) == b"%PDF alma"


def test_a_sheet_and_its_line_in_the_log_are_written_together(store: Store) -> None:
    before = store.log_head().count
    hand_out(store, handed(0, "alma", "noah"), b"%PDF")
    assert [(entry.act, entry.case_id) for entry in store.read(entries, limit=2)] == [
        (Act.PRINT, "noah"),
        (Act.PRINT, "alma"),
    ]
    assert store.log_head().count == before + 2


def test_what_cannot_be_kept_is_logged_all_the_same(store: Store) -> None:
    def fails(_session: Session) -> None:
        raise StoreReadOnly

    store.hand_out([LogNote(Act.PRINT, "alma")], fails)
    assert [entry.act for entry in store.read(entries, limit=1)] == [Act.PRINT]
    assert store.unlogged == 0


def test_where_nothing_can_be_written_the_line_waits(store: Store, office: Office) -> None:
    store.close()
    reading = Store(store.path, KEY, clock=Clock(), run="r", read_only=True)
    hand_out(reading, handed(0, "alma"), b"%PDF")
    assert reading.unlogged == 1
    assert reading.read(handed_prints) == ()
    reading.close()


def test_the_same_sheet_is_kept_once_however_often_it_is_handed_out(store: Store) -> None:
    first, again = handed(0, "alma"), handed(1, "alma", how=HowHanded.SAVED)
    hand_out(store, first, b"%PDF")
    hand_out(store, again, b"%PDF")
    assert rows(store, "sheet") == 1
    store.scratch(forget_print, first.id)
    assert store.read(sheet_of, again.id) == b"%PDF"
    store.scratch(forget_print, again.id)
    assert (rows(store, "sheet"), rows(store, "handed_print"), rows(store, "handed_print_case")) == (0, 0, 0)


def test_old_sheets_give_way_and_the_list_remembers_them(store: Store) -> None:
    prints = [handed(day, "alma") for day in range(MOST_OF_CASE + 2)]
    for day, one in enumerate(prints):
        hand_out(store, one, f"%PDF {day}".encode())
    assert rows(store, "sheet") == MOST_OF_CASE
    gone = [one for one in store.read(handed_prints) if not one.is_kept]
    assert [one.id for one in gone] == [prints[1].id, prints[0].id]
    assert gone[0].size == 0
    with pytest.raises(NotFound):
        store.read(sheet_of, prints[0].id)
    # Handed out once more it is there again, and the next oldest goes.
    hand_out(store, handed(99, "alma"), b"%PDF 0")
    assert rows(store, "sheet") == MOST_OF_CASE


def test_a_sheet_handed_out_again_counts_from_then(store: Store) -> None:
    hand_out(store, handed(0, "alma"), b"%PDF first")
    for day in range(1, MOST_OF_CASE):
        hand_out(store, handed(day, "alma"), f"%PDF {day}".encode())
    again = handed(50, "alma")
    hand_out(store, again, b"%PDF first")
    hand_out(store, handed(51, "alma"), b"%PDF new")
    assert store.read(sheet_of, again.id) == b"%PDF first"


def test_the_caseload_has_room_of_its_own(store: Store) -> None:
    summary = handed(0, "alma", "noah", of_caseload=True)
    hand_out(store, summary, b"%PDF summary")
    for day in range(1, MOST_OF_CASE + 1):
        hand_out(store, handed(day, "alma"), f"%PDF {day}".encode())
    assert store.read(sheet_of, summary.id) == b"%PDF summary"
    assert store.read(handed_prints, "noah")[0].of_caseload


def delete_case(session: Session, case_id: str) -> None:
    session.execute(text("DELETE FROM case_person WHERE case_id = :case"), {"case": case_id})
    session.execute(text("DELETE FROM case_file WHERE id = :case"), {"case": case_id})


def test_with_a_case_goes_every_sheet_it_is_on(store: Store, office: Office) -> None:
    alma, noah = office.case("Alma"), office.case("Noah")
    hand_out(store, handed(0, alma.id), b"%PDF alma")
    hand_out(store, handed(1, alma.id, noah.id, of_caseload=True), b"%PDF all")
    kept = handed(2, noah.id)
    hand_out(store, kept, b"%PDF noah")
    store.scratch(delete_case, alma.id)
    assert [one.id for one in store.read(handed_prints)] == [kept.id]
    assert (rows(store, "sheet"), rows(store, "handed_print_case")) == (1, 1)
    assert store.read(sheet_of, kept.id) == b"%PDF noah"


def test_the_bytes_of_a_sheet_are_in_no_before_image_and_undo_leaves_them_alone(store: Store, office: Office) -> None:
    case = office.case()
    images = rows(store, "before_image")
    one = handed(0, case.id)
    hand_out(store, one, b"%PDF")
    assert rows(store, "before_image") == images
    office.note(case)
    assert store.undo() is not None
    assert store.read(sheet_of, one.id) == b"%PDF"


def test_a_case_taken_in_by_mistake_and_undone_leaves_no_sheet(store: Store, office: Office) -> None:
    case = office.case()
    hand_out(store, handed(0, case.id), b"%PDF")
    while store.undo() is not None:
        pass
    assert store.read(handed_prints) == ()


def test_who_became_protected_since_is_told_before_a_sheet_is_handed_out_again(store: Store, office: Office) -> None:
    case, other = office.case("Alma"), office.case("Noah")
    assert store.read(protected_on, (case.id, other.id), office.today) == ()
    office.person(case, "Karen", protected=True)
    office.person(other, "Jens", protected=True, protected_until=office.today)
    elsewhere = office.case("Bo")
    office.map(case, office.person(elsewhere, "Grethe", protected=True))
    office.meeting(other, office.person(elsewhere, "Palle", protected=True))
    told = store.read(protected_on, (case.id, other.id), office.today)
    assert [str(problem.values["name"]).split()[0] for problem in told] == ["Karen", "Grethe", "Palle"]
