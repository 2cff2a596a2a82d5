"""When the caseload locks by itself: nobody is there, or the machine slept. Told by clocks, so nothing on the screen
can hold it up: a timer runs on behind open dialogs and menus, and the worker thread is not asked."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QInputEvent

TICK_MS = 2_000
# A tick that comes so many seconds late, on either clock, means that the machine slept.
_SLEPT = 30.0
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Emits `lock_due` once nobody touched the program for `minutes`, or after sleep.

    A visit (30–60 minutes with a child over the map) holds the idle lock off; `visit_changed` tells how many minutes
    are left, 0 when it is over. Sleep locks during a visit too. `elapsed` runs on while the clock of the wall is set
    (time.monotonic), `wall` tells of sleep where the other stands still.
    """

    lock_due = Signal()
    visit_changed = Signal(int)

    def __init__(
        self,
        minutes: int,
        parent: QObject,
        *,
        elapsed: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._elapsed, self._wall = elapsed, wall
        self._limit = minutes * 60.0
        self._touched = self._last = elapsed()
        self._last_wall = wall()
        self._visit_ends: float | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    def start(self) -> None:
        """Watch from now on."""
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()

    def set_minutes(self, minutes: int) -> None:
        """Lock after so many minutes from now on."""
        self._limit = minutes * 60.0

    def start_visit(self, minutes: int) -> None:
        """Hold the idle lock off for so many minutes."""
        self._visit_ends = self._elapsed() + minutes * 60.0
        self.visit_changed.emit(minutes)

    def end_visit(self) -> None:
        """The visit is over; the idle time counts from now."""
        self._visit_ends = None
        self._touched = self._elapsed()
        self.visit_changed.emit(0)

    def is_visit(self) -> bool:
        """Whether a visit holds the idle lock off."""
        return self._visit_ends is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that somebody is there; the event goes on to whom it was for."""
        # Asked of every event there is, the kind costs more than the class.
        if isinstance(event, QInputEvent) and event.type() in _SIGNS_OF_LIFE:
            self._touched = self._elapsed()
        return False

    def tick(self) -> None:
        """Look at both clocks."""
        now, wall = self._elapsed(), self._wall()
        since, since_by_wall = now - self._last, wall - self._last_wall
        self._last, self._last_wall = now, wall
        # A clock of the wall that was set back says nothing; one set ahead looks like sleep, which is harmless.
        if since > _SLEPT or since_by_wall - since > _SLEPT:
            self.lock_due.emit()
            return
        if self._visit_ends is not None:
            self._tell_visit(now)
        elif now - self._touched >= self._limit:
            self.lock_due.emit()

    def _tell_visit(self, now: float) -> None:
        left = (self._visit_ends or now) - now
        if left <= 0:
            self.end_visit()
        else:
            self.visit_changed.emit(-int(-left // 60))
