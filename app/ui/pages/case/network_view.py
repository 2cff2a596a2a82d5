"""The one shape of a view of a child's network beside the map."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.ui.context import Context
from app.ui.pages.case.case_tab import CaseTab


class NetworkView(CaseTab):
    """The same people drawn in another way; `title` stands on the switch, and what it can do in the `bar` beside it."""

    key: ClassVar[str] = ""
    title: ClassVar[str] = ""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.bar = QWidget()
        self.bar.setProperty("look", "clear")
        self.bar.hide()
