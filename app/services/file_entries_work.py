"""What is done for a child and what became of it, as entries: measures, follow-ups, meetings, promises, the journal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from textwrap import shorten

from app import labels
from app.core.agreements import state_of_agreement
from app.core.dates import screen_date
from app.core.follow_up_state import state_of
from app.core.meeting_state import state_of_meeting
from app.core.names import Names
from app.core.records.case import SchoolFact
from app.core.records.file_access import FileEntry, FilePart, FileType
from app.core.records.follow_up import Agreement, Dispensation, FollowUp, GoalScore, Informant
from app.core.records.journal import JournalEntry
from app.core.records.leader_remark import LeaderRemark
from app.core.records.measure import Measure
from app.core.records.meeting import Guest, NetworkMeeting
from app.core.records.person import Person
from app.services.file_entry_writer import EntryWriter, listed
from app.words import Words, mark

_GOAL = 100  # letters of a goal by which it is known again


@dataclass(frozen=True, slots=True)
class Seen:
    """What follow-ups and meetings point at: what was agreed at each, goals, measures and people by their ids."""

    agreed: Mapping[str, Sequence[Agreement]] = field(default_factory=dict)
    goals: Mapping[str, str] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    guests: Mapping[str, Person] = field(default_factory=dict)


def measure(write: EntryWriter, record: Measure) -> FileEntry:
    """A measure from its start, with how it ended."""
    return write.entry(
        FileType.MEASURE,
        record.id,
        record.start,
        _measure_name(write, record),
        write.home("provider", mark("Provider"), record.provider),
        write.home("place", mark("Place"), record.place),
        write.typed("paragraph", mark("Legal basis"), record.paragraph),
        write.typed("reason", mark("Reason"), record.reason),
        write.typed("parents_goals", mark("The parents' own goals"), record.parents_goals),
        write.day("expected_end", mark("Agreed end"), record.expected_end),
        write.home("next_step", mark("Next step"), record.next_step),
        write.home("receiver", mark("Who receives the child"), record.receiver),
        write.day("receiver_since", mark("Involved since"), record.receiver_since),
        write.day("end", mark("Ended"), record.end),
        write.fact("end_reason", mark("Why it ended"), write.choice(record.end_reason)),
        write.fact("breakdown", mark("Breakdown of the placement"), write.choice(record.breakdown)),
        write.typed("end_note", mark("Remarks"), record.end_note),
        struck=record,
    )


def dispensation(write: EntryWriter, record: Dispensation, of: Measure) -> FileEntry:
    """The team leader's leave from the programme goal of a measure."""
    return write.entry(
        FileType.DISPENSATION,
        record.id,
        record.granted_on,
        None,
        write.fact("measure", mark("Measure"), _measure_name(write, of)),
        write.fact("granted", mark("What is granted"), write.told(lambda words: labels.dispensation(words, record))),
        write.typed("granted_by", mark("Granted by"), record.granted_by),
        write.typed("reason", mark("Reason"), record.reason),
        struck=record,
    )


def school(write: EntryWriter, record: SchoolFact) -> FileEntry:
    """Where the child goes to school, day care or work from a day on."""
    return write.entry(
        FileType.SCHOOL,
        record.id,
        record.start,
        write.choice(record.kind),
        write.home("name", mark("Place"), record.name),
        write.typed("grade", mark("Class or group"), record.grade),
        write.day("end", mark("Ended"), record.end),
    )


def follow_up_day(record: FollowUp) -> date | None:
    """The day a follow-up stands under; None where it was only planned and nothing is written in it yet."""
    happened = record.held_on or record.excused_on or record.attempted_on
    is_written = any(text.strip() for text in (record.note_about, record.open_questions, record.planned_with))
    return happened or (record.planned_on if is_written else None)


def follow_up(write: EntryWriter, record: FollowUp, day: date, seen: Seen) -> FileEntry:
    """A follow-up with the conversation, the scores and what was agreed; or why it was not held."""
    covered = [seen.measures[one] for one in record.measure_ids]
    return write.entry(
        FileType.FOLLOW_UP,
        record.id,
        day,
        write.choice(record.form if record.held_on or record.voided_on else state_of(record)),
        write.day("attempted", mark("Attempted on"), record.attempted_on),
        write.typed("excused", mark("Why it could not be held"), record.excused_reason),
        write.home("planned_place", mark("Where"), "" if record.held_on else record.planned_place),
        write.typed("planned_with", mark("Who comes"), "" if record.held_on else record.planned_with),
        write.typed("note_about", mark("Status note"), record.note_about),
        write.fact("measures", mark("Measures"), listed([_measure_name(write, one) for one in covered])),
        write.home("place", mark("Place"), record.place),
        write.typed("participants", mark("Who took part"), record.participants),
        write.day("conversation", mark("Conversation"), record.conversation_on),
        write.fact("presence", mark("How"), write.choice(record.presence)),
        write.typed("conversation_with", mark("With whom"), record.conversation_with),
        write.typed("child_said", mark("What the child said"), record.child_said),
        write.typed("no_conversation", mark("Why there was no conversation"), record.no_conversation_reason),
        *_scores(write, record.scores, seen.goals),
        write.typed("custody", mark("Contact with the custody holder"), record.custody_contact),
        write.typed("assessment", mark("Assessment"), record.assessment),
        write.fact("outcome", mark("Outcome"), write.choice(record.outcome)),
        _rhythm(write, record),
        write.typed("rhythm_reason", mark("Why this rhythm"), record.rhythm_reason),
        write.typed("open_questions", mark("Open questions"), record.open_questions),
        *_agreed(write, seen.agreed.get(record.id, ())),
        struck=record,
    )


