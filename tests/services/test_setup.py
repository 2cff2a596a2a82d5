"""Making, opening and copying a caseload: what is logged, told and kept."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.core.errors import ForlaensError
from app.core.records.caseload import Caseworker
from app.services import access, backups, setup
from app.services.caseload import caseworker, open_statuses, save_caseworker
from app.services.catalogue import load_catalogue
from app.services.custody import Custody
from app.services.store import Act
from app.vault.errors import WrongPassphrase, WrongSecret
from app.vault.store_folder import DataFolder
from tests.own_caseload import NOW, PASSPHRASE, Own, own, own_template

__all__ = ["own", "own_template"]


def _name(custody: Custody) -> str:
    return custody.store.read(caseworker).name


def test_a_new_caseload_opens_with_its_passphrase_and_with_its_recovery_key(tmp_path: Path) -> None:
    data = DataFolder(tmp_path / "new")
    me = Caseworker(name="Åse")
    made, recovery = setup.create_own(data, PASSPHRASE, me, clock=lambda: NOW, run="a")
    assert _name(made) == "Åse"
    assert not setup.is_recovery_key_proved(made.store)
    setup.recovery_key_proved(made.store)
    made.store.close()
    for secret in (setup.Secret(text=PASSPHRASE), setup.Secret(text=str(recovery).lower(), is_recovery_key=True)):
        folder = data.current()
        assert folder
        again = setup.unlock(data, folder, secret, clock=lambda: NOW, run="b")
        assert setup.is_recovery_key_proved(again.store)
        assert again.loss is None
        again.store.close()


def test_setting_up_cannot_be_undone_by_a_stroke_of_ctrl_z(own: Own) -> None:
    custody = own.open()
    assert custody.store.undo() is None
    custody.store.close()


def test_undo_reaches_back_over_a_lock_but_not_over_a_new_start(own: Own) -> None:
    custody = own.open(run="first")
    own.rename(custody, "Other")
    custody.store.close()
    fresh = own.open(run="second")
    assert fresh.store.undo() is None
    fresh.store.close()
    back = own.open(run="first")
    assert back.store.undo()
    assert _name(back) == "M. Holm"
    back.store.close()


def test_wrong_passphrases_are_told_and_logged_at_the_next_unlocking(own: Own) -> None:
    for _ in range(2):
        with pytest.raises(WrongPassphrase):
            own.open("something else")
    custody = own.open()
    assert custody.wrong_tries.count == 2
    acts = [entry.act for entry in custody.store.read(access.entries)]
    assert acts[:2] == [Act.UNLOCK, Act.FAILED_UNLOCK]
    custody.store.close()
    assert own.open().wrong_tries.count == 0


def test_another_passphrase_opens_and_the_old_one_does_not_once_copies_are_renewed_too(own: Own) -> None:
    custody = own.open()
    backups.back_up(custody, "manual")
    with pytest.raises(WrongSecret):
        setup.change_passphrase(custody, "not the present one", "helt nye ord i dag")
    setup.change_passphrase(custody, PASSPHRASE, "helt nye ord i dag")
    assert backups.renew_slots(custody) == 1
    custody.store.close()
    with pytest.raises(WrongPassphrase):
        own.open()
    own.open("helt nye ord i dag").store.close()


def test_a_restored_copy_is_as_it_was_and_the_present_caseload_stays(own: Own) -> None:
    custody = own.open()
    backups.back_up(custody, "manual")
    own.rename(custody, "Later")
    custody.store.close()
    before = own.folder
    copy = backups.newest_whole(before)
    assert copy
    backups.restore(own.data, copy, NOW.date())
    assert own.folder != before
    restored = own.open(after_restore=True)
    assert _name(restored) == "M. Holm"
    assert restored.loss is None
    assert Act.RESTORE in {entry.act for entry in restored.store.read(access.entries)}
    restored.store.close()
    own.data.make_current(before)
    kept = own.open()
    assert _name(kept) == "Later"
    kept.store.close()


def test_a_copy_goes_to_the_second_place_and_is_listed_once(own: Own, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    custody = own.open()
    made = backups.back_up(custody, "manual", str(stick))
    assert made.outside
    assert len(backups.listed(own.folder, str(stick))) == 1
    assert [copy.folder.name for copy in backups.found_in(stick)] == [made.backup.folder.name]
    assert [copy.folder for copy in backups.found_in(made.backup.folder)] == [made.backup.folder]
    own.now += timedelta(days=1)
    missing = backups.back_up(custody, "close", str(tmp_path / "gone"))
    assert missing.outside is None
    assert missing.outside_problem
    assert missing.outside_problem.code == "place-missing"
    custody.store.close()


def test_a_whole_store_is_proved_and_a_changed_log_entry_is_found(own: Own) -> None:
    custody = own.open()
    assert access.damage(custody.store, own.folder.store, custody.key) is None
    assert access.damage_at_end(custody.store, b"another key" + bytes(21)) is not None
    custody.store.close()


def test_the_demo_opens_without_a_passphrase_and_is_the_same_the_whole_day(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    first = setup.open_demo(data, clock=lambda: NOW, run="a")
    catalogue = first.store.read(load_catalogue)
    children = len(first.store.read(open_statuses, catalogue, NOW.date()))
    assert children > 15
    assert first.store.undo() is None
    first.store.write(save_caseworker, Caseworker(id="2" * 32, name="Changed"))
    first.store.close()
    same = setup.open_demo(data, clock=lambda: NOW + timedelta(hours=3), run="b")
    entries = len(same.store.read(access.entries))
    same.store.close()
    anew = setup.open_demo(data, clock=lambda: NOW + timedelta(days=1), run="c")
    assert len(anew.store.read(access.entries)) < entries
    anew.store.close()
    assert data.current() is None


def test_a_folder_without_anything_says_that_the_store_is_missing(own: Own) -> None:
    assert setup.first_look(own.folder) is None
    own.folder.store.unlink()
    found = setup.first_look(own.folder)
    assert isinstance(found, ForlaensError)
    assert found.code == "store-missing"
