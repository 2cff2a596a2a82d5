"""The one reminder of a day: when it is time to look for it. It runs on while the caseload is locked."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from datetime import date, datetime

from PySide6.QtCore import QObject, QTimer

from app.core.errors import ForlaensError
from app.core.reminders import Reminder, due_reminder
from app.ui.settings import SettingsFile

# The tray has taken the icon by then.
_FIRST_MS = 2_000
_MINUTE_MS = 60_000
# A reminder at midnight would be gone before anybody sees it.
_MORNING = 7


class Reminding(QObject):
    """Looks at the start, on the hour, and when it is asked to, whether it is time to remind.

    `counts` says how much is due on which day. `tell` shows a reminder and says whether it could be shown: only then
    is the day remembered, without a name. The hour is compared each minute, so sleep and a clock that is set hold
    nothing up.
    """

    def __init__(
        self,
        settings: SettingsFile,
        clock: Callable[[], datetime],
        counts: Callable[[], Mapping[date, int]],
        tell: Callable[[Reminder], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._settings, self._clock = settings, clock
        self._counts, self._tell = counts, tell
        self._looked_at: tuple[date, int] | None = None
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self.look_at_clock)

    def start(self) -> None:
        """Look soon, and from then on on the hour."""
        QTimer.singleShot(_FIRST_MS, self, self.look)
        self._minute.start()

    def look_at_clock(self) -> None:
        """Look once an hour has begun since the last look."""
        now = self._clock().astimezone()
        if (now.date(), now.hour) != self._looked_at:
            self.look()

    def look(self) -> None:
        """Remind where it is time to and nothing was shown today."""
        now = self._clock().astimezone()
        self._looked_at = now.date(), now.hour
        chosen = self._settings.now
        if not chosen.reminds or now.hour < _MORNING:
            return
        with contextlib.suppress(ForlaensError):  # a store that cannot be read says so where it is used
            found = due_reminder(self._counts(), now.date(), chosen.remind_ahead, _day(chosen.reminded_on))
            if found is not None and self._tell(found):
                self._settings.change(reminded_on=now.date().isoformat())


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
