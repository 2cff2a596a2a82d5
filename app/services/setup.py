"""Making and opening the store: what stands between a secret and an open caseload.

Each function takes seconds or reads files, so the screens call them on the worker thread.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.core.errors import ForlaensError
from app.core.records.caseload import Caseworker
from app.core.records.draft import Draft
from app.models import log_chain
from app.models.errors import StoreDamaged, WrongKey
from app.services import access, backups
from app.services.caseload import save_caseworker
from app.services.catalogue import load_catalogue, seed_catalogue, shipped_rows
from app.services.custody import Clock, Custody
from app.services.drafts import draft, drop_draft, save_draft
from app.services.opening import create_store, open_store
from app.services.store import Act, LogNote, Store
from app.vault import file_check, files, keys, open_key, slot_file, slots, witness
from app.vault.errors import FileFailed, WitnessDamaged
from app.vault.held_log import HeldLog
from app.vault.keys import DataKey
from app.vault.recovery import RecoveryKey
from app.vault.slots import Unlocked
from app.vault.store_folder import DataFolder, StoreFolder
from app.vault.tries import WrongTries
from app.vault.witness import Loss, Witness, WitnessKeeper

_UNPROVED = "recovery-key"


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """What was typed to open a store; `slots` names another slot file than the store's own."""

    text: str
    is_recovery_key: bool = False
    slots: Path | None = None
    after_restore: bool = False


def first_look(folder: StoreFolder) -> ForlaensError | None:
    """What is wrong with a store's files as far as can be seen without the key; None where nothing is."""
    try:
        file_check.examine(folder.store)
        slot_file.load(folder.slots)
    except ForlaensError as error:
        return error
    return None


def usable_slots(folder: StoreFolder) -> tuple[Path, ...]:
    """Slot files that can stand in for the store's own: the previous one, then those of its backups, newest first."""
    others = [backup.slots for backup in backups.listed(folder)]
    return tuple(copy.path for copy in slots.copies(folder.previous_slots, *others) if copy.problem is None)


def create_own(
    data: DataFolder, passphrase: str, caseworker: Caseworker, *, clock: Clock, run: str
) -> tuple[Custody, RecoveryKey]:
    """Make a new caseload and open it. Until `recovery_key_proved` is called the store remembers that it was not.

    Raises `PassphraseTooShort`, `NotEnoughMemory` or `FileFailed`.
    """
    slots.demand_passphrase(passphrase)
    cost = keys.calibrate()
    folder = data.free(clock().astimezone().date())
    with data.making(folder) as half:
        key, recovery = slots.create(half, passphrase, cost)
        _fill(half, key, clock, lambda store: _begin_own(store, caseworker, clock))
    data.make_current(folder)
    unlocked = Unlocked(key, slots.read_store_id(folder.slots), folder.slots, WrongTries())
    return _open(data, folder, unlocked, clock, run, "new"), recovery


def unlock(data: DataFolder, folder: StoreFolder, secret: Secret, *, clock: Clock, run: str) -> Custody:
    """Open the store with what was typed; takes 0.5–1 s. Raises what `slots.unlock` and `open_store` raise."""
    opener = slots.unlock_with_recovery if secret.is_recovery_key else slots.unlock
    unlocked = opener(folder, secret.text, clock(), secret.slots)
    how = "recovery key" if secret.is_recovery_key else "passphrase"
    custody = _open(data, folder, unlocked, clock, run, how)
    if secret.after_restore:
        custody.store.log(LogNote(Act.RESTORE))
    with contextlib.suppress(FileFailed):  # a read-only stick keeps what was there before
        slots.confirm_opened(folder, unlocked)
    return custody


def open_demo(data: DataFolder, *, clock: Clock, run: str) -> Custody:
    """Open the demo store, made anew on each new day because its events are told relative to today."""
    folder = data.demo
    if not _demo_is_of_today(folder, clock):
        if folder.folder.exists():
            files.remove_folder(folder.folder)
        _make_demo(data, folder, clock)
    unlocked = Unlocked(open_key.read(folder), "demo", folder.open_key, WrongTries())
    return _open(data, folder, unlocked, clock, run, "demo")


def change_passphrase(custody: Custody, present: str, new: str) -> None:
    """Set another passphrase; the data is not encrypted anew. Takes seconds.

    Raises `WrongPassphrase` and `TooSoon` for the present one, `PassphraseTooShort`, `NotEnoughMemory`, `FileFailed`.
    """
    slots.demand_passphrase(new)
    slots.unlock(custody.folder, present, custody.clock())
    slots.rewrap(custody.folder, custody.key, new, keys.calibrate())


