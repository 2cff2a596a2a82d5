"""The prints, once their fonts are read, each against the same words in the same tables through bare platypus.

What the floor prints is read from the print itself, from what it tells a screen reader: its paragraphs and tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from script.benchmarks.drawn import CHILDREN, Drawn
from script.benchmarks.floors.bare_prints import BarePrint, bare_pdf
from script.benchmarks.measuring import TIMES, Figure, in_turns, timed, warm
from script.benchmarks.stores import Made, now
from tests.reports.spoken import Element, Spoken


def prints(made: Made, runs: int) -> Iterator[Figure]:
    """Every print that goes to a family, a team leader, a provider or a colleague."""
    store = made.opened()
    drawn = Drawn(store, now()).all()
    store.close()
    for name, draw in drawn.items():
        bare = _bare(draw())
        mine, floor = in_turns(runs, timed(draw), warm(partial(bare_pdf, bare)))
        yield Figure(name=f"{name} as PDF, warm", unit=TIMES, goal=2.5, samples=mine, floors=floor)
        if name == "summary":
            yield Figure(name=f"caseload summary of {CHILDREN}", unit="ms", goal=300.0, samples=mine, floors=floor)


def _bare(pdf: bytes) -> BarePrint:
    """The words and tables of a print."""
    spoken = Spoken(pdf)
    parts = [part for part in spoken.root.kids if isinstance(part, Element)]
    texts = tuple(spoken.text(part) for part in parts if part.kind != "Table")
    tables = tuple(
        tuple(
            tuple(spoken.text(cell) for cell in row.kids if isinstance(cell, Element))
            for row in part.all()
            if row.kind == "TR"
        )
        for part in parts
        if part.kind == "Table"
    )
    across, up = spoken.reader.pages[0].mediabox[2:]
    return BarePrint(texts[0], texts[1:], tables, landscape=across > up)
