"""Network meetings and tasks in rows and words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app import labels
from app.core.agreements import AgreementState, in_order, standing, state_of_agreement
from app.core.dates import screen_date
from app.core.follow_up_state import day_of
from app.core.meeting_state import MeetingState, meeting_day, state_of_meeting
from app.core.records.follow_up import Agreement, FollowUp
from app.core.records.meeting import NetworkMeeting
from app.core.records.network import Invitation
from app.services.meeting_sheet import MeetingSheet
from app.ui.widgets.table_model import Column
from app.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTask:
    """A promise or a task, and where it was born: at a follow-up, at a meeting, or nowhere in particular."""

    record: Agreement
    born_at: FollowUp | NetworkMeeting | None = None

    @property
    def state(self) -> AgreementState:
        """What became of it."""
        return state_of_agreement(self.record)

    @property
    def is_open(self) -> bool:
        """Whether it waits to be settled."""
        return self.state is AgreementState.OPEN


def shown_tasks(sheet: MeetingSheet) -> tuple[ShownTask, ...]:
    """All that was ever agreed and stands, open first; tasks that were struck out last."""
    born: dict[str, FollowUp | NetworkMeeting] = {one.id: one for one in sheet.follow_ups}
    born |= {one.id: one for one in sheet.meetings}
    voided = (a for a in sheet.agreements if a.voided_on is not None)
    shown = in_order((*standing(sheet.agreements, sheet.follow_ups, sheet.meetings), *voided))
    return tuple(ShownTask(record=one, born_at=born.get(one.follow_up_id or one.meeting_id or "")) for one in shown)


def origin(row: ShownTask, words: Words) -> str:
    """Where it was born: "Follow-up 3-10-2026"."""
    match row.born_at:
        case FollowUp() as held:
            return words.tr("Follow-up {day}", day=screen_date(day_of(held)))
        case NetworkMeeting() as held:
            return words.tr("Network meeting {day}", day=screen_date(meeting_day(held)))
        case _:
            return words.trp("by itself", "Task")


def task_facts(row: ShownTask, words: Words) -> list[tuple[str, str]]:
    """All that is noted of it."""
    record = row.record
    first = screen_date(record.first_due) if record.first_due != record.due else ""
    struck = ": ".join(part for part in (screen_date(record.voided_on), record.void_reason) if part)
    return [
        (words.tr("Struck out"), struck),
        (words.tr("What"), record.what),
        (words.tr("Who"), record.responsible),
        (words.tr("By when"), screen_date(record.due)),
        (words.tr("First promised for"), first),
        (words.tr("Why it is moved"), record.move_reason),
        (words.tr("Settled on"), screen_date(record.settled_on)),
        (words.tr("How it went"), record.remark),
        (words.tr("Agreed at"), origin(row, words) if row.born_at else ""),
    ]


def task_columns(words: Words, today: Callable[[], date]) -> tuple[Column[ShownTask], ...]:
    """What, by whom, until when, and what became of it."""

    def due(row: ShownTask) -> str:
        return screen_date(row.record.due) if row.is_open else labels.choice(words, row.state)

    def born_on(row: ShownTask) -> str:
        match row.born_at:
            case FollowUp() as held:
                return screen_date(day_of(held))
            case NetworkMeeting() as held:
                return screen_date(meeting_day(held))
            case _:
                return ""

    def is_late(row: ShownTask) -> bool:
        return row.is_open and row.record.due is not None and row.record.due < today()

    return (
        Column(
            key="what",
            title=words.tr("What"),
            text=lambda row: row.record.what,
            strong=True,
            dot=lambda row: "over" if is_late(row) else "soon" if row.is_open else "muted",
            struck=_is_struck,
        ),
        Column(
            key="who",
            title=words.tr("Who"),
            # The name alone: what somebody is to the child stands beside the list.
            text=lambda row: row.record.responsible.partition(" (")[0],
            tip=lambda row: row.record.responsible,
            struck=_is_struck,
        ),
        Column(
            key="due",
            title=words.tr("By when"),
            text=due,
            sort=lambda row: row.record.due if row.is_open else None,
            tone=lambda row: "over" if is_late(row) else "",
            firm=True,
        ),
        Column(key="from", title=words.tr("Agreed on"), text=born_on, tip=lambda row: origin(row, words)),
    )


def meeting_columns(words: Words) -> tuple[Column[NetworkMeeting], ...]:
    """The day, what for, how many are asked or came, and how far it has come."""
    return (
        Column(
            key="day",
            title=words.tr("Date"),
            text=lambda row: screen_date(meeting_day(row)),
            sort=meeting_day,
            struck=_is_gone,
            firm=True,
        ),
        Column(
            key="purpose",
            title=words.tr("Purpose"),
            text=lambda row: " ".join(row.purpose.split()),
            strong=True,
            struck=_is_gone,
        ),
        Column(key="people", title=words.tr("People"), text=lambda row: people_in_short(row, words)),
        Column(key="state", title=words.tr("Status"), text=lambda row: state_in_words(row, words), dot=_dot),
    )


def people_in_short(row: NetworkMeeting, words: Words) -> str:
    """How many come: "3 of 8 have said yes", "6 came"."""
    if row.held_on is not None:
        return words.trn("{n} came", "{n} came", sum(bool(guest.came) for guest in row.guests))
    said_yes = sum(guest.answer is Invitation.YES for guest in row.guests)
    return words.tr("{yes} of {all} come", yes=said_yes, all=len(row.guests)) if row.guests else ""


def state_in_words(row: NetworkMeeting, words: Words) -> str:
    """How far it has come; one that was held says whether it is written up."""
    state = state_of_meeting(row)
    if state is MeetingState.HELD and not row.is_complete:
        return words.tr("Held, to be completed")
    return labels.choice(words, state)


def _dot(row: NetworkMeeting) -> str:
    match state_of_meeting(row):
        case MeetingState.PLANNED:
            return "soon"
        case MeetingState.HELD:
            return "ok" if row.is_complete else "soon"
        case _:
            return "muted"


def _is_gone(row: NetworkMeeting) -> bool:
    return state_of_meeting(row) in (MeetingState.VOIDED, MeetingState.CALLED_OFF)


def _is_struck(row: ShownTask) -> bool:
    return row.state is AgreementState.VOIDED
