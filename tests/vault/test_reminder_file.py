"""What the locked program can read of what is due."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.vault import files
from app.vault.reminder_file import counts_left, leave_counts
from app.vault.store_folder import StoreFolder
from tests.own_caseload import NOW

DAY = date(2026, 12, 1)


def test_what_was_left_is_read_back(tmp_path: Path) -> None:
    folder = StoreFolder(tmp_path)
    leave_counts(folder, {DAY: 2, date(2026, 11, 1): 1}, NOW)
    assert counts_left(folder) == {date(2026, 11, 1): 1, DAY: 2}


@pytest.mark.parametrize("due", [None, [], "x", 3])
def test_a_file_of_another_shape_tells_nothing(tmp_path: Path, due: object) -> None:
    folder = StoreFolder(tmp_path)
    assert counts_left(folder) == {}
    files.write_json(folder.reminders, {"due": due})
    assert counts_left(folder) == {}


def test_a_damaged_line_costs_that_line_alone(tmp_path: Path) -> None:
    folder = StoreFolder(tmp_path)
    files.write_json(folder.reminders, {"due": {"2026-13-45": 1, "2026-12-01": 2, "2026-12-02": None}})
    assert counts_left(folder) == {DAY: 2}
