"""What can be wrong with a follow-up, with a promise made there, and with a dispensation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.core.checks.texts import check_texts
from app.core.errors import Problem, Severity
from app.core.records.follow_up import Agreement, Dispensation, FollowUp
from app.core.records.measure import Measure

_PROSE = (
    *("planned_with", "rhythm_reason", "participants", "conversation_with", "child_said"),
    *("no_conversation_reason", "custody_contact", "assessment", "excused_reason", "void_reason"),
    *("note_about", "open_questions"),
)


def check_follow_up(record: FollowUp, measures: tuple[Measure, ...], today: date) -> tuple[Problem, ...]:
    """A follow-up has a day, happened today or earlier, and lies within the measures it covers.

    Held without a conversation or a reason for none is saved all the same, and waits to be completed.
    """
    covered = [measure for measure in measures if measure.id in record.measure_ids]
    return (
        *_days(record, today),
        *_against(record, covered),
        *_coverage(record, covered, measures),
        *_contents(record),
        *check_texts(record, _PROSE),
    )


def check_agreement(record: Agreement) -> tuple[Problem, ...]:
    """A promise says what was promised; one that was moved to another day says why."""
    problems = [] if record.what.strip() else [Problem("what", "text-empty")]
    if record.first_due is not None and record.first_due != record.due and not record.move_reason.strip():
        problems.append(Problem("move_reason", "reason-empty"))
    return (*problems, *check_texts(record, ("what", "move_reason", "remark", "void_reason")))


def check_dispensation(record: Dispensation, today: date) -> tuple[Problem, ...]:
    """A dispensation says who granted it, when, why and until when."""
    problems = []
    if not record.granted_by.strip():
        problems.append(Problem("granted_by", "granted-by-empty"))
    if not record.reason.strip():
        problems.append(Problem("reason", "reason-empty"))
    if record.granted_on > today:
        problems.append(Problem("granted_on", "granted-in-future"))
    if record.valid_until < record.granted_on:
        problems.append(Problem("valid_until", "end-before-start"))
    return (*problems, *check_texts(record, ("reason",)))


def _days(record: FollowUp, today: date) -> Iterator[Problem]:
    if not any((record.planned_on, record.attempted_on, record.held_on, record.excused_on)):
        yield Problem("planned_on", "follow-up-without-day")
    for field, code in (
        ("held_on", "held-in-future"),
        ("attempted_on", "attempted-in-future"),
        ("conversation_on", "conversation-in-future"),
        ("excused_on", "excused-in-future"),
        ("note_asked_on", "note-in-future"),
        ("note_received_on", "note-in-future"),
    ):
        day = getattr(record, field)
        if day is not None and day > today:
            yield Problem(field, code)


def _against(record: FollowUp, covered: list[Measure]) -> Iterator[Problem]:
    """The days against those of the measures covered."""
    for field in ("held_on", "planned_on"):
        day = getattr(record, field)
        later = [measure.start for measure in covered if day is not None and day < measure.start]
        if later:
            yield Problem(field, "follow-up-before-measure", values={"start": max(later)})
    ended = [m.end for m in covered if record.held_on and m.end and record.held_on > m.end]
    if ended:
        yield Problem("held_on", "follow-up-after-measure", Severity.WARNING, {"end": min(ended)})


def _coverage(record: FollowUp, covered: list[Measure], measures: tuple[Measure, ...]) -> Iterator[Problem]:
    """A follow-up held while measures ran covers one of them, or it moves no due date."""
    held = record.held_on
    if held is not None and not covered and any(measure.runs_on(held) for measure in measures):
        yield Problem("measure_ids", "covers-no-measure", Severity.WARNING)


def _contents(record: FollowUp) -> Iterator[Problem]:
    if any(not 0 <= score.value <= 10 for score in record.scores):
        yield Problem("scores", "score-out-of-range")
    if record.excused_on is not None and not record.excused_reason.strip():
        yield Problem("excused_reason", "reason-empty")
    if record.is_held and record.excused_on is not None:
        yield Problem("excused_on", "held-and-excused")
    if record.rhythm is not None and not record.rhythm_reason.strip():
        yield Problem("rhythm_reason", "rhythm-without-reason", Severity.WARNING)
    if record.is_held and not record.is_complete:
        yield Problem("no_conversation_reason", "no-conversation", Severity.WARNING)
