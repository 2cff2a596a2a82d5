"""Network meetings in words: when and where, and what one of them says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.core.dates import screen_date
from app.core.meeting_state import state_of_meeting
from app.core.records.follow_up import Agreement
from app.core.records.meeting import Guest, MeetingMark, NetworkMeeting
from app.core.records.network import Invitation
from app.labels.choices import choice
from app.labels.held import clean_text, day_and_reason, held_day, planned_for
from app.words import Words


def meeting_title(words: Words, record: MeetingMark) -> str:
    """What is to be held: "Network meeting: Who can help in the weekends?"."""
    purpose = " ".join(record.purpose.split())
    return words.tr("Network meeting: {purpose}", purpose=purpose) if purpose else words.tr("Network meeting")


def meeting_when(words: Words, record: MeetingMark) -> str:
    """When and where a meeting is planned: "Tuesday 24 November 2026 at 15.30, at the school"; "" where it is not."""
    return planned_for(words, record, record.place)


def meeting_facts(
    words: Words, record: NetworkMeeting, names: Mapping[str, str], *, answers: bool = True
) -> tuple[tuple[str, str], ...]:
    """All that a meeting says, label and text; `names` is what to call each guest, by the id of the person.

    Without `answers` those who are asked to a meeting to come are left out, since they stand beside.
    """
    shown = record if answers or record.held_on is not None else replace(record, guests=())
    return tuple((label, text) for label, text in _all_facts(words, shown, names) if text)


def meeting_text(
    words: Words, record: NetworkMeeting, names: Mapping[str, str], agreements: Sequence[Agreement]
) -> str:
    """A meeting as clean text, for the municipality's case system."""
    head = f"{words.tr('Network meeting')} – {choice(words, state_of_meeting(record))}"
    return clean_text(words, head, meeting_facts(words, record, names), agreements)


def _all_facts(words: Words, record: NetworkMeeting, names: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    part = choice(words, record.child_part) if record.child_part else ""
    return (
        (words.tr("Struck out"), day_and_reason(screen_date(record.voided_on), record.void_reason)),
        (words.tr("Called off"), day_and_reason(screen_date(record.called_off_on), record.called_off_reason)),
        (words.tr("Held on"), held_day(words, record)),
        (words.tr("Planned for"), meeting_when(words, record)),
        (words.tr("Where"), record.place if record.held_on and not record.planned_on else ""),
        (words.tr("Purpose"), record.purpose),
        (words.tr("Agenda"), record.agenda),
        *_people(words, record, names),
        (words.tr("The child"), part),
        (words.tr("The child's words"), record.child_words),
        (words.tr("What was said"), record.minutes),
        (words.tr("What was decided"), record.decisions),
    )


def _people(words: Words, record: NetworkMeeting, names: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Of a meeting to come who has answered what, of one that was held who came and who did not."""
    if record.held_on is None:
        asked = {answer: [g for g in record.guests if g.answer is answer] for answer in _ANSWERS}
        told = tuple((choice(words, a), _called(asked[a], names)) for a in _ANSWERS)
        return (*told, (words.tr("Others"), record.others))
    came = _called([guest for guest in record.guests if guest.came], names)
    missed = [guest for guest in record.guests if guest.came is False]
    return (
        (words.tr("Who took part"), ", ".join(part for part in (came, record.others) if part)),
        (words.tr("Did not come"), _called(missed, names)),
    )


_ANSWERS = (Invitation.YES, Invitation.ASKED, Invitation.NO)


def _called(guests: Sequence[Guest], names: Mapping[str, str]) -> str:
    return ", ".join(names[guest.person_id] for guest in guests)
