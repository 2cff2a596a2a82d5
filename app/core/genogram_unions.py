"""A family as a genogram sees it: generations, and the pairs of parents under which children stand together."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.core.records.family import CoupleKind, ParentKind
from app.core.records.genogram import GenogramCouple, GenogramDocument, GenogramParent


@dataclass(frozen=True, slots=True)
class Union:
    """Two people who are a couple or have a child together, or one parent alone.

    `kind` is None where nobody has told whether the two were a couple. `children` stand under it, the eldest first;
    `guests` are children who stand under other parents and have these too, as in a foster family.
    """

    parents: tuple[str, ...]
    kind: CoupleKind | None
    since: int | None
    children: tuple[str, ...]
    guests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kinship:
    """The unions of a family, and how each child belongs to each of its unions (by the union's number)."""

    unions: tuple[Union, ...]
    bonds: Mapping[tuple[int, str], ParentKind]

    def under(self, person_id: str) -> int | None:
        """The union a person stands under; None for one whose parents nobody has told."""
        return next((n for n, union in enumerate(self.unions) if person_id in union.children), None)

    def unions_of(self, person_id: str) -> tuple[int, ...]:
        """The unions in which a person is partner or parent, as they followed each other."""
        found = [n for n, union in enumerate(self.unions) if person_id in union.parents]
        return tuple(sorted(found, key=lambda n: (self.unions[n].since or 9999, n)))


def kinship(document: GenogramDocument) -> Kinship:
    """Couples and parents put together.

    A child stands under its parents by birth; where there are none, under those who adopted it, else under its foster
    parents. Further pairs of parents have it as a guest.
    """
    order = {person.id: number for number, person in enumerate(document.drawn)}
    couples = {frozenset({one.one_id, one.other_id}): one for one in document.couples}
    under: dict[tuple[str, ...], list[str]] = {}
    guests: dict[tuple[str, ...], list[str]] = {}
    bonds: dict[tuple[tuple[str, ...], str], ParentKind] = {}
    for child in order:
        for number, (pair, kind) in enumerate(_pairs(child, document.parents, couples, order)):
            (guests if number else under).setdefault(pair, []).append(child)
            bonds[pair, child] = kind
    childless = [_in_order(ends, order) for ends in couples if ends <= order.keys()]
    # From the eldest on, so that the same family is put together the same way whatever was typed first.
    pairs = sorted({*under, *guests, *childless}, key=lambda pair: [order[one] for one in pair])
    return Kinship(
        tuple(_union(pair, couples, under.get(pair, ()), guests.get(pair, ())) for pair in pairs),
        {(pairs.index(pair), child): kind for (pair, child), kind in bonds.items()},
    )


def generations(people: Iterable[str], start: str, document: GenogramDocument) -> dict[str, int]:
    """The generation of everybody who is tied to `start`: parents one lower, children one higher, partners the same.

    Parents and children are followed before couples: where the ties contradict each other, as when somebody married a
    parent's sibling, the couple stands on two lines.
    """
    order = {person_id: number for number, person_id in enumerate(people)}
    found: dict[str, int] = {start: 0}
    waiting: deque[str] = deque([start])
    later: deque[str] = deque([start])
    while waiting or later:
        if waiting:
            here = waiting.popleft()
            steps = [(tie.parent_id, -1) for tie in document.parents if tie.child_id == here]
            steps += [(tie.child_id, 1) for tie in document.parents if tie.parent_id == here]
        else:
            here = later.popleft()
            steps = [(other, 0) for one in document.couples if (other := _other(one, here))]
        # The eldest first, so that the order in which ties were typed decides nothing.
        for person_id, step in sorted(steps, key=lambda one: order.get(one[0], -1)):
            if person_id in order and person_id not in found:
                found[person_id] = found[here] + step
                waiting.append(person_id)
                later.append(person_id)
    return found


def _other(couple: GenogramCouple, person_id: str) -> str:
    """The partner of a person in a couple, "" where the person is not in it."""
    return {couple.one_id: couple.other_id, couple.other_id: couple.one_id}.get(person_id, "")


def _pairs(
    child: str,
    parents: Sequence[GenogramParent],
    couples: Mapping[frozenset[str], GenogramCouple],
    order: Mapping[str, int],
) -> list[tuple[tuple[str, ...], ParentKind]]:
    """The parents of a child two and two: by birth, then those who adopted it, then foster parents."""
    kinds = list(ParentKind)
    own = [tie for tie in parents if tie.child_id == child and tie.parent_id in order]
    own.sort(key=lambda tie: (kinds.index(tie.kind), order[tie.parent_id]))
    found = []
    while own:
        first = own.pop(0)
        mate = _mate(first, own, couples)
        if mate is not None:
            own.remove(mate)
        pair = (first.parent_id, mate.parent_id) if mate else (first.parent_id,)
        found.append((_in_order(pair, order), first.kind))
    return found


def _mate(
    first: GenogramParent, others: Sequence[GenogramParent], couples: Mapping[frozenset[str], GenogramCouple]
) -> GenogramParent | None:
    """Who goes with a parent: the other one by birth, else the partner, else the only other one of the same kind."""
    alike = [tie for tie in others if tie.kind is first.kind]
    if first.kind is ParentKind.BIRTH and alike:
        return alike[0]
    partners = [tie for tie in others if frozenset({first.parent_id, tie.parent_id}) in couples]
    partners.sort(key=lambda tie: tie.kind is not first.kind)
    if partners:
        return partners[0]
    return alike[0] if len(alike) == 1 else None


def _in_order(people: Iterable[str], order: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(people, key=order.__getitem__))


def _union(
    pair: tuple[str, ...],
    couples: Mapping[frozenset[str], GenogramCouple],
    children: Sequence[str],
    guests: Sequence[str],
) -> Union:
    couple = couples.get(frozenset(pair))
    kind, since = (couple.kind, couple.since) if couple else (None, None)
    return Union(pair, kind, since, tuple(children), tuple(guests))
