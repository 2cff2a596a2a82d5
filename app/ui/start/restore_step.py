"""Bringing a copy back: which one, from where. The caseload there was is kept under its own name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.ui.widgets.backup_list import BackupList
from app.ui.widgets.button import Button
from app.ui.widgets.step import Step
from app.words import Words

if TYPE_CHECKING:
    from app.vault.backup import Backup


class RestoreStep(Step):
    """Emits `chosen` with a backup, `folder_asked` to look for copies elsewhere."""

    chosen = Signal(object)
    folder_asked = Signal()
    back_asked = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(
            words,
            words.tr("Restore a copy"),
            words.tr(
                "The copy becomes a caseload of its own and opens with the passphrase it had. What is here now is kept."
            ),
        )
        self._list = BackupList(words)
        self._restore = Button(words.tr("Restore this copy"), "main")
        elsewhere = Button(words.tr("Look in another folder"), icon="folder")
        back = Button(words.tr("Back"), "quiet")
        self.body.addWidget(self._list)
        for button in (self._restore, elsewhere, back):
            self.foot.addWidget(button)
        self.foot.addStretch(1)
        self._list.selected.connect(self._on_selected)
        self._list.opened.connect(self.chosen)
        self._restore.clicked.connect(self._on_restore)
        elsewhere.clicked.connect(lambda _: self.folder_asked.emit())
        back.clicked.connect(lambda _: self.back_asked.emit())
        self._on_selected()

    def begin(self) -> None:
        """Begin at the newest copy."""
        self._list.setFocus()

    def show_copies(self, copies: tuple[Backup, ...]) -> None:
        """List these copies, the newest chosen."""
        self._list.show_copies(copies)

    def _on_selected(self) -> None:
        chosen = self._list.current()
        self._restore.setEnabled(chosen is not None and chosen.is_whole)

    def _on_restore(self) -> None:
        if chosen := self._list.current():
            self.chosen.emit(chosen)
