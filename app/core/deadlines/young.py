"""What age brings: youth plan, youth support, and the birthdays that change what the law asks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from app.core.attention import Tab
from app.core.catalogue import Catalogue, DeadlineRule
from app.core.dates import birthday
from app.core.deadlines.deadline import Deadline, DeadlineKind, deadline
from app.core.records.decision import DecisionKind
from app.core.records.plan import PlanKind
from app.core.status import CaseStatus


def youth_plan_deadlines(status: CaseStatus, catalogue: Catalogue, now: datetime) -> Iterator[Deadline]:
    """Whoever turns 16 with a plan or with support has a youth plan decided on within three months (barnets lov § 108).

    Mandatory for the young who are placed. Settled by the decision or by an issued youth plan.
    """
    file = status.file
    concerned = _concerned_by_youth_plan(status, catalogue, now.date())
    decided = any(d.kind is DecisionKind.YOUTH_PLAN and d.voided_on is None for d in file.decisions)
    if concerned is None or decided or any(plan.kind is PlanKind.YOUTH_PLAN for plan in file.plans):
        return
    rule, turned = concerned
    yield deadline(
        DeadlineKind.YOUTH_PLAN,
        rule,
        case_id=status.case_id,
        anchor=turned,
        day=rule.after(turned),
        tab=Tab.PLAN,
        length=rule.within,
        age=rule.age,
        mandatory=_is_placed(status, now.date()),
    )


def youth_support_deadlines(status: CaseStatus, catalogue: Catalogue, now: datetime) -> Iterator[Deadline]:
    """Youth support for a placed young is decided on six months before the 18th birthday (barnets lov § 111)."""
    concerned = _on_birthday(DeadlineKind.YOUTH_SUPPORT, status, catalogue)
    decided = any(d.kind is DecisionKind.YOUTH_SUPPORT and d.voided_on is None for d in status.file.decisions)
    if concerned is None or decided or not _is_placed(status, now.date()):
        return
    rule, turned = concerned
    yield deadline(
        DeadlineKind.YOUTH_SUPPORT,
        rule,
        case_id=status.case_id,
        anchor=turned,
        day=rule.before(turned),
        tab=Tab.ASSESSMENT,
        length=rule.within,
        age=rule.age,
    )


def age_gates(status: CaseStatus, catalogue: Catalogue, now: datetime) -> Iterator[Deadline]:
    """The birthdays to come that change something. The 16th is left out where the youth plan says it better."""
    born, today = status.file.child.birth_date, now.date()
    if born is None:
        return
    youth_plan = _concerned_by_youth_plan(status, catalogue, today)
    for gate in catalogue.age_gates():
        day = birthday(born, gate.age)
        if day < today or not gate.holds_on(day) or (youth_plan is not None and youth_plan[0].age == gate.age):
            continue
        yield deadline(
            DeadlineKind.AGE,
            gate,
            case_id=status.case_id,
            anchor=born,
            day=day,
            tab=Tab.PEOPLE,
            record_id=status.file.child.id,
            age=gate.age,
        )


def _concerned_by_youth_plan(status: CaseStatus, catalogue: Catalogue, today: date) -> tuple[DeadlineRule, date] | None:
    """The rule and the birthday of a young with plan or support that day (today, until it comes), and still."""
    found = _on_birthday(DeadlineKind.YOUTH_PLAN, status, catalogue)
    if found is None:
        return None
    _, turned = found
    return found if all(_has_plan_or_support(status, day) for day in {min(today, turned), today}) else None


def _on_birthday(kind: DeadlineKind, status: CaseStatus, catalogue: Catalogue) -> tuple[DeadlineRule, date] | None:
    """The version in force on the birthday it is counted from, and that day; None for a child without a birth date."""
    born = status.file.child.birth_date
    if born is None:
        return None
    versions = ((rule, birthday(born, rule.age)) for rule in catalogue.deadline_rules(kind))
    return next(((rule, turned) for rule, turned in versions if rule.holds_on(turned)), None)


def _has_plan_or_support(status: CaseStatus, day: date) -> bool:
    file = status.file
    return any(m.runs_on(day) for m in file.measures) or any(plan.issued_on <= day for plan in file.plans)


def _is_placed(status: CaseStatus, today: date) -> bool:
    return any(dues.clock.type.is_placement and dues.clock.runs_on(today) for dues in status.schedule.clocks)
