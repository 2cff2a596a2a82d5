"""Somebody who is dropped stands in the ring and sector under the pointer, upon nobody, and moves nobody."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.network_layout import LARGEST, Point, at, middle, place, ring_at, sector_at
from app.core.network_snapping import Spot, by_hand, next_in_direction, snapped, standing_still, step
from app.core.records.network import MapPerson, Ring
from tests.core.network_documents import SECTORS

SPOTS = st.builds(at, st.floats(0, 359.9), st.floats(0.15, 0.99))
# In every other sector only, so that nobody leans over the edge into another's.
APART = st.builds(lambda k, f, d: at(120 * k + f, d), st.integers(0, 2), st.floats(0, 59.9), st.floats(0.15, 0.99))
ROOM = {Ring.CLOSE: 2, Ring.REGULAR: 3, Ring.DISTANT: 4}
UP, RIGHT = Point(0, -1), Point(1, 0)


def stands(point: Point, *others: Spot) -> Spot:
    return snapped(point, len(SECTORS), others, LARGEST)


@given(SPOTS)
def test_alone_one_stands_in_the_ring_and_sector_under_the_pointer(point: Point) -> None:
    spot = stands(point)

    assert (spot.sector, spot.ring) == (sector_at(*point, 6), ring_at(*point))
    assert sector_at(*spot.point, 6) == spot.sector
    assert math.hypot(*spot.point) == pytest.approx(middle(spot.ring))


@given(st.lists(APART, min_size=2, max_size=18))
def test_dropped_one_after_the_other_nobody_stands_upon_another_while_there_is_room(points: list[Point]) -> None:
    stood: list[Spot] = []
    for point in points:
        stood.append(stands(point, *stood))
    cells = {(spot.sector, spot.ring): [s for s in stood if s[:2] == spot[:2]] for spot in stood}
    for (_, ring), spots in cells.items():
        for a, b in combinations(spots[: ROOM[ring]], 2):
            assert math.dist(a.point, b.point) > 2 * LARGEST


def test_nobody_else_stands_elsewhere_when_somebody_is_moved_but_who_is_in_the_way() -> None:
    people = [MapPerson(id=str(n), person_id="", sector_key=SECTORS[n % 2], ring=Ring.REGULAR) for n in range(5)]
    nodes = place(people, SECTORS)
    onto = Spot(0, nodes[2].ring, nodes[2].angle)

    still = standing_still(nodes, {"1": onto}, len(SECTORS))

    assert still.keys() == {"0", "3", "4"}
    pinned = [replace(one, angle=still[one.id].angle) if one.id in still else one for one in people]
    again = {node.id: node for node in place(pinned, SECTORS)}
    assert all(math.dist((again[n.id].x, again[n.id].y), (n.x, n.y)) < 0.01 for n in nodes if n.id in still)
    # In several rows of one ring nobody can be told to stay.
    crowd = [replace(people[0], id=str(n)) for n in range(40)]
    assert standing_still(place(crowd, SECTORS), {}, len(SECTORS)) == {}


def test_dropped_where_there_is_room_one_stands_at_the_pointer() -> None:
    assert stands(at(100, 0.6)) == Spot(1, Ring.REGULAR, 100.0)


def test_dropped_behind_somebody_one_is_turned_until_both_have_a_line_of_their_own() -> None:
    near = Spot(1, Ring.CLOSE, 90.0)

    far = stands(at(90, 0.9), near)

    assert far.angle != 90.0
    assert abs(far.angle - 90) <= 15
    assert middle(Ring.CLOSE) * math.sin(math.radians(abs(far.angle - 90))) > LARGEST


def test_in_a_full_ring_one_stands_where_one_was_dropped() -> None:
    full = [Spot(1, Ring.CLOSE, 60.0 + 3 * n) for n in range(21)]
    assert stands(at(90, 0.3), *full).angle == 90.0


def test_only_who_was_placed_in_their_own_sector_counts_as_placed() -> None:
    people = (
        MapPerson(person_id="a", sector_key="kin", angle=75.0),
        MapPerson(person_id="b", sector_key="kin", angle=200.0),
        MapPerson(person_id="c", sector_key="kin"),
    )
    assert by_hand(people, SECTORS) == [Spot(1, Ring.REGULAR, 75.0)]


def test_a_step_leads_a_ring_closer_or_further_or_around() -> None:
    (node,) = place([MapPerson(person_id="a", sector_key="household", ring=Ring.REGULAR, angle=2.0)], SECTORS)

    assert step(node, UP, 6) == Spot(0, Ring.DISTANT, 2.0)
    assert step(node, RIGHT, 6) == Spot(0, Ring.REGULAR, 14.0)
    assert step(node, Point(-1, 0), 6) == Spot(5, Ring.REGULAR, 350.0)


def test_from_the_outermost_ring_no_step_leads_out() -> None:
    (node,) = place([MapPerson(person_id="a", sector_key="household", ring=Ring.DISTANT, angle=2.0)], SECTORS)
    assert step(node, UP, 6) is None


def test_the_nearest_in_a_direction_is_next() -> None:
    people = [
        MapPerson(id="here", person_id="a", sector_key="kin", ring=Ring.CLOSE, angle=90.0),
        MapPerson(id="near", person_id="b", sector_key="kin", ring=Ring.REGULAR, angle=90.0),
        MapPerson(id="far", person_id="c", sector_key="kin", ring=Ring.DISTANT, angle=90.0),
    ]
    nodes = place(people, SECTORS)

    assert next_in_direction(nodes, nodes[0], RIGHT) == "near"
    assert next_in_direction(nodes, nodes[2], RIGHT) == ""
    assert next_in_direction(nodes, nodes[0], UP) == ""
