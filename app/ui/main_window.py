"""The main window: it navigates and no more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.core.changes import Changes
from app.labels import change
from app.ui.context import Context, Destination, Place
from app.ui.dialogs.enter_remarks import EnterRemarks
from app.ui.dialogs.export_calendar import export_calendar
from app.ui.dialogs.find_anything import Command, FindDialog
from app.ui.dialogs.handed_prints import HandedPrints
from app.ui.dialogs.quick_note import QuickNoteDialog
from app.ui.dialogs.show_help import HelpDialog
from app.ui.pages.page import Page
from app.ui.prints.registry import PRINTS, Print
from app.ui.rail_state import RailState
from app.ui.widgets.rail import Rail, RailPlace
from app.ui.widgets.toast import Toast
from app.words import Words

PaneMaker = Callable[[Context], Page]

# On a smaller screen than this the window begins maximised.
_ROOMY = QSize(1440, 860)

_SHORTCUTS = {
    Place.OVERVIEW: "Ctrl+1",
    Place.CASES: "Ctrl+2",
    Place.FOLLOW_UPS: "Ctrl+3",
    Place.CALENDAR: "Ctrl+4",
    Place.STATISTICS: "Ctrl+5",
    Place.PRINTS: "Ctrl+6",
    Place.SETTINGS: "Ctrl+,",
}


class MainWindow(QMainWindow):
    """Shows one page at a time beside the rail. `lock_asked` and `closed` are bootstrap's to answer."""

    lock_asked = Signal()
    visit_asked = Signal()
    closed = Signal()

    def __init__(self, context: Context, pages: Mapping[Place, PaneMaker]) -> None:
        super().__init__()
        self._context = context
        self._makers = dict(pages)
        self._pages: dict[Place, Page] = {}
        self._here: Destination | None = None
        self._stack = QStackedWidget()
        self._rail = Rail(context.words, tuple(p for p in rail_places(context.words) if p.key in self._makers))
        self._toast = Toast(self)
        self._notices = QVBoxLayout()
        self._rail_state = RailState(context, self._rail)
        self._lay_out()
        self._connect()
        self._restore()

    def show_place(self, destination: Destination) -> None:
        """Lead to a page, which is built the first time it is asked for."""
        page = self._page(destination.place)
        self._here = destination
        self._rail.select(Place.CASES if destination.place is Place.CASE else destination.place)
        page.lead_to(destination)
        self._stack.setCurrentWidget(page)
        page.begin()

    def prepare(self, place: Place) -> None:
        """Build a page before it is asked for, so that the first visit need not wait for it."""
        self._page(place)

    @property
    def here(self) -> Destination | None:
        """Where the window is, so that it can come back there after a lock."""
        return self._here and self._page(self._here.place).stands_at(self._here)

    @property
    def first_place(self) -> Place:
        """Where the window begins."""
        return Place.OVERVIEW if Place.OVERVIEW in self._makers else next(iter(self._makers))

    def add_notice(self, widget: QWidget) -> None:
        """Put a banner above the pages."""
        self._notices.setContentsMargins(16, 12, 16, 0)
        self._notices.setSpacing(8)
        self._notices.addWidget(widget)

    def drop_notice(self, widget: QWidget) -> None:
        """Take a banner away, and with the last one the room it had."""
        self._notices.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
        if self._notices.isEmpty():
            self._notices.setContentsMargins(0, 0, 0, 0)

    def show_store_state(self, text: str) -> None:
        """Say at the foot of the rail how the store is."""
        self._rail.show_state(text)

    def show_visit(self, minutes: int) -> None:
        """Say at the foot of the rail how long a visit still holds the lock off; 0 for none."""
        self._rail.show_visit(minutes)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window, then let bootstrap close the store."""
        self._context.settings.remember("window", bytes(self.saveGeometry().toHex().data()).decode())
        self.closed.emit()
        super().closeEvent(event)

    def _page(self, place: Place) -> Page:
        if place not in self._pages:
            page = self._makers[place](self._context)
            self._pages[place] = page
            self._stack.addWidget(page)
        return self._pages[place]

    def _lay_out(self) -> None:
        self.setWindowTitle("Forlæns")
        self.setMinimumSize(1024, 640)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addLayout(self._notices)
        right.addWidget(self._stack, 1)
        whole = QWidget()
        layout = QHBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._rail)
        layout.addLayout(right, 1)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self._context.went.connect(self.show_place)
        self._context.changed.connect(self._on_changed)
        self._context.turned.connect(self._rail_state.refresh)
        self._rail.chosen.connect(self._on_chosen)
        self._rail.lock_asked.connect(self.lock_asked)
        self._rail.visit_asked.connect(self.visit_asked)
        for place, keys in _SHORTCUTS.items():
            if place in self._makers:
                self._shortcut(keys, place)
        self._context.find_asked.connect(self._on_find)
        find = QShortcut(QKeySequence("Ctrl+K"), self)
        find.activated.connect(self._on_find)
        new_case = QShortcut(QKeySequence("Ctrl+N"), self)
        new_case.activated.connect(self._on_new_case)
        note = QShortcut(QKeySequence("Ctrl+J"), self)
        note.activated.connect(self._on_note)
        undo = QShortcut(QKeySequence.StandardKey.Undo, self)
        undo.activated.connect(self._on_undo)
        redo = QShortcut(QKeySequence.StandardKey.Redo, self)
        redo.activated.connect(self._on_redo)
        lock = QShortcut(QKeySequence("Ctrl+L"), self)
        lock.activated.connect(self.lock_asked)
        help_key = QShortcut(QKeySequence.StandardKey.HelpContents, self)
        help_key.activated.connect(self._on_help)

    def _shortcut(self, keys: str, place: Place) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setObjectName(place)
        shortcut.activated.connect(self._on_shortcut)

    def _restore(self) -> None:
        room = self.screen().availableGeometry()
        if room.width() < _ROOMY.width() or room.height() < _ROOMY.height():
            self.setWindowState(Qt.WindowState.WindowMaximized)
        self.resize(1366, 768)
        geometry = self._context.settings.recall("window")
        if isinstance(geometry, str):
            self.restoreGeometry(QByteArray.fromHex(geometry.encode()))
        self._rail_state.refresh()

    def _on_chosen(self, key: str) -> None:
        self._context.go(Place(key))

    def _on_shortcut(self) -> None:
        self._context.go(Place(self.sender().objectName()))

    def _on_changed(self, changes: Changes) -> None:
        self._rail_state.refresh()

    def _on_undo(self) -> None:
        words, changes = self._context.words, self._context.undo()
        done = words.tr("Undone: {what}", what=change(words, changes.label)) if changes else ""
        self._toast.say(done or words.tr("There is nothing to undo"))

    def _on_redo(self) -> None:
        words, changes = self._context.words, self._context.redo()
        done = words.tr("Done again: {what}", what=change(words, changes.label)) if changes else ""
        self._toast.say(done or words.tr("There is nothing to do again"))

    def _on_find(self) -> None:
        FindDialog(self._context, self._commands(), self).open()

    def _on_new_case(self) -> None:
        self._context.go(Place.CASES, item="new")

    def _on_import(self) -> None:
        self._context.go(Place.CASES, item="import")

    def _on_visit_day(self) -> None:
        self._context.go(Place.FOLLOW_UPS, item="visit-day")

    def _on_not_transferred(self) -> None:
        self._context.go(Place.FOLLOW_UPS, item="not-transferred")

    def _commands(self) -> tuple[Command, ...]:
        """What can be done from anywhere, for the search."""
        words = self._context.words
        places = (place for place in rail_places(words) if place.key in self._makers)
        return (
            *(Command(place.name, place.shortcut, partial(self._on_chosen, place.key)) for place in places),
            Command(words.tr("New case"), "Ctrl+N", self._on_new_case),
            Command(words.tr("Bring in a caseload"), "", self._on_import),
            Command(words.tr("Visit day"), "", self._on_visit_day),
            Command(words.tr("Not transferred"), "", self._on_not_transferred),
            Command(words.tr("Quick note"), "Ctrl+J", self._on_note),
            Command(words.tr("Enter remarks from a summary"), "", self._on_remarks),
            Command(words.tr("Calendar file for Outlook"), "", self._on_calendar_file),
            Command(words.tr("Prints handed out"), "", self._on_handed_out),
            Command(words.tr("Undo"), "Ctrl+Z", self._on_undo),
            Command(words.tr("Lock now"), "Ctrl+L", self.lock_asked.emit),
            *(Command(self._print_name(one), "", partial(self._on_print, one)) for one in PRINTS),
        )

    def _print_name(self, one: Print) -> str:
        words = self._context.words
        return words.tr("Print: {name}", name=words.tr(one.name))

    def _on_print(self, one: Print) -> None:
        """Show a print, of the child that is looked at where it is one of a child."""
        case_id = self._here.case_id if self._here and one.of_child else ""
        self._context.go(Place.PRINTS, case_id, one.key)

    def _on_remarks(self) -> None:
        EnterRemarks(self._context, self).open()

    def _on_handed_out(self) -> None:
        HandedPrints(self._context, self._here.case_id if self._here else "", self).open()

    def _on_calendar_file(self) -> None:
        export_calendar(self._context, self)

    def _on_note(self) -> None:
        QuickNoteDialog(self._context, self._here.case_id if self._here else "", self).open()

    def _on_help(self) -> None:
        place = self._here.place if self._here else Place.OVERVIEW
        HelpDialog(self._context.words, place, self, heading=self._page(place).help_heading()).open()


def rail_places(words: Words) -> tuple[RailPlace, ...]:
    """The entries of the rail in their order."""
    return (
        RailPlace(Place.OVERVIEW, words.tr("Overview"), "layout-dashboard", "Ctrl+1"),
        RailPlace(Place.CASES, words.tr("Cases"), "folder", "Ctrl+2"),
        RailPlace(Place.FOLLOW_UPS, words.tr("Follow-ups"), "calendar-check", "Ctrl+3"),
        RailPlace(Place.CALENDAR, words.tr("Calendar"), "calendar-days", "Ctrl+4"),
        RailPlace(Place.STATISTICS, words.tr("Statistics"), "chart-column", "Ctrl+5"),
        RailPlace(Place.PRINTS, words.tr("Prints"), "printer", "Ctrl+6"),
        RailPlace(Place.SETTINGS, words.tr("Settings"), "settings", "Ctrl+,"),
    )
