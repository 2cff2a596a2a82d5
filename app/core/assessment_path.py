"""The way from a notification over screening and assessment to a decision, as one reads it from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from itertools import chain

from app.core.records.assessment import Assessment, Notification, ScreeningOutcome
from app.core.records.decision import Decision

Event = Notification | Assessment | Decision
_ENOUGH = (ScreeningOutcome.NO_NEED, ScreeningOutcome.EARLY_HELP)


class PathPart(IntEnum):
    """What a step of the way is, in the order of events of one day."""

    NOTIFICATION = 0
    SCREENING = 1
    ASSESSMENT = 2
    DECISION = 3


class PathState(StrEnum):
    """How a step stands; a preliminary assessment was written where the deadline of the assessment was not kept."""

    OPEN = "open"
    UNDER_WAY = "under_way"
    PRELIMINARY = "preliminary"
    DONE = "done"
    VOIDED = "voided"


@dataclass(frozen=True, slots=True, kw_only=True)
class PathStep:
    """A step: its part and state, the day it stands under, and the record that tells it."""

    part: PathPart
    state: PathState
    day: date
    record: Event

    @property
    def key(self) -> tuple[str, PathPart]:
        """What tells steps apart: one assessment is two of them, its screening and itself."""
        return self.record.id, self.part


def path(
    notifications: Iterable[Notification], assessments: Iterable[Assessment], decisions: Iterable[Decision]
) -> tuple[PathStep, ...]:
    """The steps of a case, earliest first. A notification stands under its day by the clocks of this machine."""
    steps = chain(
        (_notified(notification) for notification in notifications),
        chain.from_iterable(_assessed(assessment) for assessment in assessments),
        (_decided(decision) for decision in decisions),
    )
    return tuple(sorted(steps, key=lambda step: (step.day, step.part)))


def _notified(record: Notification) -> PathStep:
    state = PathState.DONE if record.assessed_at is not None else PathState.OPEN
    day = record.received_at.astimezone().date()
    return PathStep(part=PathPart.NOTIFICATION, state=_unless_voided(record, state), day=day, record=record)


def _assessed(record: Assessment) -> Iterator[PathStep]:
    """The screening (barnets lov § 18), and the assessment unless the screening found that none is needed."""
    screened_on = record.screened_on or record.aware_on
    screened = PathState.DONE if record.screening_outcome is not None else PathState.OPEN
    yield PathStep(part=PathPart.SCREENING, state=_unless_voided(record, screened), day=screened_on, record=record)
    if record.kind is not None or record.screening_outcome not in _ENOUGH:
        yield PathStep(
            part=PathPart.ASSESSMENT,
            state=_unless_voided(record, _assessment_state(record)),
            day=record.finished_on or screened_on,
            record=record,
        )


def _assessment_state(record: Assessment) -> PathState:
    if record.finished_on is not None:
        return PathState.DONE
    if record.preliminary_on is not None:
        return PathState.PRELIMINARY
    return PathState.UNDER_WAY if record.kind is not None else PathState.OPEN


def _decided(record: Decision) -> PathStep:
    return PathStep(
        part=PathPart.DECISION, state=_unless_voided(record, PathState.DONE), day=record.decided_on, record=record
    )


def _unless_voided(record: Event, state: PathState) -> PathState:
    return state if record.voided_on is None else PathState.VOIDED
