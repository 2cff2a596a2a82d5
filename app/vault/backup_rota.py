"""Which backups stay, and when one last went outside this machine."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.vault import backup as backups
from app.vault import files
from app.vault.backup import Backup
from app.vault.errors import told
from app.vault.store_folder import StoreFolder

_NEWEST = 3
_DAYS, _WEEKS, _MONTHS = 7, 5, 12
_MIGRATIONS = 3


@dataclass(frozen=True, slots=True)
class OutsideCopy:
    """The last copy in the second place: where, when it was copied, and when the backup itself was made (UTC)."""

    place: Path
    at: datetime
    made: datetime


def superfluous(found: Iterable[Backup]) -> tuple[Backup, ...]:
    """Those that may go, for each store by itself.

    Kept are the three newest, the last of each of the latest 7 days, 5 weeks and 12 months that have one, and the three
    latest before a migration. Damaged ones take nobody's place and go when three whole ones are newer. No clock is
    asked, so one that was set wrong costs no backup.
    """
    by_store: dict[str, list[Backup]] = {}
    for backup in sorted(found, key=lambda backup: backup.made, reverse=True):
        by_store.setdefault(backup.store_id, []).append(backup)
    return tuple(backup for same in by_store.values() for backup in _superfluous(same))


def thin(folder: Path, just_made: Backup) -> int:
    """Remove what is superfluous in a folder, never the one just made; how many went. Raises `FileFailed`."""
    gone = [backup for backup in superfluous(backups.listed(folder)) if backup.folder.name != just_made.folder.name]
    for backup in gone:
        files.remove_folder(backup.folder)
    return len(gone)


def copy_outside(store: StoreFolder, backup: Backup, place: Path, now: datetime) -> Backup:
    """Copy a backup to the second place (a stick, a network folder), thin there, and note when that was.

    Raises `PlaceMissing`, `DiskFull`, `ReadOnlyPlace` or `BackupDamaged`.
    """
    with told(place):
        place.stat()
    folder = outside_folder(place)
    copy = backups.copy_to(backup, folder)
    thin(folder, copy)
    note = {"place": str(place), "at": now.astimezone(UTC).isoformat(), "made": backup.made.isoformat()}
    files.write_json(store.outside, note)
    return copy


def outside_folder(place: Path) -> Path:
    """Where backups lie in a second place, apart from what else is on the stick."""
    return place / backups.OUTSIDE_FOLDER


def last_outside(store: StoreFolder) -> OutsideCopy | None:
    """The last copy outside; None where there never was one."""
    found = files.read_json(store.outside) or {}
    try:
        return OutsideCopy(
            Path(found["place"]), datetime.fromisoformat(found["at"]), datetime.fromisoformat(found["made"])
        )
    except (KeyError, TypeError, ValueError):
        return None


def is_same_disk(store: StoreFolder, place: Path) -> bool:
    """Whether a second place lies on the store's own disk, where it would die with it. Raises `PlaceMissing`."""
    with told(place):
        return place.stat().st_dev == store.folder.stat().st_dev


def _superfluous(newest_first: list[Backup]) -> list[Backup]:
    whole = [backup for backup in newest_first if backup.is_whole]
    if len(whole) < _NEWEST:
        return []
    kept = {backup.folder for backup in whole[:_NEWEST]}
    kept |= {b.folder for b in [b for b in whole if b.reason == "migration"][:_MIGRATIONS]}
    kept |= _last_of_each(whole, _DAYS, lambda made: made.date())
    kept |= _last_of_each(whole, _WEEKS, lambda made: made.isocalendar()[:2])
    kept |= _last_of_each(whole, _MONTHS, lambda made: (made.year, made.month))
    oldest_of_newest = whole[_NEWEST - 1].made
    return [b for b in newest_first if b.folder not in kept and (b.is_whole or b.made < oldest_of_newest)]


def _last_of_each(newest_first: list[Backup], most: int, period: Callable[[datetime], Hashable]) -> set[Path]:
    last: dict[Hashable, Path] = {}
    for backup in newest_first:
        if len(last) < most:
            last.setdefault(period(backup.made), backup.folder)
    return set(last.values())
