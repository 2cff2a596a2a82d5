"""Opening a store, changing what opens it, and what a damaged slot file does."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.vault import errors, keys, slot_file, slots, tries
from app.vault.keys import DataKey
from app.vault.slot_file import SlotFile
from tests.made_store import Made

NEW = "En ny sætning, der huskes"


def test_passphrase_and_recovery_key_open_the_same_key(made: Made) -> None:
    unlocked = slots.unlock(made.store, made.passphrase, made.now)
    assert unlocked.key == made.key
    assert unlocked.store_id == slots.read_store_id(made.store.slots)
    assert unlocked.wrong_tries.count == 0
    assert slots.unlock_with_recovery(made.store, str(made.recovery), made.now).key == made.key


def test_neither_secret_nor_key_stands_in_the_slot_file(made: Made) -> None:
    text = made.store.slots.read_text()
    assert made.key.raw.hex() not in text
    assert slot_file._text(made.key.raw) not in text
    assert made.recovery.groups[0] not in text


def test_a_short_passphrase_is_refused_before_anything_is_written(made: Made) -> None:
    before = made.store.slots.read_bytes()
    with pytest.raises(errors.PassphraseTooShort) as caught:
        slots.rewrap(made.store, made.key, "for kort", keys.FLOOR)
    assert caught.value.least == 12
    with pytest.raises(errors.PassphraseTooShort):
        slots.demand_passphrase(unicodedata.normalize("NFD", "åååååååååå"))
    assert made.store.slots.read_bytes() == before


def test_a_new_passphrase_keeps_the_old_slots_until_it_has_opened_the_store(made: Made) -> None:
    slots.rewrap(made.store, made.key, NEW, keys.FLOOR)
    assert slots.unlock(made.store, made.passphrase, made.now, made.store.previous_slots).key == made.key
    unlocked = slots.unlock(made.store, NEW, made.now)
    slots.confirm_opened(made.store, unlocked)
    assert not made.store.previous_slots.exists()
    with pytest.raises(errors.WrongPassphrase):
        slots.unlock(made.store, made.passphrase, made.now)
    assert slots.unlock_with_recovery(made.store, str(made.recovery), made.now).key == made.key


def test_of_several_changes_the_slots_that_last_opened_the_store_are_kept(made: Made) -> None:
    first = made.store.slots.read_bytes()
    slots.new_recovery_key(made.store, made.key)
    slots.new_recovery_key(made.store, made.key)
    assert made.store.previous_slots.read_bytes() == first


def test_a_new_recovery_key_replaces_the_old_one(made: Made) -> None:
    new = slots.new_recovery_key(made.store, made.key)
    assert slots.unlock_with_recovery(made.store, str(new), made.now).key == made.key
    with pytest.raises(errors.WrongRecoveryKey):
        slots.unlock_with_recovery(made.store, str(made.recovery), made.now)


def test_the_key_of_another_store_is_never_wrapped(made: Made) -> None:
    before = made.store.slots.read_bytes()
    with pytest.raises(ValueError, match="another store"):
        slots.new_recovery_key(made.store, DataKey.random())
    assert made.store.slots.read_bytes() == before


def test_slots_taken_from_another_file_become_the_stores_own_once_they_opened_it(made: Made, tmp_path: Path) -> None:
    copy = tmp_path / "from-a-backup.json"
    made.store.slots.rename(copy)
    unlocked = slots.unlock_with_recovery(made.store, str(made.recovery), made.now, copy)
    slots.confirm_opened(made.store, unlocked)
    assert made.store.slots.read_bytes() == copy.read_bytes()


def test_a_recovery_key_that_is_misspelt_is_not_counted_as_a_try(made: Made) -> None:
    with pytest.raises(errors.MalformedRecoveryKey):
        slots.unlock_with_recovery(made.store, "0000", made.now)
    assert not made.store.tries.exists()


def test_a_wrong_try_is_told_at_the_next_unlock_and_forgotten_once_told(made: Made) -> None:
    with pytest.raises(errors.WrongRecoveryKey):
        slots.unlock_with_recovery(made.store, "0" * 32, made.now)
    unlocked = slots.unlock_with_recovery(made.store, str(made.recovery), made.now + timedelta(hours=1))
    assert (unlocked.wrong_tries.count, unlocked.wrong_tries.last) == (1, made.now)
    slots.confirm_opened(made.store, unlocked)
    assert slots.unlock_with_recovery(made.store, str(made.recovery), made.now).wrong_tries.count == 0


def test_after_wrong_tries_the_next_one_has_to_wait_and_is_not_looked_at(made: Made) -> None:
    for _ in range(4):
        tries.add(made.store.tries, made.now)
    with pytest.raises(errors.TooSoon) as caught:
        slots.unlock(made.store, made.passphrase, made.now + timedelta(seconds=1))
    assert caught.value.wait == timedelta(seconds=3)
    assert slots.unlock_with_recovery(made.store, str(made.recovery), made.now).wrong_tries.count == 4
    assert slots.unlock(made.store, made.passphrase, made.now + timedelta(seconds=4)).wrong_tries.count == 4


def test_a_full_disk_keeps_nobody_out_and_changes_no_slot(
    made: Made, no_room: Callable[[], AbstractContextManager[None]]
) -> None:
    before = made.store.slots.read_bytes()
    with no_room():
        with pytest.raises(errors.WrongRecoveryKey):
            slots.unlock_with_recovery(made.store, "0" * 32, made.now)
        unlocked = slots.unlock_with_recovery(made.store, str(made.recovery), made.now)
        slots.confirm_opened(made.store, unlocked)
        with pytest.raises(errors.DiskFull):
            slots.new_recovery_key(made.store, made.key)
    assert made.store.slots.read_bytes() == before
    assert not made.store.previous_slots.exists()


def _altered(path: Path, changes: dict[str, Any]) -> None:
    content = json.loads(path.read_text())
    for name, value in changes.items():
        where = content
        *way, last = name.split("__")
        for step in way:
            where = where[step]
        where[last] = value
    content.pop("checksum")
    path.write_text(json.dumps(content | {"checksum": slot_file._checksum(content)}))


def test_a_missing_file_is_told(made: Made) -> None:
    made.store.slots.unlink()
    with pytest.raises(errors.SlotsMissing):
        slots.unlock(made.store, made.passphrase, made.now)


def test_a_file_that_cannot_be_read_is_told(made: Made) -> None:
    made.store.slots.unlink()
    made.store.slots.mkdir()
    with pytest.raises(errors.FileFailed):
        slots.read_store_id(made.store.slots)


@pytest.mark.parametrize("length", [0, 1, 100, 500])
def test_a_file_cut_short_is_damaged(made: Made, length: int) -> None:
    made.store.slots.write_bytes(made.store.slots.read_bytes()[:length])
    with pytest.raises(errors.SlotsDamaged):
        slots.read_store_id(made.store.slots)


@pytest.mark.parametrize("content", ["[]", "null", '{"format": "forlaens-slots", "version": "x"}', "[" * 60_000])
def test_a_file_of_another_shape_is_damaged(made: Made, content: str) -> None:
    made.store.slots.write_text(content)
    with pytest.raises(errors.SlotsDamaged):
        slots.read_store_id(made.store.slots)


def test_a_huge_file_is_not_read(made: Made) -> None:
    with made.store.slots.open("wb") as file:
        file.truncate(10 << 30)
    with pytest.raises(errors.SlotsDamaged):
        slots.read_store_id(made.store.slots)


def test_every_flipped_bit_is_told_as_damage_never_as_a_wrong_passphrase(made: Made) -> None:
    good = made.store.slots.read_bytes()
    for position in range(0, len(good), 7):
        broken = bytearray(good)
        broken[position] ^= 1
        made.store.slots.write_bytes(broken)
        try:
            assert slot_file.load(made.store.slots).to_json() == json.loads(good)  # white space between the values
        except (errors.SlotsDamaged, errors.SlotsRefused, errors.SlotsNewer):
            continue


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"version": 2}, errors.SlotsNewer),
        ({"format": "other"}, errors.SlotsDamaged),
        ({"slots__passphrase__kdf__memory_kib": 8}, errors.SlotsRefused),
        ({"slots__passphrase__kdf__memory_kib": 2**40}, errors.SlotsRefused),
        ({"slots__passphrase__kdf__memory_kib": float("inf")}, errors.SlotsDamaged),
        ({"slots__passphrase__kdf__passes": 1}, errors.SlotsRefused),
        ({"slots__passphrase__kdf__lanes": 4096}, errors.SlotsRefused),
        ({"slots__passphrase__kdf__name": "pbkdf2"}, errors.SlotsRefused),
        ({"slots__recovery__kdf__name": "none"}, errors.SlotsRefused),
        ({"slots__recovery__salt": "AAAA"}, errors.SlotsDamaged),
        ({"slots__recovery__nonce": "!!!"}, errors.SlotsDamaged),
    ],
)
def test_a_forged_file_is_refused_before_anything_is_derived(
    made: Made, changes: dict[str, Any], kind: type[Exception]
) -> None:
    _altered(made.store.slots, changes)
    with pytest.raises(kind):
        slots.unlock(made.store, made.passphrase, made.now)
    assert not made.store.tries.exists()


def test_parameters_and_store_are_sealed_by_the_wrapping_even_under_a_fresh_checksum(made: Made) -> None:
    _altered(made.store.slots, {"store": "0" * 32})
    with pytest.raises(errors.WrongRecoveryKey):
        slots.unlock_with_recovery(made.store, str(made.recovery), made.now)
    with pytest.raises(errors.WrongPassphrase):
        slots.unlock(made.store, made.passphrase, made.now)


def test_copies_to_choose_from_are_told_with_what_is_wrong(made: Made, tmp_path: Path) -> None:
    slots.new_recovery_key(made.store, made.key)
    broken = tmp_path / "broken.json"
    broken.write_text("{}")
    good, bad = slots.copies(made.store.previous_slots, broken, tmp_path / "missing.json")
    assert (good.path, good.problem) == (made.store.previous_slots, None)
    assert isinstance(bad.problem, errors.SlotsDamaged)


def test_a_slot_file_read_and_written_again_is_the_same(made: Made) -> None:
    content = json.loads(made.store.slots.read_text())
    assert slot_file.load(made.store.slots).to_json() == content
    assert isinstance(slot_file.load(made.store.slots), SlotFile)
