"""Which sheets are kept: the newest of each case, and never more than there is room for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from app.core.kept_sheets import (
    MIB,
    MOST_BYTES,
    MOST_BYTES_OF_CASE,
    MOST_BYTES_OF_ONE,
    MOST_OF_CASE,
    Sheet,
    giving_way,
)

START = datetime(2026, 3, 3, 9, tzinfo=UTC)
SMALL = 100_000


def sheet(day: int, *case_ids: str, size: int = SMALL) -> Sheet:
    return Sheet(f"{day}", size, START + timedelta(days=day), frozenset(case_ids))


def test_a_few_sheets_are_all_kept() -> None:
    assert giving_way([]) == frozenset()
    assert giving_way([sheet(day, "alma") for day in range(MOST_OF_CASE)]) == frozenset()


def test_the_oldest_of_a_case_gives_way_first_and_leaves_others_alone() -> None:
    of_alma = [sheet(day, "alma") for day in range(MOST_OF_CASE + 2)]
    assert giving_way([sheet(-1, "noah"), *of_alma]) == {"0", "1"}


def test_the_whole_caseload_has_room_of_its_own() -> None:
    of_alma = [sheet(day, "alma") for day in range(MOST_OF_CASE)]
    of_all = [sheet(100 + day) for day in range(MOST_OF_CASE + 1)]
    assert giving_way([*of_alma, *of_all]) == {"100"}


def test_a_sheet_of_many_children_takes_no_room_of_theirs() -> None:
    of_many = [sheet(100 + day, *"abcd") for day in range(MOST_OF_CASE)]
    assert giving_way([*(sheet(day, "a") for day in range(MOST_OF_CASE)), *of_many]) == frozenset()
    assert giving_way([sheet(99), *of_many]) == {"99"}


def test_large_sheets_of_a_case_give_way_sooner_but_the_newest_stays() -> None:
    large = [sheet(day, "alma", size=3 * MIB) for day in range(3)]
    assert giving_way(large) == {"0", "1"}
    assert giving_way([sheet(1, "alma", size=MOST_BYTES_OF_CASE + 1), sheet(0, "alma")]) == {"0"}


def test_a_sheet_of_several_children_stays_as_long_as_one_of_them_has_room() -> None:
    shared = sheet(0, "alma", "noah")
    assert giving_way([shared, *(sheet(day, "alma") for day in range(1, MOST_OF_CASE + 3))]) == {"1", "2"}


@pytest.mark.parametrize(("size", "gone"), [(MOST_BYTES_OF_ONE, frozenset()), (MOST_BYTES_OF_ONE + 1, {"1"})])
def test_a_sheet_that_is_very_large_is_not_kept(size: int, gone: frozenset[str]) -> None:
    assert giving_way([sheet(1, "alma", size=size)]) == gone


def test_all_sheets_together_stay_within_their_room() -> None:
    many = [sheet(day, f"case {day}", size=MIB) for day in range(MOST_BYTES // MIB + 5)]
    assert giving_way(many) == {"0", "1", "2", "3", "4"}


def test_whatever_is_handed_out_the_room_is_never_exceeded_and_the_newest_is_there() -> None:
    random = Random(7)
    for _ in range(60):
        sheets = [
            sheet(day, *random.sample("abcde", random.randint(0, 5)), size=random.randint(1, 5 * MIB))
            for day in range(random.randint(1, 90))
        ]
        kept = [one for one in sheets if one.key not in giving_way(sheets)]
        assert sum(one.size for one in kept) <= MOST_BYTES
        assert sheets[-1] in kept
        assert giving_way(kept) == frozenset()
