"""Two supervision visits a year at every place a child lives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.core.attention import Tab
from app.core.catalogue import Catalogue
from app.core.deadlines import Deadline, DeadlineKind
from tests.core.deadlines.a_case import measure, told

START = date(2025, 1, 31)
FOSTER = measure("foster_general", START, place="Bakken 1")


def visits(catalogue: Catalogue, today: date, **events: Any) -> tuple[Deadline, ...]:
    return tuple(
        one
        for one in told(catalogue, today, **{"measures": (FOSTER,), **events})
        if one.kind is DeadlineKind.SUPERVISION
    )


def test_the_first_visit_is_due_half_a_year_after_the_start_and_told_a_month_ahead(catalogue: Catalogue) -> None:
    assert visits(catalogue, date(2025, 6, 29)) == ()
    (line,) = visits(catalogue, date(2025, 6, 30))
    assert (line.day, line.anchor, line.values["visited"]) == (date(2025, 7, 31), START, False)
    assert (line.paragraph, line.tab, line.record_id) == ("BL § 156", Tab.JOURNAL, FOSTER.id)


@pytest.mark.parametrize(
    ("supervised_on", "day"),
    [
        ((date(2025, 8, 31),), date(2026, 2, 28)),
        ((date(2025, 8, 31), date(2025, 3, 1)), date(2026, 2, 28)),
        ((date(2025, 1, 30),), date(2025, 7, 31)),
        ((date(2026, 2, 2),), date(2025, 7, 31)),
    ],
)
def test_the_next_is_due_half_a_year_after_the_last_at_this_place_that_was_held(
    catalogue: Catalogue, supervised_on: tuple[date, ...], day: date
) -> None:
    (line,) = visits(catalogue, date(2026, 2, 1), supervised_on=supervised_on)
    assert line.day == day


def test_a_new_place_starts_anew_and_the_same_place_under_a_new_provider_does_not(catalogue: Catalogue) -> None:
    ended = replace(FOSTER, end=date(2025, 6, 1))
    new_provider = measure("foster_general", date(2025, 6, 1), place="bakken  1", provider="Anden")
    (line,) = visits(catalogue, date(2025, 11, 15), measures=(ended, new_provider))
    assert (line.day, line.record_id) == (date(2025, 7, 31), new_provider.id)
    moved = replace(new_provider, place="Lunden 2")
    (line,) = visits(catalogue, date(2025, 11, 15), measures=(ended, moved))
    assert line.day == date(2025, 12, 1)


def test_of_two_placements_the_earlier_one_is_told(catalogue: Catalogue) -> None:
    room = measure("own_room", date(2025, 3, 1))
    (line,) = visits(catalogue, date(2025, 8, 15), measures=(room, FOSTER))
    assert line.record_id == FOSTER.id


@pytest.mark.parametrize(
    "other",
    [
        measure("pmto", START),
        measure("family_residential", START),
        replace(FOSTER, end=date(2025, 7, 1)),
        replace(FOSTER, voided_on=date(2025, 7, 1)),
        replace(FOSTER, start=date(2025, 7, 2)),
    ],
    ids=["at home", "the whole family", "ended", "struck out", "to start"],
)
def test_only_a_placement_that_runs_is_supervised(catalogue: Catalogue, other: Any) -> None:
    assert visits(catalogue, date(2025, 7, 1), measures=(other,)) == ()


def test_the_law_of_the_last_visit_rules(catalogue: Catalogue) -> None:
    old = replace(FOSTER, start=date(2023, 2, 1))
    for visited, paragraph in ((date(2023, 12, 31), "SEL § 148"), (date(2024, 1, 1), "BL § 156")):
        (line,) = visits(catalogue, date(2024, 6, 30), measures=(old,), supervised_on=(visited,))
        assert (line.paragraph, line.values["visited"]) == (paragraph, True)


def test_a_catalogue_without_the_rule_has_no_such_deadline(bare: Catalogue) -> None:
    assert visits(bare, date(2025, 7, 1)) == ()
