"""Copies: here, in the second place, and back again.

The second place may be a slow stick or a folder on the network, so it is looked into on the worker thread alone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from app.core.errors import ForlaensError
from app.refusals import refusal
from app.services import backups
from app.services.backups import BackedUp
from app.services.custody import Custody
from app.services.store import Act
from app.ui.ask import Ask
from app.ui.context import Context
from app.ui.widgets.backup_list import BackupList, moment
from app.ui.widgets.button import Button
from app.ui.widgets.surfaces import Banner, Card
from app.ui.widgets.text import Text
from app.vault.backup import Backup
from app.vault.store_folder import StoreFolder


class CopiesCard(Card):
    """Makes, lists and restores copies. After restoring, `lock_asked` leads to the restored caseload."""

    lock_asked = Signal()

    def __init__(self, context: Context, custody: Custody) -> None:
        words = context.words
        super().__init__(words.tr("Copies"), words.tr("One is made each time the program closes"))
        self._context, self._custody = context, custody
        self._place = Text("", wrap=True)
        self._age = Text("", "quiet", wrap=True)
        self._choose = Button(words.tr("Choose a second place"), icon="folder")
        self._forget = Button(words.tr("No second place"), "quiet")
        self._now = Button(words.tr("Make a copy now"), "main")
        self._restore = Button(words.tr("Restore this copy"))
        self._elsewhere = Button(words.tr("Look in another folder"), "quiet")
        self._said = Banner("")
        self._said.hide()
        self._list = BackupList(words)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show the places and what lies there."""
        words, place = self._context.words, self._second_place
        self._place.setText(
            words.tr("Second place: {place}", place=place)
            if place
            else words.tr("No second place is named. Copies on the same disk are lost with it.")
        )
        last = backups.last_outside(self._custody.folder)
        self._age.setText(
            words.tr("Last copy there: {when}", when=moment(last.made, words))
            if last
            else words.tr("There is no copy outside this machine yet.")
        )
        self._forget.setVisible(bool(place))
        self._look(partial(_copies, self._custody.folder, place))

    @property
    def _second_place(self) -> str:
        return self._context.settings.now.second_place

    def _look(self, find: Callable[[], tuple[Backup, ...]]) -> None:
        """List what `find` finds; of two that were begun the later one is listed last, and stays."""
        self._list.show_looking()
        job = self._context.background.start(self, find)
        job.succeeded.connect(self._list.show_copies)
        job.failed.connect(self._on_not_found)

    def _lay_out(self) -> None:
        for buttons in ((self._now, self._choose, self._forget), (self._restore, self._elsewhere)):
            row = QHBoxLayout()
            row.setSpacing(8)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            if self._now in buttons:
                for widget in (self._place, self._age, self._said):
                    self.body.addWidget(widget)
                self.body.addLayout(row)
                self.body.addWidget(self._list)
            else:
                self.body.addLayout(row)

    def _connect(self) -> None:
        self._now.clicked.connect(self._on_now)
        self._choose.clicked.connect(self._on_choose)
        self._forget.clicked.connect(self._on_forget)
        self._restore.clicked.connect(self._on_restore)
        self._elsewhere.clicked.connect(self._on_elsewhere)
        self._list.selected.connect(self._on_selected)
        self._list.opened.connect(self._ask_to_restore)
        self._on_selected()

    def _say(self, text: str, kind: str) -> None:
        self._said.say(text, kind)
        self._said.show()

    def _on_now(self) -> None:
        self._now.setEnabled(False)
        self._say(self._context.words.tr("A verified copy is being made …"), "info")
        custody, place = self._custody, self._second_place
        job = self._context.background.start(self, lambda: backups.back_up(custody, "manual", place))
        job.succeeded.connect(self._on_made)
        job.failed.connect(self._on_failed)

    def _on_made(self, made: BackedUp) -> None:
        words = self._context.words
        self._now.setEnabled(True)
        self.refresh()
        self._context.copied.emit()
        if made.outside_problem is not None:
            reason = refusal(words, made.outside_problem)
            self._say(
                words.tr("The copy is made here, but not in the second place. {reason}", reason=reason), "warning"
            )
        else:
            self._say(words.tr("The copy is made and verified."), "ok")

    def _on_not_found(self, error: BaseException) -> None:
        self._list.show_copies(())
        self._on_failed(error)

    def _on_failed(self, error: BaseException) -> None:
        self._now.setEnabled(True)
        if not isinstance(error, ForlaensError):
            raise error
        self._say(refusal(self._context.words, error), "error")

    def _on_choose(self) -> None:
        words = self._context.words
        place = Ask(words).folder(self, words.tr("Second place for copies"), Path(self._second_place or Path.home()))
        if place is None:
            return
        self._context.settings.change(second_place=str(place))
        self._said.hide()
        self.refresh()
        folder = self._custody.folder
        job = self._context.background.start(self, lambda: backups.is_same_disk(folder, place))
        job.succeeded.connect(self._on_disk_known)
        job.failed.connect(self._on_failed)

    def _on_disk_known(self, is_same: bool) -> None:
        if is_same:
            words = self._context.words
            self._say(
                words.tr("This folder is on the same disk as the caseload. A stick or a network folder is safer."),
                "warning",
            )

    def _on_forget(self) -> None:
        self._context.settings.change(second_place="")
        self.refresh()

    def _on_selected(self) -> None:
        chosen = self._list.current()
        self._restore.setEnabled(chosen is not None and chosen.is_whole)

    def _on_restore(self) -> None:
        if chosen := self._list.current():
            self._ask_to_restore(chosen)

    def _on_elsewhere(self) -> None:
        words = self._context.words
        place = Ask(words).folder(self, words.tr("Folder with copies"), Path.home())
        if place is not None:
            self._look(lambda: backups.found_in(place))

    def _ask_to_restore(self, backup: Backup) -> None:
        words = self._context.words
        when = moment(backup.made, words)
        agreed = Ask(words).confirm(
            self,
            words.tr("Restore the copy of {when}?", when=when),
            words.tr(
                "The caseload then is as it was at that time. The present one is kept beside it under its own name. "
                "The program locks, and the copy opens with the passphrase it had."
            ),
            words.tr("Restore"),
            grave=True,
        )
        if not agreed:
            return
        self._say(words.tr("Restoring the copy …"), "info")
        data, today = self._custody.data, self._context.today()
        self._context.log(Act.RESTORE, detail=backup.made.isoformat())
        job = self._context.background.start(self, lambda: backups.restore(data, backup, today))
        job.succeeded.connect(self._on_restored)
        job.failed.connect(self._on_failed)

    def _on_restored(self, _folder: StoreFolder) -> None:
        self.lock_asked.emit()


def _copies(folder: StoreFolder, second_place: str) -> tuple[Backup, ...]:
    """The copies here and in the second place; those here where the stick is not in."""
    try:
        return backups.listed(folder, second_place)
    except ForlaensError:
        return backups.listed(folder)
