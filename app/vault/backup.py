"""Backups: a folder with one store file, its slots and a manifest, verified after writing and never touched again.

A backup is built in a folder that ends in `.tmp` and renamed when it is whole, so nothing half-made is ever listed: a
half-copied store would open as a valid empty one. The store itself is copied by a function of the caller's.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from app.core.errors import ForlaensError
from app.vault import files, slot_file
from app.vault.errors import BackupDamaged, told
from app.vault.keys import DataKey
from app.vault.store_folder import SLOTS_FILE, STORE_FILE, DataFolder, StoreFolder
from app.vault.witness import Witness
from app.vault.witness import to_json as witness_to

FORMAT = "forlaens-backup"
VERSION = 1
MANIFEST_FILE = "manifest.json"
OUTSIDE_FOLDER = "Forlaens backups"

Snapshot = Callable[[Path], None]
"""Writes a consistent copy of the open store to a path that does not exist yet, or raises."""
Check = Callable[[Path], None]
"""Opens a copy with the key and reads all of it, or raises."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup as listed. `is_whole` is told by manifest, size and slots; `verify` reads all of it."""

    folder: Path
    made: datetime
    reason: str
    size: int
    store_id: str
    is_whole: bool

    @property
    def store(self) -> Path:
        """The encrypted database."""
        return self.folder / STORE_FILE

    @property
    def slots(self) -> Path:
        """The slots as they were, or as `renew_slots` left them."""
        return self.folder / SLOTS_FILE

    @property
    def manifest(self) -> Path:
        """What the backup must hold."""
        return self.folder / MANIFEST_FILE


def make(
    store: StoreFolder,
    key: DataKey,
    snapshot: Snapshot,
    check: Check,
    now: datetime,
    *,
    reason: str = "manual",
    witness: Witness | None = None,
) -> Backup:
    """Make a backup of the open store on the same disk and verify it; `reason` is one word: "close", "migration" …

    Raises `DiskFull`, `ReadOnlyPlace`, what is wrong with the slots, or what `snapshot` and `check` raise. Then nothing
    is left of it.
    """
    made = now.astimezone(UTC)
    store_id = slot_file.load(store.slots).store_id
    with _building(store.backups, _name(store.backups, made)) as half:
        copy = half / STORE_FILE
        snapshot(copy)
        check(copy)
        _remove_strays(half)
        files.sync_file(copy)
        files.copy_synced(store.slots, half / SLOTS_FILE)
        files.write_json(
            half / MANIFEST_FILE,
            {
                "format": FORMAT,
                "version": VERSION,
                "made": made.isoformat(),
                "reason": reason,
                "store": store_id,
                "size": copy.stat().st_size,
                "sha256": _digest(copy),
                "witness": witness_to(key, store_id, witness) if witness else None,
            },
        )
        name = half.name.removeprefix(".").removesuffix(files.TEMPORARY)
    return _read(store.backups / name)


def listed(*folders: Path) -> tuple[Backup, ...]:
    """The backups in these folders, newest first; a folder that is not there has none. Raises `FileFailed`."""
    found = [_read(path) for folder in folders if folder.is_dir() for path in _candidates(folder)]
    return tuple(sorted(found, key=lambda backup: (backup.made, backup.folder.name), reverse=True))


def newest_whole(backups: tuple[Backup, ...]) -> Backup | None:
    """The one to offer when the store is damaged."""
    return next((backup for backup in backups if backup.is_whole), None)


def verify(backup: Backup) -> None:
    """Read the whole backup and compare it with its manifest. Raises `BackupDamaged` or `FileFailed`."""
    with told(backup.folder):
        if not backup.is_whole or _digest(backup.store) != (files.read_json(backup.manifest) or {}).get("sha256"):
            raise BackupDamaged(backup.folder)


def restore(data: DataFolder, backup: Backup, today: date, check: Check | None = None) -> StoreFolder:
    """Make a new store out of a backup and let it be the one to open; the store there was stays under its own name.

    What was looked up in a damaged store and waits for a log is logged in the new one. `check` can be given where the
    key is known. Raises `BackupDamaged`, `DiskFull`, `ReadOnlyPlace` or what `check` raises; then the store to open is
    the same as before.
    """
    verify(backup)
    store, before = data.free(today), data.current()
    with data.making(store) as half:
        files.copy_synced(backup.store, half.store)
        files.copy_synced(backup.slots, half.slots)
        if before and before.held_log.exists():
            files.copy_synced(before.held_log, half.held_log)
        if witness := (files.read_json(backup.manifest) or {}).get("witness"):
            files.write_json(half.witness, witness)
        if check:
            check(half.store)
        _remove_strays(half.folder)
    data.make_current(store)
    return store


