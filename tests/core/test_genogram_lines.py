"""The lines of a genogram: which stroke for whom, and none that lies on another or runs through a symbol."""

from __future__ import annotations

from itertools import pairwise

import pytest

from app.core.genogram_household import outlines
from app.core.genogram_layout import Size
from app.core.genogram_lines import GenogramPicture, Stroke, couple_sample, parent_sample, picture
from app.core.network_layout import Point
from app.core.records.family import CoupleKind, ParentKind
from app.core.records.genogram import GenogramDocument
from tests.core.a_family import ROOM, SYMBOL, any_family, family
from tests.core.test_genogram_layout import THREE_GENERATIONS


def drawn(document: GenogramDocument) -> GenogramPicture:
    return picture(document, rooms(document), SYMBOL)


def rooms(document: GenogramDocument) -> dict[str, Size]:
    return dict.fromkeys((person.id for person in document.people), ROOM)


def strokes_at(found: GenogramPicture, *people: str) -> list[Stroke]:
    """The strokes of the lines that leave all of these symbols at their foot."""
    feet = [found.spots[key] for key in people]
    return [
        line.stroke
        for line in found.lines
        if all(
            any(abs(p.x - foot.x) < SYMBOL / 2 and p.y == pytest.approx(foot.y + SYMBOL / 2) for p in line.points)
            for foot in feet
        )
    ]


@pytest.mark.parametrize(
    ("kind", "stroke", "slashes"),
    [
        ("married", Stroke.SOLID, 0),
        ("cohabiting", Stroke.DASHED, 0),
        ("separated", Stroke.SOLID, 1),
        ("divorced", Stroke.SOLID, 2),
    ],
)
def test_a_couple_is_joined_as_it_is_told(kind: str, stroke: Stroke, slashes: int) -> None:
    found = drawn(family("mum:f dad:m child", f"mum+dad({kind})", "child>x", "mum+dad>child"))
    assert strokes_at(found, "mum", "dad") == [stroke]
    short = [line for line in found.lines if len(line.points) == 2 and line.points[0].x != line.points[1].x]
    assert len([line for line in short if line.points[0].y != line.points[1].y]) == slashes
    assert len(couple_sample(CoupleKind(kind), 30, SYMBOL)) == 1 + slashes


def test_parents_of_whom_nothing_is_told_have_a_faint_line() -> None:
    found = drawn(family("mum:f dad:m child", "mum+dad>child"))
    assert strokes_at(found, "mum", "dad") == [Stroke.FAINT]
    assert couple_sample(None, 30, SYMBOL)[0].stroke is Stroke.FAINT


def test_the_line_to_a_child_tells_birth_adoption_and_care() -> None:
    document = family("a b c d child sister", "a+b(married)", "a+b>child", "a+b^sister", "c+d~child")
    found = drawn(document)

    def arriving(child: str) -> set[Stroke]:
        spot = found.spots[child]
        top = spot.y - SYMBOL / 2
        return {
            line.stroke
            for line in found.lines
            if abs(line.points[-1].x - spot.x) < SYMBOL / 2 and line.points[-1].y == pytest.approx(top)
        }

    assert arriving("child") == {Stroke.SOLID, Stroke.DOTTED}
    assert arriving("sister") == {Stroke.DASHED}
    assert parent_sample(ParentKind.FOSTER, 30)[0].stroke is Stroke.DOTTED


def test_a_foster_line_from_the_left_ends_left_of_the_own_parents_line() -> None:
    document = family("mum:f dad:m gran:f child", "gran>dad", "mum+dad>child", "gran~child")
    found = drawn(document)
    dotted = next(line for line in found.lines if line.stroke is Stroke.DOTTED)
    assert dotted.points[-1].x < found.spots["child"].x


def test_lines_of_several_partners_lie_below_each_other() -> None:
    document = family(
        "mum:f a:m b:m child:f x y", "mum+a(divorced 1999)", "mum+b(divorced 2005)", "mum>child", "mum+a>x", "mum+b>y"
    )
    found = drawn(document)
    levels = {line.points[1].y for line in found.lines if len(line.points) == 4}
    assert len(levels) == 2


@pytest.mark.parametrize("seed", range(60))
def test_no_level_line_lies_on_another(seed: int) -> None:
    found = drawn(any_family(seed, 30))
    level = [(a, b) for line in found.lines for a, b in pairwise(line.points) if a.y == b.y and abs(a.x - b.x) > 1e-6]
    for number, (a, b) in enumerate(level):
        for c, d in level[number + 1 :]:
            shared = min(max(a.x, b.x), max(c.x, d.x)) - max(min(a.x, b.x), min(c.x, d.x))
            assert a.y != pytest.approx(c.y) or shared < 1e-6


@pytest.mark.parametrize("seed", range(60))
def test_every_line_begins_and_ends_within_the_drawing(seed: int) -> None:
    found = drawn(any_family(seed, 30))
    assert all(
        -1 <= point.x <= found.width + 1 and -1 <= point.y <= found.height + 1
        for line in found.lines
        for point in line.points
    )


def test_words_stand_below_the_lines_of_couples_and_above_those_of_children() -> None:
    found = drawn(THREE_GENERATIONS)
    foot = found.spots["mum"].y + SYMBOL / 2
    deepest = max(
        p.y for line in found.lines if len(line.points) == 4 for p in line.points if p.y < found.words["mum"].y
    )
    assert foot < deepest < found.words["mum"].y
    assert found.words["mum"].y + ROOM.height < found.spots["child"].y - SYMBOL / 2
    assert found.rows[1] == ("uncle", "dad", "mum", "aunt")


def test_nobody_drawn_is_an_empty_drawing() -> None:
    found = drawn(GenogramDocument(head=THREE_GENERATIONS.head, child_first_name="", people=(), couples=(), parents=()))
    assert (found.width, found.lines, found.rows) == (0, (), ())


def _inside(outline: tuple[Point, ...], point: Point) -> bool:
    """Whether a point lies in a closed outline, by counting the sides that a level ray meets."""
    crossings = 0
    for a, b in pairwise(outline):
        if (a.y > point.y) != (b.y > point.y) and point.x < a.x:
            crossings += 1
    return crossings % 2 == 1


@pytest.mark.parametrize(
    ("members", "count"),
    [
        ({"mum", "child", "sister"}, 1),
        ({"dad", "mum", "brother", "child", "sister"}, 1),
        ({"child", "brother", "sister"}, 1),
        ({"mum", "aunt", "cousin", "child"}, 3),
        ({"brother", "sister", "child", "mgm"}, 2),
        ({"brother", "sister"}, 2),
        ({"uncle", "child"}, 2),
        ({"child"}, 0),
        (set(), 0),
    ],
)
def test_an_outline_holds_those_who_live_there_and_nobody_else(members: set[str], count: int) -> None:
    found = drawn(THREE_GENERATIONS)
    made = outlines(found, rooms(THREE_GENERATIONS), frozenset(members))
    assert len(made) == count
    for key, spot in found.spots.items():
        assert sum(_inside(outline, spot) for outline in made) == (1 if key in members and count else 0)
