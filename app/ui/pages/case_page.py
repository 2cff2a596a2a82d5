"""A case: its head, and one tab at a time below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout

from app import labels
from app.core.changes import Changes
from app.core.purpose import Purpose
from app.services.caseload import caseworker
from app.services.store import Act
from app.ui.ask import Ask
from app.ui.context import Context, Destination, Place
from app.ui.dialogs.export_calendar import export_calendar
from app.ui.dialogs.handed_prints import HandedPrints
from app.ui.dialogs.last_time_today import LastTimeToday
from app.ui.pages.case.case_tab import CaseTab
from app.ui.pages.case.header import CALENDAR_FILE, HANDED_OUT, CaseHeader
from app.ui.pages.case.tabs import TABS
from app.ui.pages.cases.actions import Verb, begin, verbs_for
from app.ui.pages.page import Page


class CasePage(Page):
    """Shows one case. Tabs but the first are built when they are asked for; each look-up is logged once."""

    def __init__(self, context: Context, tabs: Sequence[type[CaseTab]] = TABS) -> None:
        super().__init__(context)
        self.case_id = ""
        self._kinds = tuple(tabs)
        self._tabs: dict[str, CaseTab] = {}
        self._ask = Ask(context.words)
        self._header = CaseHeader(context.words)
        self._bar = QTabBar()
        self._stack = QStackedWidget()
        # F2 edits what is chosen on a tab; on the first nothing is, and there it edits the case.
        self._edit_key = QShortcut(QKeySequence("F2"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._build()
        self._connect()
        self._tab(self._kinds[0].key)

    def lead_to(self, destination: Destination) -> None:
        """Open a case, at a tab and a record where the destination names them."""
        is_other = destination.case_id != self.case_id
        if (is_other or not self.isVisible()) and not self._open(destination.case_id):
            # The window is about to show this page; it can be led away only after that.
            QTimer.singleShot(0, self._on_back)
            return
        here = self._kinds[0 if is_other else self._bar.currentIndex()]
        tab = self._tab(destination.tab or here.key)
        self._select(tab)
        tab.lead_to(destination)

    def stands_at(self, destination: Destination) -> Destination:
        """The tab that is looked at by now; what was asked for in another is done with."""
        tab = self._kinds[self._bar.currentIndex()].key
        if tab == (destination.tab or self._kinds[0].key):
            return destination
        return Destination(destination.place, destination.case_id, tab)

    def help_heading(self) -> str:
        """The tab that is looked at; with the first, the help of a case begins at its top."""
        index = self._bar.currentIndex()
        return self.context.words.tr(self._kinds[index].title) if index else ""

    def refresh(self) -> None:
        """Show the head of the case anew; the tabs look after themselves."""
        context = self.context
        limit = context.catalogue.rules(context.today()).caseload_limit
        self._header.show_status(
            context.status(self.case_id),
            caseworker=context.read(caseworker).name,
            over_limit=len(context.statuses()) > limit,
        )

    def concerns(self, changes: Changes) -> bool:
        """Any change can bring the caseload over its limit."""
        return bool(self.case_id)

    def _fill(self) -> None:
        if self.case_id:
            super()._fill()

    def _open(self, case_id: str) -> bool:
        """Log the look-up and show the head; False where the user would not say what a closed case is opened for."""
        status = self.context.status(case_id)
        purpose: Purpose | None = Purpose.CASEWORK
        if not status.file.case.is_open(status.today):
            words = self.context.words
            purpose = self._purpose(words.tr("Open a closed case"), words.tr("Why it is opened is noted in the log."))
        if purpose is None:
            return False
        self.context.log(Act.LOOK_UP, case_id, purpose)
        self.case_id = case_id
        self._fill()
        return True

    def _purpose(self, title: str, text: str) -> Purpose | None:
        """What the user says it is for; None for not at all."""
        offered = tuple(Purpose)
        chosen = self._ask.choose(self, title, text, [labels.choice(self.context.words, p) for p in offered])
        return None if chosen is None else offered[chosen]

    def _tab(self, key: str) -> CaseTab:
        if key not in self._tabs:
            kind = next(kind for kind in self._kinds if kind.key == key)
            self._tabs[key] = kind(self.context)
            self._stack.addWidget(self._tabs[key])
        return self._tabs[key]

    def _select(self, tab: CaseTab) -> None:
        tab.show_case(self.case_id)
        self._stack.setCurrentWidget(tab)
        index = next(n for n, kind in enumerate(self._kinds) if kind.key == tab.key)
        self._bar.setCurrentIndex(index)
        self._edit_key.setEnabled(index == 0)

    def _build(self) -> None:
        words = self.context.words
        self._bar.setExpanding(False)
        self._bar.setDrawBase(False)
        self._bar.setAccessibleName(words.tr("Parts of the case"))
        for kind in self._kinds:
            self._bar.addTab(words.tr(kind.title))
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 20, 26, 0)
        column.setSpacing(12)
        column.addWidget(self._header)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._bar.currentChanged.connect(self._on_tab_chosen)
        self._header.back_asked.connect(self._on_back)
        self._header.reveal_asked.connect(self._on_reveal)
        self._header.register_asked.connect(self._on_register)
        self._header.print_asked.connect(self._on_print)
        self._header.verb_asked.connect(self._on_verb)
        self._edit_key.activated.connect(self._on_edit_key)
        QShortcut(QKeySequence("Ctrl+Tab"), self).activated.connect(self._on_next_tab)
        QShortcut(QKeySequence("Ctrl+Shift+Tab"), self).activated.connect(self._on_previous_tab)
        QShortcut(QKeySequence("Ctrl+T"), self).activated.connect(self._on_visit)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self._on_back)

    def _step_to(self, step: int) -> None:
        self._bar.setCurrentIndex((self._bar.currentIndex() + step) % len(self._kinds))

    def _on_tab_chosen(self, index: int) -> None:
        if self.case_id:
            self._select(self._tab(self._kinds[index].key))

    def _on_next_tab(self) -> None:
        self._step_to(1)

    def _on_previous_tab(self) -> None:
        self._step_to(-1)

    def _on_back(self) -> None:
        self.context.go(Place.CASES)

    def _on_reveal(self) -> None:
        words = self.context.words
        purpose = self._purpose(words.tr("Show the CPR number"), words.tr("Why it is shown is noted in the log."))
        if purpose is not None:
            self.context.log(Act.REVEAL, self.case_id, purpose)
            self._header.reveal()

    def _on_visit(self) -> None:
        LastTimeToday(self.context, self.case_id, self).open()

    def _on_register(self) -> None:
        self.context.go(Place.CASE, self.case_id, "follow_ups", "register")

    def _on_verb(self, verb: str) -> None:
        begin(Verb(verb), self.context.status(self.case_id), self.context, self)

    def _on_edit_key(self) -> None:
        status = self.context.status(self.case_id)
        if Verb.EDIT in verbs_for(status):
            begin(Verb.EDIT, status, self.context, self)

    def _on_print(self, document: str) -> None:
        if document == CALENDAR_FILE:
            export_calendar(self.context, self, self.case_id)
            return
        if document == HANDED_OUT:
            HandedPrints(self.context, self.case_id, self).open()
            return
        self.context.go(Place.PRINTS, self.case_id, document)
