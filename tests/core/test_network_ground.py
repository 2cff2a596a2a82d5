"""Where the names of groups and rings stand, and what letters stand in a shape."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import hypot

import pytest

from app.core.network_ground import initials, ring_texts, room_beside, sector_texts
from app.core.network_layout import RING_EDGES
from app.core.network_room import Box
from app.core.records.network import Ring
from tests.core.network_documents import person

NAMES = ("Hjem",), ("Slægt",), ("Skole", "og dagtilbud"), ("Fritid",), ("Venner",), ("Fagfolk",)


def meet(one: Box, other: Box) -> bool:
    return abs(middle(one)[0] - middle(other)[0]) < (one.width + other.width) / 2 and (
        abs(middle(one)[1] - middle(other)[1]) < (one.height + other.height) / 2
    )


def middle(box: Box) -> tuple[float, float]:
    return box.x + box.width / 2, box.y + box.height / 2


def test_the_names_of_the_groups_stand_around_the_circle_and_meet_nobody() -> None:
    texts = sector_texts(NAMES, [0.3] * len(NAMES), 0.08)

    assert tuple(text.lines for text in texts) == NAMES
    assert [text.box.height for text in texts] == [0.08 * len(lines) for lines in NAMES]
    assert all(hypot(*middle(text.box)) > 1 for text in texts)
    assert not any(meet(one.box, other.box) for one, other in combinations(texts, 2))


def test_a_name_over_or_under_the_circle_needs_no_room_beside_it() -> None:
    right, under, left = (room_beside(index, 3) for index in range(3))
    assert under == 0
    assert right == pytest.approx(left)
    assert right > 0.5


def test_each_ring_is_named_on_the_line_straight_up() -> None:
    texts = ring_texts(("tæt", "jævnlig", "fjern"), (0.1, 0.2, 0.1), 0.05)

    for ring, text in zip(Ring, texts, strict=True):
        assert middle(text.box) == pytest.approx((0, -RING_EDGES[ring]))


@pytest.mark.parametrize(
    ("name", "role", "letters"),
    [
        ("Karen", "", "K"),
        ("Karen Marie Kjær", "", "KK"),
        ("»Bo« Lind", "", "BL"),
        ("", "Mors mor", "M"),
        ("?", "", "?"),
    ],
)
def test_a_shape_holds_the_first_letters_of_first_and_last_name_or_of_the_role(
    name: str, role: str, letters: str
) -> None:
    assert initials(replace(person("karen"), name=name, role=role)) == letters
