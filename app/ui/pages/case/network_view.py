"""The one shape of a view of a child's network: a drawing, and beside it the list that does all it does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QSplitter, QVBoxLayout, QWidget

from app.ui.context import Context
from app.ui.pages.case.case_tab import CaseTab
from app.ui.settings import SettingsFile
from app.ui.widgets.surfaces import Card, Scroll


class NetworkView(CaseTab):
    """The same people drawn in another way; `title` stands on the switch, and what it can do in the `bar` beside it."""

    key: ClassVar[str] = ""
    title: ClassVar[str] = ""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.bar = QWidget()
        self.bar.setProperty("look", "clear")
        self.bar.hide()


class ListBeside(QSplitter):
    """A drawing with its legend, and beside it the list and who is chosen; the widths are remembered as `key`."""

    def __init__(self, settings: SettingsFile, key: str, widths: tuple[int, int]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._settings, self._key, self._widths = settings, key, widths
        self._below = Scroll()
        self.setHandleWidth(12)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._on_moved)

    def fill(self, drawing: Sequence[QWidget], table: QWidget, detail: QWidget) -> None:
        """Show these: the drawing from above, the first of it as high as there is room."""
        left, upper = Card(), Card()
        for place, widget in enumerate(drawing):
            left.body.addWidget(widget, 0 if place and place == len(drawing) - 1 else 1)
        upper.body.addWidget(table)
        self._below.body.addWidget(detail)
        self._below.body.addStretch(1)
        side = QWidget()
        side.setProperty("look", "clear")
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(12)
        right.addWidget(upper, 1)
        right.addWidget(self._below, 1)
        self.addWidget(left)
        self.addWidget(side)
        kept = self._settings.recall(self._key)
        known = [int(one) for one in kept] if isinstance(kept, list) and len(kept) == 2 else []
        self.setSizes(known or list(self._widths))

    def give_room(self, somebody_is_chosen: bool) -> None:
        """With nobody chosen there is but a sentence below, and the list has the room."""
        own = QSizePolicy.Policy.Expanding if somebody_is_chosen else QSizePolicy.Policy.Maximum
        self._below.setSizePolicy(QSizePolicy.Policy.Preferred, own)

    def _on_moved(self, _position: int, _index: int) -> None:
        self._settings.remember(self._key, self.sizes())
