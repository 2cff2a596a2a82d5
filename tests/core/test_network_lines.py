"""Lines of the network map: each quality has a shape of its own, arrowheads point the way support goes."""

from __future__ import annotations

import math

import pytest

from app.core.network_layout import CHILD_RADIUS, Node, Point, at
from app.core.network_lines import THICK, THIN, Polyline, length, path_between, shape
from app.core.records.network import RelationQuality, Ring, Support

EAST = Node("east", Ring.DISTANT, 90, 0.85, 0.0, 0.05)
WEST = Node("west", Ring.DISTANT, 270, -0.85, 0.0, 0.05)
STRAIGHT = (Point(0, 0), Point(1, 0))


def spread(path: Polyline) -> float:
    return max(p.y for p in path) - min(p.y for p in path)


def test_a_line_from_the_child_ends_outside_both_circles() -> None:
    path = path_between(None, EAST)
    assert path[0].x > CHILD_RADIUS
    assert path[-1].x < EAST.x - EAST.radius


def test_a_line_to_a_square_ends_outside_its_corners() -> None:
    assert path_between(None, EAST, frozenset({"east"}))[-1].x < path_between(None, EAST)[-1].x


def test_a_line_between_two_others_goes_around_the_child_on_the_same_side_both_ways() -> None:
    south = Node("south", Ring.CLOSE, 180, 0.0, 0.3, 0.05)
    for one, other in ((WEST, EAST), (EAST, south), (south, EAST)):
        assert min(math.hypot(p.x, p.y) for p in path_between(one, other)) > CHILD_RADIUS
    assert path_between(EAST, south)[5] == pytest.approx(path_between(south, EAST)[-6])


def test_a_line_between_two_others_stays_on_the_map() -> None:
    rows = [Node(f"n{n}", Ring.DISTANT, n, *at(n, d), 0.04) for n in range(0, 360, 12) for d in (0.6, 0.85)]
    for a, b in ((rows[3], rows[25]), (rows[1], rows[31]), (rows[7], rows[11])):
        assert max(math.hypot(p.x, p.y) for p in path_between(a, b, others=rows)) < 1.05


def test_no_line_where_two_people_stand_side_by_side() -> None:
    close = Node("close", Ring.DISTANT, 90, 0.94, 0.0, 0.05)
    path = path_between(EAST, close)
    assert path == ()
    assert shape(path, RelationQuality.STRONG, Support.BOTH).strokes == ()


def test_strong_is_thick_and_ordinary_thin() -> None:
    assert shape(STRAIGHT, RelationQuality.STRONG, Support.NONE).width == THICK
    ordinary = shape(STRAIGHT, RelationQuality.ORDINARY, Support.NONE)
    assert (ordinary.width, ordinary.strokes) == (THIN, (STRAIGHT,))


def test_weak_is_dashed_from_end_to_end() -> None:
    strokes = shape(STRAIGHT, RelationQuality.WEAK, Support.NONE).strokes
    assert len(strokes) > 10
    assert strokes[0][0] == pytest.approx((0, 0))
    assert strokes[-1][-1] == pytest.approx((1, 0))
    assert 0.4 < sum(length(s) for s in strokes) < 0.7


def test_strained_is_one_zigzag_around_the_line() -> None:
    (stroke,) = shape(STRAIGHT, RelationQuality.STRAINED, Support.NONE).strokes
    assert spread(stroke) == pytest.approx(0.028, abs=0.001)
    assert (stroke[0], stroke[-1]) == STRAIGHT


def test_broken_has_two_cross_strokes_in_the_middle() -> None:
    line, *crosses = shape(STRAIGHT, RelationQuality.BROKEN, Support.NONE).strokes
    assert line == STRAIGHT
    assert [sum(p.x for p in c) / 2 for c in crosses] == pytest.approx([0.491, 0.509])
    assert all(spread(c) > 0.03 for c in crosses)


@pytest.mark.parametrize(
    ("support", "tips"),
    [(Support.NONE, []), (Support.GIVEN, [1]), (Support.RECEIVED, [0]), (Support.BOTH, [1, 0])],
)
def test_arrowheads_point_where_support_goes(support: Support, tips: list[float]) -> None:
    found = shape(STRAIGHT, RelationQuality.ORDINARY, support)
    assert [head[0].x for head in found.heads] == pytest.approx(tips)


def test_a_short_line_keeps_its_arrowheads_and_its_zigzag() -> None:
    short = (Point(0, 0), Point(0.05, 0))
    assert len(shape(short, RelationQuality.STRAINED, Support.BOTH).heads) == 2
    assert shape(short, RelationQuality.STRAINED, Support.NONE).strokes


def test_an_arrowhead_on_a_hair_of_a_line_still_points_to_its_end() -> None:
    (head,) = shape((Point(0, 0), Point(0.0005, 0)), RelationQuality.ORDINARY, Support.GIVEN).heads
    assert head[0] == Point(0.0005, 0)


def test_a_line_between_two_others_bends_around_somebody_in_its_way() -> None:
    plain = path_between(WEST, EAST)
    tip = plain[len(plain) // 2]
    between = Node("between", Ring.CLOSE, 0, tip.x, tip.y, 0.05)
    path = path_between(WEST, EAST, others=(WEST, between, EAST))
    assert min(math.dist(p, tip) for p in path) > between.radius
