"""What can go wrong with keys and files outside the store, each with a code of its own."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from math import ceil
from pathlib import Path

from app.core.errors import ForlaensError


class FileFailed(ForlaensError):
    """A file could not be read or written; `path` is the one that was wanted."""

    code = "file-failed"

    def __init__(self, path: Path, reason: str = "") -> None:
        super().__init__(f"{path.name}: {reason or self.code}")
        self.path = path


class DiskFull(FileFailed):
    """There is no room: nothing was written, the old file is untouched."""

    code = "disk-full"


class ReadOnlyPlace(FileFailed):
    """The folder, file or stick may be read but not written."""

    code = "read-only"


class PlaceMissing(FileFailed):
    """The folder or stick is not there (any more)."""

    code = "place-missing"


class RefusedPlace(FileFailed):
    """A store must not lie here; `kind` is "cloud" or "network"."""

    code = "place-refused"

    def __init__(self, path: Path, kind: str) -> None:
        super().__init__(path, kind)
        self.kind = kind


class NameTaken(FileFailed):
    """There is a store of that name already; nothing was written over it."""

    code = "name-taken"


class SlotsMissing(ForlaensError):
    """The slot file is gone: without it neither passphrase nor recovery key opens the store."""

    code = "slots-missing"


class SlotsDamaged(ForlaensError):
    """The slot file is cut short or altered."""

    code = "slots-damaged"


class SlotsRefused(ForlaensError):
    """The slot file asks for a key derivation this program would never have written; none was tried."""

    code = "slots-refused"


class SlotsNewer(ForlaensError):
    """The slot file was written by a newer version of the program."""

    code = "slots-newer"


class WrongSecret(ForlaensError):
    """The passphrase or recovery key does not fit; `wait` is how long the next try must wait."""

    code = "wrong-secret"

    def __init__(self, wait: timedelta = timedelta(0)) -> None:
        super().__init__(self.code)
        self.wait = wait


class WrongPassphrase(WrongSecret):
    """The passphrase does not fit."""

    code = "wrong-passphrase"


class WrongRecoveryKey(WrongSecret):
    """The recovery key is well formed, but it is not the one of this store."""

    code = "wrong-recovery-key"


class TooSoon(ForlaensError):
    """After wrong tries the next one has to wait; this one was not looked at."""

    code = "too-soon"

    def __init__(self, wait: timedelta) -> None:
        self.wait = wait
        self.seconds = ceil(wait.total_seconds())
        super().__init__(f"{self.seconds} s")


class MalformedRecoveryKey(ForlaensError):
    """What was typed cannot be a recovery key; `found` of `wanted` letters were recognised, `odd` are foreign to it."""

    code = "recovery-key-malformed"

    def __init__(self, found: int, wanted: int, odd: str) -> None:
        super().__init__(f"{found} of {wanted}")
        self.found = found
        self.wanted = wanted
        self.odd = odd


class PassphraseTooShort(ForlaensError):
    """A new passphrase needs at least `least` characters."""

    code = "passphrase-too-short"

    def __init__(self, least: int) -> None:
        super().__init__(f"at least {least}")
        self.least = least


class NotEnoughMemory(ForlaensError):
    """This machine has not the memory that deriving the key takes; the passphrase may well be right."""

    code = "not-enough-memory"


class StoreMissing(FileFailed):
    """There is no store file; none was made in its place."""

    code = "store-missing"


class StoreEmpty(FileFailed):
    """The store file has no content at all."""

    code = "store-empty"


class StorePlain(FileFailed):
    """The file is an ordinary, unencrypted SQLite database, not a store of this program."""

    code = "store-plain"


class StoreForeign(FileFailed):
    """The file is something else than a store, or its beginning was overwritten."""

    code = "store-foreign"


class StoreCutShort(FileFailed):
    """The store file ends in the middle of a page."""

    code = "store-cut-short"


class BackupDamaged(FileFailed):
    """The backup is incomplete or altered; it is not used."""

    code = "backup-damaged"


class WitnessDamaged(FileFailed):
    """The witness of the log is altered or was made with another key."""

    code = "witness-damaged"


class AlreadyRunning(ForlaensError):
    """Another instance holds the lock; `pid` and `socket` say which, where it has told so."""

    code = "already-running"

    def __init__(self, pid: int = 0, socket: str = "") -> None:
        super().__init__(f"process {pid}")
        self.pid = pid
        self.socket = socket


# EFBIG: a stick formatted as FAT holds no file above 4 GB, and a quota on size ends the same way.
_MEANINGS: dict[int, type[FileFailed]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EROFS: ReadOnlyPlace,
    errno.EACCES: ReadOnlyPlace,
    errno.EPERM: ReadOnlyPlace,
    errno.ENOENT: PlaceMissing,
    errno.ENOTDIR: PlaceMissing,
    errno.ENODEV: PlaceMissing,
    errno.ENXIO: PlaceMissing,
}


def meaning(error: OSError, path: Path) -> FileFailed:
    """The refusal an operating system's error means to the user."""
    kind = _MEANINGS.get(error.errno or 0, FileFailed)
    return kind(path, error.strerror or "")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn an OSError of the block into a `FileFailed` that names `path`."""
    try:
        yield
    except OSError as error:
        raise meaning(error, path) from error
