"""Which ties of a family the roles in a case tell of: a proposal to look through, never taken by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.core.records.family import Couple, CoupleKind, Family, Kin, Parentage, ParentKind, Tie

_HIGHEST_BY_BIRTH = 2
_PARENT_KINDS = {
    Kin.MOTHER: ParentKind.BIRTH,
    Kin.FATHER: ParentKind.BIRTH,
    Kin.CO_PARENT: ParentKind.BIRTH,
    Kin.ADOPTIVE_PARENT: ParentKind.ADOPTIVE,
    Kin.FOSTER_PARENT: ParentKind.FOSTER,
}


@dataclass(frozen=True, slots=True)
class ProposedTie:
    """A tie the roles tell of. `sure` follows from the words alone; the others are likely and are asked about."""

    tie: Tie
    sure: bool = True


def proposed_ties(family: Family, kin: Mapping[str, Kin | None]) -> tuple[ProposedTie, ...]:
    """The ties that the roles of a case tell of and nobody has entered; `kin` is where each person's role stands.

    Sure are the child's parents, the parents' parents and siblings, and full siblings of the child. Likely are: which
    parent a half-sibling shares (the mother, where she is known), that a step-parent lives with the parent of the other
    sex whom the child was born to, that step- and foster siblings belong to the step- and foster parents, and that
    parents of one home live together.
    """
    found = _Finder(family, kin)
    found.the_childs_parents()
    found.grandparents()
    found.siblings()
    found.couples()
    return tuple(found.ties)


class _Finder:
    """Gathers the ties in the order in which a family is told: parents, grandparents, siblings, couples."""

    def __init__(self, family: Family, kin: Mapping[str, Kin | None]) -> None:
        self.ties: list[ProposedTie] = []
        self._child, self._parts = family.child_id, family.parts
        self._of: dict[Kin, list[str]] = {}
        for person_id in family.people:
            if (place := kin.get(person_id)) is not None and person_id != family.child_id:
                self._of.setdefault(place, []).append(person_id)
        self._ends = {tie.ends() for tie in family.ties}
        self._by_birth: dict[str, list[str]] = {}
        for tie in family.parentages:
            if tie.kind is ParentKind.BIRTH:
                self._by_birth.setdefault(tie.child_id, []).append(tie.parent_id)

    def the_childs_parents(self) -> None:
        """Mother, father and other parents of the child."""
        for place, kind in _PARENT_KINDS.items():
            for parent in self._all(place):
                self._parent(parent, self._child, kind)

    def grandparents(self) -> None:
        """The parents of mother and father, and through them the parents' siblings."""
        for mine, theirs, siblings in (
            (Kin.MOTHER, Kin.MOTHERS_PARENT, Kin.MOTHERS_SIBLING),
            (Kin.FATHER, Kin.FATHERS_PARENT, Kin.FATHERS_SIBLING),
        ):
            for parent in self._all(mine)[:1]:
                for person in (parent, *self._all(siblings)):
                    for grandparent in self._all(theirs):
                        self._parent(grandparent, person)

    def siblings(self) -> None:
        """Full siblings share the child's parents; of the others it is likely whose children they are."""
        for sibling in self._all(Kin.SIBLING):
            for parent in tuple(self._by_birth.get(self._child, ())):
                self._parent(parent, sibling)
        shared = (*self._all(Kin.MOTHER), *self._all(Kin.FATHER))[:1]
        steps = (*self._all(Kin.STEP_FATHER), *self._all(Kin.STEP_MOTHER))
        for place, parents in (
            (Kin.HALF_SIBLING, shared),
            (Kin.STEP_SIBLING, steps if len(steps) == 1 else ()),
            (Kin.FOSTER_SIBLING, self._all(Kin.FOSTER_PARENT)),
        ):
            for sibling in self._all(place):
                for parent in parents:
                    self._parent(parent, sibling, sure=False)

    def couples(self) -> None:
        """Step-parents with the child's parent, parents of one home, and foster parents, each living together."""
        mother, father = self._all(Kin.MOTHER)[:1], self._all(Kin.FATHER)[:1]
        for parents, others in ((mother, self._all(Kin.STEP_FATHER)), (father, self._all(Kin.STEP_MOTHER))):
            self._couples((parent, other) for parent in parents for other in others)
        self._couples((m, f) for m in mother for f in father if self._at_home(m) and self._at_home(f))
        fosters = self._all(Kin.FOSTER_PARENT)
        if len(fosters) == _HIGHEST_BY_BIRTH:
            self._couples([(fosters[0], fosters[1])])

    def _couples(self, pairs: Iterable[tuple[str, str]]) -> None:
        for one, other in pairs:
            self._add(Couple(one_id=one, other_id=other, kind=CoupleKind.COHABITING), sure=False)

    def _parent(self, parent: str, child: str, kind: ParentKind = ParentKind.BIRTH, *, sure: bool = True) -> None:
        by_birth = self._by_birth.setdefault(child, [])
        if kind is ParentKind.BIRTH and len(by_birth) >= _HIGHEST_BY_BIRTH:
            return
        if self._add(Parentage(parent_id=parent, child_id=child, kind=kind), sure=sure) and kind is ParentKind.BIRTH:
            by_birth.append(parent)

    def _add(self, tie: Tie, *, sure: bool) -> bool:
        if tie.ends() in self._ends:
            return False
        self._ends.add(tie.ends())
        self.ties.append(ProposedTie(tie, sure))
        return True

    def _all(self, place: Kin) -> tuple[str, ...]:
        return tuple(self._of.get(place, ()))

    def _at_home(self, person_id: str) -> bool:
        return self._parts[person_id].lives_with_child if person_id in self._parts else False
