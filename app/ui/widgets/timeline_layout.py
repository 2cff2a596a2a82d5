"""Where everything of a timeline stands, so that no two labels overlap; plain geometry, drawn by timeline.py."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF

from app.core.case_timeline import Outlook, Timeline, TimelineBar, TimelineMark
from app.core.ladder import LadderMove, LadderSpan, MoveKind
from app.ui.widgets.timeline_axis import scales
from app.words import Words

BAR = 8.0
LANE = 27.0
ROW_PAD = 7.0
AXIS = 28.0
GAP = 10.0
_MOST_LANES = 4
_LEAST_LABEL = 32.0
_LEAST_BAR = 6.0

Measured = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Label:
    """Words and the place they have; `text` is cut where the place is narrower."""

    text: str
    place: QRectF


@dataclass(frozen=True, slots=True)
class Row:
    """The line of one step."""

    step: int
    label: Label
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class PlacedBar:
    """A measure's bar, its name above it, and the dashed line of what is agreed to follow, with its words."""

    bar: TimelineBar
    place: QRectF
    label: Label | None
    dashes: tuple[QPointF, QPointF] | None = None
    then: Label | None = None


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A follow-up's dot."""

    mark: TimelineMark
    at: QPointF
    radius: float


@dataclass(frozen=True, slots=True)
class PlacedMove:
    """The line between two steps."""

    move: LadderMove
    start: QPointF
    end: QPointF


@dataclass(frozen=True, slots=True)
class Drawing:
    """All of it, `height` px high."""

    height: float
    left: float
    right: float
    today_x: float
    rows: tuple[Row, ...] = ()
    bars: tuple[PlacedBar, ...] = ()
    beside: tuple[tuple[LadderSpan, QRectF], ...] = ()
    moves: tuple[PlacedMove, ...] = ()
    marks: tuple[PlacedMark, ...] = ()
    ticks: tuple[tuple[float, Label | None], ...] = ()
    today_label: Label = field(default_factory=lambda: Label("", QRectF()))


def lay_out(timeline: Timeline, width: float, measured: Measured, line: float, words: Words) -> Drawing:
    """Place a timeline in `width` px; `measured` tells how wide a text is, `line` how high a line of it."""
    return _Layout(timeline, width, measured, line, words).drawing()


