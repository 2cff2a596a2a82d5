"""Counting wrong tries."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.vault import tries
from app.vault.tries import WrongTries

NOW = datetime(2026, 7, 24, 10, 15, tzinfo=UTC)


def test_the_pause_rises_from_the_third_wrong_try_and_has_an_end() -> None:
    pauses = [WrongTries(count, NOW, NOW).pause.total_seconds() for count in range(12)]
    assert pauses == [0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300]
    assert WrongTries(10**9, NOW, NOW).pause == timedelta(minutes=5)


def test_the_pause_runs_from_the_last_try(tmp_path: Path) -> None:
    path = tmp_path / "tries.json"
    for _ in range(4):
        tries.add(path, NOW)
    assert tries.waiting(path, NOW) == timedelta(seconds=4)
    assert tries.waiting(path, NOW + timedelta(seconds=3)) == timedelta(seconds=1)
    assert tries.waiting(path, NOW + timedelta(days=1)) == timedelta(0)


def test_a_clock_set_back_a_year_starts_the_pause_anew_and_locks_nobody_out(tmp_path: Path) -> None:
    path = tmp_path / "tries.json"
    for _ in range(5):
        tries.add(path, NOW)
    back = NOW - timedelta(days=365)
    assert tries.waiting(path, back) == timedelta(seconds=8)
    assert tries.waiting(path, back + timedelta(seconds=8)) == timedelta(0)
    assert tries.read(path).count == 5


def test_first_and_last_are_kept_with_the_count(tmp_path: Path) -> None:
    path = tmp_path / "tries.json"
    tries.add(path, NOW)
    assert tries.add(path, NOW + timedelta(hours=1)) == WrongTries(2, NOW, NOW + timedelta(hours=1))
    assert tries.read(path) == WrongTries(2, NOW, NOW + timedelta(hours=1))
    tries.forget(path)
    assert tries.read(path) == WrongTries()
    assert tries.waiting(path, NOW) == timedelta(0)


@pytest.mark.parametrize(
    "content", ["", "[]", '{"count": "x"}', '{"count": 1e999, "first": "", "last": ""}', '{"count": 1, "first": 5}']
)
def test_an_unreadable_count_is_none_at_all(tmp_path: Path, content: str) -> None:
    (tmp_path / "tries.json").write_text(content)
    assert tries.read(tmp_path / "tries.json") == WrongTries()
