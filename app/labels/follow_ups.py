"""Follow-ups in words: what is planned, and what one of them says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from app.core.dates import screen_date
from app.core.follow_up_state import FollowUpState, state_of
from app.core.records.follow_up import Agreement, FollowUp, FollowUpMark
from app.labels.choices import choice
from app.labels.held import clean_text, day_and_reason, held_day, planned_for
from app.labels.schedule import rhythm
from app.words import Words


def planned(words: Words, record: FollowUpMark) -> str:
    """When and where a follow-up is planned: "Tuesday 24 November 2026 at 10.00, at home"; "" where it is not."""
    return planned_for(words, record, record.planned_place)


def planned_still(words: Words, record: FollowUpMark, today: date) -> str:
    """What is planned and waits, and what became of it where its day has come and gone."""
    if state_of(record) is FollowUpState.ATTEMPTED:
        return words.tr("Attempted in vain {day}. Plan it anew.", day=screen_date(record.attempted_on))
    when = planned(words, record)
    if record.planned_on is not None and record.planned_on < today:
        return words.tr("Planned: {when}. Nobody has registered it.", when=when)
    return words.tr("Planned: {when}", when=when)


def follow_up_facts(
    words: Words, record: FollowUp, measures: Sequence[str], goals: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """All that a follow-up says, label and text, in the order of its form; `goals` are the goals by id."""
    return tuple((label, text) for label, text in _all_facts(words, record, measures, goals) if text)


def follow_up_text(
    words: Words, record: FollowUp, measures: Sequence[str], goals: Mapping[str, str], agreements: Sequence[Agreement]
) -> str:
    """A follow-up as clean text, for the municipality's case system."""
    head = f"{words.tr('Follow-up')} – {choice(words, state_of(record))}"
    return clean_text(words, head, follow_up_facts(words, record, measures, goals), agreements)


def status_note(words: Words, record: FollowUp) -> str:
    """When the provider was asked for a note, whether it came, and what it is to tell about."""
    if record.note_asked_on is None:
        return ""
    asked = words.tr("asked for {day}", day=screen_date(record.note_asked_on))
    came = words.tr("received {day}", day=screen_date(record.note_received_on)) if record.note_received_on else ""
    said = ", ".join((asked, came or words.tr("not received yet")))
    return "\n".join(part for part in (said, record.note_about) if part)


def _all_facts(
    words: Words, record: FollowUp, measures: Sequence[str], goals: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    form = choice(words, record.form) if record.form else ""
    decided = ""
    if record.rhythm is not None:
        decided = ". ".join(part for part in (rhythm(words, record.rhythm), record.rhythm_reason) if part)
    return (
        (words.tr("Struck out"), day_and_reason(screen_date(record.voided_on), record.void_reason)),
        (words.tr("Held on"), held_day(words, record)),
        (words.tr("Planned for"), planned(words, record)),
        (words.tr("Who comes"), "" if record.held_on else record.planned_with),
        (words.tr("Attempted on"), screen_date(record.attempted_on)),
        (words.tr("Excused"), day_and_reason(screen_date(record.excused_on), record.excused_reason)),
        (words.tr("Status note"), status_note(words, record)),
        (words.tr("To take up"), "" if record.held_on else record.open_questions),
        (words.tr("Where"), ", ".join(part for part in (form, record.place) if part)),
        (words.tr("Who took part"), record.participants),
        (words.tr("Measures"), ", ".join(measures)),
        (words.tr("Conversation"), _conversation(words, record)),
        (words.tr("What the child said"), record.child_said),
        (words.tr("No conversation"), record.no_conversation_reason),
        (words.tr("Scores"), _scores(words, record, goals)),
        (words.tr("Assessment"), record.assessment),
        (words.tr("Leads to"), choice(words, record.outcome) if record.outcome else ""),
        (words.tr("Custody holders"), record.custody_contact),
        (words.tr("To take up next time"), record.open_questions if record.held_on else ""),
        (words.tr("Rhythm decided"), decided),
        (words.tr("The law"), "" if record.is_law or not record.held_on else words.tr("Not the law's follow-up")),
    )


def _conversation(words: Words, record: FollowUp) -> str:
    if record.conversation_on is None:
        return ""
    how = choice(words, record.presence) if record.presence else ""
    return ", ".join(part for part in (screen_date(record.conversation_on), how, record.conversation_with) if part)


def _scores(words: Words, record: FollowUp, goals: Mapping[str, str]) -> str:
    """One line a goal: "In school every day: the child 6, the school 5"."""
    by_goal: dict[str, list[str]] = {}
    for score in record.scores:
        who = choice(words, score.informant)
        by_goal.setdefault(score.goal_id, []).append(f"{who} {score.value}")
    earlier = words.tr("A goal of an earlier plan")
    return "\n".join(f"{goals.get(goal_id, earlier)}: {', '.join(given)}" for goal_id, given in by_goal.items())
