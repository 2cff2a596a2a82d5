"""Many things to tick, in groups: people by how close they are, each group ticked whole with one press."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.widgets.button import Button
from app.ui.widgets.choice_fields import Option
from app.ui.widgets.columns import Columns
from app.ui.widgets.field import Field
from app.ui.widgets.text import Text
from app.ui.widgets.tips import plain_tip
from app.words import Words

_COLUMNS = 2
_BOX = 34  # px of a check box before its words
_LEAST = 120


@dataclass(frozen=True, slots=True)
class CheckGroup:
    """Options under one heading."""

    title: str
    options: tuple[Option, ...]


class GroupedCheckList(Field[tuple[str, ...]]):
    """Check boxes in two columns under the headings of their groups; the value holds the keys that are ticked.

    Where `more` is given and the first group is not empty, the others are folded behind a button with these words.
    """

    def __init__(self, words: Words, groups: Sequence[CheckGroup], *, none: str = "", more: str = "") -> None:
        super().__init__()
        self._words = words
        self._groups = tuple(group for group in groups if group.options)
        self._boxes: dict[str, _Box] = {}
        self._all: dict[str, Button] = {}
        self._name, self._help_text = "", ""
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        folds = bool(more and groups and groups[0].options)
        self._more = Button(more, "link")
        self._folded: list[QWidget] = []
        for number, group in enumerate(self._groups):
            part = self._add(group)
            if folds and number:
                self._folded.append(part)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._more.clicked.connect(self._on_more)
        self._fold(bool(self._folded))
        if not self._groups:
            self._column.addWidget(Text(none, "quiet", wrap=True))
        self._hold(holder)
        if self._all:
            holder.setFocusProxy(next(iter(self._all.values())))
        self._show_all()

    def keys(self) -> tuple[str, ...]:
        """What is offered."""
        return tuple(self._boxes)

    def value(self) -> tuple[str, ...]:
        """The keys that are ticked, in the order they are offered."""
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    def set_value(self, value: Sequence[str]) -> None:
        """Tick these and no others."""
        for key, box in self._boxes.items():
            box.setChecked(key in value)
        if any(part.isAncestorOf(box) for part in self._folded for box in self._boxes.values() if box.isChecked()):
            self._fold(False)
        self._show_all()

    def state(self) -> object:
        """The keys that are ticked."""
        return list(self.value())

    def restore(self, state: object) -> None:
        """Tick what was ticked earlier and is still offered."""
        if isinstance(state, list):
            self.set_value([key for key in state if isinstance(key, str)])

    def is_long(self) -> bool:
        """Two columns want the full width."""
        return True

    def describe(self, name: str, help_text: str) -> None:
        """Each box says the name of the list, its group and its own words."""
        self._name, self._help_text = name, help_text
        super().describe(name, help_text)
        for group in self._groups:
            self._all[group.title].setAccessibleName(f"{name}, {group.title}: {self._all[group.title].text()}")
            for option in group.options:
                box = self._boxes[option.key]
                box.setAccessibleName(f"{name}, {group.title}: {option.text}")
                box.setAccessibleDescription(help_text)

    def _add(self, group: CheckGroup) -> QWidget:
        part = QWidget()
        whole = QVBoxLayout(part)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Text(group.title, "small"))
        every = self._all[group.title] = Button(self._words.tr("All"), "link")
        every.clicked.connect(partial(self._on_all, group))
        head.addWidget(every)
        head.addStretch(1)
        whole.addLayout(head)
        columns = Columns(_COLUMNS)
        columns.setProperty("look", "clear")
        columns.layout().setVerticalSpacing(0)  # type: ignore[union-attr]  # a grid, as every `Columns` has
        for option in group.options:
            box = self._boxes[option.key] = _Box(option.text)
            box.clicked.connect(self._on_clicked)
            columns.put(box, whole=False)
        whole.addWidget(columns)
        self._column.addWidget(part)
        return part

    def _fold(self, is_folded: bool) -> None:
        self._more.setVisible(is_folded)
        for part in self._folded:
            part.setVisible(not is_folded)

    def _on_more(self) -> None:
        """Show the other groups and put the cursor there."""
        self._fold(False)
        next(every for every in self._all.values() if self._folded[0].isAncestorOf(every)).setFocus(
            Qt.FocusReason.TabFocusReason
        )

    def _on_all(self, group: CheckGroup) -> None:
        """Tick the whole group, or none of it where all are ticked already."""
        wanted = not self._is_whole(group)
        for option in group.options:
            self._boxes[option.key].setChecked(wanted)
        self._on_clicked()

    def _on_clicked(self) -> None:
        self._show_all()
        self.edited.emit()

    def _is_whole(self, group: CheckGroup) -> bool:
        return all(self._boxes[option.key].isChecked() for option in group.options)

    def _show_all(self) -> None:
        for group in self._groups:
            text = self._words.trp("of a group", "None") if self._is_whole(group) else self._words.tr("All")
            self._all[group.title].setText(text)
        self.describe(self._name, self._help_text)


class _Box(QCheckBox):
    """A check box whose words end in "…" where the column does; they are whole on hover and to screen readers."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._whole = text
        self.setToolTip(plain_tip(text))
        self._fit()

    def sizeHint(self) -> QSize:
        """Room for all the words."""
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + _BOX, hint.height())

    def minimumSizeHint(self) -> QSize:
        """It gives way to the column."""
        return QSize(_LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many words as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - _BOX
        text = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(room, _LEAST - _BOX))
        self.setText(text.replace("&", "&&"))
