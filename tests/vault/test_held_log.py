"""Log entries that wait beside the store until it has room."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from app.vault.held_log import HeldLog
from app.vault.keys import DataKey

KEY = DataKey(bytes(range(32)))
ENTRIES = [{"at": "2026-11-23T08:00:00+00:00", "act": "look_up", "detail": "Åse"}]


@pytest.fixture
def held(tmp_path: Path) -> HeldLog:
    return HeldLog(tmp_path / "log.held", KEY)


def test_what_waits_is_read_back_until_it_is_dropped(held: HeldLog) -> None:
    assert held.read() == []
    assert held.keep([*ENTRIES, *ENTRIES])
    assert held.keep(ENTRIES)
    assert held.read() == ENTRIES
    held.drop()
    held.drop()
    assert held.read() == []


def test_nothing_of_it_can_be_read_without_the_key(held: HeldLog) -> None:
    held.keep(ENTRIES)
    assert b"look_up" not in held.path.read_bytes()
    assert HeldLog(held.path, DataKey(bytes(32))).read() == []


@pytest.mark.parametrize("content", [b"", b"short", bytes(200)])
def test_what_is_not_genuine_is_not_believed(held: HeldLog, content: bytes) -> None:
    held.path.write_bytes(content)
    assert held.read() == []


def test_a_full_disk_is_told_and_leaves_what_waited_before(
    held: HeldLog, no_room: Callable[[], AbstractContextManager[None]]
) -> None:
    held.keep(ENTRIES)
    with no_room():
        assert not held.keep([*ENTRIES, *ENTRIES])
    assert held.read() == ENTRIES


def test_a_file_that_cannot_be_removed_is_no_harm(held: HeldLog) -> None:
    held.path.mkdir()
    held.drop()
    assert held.read() == []