def new_recovery_key(custody: Custody) -> RecoveryKey:
    """Make another recovery key; the old one opens the store no more. Raises `FileFailed`."""
    recovery = slots.new_recovery_key(custody.folder, custody.key)
    _remember_unproved(custody.store, custody.clock)
    return recovery


def recovery_key_proved(store: Store) -> None:
    """Part of the recovery key was typed back: it was written down."""
    store.scratch(drop_draft, _UNPROVED, "")


def is_recovery_key_proved(store: Store) -> bool:
    """Whether the recovery key is known to have been written down."""
    return store.read(draft, _UNPROVED, "") is None


def _remember_unproved(store: Store, clock: Clock) -> None:
    store.scratch(save_draft, Draft(form=_UNPROVED, target="", saved_at=clock(), state={}))


def _fill(folder: StoreFolder, key: DataKey, clock: Clock, content: Callable[[Store], None]) -> None:
    """The catalogue and the first content of a store that is being made; closed again when this returns."""
    create_store(folder.store, key)
    store = Store(folder.store, key, clock=clock, run="setup")
    try:
        store.write(seed_catalogue, shipped_rows())
        content(store)
    finally:
        store.close()


def _begin_own(store: Store, caseworker: Caseworker, clock: Clock) -> None:
    store.write(save_caseworker, caseworker)
    _remember_unproved(store, clock)


def _make_demo(data: DataFolder, folder: StoreFolder, clock: Clock) -> None:
    from app.services.demo import fill_demo  # only the demo needs it

    def content(store: Store) -> None:
        store.write(fill_demo, store.read(load_catalogue), clock().astimezone().date())

    with data.making(folder) as half:
        _fill(half, open_key.create(half), clock, content)


def _demo_is_of_today(folder: StoreFolder, clock: Clock) -> bool:
    try:
        file_check.examine(folder.store)
        store = Store(folder.store, open_key.read(folder), clock=clock, run="")
        try:
            made = store.read(access.first_entry_at)
        finally:
            store.close()
    except ForlaensError:
        return False
    return made is not None and made.astimezone().date() == clock().astimezone().date()


def _open(data: DataFolder, folder: StoreFolder, unlocked: Unlocked, clock: Clock, run: str, how: str) -> Custody:
    """Check, migrate and open; hold the log against its witness; log the unlocking with the wrong tries before it."""
    file_check.examine(folder.store)
    key = unlocked.key
    seen = _seen(folder, unlocked)
    try:
        store = open_store(
            folder.store,
            key,
            clock=clock,
            run=run,
            keeper=WitnessKeeper(folder.witness, key, unlocked.store_id),
            shelter=HeldLog(folder.held_log, key),
            before_migration=partial(backups.before_migration, folder, key, clock),
        )
    except WrongKey as error:
        # The slots are authenticated and hold this store's key, so it is the file's first page that does not fit.
        raise StoreDamaged("first page") from error
    try:
        return _looked_over(
            Custody(
                data=data,
                folder=folder,
                key=key,
                store=store,
                clock=clock,
                wrong_tries=unlocked.wrong_tries,
                loss=_loss(store, seen),
                damage=access.damage_at_end(store, key.derive("log")),
            ),
            how,
        )
    except BaseException:
        store.close()
        raise


def _looked_over(custody: Custody, how: str) -> Custody:
    store, tries, loss = custody.store, custody.wrong_tries, custody.loss
    if custody.damage:
        store.read_only = True
    if tries.count:
        times = "–".join(at.isoformat() for at in (tries.first, tries.last) if at)
        store.log(LogNote(Act.FAILED_UNLOCK, detail=f"{tries.count} {times}"))
    store.log(LogNote(Act.UNLOCK, detail=f"{how}; {loss.missing} entries missing" if loss else how))
    return custody


def _seen(folder: StoreFolder, unlocked: Unlocked) -> Witness | None:
    """The witness; one that was tampered with vouches for nothing and is replaced at the next commit."""
    try:
        return witness.read(folder.witness, unlocked.key, unlocked.store_id)
    except WitnessDamaged:
        return None


def _loss(store: Store, seen: Witness | None) -> Loss | None:
    if seen is None:
        return None
    head = store.log_head()
    found = Witness(head.count, head.mac, head.at) if head.at else None
    return witness.compare(seen, found, lambda seq: store.read(log_chain.mac_at, seq))