def meeting_day(record: NetworkMeeting) -> date | None:
    """The day a meeting stands under; None where it was only planned and nothing is written in it yet."""
    is_written = any(text.strip() for text in (record.purpose, record.agenda))
    return record.held_on or record.called_off_on or (record.planned_on if is_written else None)


def meeting(write: EntryWriter, record: NetworkMeeting, day: date, seen: Seen) -> FileEntry:
    """A network meeting with who came and what was promised; or why it came to nothing."""
    came = [_name(guest, seen) for guest in record.guests if guest.came]
    missed = [_name(guest, seen) for guest in record.guests if guest.came is False]
    asked = [] if record.held_on else [_name(guest, seen) for guest in record.guests]
    return write.entry(
        FileType.MEETING,
        record.id,
        day,
        None if record.held_on or record.voided_on else write.choice(state_of_meeting(record)),
        write.typed("called_off", mark("Why it was called off"), record.called_off_reason),
        write.home("place", mark("Place"), record.place),
        write.typed("purpose", mark("Purpose"), record.purpose),
        write.typed("agenda", mark("Agenda"), record.agenda),
        write.typed("asked", mark("Asked"), ", ".join(asked)),
        write.typed("others", mark("Who took part"), ", ".join(one for one in (*came, record.others) if one.strip())),
        write.typed("missed", mark("Did not come"), ", ".join(missed)),
        write.fact("child_part", mark("The child"), write.choice(record.child_part)),
        write.typed("child_words", mark("What the child said"), record.child_words),
        write.typed("minutes", mark("Minutes"), record.minutes),
        write.typed("decisions", mark("Decisions"), record.decisions),
        *_agreed(write, seen.agreed.get(record.id, ())),
        struck=record,
    )


def task(write: EntryWriter, record: Agreement, day: date) -> FileEntry:
    """What is to be done and was agreed at no follow-up or meeting of the file."""
    return write.entry(FileType.TASK, record.id, day, None, *_agreement(write, record, mark("What")), struck=record)


def journal(write: EntryWriter, record: JournalEntry) -> FileEntry:
    """A journal entry."""
    return write.entry(
        FileType.JOURNAL,
        record.id,
        record.on,
        write.choice(record.kind),
        write.typed("with_whom", mark("With whom"), record.with_whom),
        write.typed("text", mark("Text"), record.text),
        struck=record,
    )


def remark(write: EntryWriter, record: LeaderRemark) -> FileEntry:
    """What the team leader said: written for the casework alone, and offered like everything else."""
    return write.entry(
        FileType.REMARK,
        record.id,
        record.said_on,
        None,
        write.typed("said_by", mark("By whom"), record.said_by),
        write.typed("text", mark("Text"), record.text),
        write.typed("to_do", mark("What is to be done"), record.to_do),
        write.typed("settled_how", mark("Settled"), record.settled_how),
        struck=record,
    )


def _measure_name(write: EntryWriter, record: Measure) -> Names:
    return write.catalogue.measure_type(record.type_key, record.start).names


def _name(guest: Guest, seen: Seen) -> str:
    return seen.guests[guest.person_id].name


def _scores(write: EntryWriter, scores: Sequence[GoalScore], goals: Mapping[str, str]) -> Iterator[FilePart | None]:
    """What each said of each goal, over the beginning of its wording: the whole of it stands in the plans."""
    by_goal: dict[str, list[GoalScore]] = {}
    for score in scores:
        by_goal.setdefault(score.goal_id, []).append(score)
    for goal_id, given in by_goal.items():
        goal = shorten(goals[goal_id], _GOAL, placeholder=" …")
        yield write.typed(f"scores:{goal_id}", write.told(partial(_by_informant, given)), goal)


def _by_informant(given: Sequence[GoalScore], words: Words) -> str:
    said = {score.informant: score.value for score in given}
    told = ", ".join(f"{labels.choice(words, who)} {said[who]}" for who in Informant if who in said)
    return f"{words.tr('Scores')}: {told}"


def _rhythm(write: EntryWriter, record: FollowUp) -> FilePart | None:
    rhythm = record.rhythm
    told = write.told(lambda words: labels.rhythm(words, rhythm)) if rhythm else None
    return write.fact("rhythm", mark("Rhythm decided"), told)


def _agreed(write: EntryWriter, agreements: Sequence[Agreement]) -> Iterator[FilePart | None]:
    for agreement in agreements:
        yield from _agreement(write, agreement, mark("What was agreed"))
        why = agreement.void_reason
        yield write.typed(f"agreed_struck:{agreement.id}", mark("Why it was struck out"), why)


def _agreement(write: EntryWriter, record: Agreement, label: str) -> Iterator[FilePart | None]:
    """What was agreed, by whom, until when, and what became of it."""
    said = (record.what, record.responsible, screen_date(record.due))
    yield write.typed(f"agreed:{record.id}", label, ", ".join(part for part in said if part.strip()))
    yield write.typed(f"agreed_moved:{record.id}", mark("Why it is moved"), record.move_reason)
    if record.settled_on or record.voided_on:
        became = write.choice(state_of_agreement(record))
        yield write.fact(f"agreed_state:{record.id}", mark("What became of it"), became)
    yield write.typed(f"agreed_remark:{record.id}", mark("How it went"), record.remark)
