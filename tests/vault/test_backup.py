"""Making, listing, copying and restoring backups."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.models.errors import StoreDamaged
from app.vault import backup, errors, keys, slot_file, slots, witness
from app.vault.backup import Backup
from app.vault.witness import Witness
from tests.made_store import Made


def _backup(made: Made, seen: Witness | None = None, later: timedelta = timedelta(0)) -> Backup:
    return backup.make(made.store, made.key, made.snapshot, made.check, made.now + later, reason="close", witness=seen)


def test_a_backup_holds_the_store_its_slots_and_what_it_must_be(made: Made) -> None:
    made.add_row("Første")
    copy = _backup(made)
    assert sorted(path.name for path in copy.folder.iterdir()) == ["manifest.json", "slots.json", "store.db"]
    assert (copy.made, copy.reason, copy.is_whole) == (made.now, "close", True)
    assert copy.size == copy.store.stat().st_size + copy.slots.stat().st_size
    assert copy.slots.read_bytes() == made.store.slots.read_bytes()
    backup.verify(copy)
    assert made.rows(copy.store) == ["Første"]


def test_two_backups_in_one_second_have_names_of_their_own(made: Made) -> None:
    names = [_backup(made).folder.name for _ in range(3)]
    assert names == ["2026-07-24T101500Z", "2026-07-24T101500Z-2", "2026-07-24T101500Z-3"]


def test_the_list_is_newest_first_and_shows_nothing_half_made(made: Made, tmp_path: Path) -> None:
    old, new = _backup(made), _backup(made, later=timedelta(hours=1))
    half = made.store.backups / ".2026-07-25T101500Z.tmp"
    half.mkdir()
    (half / "store.db").touch()
    (made.store.backups / "something else").mkdir()
    (made.store.backups / "note.txt").touch()
    assert backup.listed(made.store.backups, tmp_path / "no stick") == (new, old)


def test_a_damaged_backup_is_listed_as_such_and_another_one_offered(made: Made) -> None:
    good = _backup(made)
    broken = [_backup(made, later=timedelta(hours=hour)) for hour in (1, 2, 3, 4)]
    os.truncate(broken[0].store, 100)
    broken[1].manifest.unlink()
    broken[2].slots.write_text("{}")
    broken[3].store.unlink()
    found = backup.listed(made.store.backups)
    assert [copy.is_whole for copy in found] == [False, False, False, False, True]
    assert [copy.made.hour for copy in found] == [14, 13, 12, 11, 10]
    assert backup.newest_whole(found) == good
    assert backup.newest_whole(found[:4]) is None


def test_a_backup_that_lost_name_and_manifest_is_dated_by_its_folder(made: Made) -> None:
    copy = _backup(made)
    copy.manifest.unlink()
    renamed = copy.folder.rename(copy.folder.with_name("Gammel kopi"))
    os.utime(renamed, (0, 0))
    assert backup.listed(made.store.backups)[0].made == datetime(1970, 1, 1, tzinfo=UTC)


def test_one_flipped_bit_is_found_when_the_backup_is_read(made: Made) -> None:
    copy = _backup(made)
    content = bytearray(copy.store.read_bytes())
    content[-5] ^= 1
    copy.store.write_bytes(content)
    with pytest.raises(errors.BackupDamaged):
        backup.verify(copy)
    with pytest.raises(errors.BackupDamaged):
        backup.restore(made.data, copy, made.now.date())
    assert made.data.stores() == (made.store,)


def test_a_copy_that_does_not_pass_its_check_is_no_backup(made: Made) -> None:
    def refuse(path: Path) -> None:
        raise StoreDamaged(path.name)

    with pytest.raises(StoreDamaged):
        backup.make(made.store, made.key, made.snapshot, refuse, made.now)
    assert list(made.store.backups.iterdir()) == []


def test_a_store_without_its_slots_makes_no_backup(made: Made) -> None:
    made.store.slots.unlink()
    with pytest.raises(errors.SlotsMissing):
        _backup(made)


def test_a_full_disk_leaves_no_backup_and_all_older_ones(
    made: Made, no_room: Callable[[], AbstractContextManager[None]]
) -> None:
    old = _backup(made)

    def copy_by_hand(target: Path) -> None:
        target.write_bytes(made.store.store.read_bytes())

    with no_room(), pytest.raises(errors.DiskFull):
        backup.make(made.store, made.key, copy_by_hand, made.check, made.now)
    assert backup.listed(made.store.backups) == (old,)
    assert [path.name for path in made.store.backups.iterdir()] == [old.folder.name]


def test_a_witness_altered_in_the_backup_vouches_for_nothing_once_restored(made: Made) -> None:
    copy = _backup(made, Witness(12, "ab" * 32, made.now))
    content = json.loads(copy.manifest.read_text())
    content["witness"]["count"] = 11
    copy.manifest.write_text(json.dumps(content))
    restored = backup.restore(made.data, copy, made.now.date())
    with pytest.raises(errors.WitnessDamaged):
        witness.read(restored.witness, made.key, copy.store_id)


def test_restoring_makes_a_store_of_a_new_name_and_keeps_the_old_one(made: Made) -> None:
    made.add_row("Med i kopien")
    seen = Witness(12, "ab" * 32, made.now)
    copy = _backup(made, seen)
    made.add_row("Skrevet siden")
    restored = backup.restore(made.data, copy, made.now.date(), made.check)
    assert restored.name == "caseload-2026-07-24"
    assert made.data.current() == restored
    assert made.rows(restored.store) == ["Med i kopien"]
    assert made.rows() == ["Med i kopien", "Skrevet siden"]
    assert witness.read(restored.witness, made.key, copy.store_id) == seen
    assert slots.unlock_with_recovery(restored, str(made.recovery), made.now).key == made.key


def test_a_backup_without_a_witness_is_restored_without_one_and_without_a_key(made: Made) -> None:
    restored = backup.restore(made.data, _backup(made), made.now.date())
    assert not restored.witness.exists()
    assert made.rows(restored.store) == []


def test_a_restored_store_that_fails_its_check_changes_nothing(made: Made) -> None:
    copy = _backup(made)

    def refuse(path: Path) -> None:
        path.with_name("store.db-wal").touch()
        raise StoreDamaged(path.name)

    with pytest.raises(StoreDamaged):
        backup.restore(made.data, copy, made.now.date(), refuse)
    assert made.data.current() == made.store
    assert made.data.stores() == (made.store,)


def test_no_journal_comes_along(made: Made) -> None:
    copy = _backup(made)
    copy.store.with_name("store.db-wal").write_bytes(b"stale")

    def leave_one(path: Path) -> None:
        path.with_name("store.db-shm").write_bytes(b"stale")

    restored = backup.restore(made.data, copy, made.now.date(), leave_one)
    assert sorted(path.name for path in restored.folder.iterdir()) == ["slots.json", "store.db"]


def test_restoring_onto_a_full_disk_keeps_the_store_there_was(
    made: Made, no_room: Callable[[], AbstractContextManager[None]]
) -> None:
    copy = _backup(made)
    with no_room(), pytest.raises(errors.DiskFull):
        backup.restore(made.data, copy, made.now.date())
    assert made.data.stores() == (made.store,)
    assert made.data.current() == made.store


def test_a_copy_elsewhere_is_read_back_and_made_once(made: Made, tmp_path: Path) -> None:
    copy = _backup(made)
    outside = backup.copy_to(copy, tmp_path / "stick")
    assert outside.is_whole
    assert backup.copy_to(copy, tmp_path / "stick") == outside
    backup.verify(outside)


def test_a_copy_elsewhere_that_rotted_since_is_not_believed_but_made_anew(made: Made, tmp_path: Path) -> None:
    copy = _backup(made)
    outside = backup.copy_to(copy, tmp_path / "stick")
    outside.store.write_bytes(bytes(outside.store.stat().st_size))
    assert outside.is_whole, "nothing but reading it tells"
    backup.verify(backup.copy_to(copy, tmp_path / "stick"))
    assert [path.name for path in (tmp_path / "stick").iterdir()] == [copy.folder.name]


@pytest.mark.parametrize("known_by", ["manifest.json", "store.db"])
def test_a_folder_of_the_same_name_that_is_another_backup_is_left_alone(
    made: Made, tmp_path: Path, known_by: str
) -> None:
    copy = _backup(made)
    other = tmp_path / "stick" / copy.folder.name
    other.mkdir(parents=True)
    (other / known_by).write_text('{"store": "another"}')
    outside = backup.copy_to(copy, tmp_path / "stick")
    assert outside.folder.name == f"{copy.folder.name}-2"
    assert backup.copy_to(copy, tmp_path / "stick") == outside
    assert (other / known_by).read_text() == '{"store": "another"}'


def test_a_backup_without_its_manifest_is_not_copied(made: Made, tmp_path: Path) -> None:
    copy = _backup(made)
    copy.manifest.unlink()
    with pytest.raises(errors.BackupDamaged):
        backup.copy_to(copy, tmp_path / "stick")
    assert not (tmp_path / "stick").exists()


def test_a_backup_that_was_damaged_since_is_not_copied(made: Made, tmp_path: Path) -> None:
    copy = _backup(made)
    copy.store.write_bytes(bytes(copy.store.stat().st_size))
    with pytest.raises(errors.BackupDamaged):
        backup.copy_to(copy, tmp_path / "stick")
    assert list((tmp_path / "stick").iterdir()) == []


def test_old_backups_open_with_the_new_passphrase_once_their_slots_are_renewed(made: Made, tmp_path: Path) -> None:
    copy = _backup(made)
    foreign = backup.copy_to(copy, tmp_path / "stick")
    content = json.loads(foreign.manifest.read_text()) | {"store": "another"}
    foreign.manifest.write_text(json.dumps(content))
    before = foreign.slots.read_bytes()
    slots.rewrap(made.store, made.key, "En ny sætning, der huskes", keys.FLOOR)
    assert slot_file.load(copy.slots) != slot_file.load(made.store.slots)
    assert backup.renew_slots(made.store, made.store.backups, tmp_path / "stick") == 1
    assert copy.slots.read_bytes() == made.store.slots.read_bytes()
    assert foreign.slots.read_bytes() == before
    assert backup.renew_slots(made.store, made.store.backups) == 0
    backup.verify(backup.listed(made.store.backups)[0])


def test_a_backup_whose_slots_are_gone_gets_new_ones(made: Made) -> None:
    copy = _backup(made)
    copy.slots.unlink()
    assert backup.renew_slots(made.store, made.store.backups) == 1
    assert backup.listed(made.store.backups)[0].is_whole
