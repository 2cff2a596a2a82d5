"""Deadlines in words: what is to be done by then, and why then."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.deadlines import Deadline, DeadlineKind
from app.core.deadlines.endings import StayMark
from app.core.interval import Interval
from app.labels.filling import filled, shown
from app.labels.schedule import length
from app.words import Words, mark

_REASONS = {
    DeadlineKind.NOTIFICATION: mark("{hours} hours after it was received on {received} {time}"),
    DeadlineKind.ASSESSMENT: mark("{length} after the municipality became aware on {anchor}"),
    DeadlineKind.ASSESSMENT_MAP: mark("The assessment needs a network map, or a reason why there is none"),
    DeadlineKind.PLAN: mark("{length} after the decision of {anchor}"),
    DeadlineKind.PLAN_CHOICE: mark("{length} after the decision of {anchor}"),
    DeadlineKind.YOUTH_PLAN: mark("{length} after turning {age} on {anchor}"),
    DeadlineKind.YOUTH_SUPPORT: mark("{length} before turning {age} on {anchor}, or sooner"),
    DeadlineKind.SUPERVISION: mark("{length} after the placement began on {anchor}"),
    DeadlineKind.REASSESSMENT: mark("{length} after the complaint was received on {anchor}"),
    DeadlineKind.FILE_ACCESS: mark("{days} working days after the request was received on {anchor}"),
    DeadlineKind.AGE: mark("Born on {anchor}"),
    DeadlineKind.PROTECTION: mark("Ask whether the protection is to last longer than {anchor}"),
    DeadlineKind.DISPENSATION: mark("{granted_by} granted a longer interval on {anchor}"),
}
_BEFORE_DECISION = mark("Without consent the plan is made before the decision of {anchor}")
_AFTER_VISIT = mark("{length} after the last visit with a talk with the child on {anchor}")
_PAUSE = mark("{granted_by} granted a pause on {anchor}")
_STAY = {
    StayMark.USUAL: mark("{length} after the start on {anchor}: is the next step down agreed?"),
    StayMark.AGREED: mark("The stay began on {anchor}"),
    StayMark.LONGEST: mark("{length} after the start on {anchor}: a stay lasts no longer"),
}


def deadline_title(words: Words, deadline: Deadline) -> str:
    """What is to be done, or thought of: "Child's plan"; with a name where it is about a person or a measure."""
    values = deadline.values
    if values.get("preliminary_due"):
        return words.tr("Write preliminary assessment")
    what = str(shown(words, values["names"]))
    about = shown(words, values.get("type_names") or values.get("name"))
    match deadline.kind:
        case DeadlineKind.AGE:
            return words.tr("Turns {age}: {what}", age=values["age"], what=what)
        case DeadlineKind.STAY if values["mark"] is StayMark.AGREED:
            return words.tr("{stay}: agreed end", stay=about)
        case DeadlineKind.STAY:
            return f"{about}: {_length(words, deadline)}"
        case DeadlineKind.PROTECTION | DeadlineKind.DISPENSATION:
            return f"{what}: {about}"
        case _:
            return what


def deadline_reason(words: Words, deadline: Deadline) -> str:
    """Why then, with the day it is counted from and the law: "3 months after the decision of 30-11-2025 (BL § 91)."."""
    received = deadline.values.get("received")
    hour = words.tr("at {hour}:{minute}", hour=f"{received:%H}", minute=f"{received:%M}") if received else ""
    given = {"length": _length(words, deadline), "anchor": deadline.anchor, "time": hour}
    why = filled(words, _reason(deadline), {**deadline.values, **given})
    law = f" ({deadline.paragraph})" if deadline.paragraph else ""
    full_stop = "" if why.endswith("?") else "."
    return " ".join((f"{why}{law}{full_stop}", *_more(words, deadline)))


def _reason(deadline: Deadline) -> str:
    values = deadline.values
    if values.get("before_decision"):
        return _BEFORE_DECISION
    if values.get("visited"):
        return _AFTER_VISIT
    if values.get("is_pause"):
        return _PAUSE
    return _STAY[StayMark(str(values["mark"]))] if deadline.kind is DeadlineKind.STAY else _REASONS[deadline.kind]


def _more(words: Words, deadline: Deadline) -> Iterator[str]:
    values = deadline.values
    if values.get("preliminary_due"):
        yield words.tr(
            "The deadline has passed. The assessment is to be finished as soon as possible after the preliminary one."
        )
    if values.get("preliminary_on"):
        yield filled(
            words, mark("The preliminary assessment is of {preliminary_on}; the other is still to be finished."), values
        )
    if values.get("mandatory"):
        yield words.tr("Mandatory for the young who are placed.")
    if deadline.kind is DeadlineKind.PLAN_CHOICE:
        yield words.tr("If there is to be a plan, it is due the same day.")


def _length(words: Words, deadline: Deadline) -> str:
    interval = deadline.values.get("length")
    return length(words, interval) if isinstance(interval, Interval) else ""
