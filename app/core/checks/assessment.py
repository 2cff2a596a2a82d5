"""What can be wrong with a notification of concern and with an assessment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from app.core.checks.texts import PROSE, check_text, check_texts
from app.core.errors import Problem, Severity
from app.core.records.assessment import Assessment, AssessmentKind, Finding, Notification

_NOTIFICATION_PROSE = ("summary", "conclusion", "void_reason")
_ASSESSMENT_PROSE = (
    *("screening_reason", "child_said", "no_conversation_reason", "parents_view"),
    *("preliminary_text", "no_map_reason", "conclusion", "void_reason"),
)
_DAYS = ("aware_on", "screened_on", "conversation_on", "preliminary_on", "finished_on")


def check_notification(record: Notification, now: datetime) -> tuple[Problem, ...]:
    """A notification came in by now and says something; it is assessed after that, and the assessment leads somewhere.

    `now` is aware, as both moments are. A moment and what it led to belong together: the 24 hours run until the moment.
    """
    return (*_moments(record, now), *_contents(record), *check_texts(record, _NOTIFICATION_PROSE))


def check_assessment(record: Assessment, findings: Iterable[Finding], today: date) -> tuple[Problem, ...]:
    """No day lies ahead, none lies before awareness but the conversation, and what is done has both day and answer.

    What is wrong with the text of a theme is told about the field `finding:` and the theme's key.
    """
    texts = ((finding, problem) for finding in findings for problem in check_text("text", finding.text, limit=PROSE))
    return (
        *_assessment_days(record, today),
        *_answers(record),
        *check_texts(record, _ASSESSMENT_PROSE),
        *(Problem(f"finding:{f.theme_key}", p.code, p.severity, p.values) for f, p in texts),
    )


def check_finishing(record: Assessment, *, has_map: bool) -> tuple[Problem, ...]:
    """What to think of when an assessment is finished. All of it can be passed.

    The Herning model: since 2015 a network map belongs to every child welfare assessment, or a written reason why not.
    """
    if record.finished_on is None:
        return ()
    found = []
    if record.kind is AssessmentKind.FULL and not has_map and not record.no_map_reason.strip():
        found.append(("no_map_reason", "map-or-reason"))
    if record.conversation_on is None and not record.no_conversation_reason.strip():
        found.append(("no_conversation_reason", "talk-or-reason"))
    if not record.conclusion.strip():
        found.append(("conclusion", "conclusion-empty"))
    return tuple(Problem(field, code, Severity.WARNING) for field, code in found)


def _moments(record: Notification, now: datetime) -> Iterator[Problem]:
    assessed = record.assessed_at
    if record.received_at > now:
        yield Problem("received_at", "moment-in-future")
    if assessed is not None and assessed > now:
        yield Problem("assessed_at", "moment-in-future")
    if assessed is not None and assessed < record.received_at:
        yield Problem("assessed_at", "assessed-before-received")


def _contents(record: Notification) -> Iterator[Problem]:
    if not record.summary.strip():
        yield Problem("summary", "text-empty")
    if record.outcome is not None and record.assessed_at is None:
        yield Problem("assessed_at", "day-empty")
    if record.outcome is None and record.assessed_at is not None:
        yield Problem("outcome", "choice-empty")


def _assessment_days(record: Assessment, today: date) -> Iterator[Problem]:
    for field in _DAYS:
        day = getattr(record, field)
        if day is not None and day > today:
            yield Problem(field, "day-in-future")
        elif day is not None and day < record.aware_on and field != "conversation_on":
            yield Problem(field, "day-before-aware", values={"day": record.aware_on})


def _answers(record: Assessment) -> Iterator[Problem]:
    if record.screening_outcome is not None and record.screened_on is None:
        yield Problem("screened_on", "day-empty")
    if record.screening_outcome is None and record.screened_on is not None:
        yield Problem("screening_outcome", "choice-empty")
    if record.preliminary_text.strip() and record.preliminary_on is None:
        yield Problem("preliminary_on", "day-empty")
    if record.preliminary_on is not None and not record.preliminary_text.strip():
        yield Problem("preliminary_text", "text-empty", Severity.WARNING)
    if record.finished_on is not None and record.kind is None:
        yield Problem("kind", "choice-empty")
