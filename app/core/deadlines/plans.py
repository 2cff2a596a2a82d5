"""The plan that a decision leads to (barnets lov § 91, before 2024 serviceloven § 140)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from app.core.attention import Tab
from app.core.catalogue import Catalogue, DeadlineRule
from app.core.deadlines.deadline import Deadline, DeadlineKind, deadline
from app.core.records.decision import Decision, DecisionKind
from app.core.status import CaseStatus


def plan_deadlines(status: CaseStatus, catalogue: Catalogue, now: datetime) -> Iterator[Deadline]:
    """One for each decision on a placement or on support that still waits for its plan, or for the choice of one.

    A placement has a plan within three months, without consent before the decision. Support leaves the choice open:
    it is asked for at once and has the plan's own day (our reading: later the plan could not be kept any more). Before
    2024 there was no choice; a plan was made. A decision leads to no plan any more when all that ran since has ended.
    """
    for decision in status.file.decisions:
        if decision.voided_on is not None or decision.kind not in (DecisionKind.PLACEMENT, DecisionKind.SUPPORT):
            continue
        if decision.kind is DecisionKind.SUPPORT and decision.plan_wanted is False:
            continue
        kind, rule = _asked(decision, catalogue)
        if rule is None or _is_planned(decision, rule, status) or _is_over(decision, status):
            continue
        before = _is_due_before(decision)
        yield deadline(
            kind,
            rule,
            case_id=status.case_id,
            anchor=decision.decided_on,
            day=decision.decided_on if before else rule.after(decision.decided_on),
            tab=Tab.ASSESSMENT if kind is DeadlineKind.PLAN_CHOICE else Tab.PLAN,
            record_id=decision.id,
            length=rule.within,
            before_decision=before,
        )


def _asked(decision: Decision, catalogue: Catalogue) -> tuple[DeadlineKind, DeadlineRule | None]:
    """The plan, or first the choice of one where the law of that day leaves it open."""
    if decision.kind is DecisionKind.SUPPORT and decision.plan_wanted is None:
        choice = catalogue.deadline_rule(DeadlineKind.PLAN_CHOICE, decision.decided_on)
        if choice is not None:
            return DeadlineKind.PLAN_CHOICE, choice
    return DeadlineKind.PLAN, catalogue.deadline_rule(DeadlineKind.PLAN, decision.decided_on)


def _is_planned(decision: Decision, rule: DeadlineRule, status: CaseStatus) -> bool:
    """Whether a plan of any kind was issued that counts for the decision.

    Where the decision names its assessment, every plan since the municipality became aware. Else every plan since the
    decision; where it had to lie before the decision, every one as long before as it may lie after another.
    """
    named = (one for one in status.file.assessments if one.id == decision.assessment_id and one.voided_on is None)
    since: date | None = next((min(one.aware_on, decision.decided_on) for one in named), None)
    if since is None:
        since = rule.before(decision.decided_on) if _is_due_before(decision) else decision.decided_on
    return any(plan.issued_on >= since for plan in status.file.plans)


def _is_due_before(decision: Decision) -> bool:
    return decision.kind is DecisionKind.PLACEMENT and not decision.consent


def _is_over(decision: Decision, status: CaseStatus) -> bool:
    """Whether something ran after the decision and nothing runs or is to start any more."""
    ran = (m for m in status.file.measures if m.voided_on is None and m.end is not None)
    return not status.schedule.clocks and any(m.end is not None and m.end > decision.decided_on for m in ran)
