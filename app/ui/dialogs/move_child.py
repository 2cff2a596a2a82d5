"""Move a child on the ladder: what runs ends, and a new measure starts, in one change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.core.checks.measure import check_ending, check_measure
from app.core.errors import Problem, Severity
from app.core.records.measure import EndReason, Measure
from app.services.measures import move
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.ending_rows import EndingRows
from app.ui.dialogs.measure_rows import MeasureRows, measure_name, others, renamed
from app.ui.widgets.choice_fields import CheckField


class MoveChild(DraftDialog):
    """The form for a move. `step_key` is the step the child was dragged to; its measures are offered first.

    Every measure of `there` that runs is ticked to end, and can be unticked to go on beside the new one.
    """

    def __init__(
        self,
        context: Context,
        case_id: str,
        child: str,
        there: tuple[Measure, ...],
        step_key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        words, today = context.words, context.today()
        super().__init__(
            context,
            form="move-child",
            target=case_id,
            title=words.tr("Move to another step"),
            subtitle=words.tr("{child}: a move is a new measure with a date and a reason.", child=child),
            columns=2,
            save_text=words.tr("Move"),
            parent=parent,
        )
        self._there = there
        self._new = Measure(case_id=case_id, type_key="", start=today)
        self._running = tuple(measure for measure in there if measure.runs_on(today))
        self._rows = MeasureRows(context, self.form, step_key=step_key)
        self._rows.add_start(words.tr("Date of the move"))
        self._rows.add_reason()
        self._rows.add_where()
        self._ticks, self._ending = self._added_endings()
        self._rows.add_way_out()
        self._rows.show(self._new)
        self._rows.choose_on(step_key)
        self.offer_draft()
        self._rows.offer()

    def check(self, later: bool) -> Sequence[Problem]:
        """The rules of the new measure and of those that end with it, which share the date of the move."""
        missing = self._rows.missing()
        if self._rows.start.value() is None:
            return missing
        ending, catalogue, today = self._ended(), self.context.catalogue, self.context.today()
        found: list[Problem] = [*missing]
        if not self._rows.has_reason():
            found.append(Problem("reason", "reason-empty", Severity.WARNING))
        for record in ending:
            rest = others(self._there, *ending)
            found += renamed((*check_ending(record), *check_measure(record, rest, catalogue, today)), end="start")
        beside = (*others(self._there, *ending), *ending)
        found += check_measure(self._rows.measure(self._new), beside, catalogue, today)
        return tuple({(p.field, p.code): p for p in found}.values())

    def commit(self, later: bool) -> None:
        """End and start in one change."""
        context = self.context
        context.write(move, self._ended(), self._rows.measure(self._new), context.catalogue, context.today())

    def _added_endings(self) -> tuple[dict[str, CheckField], EndingRows | None]:
        """A tick for each measure that runs, and why they end."""
        if not self._running:
            return {}, None
        words, catalogue = self.context.words, self.context.catalogue
        self.form.add_heading(words.tr("What ends by the move"))
        ticks = {}
        for measure in self._running:
            tick = CheckField(words.tr("{measure} ends", measure=measure_name(self.context, measure)))
            tick.set_value(True)
            self.form.add(f"ends {measure.id}", "", tick)
            ticks[measure.id] = tick
        is_placement = any(catalogue.measure_type(m.type_key, m.start).is_placement for m in self._running)
        ending = EndingRows(self.context, self.form, is_placement=is_placement)
        ending.add_why(required=True)
        ending.show(end=None, reason=EndReason.MOVED)
        return ticks, ending

    def _ended(self) -> tuple[Measure, ...]:
        """The measures that are ticked, ended on the date of the move; only a placement can break down."""
        if self._ending is None:
            return ()
        ended = []
        for measure in self._running:
            if not self._ticks[measure.id].value():
                continue
            record = self._ending.ended(measure, self._rows.start.value())
            type_ = self.context.catalogue.measure_type(measure.type_key, measure.start)
            if record.breakdown is not None and not type_.is_placement:
                record = replace(record, breakdown=None, end_reason=EndReason.MOVED)
            ended.append(record)
        return tuple(ended)
