"""One open store on the screen: window, notices, what locks it, and how it ends."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.core.errors import ForlaensError
from app.core.records.draft import Draft
from app.refusals import refusal
from app.services import access, drafts, reminders
from app.services.custody import Custody
from app.ui.ask import Ask
from app.ui.background import Background
from app.ui.closing import Closing
from app.ui.context import Context, Destination, Place
from app.ui.lock import IdleWatch
from app.ui.lock_curtain import Curtain
from app.ui.lock_signals import SystemSigns
from app.ui.look import Look
from app.ui.main_window import MainWindow
from app.ui.notices import Notices
from app.ui.pages.registry import pages
from app.ui.settings import SettingsFile
from app.ui.widgets.drafts import DraftKeeper
from app.words import Words

_log = logging.getLogger("forlaens")
_WINDOW = "window"
# The window is there and the eye wanders over it: time for what nobody waits for.
_IDLE_MS = 200


class Session(QObject):
    """Emits `locked` once nothing of the store is open any more and the process is to be renewed, and `ended` once the
    window was closed and the copy is made."""

    locked = Signal()
    ended = Signal()

    def __init__(
        self,
        custody: Custody,
        *,
        words: Words,
        look: Look,
        settings: SettingsFile,
        background: Background,
        comes_back: bool,
    ) -> None:
        super().__init__()
        self._custody, self._words, self._settings, self._background = custody, words, settings, background
        self.context = Context(
            store=custody.store, words=words, look=look, settings=settings, clock=custody.clock, background=background
        )
        self.watch = IdleWatch(settings.now.idle_minutes, self)
        self.curtain = Curtain(words, self)
        self.window = MainWindow(self.context, pages(custody, self.watch))
        self._notices = Notices(self.window, self.context, custody)
        self._signs = SystemSigns(self)
        self._is_over = False
        self._connect()
        self._go_to_first(comes_back)

    def start(self) -> None:
        """Show the window; watching over it, and proving the file and the log, begin as soon as it is seen."""
        self.window.show()
        QTimer.singleShot(_IDLE_MS, self._on_seen)

    def bring_in(self) -> None:
        """Lead to bringing in a caseload, right after set-up."""
        self.context.go(Place.CASES, item="import")

    def show_follow_ups(self) -> None:
        """Lead to the list of what is due, unless a form is open in front of the page."""
        if QApplication.activeModalWidget() is None:
            self.context.go(Place.FOLLOW_UPS)

    def counts(self) -> Mapping[date, int]:
        """How much is due on which day; of the demo nothing, since its children are invented."""
        return {} if self._custody.folder.is_demo else reminders.counts_by_day(self.context.work())

    def lock(self) -> None:
        """Keep what is being typed, close the store, and ask for a fresh process."""
        if self._is_over:
            return
        self._is_over = True
        self.watch.stop()
        self._put_away()
        with contextlib.suppress(ForlaensError):  # the lock must hold on a full disk too
            self._leave_where()
        self._custody.store.close()
        self.locked.emit()

    def _connect(self) -> None:
        self.window.lock_asked.connect(self.lock)
        self.curtain.lock_asked.connect(self.lock)
        self.window.visit_asked.connect(self._on_visit)
        self.window.closed.connect(self._on_closed)
        self.watch.lock_due.connect(self.lock)
        self.watch.visit_changed.connect(self.window.show_visit)
        self._signs.lock_due.connect(self.lock)
        self._notices.leave_asked.connect(self.lock)

    # Coming and going

    def _go_to_first(self, comes_back: bool) -> None:
        there = self._where_left() if comes_back else None
        self.window.show_place(there or Destination(self.window.first_place))

    def _where_left(self) -> Destination | None:
        found = self.context.read(drafts.draft, _WINDOW, "")
        if found is None:
            return None
        state = found.state
        try:
            return Destination(Place(state["place"]), state["case_id"], state["tab"], state["item"])
        except (KeyError, ValueError):
            return None

    def _leave_where(self) -> None:
        here = self.window.here
        if here is not None:
            state = {"place": here.place.value, "case_id": here.case_id, "tab": here.tab, "item": here.item}
            draft = Draft(form=_WINDOW, target="", saved_at=self.context.now(), state=state)
            self.context.store.scratch(drafts.save_draft, draft)

    def _put_away(self) -> None:
        """Every form's draft is saved, every window hidden, and what the locked window may tell is left for it."""
        for window in QApplication.topLevelWidgets():
            for keeper in window.findChildren(DraftKeeper):
                with contextlib.suppress(ForlaensError):  # one form that cannot be kept must not cost the others
                    keeper.flush()
            window.hide()
        self._settings.keep()
        if not self._custody.folder.is_demo:
            with contextlib.suppress(ForlaensError):  # without the counts the locked window is silent
                reminders.leave(self._custody.folder, self.context.work(), self.context.now())

    def _on_closed(self) -> None:
        if self._is_over:
            return
        self._is_over = True
        self.watch.stop()
        self._put_away()
        closing = Closing(self._custody, self._words, self._settings.now.second_place, self._background, self)
        closing.done.connect(self._on_copied)
        closing.start()

    def _on_copied(self, problem: ForlaensError | None) -> None:
        store, words, ask = self._custody.store, self._words, Ask(self._words)
        store.close()
        if problem is not None:
            ask.notice(None, words.tr("No copy was made"), refusal(words, problem))
        if store.unlogged:
            text = words.trn(
                "{n} entry of the log could not be kept, since nothing can be written.",
                "{n} entries of the log could not be kept, since nothing can be written.",
                store.unlogged,
            )
            ask.notice(None, words.tr("The log is not complete"), text)
        self.ended.emit()

    # Watching

    def _on_seen(self) -> None:
        if self._is_over:
            return
        self.watch.start()
        self.curtain.start()
        self._signs.listen()
        self._prove()
        # What is most often opened next.
        self.window.prepare(Place.CASE)

    def _prove(self) -> None:
        custody = self._custody
        if custody.damage is None:
            job = self._background.start(self, lambda: access.damage(custody.store, custody.folder.store, custody.key))
            job.succeeded.connect(self._on_proved)
            job.failed.connect(self._on_not_proved)

    def _on_proved(self, damage: ForlaensError | None) -> None:
        if damage is not None and not self._is_over:
            _log.error("damage: %s", damage.code)
            self._custody.store.read_only = True
            self._notices.show_damage(damage)

    def _on_not_proved(self, error: BaseException) -> None:
        # The store may be closed already, or the file gone with its stick: the next use of it says so.
        _log.warning("not proved: %s", type(error).__name__)

    def _on_visit(self) -> None:
        if self.watch.is_visit():
            self.watch.end_visit()
        else:
            self.watch.start_visit(self._settings.now.visit_minutes)
