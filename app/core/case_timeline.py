"""A case through time: measures, moves, and what became of the follow-ups. The drawing and its list show this."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.core.catalogue import Catalogue, LadderStep, MeasureType
from app.core.ladder import LadderMove, LadderSpan
from app.core.records.measure import Measure
from app.core.schedule_history import SlotState, case_history
from app.core.status import CaseStatus

_SHORTEST = timedelta(weeks=8)
_AHEAD = 0.06


class MarkKind(StrEnum):
    """What happened to a follow-up."""

    HELD = "held"
    MISSED = "missed"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineBar:
    """A measure on its step."""

    measure: Measure
    type: MeasureType
    step: LadderStep

    def runs_on(self, day: date) -> bool:
        """Whether the bar covers the day; its last day belongs to it, as a follow-up may close a measure."""
        return self.measure.start <= day and (self.measure.end is None or day <= self.measure.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineMark:
    """A follow-up held on `day`, or a due date that was missed; `follow_up_id` is "" for the latter."""

    day: date
    kind: MarkKind
    measure_id: str
    follow_up_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """The agreed next step of a running measure: where to, and when where that is agreed."""

    measure_id: str
    text: str
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Everything between `start` and `end`; steps from the most intrusive down, the rest in the order of time.

    `today` is the day of the status: of a closed case the day it closed.
    """

    start: date
    today: date
    end: date
    is_closed: bool
    steps: tuple[LadderStep, ...]
    bars: tuple[TimelineBar, ...]
    beside: tuple[LadderSpan, ...]
    moves: tuple[LadderMove, ...]
    marks: tuple[TimelineMark, ...]
    outlooks: tuple[Outlook, ...]


def timeline(status: CaseStatus, catalogue: Catalogue) -> Timeline:
    """The way of a case until the day of its status, and the next step where one is agreed."""
    today, file = status.today, status.file
    bars = tuple(_bar(m, catalogue) for m in file.measures if m.voided_on is None)
    outlooks = tuple(
        Outlook(measure_id=m.id, text=m.next_step.strip(), day=m.expected_end)
        for m in file.measures
        if m.runs_on(today) and (m.next_step.strip() or m.expected_end)
    )
    start = min([status.way.spans[0].start, *(bar.measure.start for bar in bars)])
    last = max([today, *(o.day for o in outlooks if o.day), *(b.measure.start for b in bars), *_ends(bars)])
    length = max(last - start, _SHORTEST)
    return Timeline(
        start=start,
        today=today,
        end=start + length + timedelta(days=max(7, round(length.days * _AHEAD))),
        is_closed=not file.case.is_open(today),
        steps=tuple(reversed(catalogue.steps(today))),
        bars=bars,
        beside=tuple(span for span in status.way.spans if span.step.beside and not span.measures),
        moves=status.way.moves,
        marks=tuple(sorted({*_held(status, bars), *_missed(status, catalogue)}, key=lambda m: (m.day, m.measure_id))),
        outlooks=outlooks,
    )


def _bar(measure: Measure, catalogue: Catalogue) -> TimelineBar:
    type_ = catalogue.measure_type(measure.type_key, measure.start)
    return TimelineBar(measure=measure, type=type_, step=catalogue.step(type_.step_key, measure.start))


def _ends(bars: tuple[TimelineBar, ...]) -> Iterator[date]:
    return (bar.measure.end for bar in bars if bar.measure.end is not None)


def _held(status: CaseStatus, bars: tuple[TimelineBar, ...]) -> Iterator[TimelineMark]:
    """One mark a follow-up, on the most intrusive of the measures it covered."""
    for follow_up in status.file.follow_ups:
        if not follow_up.is_held or follow_up.held_on is None:
            continue
        day = follow_up.held_on
        covered = [bar for bar in bars if bar.measure.id in follow_up.measure_ids]
        running = [bar for bar in covered if bar.runs_on(day)] or covered
        if running:
            top = max(running, key=lambda bar: bar.step.number)
            yield TimelineMark(day=day, kind=MarkKind.HELD, measure_id=top.measure.id, follow_up_id=follow_up.id)


def _missed(status: CaseStatus, catalogue: Catalogue) -> Iterator[TimelineMark]:
    for slot in case_history(status.file, catalogue, status.today):
        if slot.state is SlotState.MISSED:
            yield TimelineMark(day=slot.day, kind=MarkKind.MISSED, measure_id=slot.measure_id)
