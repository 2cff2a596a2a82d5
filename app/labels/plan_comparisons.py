"""Two versions of a plan in words: line by line what each says, with what changed between them marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.dates import screen_date
from app.core.names import Names
from app.core.plan_comparison import Change, FieldChange, GoalChange, PlanComparison, SubGoalChange
from app.core.records.documents import DocumentMeasure, DocumentScore, PlanDocument
from app.core.records.plan import GoalStatus, PlanKind
from app.core.text_difference import Mark, Piece, Pieces, difference, whole
from app.labels.choices import choice
from app.labels.plan_texts import measure_line
from app.words import Words, mark

_FIELDS = {
    "kind": mark("Kind of plan"),
    "legal_basis": mark("Legal basis"),
    "purpose": mark("Why we have a plan"),
    "measures": mark("Measure"),
    "measure_reason": mark("Why this measure"),
    "expected_duration": mark("Expected duration"),
    "next_step": mark("Next step"),
    "theme": mark("Theme"),
    "own_words": mark("In the child's own words"),
    "goal": mark("The goal"),
    "status": mark("How it goes"),
    "baseline": mark("Began at (0–10)"),
    "target": mark("The goal is (0–10)"),
    "success_sign": mark("We can see that it works when"),
    "family_support": mark("Support for the family"),
    "child_comment": mark("What the child says about the plan"),
    "parents_comment": mark("What the parents say about the plan"),
    "disagreement": mark("What we do not agree on"),
    "participants": mark("Who took part"),
    "given_to": mark("Given to"),
    "next_follow_up": mark("Next follow-up"),
}
_CHANGES = {
    Change.SAME: "",
    Change.ADDED: mark("added"),
    Change.REMOVED: mark("taken out"),
    Change.CHANGED: mark("changed"),
}


class LineKind(StrEnum):
    """What a line of a comparison is: the head of a goal, something said, or a step of a goal."""

    HEAD = "head"
    FIELD = "field"
    STEP = "step"


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One line: what it is called, what both versions say, and what became of it, in words too.

    A head says nothing itself; what became of it counts only where the whole goal was put in, taken out or moved.
    """

    kind: LineKind
    label: str
    change: Change
    note: str
    pieces: Pieces = ()

    @property
    def is_changed(self) -> bool:
        """Whether there is something to see."""
        return bool(self.note)


def plan_field(words: Words, name: str) -> str:
    """What a plan says under this name is called."""
    return words.tr(_FIELDS[name])


def plan_version_name(words: Words, document: PlanDocument) -> str:
    """What a version is called where it stands beside another."""
    day = screen_date(document.head.on)
    if document.number is None:
        return words.tr("The draft as it stands")
    return words.tr("Version {number}, {date}", number=document.number, date=day)


def compared_lines(words: Words, comparison: PlanComparison, *, only_changes: bool = False) -> tuple[ComparedLine, ...]:
    """All that either version says, in the order of the print; a goal's head stays where anything of it changed."""
    lines = [_field(words, one) for one in comparison.opening]
    found = [line for line in lines if _is_wanted(line, only_changes)]
    for goal in comparison.goals:
        head, *inner = _goal(words, goal)
        kept = [line for line in inner if _is_wanted(line, only_changes)]
        if kept or _is_wanted(head, only_changes):
            found += [head, *kept]
    lines = [_field(words, one) for one in comparison.closing]
    return (*found, *(line for line in lines if _is_wanted(line, only_changes)))


def comparison_text(words: Words, comparison: PlanComparison, lines: Iterable[ComparedLine]) -> str:
    """The comparison as text alone, of these lines: [– taken out –] and [+ put in +] say what the marks do."""
    before, after = (plan_version_name(words, one) for one in (comparison.before, comparison.after))
    title = f"{choice(words, comparison.after.kind)}, {comparison.after.child_name}"
    text = [f"{title}\n{words.tr('{first} compared with {second}', first=before, second=after)}"]
    for line in lines:
        named = f"{line.label} ({line.note})" if line.note else line.label
        said = "".join(_signed(piece) for piece in line.pieces)
        text.append("\n" * (line.kind is LineKind.HEAD) + (f"{named}: {said}" if said else named))
    if comparison.is_same:
        text.append(words.tr("Both say the same."))
    return "\n".join(text)


