"""Faults 3 to 9 as far as files and slots go; the numbers stand in the names."""

from __future__ import annotations

import json
import os
import resource
import sqlite3
import unicodedata
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.core.errors import ForlaensError
from app.models.errors import StoreError
from app.vault import backup, backup_rota, errors, file_check, files, keys, slot_file, slots
from app.vault.lock_file import InstanceLock
from app.vault.tries import WrongTries
from app.vault.witness import WitnessKeeper
from tests.made_store import Made, read_only


def _content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# 3, as far as files outside the store go


def test_3_with_no_room_the_store_unlocks_and_every_file_stays_as_it_was(
    made: Made, no_room: Callable[[], AbstractContextManager[None]]
) -> None:
    InstanceLock(made.data.lock).acquire()
    before = _content(made.data.root)
    acts: list[Callable[[], object]] = [
        lambda: slots.rewrap(made.store, made.key, "En ny sætning, der huskes", keys.FLOOR),
        lambda: made.data.make_current(made.store),
    ]
    with no_room():
        unlocked = slots.unlock_with_recovery(made.store, str(made.recovery), made.now)
        slots.confirm_opened(made.store, unlocked)
        WitnessKeeper(made.store.witness, made.key, unlocked.store_id).keep(1, "ab" * 32, made.now)
        for act in acts:
            with pytest.raises(errors.DiskFull):
                act()
    assert _content(made.data.root) == before


# 4


def test_4_on_a_read_only_stick_the_store_unlocks_and_every_write_is_refused_with_a_reason(reachable: Made) -> None:
    made = reachable
    copy = backup.make(made.store, made.key, made.snapshot, made.check, made.now)
    before = _content(made.data.root)
    acts: list[Callable[[], object]] = [
        lambda: InstanceLock(made.data.lock).acquire(),
        lambda: slots.new_recovery_key(made.store, made.key),
        lambda: backup.make(made.store, made.key, made.snapshot, made.check, made.now + timedelta(days=1)),
        lambda: backup.restore(made.data, copy, made.now.date()),
        lambda: backup_rota.copy_outside(made.store, copy, made.data.root, made.now),
        lambda: files.remove_folder(copy.folder),
        lambda: made.data.make_current(made.store),
    ]
    with read_only(made.data.root):
        file_check.examine(made.store.store)
        with pytest.raises(errors.WrongRecoveryKey):
            slots.unlock_with_recovery(made.store, "0" * 32, made.now)
        unlocked = slots.unlock_with_recovery(made.store, str(made.recovery), made.now)
        slots.confirm_opened(made.store, unlocked)
        refusals = [_refusal(act) for act in acts]
        made.data.sweep()
    assert refusals == ["read-only"] * len(acts)
    assert _content(made.data.root) == before


def _refusal(act: Callable[[], object]) -> str:
    try:
        act()
    except ForlaensError as error:
        return error.code
    return "done"


def test_4_an_unreadable_file_is_told(reachable: Made) -> None:
    made = reachable
    with read_only(made.data.root):
        uid = os.geteuid()
        os.seteuid(os.getuid())
        for path in (made.store.slots, made.store.store):
            path.chmod(0)
        os.seteuid(uid)
        for act in (
            lambda: slots.unlock(made.store, made.passphrase, made.now),
            lambda: file_check.examine(made.store.store),
        ):
            with pytest.raises(errors.ReadOnlyPlace):
                act()


# 5


def test_5_ten_wrong_passphrases_meet_the_same_words_and_a_rising_pause_and_are_told(made: Made) -> None:
    before = made.store.store.read_bytes(), made.store.slots.read_bytes()
    now, codes, pauses = made.now, set(), []
    for number in range(10):
        with pytest.raises(errors.WrongPassphrase) as caught:
            slots.unlock(made.store, f"Forkert nummer {number}", now)
        codes.add((caught.value.code, str(caught.value)))
        pauses.append(caught.value.wait.total_seconds())
        if caught.value.wait:
            with pytest.raises(errors.TooSoon):
                slots.unlock(made.store, made.passphrase, now)
        now += caught.value.wait
    assert len(codes) == 1
    assert pauses == [0, 0, 2, 4, 8, 16, 32, 64, 128, 256]
    assert (made.store.store.read_bytes(), made.store.slots.read_bytes()) == before
    unlocked = slots.unlock(made.store, made.passphrase, now)
    assert unlocked.wrong_tries == WrongTries(10, made.now, now - timedelta(seconds=256))


# 6


