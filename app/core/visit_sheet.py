"""The sheet that is read in the car before a visit: what last time brought, and what there is to do today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from app.core.goal_scores import ScorePoint
from app.core.names import Names
from app.core.records.case import SchoolFact
from app.core.records.documents import Letterhead
from app.core.records.follow_up import Agreement, FollowUp
from app.core.records.journal import EntryKind, JournalEntry
from app.core.work_list import WorkLine


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildWords:
    """What the child said last, and the day it did."""

    said: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetGoal:
    """A goal that is worked on, with one score for each follow-up, earliest first."""

    goal: str
    target: int | None
    curve: tuple[ScorePoint, ...]

    @property
    def last(self) -> ScorePoint | None:
        """The score of last time."""
        return self.curve[-1] if self.curve else None

    @property
    def before(self) -> ScorePoint | None:
        """The score of the time before last."""
        return self.curve[-2] if len(self.curve) > 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetMeasure:
    """A running measure: which, by whom, where, since when."""

    name: Names
    provider: str
    place: str
    start: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPerson:
    """Somebody of the child's household, or who has custody. `protected` is name and address protection."""

    name: str
    role: Names
    has_custody: bool
    protected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitSheet:
    """All that the screen and the print say of one child before a visit; telephone numbers and addresses are no part.

    `last` is the follow-up held last, `planned` the one that waits. `promises` are those of last time and the earlier
    ones that nobody has settled. `questions` are to be taken up. `due` is what the work list holds of the case, its
    promises left out. `age` counts whole years; an unborn child has `term`.
    """

    head: Letterhead
    case_id: str
    child: str
    age: int | None
    term: date | None
    is_protected: bool
    step: Names
    since: date
    school: SchoolFact | None
    last: FollowUp | None
    words: ChildWords | None
    promises: tuple[Agreement, ...]
    goals: tuple[SheetGoal, ...]
    planned: FollowUp | None
    questions: tuple[str, ...]
    people: tuple[SheetPerson, ...]
    measures: tuple[SheetMeasure, ...]
    due: tuple[WorkLine, ...]


def last_held(follow_ups: Iterable[FollowUp]) -> FollowUp | None:
    """The follow-up that was held last."""
    return max((f for f in follow_ups if f.is_held), key=lambda f: f.held_on or date.min, default=None)


def last_words(follow_ups: Iterable[FollowUp], entries: Iterable[JournalEntry]) -> ChildWords | None:
    """What the child said last, at a follow-up or in a talk that the journal tells of.

    Of an entry that was corrected the correction counts; on one day the follow-up does.
    """
    known = [entry for entry in entries if entry.voided_on is None]
    corrected = {entry.corrects_id for entry in known}
    talks = (e for e in known if e.kind is EntryKind.CHILD_TALK and e.id not in corrected)
    told = [ChildWords(said=e.text, on=e.on) for e in talks if e.text.strip()]
    for follow_up in follow_ups:
        day = follow_up.conversation_on or follow_up.held_on
        if follow_up.is_held and day is not None and follow_up.child_said.strip():
            told.insert(0, ChildWords(said=follow_up.child_said, on=day))
    return max(told, key=lambda words: words.on, default=None)


def promises_to_ask_about(agreements: Iterable[Agreement], last: FollowUp | None, today: date) -> tuple[Agreement, ...]:
    """The promises of last time, and those from before that are open or were settled today; without a day last."""
    at_last = last.id if last else ""
    asked = (a for a in agreements if a.follow_up_id == at_last or a.settled_on in (None, today))
    return tuple(sorted(asked, key=lambda agreement: (agreement.due or date.max, agreement.what)))


def questions_to_take_up(last: FollowUp | None, planned: FollowUp | None) -> tuple[str, ...]:
    """What last time left open and what the planned follow-up is to take up; nothing is said twice."""
    left, noted = (record.open_questions.strip() if record else "" for record in (last, planned))
    return tuple(text for text in ("" if left in noted else left, noted) if text)


def for_paper(sheet: VisitSheet) -> VisitSheet:
    """The sheet as it may be printed: no name of a protected person, and of a protected child no place."""
    people = tuple(replace(person, name="") if person.protected else person for person in sheet.people)
    if not sheet.is_protected:
        return replace(sheet, people=people)
    return replace(
        sheet,
        people=people,
        measures=tuple(replace(measure, place="") for measure in sheet.measures),
        last=replace(sheet.last, place="") if sheet.last else None,
        planned=replace(sheet.planned, planned_place="") if sheet.planned else None,
    )
