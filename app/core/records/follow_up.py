"""Follow-ups, what they led to, and the team leader's dispensations."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from app.core.ids import new_id
from app.core.interval import Interval


class ContactForm(StrEnum):
    """How a follow-up, a visit or a talk took place."""

    HOME_VISIT = "home_visit"
    AT_PLACE = "at_place"
    OFFICE = "office"
    SCHOOL = "school"
    VIDEO = "video"
    PHONE = "phone"
    OTHER = "other"


class Presence(StrEnum):
    """How the child was met: alone, with others, or (small children) by observation."""

    ALONE = "alone"
    WITH_OTHERS = "with_others"
    OBSERVATION = "observation"


class Outcome(StrEnum):
    """What a follow-up led to."""

    CONTINUE = "continue"
    ADJUST_PLAN = "adjust_plan"
    CHANGE_MEASURE = "change_measure"
    NEW_ASSESSMENT = "new_assessment"
    END = "end"


class Informant(StrEnum):
    """Who gave a goal its score."""

    CHILD = "child"
    PARENTS = "parents"
    SCHOOL = "school"
    WORKER = "worker"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalScore:
    """A score of 0–10 for one goal by one informant, at a follow-up."""

    id: str = field(default_factory=new_id)
    goal_id: str
    informant: Informant = Informant.WORKER
    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpMark:
    """A follow-up as the status of its case needs it: all of a `FollowUp` but its long texts and its scores.

    A status is derived from hundreds of them, and texts and scores are nine tenths of what there is to read.
    """

    id: str = field(default_factory=new_id)
    case_id: str
    measure_ids: tuple[str, ...] = ()
    planned_on: date | None = None
    planned_at: time | None = None
    planned_place: str = ""
    planned_with: str = ""
    attempted_on: date | None = None
    held_on: date | None = None
    is_law: bool = True
    rhythm: Interval | None = None
    conversation_on: date | None = None
    no_conversation_reason: str = ""
    excused_on: date | None = None
    voided_on: date | None = None

    @property
    def is_held(self) -> bool:
        """Whether it counts as held: a date, and not struck out."""
        return self.held_on is not None and self.voided_on is None

    @property
    def is_complete(self) -> bool:
        """Held with a conversation with the child or a reason for none; otherwise it waits to be completed."""
        return self.is_held and (self.conversation_on is not None or bool(self.no_conversation_reason.strip()))


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(FollowUpMark):
    """A follow-up of one case, covering the measures in `measure_ids`.

    Planned (`planned_on`), attempted, held and "child spoken with" are different things. The child was spoken with when
    `conversation_on` is set; else `no_conversation_reason` says why not. `is_law` marks it as the law's follow-up
    too; `rhythm` is what was decided from now on (barnets lov § 95), with `rhythm_reason`. `registered_on` is the day
    it was first typed as held. `excused_on` marks a planned one that could not be held, with `excused_reason`; the due
    date does not move. The provider's status note is asked for before the day (`note_asked_on`, `note_about`) and came
    on `note_received_on`. `may_share_words` says that what the child said may stand in minutes that are handed out.
    `open_questions` are what is to be taken up at this follow-up while it waits, and at the next
    one once it was held.
    """

    note_asked_on: date | None = None
    note_about: str = ""
    note_received_on: date | None = None
    registered_on: date | None = None
    rhythm_reason: str = ""
    form: ContactForm | None = None
    place: str = ""
    participants: str = ""
    presence: Presence | None = None
    conversation_with: str = ""
    child_said: str = ""
    may_share_words: bool = False
    custody_contact: str = ""
    assessment: str = ""
    outcome: Outcome | None = None
    open_questions: str = ""
    scores: tuple[GoalScore, ...] = ()
    excused_reason: str = ""
    transferred_on: date | None = None
    void_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A promise or a task: what, by whom, until when; settled as kept or not kept.

    Born at a follow-up or a network meeting, or, with neither, a task by itself. Moved to another day, `first_due`
    keeps the day it was promised for first, and `move_reason` says why. `remark` is what was said when it was settled.
    """

    id: str = field(default_factory=new_id)
    case_id: str
    follow_up_id: str | None = None
    meeting_id: str | None = None
    what: str
    responsible: str = ""
    due: date | None = None
    first_due: date | None = None
    move_reason: str = ""
    settled_on: date | None = None
    kept: bool | None = None
    remark: str = ""
    voided_on: date | None = None
    void_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitPart:
    """What a visit brought for one child: the follow-up, what was agreed at it, and the next one where it was planned.

    `agreements` None leaves alone what was agreed before.
    """

    follow_up: FollowUp
    agreements: tuple[Agreement, ...] | None = None
    planned_next: FollowUp | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispensation:
    """The team leader's leave from the programme goal of one measure, never from the law's deadline.

    Valid over [granted_on, valid_until]; either a longer `interval` or, with None, a pause. `voided_on` strikes out one
    that was entered by mistake.
    """

    id: str = field(default_factory=new_id)
    measure_id: str
    granted_by: str
    granted_on: date
    valid_until: date
    reason: str
    interval: Interval | None = None
    voided_on: date | None = None
    void_reason: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether it is in force that day: granted, not over, and not struck out."""
        return self.voided_on is None and self.granted_on <= day <= self.valid_until
