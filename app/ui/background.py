"""Work that takes longer than a moment, on one worker thread: key derivation, PDFs, backup, import, export."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")


class Cancelled(Exception):
    """Raised by a job that saw that it was cancelled."""


class Job(QObject, Generic[T]):
    """One piece of work. `succeeded` and `failed` are emitted on the thread of the object's owner."""

    succeeded = Signal(object)
    failed = Signal(object)
    _ended = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._cancelled = Event()
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop; it ends with `Cancelled` at its next look at `stop`."""
        self._cancelled.set()

    def stop(self) -> None:
        """For the work itself: raises `Cancelled` when the user has cancelled."""
        if self._cancelled.is_set():
            raise Cancelled

    def _on_done(self, future: Future[T]) -> None:
        self._ended.emit(future)

    def _tell(self, future: Future[T]) -> None:
        # Work that had not begun when the program ended was taken off the queue.
        error = Cancelled() if future.cancelled() else future.exception()
        if error is None:
            self.succeeded.emit(future.result())
        elif not isinstance(error, Cancelled):
            self.failed.emit(error)
        self.deleteLater()


class Background:
    """The one worker thread."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="forlaens")

    def start(self, owner: QObject, work: Callable[[], T]) -> Job[T]:
        """Begin the work; connect to the job that is returned before going back to the event loop."""
        job: Job[T] = Job(owner)
        self._pool.submit(work).add_done_callback(job._on_done)
        return job

    def close(self) -> None:
        """Wait for what runs and end the thread."""
        self._pool.shutdown(wait=True, cancel_futures=True)
