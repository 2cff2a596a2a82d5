"""Fault 2: kill -9 during a slot rewrite, a backup, a restore, the making of a store."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.kill_points import ACTS
from tests.made_store import Made

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("act", ACTS)
def test_whatever_line_the_kill_meets_the_old_or_the_new_is_there(act: str, made: Made, thorough: bool) -> None:
    program = [sys.executable, "-m", "tests.faults.kill_points"]
    done = subprocess.run(
        [*program, act, str(made.data.root), str(made.recovery), "1" if thorough else "17"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=3600,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= (50 if thorough else 3)
