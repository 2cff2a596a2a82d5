"""What runs out unless somebody thinks of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.core.attention import Tab
from app.core.catalogue import Catalogue
from app.core.deadlines import Deadline, DeadlineKind
from app.core.deadlines.endings import StayMark
from app.core.interval import Interval
from app.core.records.follow_up import Dispensation
from app.core.records.measure import Measure
from app.core.records.person import Person
from app.core.schedule import Track
from tests.core.deadlines.a_case import CHILD, days, measure, told

START = date(2025, 1, 31)
STAY = measure("multifunc", START)
HALF, YEAR = date(2025, 7, 31), date(2026, 1, 31)
PMTO = measure("pmto", START)


def leave(until: date, granted: date = START, **more: Any) -> Dispensation:
    given = {"measure_id": PMTO.id, "granted_by": "L. Dam", "granted_on": granted, "reason": "Udlandsrejse", **more}
    return Dispensation(valid_until=until, **given)


def marks(catalogue: Catalogue, today: date, stay: Measure = STAY) -> list[tuple[StayMark, date]]:
    found = told(catalogue, today, measures=(stay,))
    return [(StayMark(str(one.values["mark"])), one.day) for one in found if one.kind is DeadlineKind.STAY]


def protections(catalogue: Catalogue, today: date, *people: Person, child: Person = CHILD) -> list[Deadline]:
    found = told(catalogue, today, child=child, protected_people=people)
    return [one for one in found if one.kind is DeadlineKind.PROTECTION]


def test_an_address_protection_that_ends_is_told_a_month_ahead_until_it_has_ended(catalogue: Catalogue) -> None:
    until = date(2025, 7, 2)
    mother = Person(id="m", first_name="Ane", protected=True, protected_until=until)
    child = replace(CHILD, protected=True, protected_until=until)
    assert protections(catalogue, date(2025, 6, 1), mother) == []
    (line,) = protections(catalogue, date(2025, 6, 2), mother)
    assert (line.day, line.tab, line.record_id, line.values["name"]) == (until, Tab.PEOPLE, "m", "Ane")
    assert line.track is Track.GOAL
    assert [one.record_id for one in protections(catalogue, until, mother, child, child=child)] == [CHILD.id, "m"]
    assert protections(catalogue, date(2025, 7, 3), mother) == []
    for other in (replace(mother, protected=False), replace(mother, protected_until=None)):
        assert protections(catalogue, until, other) == []


def test_a_dispensation_that_expires_is_told_a_month_ahead(catalogue: Catalogue) -> None:
    until = date(2025, 8, 31)

    def shown(today: date, *leaves: Dispensation, of: Measure = PMTO) -> list[date]:
        found = told(catalogue, today, measures=(of,), dispensations=leaves)
        return days(found, DeadlineKind.DISPENSATION)

    assert [shown(day, leave(until)) for day in (date(2025, 7, 30), HALF, until)] == [[], [until], [until]]
    assert shown(date(2025, 9, 1), leave(until)) == []
    assert shown(until, leave(until, voided_on=until)) == []
    assert shown(until, leave(until, measure_id="another")) == []
    assert shown(until, leave(until), of=replace(PMTO, end=until)) == []
    later = date(2025, 9, 15)
    assert shown(until, leave(until), leave(later)) == [later]


def test_a_dispensation_says_what_it_was(catalogue: Catalogue) -> None:
    until = date(2025, 8, 31)
    longer = leave(until, interval=Interval.parse("6m"))
    for given, is_pause in ((longer, False), (leave(until), True)):
        found = told(catalogue, until, measures=(PMTO,), dispensations=(given,))
        (line,) = [one for one in found if one.kind is DeadlineKind.DISPENSATION]
        assert (line.tab, line.record_id, line.anchor) == (Tab.FOLLOW_UPS, given.id, START)
        assert (line.values["granted_by"], line.values["is_pause"]) == ("L. Dam", is_pause)


@pytest.mark.parametrize(
    ("today", "shown"),
    [
        (date(2025, 6, 29), []),
        (date(2025, 6, 30), [(StayMark.USUAL, HALF)]),
        (date(2025, 8, 7), [(StayMark.USUAL, HALF)]),
        (date(2025, 8, 8), []),
        (date(2025, 12, 30), []),
        (date(2025, 12, 31), [(StayMark.LONGEST, YEAR)]),
        (date(2027, 1, 1), [(StayMark.LONGEST, YEAR)]),
    ],
)
def test_a_stay_is_thought_of_at_six_and_twelve_months_the_latter_until_it_ends(
    catalogue: Catalogue, today: date, shown: list[tuple[StayMark, date]]
) -> None:
    assert marks(catalogue, today) == shown


@pytest.mark.parametrize(
    ("agreed", "today", "shown"),
    [
        (date(2025, 12, 1), date(2025, 10, 31), []),
        (date(2025, 12, 1), date(2025, 11, 1), [(StayMark.AGREED, date(2025, 12, 1))]),
        (date(2025, 12, 1), date(2025, 11, 30), [(StayMark.AGREED, date(2025, 12, 1))]),
        (date(2025, 12, 1), date(2025, 12, 1), []),
        (date(2025, 12, 1), date(2025, 12, 31), [(StayMark.LONGEST, YEAR)]),
        (YEAR, date(2026, 1, 30), [(StayMark.AGREED, YEAR)]),
        (YEAR, YEAR, [(StayMark.LONGEST, YEAR)]),
        (date(2026, 3, 1), date(2026, 2, 1), [(StayMark.LONGEST, YEAR), (StayMark.AGREED, date(2026, 3, 1))]),
        (HALF, date(2025, 7, 1), [(StayMark.AGREED, HALF)]),
        (date(2025, 8, 1), date(2025, 7, 15), [(StayMark.USUAL, HALF), (StayMark.AGREED, date(2025, 8, 1))]),
    ],
)
def test_an_agreed_end_that_lies_ahead_stands_for_the_months_that_end_no_earlier(
    catalogue: Catalogue, agreed: date, today: date, shown: list[tuple[StayMark, date]]
) -> None:
    assert marks(catalogue, today, replace(STAY, expected_end=agreed)) == shown


@pytest.mark.parametrize(
    "other",
    [
        measure("foster_general", START),
        replace(STAY, end=HALF),
        replace(STAY, voided_on=HALF),
        replace(STAY, start=date(2025, 8, 1), expected_end=date(2025, 8, 15)),
    ],
    ids=["another step", "ended", "struck out", "to start"],
)
def test_only_a_stay_that_runs_on_a_step_with_a_way_out_is_told(catalogue: Catalogue, other: Measure) -> None:
    assert marks(catalogue, HALF, other) == []


def test_a_catalogue_without_the_rules_has_no_such_deadlines(bare: Catalogue) -> None:
    child = replace(CHILD, protected=True, protected_until=HALF)
    assert told(bare, HALF, child=child, measures=(PMTO, STAY), dispensations=(leave(HALF),)) == ()
