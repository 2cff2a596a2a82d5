"""Opening a store with passphrase or recovery key, and changing either.

Changing one only rewraps the data key. The slots before the change stay beside the new ones until those have opened the
store; `confirm_opened` then removes them. Old backups still open with the old passphrase until `backup.renew_slots`.
"""

from __future__ import annotations

import dataclasses
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.core.errors import ForlaensError
from app.vault import files, slot_file, tries
from app.vault.errors import PassphraseTooShort, TooSoon, WrongSecret, told
from app.vault.keys import SHORTEST_PASSPHRASE, Cost, DataKey
from app.vault.recovery import RecoveryKey
from app.vault.slot_file import SlotFile
from app.vault.store_folder import StoreFolder
from app.vault.tries import WrongTries


@dataclass(frozen=True, slots=True)
class Unlocked:
    """An opened key: of which store, by which slot file, and the wrong tries to be told and logged."""

    key: DataKey
    store_id: str
    slots: Path
    wrong_tries: WrongTries


@dataclass(frozen=True, slots=True)
class SlotsCopy:
    """A slot file to choose from; `problem` says why it cannot be used, None where it can."""

    path: Path
    problem: ForlaensError | None


def demand_passphrase(passphrase: str) -> None:
    """Raise `PassphraseTooShort` where a new passphrase has fewer than 12 characters."""
    if len(unicodedata.normalize("NFC", passphrase)) < SHORTEST_PASSPHRASE:
        raise PassphraseTooShort(SHORTEST_PASSPHRASE)


def create(store: StoreFolder, passphrase: str, cost: Cost) -> tuple[DataKey, RecoveryKey]:
    """Make a data key and its slots in a folder that is being made (`DataFolder.making`); takes 0.5–1 s.

    `cost` comes from `keys.calibrate`. Raises `PassphraseTooShort`, `NotEnoughMemory` or `FileFailed`.
    """
    demand_passphrase(passphrase)
    key, recovery = DataKey.random(), RecoveryKey.random()
    files.write_json(store.slots, SlotFile.new(key, passphrase, cost, recovery).to_json())
    return key, recovery


def unlock(store: StoreFolder, passphrase: str, now: datetime, slots: Path | None = None) -> Unlocked:
    """The data key by passphrase; takes 0.5–1 s. `slots` names another slot file than the store's own.

    Raises `WrongPassphrase`, `TooSoon`, `SlotsMissing`, `SlotsDamaged`, `SlotsRefused`, `SlotsNewer`,
    `NotEnoughMemory`.
    """
    path = slots or store.slots
    found = slot_file.load(path)
    if wait := tries.waiting(store.tries, now):
        raise TooSoon(wait)
    try:
        key = found.open_with_passphrase(passphrase)
    except WrongSecret as error:
        error.wait = tries.add(store.tries, now).pause
        raise
    return Unlocked(key, found.store_id, path, tries.read(store.tries))


def unlock_with_recovery(store: StoreFolder, typed: str, now: datetime, slots: Path | None = None) -> Unlocked:
    """The data key by the recovery key as typed. Nobody guesses 160 bits: wrong ones are counted, none has to wait.

    Raises `MalformedRecoveryKey`, `WrongRecoveryKey` and what `unlock` raises of slot files.
    """
    path = slots or store.slots
    found = slot_file.load(path)
    recovery = RecoveryKey.parse(typed)
    try:
        key = found.open_with_recovery(recovery)
    except WrongSecret:
        tries.add(store.tries, now)
        raise
    return Unlocked(key, found.store_id, path, tries.read(store.tries))


def rewrap(store: StoreFolder, key: DataKey, passphrase: str, cost: Cost) -> None:
    """Set a new passphrase; takes 0.5–1 s. Nothing is re-encrypted, the recovery key stays.

    Raises `PassphraseTooShort`, `NotEnoughMemory`, `FileFailed` or what is wrong with the slot file.
    """
    demand_passphrase(passphrase)
    old = _own(store, key)
    _replace(
        store,
        dataclasses.replace(old, passphrase=slot_file.passphrase_slot(old.store_id, key, passphrase, cost)),
    )


def new_recovery_key(store: StoreFolder, key: DataKey) -> RecoveryKey:
    """Make and return a new recovery key; the old one opens the store no more. Raises as `rewrap`."""
    old = _own(store, key)
    recovery = RecoveryKey.random()
    _replace(store, dataclasses.replace(old, recovery=slot_file.recovery_slot(old.store_id, key, recovery)))
    return recovery


def confirm_opened(store: StoreFolder, unlocked: Unlocked) -> None:
    """The key has opened the store and the wrong tries are logged: what was kept in case it would not, goes.

    Another slot file than the store's own takes its place. Raises `FileFailed`, harmlessly on a read-only stick.
    """
    tries.forget(store.tries)
    with told(store.slots):
        if unlocked.slots != store.slots:
            files.write_atomic(store.slots, unlocked.slots.read_bytes())
        store.previous_slots.unlink(missing_ok=True)
        files.sync_folder(store.folder)


def copies(*paths: Path) -> tuple[SlotsCopy, ...]:
    """Those of the slot files that exist, each with what is wrong with it: the previous one, and those of backups."""
    return tuple(SlotsCopy(path, _problem(path)) for path in paths if path.exists())


def read_store_id(path: Path) -> str:
    """Which store a slot file belongs to. Raises what is wrong with it."""
    return slot_file.load(path).store_id


def _problem(path: Path) -> ForlaensError | None:
    try:
        slot_file.load(path)
    except ForlaensError as error:
        return error
    return None


def _own(store: StoreFolder, key: DataKey) -> SlotFile:
    found = slot_file.load(store.slots)
    if not found.is_of(key):
        raise ValueError("this key belongs to another store: wrapping it here would lose the store")
    return found


def _replace(store: StoreFolder, new: SlotFile) -> None:
    """Write new slots over the old, which are kept; of several changes since the last opening the oldest slots stay."""
    with told(store.slots):
        if not store.previous_slots.exists():
            files.write_atomic(store.previous_slots, store.slots.read_bytes())
    files.write_json(store.slots, new.to_json())
