"""Where a store may lie. Folders that another program copies away, and folders on another machine, are refused.

Syncing programs copy a database in the middle of a write and put old versions back; network file systems do not keep
the locks SQLite relies on. Copies may well go there: a backup is written whole and never touched again.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path, PureWindowsPath

from app.vault.errors import RefusedPlace

_CLOUD_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_CLOUD_FOLDERS = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud", "box sync")
_CLOUD_PARENTS = ("mobile documents", "cloudstorage")  # macOS keeps iCloud and all other providers in these
_NETWORK_SYSTEMS = (
    "nfs",
    "cifs",
    "smb",
    "afs",
    "ceph",
    "glusterfs",
    "davfs",
    "fuse.sshfs",
    "fuse.gvfsd",
    "fuse.rclone",
    "fuse.davfs",
)
_DRIVE_REMOTE = 4
_MOUNTS = Path("/proc/self/mountinfo")


def demand_own_disk(folder: Path) -> None:
    """Raise `RefusedPlace` where a store must not lie: in a synced folder ("cloud") or on another machine ("network").

    Told by names, variables and mounts, so an unknown syncing program is not noticed.
    """
    whole = folder.expanduser().resolve()
    if is_synced(whole, os.environ):
        raise RefusedPlace(folder, "cloud")
    if is_remote(whole):
        raise RefusedPlace(folder, "network")


def is_synced(folder: Path, environment: Mapping[str, str]) -> bool:
    """Whether a folder lies inside one of a known syncing program."""
    for name in _CLOUD_VARIABLES:
        if (root := environment.get(name)) and folder.is_relative_to(Path(root).resolve()):
            return True
    parts = [part.casefold() for part in folder.parts]
    return any(part.startswith(_CLOUD_FOLDERS) or part in _CLOUD_PARENTS for part in parts)


def is_remote(folder: Path) -> bool:
    """Whether a folder lies on another machine, as far as the system tells."""
    if PureWindowsPath(folder).drive.startswith("\\\\"):
        return True
    if sys.platform == "win32":
        import ctypes  # only Windows has the call

        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _DRIVE_REMOTE)
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return file_system_of(folder, mounts).startswith(_NETWORK_SYSTEMS)


def file_system_of(folder: Path, mounts: str) -> str:
    """The type of the file system a folder lies on, from the text of Linux' mountinfo; "" where it does not say."""
    best, found = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 10 or "-" not in fields:
            continue
        point = Path(fields[4].replace("\\040", " "))
        if folder.is_relative_to(point) and len(point.parts) >= best:
            best, found = len(point.parts), fields[fields.index("-") + 1]
    return found
