"""Prints: what can be laid on a table, looked at before it is printed or saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.core.dates import long_date
from app.core.sorting import fold, sort_key
from app.core.status import CaseStatus, short_names
from app.services import network_maps, plans
from app.ui.context import Context, Destination
from app.ui.pages.page import Page
from app.ui.print_order import (
    PrintOrder,
    family_calendar_order,
    hand_over_order,
    joined,
    map_order,
    plan_order,
    sheet_order,
    summary_order,
)
from app.ui.print_pane import PrintPane
from app.ui.widgets.absence_days import AbsenceDays
from app.ui.widgets.button import Button
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.ui.widgets.surfaces import Card, PageHeader
from app.ui.widgets.text import Text
from app.ui.widgets.text_fields import LineField
from app.ui.widgets.tips import plain_tip

SUMMARY, PLAN, MAP, CALENDAR, HAND_OVER, SHEET = "summary", "plan", "map", "calendar", "hand_over", "visit"
_OF_CASELOAD = (SUMMARY, HAND_OVER)
_VERSIONED = (PLAN, MAP)
_LATEST, _DRAFT = "latest", "draft"
_ID = Qt.ItemDataRole.UserRole


class PrintsPage(Page):
    """Choose the print and whose it is at the left; it stands at the right at once."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setProperty("look", "page")
        words = context.words
        self._statuses: tuple[CaseStatus, ...] = ()
        self._closed = ""  # a case that is not open but was led to
        self.document = ChoiceField(
            [
                Option(SUMMARY, words.tr("Caseload summary"), words.tr("The caseload")),
                Option(HAND_OVER, words.tr("Hand-over before an absence"), words.tr("The caseload")),
                Option(PLAN, words.tr("Plan"), words.tr("A child")),
                Option(MAP, words.tr("Network map"), words.tr("A child")),
                Option(CALENDAR, words.tr("Follow-up calendar for the family"), words.tr("A child")),
                Option(SHEET, words.tr("Last time – today"), words.tr("A child")),
            ]
        )
        self.document.describe(words.tr("What to print"), "")
        self.document.set_value(SUMMARY)
        self.version = ChoiceField()
        self.absence = AbsenceDays(words, context.today())
        self.search = LineField(placeholder=words.tr("Find a child"))
        self.search.describe(words.tr("Find a child"), "")
        self.cases = QListWidget()
        self._all = Button(words.tr("Choose all"), "link")
        self._none = Button(words.tr("Choose none"), "link")
        self._hint = Text("", "quiet", wrap=True)
        self.pane = PrintPane(context, words.tr("Choose one or more children"))
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Offer the children as they are today, and draw the print anew."""
        self._fill_children(self.chosen())
        self._show()

    def lead_to(self, destination: Destination) -> None:
        """Show a print of a case: "plan", "map", "calendar" or "visit" as the destination's tab; "hand_over" of all."""
        if destination.tab in {PLAN, MAP, CALENDAR, HAND_OVER, SHEET}:
            self.document.set_value(destination.tab)
        if destination.case_id:
            is_open = any(status.case_id == destination.case_id for status in self.context.statuses())
            self._closed = "" if is_open else destination.case_id
            self.search.set_value("")
            self._fill_children([destination.case_id])
        self._stale = True
        if self.isVisible():
            self._fill()

    def chosen(self) -> list[str]:
        """The cases chosen, in the order of the list."""
        items = (self.cases.item(row) for row in range(self.cases.count()))
        return [item.data(_ID) for item in items if item.isSelected()]

    # Building

    def _lay_out(self) -> None:
        words = self.context.words
        self.cases.setProperty("look", "children")
        self.cases.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.cases.setAccessibleName(words.tr("Children"))
        self.cases.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._whose = QWidget()
        column = QVBoxLayout(self._whose)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        picks = QHBoxLayout()
        picks.addWidget(self._all)
        picks.addWidget(self._none)
        picks.addStretch(1)
        for widget in (self.version, self.search):
            column.addWidget(widget)
        column.addLayout(picks)
        column.addWidget(self.cases, 1)
        column.addWidget(Text(words.tr("Hold Ctrl or Shift to choose several"), "small", wrap=True))
        card = Card(words.tr("What to print"))
        card.setFixedWidth(326)  # two dates stand in it, each with what was understood beside
        card.body.addWidget(self.document)
        card.body.addWidget(self._hint)
        card.body.addWidget(self.absence)
        card.body.addWidget(self._whose, 1)
        self._filler = QWidget()
        card.body.addWidget(self._filler, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(card)
        row.addWidget(self.pane, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(26, 20, 26, 20)
        whole.setSpacing(16)
        whole.addWidget(PageHeader(words.tr("Prints")))
        whole.addLayout(row, 1)

    def _connect(self) -> None:
        self.document.edited.connect(self._show)
        self.version.edited.connect(self._show_print)
        self.absence.edited.connect(self._show_print)
        self.search.edited.connect(self._on_searched)
        self.cases.selectionModel().selectionChanged.connect(self._on_selected)
        self._all.clicked.connect(self._on_all)
        self._none.clicked.connect(self.cases.clearSelection)

    def _fill_children(self, chosen: Sequence[str]) -> None:
        self._statuses = self.context.statuses()
        if self._closed:
            self._statuses += (self.context.status(self._closed),)
        names = short_names(self._statuses)
        blocker = QSignalBlocker(self.cases.selectionModel())
        self.cases.clear()
        for status in sorted(self._statuses, key=lambda s: sort_key(names[s.case_id])):
            item = QListWidgetItem(names[status.case_id])
            item.setData(_ID, status.case_id)
            item.setToolTip(plain_tip(status.file.child.name))
            self.cases.addItem(item)
            item.setSelected(status.case_id in chosen)
        blocker.unblock()
        self._hide_others()

    def _fill_versions(self) -> None:
        """Which version: of one child any, of several the latest or the draft."""
        words, chosen = self.context.words, self.chosen()
        options = [
            Option(_LATEST, words.tr("Latest version, else the draft")),
            Option(_DRAFT, words.tr("The draft as it stands")),
        ]
        if len(chosen) == 1:
            options += self._versions_of(chosen[0])
        self.version.set_options(options)
        if not self.version.value():
            self.version.set_value(_LATEST)
        self.version.describe(words.tr("Which version"), "")

    def _versions_of(self, case_id: str) -> list[Option]:
        words = self.context.words
        if self.document.value() == PLAN:
            found = [(v.id, v.number, v.issued_on) for v in self.context.read(plans.versions_of_case, case_id)]
        else:
            found = [(v.id, v.number, v.drawn_on) for v in self.context.read(network_maps.versions_of_case, case_id)]
        return [
            Option(key, words.tr("Version {number}, {date}", number=n, date=long_date(day, words.language)))
            for key, n, day in found
        ]

    # Showing

    def _show(self) -> None:
        words, wanted = self.context.words, self.document.value()
        of_child = wanted not in _OF_CASELOAD
        self._whose.setVisible(of_child)
        self.version.setVisible(wanted in _VERSIONED)
        self.absence.setVisible(wanted == HAND_OVER)
        self._filler.setVisible(not of_child)
        hints = {
            SUMMARY: words.tr("All open cases on one sheet, without CPR numbers and addresses, with room for remarks."),
            HAND_OVER: words.tr("What falls due while you are away, and what is overdue, for whoever steps in."),
        }
        self._hint.setText(hints.get(wanted, ""))
        self._hint.setVisible(wanted in hints)
        if wanted in _VERSIONED:
            self._fill_versions()
        self._show_print()

    def _show_print(self) -> None:
        self.pane.show_order(self._order())

    def _order(self) -> PrintOrder | None:
        if self.document.value() == SUMMARY:
            return summary_order(self.context)
        if self.document.value() == HAND_OVER:
            days = self.absence.days()
            return hand_over_order(self.context, *days) if days else None
        orders = [self._order_of(case_id) for case_id in self.chosen()]
        title = self.context.words.trn("{n} print", "{n} prints", len(orders))
        return joined(orders, title, self.context.today()) if orders else None

    def _order_of(self, case_id: str) -> PrintOrder:
        which, context = self.version.value(), self.context
        if self.document.value() == CALENDAR:
            return family_calendar_order(context, case_id)
        if self.document.value() == SHEET:
            return sheet_order(context, case_id)
        if self.document.value() == PLAN:
            issued = context.read(plans.versions_of_case, case_id)
            plan = next((v for v in issued if which in {_LATEST, v.id}), None)
            return plan_order(context, case_id, plan)
        kept = context.read(network_maps.versions_of_case, case_id)
        drawn = next((v for v in kept if which in {_LATEST, v.id}), None)
        return map_order(context, case_id, drawn)

    # Slots

    def _on_searched(self) -> None:
        self._hide_others()

    def _hide_others(self) -> None:
        wanted = fold(self.search.value())
        for row in range(self.cases.count()):
            item = self.cases.item(row)
            item.setHidden(wanted not in fold(item.toolTip()))

    def _on_selected(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self._on_chosen()

    def _on_all(self) -> None:
        blocker = QSignalBlocker(self.cases.selectionModel())
        for row in range(self.cases.count()):
            item = self.cases.item(row)
            item.setSelected(not item.isHidden())
        blocker.unblock()
        self._on_chosen()
        self.cases.viewport().update()

    def _on_chosen(self) -> None:
        if self.document.value() in _VERSIONED:
            self._fill_versions()
        self._show_print()
