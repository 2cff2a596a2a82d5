"""The network of a child, as the map it was drawn as or as a genogram: a switch leads from one to the other."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from app.core.attention import Tab
from app.ui.context import Context, Destination
from app.ui.pages.case.case_tab import CaseTab
from app.ui.pages.case.network_views import VIEWS
from app.ui.widgets.choice_fields import Option, SegmentedField
from app.words import mark


class NetworkTab(CaseTab):
    """Holds the views; each fills itself when it is seen."""

    key = Tab.NETWORK
    title = mark("Network")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        words = context.words
        self.views = tuple(view(context) for view in VIEWS)
        titles = [Option(str(place), words.tr(view.title)) for place, view in enumerate(VIEWS)]
        self.switch = SegmentedField(titles)
        self.switch.describe(words.tr("View of the network"), "")
        self.switch.set_value("0")
        self._stack = QStackedWidget()
        self._lay_out()
        self.switch.edited.connect(self._on_switch)
        self._on_switch()

    def show_case(self, case_id: str) -> None:
        """Show the network of another case in every view."""
        super().show_case(case_id)
        for view in self.views:
            view.show_case(case_id)

    def lead_to(self, destination: Destination) -> None:
        """Somebody who is asked for is selected on the map."""
        if destination.item:
            self.switch.set_value("0")
            self._on_switch()
        self.views[0].lead_to(destination)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.switch)
        for view in self.views:
            top.addWidget(view.bar, 1)
            self._stack.addWidget(view)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 4, 0, 20)
        whole.setSpacing(12)
        whole.addLayout(top)
        whole.addWidget(self._stack, 1)

    def _on_switch(self) -> None:
        self._stack.setCurrentIndex(int(self.switch.value()))
        for place, view in enumerate(self.views):
            view.bar.setVisible(place == self._stack.currentIndex())
