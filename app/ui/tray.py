"""The program in the system's tray: an icon that brings the window back, and the reminder of the day."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from app.core.reminders import Reminder
from app.ui.theme import Theme
from app.words import Words

_SIZE = 64
_STEPS = 4
_SHOWN_MS = 15_000


class Tray(QObject):
    """Emits `opened` where the window is wanted, `reminder_opened` where a reminder was clicked, and `quit_asked`.

    A system without a tray has none of it, and nothing is said of that.
    """

    opened = Signal()
    reminder_opened = Signal()
    quit_asked = Signal()

    def __init__(self, words: Words, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._icon = QSystemTrayIcon(staircase_icon(theme), self)
        self._icon.setToolTip("Forlæns")
        self._menu = QMenu()
        self._open = self._menu.addAction("")
        self._quit = self._menu.addAction("")
        self._icon.setContextMenu(self._menu)
        self.speak(words)
        self._open.triggered.connect(self.opened)
        self._quit.triggered.connect(self.quit_asked)
        self._icon.activated.connect(self._on_activated)
        self._icon.messageClicked.connect(self.reminder_opened)

    def speak(self, words: Words) -> None:
        """Use the words of another language from now on."""
        self._words = words
        self._open.setText(words.tr("Open Forlæns"))
        self._quit.setText(words.tr("Quit Forlæns"))

    def appear(self) -> bool:
        """Show the icon; whether there is a tray to show it in. One that comes later can be asked for again."""
        if not self._icon.isVisible() and QSystemTrayIcon.isSystemTrayAvailable():
            self._icon.show()
        return self._icon.isVisible()

    def put_away(self) -> None:
        """Take the icon back, where the process ends without a farewell."""
        self._icon.hide()

    def remind(self, reminder: Reminder) -> bool:
        """Show a reminder; whether there is a tray that can."""
        if not (self.appear() and QSystemTrayIcon.supportsMessages()):
            return False
        self._icon.showMessage("Forlæns", sentence(self._words, reminder), self._icon.icon(), _SHOWN_MS)
        return True

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        # On macOS every click opens the menu, which offers it.
        if reason is not QSystemTrayIcon.ActivationReason.Context and sys.platform != "darwin":
            self.opened.emit()


def staircase_icon(theme: Theme) -> QIcon:
    """The staircase, small enough for a tray, in colours that stand out on a light and on a dark one."""
    picture = QPixmap(_SIZE, _SIZE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    across = _SIZE / _STEPS
    for number in range(_STEPS):
        height = _SIZE * (number + 1) / _STEPS
        painter.setBrush(theme.step(number + 1))
        painter.drawRoundedRect(QRectF(number * across + 1, _SIZE - height, across - 2, height), 4, 4)
    painter.end()
    return QIcon(picture)


def sentence(words: Words, reminder: Reminder) -> str:
    """ "1 deadline has passed · 2 deadlines within 3 days": counts alone, since anybody may stand by."""
    parts = []
    if reminder.over:
        parts.append(words.trn("{n} deadline has passed", "{n} deadlines have passed", reminder.over))
    if reminder.today:
        parts.append(words.trn("{n} deadline today", "{n} deadlines today", reminder.today))
    if reminder.soon and reminder.within == 1:
        parts.append(words.trn("{n} deadline tomorrow", "{n} deadlines tomorrow", reminder.soon))
    elif reminder.soon:
        within = {"days": reminder.within}
        parts.append(
            words.trn("{n} deadline within {days} days", "{n} deadlines within {days} days", reminder.soon, **within)
        )
    return " · ".join(parts)
