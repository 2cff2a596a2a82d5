"""What can be wrong with a tie of a family."""

from __future__ import annotations

from datetime import date

import pytest

from app.core.checks.family import ancestors, check_tie
from app.core.errors import Severity
from app.core.records.family import Couple, Parentage, ParentKind, Tie
from app.core.records.person import Person

MUM, DAD, GRAN = (Person(id=name, first_name=name) for name in ("mum", "dad", "gran"))


def parent(parent_id: str, child_id: str, kind: ParentKind = ParentKind.BIRTH) -> Parentage:
    return Parentage(parent_id=parent_id, child_id=child_id, kind=kind)


def codes(tie: Tie, *others: Tie, people: tuple[Person, ...] = ()) -> list[tuple[str, str]]:
    return [(p.field, p.code) for p in check_tie(tie, others, {person.id: person for person in people})]


@pytest.mark.parametrize(
    ("tie", "others", "found"),
    [
        (Couple(one_id="a", other_id="b"), (), []),
        (Couple(one_id="a", other_id=""), (), [("other_id", "choice-empty")]),
        (Couple(one_id="a", other_id="a"), (), [("other_id", "couple-with-self")]),
        (Couple(one_id="a", other_id="b"), (Couple(one_id="b", other_id="a"),), [("other_id", "couple-twice")]),
        (Couple(one_id="a", other_id="b"), (Couple(one_id="a", other_id="c"),), []),
        (
            Couple(one_id="a", other_id="b", since=date(2020, 1, 2), until=date(2020, 1, 1)),
            (),
            [("until", "end-before-start")],
        ),
        (parent("a", "b"), (), []),
        (parent("a", ""), (), [("other_id", "choice-empty")]),
        (parent("", "b"), (), [("other_id", "choice-empty")]),
        (parent("a", "a"), (), [("other_id", "parent-of-self")]),
        (parent("a", "b"), (parent("a", "b", ParentKind.FOSTER),), [("other_id", "parent-twice")]),
        (parent("a", "b"), (parent("b", "a"),), [("other_id", "parent-twice")]),
        (parent("c", "a"), (parent("a", "b"), parent("b", "c")), [("other_id", "own-ancestor")]),
        (parent("c", "x"), (parent("a", "x"), parent("b", "x")), [("parent_kind", "too-many-parents")]),
        (parent("c", "x", ParentKind.ADOPTIVE), (parent("a", "x"), parent("b", "x")), []),
        (parent("c", "x"), (parent("a", "x"), parent("b", "x", ParentKind.FOSTER)), []),
    ],
)
def test_what_is_wrong_with_a_tie(tie: Tie, others: tuple[Tie, ...], found: list[tuple[str, str]]) -> None:
    assert codes(tie, *others) == found


def test_a_tie_that_is_changed_is_not_held_against_its_old_form() -> None:
    couple = Couple(one_id="a", other_id="b")
    assert codes(couple, couple) == []
    by_birth = parent("a", "x"), parent("b", "x")
    assert codes(by_birth[0], *by_birth) == []


def test_a_parent_younger_than_the_child_is_asked_about() -> None:
    old, young = Person(first_name="Ida", birth_date=date(1990, 1, 1)), Person(birth_date=date(2010, 1, 1))
    (problem,) = check_tie(parent(young.id, old.id), (), {old.id: old, young.id: young})
    assert (problem.code, problem.severity) == ("parent-younger", Severity.WARNING)
    assert codes(parent(old.id, young.id), people=(old, young)) == []
    assert codes(parent(old.id, MUM.id), people=(old, MUM)) == []
    assert codes(parent(MUM.id, old.id), people=(old, MUM)) == []


def test_ancestors_are_all_above_and_end_where_nobody_is_known() -> None:
    ties = parent("gran", "mum"), parent("mum", "child"), parent("dad", "child", ParentKind.FOSTER)
    assert ancestors("child", ties) == {"mum", "dad", "gran"}
    assert ancestors("gran", ties) == frozenset()
