"""Network meetings and tasks in the store."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.errors import Invalid, NotFound
from app.core.records.follow_up import Agreement
from app.core.records.meeting import Guest, NetworkMeeting
from app.core.records.network import Invitation
from app.core.transfer import Transferable
from app.services.agreements import agreements_of_case, save_agreement, settle_agreement, void_agreement
from app.services.documents import network_document
from app.services.meetings import (
    MeetingPart,
    answer_invitation,
    guests_of_case,
    meetings_of_case,
    save_meeting,
    void_meeting,
)
from app.services.search import Found, find
from app.services.transfers import mark_transferred, not_transferred
from tests.conftest import TODAY
from tests.factories import Office

DAY = timedelta(days=1)


def only(office: Office, case_id: str) -> NetworkMeeting:
    (meeting,) = office.store.read(meetings_of_case, case_id)
    return meeting


def test_what_was_planned_and_held_is_read_back_with_its_guests_in_order(office: Office) -> None:
    case = office.case()
    mother, friend = office.person(case, "Karen"), office.person(case, "Bo")
    planned = office.meeting(case, friend, mother, agenda="1. Runde")
    assert only(office, case.id) == planned
    held = replace(planned, held_on=TODAY, minutes="Alle hjælper.")
    office.store.write(save_meeting, MeetingPart(meeting=held), TODAY)
    assert only(office, case.id) == replace(held, registered_on=TODAY)
    assert {person.first_name for person in office.store.read(guests_of_case, case.id).values()} == {"Karen", "Bo"}


def test_the_day_it_was_first_typed_stays_when_it_is_completed_later(office: Office) -> None:
    case = office.case()
    held = office.meeting(case, held_on=TODAY - 3 * DAY)
    typed = only(office, case.id)
    office.store.write(save_meeting, MeetingPart(meeting=replace(typed, minutes="Nu skrevet.")), TODAY + DAY)
    assert only(office, case.id).registered_on == TODAY
    assert only(office, case.id).held_on == held.held_on


def test_promises_of_a_meeting_stand_in_the_case_until_the_meeting_is_struck_out(office: Office) -> None:
    case = office.case()
    meeting = NetworkMeeting(case_id=case.id, held_on=TODAY, purpose="Planen")
    promise = Agreement(case_id=case.id, meeting_id=meeting.id, what="Henter om fredagen", responsible="Mormor")
    office.store.write(save_meeting, MeetingPart(meeting=meeting, agreements=(promise,)), TODAY)
    assert office.status(case).file.agreements == (promise,)
    office.store.write(void_meeting, meeting.id, TODAY, "Forkert sag")
    assert office.status(case).file.agreements == ()
    assert office.store.read(agreements_of_case, case.id) == (promise,)


def test_a_broken_promise_or_meeting_keeps_nothing_of_the_rest(office: Office) -> None:
    case = office.case()
    meeting = NetworkMeeting(case_id=case.id, held_on=TODAY)
    with pytest.raises(Invalid):
        office.store.write(
            save_meeting,
            MeetingPart(meeting=meeting, agreements=(Agreement(case_id=case.id, meeting_id=meeting.id, what=" "),)),
            TODAY,
        )
    bad_next = NetworkMeeting(case_id=case.id)
    with pytest.raises(Invalid):
        office.store.write(save_meeting, MeetingPart(meeting=meeting, planned_next=bad_next), TODAY)
    assert office.store.read(meetings_of_case, case.id) == ()


def test_the_map_shows_the_answers_to_the_coming_meeting_and_none_once_it_was_held(office: Office) -> None:
    case = office.case()
    mother = office.person(case)
    office.map(case, mother)
    planned = office.meeting(case)

    def on_map() -> tuple[Invitation, bool]:
        (told,) = office.store.read(network_document, case.id, office.catalogue, TODAY).people
        return told.invited, told.was_asked

    assert on_map() == (Invitation.NOT_ASKED, False)
    office.store.write(answer_invitation, case.id, planned.id, mother.id, Invitation.YES, TODAY)
    assert on_map() == (Invitation.YES, True)
    office.store.write(save_meeting, MeetingPart(meeting=replace(only(office, case.id), held_on=TODAY)), TODAY)
    assert on_map() == (Invitation.NOT_ASKED, True)
    office.store.write(void_meeting, planned.id, TODAY, "Another case")
    assert on_map() == (Invitation.NOT_ASKED, False)


def test_an_answer_to_a_meeting_that_is_not_there_is_refused(office: Office) -> None:
    case = office.case()
    with pytest.raises(NotFound):
        office.store.write(answer_invitation, case.id, "none", "nobody", Invitation.YES, TODAY)


def test_minutes_that_were_copied_and_then_changed_wait_again(office: Office) -> None:
    case = office.case()
    promise = Agreement(case_id=case.id, what="Bager")
    meeting = office.meeting(case, held_on=TODAY, purpose="Planen", minutes="Alle hjælper.")
    office.store.write(mark_transferred, Transferable.MEETING, (meeting.id,), TODAY)
    assert office.store.read(not_transferred) == ()
    same = only(office, case.id)
    office.store.write(save_meeting, MeetingPart(meeting=same), TODAY)
    assert office.store.read(not_transferred) == ()
    added = (replace(promise, meeting_id=same.id),)
    office.store.write(save_meeting, MeetingPart(meeting=same, agreements=added), TODAY)
    (waiting,) = office.store.read(not_transferred)
    assert (waiting.kind, waiting.day, waiting.about) == (Transferable.MEETING, TODAY, "Planen")


def test_minutes_saved_with_their_promises_as_they_were_lose_neither_those_struck_out_nor_that_they_were_copied(
    office: Office,
) -> None:
    case = office.case()
    meeting = NetworkMeeting(case_id=case.id, held_on=TODAY, registered_on=TODAY, minutes="Alle hjælper.")
    drives, bakes, sings = (
        Agreement(case_id=case.id, meeting_id=meeting.id, what=what) for what in ("Kører", "Bager", "Synger")
    )
    office.store.write(save_meeting, MeetingPart(meeting=meeting, agreements=(drives, bakes, sings)), TODAY)
    office.store.write(void_agreement, sings.id, TODAY, "Aldrig sagt")
    office.store.write(mark_transferred, Transferable.MEETING, (meeting.id,), TODAY)
    office.store.write(save_meeting, MeetingPart(meeting=only(office, case.id), agreements=(bakes, drives)), TODAY)
    assert office.store.read(not_transferred) == ()
    assert {one.what for one in office.store.read(agreements_of_case, case.id)} == {"Kører", "Bager", "Synger"}


def test_a_planned_meeting_waits_for_no_transfer(office: Office) -> None:
    office.meeting(office.case())
    assert office.store.read(not_transferred) == ()


def test_what_was_said_and_what_is_to_be_done_is_found(office: Office) -> None:
    case = office.case()
    meeting = office.meeting(case, held_on=TODAY, minutes="Farmor låner traileren ud.")
    task = office.task(case, "Bestille en flyttebil")
    (found,) = office.store.read(find, "traileren")
    assert (found.found, found.case_id, found.row_id) == (Found.MEETING, case.id, meeting.id)
    (hit,) = office.store.read(find, "flyttebil")
    assert (hit.found, hit.row_id) == (Found.AGREEMENT, task.id)


def test_a_task_stands_alone_is_settled_and_is_struck_out(office: Office) -> None:
    case = office.case()
    task = office.task(case, due=TODAY)
    assert office.status(case).file.agreements == (task,)
    done = replace(task, kept=True, settled_on=TODAY, remark="Klaret")
    office.store.write(settle_agreement, done)
    assert office.store.read(agreements_of_case, case.id) == (done,)
    office.store.write(void_agreement, task.id, TODAY, "Dobbelt")
    assert office.status(case).file.agreements == ()
    with pytest.raises(Invalid):
        office.store.write(save_agreement, replace(task, what=""))


def test_a_guest_is_kept_once_a_meeting(office: Office) -> None:
    case = office.case()
    mother = office.person(case)
    with pytest.raises(Invalid):
        office.meeting(case, guests=(Guest(person_id=mother.id), Guest(person_id=mother.id)))
