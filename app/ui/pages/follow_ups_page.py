"""All there is to do in one list by urgency – follow-ups, deadlines, promises – and beside it what is missing."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app import labels
from app.core.work_list import WorkKind, WorkLine, narrowed
from app.services.store import Act
from app.ui.context import Context, Destination, Place
from app.ui.dialogs.last_time_today import LastTimeToday
from app.ui.dialogs.not_transferred import NotTransferred
from app.ui.dialogs.visit_day import VisitDay
from app.ui.pages.attention_card import AttentionCard
from app.ui.pages.page import Page
from app.ui.pages.work_opening import lead_to_work, settle
from app.ui.widgets.button import Button
from app.ui.widgets.choice_fields import CheckField, ChoiceField, Option
from app.ui.widgets.list_rows import ListRows
from app.ui.widgets.surfaces import Card, EmptyState, PageHeader
from app.ui.widgets.work_lines import in_sum, names_of, work_rows

_PANE = "work"
_IN_THE_LIST = ("agreement-overdue",)


class FollowUpsPage(Page):
    """What is over, due today, this week, next week and later; a line opens the form that settles it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        words = context.words
        self._lines: dict[str, WorkLine] = {}
        self._header = PageHeader(words.tr("Follow-ups"))
        kinds = [Option(kind.value, labels.choice(words, kind)) for kind in WorkKind]
        self.kind = ChoiceField(kinds, empty=words.tr("All kinds"))
        self.step = ChoiceField(empty=words.tr("All steps"))
        self.law = CheckField(words.tr("The law's dates only"))
        self._transfer = Button(words.tr("Not transferred …"), "quiet")
        self._visits = Button(words.tr("Visit day …"), icon="car")
        self.list = ListRows(words.tr("What there is to do, by urgency"))
        self._none = EmptyState(
            words.tr("Nothing is due"),
            words.tr("Follow-ups, deadlines and promises of all cases stand here, the most urgent first."),
            words.tr("Go to the cases"),
            icon="calendar-check",
        )
        self._none_found = EmptyState(words.tr("Nothing matches the filter"))
        self.missing = AttentionCard(context, words.tr("Missing"), words.tr("Nothing is missing"), without=_IN_THE_LIST)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show what there is to do now."""
        context, words, now = self.context, self.context.words, self.context.now()
        self._offer_steps()
        everything, statuses = context.work(), context.statuses()
        lines = narrowed(everything, now, kind=self._kind(), step_key=self.step.value(), law_only=self.law.value())
        self._lines = {line.key: line for line in lines}
        self._header.set_subtitle(in_sum(everything, words))
        self.list.set_lines(work_rows(lines, names_of(statuses, everything), words, now))
        self.list.setVisible(bool(lines))
        self._none.setVisible(not everything)
        self._none_found.setVisible(bool(everything) and not lines)
        self.missing.show_cases(statuses)

    def begin(self) -> None:
        """What is to be done."""
        self.list.setFocus()

    def lead_to(self, destination: Destination) -> None:
        """Open the form of a "visit-day", or what is "not-transferred", where the destination's item asks for it."""
        begun = {"visit-day": self._on_visit_day, "not-transferred": self._on_transfer}.get(destination.item)
        if begun is not None:
            begun()

    def _kind(self) -> WorkKind | None:
        return WorkKind(self.kind.value()) if self.kind.value() else None

    def _offer_steps(self) -> None:
        steps = self.context.catalogue.steps(self.context.today())
        language = self.context.words.language
        self.step.set_options([Option(step.key, step.short_names.of(language)) for step in steps])

    def _lay_out(self) -> None:
        words = self.context.words
        self.setProperty("look", "page")
        self.law.describe(
            "", words.tr("Follow-ups then stand under the law's date; what the programme sets is left out.")
        )
        self.law.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._header.end.addWidget(self.law)
        for field, name in ((self.kind, words.tr("Kind")), (self.step, words.tr("Step of the ladder"))):
            field.describe(name, "")
            field.setFixedWidth(190)
            self._header.end.addWidget(field)
        for button in (self._transfer, self._visits):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self._header.end.addWidget(button)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        due = Card()
        for widget in (self.list, self._none, self._none_found):
            due.body.addWidget(widget, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(due, 5)
        row.addWidget(self.missing, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 20, 26, 20)
        column.setSpacing(16)
        column.addWidget(self._header)
        column.addLayout(row, 1)
        order = (
            self.law.control(),
            self.kind.control(),
            self.step.control(),
            self._transfer,
            self._visits,
            self.list,
            self.missing.list,
        )
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.context.turned.connect(self.outdate)
        remembered = self.context.settings.recall(_PANE)
        if isinstance(remembered, dict):
            self._offer_steps()
            for name, field in self._filters().items():
                field.restore(remembered.get(name))
        for field in self._filters().values():
            field.edited.connect(self._on_filtered)
        self.list.opened.connect(self._on_opened)
        self.list.customContextMenuRequested.connect(self._on_menu)
        self._visits.clicked.connect(self._on_visit_day)
        self._transfer.clicked.connect(self._on_transfer)
        self._none.started.connect(self._on_cases)
        QShortcut(QKeySequence("Ctrl+T"), self).activated.connect(self._on_sheet)

    def _filters(self) -> dict[str, ChoiceField | CheckField]:
        return {"kind": self.kind, "step": self.step, "law": self.law}

    def _on_filtered(self) -> None:
        self.context.settings.remember(_PANE, {name: field.value() for name, field in self._filters().items()})
        self.refresh()

    def _on_opened(self, key: str) -> None:
        settle(self.context, self._lines[key], self)

    def _on_menu(self, where: QPoint) -> None:
        """What can be done with a line beside settling it."""
        if self.list.indexAt(where).isValid() and self.list.current_key():
            words = self.context.words
            menu = QMenu(self.list)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addAction(words.tr("Last time – today"), QKeySequence("Ctrl+T"), self._on_sheet)
            menu.addAction(words.tr("Open the case"), self._on_case)
            menu.popup(self.list.viewport().mapToGlobal(where))

    def _on_sheet(self) -> None:
        """What to know before a visit to the child of the current line."""
        line = self._lines.get(self.list.current_key())
        if line is not None:
            self.context.log(Act.LOOK_UP, line.status.case_id)
            LastTimeToday(self.context, line.status.case_id, self).open()

    def _on_case(self) -> None:
        lead_to_work(self.context, self._lines[self.list.current_key()])

    def _on_visit_day(self) -> None:
        VisitDay(self.context, self).open()

    def _on_transfer(self) -> None:
        NotTransferred(self.context, self).open()

    def _on_cases(self) -> None:
        self.context.go(Place.CASES)
