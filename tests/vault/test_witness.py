"""The witness of the log."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.vault import witness
from app.vault.errors import WitnessDamaged
from app.vault.keys import DataKey
from app.vault.witness import Loss, Witness, WitnessKeeper

KEY = DataKey(b"k" * 32)
THEN = datetime(2026, 7, 24, 10, 15, tzinfo=UTC)
SEEN = Witness(7, "ab" * 32, THEN)


def test_a_witness_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "witness.json"
    assert witness.read(path, KEY, "store") is None
    WitnessKeeper(path, KEY, "store").keep(7, "ab" * 32, THEN)
    assert witness.read(path, KEY, "store") == SEEN


@pytest.mark.parametrize("change", [{"count": 6}, {"head": "cd" * 32}, {"mac": "é"}, {"mac": None}, {"store": "other"}])
def test_an_altered_witness_is_not_believed(tmp_path: Path, change: dict[str, object]) -> None:
    path = tmp_path / "witness.json"
    witness.write(path, KEY, "store", SEEN)
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    with pytest.raises(WitnessDamaged):
        witness.read(path, KEY, "store")


def test_the_witness_of_another_store_or_key_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "witness.json"
    witness.write(path, KEY, "other", SEEN)
    for key, store in ((KEY, "store"), (DataKey(b"x" * 32), "other")):
        with pytest.raises(WitnessDamaged):
            witness.read(path, key, store)
    path.write_bytes(b"")
    with pytest.raises(WitnessDamaged):
        witness.read(path, KEY, "other")


def test_a_full_disk_does_not_make_a_saved_change_look_lost(
    tmp_path: Path, no_room: Callable[[], AbstractContextManager[None]]
) -> None:
    path = tmp_path / "witness.json"
    witness.write(path, KEY, "store", SEEN)
    with no_room():
        WitnessKeeper(path, KEY, "store").keep(8, "cd" * 32, THEN)
    assert witness.read(path, KEY, "store") == SEEN


def test_missing_entries_are_counted_and_dated() -> None:
    last = THEN - timedelta(hours=1)
    found = Witness(4, "ef" * 32, last)
    assert witness.compare(SEEN, found, lambda number: "ef" * 32) == Loss(3, last, THEN)
    assert witness.compare(SEEN, None, lambda number: None) == Loss(7, None, THEN)


def test_as_many_entries_that_are_not_the_same_are_told() -> None:
    found = Witness(9, "ef" * 32, THEN)
    assert witness.compare(SEEN, found, lambda number: "00" * 32) == Loss(0, None, THEN)


def test_a_store_that_went_on_lacks_nothing() -> None:
    found = Witness(9, "ef" * 32, THEN)
    assert witness.compare(SEEN, found, {7: SEEN.head}.get) is None
    assert witness.compare(Witness(0, "", THEN), None, lambda number: None) is None
