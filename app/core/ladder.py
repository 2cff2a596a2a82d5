"""A child's way on the intervention ladder, derived from its measures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from app.core.catalogue import Catalogue, LadderStep
from app.core.records.measure import Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderSpan:
    """A stretch [start, end) on one step; `end` is None while nothing else is known.

    `measures` are those that stand on the step in that time; none where the child is beside the ladder.
    """

    step: LadderStep
    start: date
    end: date | None = None
    measures: tuple[Measure, ...] = ()


class MoveKind(StrEnum):
    """Coming onto the ladder, moving to a more or a less intrusive step, or leaving it."""

    ENTRY = "entry"
    UP = "up"
    DOWN = "down"
    EXIT = "exit"


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderMove:
    """A change of step on its effective `day`.

    `began` is the measure that brought it about, `ended` the one that was left, where there is one.
    """

    day: date
    kind: MoveKind
    from_step: LadderStep
    to_step: LadderStep
    began: Measure | None = None
    ended: Measure | None = None

    @property
    def acute(self) -> bool:
        """Whether the move was acute; all others were planned."""
        return self.began is not None and self.began.acute

    @property
    def reason(self) -> str:
        """Why, in the caseworker's words: told with the new measure, else with the one that ended."""
        told = self.began.reason if self.began else ""
        return told or (self.ended.end_note if self.ended else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderWay:
    """Where a child stood and how it moved, up to a day; `spans` follow each other without a gap."""

    spans: tuple[LadderSpan, ...]
    moves: tuple[LadderMove, ...]

    @property
    def now(self) -> LadderSpan:
        """Where the child stands on that day."""
        return self.spans[-1]


def way(measures: Iterable[Measure], catalogue: Catalogue, today: date, *, opened: date | None = None) -> LadderWay:
    """The way on the ladder until today, from the day the case was opened or its first measure started.

    The position is the highest step among the measures running; without one the child is beside the ladder. A gap of
    up to 14 days between two measures is bridged by the step before it: a move, not an exit and an entry.
    Measures that start later bridge a gap too, but show no span yet. Voided ones are left out.
    """
    real = [m for m in measures if m.voided_on is None and (m.end is None or m.start < m.end)]
    pieces = _pieces(real, catalogue, min([opened or today, today, *(m.start for m in real)]))
    spans = _merged(_bridged(_merged(pieces), catalogue))
    known = [span for span in spans if span.start <= today]
    moves = [_move(earlier, later) for earlier, later in pairwise(known)]
    if not known[0].step.beside:
        moves.insert(0, _move(LadderSpan(step=catalogue.step_beside(known[0].start), start=known[0].start), known[0]))
    return LadderWay(spans=tuple(known), moves=tuple(moves))


def _pieces(measures: list[Measure], catalogue: Catalogue, start: date) -> list[LadderSpan]:
    """The highest step between each two days on which a measure starts or ends."""
    ends = {m.end for m in measures if m.end is not None}
    edges: list[date] = sorted({start} | {m.start for m in measures} | ends)
    pieces = []
    for edge, following in zip(edges, [*edges[1:], None], strict=True):
        running = [(catalogue.step_of(m.type_key, m.start), m) for m in measures if m.runs_on(edge)]
        top = max((step for step, _ in running), key=lambda step: step.number, default=catalogue.step_beside(edge))
        on_top = tuple(m for step, m in running if step.key == top.key)
        pieces.append(LadderSpan(step=top, start=edge, end=following, measures=on_top))
    return pieces


def _merged(spans: list[LadderSpan]) -> list[LadderSpan]:
    """Neighbours on the same step become one span."""
    merged: list[LadderSpan] = []
    for span in spans:
        if merged and merged[-1].step.key == span.step.key:
            both = (*merged[-1].measures, *(m for m in span.measures if m not in merged[-1].measures))
            merged[-1] = replace(merged[-1], end=span.end, measures=both)
        else:
            merged.append(span)
    return merged


def _bridged(spans: list[LadderSpan], catalogue: Catalogue) -> list[LadderSpan]:
    """Short stays beside the ladder between two measures go to the step before them."""
    kept: list[LadderSpan] = []
    for span in spans:
        between = bool(kept) and span.end is not None
        if span.step.beside and between and _is_short(span, catalogue):
            kept[-1] = replace(kept[-1], end=span.end)
        else:
            kept.append(span)
    return kept


def _is_short(span: LadderSpan, catalogue: Catalogue) -> bool:
    bridge = timedelta(days=catalogue.rules(span.start).bridge_days)
    return span.end is not None and span.end - span.start <= bridge


def _move(earlier: LadderSpan, later: LadderSpan) -> LadderMove:
    if earlier.step.beside:
        kind = MoveKind.ENTRY
    elif later.step.beside:
        kind = MoveKind.EXIT
    else:
        kind = MoveKind.UP if later.step.number > earlier.step.number else MoveKind.DOWN
    left = [m for m in earlier.measures if m.end is not None and m.end <= later.start]
    return LadderMove(
        day=later.start,
        kind=kind,
        from_step=earlier.step,
        to_step=later.step,
        began=next((m for m in later.measures if m.start == later.start), None),
        ended=max(left, key=lambda m: m.end or m.start, default=None),
    )
