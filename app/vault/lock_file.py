"""One instance at a time, by a lock that the operating system holds and frees at once when the process dies.

The file itself stays for good: removing it would let a third instance lock a new file beside the old one. The fresh
process that locking the store starts keeps the process id, so nothing here relies on one.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from pathlib import Path

from app.vault import files
from app.vault.errors import AlreadyRunning, told

_PAUSE = 0.05


class InstanceLock:
    """The lock of a data folder. Not inherited by a process started with exec: that one takes it anew."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    @property
    def is_held(self) -> bool:
        """Whether this object holds the lock."""
        return self._handle is not None

    def acquire(self, socket: str = "", wait: float = 0.0) -> None:
        """Take the lock, within `wait` seconds; `socket` is where a second instance finds this one.

        Raises `AlreadyRunning` with what the other has told of itself, or `FileFailed` where no lock can be made.
        """
        if self.is_held:
            return
        with told(self._path):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        deadline = time.monotonic() + wait
        while not _try_lock(handle):
            if time.monotonic() >= deadline:
                os.close(handle)
                raise self._holder()
            time.sleep(_PAUSE)
        self._handle = handle
        self._tell(json.dumps({"pid": os.getpid(), "socket": socket}).encode())

    def release(self) -> None:
        """Give the lock up; nothing happens where it is not held."""
        if self._handle is not None:
            self._tell(b"")
            os.close(self._handle)
            self._handle = None

    def _tell(self, content: bytes) -> None:
        assert self._handle is not None  # noqa: S101  # both callers hold it
        with contextlib.suppress(OSError):  # on a full disk the lock holds all the same
            os.ftruncate(self._handle, 0)
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, content)

    def _holder(self) -> AlreadyRunning:
        told_of = files.read_json(self._path) or {}
        pid = told_of.get("pid")
        return AlreadyRunning(pid if isinstance(pid, int) else 0, str(told_of.get("socket", "")))


if sys.platform == "win32":
    import msvcrt

    # A locked range cannot be read by others, so it lies behind the content.
    _FAR = 1 << 20

    def _try_lock(handle: int) -> bool:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
