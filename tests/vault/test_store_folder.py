"""The folders of stores."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.vault import open_key
from app.vault.errors import NameTaken, SlotsDamaged, SlotsMissing
from app.vault.store_folder import DataFolder, StoreFolder

TODAY = date(2026, 7, 24)


def _made(data: DataFolder) -> StoreFolder:
    store = data.free(TODAY)
    with data.making(store) as half:
        half.slots.write_text("{}")
    return store


def test_before_the_first_store_there_is_none(tmp_path: Path) -> None:
    data = DataFolder(tmp_path / "new")
    assert data.stores() == ()
    assert data.current() is None
    data.sweep()


def test_stores_get_names_that_are_free(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    names = [_made(data).name for _ in range(4)]
    assert names == ["caseload", "caseload-2026-07-24", "caseload-2026-07-24-2", "caseload-2026-07-24-3"]
    assert [store.name for store in data.stores()] == sorted(names)


def test_the_store_last_chosen_is_opened_and_the_first_where_that_one_is_gone(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    first, second = _made(data), _made(data)
    assert data.current() == first
    data.make_current(second)
    assert data.current() == second
    second.slots.unlink()
    assert data.current() == first


def test_the_demo_and_half_made_stores_are_not_listed(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    with data.making(data.demo) as half:
        key = open_key.create(half)
        assert data.stores() == ()
        assert data.current() is None
    assert data.stores() == ()
    assert data.demo.is_demo
    assert open_key.read(data.demo) == key


def test_a_store_is_not_made_over_another(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    store = _made(data)
    with pytest.raises(NameTaken), data.making(store):
        pass
    assert store.exists()


def test_what_failed_while_being_made_leaves_nothing(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    with pytest.raises(RuntimeError), data.making(data.free(TODAY)):
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_sweeping_reaches_stores_and_backups(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    store = _made(data)
    store.backups.mkdir()
    left = [tmp_path / ".caseload-2.tmp", store.folder / ".slots.json.x.tmp", store.backups / ".half.tmp"]
    for path in left:
        path.mkdir()
    data.sweep()
    assert not any(path.exists() for path in left)
    assert store.exists()


def test_each_file_has_a_place_of_its_own(tmp_path: Path) -> None:
    data, store = DataFolder(tmp_path), StoreFolder(tmp_path / "caseload")
    inside = [store.store, store.slots, store.previous_slots, store.tries, store.witness, store.reminders]
    inside += [store.outside, store.backups, store.open_key]
    assert {path.parent for path in inside} == {store.folder}
    assert len({*inside, data.lock, data.settings}) == len(inside) + 2


def test_a_key_of_the_demo_that_is_missing_or_damaged_is_told(tmp_path: Path) -> None:
    store = DataFolder(tmp_path).demo
    with pytest.raises(SlotsMissing):
        open_key.read(store)
    store.folder.mkdir()
    for content in ("", "{}", '{"key": "zz"}', '{"key": "00"}'):
        store.open_key.write_text(content)
        with pytest.raises(SlotsDamaged):
            open_key.read(store)
