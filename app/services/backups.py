"""Backups of the open store: made on close and before a migration, copied to a second place, listed and restored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.core.errors import ForlaensError
from app.models import database, log_chain
from app.models.errors import StoreReadOnly
from app.services.custody import Custody
from app.services.store import Act, LogNote, Store
from app.vault import backup as vault_backup
from app.vault import backup_rota
from app.vault.backup import Backup
from app.vault.backup_rota import OutsideCopy
from app.vault.keys import DataKey
from app.vault.store_folder import DataFolder, StoreFolder
from app.vault.witness import Witness


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A backup that was made; `outside_problem` says why it did not reach the second place."""

    backup: Backup
    outside: Backup | None = None
    outside_problem: ForlaensError | None = None


def back_up(custody: Custody, reason: str, second_place: str = "") -> BackedUp:
    """Make and verify a backup, thin the old ones, and copy it to the second place where one is named.

    Raises `DiskFull`, `ReadOnlyPlace` or what is wrong with the store; then there is none.
    """
    if custody.store.read_only:
        raise StoreReadOnly("opened for reading")
    custody.store.log(LogNote(Act.BACKUP, detail=reason))
    made = vault_backup.make(
        custody.folder,
        custody.key,
        custody.store.backup_to,
        _check(custody.key),
        custody.clock(),
        reason=reason,
        witness=_witness(custody.store),
    )
    backup_rota.thin(custody.folder.backups, made)
    if not second_place:
        return BackedUp(made)
    try:
        return BackedUp(made, backup_rota.copy_outside(custody.folder, made, Path(second_place), custody.clock()))
    except ForlaensError as error:
        return BackedUp(made, outside_problem=error)


def before_migration(folder: StoreFolder, key: DataKey, clock: Callable[[], datetime]) -> None:
    """Copy the store away before its schema changes. Raises as `back_up`: without a copy nothing is migrated."""
    if folder.is_demo:
        return

    def snapshot(target: Path) -> None:
        database.snapshot(folder.store, key.raw, target)

    vault_backup.make(folder, key, snapshot, _check(key), clock(), reason="migration")


def listed(folder: StoreFolder, second_place: str = "") -> tuple[Backup, ...]:
    """The backups here and in the second place, newest first, each once. Raises `FileFailed`."""
    folders = [folder.backups]
    if second_place:
        folders.append(backup_rota.outside_folder(Path(second_place)))
    by_name = {backup.folder.name: backup for backup in reversed(vault_backup.listed(*folders))}
    return tuple(sorted(by_name.values(), key=lambda backup: backup.made, reverse=True))


def newest_whole(folder: StoreFolder, second_place: str = "") -> Backup | None:
    """The backup to offer when the store is damaged."""
    return vault_backup.newest_whole(listed(folder, second_place))


def found_in(place: Path) -> tuple[Backup, ...]:
    """The backups in a folder that was picked: it may hold them, hold the folder of them, or be one itself."""
    around = (place, backup_rota.outside_folder(place), place / "backups", place.parent)
    for folder in around:
        found = vault_backup.listed(folder)
        inside = [backup for backup in found if backup.folder == place] if folder == place.parent else list(found)
        if inside:
            return tuple(inside)
    return ()


def restore(data: DataFolder, backup: Backup, today: date) -> StoreFolder:
    """Make a new store out of a backup; the one there was stays under its own name. Raises as `backup.restore`."""
    return vault_backup.restore(data, backup, today)


def renew_slots(custody: Custody, second_place: str = "") -> int:
    """Give old backups the present passphrase and recovery key; how many were changed. Raises `FileFailed`."""
    folders = [custody.folder.backups]
    if second_place:
        folders.append(backup_rota.outside_folder(Path(second_place)))
    return vault_backup.renew_slots(custody.folder, *folders)


def last_outside(folder: StoreFolder) -> OutsideCopy | None:
    """The last copy in the second place, None where there never was one."""
    return backup_rota.last_outside(folder)


def is_same_disk(folder: StoreFolder, place: Path) -> bool:
    """Whether a second place would die with the store's disk. Raises `PlaceMissing`."""
    return backup_rota.is_same_disk(folder, place)


def _witness(store: Store) -> Witness | None:
    head: log_chain.Head = store.log_head()
    return Witness(head.count, head.mac, head.at) if head.at else None


def _check(key: DataKey) -> Callable[[Path], None]:
    def check(path: Path) -> None:
        database.verify(path, key.raw)

    return check
