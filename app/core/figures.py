"""The figures of a caseload, one definition each: overview, list, summary and statistics use these and no others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from dateutil.relativedelta import relativedelta

from app.core.catalogue import Catalogue, LadderStep
from app.core.interval import Interval
from app.core.ladder import LadderMove, MoveKind
from app.core.schedule_history import Tally, case_history, tally
from app.core.status import CaseStatus, Urgency, by_urgency


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A part of a whole: always both numbers."""

    part: int
    whole: int

    @property
    def percent(self) -> int | None:
        """The share in whole percent; None of nothing."""
        return round(100 * self.part / self.whole) if self.whole else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures at the head of overview and summary; `half_year_start` begins the rolling half-year up to today."""

    steps: tuple[tuple[LadderStep, tuple[CaseStatus, ...]], ...]
    moves: tuple[LadderMove, ...]
    overdue: tuple[CaseStatus, ...]
    follow_ups: Tally
    spoken_with: Share
    half_year_start: date

    @property
    def down(self) -> int:
        """Moves to a less intrusive step in the half-year."""
        return sum(move.kind is MoveKind.DOWN for move in self.moves)

    @property
    def up(self) -> int:
        """Moves to a more intrusive step in the half-year."""
        return sum(move.kind is MoveKind.UP for move in self.moves)


def half_year_start(today: date) -> date:
    """The day the rolling half-year up to today begins after."""
    return today - relativedelta(months=6)


def figures(statuses: Iterable[CaseStatus], catalogue: Catalogue, today: date) -> Figures:
    """The figures of a caseload on a day: where its open cases stand, and what the half-year brought.

    Moves and follow-ups of a case that was closed meanwhile stay in, up to the closing; a voided case counts nowhere.
    """
    counted = [status for status in statuses if status.file.case.voided_on is None]
    now = [status for status in counted if status.file.case.is_open(today)]
    start = half_year_start(today)
    moves = chain.from_iterable(status.way.moves for status in counted)
    return Figures(
        steps=tuple((step, _on(now, step)) for step in catalogue.steps(today)),
        moves=tuple(m for m in moves if m.kind in (MoveKind.UP, MoveKind.DOWN) and start < m.day <= today),
        overdue=tuple(status for status in now if status.urgency is Urgency.OVER),
        follow_ups=_kept_time(counted, catalogue, start, today),
        spoken_with=_spoken_with(now, catalogue.rules(today).spoken_within, today),
        half_year_start=start,
    )


def _on(statuses: Iterable[CaseStatus], step: LadderStep) -> tuple[CaseStatus, ...]:
    return by_urgency(status for status in statuses if status.step.key == step.key)


def _kept_time(statuses: Iterable[CaseStatus], catalogue: Catalogue, start: date, today: date) -> Tally:
    first = start + timedelta(days=1)
    # A clock that ended before has no date in the half-year; ten years of them are not gone through.
    slots = (slot for s in statuses for slot in case_history(s.file, catalogue, s.today, since=first))
    return tally(slots, first, today + timedelta(days=1))


def _spoken_with(statuses: Iterable[CaseStatus], within: Interval, today: date) -> Share:
    """Children spoken with within that time, by the reckoning of what needs attention, of all born ones."""
    born = [status for status in statuses if not status.file.child.is_unborn]
    lately = [status for status in born if status.spoken_on and within.after(status.spoken_on) >= today]
    return Share(part=len(lately), whole=len(born))
