"""Writing outside the store: temp, fsync, replace, fsync of the folder.

A direct write destroys the old file when the disk is full or the power goes. A name that ends in `.tmp` is never a
result: it is what an interrupted write left, and `sweep` removes it.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from app.vault.errors import told

TEMPORARY = ".tmp"

# Some network folders and virtual file systems cannot sync a folder and say so; the files in it were synced.
_CANNOT_SYNC = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EBADF}


def write_atomic(path: Path, content: bytes) -> None:
    """Write a whole file or leave the old one as it was; durable when this returns.

    Raises `DiskFull`, `ReadOnlyPlace`, `PlaceMissing` or `FileFailed`.
    """
    with told(path):
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=TEMPORARY)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                sync(file.fileno())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def write_json(path: Path, content: dict[str, Any]) -> None:
    """Write a JSON object atomically; raises as `write_atomic`."""
    write_atomic(path, (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode())


def read_json(path: Path) -> dict[str, Any] | None:
    """The JSON object in a small file; None where it is missing, unreadable or something else."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def copy_synced(source: Path, target: Path) -> None:
    """Copy a file's content, durable when this returns; not atomic, so the target must lie in a temporary folder."""
    with told(target), source.open("rb") as origin, target.open("xb") as copy:
        shutil.copyfileobj(origin, copy, 1 << 20)
        copy.flush()
        sync(copy.fileno())


def sync(handle: int) -> None:
    """Force a file's content to the disk itself; macOS keeps it in the drive's cache unless asked in its own way."""
    if sys.platform == "darwin":
        import fcntl  # not on every system

        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
    else:
        os.fsync(handle)


def sync_file(path: Path) -> None:
    """Force a file that somebody else wrote to the disk."""
    with told(path), path.open("rb+") as file:
        sync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make names in a folder durable, where the system can: Windows opens no folders and keeps names by itself."""
    with contextlib.suppress(PermissionError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno not in _CANNOT_SYNC:
                raise
        finally:
            os.close(handle)


def remove_folder(folder: Path) -> None:
    """Remove a folder so that, whenever this is interrupted, no half of it keeps its name. Raises `FileFailed`."""
    with told(folder):
        doomed = folder.with_name(f".{folder.name}{TEMPORARY}")
        shutil.rmtree(doomed, ignore_errors=True)
        folder.rename(doomed)
        shutil.rmtree(doomed, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Remove what interrupted writes left in a folder. Only the instance that holds the lock may do this."""
    if not folder.is_dir():
        return
    for left in folder.glob(f"*{TEMPORARY}"):
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left, ignore_errors=True)
        else:
            with contextlib.suppress(OSError):  # a read-only place keeps its leftovers; they are never listed
                left.unlink()
