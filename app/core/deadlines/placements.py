"""Supervision of placements: at least two visits a year, each with a talk with the child."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.core.attention import Tab
from app.core.catalogue import Catalogue
from app.core.deadlines.deadline import Deadline, DeadlineKind, deadline
from app.core.status import CaseStatus


def supervision_deadlines(status: CaseStatus, catalogue: Catalogue, now: datetime) -> Iterator[Deadline]:
    """The next supervision visit of a placed child, one line for all its placements: the earliest.

    Two a year (barnets lov § 156, before 2024 serviceloven § 148) is read as one each half-year, from the start of
    the placement or the last visit at which the child was spoken with. A new place starts anew.
    """
    today, found = now.date(), []
    for dues in status.schedule.clocks:
        clock = dues.clock
        if not clock.type.is_placement or not clock.runs_on(today):
            continue
        anchor = max([clock.start, *(day for day in status.file.supervised_on if clock.start <= day <= today)])
        if rule := catalogue.deadline_rule(DeadlineKind.SUPERVISION, anchor):
            found.append(
                deadline(
                    DeadlineKind.SUPERVISION,
                    rule,
                    case_id=status.case_id,
                    anchor=anchor,
                    day=rule.after(anchor),
                    tab=Tab.JOURNAL,
                    record_id=clock.current.id,
                    length=rule.within,
                    visited=anchor > clock.start,
                    type_names=clock.type.names,
                )
            )
    yield from sorted(found, key=lambda one: one.day)[:1]
