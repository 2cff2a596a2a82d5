"""Measure the program and print one line of JSON a figure: name, value, unit, goal, floor, runs, min, median, max.

    script/bench                  all figures, about two minutes
    script/bench opening plan     the figures of which a group's name holds one of these words
    script/bench --quick          each once, on small stores: shows that it works, not how fast
    script/bench --groups         the names of the groups

The value is the median; times are wall-clock. A floor is the bare minimum done well (script/benchmarks/floors), and is
measured in turns with its figure. "× floor" is the median of the ratios pair by pair. `goal` is the most that the value
may be; where there is none the figure is told for comparing.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path

from script.benchmarks import derived, network, prints, processes, saving, stores
from script.benchmarks.measuring import Figure
from script.benchmarks.stores import Made

RUNS = 7


class Bench:
    """The groups of figures over stores that are made when the first of them needs one."""

    def __init__(self, folder: Path, *, quick: bool) -> None:
        self._folder = folder
        self._quick = quick
        self._runs = 1 if quick else RUNS

    @cached_property
    def _demo(self) -> Made:
        return stores.demo(self._folder)

    @cached_property
    def _ten_years(self) -> Made:
        # Ten years take a quarter of a minute to write.
        return stores.as_ten_years(self._demo) if self._quick else stores.ten_years(self._folder)

    @cached_property
    def _with_closed(self) -> Made:
        return stores.as_with_closed(self._demo) if self._quick else stores.with_closed(self._folder)

    def groups(self) -> dict[str, Callable[[], Iterator[Figure]]]:
        """What can be measured by itself."""
        runs = self._runs
        return {
            "first paint": lambda: processes.first_paint(self._demo, runs, on_x11=not self._quick),
            "opening the demo caseload, memory": lambda: processes.caseload(self._demo, runs, 250, with_memory=True),
            "opening ten years": lambda: processes.caseload(self._ten_years, runs, 300, with_memory=False),
            "saving": lambda: saving.saving(self._demo, runs),
            "printing plan and summary": lambda: prints.prints(self._demo, runs),
            "drawing the network map": lambda: network.network(runs),
            "key derivation": lambda: processes.key_derivation(runs),
            "all deadlines": lambda: derived.deadlines(self._with_closed, runs),
            "deriving statuses and figures": lambda: derived.derived(self._ten_years, runs),
        }


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(prog="script/bench", description="Measure the program, one line of JSON a figure.")
    parser.add_argument("words", nargs="*", help="only the groups whose names hold one of these")
    parser.add_argument("--quick", action="store_true", help="each figure once, on small stores")
    parser.add_argument("--groups", action="store_true", help="print the names of the groups")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for name, measure in Bench(Path(folder), quick=asked.quick).groups().items():
            if asked.words and not any(word in name for word in asked.words):
                continue
            if asked.groups:
                sys.stdout.write(name + "\n")
                continue
            for figure in measure():
                sys.stdout.write(figure.line() + "\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
