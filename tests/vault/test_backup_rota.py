"""Which backups stay, and copies outside."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.vault import backup, backup_rota, errors
from app.vault.backup import Backup
from app.vault.backup_rota import OutsideCopy
from tests.made_store import Made

END = datetime(2026, 12, 31, 16, 0, tzinfo=UTC)


def _at(made: datetime, reason: str = "close", store: str = "a", *, is_whole: bool = True) -> Backup:
    return Backup(Path(store, made.isoformat(), reason), made, reason, 1, store, is_whole)


def test_of_a_year_of_closing_four_times_a_day_days_weeks_and_months_are_kept() -> None:
    found = [_at(END - timedelta(days=day, hours=2 * part)) for day in range(365) for part in range(4)]
    gone = set(backup_rota.superfluous(found))
    kept = [copy.made for copy in found if copy not in gone]
    assert kept[:3] == [END, END - timedelta(hours=2), END - timedelta(hours=4)]
    assert {(END - timedelta(days=day)).date() for day in range(7)} <= {made.date() for made in kept}
    assert {made.month for made in kept} == set(range(1, 13))
    assert 20 <= len(kept) <= 26


@given(
    st.lists(
        st.tuples(st.integers(0, 20_000), st.sampled_from(["close", "migration"]), st.booleans()),
        max_size=40,
        unique_by=lambda each: each[0],
    )
)
def test_thinning_twice_removes_no_more_and_the_newest_three_stay(each: list[tuple[int, str, bool]]) -> None:
    found = [_at(END - timedelta(hours=hours), reason, is_whole=whole) for hours, reason, whole in each]
    gone = set(backup_rota.superfluous(found))
    kept = [copy for copy in found if copy not in gone]
    whole = sorted((copy for copy in found if copy.is_whole), key=lambda copy: copy.made, reverse=True)
    assert set(whole[:3]) <= set(kept)
    assert backup_rota.superfluous(kept) == ()


def test_stores_are_thinned_apart_and_copies_before_a_migration_stay_longer() -> None:
    many = [_at(END - timedelta(minutes=minute)) for minute in range(10)]
    before_migration = _at(END - timedelta(minutes=30), "migration")
    other = _at(END - timedelta(minutes=40), store="b")
    gone = backup_rota.superfluous([*many, before_migration, other])
    assert gone == tuple(many[3:])


def test_a_damaged_backup_takes_nobodys_place_and_goes_when_three_whole_ones_are_newer() -> None:
    damaged = _at(END - timedelta(hours=5), is_whole=False)
    newest_damaged = _at(END, is_whole=False)
    whole = [_at(END - timedelta(hours=hour)) for hour in (1, 2, 3)]
    assert backup_rota.superfluous([damaged, newest_damaged, *whole[:2]]) == ()
    assert backup_rota.superfluous([damaged, newest_damaged, *whole]) == (damaged,)


def _make(made: Made, later: timedelta = timedelta(0)) -> Backup:
    return backup.make(made.store, made.key, made.snapshot, made.check, made.now + later)


def test_thinning_removes_folders_but_never_the_one_just_made(made: Made) -> None:
    copies = [_make(made, timedelta(minutes=minute)) for minute in range(5)]
    clock_was_set_back = _make(made, -timedelta(minutes=1))
    assert backup_rota.thin(made.store.backups, clock_was_set_back) == 2
    left = backup.listed(made.store.backups)
    assert left == (copies[4], copies[3], copies[2], clock_was_set_back)
    assert len(list(made.store.backups.iterdir())) == 4


def test_a_copy_outside_is_noted_with_its_age(made: Made, tmp_path: Path) -> None:
    assert backup_rota.last_outside(made.store) is None
    stick = tmp_path / "stick"
    stick.mkdir()
    copy = _make(made)
    later = made.now + timedelta(days=2)
    outside = backup_rota.copy_outside(made.store, copy, stick, later)
    assert outside.is_whole
    assert backup.listed(backup_rota.outside_folder(stick)) == (outside,)
    assert backup_rota.last_outside(made.store) == OutsideCopy(stick, later, made.now)


def test_a_stick_that_is_not_there_is_told_and_nothing_noted(made: Made, tmp_path: Path) -> None:
    copy = _make(made)
    with pytest.raises(errors.PlaceMissing):
        backup_rota.copy_outside(made.store, copy, tmp_path / "stick", made.now)
    assert backup_rota.last_outside(made.store) is None
    with pytest.raises(errors.PlaceMissing):
        backup_rota.is_same_disk(made.store, tmp_path / "stick")


@pytest.mark.parametrize("note", ["", "{}", '{"place": 3, "at": "x", "made": "y"}', '{"place": "a", "at": "x"}'])
def test_an_unreadable_note_is_none_at_all(made: Made, note: str) -> None:
    made.store.outside.write_text(note)
    assert backup_rota.last_outside(made.store) is None


def test_a_second_place_on_the_same_disk_is_recognised(made: Made, tmp_path: Path) -> None:
    assert backup_rota.is_same_disk(made.store, tmp_path)
    assert not backup_rota.is_same_disk(made.store, Path("/proc"))
