"""Families told in a few words, as documents of a genogram."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from app.core.genogram_layout import Size
from app.core.genogram_unions import generations
from app.core.records.documents import Letterhead
from app.core.records.family import CoupleKind, ParentKind
from app.core.records.genogram import GenogramCouple, GenogramDocument, GenogramParent, GenogramPerson, Symbol

HEAD = Letterhead(municipality="Herning Kommune", department="", caseworker="M. Holm", on=date(2026, 10, 9))
ROOM = Size(60.0, 24.0)
SYMBOL = 28.0


def family(people: str, *ties: str, child: str = "child") -> GenogramDocument:
    """A family: `people` by age with m or f behind a colon, ties as "mum+dad" with a kind in brackets, "mum+dad>child
    brother" for parents by birth, "mum+dad~child" for foster parents and "mum+dad^child" for adoptive parents.
    """
    told = [one.partition(":") for one in people.split()]
    symbols = {"m": Symbol.MALE, "f": Symbol.FEMALE, "": Symbol.UNKNOWN}
    couples, parents = [], []
    for tie in ties:
        for sign, kind in ((">", ParentKind.BIRTH), ("~", ParentKind.FOSTER), ("^", ParentKind.ADOPTIVE)):
            if sign in tie:
                pair, _, children = tie.partition(sign)
                parents += [
                    GenogramParent(parent_id=p, child_id=c, kind=kind)
                    for c in children.split()
                    for p in pair.split("+")
                ]
                break
        else:
            pair, _, kind_told = tie.partition("(")
            one, other = pair.split("+")
            told_kind, _, since = kind_told.rstrip(")").partition(" ")
            couples.append(
                GenogramCouple(
                    one_id=one, other_id=other, kind=CoupleKind(told_kind), since=int(since) if since else None
                )
            )
    return tied(
        [GenogramPerson(id=n, name=n, role=None, symbol=symbols[s], is_child=n == child) for n, _, s in told],
        couples,
        parents,
    )


def tied(
    people: list[GenogramPerson], couples: list[GenogramCouple], parents: list[GenogramParent]
) -> GenogramDocument:
    """A document of those of the people who are tied to the child."""
    whole = GenogramDocument(
        head=HEAD, child_first_name="Alma", people=tuple(people), couples=tuple(couples), parents=tuple(parents)
    )
    child = next(person.id for person in people if person.is_child)
    found = generations((person.id for person in people), child, whole)
    return GenogramDocument(
        head=HEAD,
        child_first_name="Alma",
        people=tuple(replace(person, generation=found[person.id]) for person in people if person.id in found),
        couples=tuple(one for one in couples if {one.one_id, one.other_id} <= found.keys()),
        parents=tuple(one for one in parents if {one.parent_id, one.child_id} <= found.keys()),
    )


def any_family(seed: int, count: int) -> GenogramDocument:
    """A family of up to `count` people put together by chance: remarriages, half-siblings, foster parents, cousins who
    marry."""
    chance = random.Random(seed)
    people = [GenogramPerson(id="0", name="0", role=None, symbol=Symbol.UNKNOWN, is_child=True)]
    couples: list[GenogramCouple] = []
    parents: list[GenogramParent] = []

    def new() -> str:
        symbol = chance.choice([Symbol.MALE, Symbol.FEMALE, Symbol.OTHER])
        people.append(GenogramPerson(id=str(len(people)), name=f"P{len(people)}", role=None, symbol=symbol))
        return people[-1].id

    while len(people) < count:
        one = chance.choice(people).id
        act = chance.random()
        by_birth = [tie for tie in parents if tie.child_id == one and tie.kind is ParentKind.BIRTH]
        if act < 0.3 and len(by_birth) < 2:
            parents.append(GenogramParent(parent_id=new(), child_id=one, kind=ParentKind.BIRTH))
        elif act < 0.6:
            child = new()
            parents.append(GenogramParent(parent_id=one, child_id=child, kind=ParentKind.BIRTH))
            partners = [{c.one_id, c.other_id} - {one} for c in couples if one in {c.one_id, c.other_id}]
            if partners and chance.random() < 0.8:
                parents.append(GenogramParent(parent_id=partners[0].pop(), child_id=child, kind=ParentKind.BIRTH))
        elif act < 0.85:
            couples.append(GenogramCouple(one_id=one, other_id=new(), kind=chance.choice(list(CoupleKind))))
        elif act < 0.92:
            kind = chance.choice([ParentKind.FOSTER, ParentKind.ADOPTIVE])
            parents.append(GenogramParent(parent_id=new(), child_id=one, kind=kind))
        else:
            other = chance.choice(people).id
            if other != one and not any({c.one_id, c.other_id} == {one, other} for c in couples):
                couples.append(GenogramCouple(one_id=one, other_id=other, kind=CoupleKind.MARRIED))
    chance.shuffle(people)
    return tied(people, couples, parents)
