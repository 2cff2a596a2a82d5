"""When the caseload locks, and what opens it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from app.services.custody import Custody
from app.ui.context import Context
from app.ui.dialogs.change_passphrase import ChangePassphraseDialog
from app.ui.dialogs.new_recovery_key import NewRecoveryKeyDialog
from app.ui.lock import IdleWatch
from app.ui.settings import IDLE_MINUTES, VISIT_MINUTES
from app.ui.widgets.button import Button
from app.ui.widgets.choice_fields import Option, SegmentedField
from app.ui.widgets.form import Form
from app.ui.widgets.surfaces import Card


class LockCard(Card):
    """Minutes of idle time and of a visit; passphrase and recovery key, which the demo has not."""

    def __init__(self, context: Context, custody: Custody, watch: IdleWatch) -> None:
        words = context.words
        super().__init__(words.tr("Lock and keys"), words.tr("Ctrl+L locks, F9 covers the window"))
        self._context, self._custody, self._watch = context, custody, watch
        form = Form(words)
        self._idle = form.add(
            "idle",
            words.tr("Lock when nobody has touched the program for"),
            SegmentedField(tuple(Option(str(n), words.tr("{n} min", n=n)) for n in IDLE_MINUTES)),
        )
        self._visit = form.add(
            "visit",
            words.tr("A visit keeps the caseload open for"),
            SegmentedField(tuple(Option(str(n), words.tr("{n} min", n=n)) for n in VISIT_MINUTES)),
            help_text=words.tr("You start a visit at the foot of the rail. Sleep and Ctrl+L lock all the same."),
        )
        now = context.settings.now
        form.set_values({"idle": str(now.idle_minutes), "visit": str(now.visit_minutes)})
        self._passphrase = Button(words.tr("Change the passphrase"))
        self._recovery = Button(words.tr("Make a new recovery key"))
        keys = QHBoxLayout()
        keys.setSpacing(8)
        keys.addWidget(self._passphrase)
        keys.addWidget(self._recovery)
        keys.addStretch(1)
        self.body.addWidget(form)
        self.body.addLayout(keys)
        for button in (self._passphrase, self._recovery):
            button.setVisible(not custody.folder.is_demo)
        self._idle.edited.connect(self._on_idle)
        self._visit.edited.connect(self._on_visit)
        self._passphrase.clicked.connect(self._on_passphrase)
        self._recovery.clicked.connect(self._on_recovery)

    def _on_idle(self) -> None:
        minutes = int(self._idle.value())
        self._watch.set_minutes(minutes)
        self._context.settings.change(idle_minutes=minutes)

    def _on_visit(self) -> None:
        self._context.settings.change(visit_minutes=int(self._visit.value()))

    def _on_passphrase(self) -> None:
        ChangePassphraseDialog(self._context, self._custody, self).open()

    def _on_recovery(self) -> None:
        NewRecoveryKeyDialog(self._context, self._custody, self).open()
