"""The sheet of one case before a visit: what last time brought, and what there is to do today."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app import labels
from app.core.changes import Changes
from app.core.records.follow_up import Agreement
from app.core.visit_sheet import VisitSheet
from app.services.agreements import settle_agreement
from app.services.visit_sheets import visit_sheet
from app.ui.context import Context, Place
from app.ui.dialogs.print_document import PrintDocument
from app.ui.dialogs.register_follow_up import open_register
from app.ui.dialogs.sheet_cards import CallCard, DueLinesCard, GoalScoresCard, SaidCard
from app.ui.prints.visit_sheet import sheet_order
from app.ui.widgets.agreement_lines import AgreementLines
from app.ui.widgets.button import Button
from app.ui.widgets.facts import Facts
from app.ui.widgets.marks import Chip
from app.ui.widgets.surfaces import Card, Scroll
from app.ui.widgets.text import OneLine, Text


class LastTimeToday(QDialog):
    """Read before a visit; a promise is settled where it stands. Ctrl+P prints the sheet, Esc closes."""

    def __init__(self, context: Context, case_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = context.words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.tr("Last time – today"))
        self._context, self._case_id = context, case_id
        self._name, self._known = Text(look="title"), OneLine(look="quiet")
        self._protected = Chip(words.tr("Address protected"), "over")
        self._case = Button(words.tr("Open the case"), "quiet", "folder")
        self._print = Button(words.tr("Print …"), icon="printer")
        self._register = Button(words.tr("Register"), "main")
        self._close = Button(words.tr("Close"), "quiet")
        self.last, self.today = Facts(), Facts()
        self._none = Text(words.tr("No follow-up was held yet."), "quiet", wrap=True)
        self.said = SaidCard()
        self.promises = AgreementLines(context.words, context.today)
        self.goals = GoalScoresCard(words)
        self.due = DueLinesCard(words)
        self.calls = CallCard(context)
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the sheet as the store holds it now."""
        context, words = self._context, self._context.words
        sheet: VisitSheet = context.read(visit_sheet, self._case_id, context.catalogue, context.now())
        self._name.setText(sheet.child)
        self._known.setText(labels.sheet_subtitle(words, sheet))
        self._protected.setVisible(sheet.is_protected)
        facts = labels.last_time(words, sheet)
        self.last.set_facts(facts)
        self._none.setVisible(not facts)
        self.said.say(labels.child_words_title(words, sheet), sheet.words.said if sheet.words else "")
        self.promises.show_agreements(sheet.promises, struck=False)
        self.goals.show_goals(sheet.goals)
        self.today.set_facts(labels.today_facts(words, sheet))
        self.due.show_due(sheet.due, context.now())
        self.calls.show_case(self._case_id)
        is_open = context.status(self._case_id).file.case.is_open(context.today())
        self._register.setVisible(is_open)

    def sizeHint(self) -> QSize:
        """Nearly the whole screen: all of it is to be seen at once."""
        room = self.screen().availableGeometry()
        return QSize(min(1180, room.width() - 60), min(820, room.height() - 60))

    def _lay_out(self) -> None:
        words = self._context.words
        head = QHBoxLayout()
        head.setSpacing(8)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._known)
        head.addLayout(names, 1)
        for widget in (self._protected, self._case, self._print, self._register, self._close):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        last = Card(words.tr("Last time"))
        for part in (self.last, self._none, self.said, self.promises):
            last.body.addWidget(part)
        now = Card(words.tr("Today"))
        now.body.addWidget(self.today)
        whole, row = Scroll(), QHBoxLayout()
        row.setSpacing(16)
        for cards in ((last, self.goals, self.calls), (now, self.due)):
            side = QVBoxLayout()
            side.setSpacing(16)
            for card in cards:
                side.addWidget(card)
            side.addStretch(1)
            row.addLayout(side, 1)
        whole.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 20)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(whole, 1)
        self.resize(self.sizeHint())

    def _connect(self) -> None:
        self._close.clicked.connect(self.reject)
        self._case.clicked.connect(self._on_case)
        self._print.clicked.connect(self._on_print)
        self._register.clicked.connect(self._on_register)
        self.promises.settled.connect(self._on_settled)
        self._context.changed.connect(self._on_changed)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self).activated.connect(self._on_print)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self._on_undo)
        self._register.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if not changes.case_ids or self._case_id in changes.case_ids:
            self.refresh()

    def _on_settled(self, agreement: Agreement) -> None:
        self._context.write(settle_agreement, agreement)

    def _on_undo(self) -> None:
        self._context.undo()

    def _on_register(self) -> None:
        open_register(self._context, self._case_id, self)

    def _on_print(self) -> None:
        PrintDocument(self._context, sheet_order(self._context, self._case_id), self._name.text(), self).open()

    def _on_case(self) -> None:
        self.reject()
        self._context.go(Place.CASE, self._case_id)