@pytest.mark.parametrize(
    ("chosen", "typed"),
    [
        (unicodedata.normalize("NFC", "Blåbærgrød på Læsø é"), unicodedata.normalize("NFD", "Blåbærgrød på Læsø é")),
        (unicodedata.normalize("NFD", "Blåbærgrød på Læsø é"), unicodedata.normalize("NFC", "Blåbærgrød på Læsø é")),
        ('  \'; DROP "x" %s %(a)s \\ {0} \x00 ', '  \'; DROP "x" %s %(a)s \\ {0} \x00 '),
        ("Пароль 密码 🔑 \ud800 lang nok", "Пароль 密码 🔑 \ud800 lang nok"),
        ("ø" * 1000, "ø" * 1000),
    ],
)
def test_6_any_passphrase_opens_as_it_was_meant(made: Made, chosen: str, typed: str) -> None:
    slots.rewrap(made.store, made.key, chosen, keys.FLOOR)
    assert slots.unlock(made.store, typed, made.now).key == made.key


def test_6_the_last_of_1000_characters_and_a_space_at_the_end_count(made: Made) -> None:
    slots.rewrap(made.store, made.key, "ø" * 1000, keys.FLOOR)
    for wrong in ("ø" * 999 + "o", "ø" * 1000 + " "):
        with pytest.raises(errors.WrongPassphrase):
            slots.unlock(made.store, wrong, made.now)


def test_6_the_recovery_key_opens_in_lower_case_without_dashes(made: Made) -> None:
    typed = str(made.recovery).lower().replace("-", "")
    assert slots.unlock_with_recovery(made.store, typed, made.now).key == made.key


# 7


def _set_parameters(path: Path, **parameters: int) -> None:
    content = json.loads(path.read_text())
    content["slots"]["passphrase"]["kdf"] |= parameters
    content.pop("checksum")
    path.write_text(json.dumps(content | {"checksum": slot_file._checksum(content)}))


def _remove(path: Path) -> None:
    path.unlink()


def _cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _lower(path: Path) -> None:
    _set_parameters(path, memory_kib=1024, passes=1)


def _absurd(path: Path) -> None:
    _set_parameters(path, memory_kib=2**31 - 1, passes=2**31 - 1)


def _above_the_ceiling(path: Path) -> None:
    _set_parameters(path, memory_kib=keys.CEILING.memory_kib + 1)


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (_remove, "slots-missing"),
        (_cut, "slots-damaged"),
        (_lower, "slots-refused"),
        (_absurd, "slots-refused"),
        (_above_the_ceiling, "slots-refused"),
    ],
)
def test_7_harmed_slots_are_refused_without_deriving_and_a_copy_opens_the_store(
    made: Made, harm: Callable[[Path], None], code: str
) -> None:
    kept = backup.make(made.store, made.key, made.snapshot, made.check, made.now)
    slots.new_recovery_key(made.store, made.key)
    harm(made.store.slots)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert _refusal(lambda: slots.unlock(made.store, made.passphrase, made.now)) == code
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak < 16 * 1024
    assert not made.store.tries.exists()
    offered = slots.copies(made.store.previous_slots, kept.slots)
    assert [copy.problem for copy in offered] == [None, None]
    for copy in offered:
        unlocked = slots.unlock_with_recovery(made.store, str(made.recovery), made.now, copy.path)
        assert unlocked.key == made.key
    slots.confirm_opened(made.store, unlocked)
    assert slots.unlock_with_recovery(made.store, str(made.recovery), made.now).key == made.key


# 8


def _plain(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (a)")


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (_remove, "store-missing"),
        (lambda path: os.truncate(path, 0), "store-empty"),
        (_plain, "store-plain"),
        (lambda path: path.write_text("Referat af møde\n" * 600), "store-foreign"),
        (lambda path: os.truncate(path, path.stat().st_size - 1), "store-cut-short"),
    ],
)
def test_8_each_file_that_is_no_store_is_told_by_itself_and_left_alone(
    made: Made, harm: Callable[[Path], Any], code: str
) -> None:
    harm(made.store.store)
    before = _content(made.data.root)
    assert _refusal(lambda: file_check.examine(made.store.store)) == code
    assert _content(made.data.root) == before


# 9


@pytest.mark.parametrize("page", [0, 0.5, 0.999])
def test_9_a_flipped_bit_is_found_in_store_and_backup_and_the_newest_good_backup_is_offered(
    made: Made, page: float
) -> None:
    made.add_row("Gemt")
    good = backup.make(made.store, made.key, made.snapshot, made.check, made.now)
    newer = backup.make(made.store, made.key, made.snapshot, made.check, made.now + timedelta(days=1))
    for path in (newer.store, made.store.store):
        content = bytearray(path.read_bytes())
        content[int(len(content) * page)] ^= 1
        path.write_bytes(content)
    before = made.store.store.read_bytes()
    with pytest.raises(StoreError):
        made.check(made.store.store)
    found = backup.listed(made.store.backups)
    offered = next(copy for copy in found if _refusal(lambda copy=copy: backup.verify(copy)) == "done")  # type: ignore[misc]  # bound
    assert (offered.folder, offered.made) == (good.folder, made.now)
    restored = backup.restore(made.data, offered, made.now.date(), made.check)
    assert made.rows(restored.store) == ["Gemt"]
    assert made.store.store.read_bytes() == before
