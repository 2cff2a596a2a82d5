"""The overview: all children on the staircase, what comes next, and what needs attention, at one glance."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.core.caseload_rule import Caseload
from app.core.dates import weekday_date
from app.core.figures import Figures
from app.core.status import CaseStatus
from app.ui.context import Context, Place
from app.ui.dialogs.answer_exception import AnswerException
from app.ui.dialogs.open_case import OpenCase
from app.ui.pages.overview_lines import (
    AttentionLine,
    attention_lines,
    attention_rows,
    follow_up_lines,
    moves_in_words,
    stair_steps,
)
from app.ui.pages.page import Page
from app.ui.widgets.button import Button
from app.ui.widgets.caseload_meter import CaseloadMeter
from app.ui.widgets.list_rows import ListRows
from app.ui.widgets.search_box import SearchBox
from app.ui.widgets.staircase import Staircase
from app.ui.widgets.surfaces import Card, EmptyState, PageHeader

_FOLLOW_UPS = 5
_LIMIT_CODES = {"limit-awaiting", "limit-exception-ended"}


class OverviewPage(Page):
    """The first page: it only shows and leads on, and changes nothing by itself."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        words, rules = context.words, context.catalogue.rules(context.today())
        self._attention: dict[str, AttentionLine] = {}
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
        self._next_card = Card(words.tr("Next follow-ups"), words.tr("with a talk with the child"))
        self.next_list = ListRows(words.tr("Next follow-ups"), most=_FOLLOW_UPS)
        self._all_button = Button(words.tr("All"), "link")
        self._all_button.setAccessibleName(words.tr("All follow-ups"))
        self._next_none = EmptyState(words.tr("No follow-up is due"))
        self._attention_card = Card(words.tr("Needs attention"))
        self.attention_list = ListRows(words.tr("Needs attention"))
        self._attention_none = EmptyState(words.tr("Nothing needs attention today"), icon="circle-check")
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show the caseload as it stands today."""
        context, words = self.context, self.context.words
        today, statuses = context.today(), context.statuses()
        found = context.figures()
        rules = context.catalogue.rules(today)
        count = Caseload(count=len(statuses), limit=rules.caseload_limit, noted_from=rules.caseload_noted_from)
        self._header.set_subtitle(weekday_date(today, words.language))
        self.meter.show_caseload(count)
        self._show_stairs(found, statuses)
        self._show_next(statuses)
        self._show_attention(statuses)

    # What the parts show

    def _show_stairs(self, found: Figures, statuses: Sequence[CaseStatus]) -> None:
        words = self.context.words
        self._stairs.setCurrentWidget(self.staircase if statuses else self.empty)
        self.staircase.show_steps(stair_steps(found, words))
        moves = moves_in_words(found, words)
        self.stairs_card.set_subtitle(words.tr("where the children stand today · {moves}", moves=moves))

    def _show_next(self, statuses: Sequence[CaseStatus]) -> None:
        lines = follow_up_lines(statuses, self.context.words, _FOLLOW_UPS)
        self.next_list.set_lines(lines)
        self.next_list.setVisible(bool(lines))
        self._next_none.setVisible(not lines)
        self._all_button.setVisible(bool(lines))

    def _show_attention(self, statuses: Sequence[CaseStatus]) -> None:
        words = self.context.words
        found = attention_lines(statuses, self.context.catalogue)
        self._attention = {line.key: line for line in found}
        self.attention_list.set_lines(attention_rows(found, statuses, words))
        self.attention_list.setVisible(bool(found))
        self._attention_none.setVisible(not found)
        text = words.trn("{n} line", "{n} lines", len(found)) if found else ""
        self._attention_card.set_subtitle(text)

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
        for card, shown, none in (
            (self._next_card, self.next_list, self._next_none),
            (self._attention_card, self.attention_list, self._attention_none),
        ):
            card.body.setSpacing(0)
            card.body.addWidget(shown, 1)
            card.body.addWidget(none, 1)
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
        self.search.clicked.connect(self.context.find_asked)
        self.new_button.clicked.connect(self._on_new)
        self.empty.started.connect(self._on_new)
        self.staircase.opened.connect(self._on_child_opened)
        self.staircase.move_asked.connect(self._on_move_asked)
        self.next_list.opened.connect(self._on_follow_up_opened)
        self._all_button.clicked.connect(self._on_all)
        self.attention_list.opened.connect(self._on_attention_opened)

    # What is asked for

    def _on_new(self) -> None:
        OpenCase(self.context, self).open()

    def _on_child_opened(self, case_id: str) -> None:
        self.context.go(Place.CASE, case_id)

    def _on_move_asked(self, case_id: str, step_key: str) -> None:
        self.context.go(Place.CASE, case_id, "measures", f"move:{step_key}")

    def _on_follow_up_opened(self, case_id: str) -> None:
        self.context.go(Place.CASE, case_id, "follow_ups")

    def _on_all(self) -> None:
        self.context.go(Place.FOLLOW_UPS)

    def _on_attention_opened(self, key: str) -> None:
        line = self._attention[key]
        if line.attention.code in _LIMIT_CODES:
            exceptions = line.status.file.exceptions
            asked = next(one for one in exceptions if one.id == line.attention.record_id)
            AnswerException(self.context, asked, self).open()
        else:
            self.context.go(Place.CASE, line.status.case_id, line.attention.tab, line.attention.record_id)
