"""The network map of 40 people: finding everybody's place, and the frames while somebody is dragged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from script.benchmarks.measuring import Figure, script

_HERE = Path(__file__).resolve().parent
_A_FRAME = 16.6  # ms, of which 60 go into a second


def network(runs: int) -> Iterator[Figure]:
    """Medians of laying out, and of each drag and zoom the time below which 19 of 20 frames stay."""
    found = [script(_HERE / "draw_network.py") for _ in range(runs)]
    for name, key, goal in (
        ("map layout 40 people", "layout", 5.0),
        ("drag frame 40 people", "drag", _A_FRAME),
        ("zoom frame 40 people", "zoom", None),
    ):
        yield Figure(name=name, unit="ms", goal=goal, samples=[run[key] for run in found])
