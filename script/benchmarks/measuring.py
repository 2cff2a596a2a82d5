"""How a figure is measured and told: in turns with its floor, so that a busy machine is busy for both."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

Sample: TypeAlias = float
Act: TypeAlias = Callable[[], Sample]

ROOT = Path(__file__).resolve().parent.parent.parent
FLOORS = Path(__file__).resolve().parent / "floors"
MS = "ms"
TIMES = "× floor"
_PATIENCE = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure with its samples; `goal` is the most that it may be, None where there is none.

    Where the unit is `TIMES` the value is the median of the pairwise ratios, and `floor` the floor's median in
    `sample_unit`.
    """

    name: str
    unit: str
    goal: float | None
    samples: Sequence[Sample]
    floors: Sequence[Sample] = ()
    sample_unit: str = MS

    def line(self) -> str:
        """The figure as a line of JSON."""
        values = list(self.samples)
        told: dict[str, Any] = {}
        if self.unit == TIMES:
            values = [mine / floor for mine, floor in zip(self.samples, self.floors, strict=True)]
            told["measured"] = f"{statistics.median(self.samples):.1f} {self.sample_unit}"
        median = statistics.median(values)
        content = {
            "name": self.name,
            "value": round(median, 2),
            "unit": self.unit,
            "goal": self.goal,
            "floor": round(statistics.median(self.floors), 2) if self.floors else None,
            "runs": len(values),
            "min": round(min(values), 2),
            "median": round(median, 2),
            "max": round(max(values), 2),
        }
        return json.dumps(content | told, ensure_ascii=False)


def in_turns(runs: int, mine: Act, floor: Act) -> tuple[list[Sample], list[Sample]]:
    """Samples of both, one after the other, `runs` times."""
    pairs = [(mine(), floor()) for _ in range(runs)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def warm(act: Callable[[], object]) -> Act:
    """The milliseconds of an act, once it was done for the first time."""
    act()
    return timed(act)


def timed(act: Callable[[], object]) -> Act:
    """The milliseconds of an act."""

    def once() -> Sample:
        started = time.perf_counter()
        act()
        return (time.perf_counter() - started) * 1000

    return once


def script(path: Path, *arguments: str, **variables: str) -> dict[str, Any]:
    """What a script of its own process prints as its last line, and `started`: when it was started (steady clock, s).

    Raises RuntimeError with what it said where it fails.
    """
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    started = time.monotonic()
    run = subprocess.run(
        [sys.executable, str(path), *arguments],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=_PATIENCE,
    )
    if run.returncode or not run.stdout.strip():
        raise RuntimeError(f"{path.name} ended with {run.returncode}:\n{run.stderr}")
    found: dict[str, Any] = json.loads(run.stdout.strip().splitlines()[-1])
    return found | {"started": started}
