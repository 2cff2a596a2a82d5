"""Fields for choosing: a list that drops down, a row of a few choices side by side, a check box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QHBoxLayout, QSizePolicy, QStyledItemDelegate, QWidget

from app.ui.widgets.button import Button
from app.ui.widgets.field import Field


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: the key that is stored, the words shown, and the group it stands under in a long list."""

    key: str
    text: str
    group: str = ""


class ChoiceField(Field[str]):
    """One of several from a list that drops down; the value is the key, "" while nothing is chosen.

    Where `empty` is given it is the first line and stands for "".
    """

    def __init__(self, options: Sequence[Option] = (), *, empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = empty
        self.combo = _Combo()
        # The style sheet reaches the lines of the list only through this delegate.
        self.combo.setItemDelegate(QStyledItemDelegate(self.combo))
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(16)
        self.combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.combo.setMaxVisibleItems(16)
        self._hold(self.combo)
        self.set_options(options)
        self.combo.activated.connect(self._on_activated)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer these from now on; what was chosen stays where it is still offered."""
        chosen = self.value()
        model = QStandardItemModel(self.combo)
        if self._empty:
            model.appendRow(_line(self._empty, ""))
        group = ""
        for option in options:
            if option.group != group:
                group = option.group
                heading = _line(group, None)
                heading.setFont(_bold(self.combo.font()))
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                model.appendRow(heading)
            model.appendRow(_line(option.text, option.key))
        self.combo.setModel(model)
        self.set_value(chosen)

    def value(self) -> str:
        """The key chosen, "" for none."""
        return cast("str | None", self.combo.currentData()) or ""

    def set_value(self, value: str) -> None:
        """Choose the key; an unknown one leaves nothing chosen."""
        self.combo.setCurrentIndex(self.combo.findData(value))

    def state(self) -> object:
        """The key chosen."""
        return self.value()

    def restore(self, state: object) -> None:
        """Choose what was chosen earlier."""
        if isinstance(state, str):
            self.set_value(state)

    def _on_activated(self, _index: int) -> None:
        self.edited.emit()


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def _line(text: str, key: str | None) -> QStandardItem:
    item = QStandardItem(text)
    item.setData(key, Qt.ItemDataRole.UserRole)
    return item


class _Combo(QComboBox):
    """A combo box that the wheel does not change in passing while a form is scrolled: a warning may have put the focus
    on it, and nobody would see what it says afterwards."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()


class SegmentedField(Field[str]):
    """One of two to five choices side by side; arrow keys move, the value is the key, "" while nothing is chosen."""

    def __init__(self, options: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        strip = QWidget()
        strip.setProperty("look", "segments")
        self._group = QButtonGroup(self)
        self._keys = [option.key for option in options]
        row = QHBoxLayout(strip)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, option in enumerate(options):
            button = Button(option.text, "segment")
            button.setCheckable(True)
            button.setProperty("place", _place(number, len(options)))
            self._group.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self._hold(strip)
        strip.setFocusProxy(self._group.button(0))
        self._group.idClicked.connect(self._on_clicked)

    def value(self) -> str:
        """The key chosen, "" for none."""
        number = self._group.checkedId()
        return self._keys[number] if number >= 0 else ""

    def set_value(self, value: str) -> None:
        """Choose the key; an unknown one, or "", leaves nothing chosen."""
        if value in self._keys:
            self._group.button(self._keys.index(value)).setChecked(True)
        elif (chosen := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            chosen.setChecked(False)
            self._group.setExclusive(True)

    def state(self) -> object:
        """The key chosen."""
        return self.value()

    def restore(self, state: object) -> None:
        """Choose what was chosen earlier."""
        if isinstance(state, str):
            self.set_value(state)

    def describe(self, name: str, help_text: str) -> None:
        """Name the group; each button says its own words after it."""
        super().describe(name, help_text)
        for button in self._group.buttons():
            button.setAccessibleName(f"{name}: {button.text()}")
            button.setAccessibleDescription(help_text)

    def _on_clicked(self, _number: int) -> None:
        self.edited.emit()


def _place(number: int, count: int) -> str:
    if count == 1:
        return "only"
    return {0: "first", count - 1: "last"}.get(number, "middle")


class CheckField(Field[bool]):
    """A check box; its words stand beside the box."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(text)
        self._hold(self.box)
        self._layout.setAlignment(self.box, Qt.AlignmentFlag.AlignLeft)
        self.box.clicked.connect(self._on_clicked)

    def set_text(self, text: str) -> None:
        """Say something else beside the box."""
        self.box.setText(text)
        self.describe("", self.box.accessibleDescription())

    def value(self) -> bool:
        """Whether the box is ticked."""
        return self.box.isChecked()

    def set_value(self, value: bool) -> None:
        """Tick the box or not."""
        self.box.setChecked(value)

    def state(self) -> object:
        """Whether the box is ticked."""
        return self.value()

    def restore(self, state: object) -> None:
        """Tick the box as it was."""
        if isinstance(state, bool):
            self.set_value(state)

    def describe(self, name: str, help_text: str) -> None:
        """A check box is called by its own words; the row's label stands before them where there is one."""
        text = self.box.text()
        super().describe(f"{name}: {text}" if name and name != text else text, help_text)

    def _on_clicked(self) -> None:
        self.edited.emit()
