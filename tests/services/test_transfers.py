"""What is not yet copied into the municipality's case system, and what was."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.errors import NotFound
from app.core.records.follow_up import Agreement, FollowUp
from app.core.transfer import Transferable, is_waiting_for_transfer
from app.services.agreements import agreements_of_case
from app.services.cases import void_case
from app.services.documents import plan_document
from app.services.follow_ups import follow_ups_of_case, save_follow_up, void_follow_up
from app.services.journal import entries_of_case, void_entry
from app.services.plans import issue_plan, versions_of_case
from app.services.transfers import mark_transferred, not_transferred
from tests.conftest import TODAY
from tests.factories import Office

DAY = timedelta(days=1)


def kinds(office: Office) -> list[tuple[Transferable, str]]:
    return [(one.kind, one.child) for one in office.store.read(not_transferred)]


def test_held_written_and_issued_wait_the_oldest_first(office: Office) -> None:
    alma, bo = office.case("Alma", "Kjær", municipal_number="27.24-1"), office.case("Bo", "Lund")
    office.plan(bo)
    document = office.store.read(plan_document, bo.id, office.catalogue, TODAY, number=1)
    office.store.write(issue_plan, bo.id, document, TODAY - 3 * DAY, "Bo")
    office.held(alma, office.measure(alma), on=TODAY - 9 * DAY)
    office.note(alma, "Ringede til skolen.")
    office.store.write(save_follow_up, FollowUp(case_id=bo.id, planned_on=TODAY), TODAY)

    found = office.store.read(not_transferred)

    assert [(one.kind, one.child) for one in found] == [
        (Transferable.FOLLOW_UP, "Alma Kjær"),
        (Transferable.PLAN, "Bo Lund"),
        (Transferable.ENTRY, "Alma Kjær"),
    ]
    assert [one.about for one in found] == ["", "1", "Ringede til skolen."]
    assert found[0].municipal_number == "27.24-1"


def test_what_was_struck_out_waits_for_nobody(office: Office) -> None:
    case, wrong = office.case(), office.case("Bo")
    held, note = office.held(case, office.measure(case)), office.note(case)
    office.note(wrong)
    office.store.write(void_follow_up, held.id, TODAY, "Forkert sag")
    office.store.write(void_entry, note.id, TODAY, "Forkert sag")
    office.store.write(void_case, wrong.id, TODAY, "Tastet to gange")
    assert kinds(office) == []


@pytest.mark.parametrize("kind", list(Transferable))
def test_what_is_marked_waits_no_more_and_undo_takes_the_mark_back(office: Office, kind: Transferable) -> None:
    case = office.case()
    held, note = office.held(case, office.measure(case)), office.note(case)
    office.plan(case)
    document = office.store.read(plan_document, case.id, office.catalogue, TODAY, number=1)
    office.store.write(issue_plan, case.id, document, TODAY, "Alma")
    (version,) = office.store.read(versions_of_case, case.id)
    meeting = office.meeting(case, held_on=TODAY, minutes="Alle hjælper.")
    ids = {
        Transferable.FOLLOW_UP: held.id,
        Transferable.ENTRY: note.id,
        Transferable.PLAN: version.id,
        Transferable.MEETING: meeting.id,
    }

    changes = office.store.write(mark_transferred, kind, (ids[kind],), TODAY)

    assert (changes.label, changes.case_ids) == ("transferred", frozenset({case.id}))
    assert sorted(one for one, _ in kinds(office)) == sorted(set(Transferable) - {kind})
    office.store.undo()
    assert len(kinds(office)) == len(Transferable)


def test_all_or_nothing_is_marked(office: Office) -> None:
    note = office.note(office.case())
    with pytest.raises(NotFound):
        office.store.write(mark_transferred, Transferable.ENTRY, (note.id, "nobody"), TODAY)
    assert len(kinds(office)) == 1


def test_a_follow_up_changed_after_it_was_transferred_waits_again(office: Office) -> None:
    case = office.case()
    held = office.held(case, office.measure(case))
    office.store.write(mark_transferred, Transferable.FOLLOW_UP, (held.id,), TODAY)
    (kept,) = office.store.read(follow_ups_of_case, case.id)

    office.store.write(save_follow_up, kept, TODAY, ())
    assert kinds(office) == []
    office.store.write(save_follow_up, replace(kept, assessment="Det går fremad."), TODAY)
    assert kinds(office) == [(Transferable.FOLLOW_UP, "Alma Kjær")]


def test_an_agreement_is_part_of_what_was_transferred(office: Office) -> None:
    case = office.case()
    held = office.held(case, office.measure(case))
    office.store.write(mark_transferred, Transferable.FOLLOW_UP, (held.id,), TODAY)
    (kept,) = office.store.read(follow_ups_of_case, case.id)
    agreed = Agreement(case_id=case.id, follow_up_id=held.id, what="Ringe til skolen")
    office.store.write(save_follow_up, kept, TODAY, (agreed,))
    assert office.store.read(agreements_of_case, case.id) == (agreed,)
    assert kinds(office) == [(Transferable.FOLLOW_UP, "Alma Kjær")]


def test_one_definition_says_what_waits(office: Office) -> None:
    case = office.case()
    office.note(case)
    (entry,) = office.store.read(entries_of_case, case.id)
    assert is_waiting_for_transfer(entry)
    assert not is_waiting_for_transfer(replace(entry, transferred_on=TODAY))
    assert not is_waiting_for_transfer(FollowUp(case_id=case.id, planned_on=TODAY))
