"""What runs out unless somebody thinks of it: address protection, dispensations, stays at institutions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.core.attention import Tab
from app.core.catalogue import Catalogue
from app.core.clocks import MeasureClock
from app.core.deadlines.deadline import Deadline, DeadlineKind, deadline
from app.core.interval import Interval
from app.core.status import CaseStatus

_STILL_SEEN = timedelta(weeks=1)
"""How long the half-year of a stay is told after it has passed: it is a day to think, and cannot be settled."""


class StayMark(StrEnum):
    """Which day of a stay is meant: the shortest or the longest a stay usually lasts, or the agreed end."""

    USUAL = "usual"
    LONGEST = "longest"
    AGREED = "agreed"


def protection_deadlines(status: CaseStatus, catalogue: Catalogue, now: datetime) -> Iterator[Deadline]:
    """Name and address protection that ends, of the child or of somebody around it."""
    people = {person.id: person for person in (status.file.child, *status.file.protected_people)}
    for person in people.values():
        until = person.protected_until
        if not person.protected or until is None or until < now.date():
            continue
        if rule := catalogue.deadline_rule(DeadlineKind.PROTECTION, until):
            yield deadline(
                DeadlineKind.PROTECTION,
                rule,
                case_id=status.case_id,
                anchor=until,
                day=until,
                tab=Tab.PEOPLE,
                record_id=person.id,
                name=person.name,
            )


def dispensation_deadlines(status: CaseStatus, catalogue: Catalogue, now: datetime) -> Iterator[Deadline]:
    """The last day of the dispensations of what runs; of several for one measure the one that lasts longest."""
    for dues in status.schedule.clocks:
        ids = dues.clock.ids
        leaves = (d for d in status.file.dispensations if d.measure_id in ids and d.voided_on is None)
        last = max(leaves, key=lambda leave: leave.valid_until, default=None)
        if last is None or last.valid_until < now.date():
            continue
        if rule := catalogue.deadline_rule(DeadlineKind.DISPENSATION, last.granted_on):
            yield deadline(
                DeadlineKind.DISPENSATION,
                rule,
                case_id=status.case_id,
                anchor=last.granted_on,
                day=last.valid_until,
                tab=Tab.FOLLOW_UPS,
                record_id=last.id,
                type_names=dues.clock.type.names,
                granted_by=last.granted_by,
                is_pause=last.interval is None,
            )


def stay_deadlines(status: CaseStatus, catalogue: Catalogue, now: datetime) -> Iterator[Deadline]:
    """The days of a stay that is limited in time: 6 and 12 months after the start, and the agreed end (Herning model).

    The twelve months stand until the stay ends. As long as an agreed end lies ahead, it stands for the months that end
    no earlier; when it has passed, what is missing says so.
    """
    today = now.date()
    for dues in status.schedule.clocks:
        clock = dues.clock
        rule = catalogue.deadline_rule(DeadlineKind.STAY, clock.start)
        if rule is None or not clock.runs_on(today) or not _is_limited(clock, catalogue):
            continue
        for stay_mark, day, length in _days_of_stay(clock, catalogue, today):
            yield deadline(
                DeadlineKind.STAY,
                rule,
                case_id=status.case_id,
                anchor=clock.start,
                day=day,
                tab=Tab.MEASURES,
                record_id=clock.current.id,
                mark=stay_mark,
                length=length,
                type_names=clock.type.names,
            )


def _is_limited(clock: MeasureClock, catalogue: Catalogue) -> bool:
    return catalogue.step(clock.type.step_key, clock.start).needs_way_out


def _days_of_stay(
    clock: MeasureClock, catalogue: Catalogue, today: date
) -> Iterator[tuple[StayMark, date, Interval | None]]:
    rules, agreed = catalogue.rules(clock.start), clock.current.expected_end
    if agreed is not None and agreed <= today:
        agreed = None
    usual, longest = rules.usual_stay.after(clock.start), rules.longest_stay.after(clock.start)
    if today <= usual + _STILL_SEEN and (agreed is None or usual < agreed):
        yield StayMark.USUAL, usual, rules.usual_stay
    if agreed is not None:
        yield StayMark.AGREED, agreed, None
    if agreed is None or longest < agreed:
        yield StayMark.LONGEST, longest, rules.longest_stay
