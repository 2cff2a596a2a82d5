"""Clocks: which measures belong together when follow-ups are counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.core.catalogue import Catalogue, MeasureType
from app.core.records.measure import Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureClock:
    """One measure, or several that continue each other: same type, at most 14 days apart, for placements same place.

    A new paragraph or a new provider does not start a new clock. `type` is the measure type at the start.
    """

    measures: tuple[Measure, ...]
    type: MeasureType

    @property
    def start(self) -> date:
        """The day the first of them started."""
        return self.measures[0].start

    @property
    def end(self) -> date | None:
        """The first day it no longer runs, None while that is open."""
        return self.current.end

    @property
    def current(self) -> Measure:
        """The last of them."""
        return self.measures[-1]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of its measures."""
        return frozenset(measure.id for measure in self.measures)

    @property
    def last_held_before(self) -> date | None:
        """The last follow-up before the case was kept here, if one is known."""
        return max((m.last_held_before for m in self.measures if m.last_held_before), default=None)

    def has_ended(self, today: date) -> bool:
        """Whether it no longer runs today."""
        return self.end is not None and self.end <= today

    def runs_on(self, day: date) -> bool:
        """Whether one of its measures is active that day."""
        return any(measure.runs_on(day) for measure in self.measures)

    def measure_on(self, day: date) -> Measure:
        """The measure that ran on a day, or the one before where the day lies between two."""
        return next(m for m in reversed(self.measures) if m.start <= day)


def clocks(measures: Iterable[Measure], catalogue: Catalogue) -> tuple[MeasureClock, ...]:
    """The clocks of one case's measures by start; voided measures are left out."""
    chains: list[list[Measure]] = []
    for measure in sorted(measures, key=lambda m: (m.start, m.id)):
        if measure.voided_on is not None:
            continue
        chain = next((c for c in reversed(chains) if _continues(c[-1], measure, catalogue)), None)
        if chain is None:
            chains.append([measure])
        else:
            chain.append(measure)
    return tuple(
        MeasureClock(measures=tuple(chain), type=catalogue.measure_type(chain[0].type_key, chain[0].start))
        for chain in chains
    )


def _continues(earlier: Measure, later: Measure, catalogue: Catalogue) -> bool:
    """Whether `later` carries on what `earlier` was, so that no new first follow-up falls due."""
    if earlier.type_key != later.type_key or earlier.end is None:
        return False
    bridge = timedelta(days=catalogue.rules(earlier.end).bridge_days)
    if later.start > earlier.end + bridge or (later.end is not None and later.end <= earlier.end):
        return False
    is_placement = catalogue.measure_type(later.type_key, later.start).is_placement
    return not is_placement or _same_place(earlier.place, later.place)


def _same_place(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
