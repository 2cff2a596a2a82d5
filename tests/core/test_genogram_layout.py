"""Where people stand in a genogram: told families by example, and any family by its properties."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.genogram_layout import Places, Size, lay_out
from app.core.genogram_unions import generations, kinship
from app.core.records.family import CoupleKind, ParentKind
from app.core.records.genogram import GenogramDocument
from tests.core.a_family import ROOM, SYMBOL, any_family, family


def placed(document: GenogramDocument) -> Places:
    return lay_out(document, dict.fromkeys((person.id for person in document.people), ROOM), SYMBOL)


def line(places: Places, row: int) -> str:
    """The people of a line from left to right."""
    there = [key for key, at in places.rows.items() if at == row and not key.startswith("?")]
    return " ".join(sorted(there, key=places.across.__getitem__))


def is_under(document: GenogramDocument, places: Places, *children: str) -> bool:
    """Whether the children stand with their middle exactly under where their parents' line comes down."""
    kin = kinship(document)
    number = kin.under(children[0])
    assert number is not None
    xs = [places.across[child] for child in kin.unions[number].children]
    return (min(xs) + max(xs)) / 2 == pytest.approx(places.drop(number))


THREE_GENERATIONS = family(
    "mgm:f mgf:m pgf:m pgm:f uncle:m dad:m mum:f aunt:f brother:m child:f sister:f cousin:f",
    "mgm+mgf(married)",
    "pgf+pgm(divorced)",
    "mum+dad(separated)",
    "mgm+mgf>mum aunt",
    "pgf+pgm>uncle dad",
    "mum+dad>brother child sister",
    "aunt>cousin",
)


def test_three_generations_stand_on_three_lines_the_fathers_family_left() -> None:
    places = placed(THREE_GENERATIONS)
    assert [line(places, row) for row in range(3)] == [
        "pgf pgm mgf mgm",
        "uncle dad mum aunt",
        "brother child sister cousin",
    ]
    for child in ("child", "mum", "dad", "cousin"):
        assert is_under(THREE_GENERATIONS, places, child)


def test_half_siblings_stand_under_the_right_couple() -> None:
    document = family(
        "ex:f dad:m mum:f step:m half:m child:f other:f",
        "ex+dad(divorced 2000)",
        "mum+dad(divorced 2008)",
        "step+mum(cohabiting 2015)",
        "ex+dad>half",
        "mum+dad>child",
        "step+mum>other",
    )
    places = placed(document)
    assert line(places, 0) == "ex dad mum step"
    assert line(places, 1) == "half child other"
    for child in ("half", "child", "other"):
        assert is_under(document, places, child)


def test_partners_who_followed_each_other_stand_in_that_order() -> None:
    document = family(
        "mum:f first:m second:m third:m a child b",
        "mum+third(cohabiting 2015)",
        "mum+first(divorced 1999)",
        "mum+second(divorced 2006)",
        "mum+first>a",
        "mum+second>b",
        "mum+third>child",
    )
    places = placed(document)
    assert line(places, 0) == "third mum first second"
    assert line(places, 1) == "child a b"
    wives = family(
        "dad:m one:f two:f child:m", "dad+two(married 2010)", "dad+one(divorced 2000)", "child>x", child="dad"
    )
    assert line(placed(wives), 0) == "one dad two"


def test_a_foster_family_stands_beside_with_its_own_children() -> None:
    document = family("dad:m mum:f fm:f ff:m child own", "mum+dad>child", "fm+ff(married)", "fm+ff>own", "fm+ff~child")
    places = placed(document)
    assert line(places, 0) == "dad mum ff fm"
    assert line(places, 1) == "child own"
    kin = kinship(document)
    foster = next(union for union in kin.unions if "fm" in union.parents)
    assert (foster.children, foster.guests) == (("own",), ("child",))
    assert {kind for (_, child), kind in kin.bonds.items() if child == "child"} == {ParentKind.BIRTH, ParentKind.FOSTER}


def test_one_parent_alone_has_the_child_beside_the_line_down() -> None:
    document = family("mum:f child", "mum>child")
    places = placed(document)
    assert is_under(document, places, "child")
    assert places.across["child"] > places.across["mum"]


def test_the_child_stands_alone_where_nobody_is_tied_to_it() -> None:
    document = family("child mum:f")
    assert [person.id for person in document.drawn] == ["child"]
    assert placed(document).across["child"] == pytest.approx((ROOM.width + SYMBOL * 0.5) / 2)


def test_those_who_adopted_together_belong_together_and_a_step_parent_to_the_parent() -> None:
    adopted = family("one two child", "one+two^child")
    assert kinship(adopted).unions[0].parents == ("one", "two")
    step = family("mum:f step:m child", "mum>child", "step^child", "mum+step(married)")
    (union,) = kinship(step).unions
    assert (union.parents, union.kind, union.children) == (("mum", "step"), CoupleKind.MARRIED, ("child",))
    apart = family("a b c child", "a~child", "b~child", "c~child", "a+c(married)")
    assert [(union.parents, union.children, union.guests) for union in kinship(apart).unions] == [
        (("a", "c"), ("child",), ()),
        (("b",), (), ("child",)),
    ]
    several = family("a b c child", "a~child", "b~child", "c~child")
    assert [union.parents for union in kinship(several).unions] == [("a",), ("b", "c")]


