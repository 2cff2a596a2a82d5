"""The overview: all children on the staircase, what comes next, and what needs attention, at one glance."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.core.caseload_rule import caseload
from app.core.dates import weekday_date
from app.core.figures import Figures
from app.core.status import CaseStatus
from app.core.work_list import WorkLine
from app.ui.context import Context, Place
from app.ui.dialogs.open_case import OpenCase
from app.ui.pages.attention_card import AttentionCard
from app.ui.pages.overview_lines import moves_in_words, stair_steps
from app.ui.pages.page import Page
from app.ui.pages.work_opening import lead_to_work
from app.ui.widgets.button import Button
from app.ui.widgets.caseload_meter import CaseloadMeter
from app.ui.widgets.list_rows import ListRows
from app.ui.widgets.search_box import SearchBox
from app.ui.widgets.staircase import Staircase
from app.ui.widgets.surfaces import Card, EmptyState, PageHeader
from app.ui.widgets.work_lines import names_of, next_rows

_NEXT = 5


class OverviewPage(Page):
    """The first page: it only shows and leads on, and changes nothing by itself."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        words, rules = context.words, context.catalogue.rules(context.today())
        self._next: dict[str, WorkLine] = {}
        self._header = PageHeader(words.tr("Overview"))
        self.meter = CaseloadMeter(words, rules.caseload_limit, rules.caseload_noted_from)
        self.search = SearchBox(words)
        self.new_button = Button(words.tr("New case"), "main")
        self.stairs_card = Card(words.tr("Intervention ladder"))
        self.staircase = Staircase(words, words.tr("Intervention ladder"))
        self.empty = EmptyState(
            words.tr("No children yet"),
            words.tr("Each child you work with stands here on its step of the ladder, as soon as it has a case."),
            words.tr("New case"),
            icon="users",
        )
        self._next_card = Card(words.tr("Next up"), words.tr("follow-ups, deadlines, promises"))
        self.next_list = ListRows(words.tr("Next up"), most=_NEXT)
        self._all_button = Button(words.tr("All"), "link")
        self._all_button.setAccessibleName(words.tr("All there is to do"))
        self._next_none = EmptyState(words.tr("Nothing is due"))
        self._attention_card = AttentionCard(
            context, words.tr("Needs attention"), words.tr("Nothing needs attention today")
        )
        self.attention_list = self._attention_card.list
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show the caseload as it stands today."""
        context, words = self.context, self.context.words
        today, statuses = context.today(), context.statuses()
        found = context.figures()
        self._header.set_subtitle(weekday_date(today, words.language))
        self.meter.show_caseload(caseload((status.file.case for status in statuses), context.catalogue, today))
        self._show_stairs(found, statuses)
        self._show_next(statuses)
        self._attention_card.show_cases(statuses)

    # What the parts show

    def _show_stairs(self, found: Figures, statuses: Sequence[CaseStatus]) -> None:
        words = self.context.words
        self._stairs.setCurrentWidget(self.staircase if statuses else self.empty)
        self.staircase.show_steps(stair_steps(found, words))
        moves = moves_in_words(found, words)
        self.stairs_card.set_subtitle(words.tr("where the children stand today · {moves}", moves=moves))

    def _show_next(self, statuses: Sequence[CaseStatus]) -> None:
        work = self.context.work()
        first = work[:_NEXT]
        self._next = {line.key: line for line in first}
        self.next_list.set_lines(next_rows(first, names_of(statuses, work), self.context.words, self.context.now()))
        self.next_list.setVisible(bool(first))
        self._next_none.setVisible(not first)
        self._all_button.setVisible(bool(first))

    # Building

    def _lay_out(self) -> None:
        self._header.middle.addWidget(self.meter, 1)
        self._header.end.addWidget(self.search)
        self._header.end.addWidget(self.new_button)
        stairs = QWidget()
        self._stairs = QStackedLayout(stairs)
        self._stairs.addWidget(self.staircase)
        self._stairs.addWidget(self.empty)
        self.stairs_card.body.addWidget(stairs, 1)
        self._next_card.add_action(self._all_button)
        self._next_card.body.setSpacing(0)
        self._next_card.body.addWidget(self.next_list, 1)
        self._next_card.body.addWidget(self._next_none, 1)
        right = QVBoxLayout()
        right.setSpacing(16)
        right.addWidget(self._next_card)
        right.addWidget(self._attention_card, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.stairs_card, 2)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 20, 26, 20)
        column.setSpacing(16)
        column.addWidget(self._header)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.context.turned.connect(self.outdate)
        self.search.clicked.connect(self.context.find_asked)
        self.new_button.clicked.connect(self._on_new)
        self.empty.started.connect(self._on_new)
        self.staircase.opened.connect(self._on_child_opened)
        self.staircase.move_asked.connect(self._on_move_asked)
        self.next_list.opened.connect(self._on_next_opened)
        self._all_button.clicked.connect(self._on_all)

    # What is asked for

    def _on_new(self) -> None:
        OpenCase(self.context, self).open()

    def _on_child_opened(self, case_id: str) -> None:
        self.context.go(Place.CASE, case_id)

    def _on_move_asked(self, case_id: str, step_key: str) -> None:
        self.context.go(Place.CASE, case_id, "measures", f"move:{step_key}")

    def _on_next_opened(self, key: str) -> None:
        lead_to_work(self.context, self._next[key])

    def _on_all(self) -> None:
        self.context.go(Place.FOLLOW_UPS)
