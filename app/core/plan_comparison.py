"""Two versions of a plan side by side: what was put in, taken out, changed or moved between them.

Goals are known by their identity. In versions frozen before that was kept, a goal is the one that says the same, or
nearly the same.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final, Protocol, TypeVar

from app.core.records.documents import DocumentGoal, DocumentMeasure, DocumentScore, DocumentSubGoal, PlanDocument
from app.core.records.follow_up import Informant

OPENING: Final = ("kind", "legal_basis", "purpose", "measures", "measure_reason", "expected_duration", "next_step")
"""What a plan says before its goals, in the order of the print."""

CLOSING: Final = (
    *("family_support", "child_comment", "parents_comment", "disagreement", "participants"),
    *("given_to", "next_follow_up"),
)
"""What a plan says after its goals."""

GOAL: Final = ("theme", "own_words", "goal", "status", "baseline", "target", "scores", "success_sign")
"""What a goal says, its sub-goals apart."""

SUB_GOAL: Final = ("what", "responsible", "deadline", "rhythm", "status")
"""What a sub-goal says."""

_ALIKE: Final = 0.6
"""How like each other two texts without identity are that count as one goal, of 1."""


class Change(StrEnum):
    """What became of something between two versions."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One thing a plan says, before and after; `about` tells apart several under one name, such as scores.

    A value is None or "" where nothing was said.
    """

    field: str
    before: object
    after: object
    about: Informant | None = None

    @property
    def change(self) -> Change:
        """What became of it."""
        nothing_before, nothing_after = (value is None or value == "" for value in (self.before, self.after))
        if self.before == self.after or (nothing_before and nothing_after):
            return Change.SAME
        if nothing_before:
            return Change.ADDED
        return Change.REMOVED if nothing_after else Change.CHANGED


@dataclass(frozen=True, slots=True)
class SubGoalChange:
    """A sub-goal, before and after; numbers count from 1, None where it does not stand. `moved` past another one."""

    before: int | None
    after: int | None
    moved: bool
    fields: tuple[FieldChange, ...]

    @property
    def change(self) -> Change:
        """What became of it; one that was only moved is the same."""
        return _whole(self.before, self.after, self.fields)


@dataclass(frozen=True, slots=True)
class GoalChange:
    """A goal, before and after, with its sub-goals; numbers as on the print."""

    before: int | None
    after: int | None
    moved: bool
    fields: tuple[FieldChange, ...]
    sub_goals: tuple[SubGoalChange, ...]

    @property
    def change(self) -> Change:
        """What became of it, its sub-goals included; one that was only moved is the same."""
        own = _whole(self.before, self.after, self.fields)
        inner = any(sub.change is not Change.SAME or sub.moved for sub in self.sub_goals)
        return Change.CHANGED if own is Change.SAME and inner else own


@dataclass(frozen=True, slots=True)
class PlanComparison:
    """Two versions compared, part by part in the order of the print; a goal taken out stands where it stood."""

    before: PlanDocument
    after: PlanDocument
    opening: tuple[FieldChange, ...]
    goals: tuple[GoalChange, ...]
    closing: tuple[FieldChange, ...]

    @property
    def is_same(self) -> bool:
        """Whether both say the same."""
        fields_same = all(field.change is Change.SAME for field in (*self.opening, *self.closing))
        return fields_same and all(goal.change is Change.SAME and not goal.moved for goal in self.goals)


def compared(before: PlanDocument, after: PlanDocument) -> PlanComparison:
    """Two versions of one plan, or a version and the draft."""
    return PlanComparison(
        before=before,
        after=after,
        opening=tuple(_plan_fields(before, after, OPENING)),
        goals=_goals(before.goals, after.goals),
        closing=tuple(_plan_fields(before, after, CLOSING)),
    )


def _plan_fields(before: PlanDocument, after: PlanDocument, names: Sequence[str]) -> Iterator[FieldChange]:
    for name in names:
        if name == "measures":
            yield from _measures(before.measures, after.measures)
        else:
            yield FieldChange(name, getattr(before, name), getattr(after, name))


def _measures(before: Sequence[DocumentMeasure], after: Sequence[DocumentMeasure]) -> Iterator[FieldChange]:
    """Each measure by what it is and when it began; one that ended stands before those that run on."""
    left = [*after]
    for measure in before:
        same = next((m for m in left if (m.name, m.start) == (measure.name, measure.start)), None)
        if same is not None:
            left.remove(same)
        yield FieldChange("measures", measure, same)
    for measure in left:
        yield FieldChange("measures", None, measure)


def _goals(before: Sequence[DocumentGoal], after: Sequence[DocumentGoal]) -> tuple[GoalChange, ...]:
    return tuple(
        GoalChange(
            before=None if old is None else old + 1,
            after=None if new is None else new + 1,
            moved=moved,
            fields=tuple(_goal_fields(_at(before, old), _at(after, new))),
            sub_goals=_sub_goals(_subs(_at(before, old)), _subs(_at(after, new))),
        )
        for old, new, moved in _aligned(before, after, _goal_text)
    )


def _sub_goals(before: Sequence[DocumentSubGoal], after: Sequence[DocumentSubGoal]) -> tuple[SubGoalChange, ...]:
    return tuple(
        SubGoalChange(
            before=None if old is None else old + 1,
            after=None if new is None else new + 1,
            moved=moved,
            fields=tuple(_fields(_at(before, old), _at(after, new), SUB_GOAL)),
        )
        for old, new, moved in _aligned(before, after, _sub_goal_text)
    )


def _goal_fields(before: DocumentGoal | None, after: DocumentGoal | None) -> Iterator[FieldChange]:
    for field in _fields(before, after, GOAL):
        if field.field == "scores":
            yield from _scores(before.scores if before else (), after.scores if after else ())
        else:
            yield field


def _scores(before: Sequence[DocumentScore], after: Sequence[DocumentScore]) -> Iterator[FieldChange]:
    """The latest score of each who gave one, then and now."""
    then, now = ({score.informant: score for score in scores} for scores in (before, after))
    for informant in Informant:
        if informant in then or informant in now:
            yield FieldChange("scores", then.get(informant), now.get(informant), informant)


def _fields(before: object, after: object, names: Sequence[str]) -> Iterator[FieldChange]:
    for name in names:
        yield FieldChange(name, getattr(before, name, None), getattr(after, name, None))


def _whole(before: int | None, after: int | None, inner: Sequence[FieldChange]) -> Change:
    if before is None:
        return Change.ADDED
    if after is None:
        return Change.REMOVED
    return Change.CHANGED if any(field.change is not Change.SAME for field in inner) else Change.SAME


# Which row is which


class _Row(Protocol):
    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=_Row)
_Place = tuple[int | None, int | None, bool]


def _aligned(before: Sequence[R], after: Sequence[R], text: Callable[[R], str]) -> list[_Place]:
    """The rows in the order of `after`, each with its places and whether it was moved past another; one taken out
    stands behind the row it stood behind."""
    pairs = _matched(before, after, text)
    stayed = _in_order([pairs[old] for old in sorted(pairs)])
    by_new = {new: old for old, new in pairs.items()}
    found: list[_Place] = []
    for new in range(len(after)):
        found.append((by_new.get(new), new, new in by_new and new not in stayed))
    for old in range(len(before)):
        if old not in pairs:
            place = next((n + 1 for n, (there, _, _) in enumerate(found) if there is not None and there == old - 1), 0)
            found.insert(place, (old, None, False))
    return found


def _matched(before: Sequence[R], after: Sequence[R], text: Callable[[R], str]) -> dict[int, int]:
    """Which place of `before` is which of `after`: by identity, then by what is said, then by what is nearly said."""
    ids = {row.id: place for place, row in enumerate(after) if row.id}
    pairs = {place: ids[row.id] for place, row in enumerate(before) if row.id in ids}
    for like in (_says_the_same, _says_nearly_the_same):
        for old, row in enumerate(before):
            if old in pairs:
                continue
            taken = set(pairs.values())
            free = (n for n, other in enumerate(after) if n not in taken and not (row.id and other.id))
            new = next((n for n in free if like(text(row), text(after[n]))), None)
            if new is not None:
                pairs[old] = new
    return pairs


def _says_the_same(one: str, other: str) -> bool:
    return one.split() == other.split()


def _says_nearly_the_same(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _in_order(places: Sequence[int]) -> set[int]:
    """The most of these that stand in rising order: who stays when as few as possible were moved."""
    tails: list[int] = []
    ends: list[int] = []
    earlier: list[int | None] = []
    for index, place in enumerate(places):
        at = bisect_left(tails, place)
        tails[at : at + 1] = [place]
        ends[at : at + 1] = [index]
        earlier.append(ends[at - 1] if at else None)
    found: set[int] = set()
    step = ends[-1] if ends else None
    while step is not None:
        found.add(places[step])
        step = earlier[step]
    return found


def _at(rows: Sequence[R], place: int | None) -> R | None:
    return None if place is None else rows[place]


def _subs(goal: DocumentGoal | None) -> tuple[DocumentSubGoal, ...]:
    return goal.sub_goals if goal else ()


def _goal_text(goal: DocumentGoal) -> str:
    return goal.goal


def _sub_goal_text(sub_goal: DocumentSubGoal) -> str:
    return sub_goal.what
