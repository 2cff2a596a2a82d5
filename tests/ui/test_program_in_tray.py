"""Started with the session: no window until one is asked for, and reminders all the while."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from app.ui.settings import SettingsFile
from app.vault.reminder_file import leave_counts
from tests.own_caseload import NOW, Own, own, own_template

__all__ = ["own", "own_template"]

ROOT = Path(__file__).resolve().parent.parent.parent


def seen_of(own: Own, tray: str) -> dict[str, object]:
    """What a program saw that was started in the tray of such a desktop."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "tests.ui.program_in_tray", str(own.data.root), tray],
        env=os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_in_the_tray_it_reminds_while_locked_and_closing_the_window_leaves_it_there(own: Own) -> None:
    leave_counts(own.folder, {date(2026, 11, 22): 1, date(2026, 11, 26): 2}, NOW)
    assert seen_of(own, "tray") == {
        "told": ["1 deadline has passed · 2 deadlines within 7 days"],
        "hidden": True,
        "opened": True,
        "closed": [""],
        "code": 0,
        "renewed": [""],
    }
    assert SettingsFile(own.data.settings).now.reminded_on == "2026-11-23"


def test_where_no_tray_comes_the_window_is_shown_and_closing_it_ends_the_program(own: Own) -> None:
    leave_counts(own.folder, {date(2026, 11, 23): 1}, NOW)
    assert seen_of(own, "none") == {"hidden": True, "shown": True, "code": 0}
    assert SettingsFile(own.data.settings).now.reminded_on == ""
