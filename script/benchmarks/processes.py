"""What is measured in a process of its own: the first window, opening a caseload, cases, memory, the key derivation."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from script.benchmarks.measuring import FLOORS, TIMES, Figure, in_turns, script
from script.benchmarks.stores import PASSPHRASE, Made

_HERE = Path(__file__).resolve().parent


def first_paint(made: Made, runs: int, *, on_x11: bool) -> Iterator[Figure]:
    """From the start of the process to the painted unlock window, offscreen and on X11 where there is one."""
    yield _first_paint(made, runs, "offscreen")
    if not on_x11:
        return
    with _display() as display:
        if display:
            yield _first_paint(made, runs, "X11", QT_QPA_PLATFORM="xcb", DISPLAY=display)


def _first_paint(made: Made, runs: int, platform: str, **variables: str) -> Figure:
    variables["FORLAENS_DATA"] = str(made.data.root)

    def elapsed(path: Path) -> float:
        found = script(path, **variables)
        return (float(found["painted"]) - float(found["started"])) * 1000

    mine, floor = in_turns(runs, lambda: elapsed(_HERE / "first_paint.py"), lambda: elapsed(FLOORS / "bare_window.py"))
    return Figure(
        name=f"first paint of the unlock window, {platform}", unit=TIMES, goal=1.5, samples=mine, floors=floor
    )


@contextlib.contextmanager
def _display() -> Iterator[str]:
    """The display there is, otherwise a virtual one, otherwise ""."""
    if there := os.environ.get("DISPLAY"):
        yield there
    elif server := shutil.which("Xvfb"):
        read, write = os.pipe()
        command = [server, "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
        with subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL) as running:
            os.close(write)
            with os.fdopen(read) as number:
                display = number.readline().strip()
            try:
                yield f":{display}" if display else ""
            finally:
                running.terminate()
    else:
        yield ""


def caseload(made: Made, runs: int, goal: float, *, with_memory: bool) -> Iterator[Figure]:
    """From the key to the usable overview, opening cases from there, and the memory in use."""
    mine: list[dict[str, Any]] = []
    floor: list[dict[str, Any]] = []
    for _ in range(runs):
        mine.append(script(_HERE / "open_caseload.py", str(made.data.root), made.recovery))
        floor.append(script(FLOORS / "bare_caseload.py", str(made.path), made.key.raw.hex()))
    for name, key, most in (
        ("from key to usable overview", "overview", goal),
        ("opening the first case", "first_case", 50.0),
    ):
        yield Figure(
            name=f"{name}, {made.name}",
            unit="ms",
            goal=most,
            samples=[run[key] for run in mine],
            floors=[run[key] for run in floor],
        )
    yield Figure(
        name=f"opening a later case, {made.name}",
        unit="ms",
        goal=50.0,
        samples=[time for run in mine for time in run["cases"]],
        floors=[time for run in floor for time in run["cases"]],
    )
    yield Figure(
        name=f"the month view, {made.name}",
        unit="ms",
        goal=50.0,
        samples=[time for run in mine for time in run["months"]],
    )
    if with_memory:
        bare = [script(FLOORS / "bare_window.py")["memory"] / 1024 for _ in mine]
        yield Figure(
            name=f"memory at the overview, {made.name}",
            unit=TIMES,
            goal=3.5,
            samples=[run["memory"] / 1024 for run in mine],
            floors=bare,
            sample_unit="MiB",
        )


def key_derivation(runs: int) -> Iterator[Figure]:
    """What deriving the key from a passphrase takes on purpose: memory at its peak, which is given back, and time."""
    found = [script(_HERE / "derive_key.py", PASSPHRASE) for _ in range(runs)]
    for name, unit, key in (
        ("key derivation, peak of memory", "MiB", "peak"),
        ("key derivation, memory kept after it", "MiB", "kept"),
        ("key derivation, time at the standard cost", "ms", "time"),
    ):
        yield Figure(name=name, unit=unit, goal=None, samples=[run[key] for run in found])
