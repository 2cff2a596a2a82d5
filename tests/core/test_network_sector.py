"""The people of one sector: each has a line to the child of their own, and no line runs through somebody."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.network_sector import GAP, SectorRow, Stand, margin

CLOSE, REGULAR, DISTANT = 0.305, 0.61, 0.875
SIZE = 0.052


def placed(row: SectorRow, radius: float = SIZE) -> list[tuple[float, float]]:
    angles = row.angles(radius)
    assert angles is not None
    return sorted((angle, distance) for distance, found in angles.items() for angle in found)


def off(a: tuple[float, float], b: tuple[float, float]) -> float:
    return math.radians(abs(a[0] - b[0]))


few = st.lists(st.sampled_from((CLOSE, REGULAR, REGULAR, DISTANT)), max_size=4).filter(
    lambda free: free.count(CLOSE) < 2 or (free.count(CLOSE) == 2 and len(free) < 4)
)


@given(few)
def test_no_line_runs_through_somebody_or_close_along_another(free: list[float]) -> None:
    for a, b in combinations(placed(SectorRow(60, 120, (), free, SIZE)), 2):
        assert min(a[1], b[1]) * math.sin(off(a, b)) > SIZE
        assert math.degrees(off(a, b)) >= 4


@given(few, st.lists(st.tuples(st.floats(40, 140), st.sampled_from((CLOSE, REGULAR, DISTANT))), max_size=3))
def test_nobody_meets_those_who_stand_already(free: list[float], given_: list[tuple[float, float]]) -> None:
    stands = [Stand(distance, angle) for angle, distance in given_]
    row = SectorRow(60, 120, stands, free, SIZE)
    if row.angles(SIZE) is None:
        return
    people = placed(row)
    for a in people:
        assert 60 + margin(a[1], SIZE) <= a[0] + 1e-9
        assert a[0] <= 120 - margin(a[1], SIZE) + 1e-9
        for b in [*given_, *(other for other in people if other != a)]:
            apart = math.sqrt(a[1] ** 2 + b[1] ** 2 - 2 * a[1] * b[1] * math.cos(off(a, b)))
            assert apart > 2 * SIZE


def test_somebody_alone_stands_in_the_middle() -> None:
    assert placed(SectorRow(0, 60, (), [REGULAR], SIZE)) == [(30.0, REGULAR)]


def test_somebody_far_out_stands_between_two_who_are_close() -> None:
    row = placed(SectorRow(0, 60, (), [CLOSE, CLOSE, DISTANT], SIZE))
    assert [distance for _, distance in row] == [CLOSE, DISTANT, CLOSE]


def test_a_place_taken_by_hand_is_shared_around() -> None:
    (alone,) = placed(SectorRow(0, 60, [Stand(REGULAR, 8.0)], [REGULAR], SIZE))
    assert 30 < alone[0] < 55


def test_a_neighbour_of_the_next_sector_keeps_people_off_the_border() -> None:
    free = placed(SectorRow(0, 60, (), [CLOSE], SIZE))
    beside = placed(SectorRow(0, 60, [Stand(CLOSE, -2.0)], [CLOSE], SIZE))
    assert beside[0][0] > free[0][0]


@pytest.mark.parametrize("count", [4, 9])
def test_too_many_for_one_row_have_no_room_at_any_size_that_can_be_read(count: int) -> None:
    assert SectorRow(0, 60, (), [CLOSE] * count, SIZE).angles(SIZE) is None


def test_smaller_people_have_room_where_larger_have_not() -> None:
    row = SectorRow(0, 60, (), [CLOSE] * 3, SIZE)
    assert row.angles(SIZE) is None
    assert row.angles(0.8 * SIZE) is not None


def test_the_air_between_two_of_a_ring_is_the_one_agreed() -> None:
    apart = 2 * CLOSE * math.sin(math.radians(margin(CLOSE, SIZE)))
    assert apart == pytest.approx(SIZE * (2 + GAP))
