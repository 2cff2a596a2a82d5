"""The overview of a case: the way on the ladder, the goals, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app import labels
from app.core.attention import Tab
from app.core.dates import long_date, screen_date
from app.core.records.leader_remark import LeaderRemark
from app.core.status import CaseStatus
from app.services.follow_ups import follow_ups_of_case
from app.services.network_maps import map_of_case
from app.services.plans import plan_of_case
from app.ui.context import Context, Place
from app.ui.dialogs.write_remark import WriteRemark
from app.ui.pages.case.case_tab import CaseTab
from app.ui.pages.case.due_card import DueCard
from app.ui.pages.case.goals_card import GoalsCard
from app.ui.pages.case.header import school_in_words
from app.ui.pages.case.next_steps_card import NextStepsCard
from app.ui.pages.case.remarks_card import RemarksCard
from app.ui.pages.case.way_card import WayCard
from app.ui.widgets.button import Button
from app.ui.widgets.network_thumbnail import NetworkThumbnail
from app.ui.widgets.surfaces import Card, Scroll
from app.ui.widgets.text import Text
from app.words import mark


class OverviewTab(CaseTab):
    """Cards in two columns: what was and what is aimed at to the left, what comes next to the right."""

    key = Tab.OVERVIEW
    title = mark("Overview")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        words = context.words
        self.way = WayCard(context)
        self.goals = GoalsCard(context)
        self.due = DueCard(context)
        self.next_steps = NextStepsCard(context)
        self.remarks = RemarksCard(context)
        self.network = FactCard(words.tr("Network"), words.tr("Open the map"))
        self.map = NetworkThumbnail()
        self.network.body.addWidget(self.map)
        self.school = FactCard(words.tr("School"), words.trp("record", "Change"))
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show the case as it stands today."""
        status, follow_ups = self.context.status(self.case_id), self.context.read(follow_ups_of_case, self.case_id)
        self.way.show_status(status)
        self.goals.show_plan(self.context.read(plan_of_case, self.case_id), status, follow_ups)
        self.due.show_status(status)
        self.next_steps.show_status(status)
        self.remarks.show_case(self.case_id)
        self.network.say(self._network_in_words(status))
        self._show_map(status)
        self.school.say(self._school_in_words(status))

    def show_item(self, item: str) -> None:
        """Open the form of a remark of the team leader by its id, or of a new one for "remark"."""
        if item == "remark":
            self._on_remark(None)
        else:
            self.remarks.open_remark(item)

    def _network_in_words(self, status: CaseStatus) -> str:
        words, drawn_on = self.context.words, status.file.map_drawn_on
        if drawn_on is None and not status.file.map_people:
            return words.tr("No map yet")
        people = words.trn("{n} person", "{n} people", status.file.map_people)
        drawn = words.tr("map of {date}", date=long_date(drawn_on, words.language)) if drawn_on else ""
        return " · ".join(part for part in (people, drawn) if part)

    def _show_map(self, status: CaseStatus) -> None:
        drawn = self.context.read(map_of_case, self.case_id) if status.file.map_people else None
        if drawn is not None:
            self.map.show_map(drawn, [sector.key for sector in self.context.catalogue.sectors(status.today)])
        self.map.setVisible(drawn is not None)

    def _school_in_words(self, status: CaseStatus) -> str:
        words, fact = self.context.words, status.school
        if fact is None:
            return words.tr("Not noted")
        since = words.tr("since {date}", date=screen_date(fact.start))
        return " · ".join(part for part in (labels.choice(words, fact.kind), school_in_words(fact), since) if part)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(self.way)
        left.addWidget(self.goals)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(16)
        for card in (self.due, self.next_steps, self.remarks, self.network, self.school):
            right.addWidget(card)
        right.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addLayout(left, 2)
        columns.addLayout(right, 1)
        scroll = Scroll()
        scroll.body.setContentsMargins(0, 4, 4, 20)
        scroll.body.addLayout(columns)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _connect(self) -> None:
        self.way.measure_opened.connect(self._on_measure)
        self.way.follow_up_opened.connect(self._on_follow_up)
        self.goals.plan_asked.connect(self._on_plan)
        self.due.register_asked.connect(self._on_register)
        self.due.plan_asked.connect(self._on_plan_follow_up)
        self.due.start_asked.connect(self._on_start_measure)
        self.next_steps.opened.connect(self._lead)
        self.remarks.opened.connect(self._on_remark)
        self.network.opened.connect(self._on_network)
        self.map.opened.connect(self._on_network)
        self.school.opened.connect(self._on_school)

    def _lead(self, tab: str, item: str = "") -> None:
        self.context.go(Place.CASE, self.case_id, tab, item)

    def _on_measure(self, measure_id: str) -> None:
        self._lead(Tab.MEASURES, measure_id)

    def _on_follow_up(self, follow_up_id: str) -> None:
        self._lead(Tab.FOLLOW_UPS, follow_up_id)

    def _on_plan(self) -> None:
        self._lead(Tab.PLAN)

    def _on_register(self) -> None:
        self._lead(Tab.FOLLOW_UPS, "register")

    def _on_plan_follow_up(self) -> None:
        self._lead(Tab.FOLLOW_UPS, "plan")

    def _on_start_measure(self) -> None:
        self._lead(Tab.MEASURES, "start")

    def _on_remark(self, remark: LeaderRemark | None) -> None:
        WriteRemark(self.context, self.case_id, remark, self).open()

    def _on_network(self) -> None:
        self._lead(Tab.NETWORK)

    def _on_school(self) -> None:
        self._lead(Tab.JOURNAL, "school")


class FactCard(Card):
    """One fact, and the way to where it is kept."""

    opened = Signal()

    def __init__(self, title: str, action: str) -> None:
        super().__init__(title)
        self._fact = Text(look="quiet", wrap=True)
        self._fact.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._open = Button(action, "link")
        self._open.setAccessibleName(f"{title}: {action}")
        self.add_action(self._open)
        self.body.addWidget(self._fact)
        self._open.clicked.connect(self.opened)

    def say(self, fact: str) -> None:
        """Show the fact."""
        self._fact.setText(fact)

    def text(self) -> str:
        """The fact shown."""
        return self._fact.text()
