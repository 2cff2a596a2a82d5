"""The measuring itself: every figure is told, each as a line that a program can read."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KEYS = {"name", "value", "unit", "goal", "floor", "runs", "min", "median", "max"}
NAMES = {
    "first paint of the unlock window, offscreen",
    "from key to usable overview, demo caseload",
    "from key to usable overview, ten years",
    "opening the first case, demo caseload",
    "opening the first case, ten years",
    "opening a later case, demo caseload",
    "opening a later case, ten years",
    "memory at the overview, demo caseload",
    "saving a follow-up",
    *(
        f"{name} as PDF, warm"
        for name in (
            *(
                "plan",
                "plan for the child",
                "provider's extract",
                "joint plan",
                "network map",
                "genogram",
                "acute sheet",
            ),
            *("follow-up minutes", "minutes of a meeting", "invitation"),
            *("summary", "hand-over", "family calendar", "visit sheet", "case file"),
        )
    ),
    "caseload summary of 25",
    "key derivation, peak of memory",
    "statuses and due dates of all open cases, ten years",
    "figures of the caseload, ten years",
    "map layout 40 people",
    "drag frame 40 people",
    "all deadlines, 25 open and 500 closed cases over ten years",
    "the month view, demo caseload",
    "the month view, ten years",
}


def test_every_figure_is_printed_with_its_goal_and_floor() -> None:
    run = subprocess.run([ROOT / "script" / "bench", "--quick"], capture_output=True, text=True, check=True)
    figures = [json.loads(line) for line in run.stdout.splitlines()]

    assert {figure["name"] for figure in figures} >= NAMES
    for figure in figures:
        assert figure.keys() >= KEYS
        assert figure["min"] <= figure["median"] == figure["value"] <= figure["max"]