class _Layout:
    """Lays out one timeline: steps from the top, then bars in lanes, then what hangs on the bars."""

    def __init__(self, timeline: Timeline, width: float, measured: Measured, line: float, words: Words) -> None:
        self._timeline, self._line, self._words = timeline, line, words
        self._measured = cache(measured)
        names = [self._step_name(number) for number in range(len(timeline.steps))]
        self._left = max(map(measured, names), default=0) + 16
        self._right = max(width - 8, self._left + 80)
        self._days = max(1, (timeline.end - timeline.start).days)

    def drawing(self) -> Drawing:
        rows, bars, beside = self._rows()
        by_measure = {placed.bar.measure.id: placed for placed in bars}
        bottom = rows[-1].top + rows[-1].height if rows else 0.0
        today = self._x(self._timeline.today)
        today_label = self._today_label(today, bottom)
        return Drawing(
            height=bottom + AXIS,
            left=self._left,
            right=self._right,
            today_x=today,
            rows=tuple(rows),
            bars=tuple(bars),
            beside=tuple(beside),
            moves=tuple(self._moves(by_measure)),
            marks=tuple(self._marks(by_measure)),
            ticks=tuple(self._ticks(bottom, today_label)),
            today_label=today_label,
        )

    def _x(self, day: date) -> float:
        share = (day - self._timeline.start).days / self._days
        return self._left + 4 + share * (self._right - self._left - 4)

    def _step_name(self, number: int) -> str:
        step = self._timeline.steps[number]
        return f"{step.number}  {step.short_names.of(self._words.language)}"

    def _rows(self) -> tuple[list[Row], list[PlacedBar], list[tuple[LadderSpan, QRectF]]]:
        rows: list[Row] = []
        bars: list[PlacedBar] = []
        beside: list[tuple[LadderSpan, QRectF]] = []
        top = 0.0
        for number, step in enumerate(self._timeline.steps):
            on_step = [bar for bar in self._timeline.bars if bar.step.key == step.key]
            lanes = self._lanes(on_step)
            height = ROW_PAD + LANE * max(1, len(lanes))
            for lane, members in enumerate(lanes):
                bars += self._lane(members, top + ROW_PAD + LANE * lane)
            if step.beside:
                beside += [(span, self._flat(span, top + ROW_PAD)) for span in self._timeline.beside]
            centre = top + ROW_PAD + LANE - BAR / 2 - 2
            place = QRectF(0, centre - self._line / 2, self._left - 8, self._line)
            rows.append(Row(step.number, Label(self._step_name(number), place), top, height))
            top += height
        return rows, sorted(bars, key=lambda b: b.bar.measure.start), beside

    def _lanes(self, bars: Sequence[TimelineBar]) -> list[list[TimelineBar]]:
        """Bars side by side share a lane where bars and names leave each other room."""
        lanes: list[list[TimelineBar]] = []
        taken: list[float] = []
        covered: list[float] = []
        for bar in sorted(bars, key=lambda b: b.measure.start):
            span = self._span(bar, 0)
            whole = span.united(self._label_place(bar, span))
            free = [n for n, end in enumerate(taken) if whole.left() >= end + GAP]
            if not free and len(lanes) >= _MOST_LANES:
                free = [n for n, end in enumerate(covered) if span.left() >= end]
            number = free[0] if free else len(lanes)
            if number == len(lanes):
                lanes.append([])
                taken.append(0.0)
                covered.append(0.0)
            lanes[number].append(bar)
            taken[number], covered[number] = whole.right(), span.right()
        return lanes

    def _span(self, bar: TimelineBar, top: float) -> QRectF:
        start = self._x(bar.measure.start)
        end = self._x(bar.measure.end or max(self._timeline.today, bar.measure.start))
        return QRectF(start, top, max(_LEAST_BAR, end - start), BAR)

    def _label_place(self, bar: TimelineBar, span: QRectF) -> QRectF:
        width = self._measured(self._name(bar))
        left = max(self._left, min(span.left(), self._right - width))
        return QRectF(left, span.top() - self._line, min(width, self._right - left), self._line)

    def _name(self, bar: TimelineBar) -> str:
        return bar.type.short_names.of(self._words.language)

    def _lane(self, bars: Sequence[TimelineBar], top: float) -> list[PlacedBar]:
        placed = []
        spans = [self._span(bar, top + LANE - BAR - 2) for bar in bars]
        free_from = self._left
        following = [*(span.left() for span in spans[1:]), self._right + GAP]
        for bar, span, limit in zip(bars, spans, following, strict=True):
            label = self._label(bar, span, free_from, limit - GAP)
            free_from = label.place.right() + GAP if label else free_from
            outlook = next((o for o in self._timeline.outlooks if o.measure_id == bar.measure.id), None)
            then = self._then(span, outlook, free_from) if bar is bars[-1] else None
            placed.append(PlacedBar(bar, span, label, self._dashes(span, outlook), then))
        return placed

    def _then(self, span: QRectF, outlook: Outlook | None, free_from: float) -> Label | None:
        """The agreed next step in words, where there is room for some of them."""
        if outlook is None or not outlook.text:
            return None
        text = self._words.tr("then: {step}", step=outlook.text)
        width = self._measured(text)
        left = max(free_from, min(span.right() + 6, self._right - width))
        room = self._right - left
        if room < min(2 * _LEAST_LABEL, width):
            return None
        return Label(text, QRectF(left, span.top() - self._line, min(width, room), self._line))

    def _label(self, bar: TimelineBar, span: QRectF, free_from: float, limit: float) -> Label | None:
        wanted = self._label_place(bar, span)
        left = max(wanted.left(), free_from)
        width = min(wanted.width(), max(limit, span.right()) - left)
        if width < min(_LEAST_LABEL, wanted.width()):
            return None
        return Label(self._name(bar), QRectF(left, wanted.top(), width, wanted.height()))

    def _dashes(self, span: QRectF, outlook: Outlook | None) -> tuple[QPointF, QPointF] | None:
        if outlook is None:
            return None
        end = self._x(outlook.day) if outlook.day else self._right
        y = span.center().y()
        return (QPointF(span.right() + 2, y), QPointF(end, y)) if end > span.right() + 4 else None

    def _flat(self, span: LadderSpan, top: float) -> QRectF:
        start, end = self._x(span.start), self._x(span.end or self._timeline.today)
        return QRectF(start, top + LANE - BAR / 2 - 3, max(2.0, end - start), 2)

    def _moves(self, bars: dict[str, PlacedBar]) -> list[PlacedMove]:
        placed = []
        for move in self._timeline.moves:
            if move.kind not in (MoveKind.UP, MoveKind.DOWN):
                continue
            x = self._x(move.day)
            ends = [self._row_centre(step, measure, bars) for step, measure in self._sides(move)]
            placed.append(PlacedMove(move, QPointF(x, ends[0]), QPointF(x, ends[1])))
        return placed

    def _sides(self, move: LadderMove) -> tuple[tuple[int, str], tuple[int, str]]:
        """Both ends of a move: the step, and the measure there ("" where none began or ended that day)."""
        ended, began = move.ended, move.began
        return (move.from_step.number, ended.id if ended else ""), (move.to_step.number, began.id if began else "")

    def _row_centre(self, step: int, measure_id: str, bars: dict[str, PlacedBar]) -> float:
        own = bars.get(measure_id) or next((b for b in bars.values() if b.bar.step.number == step), None)
        return own.place.center().y() if own else 0.0

    def _marks(self, bars: dict[str, PlacedBar]) -> list[PlacedMark]:
        marks = [mark for mark in self._timeline.marks if mark.measure_id in bars]
        xs = sorted({self._x(mark.day) for mark in marks})
        closest = min((later - earlier for earlier, later in pairwise(xs)), default=20.0)
        radius = min(4.5, max(3.0, closest / 2))
        return [
            PlacedMark(mark, QPointF(self._x(mark.day), bars[mark.measure_id].place.center().y()), radius)
            for mark in marks
        ]

    def _today_label(self, x: float, bottom: float) -> Label:
        text = self._words.trp("case", "closed") if self._timeline.is_closed else self._words.tr("today")
        width = self._measured(text)
        left = max(self._left, min(x - width / 2, self._right - width))
        return Label(text, QRectF(left, bottom + 8, width, self._line))

    def _ticks(self, bottom: float, today: Label) -> list[tuple[float, Label | None]]:
        """Lines at equal steps of the calendar, as close as their labels allow; none labelled where "today" stands."""
        for scale in scales(self._timeline.start, self._timeline.today, self._words.language):
            if self._x(scale.first + scale.step) - self._x(scale.first) < _LEAST_LABEL:
                continue
            days = scale.days(self._timeline.start, self._timeline.end)
            labels = [self._tick_label(day, scale.text(day), bottom) for day in days]
            if all(one.place.right() + GAP <= other.place.left() for one, other in pairwise(labels)):
                break
        room = today.place.adjusted(-GAP / 2, 0, GAP / 2, 0)
        kept = [label for label in labels if label.place.right() <= self._right + 4]
        return [(label.place.center().x(), None if label.place.intersects(room) else label) for label in kept]

    def _tick_label(self, day: date, text: str, bottom: float) -> Label:
        width = self._measured(text)
        return Label(text, QRectF(self._x(day) - width / 2, bottom + 8, width, self._line))
