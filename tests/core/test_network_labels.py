"""Names on the network map: whole, and clear of people and of each other."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.network_choice import Place, Shape, chosen
from app.core.network_labels import Label, LabelText, crosses, place_labels, wrap
from app.core.network_layout import Node, Point, place
from app.core.network_lines import path_between
from app.core.network_room import Box, Room, circle_around
from app.core.records.network import MapPerson, Ring

SECTORS = ("household", "kin", "school", "leisure", "friends", "professionals")
SHEET = Box(-1.6, -1.1, 3.2, 2.2)
LINE = 0.036


def measure(text: str, strong: bool) -> float:
    return len(text) * (0.018 if strong else 0.0165)


def crowd(names: list[str]) -> tuple[tuple[Node, ...], list[LabelText]]:
    people = [
        MapPerson(id=f"p{n}", person_id="x", sector_key=SECTORS[n % 6], ring=Ring(n % 3 + 1)) for n in range(len(names))
    ]
    texts = [LabelText(p.id, name, "role") for p, name in zip(people, names, strict=True)]
    return place(people, SECTORS), texts


def apart(a: Box, b: Box) -> bool:
    """Touching is apart, and the last digit of a sum tells nothing."""
    hair = 1e-9
    gaps = (b.x - a.x - a.width, a.x - b.x - b.width, b.y - a.y - a.height, a.y - b.y - b.height)
    return max(gaps) > -hair


def around(node: Node) -> Box:
    return Box(node.x - node.radius, node.y - node.radius, 2 * node.radius, 2 * node.radius)


def labels_of(names: list[str], taken: tuple[Box, ...] = ()) -> tuple[tuple[Node, ...], tuple[Label, ...]]:
    nodes, texts = crowd(names)
    lines = [path_between(None, node) for node in nodes]
    return nodes, place_labels(nodes, texts, lines, measure=measure, line_height=LINE, bounds=SHEET, taken=taken)


@given(st.lists(st.text("abc dæøå", min_size=1, max_size=60).filter(str.strip), max_size=40))
def test_names_meet_neither_people_nor_each_other_nor_the_edge(names: list[str]) -> None:
    nodes, labels = labels_of(names)
    assert len(labels) == len(names)
    for a, b in combinations([label.box for label in labels], 2):
        assert apart(a, b)
    for label in labels:
        assert all(apart(label.box, around(node)) for node in nodes)
        assert SHEET.x <= label.box.x
        assert label.box.x + label.box.width <= SHEET.x + SHEET.width


def test_a_name_is_never_cut_short() -> None:
    name = "Anne-Marie Christoffersen von der Nordvestlige Landevejsstrækning"
    _, (label,) = labels_of([name])
    assert " ".join(line for line, is_name in label.lines if is_name) == name


def test_a_name_stands_right_beside_its_person_where_there_is_room() -> None:
    _, labels = labels_of(["Mor", "Far", "Mormor"])
    assert all(label.leader is None for label in labels)


def test_a_name_stands_off_a_relation_if_it_has_to_be_narrower() -> None:
    nodes = place([MapPerson(id="p0", person_id="x", sector_key="kin", ring=Ring.REGULAR)], SECTORS)
    (node,) = nodes
    texts = [LabelText("p0", "Mette Hedegaard", "Pædagog på institution")]

    def label(*lines: tuple[Point, ...]) -> Label:
        (made,) = place_labels(nodes, texts, lines, measure=measure, line_height=LINE, bounds=SHEET)
        return made

    walls = [((Point(node.x + x, -1)), Point(node.x + x, 1)) for x in (-0.16, 0.16)]
    assert label().lines == (("Mette Hedegaard", True), ("Pædagog på institution", False))
    squeezed = label(*walls)
    assert squeezed.lines == (("Mette Hedegaard", True), ("Pædagog på", False), ("institution", False))
    assert squeezed.is_clear
    assert not label(*[(Point(-1, node.y + y / 50), Point(1, node.y + y / 50)) for y in range(-30, 30)]).is_clear


def test_names_change_places_where_that_is_better_for_both() -> None:
    first, second = Shape((), 0.1, 0.1), Shape((), 0.1, 0.1)
    here, there, far = Box(0, 0, 0.1, 0.1), Box(0.3, 0, 0.1, 0.1), Box(0.6, 0, 0.1, 0.1)
    options = {
        "a": [Place(1, first, here, 0), Place(2, first, there, 0)],
        "b": [Place(1, second, here, 0), Place(30, second, far, 3)],
    }
    assert {label: place.box for label, place in chosen(options).items()} == {"a": there, "b": here}
    alone = {**options, "b": [Place(1, second, here, 0)]}
    assert {label: place.box for label, place in chosen(alone).items()} == {"a": there, "b": here}


def test_a_crowd_gets_leader_lines_that_start_at_the_person() -> None:
    nodes, labels = labels_of(["Anne-Marie Christoffersen Nordvest"] * 40)
    node_of = {n.id: n for n in nodes}
    leaders = [label for label in labels if label.leader is not None]
    assert leaders
    for label in leaders:
        assert label.leader is not None
        start, end = label.leader
        node = node_of[label.id]
        assert abs((start.x - node.x) ** 2 + (start.y - node.y) ** 2 - node.radius**2) < 1e-9
        assert label.box.x - 1e-9 <= end.x <= label.box.x + label.box.width + 1e-9


@pytest.mark.parametrize(
    ("start", "end", "is_crossed"),
    [
        ((-1.0, 0.5), (2.0, 0.5), True),
        ((0.5, -1.0), (0.5, 2.0), True),
        ((-1.0, -1.0), (2.0, 2.0), True),
        ((-1.0, 2.0), (2.0, 2.0), False),
        ((2.0, -1.0), (2.0, 2.0), False),
        ((-1.0, 0.5), (0.5, 3.0), False),
        ((-1.0, 0.5), (-0.2, 0.5), False),
        ((-1.0, 0.5), (0.0, 0.5), False),
    ],
)
def test_a_leader_crosses_what_it_runs_through_and_not_what_it_ends_at(
    start: tuple[float, float], end: tuple[float, float], is_crossed: bool
) -> None:
    assert crosses((Point(*start), Point(*end)), Box(0.0, 0.0, 1.0, 1.0)) is is_crossed


@pytest.mark.parametrize("name", ["Anne-Marie Christoffersen Nordvest", "Familiebehandleren Kristoffersen på Fuglsang"])
@pytest.mark.parametrize("count", [18, 30, 40])
def test_a_label_strikes_where_its_leader_runs_through_a_name(name: str, count: int) -> None:
    _, labels = labels_of([name] * count)
    beside = [label.box for label in labels if label.leader is None]
    for label in labels:
        if label.leader is None:
            assert not label.strikes
        elif any(crosses(label.leader, box) for box in beside):
            assert label.strikes


def test_names_keep_clear_of_what_is_already_taken() -> None:
    _, free = labels_of(["Mor"])
    _, (label,) = labels_of(["Mor"], taken=(free[0].box,))
    assert apart(label.box, free[0].box)


def test_without_any_room_the_label_is_left_out() -> None:
    nodes, texts = crowd(["Mor"])
    assert place_labels(nodes, texts, [], measure=measure, line_height=LINE, bounds=Box(-0.05, -0.05, 0.1, 0.1)) == ()


def test_a_person_without_name_and_role_takes_no_room() -> None:
    nodes, _ = crowd(["x"])
    (label,) = place_labels(
        nodes, [LabelText(nodes[0].id, "", "")], [], measure=measure, line_height=LINE, bounds=SHEET
    )
    assert label.lines == ()


def test_a_word_wider_than_the_line_is_broken_and_keeps_every_letter() -> None:
    lines = wrap("ab " + "x" * 25, lambda text: float(len(text)), 10)
    assert lines == ("ab", "xxxxxxxxx-", "xxxxxxxxx-", "x" * 7)


def test_even_a_letter_wider_than_the_line_is_kept() -> None:
    assert wrap("ab", lambda text: 99.0 * len(text), 10) == ("a", "b")


def test_a_circle_holds_lines_by_the_corners_of_their_letters() -> None:
    assert circle_around([(8, 10)]) == pytest.approx(5)
    assert circle_around([(6, 5), (6, 5)]) == pytest.approx(5)
    assert circle_around([(12, 2), (2, 1), (2, 1)]) == pytest.approx(math.hypot(6, 1.6))


def test_room_is_found_in_the_far_corner_where_nothing_else_is_free() -> None:
    room = Room(Box(0, 0, 2, 2))
    room.take(Box(0, 0, 2, 1.7))
    room.take(Box(0, 1.7, 1.5, 0.3))
    free = room.free_for(0.3, 0.1)
    assert free is not None
    found = free.nearest(Point(0, 0))
    assert found.x >= 1.5
    assert found.y >= 1.7
    assert room.free_for(1, 1) is None