def test_brothers_who_married_sisters_are_drawn_with_longer_lines() -> None:
    document = family(
        "pgf:m pgm:f mgf:m mgm:f dad:m uncle:m mum:f aunt:f child cousin",
        "pgf+pgm>dad uncle",
        "mgf+mgm>mum aunt",
        "dad+mum>child",
        "uncle+aunt(married)",
        "uncle+aunt>cousin",
    )
    places = placed(document)
    assert_clear(document, places)
    assert sorted(places.rows.values()) == [0] * 4 + [1] * 4 + [2] * 2


def test_parents_who_are_cousins_are_both_under_their_common_ancestors() -> None:
    document = family(
        "gf:m gm:f a:m b:f wife:f man:m dad:m mum:f child",
        "gf+gm>a b",
        "a+wife>dad",
        "man+b>mum",
        "dad+mum>child",
    )
    places = placed(document)
    assert_clear(document, places)
    assert [places.rows[key] for key in ("gf", "b", "mum", "child")] == [0, 1, 2, 3]


def test_a_couple_of_two_generations_stands_on_two_lines() -> None:
    document = family("gran:f uncle:m mum:f child", "gran>mum uncle", "mum>child", "uncle+child(married)")
    places = placed(document)
    assert places.rows["uncle"] == places.rows["mum"] == 1
    assert places.rows["child"] == 2
    assert_clear(document, places)


def test_generations_follow_parents_before_couples_and_leave_strangers_out() -> None:
    people = [person.id for person in THREE_GENERATIONS.people]
    found = generations([*people, "stranger"], "child", THREE_GENERATIONS)
    assert {found[key] for key in ("mgm", "pgf")} == {-2}
    assert {found[key] for key in ("uncle", "dad", "aunt")} == {-1}
    assert found["cousin"] == 0
    assert "stranger" not in found


def assert_clear(document: GenogramDocument, places: Places) -> None:
    """Nobody stands on anybody else, and everybody who is drawn has a place."""
    assert {person.id for person in document.drawn} <= places.across.keys()
    for row in range(max(places.rows.values()) + 1):
        there = sorted(x for key, x in places.across.items() if places.rows[key] == row and not key.startswith("?"))
        assert all(b - a >= ROOM.width for a, b in pairwise(there))


@settings(max_examples=120, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 40))
def test_in_any_family_nobody_stands_on_anybody_else(seed: int, count: int) -> None:
    document = any_family(seed, count)
    places = placed(document)
    assert_clear(document, places)
    assert min(places.across.values()) >= 0


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_the_same_family_is_drawn_the_same_way_whatever_was_typed_first(seed: int) -> None:
    document = any_family(seed, 25)
    chance = random.Random(seed)
    mixed = replace(
        document,
        couples=tuple(chance.sample(document.couples, len(document.couples))),
        parents=tuple(chance.sample(document.parents, len(document.parents))),
    )
    first, second = placed(document), placed(mixed)
    assert (first.across, first.rows) == (second.across, second.rows)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 40))
def test_in_a_family_without_kin_who_marry_children_stand_under_their_parents(seed: int, count: int) -> None:
    document = _tree(seed, count)
    places, kin = placed(document), kinship(document)
    for number, union in enumerate(kin.unions):
        rows = {places.rows[parent] for parent in union.parents}
        assert len(rows) == 1
        assert {places.rows[child] for child in union.children} <= {rows.pop() + 1}
        if union.children:
            xs = [places.across[child] for child in union.children]
            assert (min(xs) + max(xs)) / 2 == pytest.approx(places.drop(number))


def _tree(seed: int, count: int) -> GenogramDocument:
    """A family in which everybody new is a stranger to all others: couples with children, upwards and downwards."""
    chance = random.Random(seed)
    told, ties, pairs = ["child:f"], [], []
    open_above, open_below = ["child"], ["child"]
    while len(told) < count:
        n = len(told)
        if open_above and chance.random() < 0.4:
            one = open_above.pop(chance.randrange(len(open_above)))
            told += [f"p{n}:m", f"q{n}:f"]
            ties.append(f"p{n}+q{n}>{one}")
            pairs.append((f"p{n}", f"q{n}"))
            open_above += [f"p{n}", f"q{n}"]
        elif pairs and chance.random() < 0.5:
            one, other = chance.choice(pairs)
            told.append(f"c{n}:m")
            ties.append(f"{one}+{other}>c{n}")
            open_below.append(f"c{n}")
        else:
            one = chance.choice(open_below)
            told += [f"w{n}:f", f"k{n}:m"]
            ties.append(f"{one}+w{n}>k{n}")
            open_below.append(f"k{n}")
    return family(" ".join(told), *ties)


def test_wide_words_push_neighbours_apart() -> None:
    rooms = dict.fromkeys((person.id for person in THREE_GENERATIONS.people), ROOM)
    wide = lay_out(THREE_GENERATIONS, rooms | {"child": Size(200.0, 24.0)}, SYMBOL)
    assert wide.across["sister"] - wide.across["child"] >= (200.0 + ROOM.width) / 2
