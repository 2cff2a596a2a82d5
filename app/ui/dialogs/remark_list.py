"""What the team leader wrote on a summary: a line a child, in the order of the paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app import labels
from app.core.errors import Problem
from app.ui.widgets.date_field import DateField
from app.ui.widgets.field import Field
from app.ui.widgets.tab_order import put_in_tab_order
from app.ui.widgets.text import Text, breakable
from app.ui.widgets.text_fields import LineField
from app.words import Words

_DOWN = 8  # px: the words on one line with the box beside them
_WIDE = 820  # px: a remark is read as a line while it is typed
_LONGEST = 2_000
_STEPS = {Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkRow:
    """A child of the summary: its case, its number on the paper, and its name."""

    case_id: str
    number: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedRemark:
    """What was typed for one child."""

    case_id: str
    text: str
    due: date | None


class RemarkList(Field[tuple[TypedRemark, ...]]):
    """The value holds the lines in which something stands. Enter and Down go to the next child's line, Up back.

    What was typed for a child stays with it, whichever summary is chosen.
    """

    def __init__(self, words: Words, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._today = words, today
        self._texts: dict[str, LineField] = {}
        self._days: dict[str, DateField] = {}
        self._typed: dict[str, dict[str, str]] = {}
        self._told: list[Text] = []
        self._holder = QWidget()
        self._holder.setMinimumWidth(_WIDE)
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 3)
        self._grid.setColumnStretch(3, 1)
        self._hold(self._holder)

    def set_rows(self, rows: Sequence[RemarkRow]) -> None:
        """Offer these children, in this order."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._texts, self._days, self._told = {}, {}, []
        for column, title in ((2, self._words.tr("Remark")), (3, self._words.tr("To be done by"))):
            self._grid.addWidget(Text(title, "label"), 0, column)
        for place, row in enumerate(rows, 1):
            self._add(row, place)
        if self._texts:
            self._control.setFocusProxy(next(iter(self._texts.values())).edit)
            put_in_tab_order(self, [self._holder])

    def value(self) -> tuple[TypedRemark, ...]:
        """The lines in which something stands, in the order of the paper."""
        return tuple(
            TypedRemark(case_id=case_id, text=field.value(), due=self._days[case_id].value())
            for case_id, field in self._texts.items()
            if field.value() or self._days[case_id].value()
        )

    def set_value(self, value: tuple[TypedRemark, ...]) -> None:
        """Show these for the children that are offered."""
        there = {one.case_id: one for one in value}
        for case_id, field in self._texts.items():
            one = there.get(case_id)
            field.set_value(one.text if one else "")
            self._days[case_id].set_value(one.due if one else None)
            self._keep(case_id)

    def state(self) -> object:
        """What was typed, by case."""
        return {case_id: dict(typed) for case_id, typed in self._typed.items() if any(typed.values())}

    def restore(self, state: object) -> None:
        """Show what was typed earlier."""
        if not isinstance(state, dict):
            return
        self._typed = {case_id: typed for case_id, typed in state.items() if isinstance(typed, dict)}
        for case_id in self._texts:
            self._show(case_id)

    def unread(self) -> Problem | None:
        """The problem of the first day that cannot be read."""
        found = (day.unread() for day in self._days.values())
        return next((problem for problem in found if problem is not None), None)

    def set_tone(self, tone: str) -> None:
        """Mark what is wrong in the line where it is wrong, and say it there: the list is longer than the screen."""
        for remark in self._told:
            self._grid.removeWidget(remark)
            remark.hide()
            remark.deleteLater()
        self._told = []
        for place, case_id in enumerate(self._texts, 1):
            problem = self._problem(case_id) if tone == "error" else None
            self._texts[case_id].set_tone(tone if problem and self._days[case_id].unread() is None else "")
            self._days[case_id].set_tone(tone if problem and self._days[case_id].unread() is not None else "")
            if problem is not None:
                remark = Text(labels.problem(self._words, problem), "error", wrap=True)
                self._grid.addWidget(remark, 2 * place + 1, 2, 1, 2)
                self._told.append(remark)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Go to the first line in which something is wrong, else to the first."""
        for case_id, text in self._texts.items():
            if self._problem(case_id) is not None:
                (text if self._days[case_id].unread() is None else self._days[case_id]).setFocus(reason)
                return
        super().setFocus(reason)

    def is_long(self) -> bool:
        """A line needs the whole width."""
        return True

    def lines(self) -> tuple[LineField, ...]:
        """The lines to type into, in the order of the paper."""
        return tuple(self._texts.values())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from child to child with the keys that go from row to row."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            ):
                self._step_from(watched, step)
                return True
        return super().eventFilter(watched, event)

    def _problem(self, case_id: str) -> Problem | None:
        """What is wrong in a line: a day that cannot be read, or one without a remark."""
        day = self._days[case_id]
        alone = day.value() is not None and not self._texts[case_id].value()
        return day.unread() or (Problem("", "day-without-remark") if alone else None)

    def _step_from(self, watched: QObject, step: int) -> None:
        edits = [field.edit for field in self._texts.values()]
        place = next(number for number, edit in enumerate(edits) if edit is watched)
        edits[max(0, min(len(edits) - 1, place + step))].setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self, row: RemarkRow, place: int) -> None:
        number = Text(str(row.number), "quiet")
        name = Text(breakable(row.name), "strong", wrap=True)
        name.setMinimumWidth(150)
        for label in (number, name):
            label.setContentsMargins(0, _DOWN, 0, 0)
        text, day = LineField(limit=_LONGEST), DateField(self._words, self._today)
        text.describe(self._words.tr("Remark on {number}, {name}", number=row.number, name=row.name), "")
        day.describe(self._words.tr("{name}: to be done by", name=row.name), "")
        text.edit.installEventFilter(self)
        self._texts[row.case_id], self._days[row.case_id] = text, day
        self._show(row.case_id)
        for field in (text, day):
            field.edited.connect(self._on_edited)
        day.left.connect(self.left)
        for column, widget in enumerate((number, name, text, day)):
            self._grid.addWidget(widget, 2 * place, column, Qt.AlignmentFlag.AlignTop)

    def _show(self, case_id: str) -> None:
        typed = self._typed.get(case_id, {})
        self._texts[case_id].restore(typed.get("text", ""))
        self._days[case_id].restore(typed.get("due", ""))

    def _keep(self, case_id: str) -> None:
        self._typed[case_id] = {
            "text": self._texts[case_id].edit.text(),
            "due": self._days[case_id].edit.text(),
        }

    def _on_edited(self) -> None:
        for case_id in self._texts:
            self._keep(case_id)
        self.edited.emit()
