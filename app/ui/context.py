"""What every page is handed: the store's read and write, the words, the look, the day; and the one signal of change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Concatenate, ParamSpec, TypeVar

from dateutil.tz import tzlocal
from PySide6.QtCore import QObject, QTimer, Signal

from app.core.catalogue import Catalogue
from app.core.changes import Changes
from app.core.figures import Figures, figures
from app.core.status import CaseStatus
from app.core.work_list import WorkLine, work_list
from app.services.caseload import counted_statuses, status_of
from app.services.catalogue import load_catalogue
from app.services.store import CASEWORK, Act, LogNote, Store
from app.ui.background import Background
from app.ui.look import Look
from app.ui.settings import SettingsFile
from app.words import Words

_MINUTE_MS = 60_000
P = ParamSpec("P")
T = TypeVar("T")


class Place(StrEnum):
    """Where the window can lead to."""

    OVERVIEW = "overview"
    CASES = "cases"
    CASE = "case"
    FOLLOW_UPS = "follow_ups"
    CALENDAR = "calendar"
    STATISTICS = "statistics"
    PRINTS = "prints"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Destination:
    """A place, and where it is a case: which, which tab, and which record in it."""

    place: Place
    case_id: str = ""
    tab: str = ""
    item: str = ""


class Context(QObject):
    """Handed to every page and dialog; nothing else reaches the store.

    `changed` is emitted once for each write that touched data, undo among them; `went` asks the window to lead
    somewhere, `find_asked` for the search of everything, `turned` says that time alone has moved a line of the work:
    at midnight, or as 24 hours end. Errors of reading and writing are raised to the caller.
    """

    changed = Signal(object)
    turned = Signal()
    went = Signal(object)
    copied = Signal()
    find_asked = Signal()

    def __init__(
        self,
        *,
        store: Store,
        words: Words,
        look: Look,
        settings: SettingsFile,
        clock: Callable[[], datetime],
        background: Background,
    ) -> None:
        super().__init__()
        self.store = store
        self.words = words
        self.look = look
        self.settings = settings
        self.background = background
        self.catalogue: Catalogue = store.read(load_catalogue)
        self._clock = clock
        self._statuses: tuple[date, tuple[CaseStatus, ...]] | None = None
        self._work: tuple[datetime, tuple[WorkLine, ...]] | None = None
        self._told: tuple[object, ...] | None = None
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self.look_at_clock)
        self._minute.start()

    def now(self) -> datetime:
        """The local time, in a zone that knows when summer time begins: 24 hours are counted across it."""
        return self._clock().astimezone(tzlocal())

    def today(self) -> date:
        """The local day."""
        return self.now().date()

    def read(self, query: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What a query service returns; raises a `StoreError` or `NotFound`."""
        return self.store.read(query, *args, **kwargs)

    def write(self, service: Callable[Concatenate[Any, P], Changes], *args: P.args, **kwargs: P.kwargs) -> Changes:
        """Carry out a write service and tell every page; `Invalid` or a `StoreError` says that nothing was saved."""
        return self._tell(self.store.write(service, *args, **kwargs))

    def statuses(self) -> tuple[CaseStatus, ...]:
        """The status of every open case today, derived once for all who show it, until something changes."""
        today = self.today()
        return tuple(status for status in self._counted() if status.file.case.is_open(today))

    def status(self, case_id: str) -> CaseStatus:
        """The status of one case, open or not; raises `NotFound`."""
        known = next((status for status in self._counted() if status.case_id == case_id), None)
        return known or self.store.read(status_of, case_id, self.catalogue, self.today())

    def figures(self) -> Figures:
        """The figures of the caseload today."""
        return figures(self._counted(), self.catalogue, self.today())

    def work(self) -> tuple[WorkLine, ...]:
        """What there is to do in all cases now, by urgency, gathered once for all who show it within a minute."""
        minute = self.now().replace(second=0, microsecond=0)
        if self._work is None or self._work[0] != minute:
            self._work = minute, work_list(self._counted(), self.catalogue, minute)
            if self._told is None:
                self._told = _standing(self._work[1])
        return self._work[1]

    def look_at_clock(self) -> None:
        """Say so where a line of the work has come to stand elsewhere since it was last told."""
        standing = _standing(self.work())
        if standing != self._told:
            self._told = standing
            self.turned.emit()

    def undo(self) -> Changes | None:
        """Take the last change back; None when there is none."""
        return self._tell_if(self.store.undo())

    def redo(self) -> Changes | None:
        """Bring back what undo took; None when there is nothing."""
        return self._tell_if(self.store.redo())

    def log(self, act: Act, case_id: str = "", purpose: str = CASEWORK, detail: str = "") -> None:
        """Log an act that changes no data: a look-up, a print, a reveal."""
        self.store.log(LogNote(act, case_id, purpose, detail))

    def hand_out(
        self,
        act: Act,
        case_ids: Sequence[str],
        purpose: str,
        detail: str,
        keep: Callable[Concatenate[Any, P], None],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Log for each case that something leaves the program, and keep what it is in the same transaction."""
        notes = [LogNote(act, case_id, purpose, detail) for case_id in case_ids]
        self.store.hand_out(notes, lambda session: keep(session, *args, **kwargs))

    def go(self, place: Place, case_id: str = "", tab: str = "", item: str = "") -> None:
        """Lead the window somewhere."""
        self.went.emit(Destination(place, case_id, tab, item))

    def _counted(self) -> tuple[CaseStatus, ...]:
        today = self.today()
        if self._statuses is None or self._statuses[0] != today:
            self._statuses = today, self.store.read(counted_statuses, self.catalogue, today)
        return self._statuses[1]

    def _tell_if(self, changes: Changes | None) -> Changes | None:
        return self._tell(changes) if changes else None

    def _tell(self, changes: Changes) -> Changes:
        if changes.touches("catalogue_item"):
            self.catalogue = self.store.read(load_catalogue)
        if changes.tables:
            self._statuses = None
            self._work = None
            self._told = None
            self.changed.emit(changes)
        return changes


def _standing(work: tuple[WorkLine, ...]) -> tuple[object, ...]:
    """Where each line stands."""
    return tuple((line.key, line.group, line.urgency) for line in work)
