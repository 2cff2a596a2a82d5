"""What the program is, where it keeps things, and under which licences."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from app.services.custody import Custody
from app.ui.context import Context
from app.ui.dialogs.show_help import LICENCES, HelpDialog
from app.ui.dialogs.show_log import AccessLogDialog
from app.ui.widgets.button import Button
from app.ui.widgets.surfaces import Card
from app.ui.widgets.text import Text


class AboutCard(Card):
    """The log of access, the version and the licences."""

    def __init__(self, context: Context, custody: Custody) -> None:
        words = context.words
        super().__init__(words.tr("Log of access and about the program"))
        self._context = context
        self._log = Button(words.tr("Log of access"), icon="history")
        self._licences = Button(words.tr("Licences"), "quiet")
        self.body.addWidget(
            Text(
                words.tr("Look-ups, searches, prints, exports and unlockings are logged and cannot be altered unseen."),
                "quiet",
                wrap=True,
            )
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._log)
        row.addWidget(self._licences)
        row.addStretch(1)
        self.body.addLayout(row)
        place = words.tr("The caseload lies in {folder}", folder=str(custody.folder.folder))
        self.body.addWidget(Text(place, "small", wrap=True, select=True))
        self._log.clicked.connect(self._on_log)
        self._licences.clicked.connect(self._on_licences)

    def _on_log(self) -> None:
        AccessLogDialog(self._context, self).open()

    def _on_licences(self) -> None:
        HelpDialog(self._context.words, LICENCES, self).open()
