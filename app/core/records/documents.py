"""What a print says, complete and frozen: a service gathers it once, a report draws it, an issued version keeps it.

A document carries everything its page shows, already resolved to names; language-dependent words stay as codes or
as `Names`, so that the language is chosen when printing. It holds no CPR number, address or telephone number.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.core.interval import Interval
from app.core.names import Names
from app.core.records.follow_up import Informant
from app.core.records.network import Invitation, RelationQuality, Ring, Support
from app.core.records.plan import GoalStatus, PlanKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """Head of each page: municipality, department, caseworker and the day it was printed or issued."""

    municipality: str
    department: str
    caseworker: str
    on: date
    is_demo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StepMark:
    """One step of a small staircase: its number, short name, and whether the child stands on it."""

    number: int
    name: Names
    here: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentScore:
    """The latest score of a goal by one informant."""

    informant: Informant
    value: int
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSubGoal:
    """A row of a goal's table: what, who, when, how far. `id` is "" in versions frozen before it was kept."""

    id: str = ""
    what: str
    responsible: str
    deadline: date | None
    rhythm: str
    status: GoalStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentGoal:
    """A goal card. `id` is the goal's through all versions, "" in versions frozen before it was kept."""

    id: str = ""
    theme: Names | None
    own_words: str
    goal: str
    baseline: int | None
    target: int | None
    success_sign: str
    status: GoalStatus
    scores: tuple[DocumentScore, ...]
    sub_goals: tuple[DocumentSubGoal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentMeasure:
    """A running measure as a plan names it."""

    name: Names
    step: int
    provider: str
    start: date
    paragraph: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDocument:
    """The action plan on paper. `number` is None on a draft, printed with a "draft" mark.

    `child_age` is the age in years on the day of the plan, None where it was not kept or is not known. `next_step` is
    the agreed next step in words; `next_number` its number on the ladder where one is agreed. `next_is_agreed`
    tells a follow-up that is planned from the day by which one is due. `custody` names who holds custody and is to
    sign; it is empty where nobody is known, and in versions frozen before it was kept.
    """

    head: Letterhead
    kind: PlanKind
    child_first_name: str
    child_name: str
    child_age: int | None = None
    number: int | None
    given_to: str
    legal_basis: str
    purpose: str
    measure_reason: str
    expected_duration: str
    measures: tuple[DocumentMeasure, ...]
    steps: tuple[StepMark, ...]
    next_step: str
    next_number: int | None = None
    goals: tuple[DocumentGoal, ...]
    family_support: str
    child_comment: str
    parents_comment: str
    disagreement: str
    participants: str
    next_follow_up: date | None
    next_is_agreed: bool = True
    custody: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSector:
    """A sector of the map, in its fixed order clockwise from the top."""

    key: str
    name: Names


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentMapPerson:
    """A person on the map. A protected person has `name` "" and prints as the role only. `role_names` are those of the
    catalogue where the role is called by one of them.

    `invited` is the answer to the coming network meeting; `was_asked` that they were asked to that or an earlier one.
    """

    id: str
    name: str
    role: str
    sector_key: str
    ring: Ring
    angle: float | None
    is_professional: bool
    deceased: bool
    can_help: str
    invited: Invitation
    protected: bool
    was_asked: bool = False
    role_names: Names | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRelation:
    """A line of the map; `from_id` None is the child."""

    from_id: str | None
    to_id: str
    quality: RelationQuality
    support: Support


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkDocument:
    """The network map on paper: the drawing and its table. `number` is None for a draft."""

    head: Letterhead
    child_first_name: str
    child_age: int | None
    number: int | None
    drawn_on: date | None
    drawn_by: str
    viewpoint: str
    sectors: tuple[DocumentSector, ...]
    people: tuple[DocumentMapPerson, ...]
    relations: tuple[DocumentRelation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryStep:
    """A step of the staircase above the summary, 0 beside it, with the number of children on it."""

    number: int
    name: Names
    children: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRemark:
    """What the team leader said of a child and nobody has settled yet; `due` where it is to be done by a day."""

    said_on: date
    what: str
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRow:
    """One child of the caseload summary.

    `name` is first name and initial. `measure` is None under clarification; `more_measures` counts further running
    ones. `moved_down` says which way the last move went. `days_over` is 0 where the next follow-up is not overdue.
    `rhythm_missing`: barnets lov § 95 rules, but no rhythm was decided. `plan_version` 0 is a draft that was never
    issued. `remarks` are the warnings of the case in both languages, `said` is what the team leader said and is still
    open. The row's number on paper is its place in the document; `case_id` is not printed.
    """

    case_id: str = ""
    name: str
    age: int | None
    term: date | None = None
    step: int
    step_name: Names
    measure: Names | None
    more_measures: int = 0
    since: date
    moved_on: date | None = None
    moved_down: bool = False
    next_follow_up: date | None = None
    days_over: int = 0
    law_due: date | None = None
    rhythm_missing: bool = False
    spoken_on: date | None = None
    plan_version: int | None = None
    has_map: bool = False
    breakdowns: int = 0
    remarks: tuple[Names, ...] = ()
    said: tuple[OpenRemark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryDocument:
    """The caseload summary for the team leader: figures of the day, then a row for each child.

    `limit` is the most open cases a caseworker may hold; `awaiting` counts exceptions that the team leader has not
    answered yet. Moves and follow-ups are those since `half_year_start`; each share has both its numbers.
    `spoken_within` is the rule by which `spoken_with` counts.
    """

    head: Letterhead
    limit: int
    awaiting: int = 0
    steps: tuple[SummaryStep, ...]
    half_year_start: date
    moves_down: int
    moves_up: int
    overdue: int
    held_on_time: int
    held_of: int
    spoken_with: int
    spoken_of: int
    spoken_within: Interval
    rows: tuple[SummaryRow, ...]
