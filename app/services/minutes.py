"""Gathers minutes of follow-ups and network meetings, and the invitation to one, as they may be handed out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from app.core.catalogue import Catalogue
from app.core.errors import NotFound
from app.core.follow_up_form import planned_later
from app.core.goal_scores import last_scores
from app.core.meeting_state import meeting_day, waiting_meetings
from app.core.names import Names
from app.core.protected_names import by_placement, by_role
from app.core.records.follow_up import Agreement, FollowUp, Informant
from app.core.records.meeting import ChildPart, Guest, NetworkMeeting
from app.core.records.minutes import (
    DocumentGuest,
    DocumentPromise,
    FollowUpMinutes,
    MeetingInvitation,
    MeetingMinutes,
    MinutesGoal,
    NextDate,
)
from app.core.records.network import Invitation
from app.core.records.person import Person
from app.core.records.plan import Goal
from app.core.role_names import names_of_role
from app.core.visit_sheet import last_held
from app.services.documents import letterhead
from app.services.follow_up_sheet import FollowUpSheet, follow_up_sheet
from app.services.meeting_sheet import MeetingSheet, meeting_sheet
from app.services.protected_people import hidden_names, hidden_places, roles_to_child


@dataclass(frozen=True, slots=True)
class _People:
    """The people of a case by id, what each is to the child, and what stands on paper instead of `hidden` names."""

    people: Mapping[str, Person]
    roles: Mapping[str, Names]
    hidden: Mapping[str, str]
    places: Collection[str]
    today: date

    def said(self, text: str) -> str:
        """A text without what is hidden."""
        return by_role(by_placement(text, self.places), self.hidden)

    def guest(self, guest: Guest) -> DocumentGuest:
        """A guest as they stand on paper."""
        person = self.people[guest.person_id]
        name = "" if person.is_protected(self.today) else person.name
        return DocumentGuest(name=name, role=self.roles.get(person.id) or Names(person.title, person.title))

    def promise(self, agreement: Agreement) -> DocumentPromise:
        """A promise as it stands on paper."""
        return DocumentPromise(
            what=self.said(agreement.what), responsible=self.said(agreement.responsible), due=agreement.due
        )


def follow_up_minutes(
    session: Session, case_id: str, follow_up_id: str, catalogue: Catalogue, today: date
) -> FollowUpMinutes:
    """The minutes of a follow-up that was held; of the one held last where `follow_up_id` is "". Raises `NotFound`."""
    sheet = follow_up_sheet(session, case_id, catalogue, today)
    held = [one for one in sheet.follow_ups if one.is_held]
    record = next((one for one in held if one.id == follow_up_id), None) if follow_up_id else last_held(held)
    if record is None or record.held_on is None:
        raise NotFound(f"follow_up {follow_up_id} that was held")
    known = _known(meeting_sheet(session, case_id, catalogue, today), catalogue, today)
    child = sheet.status.file.child
    shared = record.may_share_words
    return FollowUpMinutes(
        head=letterhead(session, today),
        child_first_name=child.first_name,
        child_name=child.name,
        held_on=record.held_on,
        form=record.form,
        place="" if child.is_protected(today) else record.place,
        participants=known.said(record.participants),
        measures=tuple(
            catalogue.measure_type(measure.type_key, measure.start).names
            for measure in sheet.status.file.measures
            if measure.id in record.measure_ids
        ),
        conversation_on=record.conversation_on,
        presence=record.presence,
        conversation_with=known.said(record.conversation_with),
        child_said=known.said(record.child_said) if shared else "",
        words_withheld=record.conversation_on is not None and not shared,
        no_conversation_reason=known.said(record.no_conversation_reason),
        goals=tuple(_goal(goal, record, sheet, known) for goal in sheet.goals_for(record)),
        assessment=known.said(record.assessment),
        outcome=record.outcome,
        promises=tuple(known.promise(one) for one in sheet.agreed_at(record)),
        rhythm=record.rhythm,
        next_date=_next_follow_up(sheet, record, today),
    )


def meeting_minutes(
    session: Session, case_id: str, meeting_id: str, catalogue: Catalogue, today: date
) -> MeetingMinutes:
    """The minutes of a meeting that was held; of the one held last where `meeting_id` is "". Raises `NotFound`."""
    sheet = meeting_sheet(session, case_id, catalogue, today)
    held = [one for one in sheet.meetings if one.is_held and meeting_id in ("", one.id)]
    if not held or held[-1].held_on is None:
        raise NotFound(f"network_meeting {meeting_id} that was held")
    record, known, held_on = held[-1], _known(sheet, catalogue, today), held[-1].held_on
    shared = record.may_share_words
    return MeetingMinutes(
        head=letterhead(session, today),
        child_first_name=sheet.status.file.child.first_name,
        held_on=held_on,
        place="" if sheet.status.file.child.is_protected(today) else record.place,
        purpose=known.said(record.purpose),
        agenda=known.said(record.agenda),
        came=tuple(known.guest(one) for one in record.guests if one.came),
        missed=tuple(known.guest(one) for one in record.guests if one.came is False),
        others=known.said(record.others),
        child_part=record.child_part,
        child_words=known.said(record.child_words) if shared else "",
        words_withheld=record.child_part not in (None, ChildPart.NOT_HEARD) and not shared,
        minutes=known.said(record.minutes),
        decisions=known.said(record.decisions),
        promises=tuple(known.promise(one) for one in sheet.agreed_at(record)),
        next_date=_next_meeting(sheet, record, today),
    )


def meeting_invitation(
    session: Session, case_id: str, meeting_id: str, catalogue: Catalogue, today: date
) -> MeetingInvitation:
    """The invitation to a meeting that waits; to the first of them where `meeting_id` is "". Raises `NotFound`."""
    sheet = meeting_sheet(session, case_id, catalogue, today)
    waiting = [one for one in waiting_meetings(sheet.meetings) if meeting_id in ("", one.id)]
    if not waiting or waiting[0].planned_on is None:
        raise NotFound(f"network_meeting {meeting_id} that waits")
    record, known = waiting[0], _known(sheet, catalogue, today)
    return MeetingInvitation(
        head=letterhead(session, today),
        child_first_name=sheet.status.file.child.first_name,
        meeting=_when(record, waiting[0].planned_on),
        purpose=known.said(record.purpose),
        agenda=known.said(record.agenda),
        asked=tuple(known.guest(one) for one in record.guests if one.answer is not Invitation.NO),
        others=known.said(record.others),
    )


def _known(sheet: MeetingSheet, catalogue: Catalogue, today: date) -> _People:
    roles, file = roles_to_child(sheet.parts, sheet.drawn, catalogue, today), sheet.status.file
    hidden = hidden_names(sheet.people.values(), roles, today)
    places = hidden_places(file.child, file.measures, catalogue, today)
    offered = catalogue.roles(today)
    told = {key: names_of_role(role, offered) for key, role in roles.items()}
    named = {key: Names(role, names.en.casefold() if (names := told[key]) else role) for key, role in roles.items()}
    return _People(sheet.people, named, hidden, places, today)


def _goal(goal: Goal, record: FollowUp, sheet: FollowUpSheet, known: _People) -> MinutesGoal:
    last, now = last_scores(sheet.follow_ups, record), {s.informant: s for s in record.scores if s.goal_id == goal.id}
    return MinutesGoal(
        goal=known.said(goal.goal),
        scores=tuple((who, now[who].value) for who in Informant if who in now),  # the child first
        before=tuple((who, last[goal.id, who].value) for who in Informant if (goal.id, who) in last),
        target=goal.target,
    )


def _next_follow_up(sheet: FollowUpSheet, record: FollowUp, today: date) -> NextDate | None:
    """The one planned after this one, else the day it is due: a family is told no day that has gone."""
    planned = planned_later(sheet.follow_ups, record)
    hides = sheet.status.file.child.is_protected(today)
    if planned is not None and planned.planned_on is not None and planned.planned_on >= today:
        place = "" if hides else planned.planned_place
        return NextDate(on=planned.planned_on, at=planned.planned_at, place=place)
    due = sheet.status.due
    if record != last_held(sheet.follow_ups) or due is None or due.day < today:
        return None
    return NextDate(on=due.day, agreed=False)


def _next_meeting(sheet: MeetingSheet, record: NetworkMeeting, today: date) -> NextDate | None:
    """The first meeting planned for a day to come after this one."""
    after = max(meeting_day(record), today)
    later = (one for one in waiting_meetings(sheet.meetings) if meeting_day(one) >= after)
    hides = sheet.status.file.child.is_protected(today)
    found = next((_when(one, one.planned_on) for one in later if one.planned_on is not None), None)
    return replace(found, place="") if found and hides else found


def _when(record: NetworkMeeting, on: date) -> NextDate:
    return NextDate(on=on, at=record.planned_at, place=record.place)
