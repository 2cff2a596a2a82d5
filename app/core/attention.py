"""What is missing in a case, beside its deadlines: each line says what, and leads to where it is mended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import chain

from app.core.catalogue import Catalogue, ProgramRules
from app.core.clocks import clocks
from app.core.records.assessment import Assessment, Notification, NotificationOutcome, ScreeningOutcome
from app.core.records.decision import Decision, DecisionKind
from app.core.status import CaseStatus
from app.core.way_out import WayOutCode, way_out_warnings


class Tab(StrEnum):
    """The part of a case where something is mended."""

    OVERVIEW = "overview"
    MEASURES = "measures"
    FOLLOW_UPS = "follow_ups"
    PLAN = "plan"
    NETWORK = "network"
    MEETINGS = "meetings"
    JOURNAL = "journal"
    ASSESSMENT = "assessment"
    PEOPLE = "people"
    COMPLAINTS = "complaints"


_NO_ASSESSMENT = (ScreeningOutcome.NO_NEED, ScreeningOutcome.EARLY_HELP)
_SCREENED = (NotificationOutcome.SCREENING, NotificationOutcome.ASSESSMENT)
_PLANNED = (DecisionKind.PLACEMENT, DecisionKind.SUPPORT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """One line: its code, the tab that mends it, and the values its sentence needs.

    `record_id` is the measure, follow-up, goal, promise or person it is about, "" for the case itself.
    """

    code: str
    tab: Tab
    record_id: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


ORDER = (
    "limit-awaiting",
    "limit-exception-ended",
    WayOutCode.NO_EXPECTED_END,
    WayOutCode.EXPECTED_END_PASSED,
    WayOutCode.NO_NEXT_STEP,
    WayOutCode.EXPECTED_END_LATE,
    "screening-not-finished",
    "child-not-spoken",
    "rhythm-missing",
    "follow-up-incomplete",
    "no-contact",
    "plan-missing",
    "map-missing",
    "goal-not-scored",
    "agreement-overdue",
    "leader-remark",
    "birth-date-missing",
    "term-passed",
)
"""Every code, the weightiest first."""


def attention(status: CaseStatus, catalogue: Catalogue) -> tuple[Attention, ...]:
    """The lines of one open case on the day of its status, the weightiest first; none for a closed or voided case."""
    if not status.file.case.is_open(status.today):
        return ()
    rules = catalogue.rules(status.today)
    lines = chain(
        _limit(status),
        _way_out(status, catalogue),
        _screening(status),
        _child(status, rules),
        _follow_ups(status),
        _papers(status, rules),
        _remarks(status),
    )
    return tuple(sorted(lines, key=lambda line: ORDER.index(line.code)))


def _limit(status: CaseStatus) -> Iterator[Attention]:
    """The team leader's last word on a case above the limit."""
    last = status.file.last_exception
    if last is None:
        return
    if last.awaiting:
        yield Attention(code="limit-awaiting", tab=Tab.OVERVIEW, record_id=last.id, values={"since": last.asked_on})
    elif last.valid_until is not None and last.valid_until <= status.today:
        values = {"until": last.valid_until}
        yield Attention(code="limit-exception-ended", tab=Tab.OVERVIEW, record_id=last.id, values=values)


def _way_out(status: CaseStatus, catalogue: Catalogue) -> Iterator[Attention]:
    for clock in clocks(status.file.measures, catalogue):
        for warning in way_out_warnings(clock, catalogue, status.today):
            yield Attention(
                code=warning.code,
                tab=Tab.MEASURES,
                record_id=warning.measure_id,
                values={"names": clock.type.names, "months": warning.months, "end": warning.expected_end},
            )


def _screening(status: CaseStatus) -> Iterator[Attention]:
    """A screening (barnets lov § 18) that nobody began or finished, so that nobody knows what the child is to have."""
    assessments = [one for one in status.file.assessments if one.voided_on is None]
    for one in assessments:
        decided = one.kind is not None or one.screening_outcome in _NO_ASSESSMENT
        if not decided and one.finished_on is None:
            values = {"since": one.aware_on}
            yield Attention(code="screening-not-finished", tab=Tab.ASSESSMENT, record_id=one.id, values=values)
    for notification in status.file.notifications:
        asked_for = notification.outcome in _SCREENED and notification.voided_on is None
        if asked_for and not any(_answers(one, notification) for one in assessments):
            unknown = {"since": None}
            yield Attention(
                code="screening-not-finished", tab=Tab.ASSESSMENT, record_id=notification.id, values=unknown
            )


