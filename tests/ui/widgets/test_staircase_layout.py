"""The staircase holds any caseload: no chip is left out, none covers another, none gets too narrow to read."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.ui.widgets.staircase_layout import Box, Stairs, StairsMeasure, StepNeeds, place_stairs

SIZES = StairsMeasure()
WIDTH, HEIGHT = 684.0, 600.0
NAME = 85.0


def stairs_of(*counts: int, chip: float = 110.0, width: float = WIDTH, height: float = HEIGHT) -> Stairs:
    needs = [StepNeeds(chips=(chip,) * count, name=NAME) for count in counts]
    return place_stairs(needs, width, height, SIZES)


def chips_of(stairs: Stairs) -> list[Box]:
    return [box for step in stairs.steps for box in step.chips]


def covers(one: Box, other: Box) -> bool:
    apart = one.x + one.w <= other.x + 0.01 or other.x + other.w <= one.x + 0.01
    above = one.y + one.h <= other.y + 0.01 or other.y + other.h <= one.y + 0.01
    return not (apart or above)


@settings(max_examples=150, deadline=None)
@given(
    counts=st.lists(st.integers(0, 30), min_size=6, max_size=6),
    chip=st.floats(60, 400),
    width=st.floats(300, 2400),
    height=st.floats(200, 1800),
)
def test_every_chip_has_a_place_of_its_own_on_its_step(
    counts: list[int], chip: float, width: float, height: float
) -> None:
    stairs = stairs_of(*counts, chip=chip, width=width, height=height)
    assert [len(step.chips) for step in stairs.steps] == counts
    for step in stairs.steps:
        for box in step.chips:
            assert step.block.x - 0.01 <= box.x
            assert box.x + box.w <= step.block.x + step.block.w + 0.01
            assert box.y >= -0.01
            assert box.y + box.h <= step.block.y
            assert box.w >= min(chip, SIZES.least) - 0.01
    assert not any(covers(*pair) for step in stairs.steps for pair in combinations(step.chips, 2))
    assert all(lower.block.h < higher.block.h for lower, higher in pairwise(stairs.steps))
    assert stairs.steps[-1].block.x + stairs.steps[-1].block.w == pytest.approx(stairs.width)


@pytest.mark.parametrize("step", range(6))
def test_twenty_five_on_one_step_fit_without_scrolling(step: int) -> None:
    counts = [0] * 6
    counts[step] = 25
    stairs = stairs_of(*counts)
    assert (stairs.width, stairs.height) == (WIDTH, HEIGHT)
    assert stairs.cut == 0
    assert [place.upright for place in stairs.steps] == [number != step for number in range(6)]


def test_an_ordinary_caseload_stands_in_single_columns_on_steps_of_like_width() -> None:
    stairs = stairs_of(3, 6, 5, 2, 4, 2)
    widths = {round(step.block.w) for step in stairs.steps}
    assert len(widths) == 1
    assert all(len({box.x for box in step.chips}) == 1 for step in stairs.steps)
    assert not any(step.upright for step in stairs.steps)


def test_the_first_chip_stands_uppermost_in_the_first_column() -> None:
    boxes = stairs_of(0, 0, 0, 0, 0, 25).steps[5].chips
    assert boxes[0].y == min(box.y for box in boxes)
    assert boxes[0].x == min(box.x for box in boxes)
    assert [box.x for box in boxes] == sorted(box.x for box in boxes)


def test_what_cannot_fit_grows_instead_of_shrinking_the_words() -> None:
    stairs = stairs_of(30, 30, 30, 30, 30, 30, height=300)
    assert stairs.height > 300
    assert min(box.w for box in chips_of(stairs)) >= SIZES.least
    assert stairs_of(9, 9, 9, 9, 9, 9, width=200).width > 200


def test_larger_text_gets_larger_chips() -> None:
    needs = [StepNeeds(chips=(150.0,) * 4, name=NAME)] * 6
    stairs = place_stairs(needs, 1600, 900, SIZES.scaled(1.5))
    assert {box.h for box in chips_of(stairs)} == {SIZES.chip * 1.5}
