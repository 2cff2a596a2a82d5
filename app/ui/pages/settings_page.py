"""Settings: who you are, language and look, reminders, lock and keys, copies, the log of access."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.core.changes import Changes
from app.services.custody import Custody
from app.ui.autostart import autostart
from app.ui.context import Context
from app.ui.lock import IdleWatch
from app.ui.pages.page import Page
from app.ui.pages.settings.about_card import AboutCard
from app.ui.pages.settings.copies_card import CopiesCard
from app.ui.pages.settings.lock_card import LockCard
from app.ui.pages.settings.look_card import LookCard
from app.ui.pages.settings.reminders_card import RemindersCard
from app.ui.pages.settings.who_card import WhoCard
from app.ui.widgets.surfaces import PageHeader, Scroll


class SettingsPage(Page):
    """Two columns of cards. The demo has no copies: it begins anew each day."""

    def __init__(self, context: Context, custody: Custody, watch: IdleWatch) -> None:
        super().__init__(context)
        self.who = WhoCard(context)
        self.look_card = LookCard(context)
        self.reminders = RemindersCard(context, autostart())
        self.lock_card = LockCard(context, custody, watch)
        self.copies = CopiesCard(context, custody)
        self.about = AboutCard(context, custody)
        self._has_copies = not custody.folder.is_demo
        self._watch = watch
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show what store and settings say."""
        self.who.refresh()
        if self._has_copies:
            self.copies.refresh()

    def concerns(self, changes: Changes) -> bool:
        """Only a change of the caseworker is seen here."""
        return changes.touches("caseworker")

    def _lay_out(self) -> None:
        scroll = Scroll()
        columns = QHBoxLayout()
        columns.setSpacing(16)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, cards in (
            (left, (self.who, self.look_card)),
            (right, (self.copies, self.lock_card, self.reminders, self.about)),
        ):
            column.setSpacing(16)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            columns.addLayout(column, 1)
        self.copies.setVisible(self._has_copies)
        scroll.body.addLayout(columns)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(26, 20, 26, 0)
        whole.setSpacing(16)
        whole.addWidget(PageHeader(self.context.words.tr("Settings")))
        whole.addWidget(scroll, 1)

    def _connect(self) -> None:
        self.look_card.lock_asked.connect(self._watch.lock_due)
        self.copies.lock_asked.connect(self._watch.lock_due)
