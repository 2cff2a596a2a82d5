"""Whom to visit: a line a child with what is due there, a tick and a time of day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from app.core.errors import Problem
from app.core.visit_day import PlannedStop
from app.ui.widgets.field import Field
from app.ui.widgets.short_fields import TimeField
from app.ui.widgets.tab_order import put_in_tab_order
from app.ui.widgets.text import Text, breakable
from app.words import Words

_DOWN = 8  # px: the words on one line with the box and the hour beside them


@dataclass(frozen=True, slots=True, kw_only=True)
class StopRow:
    """A child that may be visited: what is due there, one line each, the hour that is planned already, and whether it
    is ticked at first."""

    case_id: str
    name: str
    due: str
    at: time | None = None
    ticked: bool = True


class StopList(Field[tuple[PlannedStop, ...]]):
    """The value holds those who are ticked, by the hour; those without one come last."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._boxes: dict[str, QCheckBox] = {}
        self._hours: dict[str, TimeField] = {}
        self._preset: dict[str, bool] = {}
        self._turned: set[str] = set()
        self._typed: dict[str, str] = {}
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._hold(self._holder)

    def set_rows(self, rows: Sequence[StopRow]) -> None:
        """Offer these children; who was turned by the user stays so, and an hour that was typed stays."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._boxes, self._hours = {}, {}
        self._preset = {row.case_id: row.ticked for row in rows}
        for number, row in enumerate(rows):
            self._add(row, number)
        if self._boxes:
            self._control.setFocusProxy(next(iter(self._boxes.values())))
            put_in_tab_order(self, [self._holder])
        if not rows:
            self._grid.addWidget(Text(self._words.tr("Nothing is due there within three weeks"), "quiet"), 0, 0, 1, 3)

    def value(self) -> tuple[PlannedStop, ...]:
        """Those who are ticked."""
        chosen = [PlannedStop(case_id=k, at=self._hours[k].value()) for k in self._boxes if self._is_ticked(k)]
        return tuple(sorted(chosen, key=lambda stop: stop.at or time.max))

    def set_value(self, value: tuple[PlannedStop, ...]) -> None:
        """Tick these of those offered, with these hours."""
        hours = {stop.case_id: stop.at for stop in value}
        self._turned = {key for key, preset in self._preset.items() if (key in hours) != preset}
        for key, box in self._boxes.items():
            box.setChecked(key in hours)
            self._hours[key].set_value(hours.get(key))

    def state(self) -> object:
        """Who is not as at first, and the hours that were typed."""
        return {"turned": sorted(self._turned), "typed": dict(self._typed)}

    def restore(self, state: object) -> None:
        """Tick, untick and fill in what was so earlier."""
        if not isinstance(state, dict):
            return
        turned, typed = state.get("turned"), state.get("typed")
        self._turned = {key for key in turned if isinstance(key, str)} if isinstance(turned, list) else set()
        self._typed = {k: v for k, v in typed.items() if isinstance(v, str)} if isinstance(typed, dict) else {}
        for key, box in self._boxes.items():
            box.setChecked(self._is_ticked(key))
            if key in self._typed:
                self._hours[key].restore(self._typed[key])

    def unread(self) -> Problem | None:
        """The problem of the first hour that cannot be read."""
        found = (self._hours[key].unread() for key in self._boxes if self._is_ticked(key))
        return next((problem for problem in found if problem is not None), None)

    def is_long(self) -> bool:
        """A line needs the whole width."""
        return True

    def _add(self, row: StopRow, number: int) -> None:
        box = QCheckBox(row.name.replace("&", "&&"))
        box.setObjectName(row.case_id)
        box.setChecked(self._is_ticked(row.case_id))
        box.setAccessibleDescription(row.due)
        box.clicked.connect(self._on_ticked)
        hour = TimeField(placeholder=self._words.tr("Time"))
        hour.describe(self._words.tr("Time of day for {name}", name=row.name), "")
        hour.set_value(row.at)
        if row.case_id in self._typed:
            hour.restore(self._typed[row.case_id])
        hour.edited.connect(partial(self._on_hour, row.case_id))
        self._boxes[row.case_id], self._hours[row.case_id] = box, hour
        self._grid.addWidget(box, number, 0, Qt.AlignmentFlag.AlignTop)
        due = Text(breakable(row.due), "quiet", wrap=True)
        due.setContentsMargins(0, _DOWN, 0, 0)
        self._grid.addWidget(due, number, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(hour, number, 2, Qt.AlignmentFlag.AlignTop)

    def _is_ticked(self, case_id: str) -> bool:
        return self._preset[case_id] != (case_id in self._turned)

    def _on_ticked(self) -> None:
        self._turned = {key for key, box in self._boxes.items() if box.isChecked() != self._preset[key]}
        self.edited.emit()

    def _on_hour(self, case_id: str) -> None:
        self._typed[case_id] = self._hours[case_id].edit.text()
        self.edited.emit()
