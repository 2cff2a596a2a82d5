"""The banners above the pages: what the caseworker must know about the store, not about a case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from app.core.errors import ForlaensError
from app.refusals import refusal
from app.services import backups, setup
from app.services.custody import Custody
from app.ui.context import Context, Place
from app.ui.main_window import MainWindow
from app.ui.widgets.backup_list import moment
from app.ui.widgets.surfaces import Banner
from app.vault.witness import Loss
from app.words import Words

# A copy outside that is older is worth a banner; younger ones stand at the foot of the rail.
_OLD_DAYS = 14


class Notices(QObject):
    """Shows the banners of one open store; `leave_asked` comes from the demo's."""

    leave_asked = Signal()

    def __init__(self, window: MainWindow, context: Context, custody: Custody) -> None:
        super().__init__(window)
        self._window, self._context, self._custody = window, context, custody
        self._words = context.words
        context.copied.connect(self.show_store_state)
        self._show_all()

    def show_damage(self, error: ForlaensError) -> None:
        """Nothing is written any more: say why, and which copy is good."""
        words = self._words
        good = backups.newest_whole(self._custody.folder, self._context.settings.now.second_place)
        copy = words.tr("The newest good copy is of {when}.", when=moment(good.made, words)) if good else ""
        self._add(f"{refusal(words, error)} {copy}".strip(), "error", words.tr("Restore a copy"), self._on_settings)

    def show_store_state(self) -> None:
        """The line at the foot of the rail."""
        self._window.show_store_state(f"{self._words.tr('Local, encrypted')}\n{self._outside_line()}".strip())

    def _show_all(self) -> None:
        words, custody = self._words, self._custody
        if custody.folder.is_demo:
            text = words.tr("Demo with invented children. Nothing here is real, and it begins anew each day.")
            self._add(text, "info", words.tr("Leave the demo"), self.leave_asked.emit)
        if custody.damage:
            self.show_damage(custody.damage)
        elif custody.store.read_only:
            text = words.tr("Open for reading only: the disk is full, or nothing may be written there.")
            if custody.store.unlogged:
                text = f"{text} {words.tr('What is looked up cannot be noted in the log either.')}"
            self._add(text, "warning")
        if custody.loss:
            self._add(loss_sentence(words, custody.loss), "error", words.tr("Copies"), self._on_settings)
        if custody.wrong_tries.count:
            self._show_tries()
        if not custody.folder.is_demo:
            self._show_keeping()
        self.show_store_state()

    def _show_tries(self) -> None:
        tries, words = self._custody.wrong_tries, self._words
        text = words.trn(
            "A wrong passphrase was tried once since the last unlocking: {last}.",
            "A wrong passphrase was tried {n} times since the last unlocking, last: {last}.",
            tries.count,
            last=moment(tries.last, words) if tries.last else "",
        )
        banner = self._add(text, "warning", words.tr("OK"))
        banner.acted.connect(lambda: self._window.drop_notice(banner))

    def _show_keeping(self) -> None:
        words, custody = self._words, self._custody
        if not setup.is_recovery_key_proved(custody.store):
            text = words.tr("The recovery key is not confirmed. If the passphrase is forgotten, all would be lost.")
            self._add(text, "warning", words.tr("Make a recovery key"), self._on_settings)
        last = backups.last_outside(custody.folder)
        if last is not None and days_since(last.made, self._context.now()) >= _OLD_DAYS:
            self._add(self._outside_line(), "warning", words.tr("Copies"), self._on_settings)

    def _outside_line(self) -> str:
        words = self._words
        if self._custody.folder.is_demo:
            return ""
        last = backups.last_outside(self._custody.folder)
        if last is None:
            return words.tr("No copy outside this machine")
        days = days_since(last.made, self._context.now())
        if days == 0:
            return words.tr("Copy outside: today")
        return words.trn("Copy outside: {n} day old", "Copy outside: {n} days old", days)

    def _add(self, text: str, kind: str, action: str = "", act: Callable[[], None] | None = None) -> Banner:
        banner = Banner(text, kind, action)
        if act is not None:
            banner.acted.connect(act)
        self._window.add_notice(banner)
        return banner

    def _on_settings(self) -> None:
        self._context.go(Place.SETTINGS)


def days_since(then: datetime, now: datetime) -> int:
    """Whole days by the calendar; 0 for a moment to come, where a clock was set back."""
    return max(0, (now.astimezone().date() - then.astimezone().date()).days)


def loss_sentence(words: Words, loss: Loss) -> str:
    """How many entries of the log are missing and since when."""
    until = moment(loss.until, words)
    if loss.missing == 0:
        return words.tr(
            "The caseload is not the one that was last open here ({until}). It may be another copy.", until=until
        )
    since = moment(loss.since, words) if loss.since else until
    return words.trn(
        "{n} entry is missing: what was written from {since} to {until} is not there.",
        "{n} entries are missing: what was written from {since} to {until} is not there.",
        loss.missing,
        since=since,
        until=until,
    )