_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff]")  # letters of Hebrew, Arabic and their neighbours
_KEPT_APART = "\u200e · \u200e"  # so that such letters do not turn a day that stands beside them
_SIGNS = {Mark.SAME: "{}", Mark.REMOVED: "[– {} –]", Mark.ADDED: "[+ {} +]"}


def _signed(piece: Piece) -> str:
    """A piece with its sign; the space around it stays outside."""
    words = piece.text.strip()
    before, _, after = piece.text.partition(words) if words else (piece.text, "", "")
    return f"{before}{_SIGNS[piece.mark].format(words)}{after}" if words else before


def _is_wanted(line: ComparedLine, only_changes: bool) -> bool:
    return line.is_changed or (not only_changes and (line.kind is LineKind.HEAD or bool(line.pieces)))


def _field(words: Words, one: FieldChange) -> ComparedLine:
    says = _VALUES.get(one.field, _text)
    before, after = says(words, one.before), says(words, one.after)
    how = difference if isinstance(one.before or one.after, str | DocumentMeasure) else whole
    label = choice(words, one.about) if one.about else words.tr(_FIELDS[one.field])
    note = words.tr(_CHANGES[one.change]) if one.change is not Change.SAME else ""
    return ComparedLine(LineKind.FIELD, label, one.change, note, how(before, after))


def _goal(words: Words, goal: GoalChange) -> Iterator[ComparedLine]:
    """The head, what the goal says, and its steps."""
    label = words.tr("Goal {number}", number=goal.after or goal.before)
    as_whole = goal.change if goal.change in (Change.ADDED, Change.REMOVED) else Change.SAME
    yield ComparedLine(LineKind.HEAD, label, as_whole, _place_note(words, goal))
    for one in goal.fields:
        yield _field(words, one)
    for sub in goal.sub_goals:
        yield _step(words, sub)


def _step(words: Words, sub: SubGoalChange) -> ComparedLine:
    before, after = (" · ".join(_said(words, sub.fields, side)) for side in ("before", "after"))
    if _FROM_THE_RIGHT.search(before + after):
        before, after = (text.replace(" · ", _KEPT_APART) for text in (before, after))
    note = _place_note(words, sub)
    if not note and sub.change is Change.CHANGED:
        note = words.tr(_CHANGES[Change.CHANGED])
    label = words.tr("Step {number}", number=sub.after or sub.before)
    return ComparedLine(LineKind.STEP, label, sub.change, note, difference(before, after))


def _said(words: Words, fields: Iterable[FieldChange], side: str) -> Iterator[str]:
    for one in fields:
        if text := _VALUES.get(one.field, _text)(words, getattr(one, side)).strip():
            yield text


def _place_note(words: Words, row: GoalChange | SubGoalChange) -> str:
    """What became of the row as a whole: put in, taken out, or moved and from where."""
    if row.change in (Change.ADDED, Change.REMOVED):
        return words.tr(_CHANGES[row.change])
    return words.tr("moved, was number {number}", number=row.before) if row.moved else ""


# What a value is in words; "" where nothing was said


def _text(_words: Words, value: object) -> str:
    return "" if value is None else str(value).strip()


def _choice(words: Words, value: object) -> str:
    return choice(words, value) if isinstance(value, PlanKind | GoalStatus) else ""


def _names(words: Words, value: object) -> str:
    return value.of(words.language) if isinstance(value, Names) else ""


def _day(_words: Words, value: object) -> str:
    return screen_date(value if isinstance(value, date) else None)


def _score(_words: Words, value: object) -> str:
    return f"{value.value} ({screen_date(value.on)})" if isinstance(value, DocumentScore) else ""


def _measure(words: Words, value: object) -> str:
    return measure_line(words, value) if isinstance(value, DocumentMeasure) else ""


_VALUES: dict[str, Callable[[Words, object], str]] = {
    "kind": _choice,
    "status": _choice,
    "theme": _names,
    "deadline": _day,
    "next_follow_up": _day,
    "scores": _score,
    "measures": _measure,
}
