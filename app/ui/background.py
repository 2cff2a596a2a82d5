"""Work that takes longer than a moment, on one worker thread: key derivation, PDFs, backup, import, export."""

from __future__ import annotations

import gc
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from threading import Event
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

_SWEEP_MS = 1000

T = TypeVar("T")


class Cancelled(Exception):
    """Raised by a job that saw that it was cancelled."""


class Job(QObject, Generic[T]):
    """One piece of work. `succeeded` and `failed` are emitted on the thread of the object's owner."""

    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._cancelled = Event()

    def cancel(self) -> None:
        """Ask the work to stop; it ends with `Cancelled` at its next look at `stop`."""
        self._cancelled.set()

    def stop(self) -> None:
        """For the work itself: raises `Cancelled` when the user has cancelled."""
        if self._cancelled.is_set():
            raise Cancelled

    def tell(self, future: Future[T]) -> None:
        """Say how the work ended; on the owner's thread."""
        # Work that had not begun when the program ended was taken off the queue.
        error = Cancelled() if future.cancelled() else future.exception()
        if error is None:
            self.succeeded.emit(future.result())
        elif not isinstance(error, Cancelled):
            self.failed.emit(error)
        self.deleteLater()


class _Courier(QObject):
    """Brings what the worker thread ended to the thread of the screen; lives longer than any job's owner."""

    _ended = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def send(self, job: Job[Any], future: Future[Any]) -> None:
        """From the worker thread: the job itself must not be touched there, its owner may be gone."""
        self._ended.emit((job, future))

    def _deliver(self, ended: tuple[Job[Any], Future[Any]]) -> None:
        job, future = ended
        if isValid(job):
            job.tell(future)


class _Sweeper(QTimer):
    """Collects garbage on the thread of the screen only, as often as Python would by itself.

    Python collects on whichever thread happens to allocate. On the worker it would take down widgets of a closed
    dialog there, and Qt crashes when a widget dies outside the thread of the screen.
    """

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        self.timeout.connect(self._sweep)
        self.start(_SWEEP_MS)

    def put_away(self) -> None:
        """Leave it to Python again, once there is no worker any more."""
        self.stop()
        gc.enable()

    def _sweep(self) -> None:
        ages = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [age for age, (count, most) in enumerate(ages) if count > most]
        if due:
            gc.collect(max(due))


class Background:
    """The one worker thread; garbage is collected on the thread of the screen as long as it is there."""

    def __init__(self) -> None:
        self._courier = _Courier()
        self._sweeper = _Sweeper()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="forlaens")
        self._is_closed = False

    def spare_what_is_loaded(self) -> None:
        """Look for garbage only among what is made from now on: going through all modules takes forty milliseconds."""
        gc.freeze()

    def start(self, owner: QObject, work: Callable[[], T]) -> Job[T]:
        """Begin the work; connect to the job that is returned before going back to the event loop.

        Once closed nothing is begun any more: what ended last may still ask for the next thing.
        """
        job: Job[T] = Job(owner)
        if self._is_closed:
            return job
        self._pool.submit(work).add_done_callback(partial(self._courier.send, job))
        return job

    def close(self) -> None:
        """Wait for what runs and end the thread."""
        self._is_closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._sweeper.put_away()