def renew_slots(store: StoreFolder, *folders: Path) -> int:
    """Give the backups of this store its present slots, so that an old passphrase opens none of them; how many changed.

    Raises `FileFailed` or what is wrong with the store's slots.
    """
    store_id = slot_file.load(store.slots).store_id
    with told(store.slots):
        content = store.slots.read_bytes()
        of_this_store = [backup for backup in listed(*folders) if backup.store_id == store_id]
        outdated = [backup for backup in of_this_store if _content(backup.slots) != content]
    for backup in outdated:
        files.write_atomic(backup.slots, content)
    return len(outdated)


@contextmanager
def _building(folder: Path, name: str) -> Iterator[Path]:
    """A temporary folder that takes `name` in `folder` when the block ends well, and else disappears."""
    half = folder / f".{name}{files.TEMPORARY}"
    try:
        with told(folder / name):
            folder.mkdir(parents=True, exist_ok=True)
            shutil.rmtree(half, ignore_errors=True)
            half.mkdir()
            yield half
            files.sync_folder(half)
            half.rename(folder / name)
            files.sync_folder(folder)
    except BaseException:
        shutil.rmtree(half, ignore_errors=True)
        raise


def copy_to(backup: Backup, folder: Path) -> Backup:
    """Copy a backup into another folder and read it back; where it is there already, that one is read.

    A copy that was damaged since is made anew, and a backup of another caseload keeps its name. Raises `BackupDamaged`,
    `DiskFull`, `ReadOnlyPlace` or `PlaceMissing`.
    """
    manifest = files.read_json(backup.manifest)
    if manifest is None:
        raise BackupDamaged(backup.folder)
    with told(folder):
        places = (folder / name for name in _names(backup.folder.name))
        target = next(p for p in places if not p.exists() or files.read_json(p / MANIFEST_FILE) == manifest)
        if target.exists() and not _is_sound(target):
            files.remove_folder(target)
        if not target.exists():
            with _building(folder, target.name) as half:
                for path in (backup.store, backup.slots, backup.manifest):
                    files.copy_synced(path, half / path.name)
                verify(_read(half))
    return _read(target)


def _is_sound(folder: Path) -> bool:
    try:
        verify(_read(folder))
    except ForlaensError:
        return False
    return True


def _name(folder: Path, made: datetime) -> str:
    return next(name for name in _names(made.strftime("%Y-%m-%dT%H%M%SZ")) if not (folder / name).exists())


def _names(plain: str) -> Iterator[str]:
    yield plain
    yield from (f"{plain}-{number}" for number in range(2, 1000))


def _candidates(folder: Path) -> Iterator[Path]:
    with told(folder):
        for path in folder.iterdir():
            half_made = path.name.endswith(files.TEMPORARY)
            if not half_made and ((path / MANIFEST_FILE).exists() or (path / STORE_FILE).exists()):
                yield path


def _read(folder: Path) -> Backup:
    manifest = files.read_json(folder / MANIFEST_FILE) or {}
    size = _size(folder / STORE_FILE)
    return Backup(
        folder,
        _made(folder, manifest),
        str(manifest.get("reason", "")),
        size + _size(folder / SLOTS_FILE),
        str(manifest.get("store", "")),
        is_whole=manifest.get("format") == FORMAT and manifest.get("size") == size and _slots_fit(folder, manifest),
    )


def _slots_fit(folder: Path, manifest: dict[str, Any]) -> bool:
    try:
        return slot_file.load(folder / SLOTS_FILE).store_id == manifest.get("store")
    except ForlaensError:
        return False


def _made(folder: Path, manifest: dict[str, Any]) -> datetime:
    for text in (str(manifest.get("made")), folder.name[: len("2026-01-31T120000Z")]):
        with contextlib.suppress(ValueError, OverflowError):
            return datetime.fromisoformat(text).astimezone(UTC)
    with told(folder):
        return datetime.fromtimestamp(folder.stat().st_mtime, UTC)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _remove_strays(folder: Path) -> None:
    """A journal beside a copied store would be played into it."""
    for stray in folder.glob(f"{STORE_FILE}-*"):
        stray.unlink()
