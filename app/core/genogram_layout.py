"""Where everybody stands in a genogram: generations in lines, couples side by side, children under their parents.

The drawing grows from the child outwards: the father's family to one side, the mother's to the other, each a block that
is moved as a whole until it is clear of its neighbours. So nobody ever stands on somebody else, whatever the family,
and the same family is always drawn the same way. Among siblings the eldest stands left; only a parent of the child
stands beside the other parent, at the edge of their own siblings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from app.core.genogram_blocks import Block
from app.core.genogram_unions import Kinship, generations, kinship
from app.core.records.genogram import GenogramDocument, Symbol

NOBODY = "?"
"""How the places of parents nobody has told of begin: they take room, and nothing is drawn there."""


class Size(NamedTuple):
    """The room that the words under a symbol take."""

    width: float
    height: float


class Side(IntEnum):
    """To which side of a person their own family goes; `BOTH` for one who stands among siblings by age."""

    LEFT = -1
    BOTH = 0
    RIGHT = 1


@dataclass(frozen=True, slots=True)
class Places:
    """The middle of everybody's place from the left, who stands in which line (0 the eldest generation), and where
    the line from a couple to its children comes down: between two neighbours, by the number of the union."""

    across: Mapping[str, float]
    rows: Mapping[str, int]
    drops: Mapping[int, tuple[str, str]]
    slots: Mapping[str, float]

    def drop(self, union: int) -> float:
        """Where the line of a union comes down: in the middle of the free room between the two neighbours."""
        left, right = self.drops[union]
        return _between(self.across[left], self.slots[left], self.across[right], self.slots[right])


def lay_out(document: GenogramDocument, rooms: Mapping[str, Size], symbol: float) -> Places:
    """Find a place for everybody who is drawn; `rooms` are the words under each symbol, `symbol` its width.

    Everything is in the unit of the given sizes. Raises StopIteration where nobody is marked as the child.
    """
    builder = _Builder(document, rooms, symbol)
    block = builder.build()
    block.move(-min(x - builder.slot(key) / 2 for key, x in block.across.items()))
    first = min(builder.generation.values())
    rows = {key: builder.generation[builder.beside_whom.get(key, key)] - first for key in block.across}
    return Places(block.across, rows, builder.drops, {key: builder.slot(key) for key in block.across})


class _Builder:
    """Puts the blocks together. Who is placed stays placed; a family that is tied to itself gets a longer line."""

    def __init__(self, document: GenogramDocument, rooms: Mapping[str, Size], symbol: float) -> None:
        self._people = [person.id for person in document.drawn]
        self._child = next(person.id for person in document.drawn if person.is_child)
        self._is_left = {person.id: person.symbol is Symbol.MALE for person in document.drawn}
        self._kin: Kinship = kinship(document)
        self._rooms, self._symbol = rooms, symbol
        self.generation = generations(self._people, self._child, document)
        self.drops: dict[int, tuple[str, str]] = {}
        self.beside_whom: dict[str, str] = {}  # whose line a place of nobody is in
        self._placed: set[str] = set()
        self._used: set[int] = set()
        self._line = self._direct_line()

    def build(self) -> Block:
        """The child's family, then those tied to it in another way: foster families to the right."""
        whole = self._rooted(self._child, Side.BOTH)
        for number, union in enumerate(self._kin.unions):
            if number not in self._used and not self._placed.intersection(union.parents):
                whole.beside(self._couple_with_children(number, self._sequence(self._bodies(number))))
        for person in self._people:
            if person not in self._placed:
                whole.beside(self._rooted(person, Side.RIGHT))
        for number, union in enumerate(self._kin.unions):
            self.drops.setdefault(number, self._found_drop(whole, union.parents))
        return whole

    def slot(self, person: str) -> float:
        """The width of somebody's place: their symbol or their words, with air."""
        if person.startswith(NOBODY):
            return self._symbol
        return max(self._symbol, self._rooms[person].width) + self._symbol * 0.5

    # Parts

    def _rooted(self, person: str, side: Side) -> Block:
        """A person with partners and descendants, and over them the parents and all who come with these."""
        return self._under_parents(person, self._with_partners(person, side), side)

    def _wing(self, person: str, side: Side) -> Block:
        """A person at the inner edge of a block that holds all of their own: partners, siblings, parents."""
        if person.startswith(NOBODY):
            return self._alone(person)
        return self._under_parents(person, self._with_partners(person, side), side)

    def _alone(self, person: str) -> Block:
        self._placed.add(person)
        half = self.slot(person) / 2
        row = self.generation[self.beside_whom.get(person, person)]
        return Block({person: 0.0}, {row: (-half, half)})

    def _with_partners(self, person: str, side: Side) -> Block:
        """A person and their partners, as they followed each other from left to right, with the children of each."""
        block = self._alone(person)
        unions = [number for number in self._kin.unions_of(person) if self._may_join(number, person)]
        if side is Side.BOTH:
            # One partner stands where the other gender's place is; of several the last one stands right.
            last = len(unions) - 1 if len(unions) > 1 or self._is_left[person] else len(unions)
            sides = [Side.LEFT if place < last else Side.RIGHT for place in range(len(unions))]
        else:
            sides = [side] * len(unions)
        for number in reversed([n for n, at in zip(unions, sides, strict=True) if at is Side.LEFT]):
            block = self._join(number, person, block, Side.LEFT)
        for number in [n for n, at in zip(unions, sides, strict=True) if at is Side.RIGHT]:
            block = self._join(number, person, block, Side.RIGHT)
        return block

    def _may_join(self, number: int, person: str) -> bool:
        others = [one for one in self._kin.unions[number].parents if one != person]
        return number not in self._used and not any(one in self._placed or one in self._line for one in others)

    def _join(self, number: int, person: str, block: Block, side: Side) -> Block:
        """Put a partner of a person beside their block, and the couple's children between and below."""
        if not self._may_join(number, person):
            return block  # somebody placed meanwhile
        partner = self._other_parent(number, person)
        children = self._sequence(self._bodies(number))
        outer = self._wing(partner, side)
        inner = self._outermost(block, person, side)
        if side is Side.LEFT:
            self.drops[number] = (partner, inner)
            return self._assembled(outer, partner, children, block, inner)
        self.drops[number] = (inner, partner)
        return self._assembled(block, inner, children, outer, partner)

    def _under_parents(self, person: str, block: Block, side: Side) -> Block:
        """Put a block under the person's parents, beside the siblings."""
        number = self._kin.under(person)
        if number is None or number in self._used:
            return block
        parents = self._kin.unions[number].parents
        if any(one in self._placed or (one in self._line and person not in self._line) for one in parents):
            return block
        siblings = self._bodies(number)
        if side is Side.LEFT:
            children = [*siblings, (person, block)]
        elif side is Side.RIGHT:
            children = [(person, block), *siblings]
        else:
            children = sorted([*siblings, (person, block)], key=lambda child: self._people.index(child[0]))
        return self._couple_with_children(number, self._sequence(children))

    def _couple_with_children(self, number: int, children: tuple[Block, float] | None) -> Block:
        """Both parents with all of their own, over their children."""
        left, right = self._left_and_right(number)
        first, second = self._wing(left, Side.LEFT), self._wing(right, Side.RIGHT)
        self.drops[number] = (left, right)
        return self._assembled(first, left, children, second, right)

    def _bodies(self, number: int) -> list[tuple[str, Block]]:
        """The children of a union who have no place yet, the eldest first, each with partners and descendants.

        The parents count as placed from now on: nobody of their children's families may take them along.
        """
        self._used.add(number)
        self._placed.update(self._kin.unions[number].parents)
        found = []
        for child in self._kin.unions[number].children:
            if child not in self._placed and child not in self._line:
                found.append((child, self._with_partners(child, Side.BOTH)))
        return found

    def _sequence(self, children: Sequence[tuple[str, Block]]) -> tuple[Block, float] | None:
        """Children side by side, and the middle between the first and the last of them; None for none."""
        if not children:
            return None
        whole = Block()
        for _, block in children:
            if whole.across:
                whole.beside(block)
            else:
                whole.take(block)
        ends = [whole.across[person] for person, _ in children]
        return whole, (ends[0] + ends[-1]) / 2

    def _assembled(
        self, left: Block, one: str, children: tuple[Block, float] | None, right: Block, other: str
    ) -> Block:
        """Two neighbours with the children that hang between them, as close as all stand clear.

        The middle of the children stands exactly under the middle of the free room between the two.
        """
        near = left.whole_clearance(right)
        if children is None:
            left.beside(right)
            return left
        block, middle = children
        start = left.across[one] + self.slot(one) / 2
        end = right.across[other] - self.slot(other) / 2
        # The children move by m, the right block by 2m + turn, so that their middles meet.
        turn = 2 * middle - start - end
        least = max(left.clearance(block), (near - turn) / 2, block.clearance(right) - turn)
        block.move(least)
        right.move(2 * least + turn)
        left.take(block)
        left.take(right)
        return left

    # Who

    def _row_of(self, person: str) -> int:
        return self.generation[self.beside_whom.get(person, person)]

    def _outermost(self, block: Block, person: str, side: Side) -> str:
        """Who stands outermost in a person's line of a block."""
        row = self._row_of(person)
        there = [(x, key) for key, x in block.across.items() if self._row_of(key) == row]
        return (min if side is Side.LEFT else max)(there)[1]

    def _other_parent(self, number: int, person: str) -> str:
        """The other one of a union; the place of nobody where there is none."""
        parents = self._kin.unions[number].parents
        if len(parents) > 1:
            return parents[0] if parents[1] == person else parents[1]
        nobody = f"{NOBODY}{number}"
        self.beside_whom[nobody] = person
        return nobody

    def _left_and_right(self, number: int) -> tuple[str, str]:
        """A man stands left of a woman; otherwise the elder stands left."""
        parents = self._kin.unions[number].parents
        one = parents[0]
        other = self._other_parent(number, one)
        turned = not other.startswith(NOBODY) and self._is_left[other] and not self._is_left[one]
        return (other, one) if turned else (one, other)

    def _direct_line(self) -> frozenset[str]:
        """The child and all from whom it descends: they have their place on the way up, and nowhere else."""
        found: set[str] = set()
        waiting = [self._child]
        while waiting:
            person = waiting.pop()
            number = self._kin.under(person)
            if person not in found:
                found.add(person)
                waiting += self._kin.unions[number].parents if number is not None else ()
        return frozenset(found)

    def _found_drop(self, whole: Block, parents: Sequence[str]) -> tuple[str, str]:
        """Where the line of two comes down who were placed apart: left of the one who stands further right."""
        last = max(parents, key=lambda one: whole.across[one])
        row = sorted((x, key) for key, x in whole.across.items() if self._row_of(key) == self._row_of(last))
        place = row.index((whole.across[last], last))
        return (row[place - 1][1], last) if place else (last, row[min(1, len(row) - 1)][1])


def _between(left: float, left_slot: float, right: float, right_slot: float) -> float:
    """The middle of the free room between two neighbours."""
    return (left + left_slot / 2 + right - right_slot / 2) / 2