def _child(status: CaseStatus, rules: ProgramRules) -> Iterator[Attention]:
    """Contact with the child and with the case. An unborn child is not spoken with."""
    child, today, opened = status.file.child, status.today, status.file.case.opened
    if child.birth_date is None and child.term_date is None:
        yield Attention(code="birth-date-missing", tab=Tab.PEOPLE, record_id=child.id)
    if child.is_unborn and child.term_date is not None and child.term_date < today:
        yield Attention(code="term-passed", tab=Tab.PEOPLE, record_id=child.id, values={"term": child.term_date})
    if not child.is_unborn and rules.spoken_within.after(status.spoken_on or opened) < today:
        values = {"since": status.spoken_on, "opened": opened}
        yield Attention(code="child-not-spoken", tab=Tab.FOLLOW_UPS, values=values)
    if rules.contact_within.after(status.contact_on or opened) < today:
        yield Attention(code="no-contact", tab=Tab.JOURNAL, values={"since": status.contact_on, "opened": opened})


def _follow_ups(status: CaseStatus) -> Iterator[Attention]:
    for clock in status.schedule.rhythm_missing:
        values = {"names": clock.type.names}
        yield Attention(code="rhythm-missing", tab=Tab.FOLLOW_UPS, record_id=clock.current.id, values=values)
    for follow_up in status.file.follow_ups:
        if follow_up.is_held and not follow_up.is_complete:
            values_held = {"day": follow_up.held_on}
            yield Attention(code="follow-up-incomplete", tab=Tab.FOLLOW_UPS, record_id=follow_up.id, values=values_held)
    for promise in status.file.agreements:
        if promise.settled_on is None and promise.due is not None and promise.due < status.today:
            yield Attention(
                code="agreement-overdue",
                tab=Tab.MEETINGS,
                record_id=promise.id,
                values={"what": promise.what, "who": promise.responsible, "due": promise.due},
            )


def _papers(status: CaseStatus, rules: ProgramRules) -> Iterator[Attention]:
    """Plan and map belong to a child with a measure on the ladder; goals are scored as long as they are worked on.

    Where a decision was noted, its deadline asks for the plan, or the decision says that there is to be none. A goal is
    scored at each follow-up: two weeks more than these lie apart is too long, and a pause is none of it.
    """
    if not status.step.beside:
        if status.file.plan_number is None and not any(_asks_for_plan(one) for one in status.file.decisions):
            yield Attention(code="plan-missing", tab=Tab.PLAN)
        if status.file.map_drawn_on is None:
            yield Attention(code="map-missing", tab=Tab.NETWORK)
    leading = status.schedule.leading
    due = (leading.goal or leading.law) if leading else None
    if due is None:
        return
    for goal in status.file.goals:
        since: date | None = goal.last_scored or status.file.plan_issued_on
        if not goal.active or since is None:
            continue
        expected = max(due.interval.after(since), due.until or since)
        if rules.score_grace.after(expected) < status.today:
            values = {"goal": goal.goal, "days": (status.today - since).days}
            yield Attention(code="goal-not-scored", tab=Tab.PLAN, record_id=goal.goal_id, values=values)


def _remarks(status: CaseStatus) -> Iterator[Attention]:
    """What the team leader said and nobody has settled; one with a day stands in the list of work instead."""
    for remark in status.file.remarks:
        if remark.is_open and remark.due is None:
            values = {"what": remark.what, "on": remark.said_on}
            yield Attention(code="leader-remark", tab=Tab.OVERVIEW, record_id=remark.id, values=values)


def _answers(assessment: Assessment, notification: Notification) -> bool:
    """Whether the screening a notification led to was begun here; one that names none may be it by its day."""
    if assessment.notification_id is None:
        return assessment.aware_on >= notification.received_at.date()
    return assessment.notification_id == notification.id


def _asks_for_plan(decision: Decision) -> bool:
    return decision.voided_on is None and decision.kind in _PLANNED
