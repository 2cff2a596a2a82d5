"""Prints: what can be laid on a table, looked at before it is printed or saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.core.sorting import fold, sort_key
from app.core.status import CaseStatus, short_names
from app.ui.context import Context, Destination
from app.ui.dialogs.handed_prints import HandedPrints
from app.ui.pages.page import Page
from app.ui.print_pane import PrintPane
from app.ui.prints.choice import PrintChoice
from app.ui.prints.order import PrintOrder, joined
from app.ui.prints.registry import PRINTS, Print
from app.ui.widgets.button import Button
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.ui.widgets.surfaces import Card, PageHeader
from app.ui.widgets.tab_order import put_in_tab_order
from app.ui.widgets.text import Text
from app.ui.widgets.text_fields import LineField
from app.ui.widgets.tips import plain_tip

_BY_KEY = {one.key: one for one in PRINTS}
_ID = Qt.ItemDataRole.UserRole


class PrintsPage(Page):
    """Choose the print and whose it is at the left; it stands at the right at once."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setProperty("look", "page")
        words = context.words
        self._statuses: tuple[CaseStatus, ...] = ()
        self._closed = ""  # a case that is not open but was led to
        self.document = ChoiceField([Option(one.key, words.tr(one.name), self._group(one)) for one in PRINTS])
        self.document.describe(words.tr("What to print"), "")
        self.document.set_value(PRINTS[0].key)
        self._choices: dict[str, PrintChoice] = {}
        self.search = LineField(placeholder=words.tr("Find a child"))
        self.search.describe(words.tr("Find a child"), "")
        self.cases = QListWidget()
        self._all = Button(words.tr("Choose all"), "link")
        self._none = Button(words.tr("Choose none"), "link")
        self._hint = Text("", "quiet", wrap=True)
        self._handed = Button(words.tr("Prints handed out"), icon="history")
        self._handed.setToolTip(words.tr("What was printed and saved, as it was (Ctrl+H)"))
        self.pane = PrintPane(context, words.tr("Choose one or more children"))
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Offer the children as they are today, and draw the print anew."""
        self._fill_children(self.chosen())
        self._show()

    def lead_to(self, destination: Destination) -> None:
        """Show a print, its key as the destination's tab, of the destination's case."""
        if destination.tab in _BY_KEY:
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

    def choice(self) -> PrintChoice:
        """What is chosen for the print shown besides whose it is."""
        shown = self._shown()
        if shown.key not in self._choices:
            choice = self._choices[shown.key] = shown.choose(self.context)
            self._place.addWidget(choice)
            put_in_tab_order(self.search.control(), [choice])
            choice.edited.connect(self._show_print)
        return self._choices[shown.key]

    # Building

    def _group(self, one: Print) -> str:
        words = self.context.words
        return words.tr("A child") if one.of_child else words.tr("The caseload")

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
        column.addWidget(self.search)
        column.addLayout(picks)
        column.addWidget(self.cases, 1)
        column.addWidget(Text(words.tr("Hold Ctrl or Shift to choose several"), "small", wrap=True))
        card = Card(words.tr("What to print"))
        card.setFixedWidth(326)  # two dates stand in it, each with what was understood beside
        card.body.addWidget(self.document)
        card.body.addWidget(self._hint)
        self._place = QVBoxLayout()
        card.body.addLayout(self._place)
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
        header = PageHeader(words.tr("Prints"), words.tr("Look at it here, before it is printed or saved"))
        header.middle.addStretch(1)
        header.end.addWidget(self._handed)
        whole.addWidget(header)
        whole.addLayout(row, 1)

    def _connect(self) -> None:
        self.document.edited.connect(self._show)
        self.search.edited.connect(self._on_searched)
        self.cases.selectionModel().selectionChanged.connect(self._on_selected)
        self._all.clicked.connect(self._on_all)
        self._none.clicked.connect(self.cases.clearSelection)
        self._handed.clicked.connect(self._on_handed)
        QShortcut(QKeySequence("Ctrl+H"), self).activated.connect(self._on_handed)

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
        self._see_chosen()

    def _see_chosen(self) -> None:
        """Bring the child that is chosen in sight; of several the first."""
        if first := next(iter(self.cases.selectedItems()), None):
            self.cases.scrollToItem(first)

    # Showing

    def _shown(self) -> Print:
        return _BY_KEY[self.document.value()]

    def _show(self) -> None:
        shown, wanted = self._shown(), self.choice()
        self._whose.setVisible(shown.of_child)
        self._filler.setVisible(not shown.of_child)
        self._hint.setText(self.context.words.tr(shown.hint) if shown.hint else "")
        self._hint.setVisible(bool(shown.hint))
        for choice in self._choices.values():
            choice.setVisible(choice is wanted)
        self._on_chosen()
        QTimer.singleShot(0, self, self._see_chosen)  # what is chosen beside takes its room from the list first

    def _show_print(self) -> None:
        is_chosen = bool(self.chosen()) or not self._shown().of_child
        order, reason = self._order(), self.choice().reason() or self.context.words.tr("There is nothing to print")
        self.pane.show_order(order, reason if is_chosen else "")

    def _order(self) -> PrintOrder | None:
        orders = self.choice().orders(self.chosen() if self._shown().of_child else [])
        title = self.context.words.trn("{n} print", "{n} prints", len(orders))
        return joined(orders, title, self.context.today()) if orders else None

    # Slots

    def _on_searched(self) -> None:
        self._hide_others()

    def _on_handed(self) -> None:
        """What was handed out; of the child that is chosen where it is one."""
        chosen = self.chosen() if self._shown().of_child else []
        HandedPrints(self.context, chosen[0] if len(chosen) == 1 else "", self).open()

    def _hide_others(self) -> None:
        """Show whom the search finds, and those chosen before: nobody is printed who is not in sight."""
        wanted = fold(self.search.value())
        for row in range(self.cases.count()):
            item = self.cases.item(row)
            item.setHidden(wanted not in fold(item.toolTip()) and not item.isSelected())

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
        self.choice().offer(self.chosen())
        self._show_print()
