"""A few things to tick or untick."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.ui.widgets.choice_fields import Option
from app.ui.widgets.field import Field
from app.ui.widgets.tab_order import put_in_tab_order
from app.ui.widgets.tips import plain_tip

_ACROSS = 76  # characters that stand on a line beside a box
_LINES = 3  # a longer text ends with a whole word and is whole on hover


class CheckListField(Field[tuple[str, ...]]):
    """Check boxes under each other; the value holds the keys that are ticked. What is new in the list is ticked unless
    `ticked` says otherwise.
    """

    def __init__(self, *, ticked: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QCheckBox] = {}
        self._texts: dict[str, str] = {}
        self._starts_ticked = ticked
        self._turned: set[str] = set()
        self._name, self._help_text = "", ""
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._hold(holder)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer these from now on; what the user ticked or unticked stays so."""
        if [option.key for option in options] == [*self._boxes]:
            return
        for box in self._boxes.values():
            self._column.removeWidget(box)
            box.deleteLater()
        self._texts = {option.key: option.text for option in options}
        self._boxes = {option.key: _box(option.text) for option in options}
        for box in self._boxes.values():
            self._column.addWidget(box)
            box.clicked.connect(self._on_clicked)
        if self._boxes:
            self._control.setFocusProxy(next(iter(self._boxes.values())))
            put_in_tab_order(self, [self._control])
        self.describe(self._name, self._help_text)
        self._show()

    def keys(self) -> tuple[str, ...]:
        """What is offered."""
        return tuple(self._boxes)

    def value(self) -> tuple[str, ...]:
        """The keys that are ticked."""
        return tuple(key for key in self._boxes if self._is_ticked(key))

    def set_value(self, value: tuple[str, ...]) -> None:
        """Tick these and no others of those offered."""
        self._turned = {key for key in self._boxes if (key in value) != self._starts_ticked}
        self._show()

    def state(self) -> object:
        """What is not as it started."""
        return sorted(self._turned)

    def restore(self, state: object) -> None:
        """Tick or untick what was turned earlier."""
        if isinstance(state, list):
            self._turned = {key for key in state if isinstance(key, str)}
            self._show()

    def describe(self, name: str, help_text: str) -> None:
        """Each box says the name of the list and its own words."""
        self._name, self._help_text = name, help_text
        super().describe(name, help_text)
        for key, box in self._boxes.items():
            box.setAccessibleName(f"{name}: {self._texts[key]}")
            box.setAccessibleDescription(help_text)

    def _show(self) -> None:
        for key, box in self._boxes.items():
            box.setChecked(self._is_ticked(key))

    def _is_ticked(self, key: str) -> bool:
        return (key in self._turned) != self._starts_ticked

    def _on_clicked(self) -> None:
        for key, box in self._boxes.items():
            (self._turned.discard if box.isChecked() == self._starts_ticked else self._turned.add)(key)
        self.edited.emit()


def _box(text: str) -> QCheckBox:
    """A box with its text beside it, on as many lines as it takes."""
    words = " ".join(text.split())
    lines = textwrap.wrap(words[: 4 * _LINES * _ACROSS], _ACROSS, max_lines=_LINES, placeholder=" …")
    box = QCheckBox("\n".join(lines).replace("&", "&&"))
    box.setToolTip(plain_tip(words) if " ".join(lines) != words else "")
    return box
