"""Making, opening and copying a caseload: what is logged, told and kept."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from app.core.catalogue import Catalogue
from app.core.changes import Changes
from app.core.errors import ForlaensError
from app.core.records.caseload import Caseworker
from app.models import database
from app.services import access, backups, demo, setup
from app.services.caseload import caseworker, save_caseworker
from app.services.custody import Custody
from app.services.opening import open_store
from app.services.store import Act, LogNote
from app.vault import slots, witness
from app.vault.errors import WrongPassphrase, WrongSecret
from app.vault.store_folder import DataFolder
from tests.own_caseload import NOW, PASSPHRASE, Own, own, own_template

__all__ = ["own", "own_template"]


def _a_short_story(session: Session, catalogue: Catalogue, today: date) -> Changes:
    """The demo in place of the whole one, which takes seconds: it says on which day it was made."""
    return save_caseworker(session, Caseworker(name=format(today, "%d-%m-%Y"), is_demo=True))


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


def test_the_demo_opens_without_a_passphrase_and_is_the_same_the_whole_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "fill_demo", _a_short_story)  # what the whole one tells: tests/services/test_demo.py
    data = DataFolder(tmp_path)
    first = setup.open_demo(data, clock=lambda: NOW, run="a")
    assert _name(first) == "23-11-2026"
    assert first.store.undo() is None
    first.store.write(save_caseworker, Caseworker(id="2" * 32, name="Changed"))
    first.store.close()
    same = setup.open_demo(data, clock=lambda: NOW + timedelta(hours=3), run="b")
    entries = len(same.store.read(access.entries))
    same.store.close()
    anew = setup.open_demo(data, clock=lambda: NOW + timedelta(days=1), run="c")
    assert len(anew.store.read(access.entries)) < entries
    assert _name(anew) == "24-11-2026"
    anew.store.close()
    assert data.current() is None


def test_a_folder_without_anything_says_that_the_store_is_missing(own: Own) -> None:
    assert setup.first_look(own.folder) is None
    own.folder.store.unlink()
    found = setup.first_look(own.folder)
    assert isinstance(found, ForlaensError)
    assert found.code == "store-missing"


def test_the_log_of_a_case_is_what_a_citizen_may_have_read_out(own: Own) -> None:
    custody = own.open()
    store = custody.store
    for act, case in ((Act.LOOK_UP, "a"), (Act.LOOK_UP, "b"), (Act.REVEAL, "a"), (Act.WRITE, "a")):
        store.log(LogNote(act, case))
    assert [entry.act for entry in store.read(access.look_ups_of, "a")] == [Act.LOOK_UP, Act.REVEAL]
    assert [entry.act for entry in store.read(access.entries, case_id="b")] == [Act.LOOK_UP]
    store.close()


@pytest.mark.parametrize(("meddled", "found"), [(0, False), (3, False), (58, True)])
def test_a_changed_entry_among_the_last_is_found_at_once_and_all_others_behind_the_window(
    own: Own, meddled: int, found: bool
) -> None:
    custody = own.open()
    for _ in range(60):
        custody.store.log(LogNote(Act.LOOK_UP, "a"))

    def meddle(session: Session) -> None:
        session.execute(text("DROP TRIGGER access_log_no_update"))
        session.execute(text("UPDATE access_log SET purpose = 'x' WHERE seq = :seq"), {"seq": meddled})

    custody.store.scratch(meddle)
    custody.store.close()
    again = own.open()
    assert (again.damage is not None, again.store.read_only) == (found, found)
    if meddled:
        assert access.damage(again.store, own.folder.store, again.key) is not None
    again.store.close()


def test_what_is_looked_up_in_a_damaged_caseload_is_logged_in_the_one_restored(own: Own) -> None:
    custody = own.open()
    copy = backups.back_up(custody, "manual").backup
    custody.store.read_only = True
    custody.store.log(LogNote(Act.LOOK_UP, "case"))
    assert custody.store.unlogged == 0
    custody.store.close()
    backups.restore(own.data, copy, NOW.date())
    restored = own.open(after_restore=True)
    acts = [entry.act for entry in restored.store.read(access.entries)]
    assert acts[:3] == [Act.RESTORE, Act.UNLOCK, Act.LOOK_UP]
    restored.store.close()


def test_a_file_that_cannot_be_opened_just_now_is_not_called_damaged(own: Own, tmp_path: Path) -> None:
    custody = own.open()
    assert access.damage(custody.store, tmp_path / "elsewhere.db", custody.key) is None
    custody.store.close()


def test_before_a_migration_a_copy_is_made_but_none_of_the_demo(own: Own, tmp_path: Path) -> None:
    custody = own.open()
    backups.before_migration(own.folder, custody.key, own.clock)
    assert [copy.reason for copy in backups.listed(own.folder)] == ["migration"]
    backups.before_migration(DataFolder(tmp_path / "none").demo, custody.key, own.clock)
    assert not (tmp_path / "none").exists()
    custody.store.close()


def test_an_older_store_is_copied_away_and_brought_up_to_this_version(own: Own) -> None:
    custody = own.open()
    key, path = custody.key, own.folder.store
    custody.store.close()
    with closing(database.connect(path, key.raw)) as connection:
        connection.execute("PRAGMA user_version = 0")
    copied: list[int] = []
    store = open_store(
        path, key, clock=own.clock, run="r", before_migration=lambda: copied.append(database.version_of(path, key.raw))
    )
    assert copied == [0]
    assert database.version_of(path, key.raw) == database.SCHEMA_VERSION
    store.close()


def test_the_second_place_is_told_with_its_age_and_renewed_with_the_passphrase(own: Own, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    custody = own.open()
    assert backups.last_outside(own.folder) is None
    backups.back_up(custody, "manual", str(stick))
    last = backups.last_outside(own.folder)
    assert last is not None
    assert (last.place, last.at) == (stick, own.now)
    assert backups.is_same_disk(own.folder, stick)
    assert backups.found_in(tmp_path / "stick" / "empty") == ()
    setup.new_recovery_key(custody)
    assert not setup.is_recovery_key_proved(custody.store)
    assert backups.renew_slots(custody, str(stick)) == 2
    custody.store.close()


def test_the_slots_of_a_copy_open_where_the_stores_own_are_gone(own: Own) -> None:
    custody = own.open()
    backups.back_up(custody, "manual")
    custody.store.close()
    own.folder.slots.unlink()
    (copy,) = setup.usable_slots(own.folder)
    own.open(slots=copy).store.close()
    own.open().store.close()


def test_a_witness_that_was_tampered_with_vouches_for_nothing_and_is_made_anew(own: Own) -> None:
    own.open().store.close()
    own.folder.witness.write_text("{}")
    custody = own.open()
    assert custody.loss is None
    assert witness.read(own.folder.witness, custody.key, slots.read_store_id(own.folder.slots)) is not None
    custody.store.close()


def test_a_store_that_fails_while_it_is_looked_over_is_let_go(own: Own) -> None:
    custody = own.open()
    custody.store.close()
    with closing(database.connect(own.folder.store, custody.key.raw)) as connection:
        connection.execute("DROP TABLE access_log")
    with pytest.raises(OperationalError):
        own.open()
    assert not list(own.folder.folder.glob("store.db-*"))
