"""People on the network map: inside their sector and ring, apart from each other, and where somebody put them."""

from __future__ import annotations

import math
import time
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.network_layout import CHILD_RADIUS, RING_EDGES, Node, angle_of, place, ring_at, sector_at
from app.core.records.network import MapPerson, Ring

SECTORS = ("household", "kin", "school", "leisure", "friends", "professionals")


def person(number: int, sector: str = "kin", ring: Ring = Ring.REGULAR, angle: float | None = None) -> MapPerson:
    return MapPerson(id=f"p{number}", person_id=f"x{number}", sector_key=sector, ring=ring, angle=angle)


@st.composite
def maps(draw: st.DrawFn, *, by_hand: bool = True) -> list[MapPerson]:
    people = []
    for number in range(draw(st.integers(0, 40))):
        index = draw(st.integers(0, 5))
        placed = by_hand and draw(st.booleans())
        angle = index * 60 + draw(st.floats(0.1, 59.9)) if placed else None
        people.append(person(number, SECTORS[index], draw(st.sampled_from(Ring)), angle))
    return people


def distance(a: Node, b: Node) -> float:
    return math.dist((a.x, a.y), (b.x, b.y))


@given(maps(by_hand=False))
def test_nobody_overlaps_anybody(people: list[MapPerson]) -> None:
    for a, b in combinations(place(people, SECTORS), 2):
        assert distance(a, b) > a.radius + b.radius


@given(maps())
def test_those_the_layout_places_keep_clear_of_those_placed_by_hand(people: list[MapPerson]) -> None:
    hand = {p.id for p in people if p.angle is not None}
    for a, b in combinations(place(people, SECTORS), 2):
        if not (a.id in hand and b.id in hand):
            assert distance(a, b) > a.radius + b.radius


@given(maps())
def test_everybody_stands_whole_inside_their_ring_and_in_their_sector(people: list[MapPerson]) -> None:
    for p, node in zip(people, place(people, SECTORS), strict=True):
        away = math.hypot(node.x, node.y)
        assert RING_EDGES[p.ring - 1] <= away - node.radius
        assert away + node.radius <= RING_EDGES[p.ring]
        assert sector_at(node.x, node.y, 6) == SECTORS.index(p.sector_key)
        assert ring_at(node.x, node.y) is p.ring
        assert away > CHILD_RADIUS + node.radius


@given(maps(), st.integers(0, 5), st.sampled_from(Ring))
def test_adding_somebody_moves_nobody_who_was_placed_by_hand(people: list[MapPerson], index: int, ring: Ring) -> None:
    before = {n.id: n for n in place(people, SECTORS)}
    after = {n.id: n for n in place([*people, person(99, SECTORS[index], ring)], SECTORS)}
    for p in people:
        if p.angle is not None:
            assert (before[p.id].x, before[p.id].y) == (after[p.id].x, after[p.id].y)
            assert before[p.id].angle == p.angle


@given(maps().filter(bool), st.integers(0, 39))
def test_taking_somebody_off_moves_nobody_who_was_placed_by_hand(people: list[MapPerson], number: int) -> None:
    before = {n.id: n for n in place(people, SECTORS)}
    gone = people[number % len(people)]
    after = {n.id: n for n in place([p for p in people if p is not gone], SECTORS)}
    for p in people:
        if p.angle is not None and p is not gone:
            assert (before[p.id].x, before[p.id].y) == (after[p.id].x, after[p.id].y)


@given(maps())
def test_the_same_people_give_the_same_map(people: list[MapPerson]) -> None:
    assert place(people, SECTORS) == place(list(people), SECTORS)


def test_an_angle_outside_the_sector_does_not_count_as_placed() -> None:
    (node,) = place([person(1, "kin", angle=200.0)], SECTORS)
    assert 60 <= node.angle < 120


def test_three_who_are_close_stand_in_one_row_at_full_size() -> None:
    family = place([person(n, "household", Ring.CLOSE) for n in range(3)], SECTORS)
    (alone,) = place([person(1, "household", Ring.CLOSE)], SECTORS)
    assert {n.radius for n in family} == {alone.radius}
    assert len({round(math.hypot(n.x, n.y), 6) for n in family}) == 1


@given(st.lists(st.sampled_from(Ring), max_size=4).filter(lambda rings: rings.count(Ring.CLOSE) < 3))
def test_each_of_a_small_sector_has_a_line_of_their_own(rings: list[Ring]) -> None:
    nodes = place([person(n, "kin", ring) for n, ring in enumerate(rings)], SECTORS)
    for a, b in combinations(nodes, 2):
        angle = math.radians(abs(a.angle - b.angle))
        assert min(math.hypot(a.x, a.y), math.hypot(b.x, b.y)) * math.sin(angle) > a.radius


def test_people_of_a_ring_keep_their_order() -> None:
    nodes = place([person(n, "kin", Ring(n % 3 + 1)) for n in range(6)], SECTORS)
    for first, second in ((0, 3), (1, 4), (2, 5)):
        assert nodes[first].angle < nodes[second].angle


def test_a_lone_person_in_each_ring_does_not_hide_the_one_behind() -> None:
    nodes = place([person(n, "kin", ring) for n, ring in enumerate(Ring)], SECTORS)
    for nearer, further in combinations(nodes, 2):
        off = math.radians(abs(nearer.angle - further.angle))
        assert math.hypot(nearer.x, nearer.y) * math.sin(off) > nearer.radius


def test_forty_people_of_one_sector_shrink_until_they_fit() -> None:
    crowd = place([person(n, "professionals", Ring.CLOSE) for n in range(40)], SECTORS)
    few = place([person(1, "professionals", Ring.CLOSE)], SECTORS)
    assert 0.015 < crowd[0].radius < few[0].radius


@given(maps(by_hand=False), st.sampled_from((0.052, 0.08)))
def test_larger_shapes_too_overlap_nobody_and_stay_in_their_ring(people: list[MapPerson], largest: float) -> None:
    nodes = place(people, SECTORS, largest)
    for a, b in combinations(nodes, 2):
        assert distance(a, b) > a.radius + b.radius
    for node in nodes:
        assert node.radius <= largest
        assert ring_at(node.x, node.y) is node.ring


def test_an_unknown_sector_is_refused() -> None:
    with pytest.raises(KeyError):
        place([person(1, "moon")], SECTORS)


@pytest.mark.parametrize(("x", "y", "angle", "sector"), [(0, -1, 0, 0), (1, 0, 90, 1), (0, 1, 180, 3), (-1, 0, 270, 4)])
def test_a_dropped_person_gets_the_sector_under_the_pointer(x: float, y: float, angle: float, sector: int) -> None:
    assert angle_of(x, y) == pytest.approx(angle)
    assert sector_at(x, y, 6) == sector


def test_far_outside_counts_as_distant() -> None:
    assert ring_at(3, 0) is Ring.DISTANT


def test_forty_people_are_placed_in_a_few_milliseconds() -> None:
    people = [person(n, SECTORS[n % 6], Ring(n % 3 + 1)) for n in range(40)]
    fastest = math.inf
    for _ in range(7):
        start = time.process_time()
        place(people, SECTORS)
        fastest = min(fastest, time.process_time() - start)
    assert fastest < 0.005
