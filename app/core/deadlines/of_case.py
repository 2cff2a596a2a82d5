"""Every deadline of a case: the one list that the work list, the calendar and the reminders are made from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import chain

from app.core.catalogue import Catalogue
from app.core.deadlines.assessments import assessment_deadlines, map_deadlines
from app.core.deadlines.complaints import access_deadlines, reassessment_deadlines
from app.core.deadlines.deadline import Deadline
from app.core.deadlines.endings import dispensation_deadlines, protection_deadlines, stay_deadlines
from app.core.deadlines.notifications import notification_deadlines
from app.core.deadlines.placements import supervision_deadlines
from app.core.deadlines.plans import plan_deadlines
from app.core.deadlines.young import age_gates, youth_plan_deadlines, youth_support_deadlines
from app.core.status import CaseStatus

_Rule = Callable[[CaseStatus, Catalogue, datetime], Iterator[Deadline]]
_OUTLIVING: tuple[_Rule, ...] = (reassessment_deadlines, access_deadlines)
_OF_AN_OPEN_CASE: tuple[_Rule, ...] = (
    notification_deadlines,
    assessment_deadlines,
    map_deadlines,
    plan_deadlines,
    youth_plan_deadlines,
    youth_support_deadlines,
    supervision_deadlines,
    *_OUTLIVING,
    age_gates,
    protection_deadlines,
    dispensation_deadlines,
    stay_deadlines,
)


def deadlines(status: CaseStatus, catalogue: Catalogue, now: datetime) -> tuple[Deadline, ...]:
    """Every deadline of one case that nobody has settled and whose notice has begun, by day.

    `now` is aware local time; its zone should know summer time. A closed case keeps its complaints and requests for
    access to the file, a voided one has none.
    """
    today, case = now.date(), status.file.case
    if case.voided_on is not None:
        return ()
    rules = _OF_AN_OPEN_CASE if case.is_open(today) else _OUTLIVING
    found = chain.from_iterable(rule(status, catalogue, now) for rule in rules)
    return tuple(sorted((one for one in found if one.shown_from <= today), key=lambda one: one.day))
