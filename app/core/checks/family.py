"""What can be wrong with a tie of a family, seen beside all other ties of the people concerned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.core.errors import Problem, Severity
from app.core.records.family import Couple, Parentage, ParentKind, Tie
from app.core.records.person import Person

_PARENTS_BY_BIRTH = 2


def check_tie(tie: Tie, others: Iterable[Tie], people: Mapping[str, Person]) -> tuple[Problem, ...]:
    """The rules of a couple or of a parentage; `others` are all ties known, this one in its old form among them.

    Nobody is their own partner or ancestor, and nobody has more than two parents by birth. Nothing else is
    impossible in a family; a parent younger than the child is asked about.
    """
    there = [other for other in others if other.id != tie.id]
    if isinstance(tie, Couple):
        return _check_couple(tie, [other for other in there if isinstance(other, Couple)])
    return _check_parentage(tie, [other for other in there if isinstance(other, Parentage)], people)


def _check_couple(tie: Couple, others: Iterable[Couple]) -> tuple[Problem, ...]:
    problems = []
    if not tie.other_id:
        problems.append(Problem("other_id", "choice-empty"))
    elif tie.one_id == tie.other_id:
        problems.append(Problem("other_id", "couple-with-self"))
    if any(other.ends() == tie.ends() for other in others):
        problems.append(Problem("other_id", "couple-twice"))
    if tie.since and tie.until and tie.until < tie.since:
        problems.append(Problem("until", "end-before-start"))
    return tuple(problems)


def _check_parentage(tie: Parentage, others: list[Parentage], people: Mapping[str, Person]) -> tuple[Problem, ...]:
    if not tie.parent_id or not tie.child_id:
        return (Problem("other_id", "choice-empty"),)
    if tie.parent_id == tie.child_id:
        return (Problem("other_id", "parent-of-self"),)
    problems = []
    if any(other.ends() == tie.ends() for other in others):
        problems.append(Problem("other_id", "parent-twice"))
    elif tie.child_id in ancestors(tie.parent_id, others):
        problems.append(Problem("other_id", "own-ancestor"))
    by_birth = [o for o in others if o.child_id == tie.child_id and o.kind is ParentKind.BIRTH]
    if tie.kind is ParentKind.BIRTH and len(by_birth) >= _PARENTS_BY_BIRTH:
        problems.append(Problem("parent_kind", "too-many-parents"))
    parent, child = people.get(tie.parent_id), people.get(tie.child_id)
    if parent and child and parent.birth_date and child.birth_date and parent.birth_date >= child.birth_date:
        problems.append(Problem("other_id", "parent-younger", Severity.WARNING, {"name": parent.first_name}))
    return tuple(problems)


def ancestors(person_id: str, parentages: Iterable[Parentage]) -> frozenset[str]:
    """All from whom a person descends, by birth, adoption or care."""
    parents: dict[str, list[str]] = {}
    for tie in parentages:
        parents.setdefault(tie.child_id, []).append(tie.parent_id)
    found: set[str] = set()
    waiting = [person_id]
    while waiting:
        new = set(parents.get(waiting.pop(), ())) - found
        found |= new
        waiting += new
    return frozenset(found)
