"""The system's own signs to lock, where it gives them: the session was locked, the machine goes to sleep.

Linux tells through logind on the system bus. Windows and macOS have no such sign in the parts of Qt that are used here:
there the clocks of `IdleWatch` notice the sleep when the machine wakes.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import SLOT, QObject, Signal, Slot

_SERVICE = "org.freedesktop.login1"


class SystemSigns(QObject):
    """Emits `lock_due`."""

    lock_due = Signal()

    def listen(self) -> bool:
        """Listen from now on; whether there is anybody to listen to."""
        if sys.platform != "linux":
            return False
        from PySide6.QtDBus import QDBusConnection  # not on every system, and not needed before the window is seen

        bus = QDBusConnection.systemBus()
        if not bus.isConnected():
            return False
        locked = bus.connect(_SERVICE, "", f"{_SERVICE}.Session", "Lock", self, SLOT("on_lock()").encode())
        sleeps = bus.connect(
            _SERVICE, "", f"{_SERVICE}.Manager", "PrepareForSleep", self, SLOT("on_sleep(bool)").encode()
        )
        return bool(locked and sleeps)

    @Slot()
    def on_lock(self) -> None:
        """The session was locked."""
        self.lock_due.emit()

    @Slot(bool)
    def on_sleep(self, starts: bool) -> None:
        """The machine goes to sleep (or wakes)."""
        if starts:
            self.lock_due.emit()
