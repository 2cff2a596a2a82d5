"""The statistics: how follow-ups kept time in a period. Each number opens its list, each line its case."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import labels
from app.core.attention import Tab
from app.core.keeping_time import Count, KeptTime, by_case, by_group, keeping_time
from app.core.schedule import Track
from app.core.status import CaseStatus
from app.services.caseload import statuses_since
from app.ui.context import Context, Place
from app.ui.pages.page import Page
from app.ui.pages.statistics.kept_grid import KeptGrid, Row
from app.ui.pages.statistics.kept_words import NAMES, SHOWN, lines, number
from app.ui.pages.statistics.period_field import PeriodField
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.ui.widgets.list_rows import ListRows
from app.ui.widgets.surfaces import Card, EmptyState, PageHeader
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_model import Column
from app.words import Words

CaseRow = tuple[CaseStatus, KeptTime]
_KEPT = "statistics"
_WHOLE = "whole"
_LIST_WIDTH = 316


class StatisticsPage(Page):
    """How follow-ups kept time, by accounting group and by case."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        words = context.words
        self._header = PageHeader(words.tr("Statistics"))
        self.period = PeriodField(words, context.today())
        tracks = [Option(track.value, labels.choice(words, track)) for track in Track]
        self.track = ChoiceField(tracks)
        self.grid = KeptGrid(words)
        self.cases: DataTable[CaseRow] = DataTable(
            words,
            words.tr("Keeping time by case"),
            _columns(words),
            key=_case_id,
            empty=EmptyState(words.tr("No follow-up fell due in this period")),
        )
        self._list_card = Card(words.tr("The list behind a number"))
        self.list = ListRows(words.tr("The list behind a number"))
        self._pick = EmptyState(
            words.tr("Choose a number"), words.tr("What it counts is listed here."), icon="list-filter"
        )
        self._rows: dict[str, tuple[str, KeptTime]] = {}
        self._chosen: tuple[str, Count] | None = None
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """The period."""
        self.period.control().setFocus()

    def refresh(self) -> None:
        """Count the period anew."""
        context, words, today = self.context, self.context.words, self.context.today()
        period = self.period.period(today)
        self._header.set_subtitle(period.in_words(words))
        statuses = context.read(statuses_since, period.start, context.catalogue, today)
        track = Track(self.track.value())
        kept = keeping_time(statuses, context.catalogue, period.start, period.end, today, track=track)
        groups: list[Row] = [
            (group.key, group.names.of(words.language), of_group)
            for group, of_group in by_group(kept, context.catalogue, today)
        ]
        rows = [*groups, (_WHOLE, words.tr("All"), kept)]
        self.grid.set_rows(rows)
        self._order_by_tab()
        cases = by_case(kept)
        self.cases.set_rows(cases)
        self._rows = {key: (name, of_group) for key, name, of_group in rows}
        self._rows |= {status.case_id: (status.file.child.name, of_case) for status, of_case in cases}
        self._show_list()

    def _show_list(self) -> None:
        words = self.context.words
        key, what = self._chosen or ("", Count.EXPECTED)
        name, kept = self._rows.get(key, ("", None))
        found = lines(kept.listed(what), self.context.catalogue, words) if kept else []
        title = f"{words.tr(NAMES[what])} · {name}" if kept else words.tr("The list behind a number")
        self._list_card.set_title(title, str(len(found)) if found else "")
        self.list.set_lines(found)
        self.list.setVisible(bool(found))
        self._pick.setVisible(not found)

    def _lay_out(self) -> None:
        words = self.context.words
        for field, name in ((self.period, words.tr("Period")), (self.track, words.tr("Whose dates"))):
            field.describe(name, "")
            field.setFixedWidth(200)
            self._header.end.addWidget(field)
        groups = Card(words.tr("How follow-ups kept time"), words.tr("by accounting group"))
        groups.body.addWidget(self.grid)
        cases = Card(words.tr("By case"), words.tr("Enter or a double click lists its dates"))
        cases.body.addWidget(self.cases, 1)
        self._list_card.setMinimumWidth(_LIST_WIDTH)
        for widget in (self.list, self._pick):
            self._list_card.body.addWidget(widget, 1)
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(groups)
        left.addWidget(cases, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left, 9)
        row.addWidget(self._list_card, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 20, 26, 20)
        column.setSpacing(16)
        column.addWidget(self._header)
        column.addLayout(row, 1)

    def _order_by_tab(self) -> None:
        """The numbers stand above the table, and are made after it."""
        order = (self.period.control(), self.track.control(), *self.grid.buttons(), self.cases.view, self.list)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.track.set_value(Track.GOAL)
        remembered = self.context.settings.recall(_KEPT)
        if isinstance(remembered, dict):
            self.track.restore(remembered.get("track"))
            self.cases.restore(remembered.get("cases"))
        self.period.edited.connect(self._on_filtered)
        self.track.edited.connect(self._on_filtered)
        self.grid.chosen.connect(self._on_number)
        self.cases.opened.connect(self._on_case)
        self.list.opened.connect(self._on_line)

    def _on_filtered(self) -> None:
        self.context.settings.remember(_KEPT, {"track": self.track.value(), "cases": self.cases.state()})
        self.refresh()

    def _on_number(self, key: str, what: str) -> None:
        self._chosen = key, Count(what)
        self._show_list()

    def _on_case(self, row: CaseRow) -> None:
        self._chosen = row[0].case_id, Count.EXPECTED
        self._show_list()

    def _on_line(self, key: str) -> None:
        case_id, record_id, _ = key.split(" ")
        self.context.go(Place.CASE, case_id, Tab.FOLLOW_UPS, record_id)


def _columns(words: Words) -> tuple[Column[CaseRow], ...]:
    child: Column[CaseRow] = Column(
        key="child", title=words.tr("Child"), text=lambda row: row[0].file.child.name, strong=True
    )
    return child, *(_column(words, what) for what in SHOWN if what is not Count.EXPECTED)


def _column(words: Words, what: Count) -> Column[CaseRow]:
    return Column(
        key=what,
        title=words.tr(NAMES[what]),
        text=lambda row: number(words, row[1], what),
        sort=lambda row: row[1].count(what),
        right=True,
    )


def _case_id(row: CaseRow) -> str:
    return row[0].case_id
