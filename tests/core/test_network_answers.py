"""The signs of answers to the coming network meeting: which there are, how they look, and where they stand."""

from __future__ import annotations

import math
from itertools import combinations

import pytest

from app.core.network_answers import SIGNS, answer_dot, answers_on
from app.core.network_layout import Point
from app.core.records.network import Invitation
from tests.core.network_documents import person

ANSWERS = (Invitation.ASKED, Invitation.YES, Invitation.NO)


def test_only_the_answers_there_are_are_counted_and_in_one_order() -> None:
    people = [person(str(n), invited=answer) for n, answer in enumerate((Invitation.NO, Invitation.NOT_ASKED) * 2)]
    people.append(person("asked", invited=Invitation.ASKED))
    assert list(answers_on(people).items()) == [(Invitation.ASKED, 1), (Invitation.NO, 2)]
    assert answers_on([person("a")]) == {}


def test_every_answer_has_a_sign_of_its_own_and_nobody_who_was_not_asked() -> None:
    assert tuple(SIGNS) == ANSWERS
    assert all(SIGNS[one] != SIGNS[other] for one, other in combinations(ANSWERS, 2))


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_sign_stays_within_its_dot_and_fills_it(answer: Invitation) -> None:
    reach = [math.hypot(*point) for stroke in SIGNS[answer] for point in stroke]
    assert 0.5 < max(reach) < 0.7


@pytest.mark.parametrize(("radius", "smallest"), [(20.0, 6.5), (10.5, 6.5), (15.0, 4.0)])
def test_the_dot_lies_below_to_the_left_on_the_edge_and_leaves_the_letters_alone(
    radius: float, smallest: float
) -> None:
    dot = answer_dot(Point(100, 100), radius, smallest)
    assert dot.middle.x < 100 < dot.middle.y
    assert smallest <= dot.radius < radius
    away = math.dist(dot.middle, (100, 100))
    assert away - dot.radius < radius < away + dot.radius
    # Two bold letters as high as half the radius end at three quarters of it.
    assert math.dist(dot.middle, (100 - 0.68 * radius, 100 + 0.4 * radius)) > dot.radius
    assert dot.box.x == pytest.approx(dot.middle.x - dot.radius)
    assert dot.box.y + dot.box.height == pytest.approx(dot.middle.y + dot.radius)


def test_small_people_have_small_signs() -> None:
    assert answer_dot(Point(0, 0), 7, 6.5).radius < 5
