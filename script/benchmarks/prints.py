"""The prints, once their fonts are read, each against the same words in the same tables through bare platypus.

What the floor prints is read from the print itself, from what it tells a screen reader: its paragraphs and tables.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial

from app.core.child_plan import child_plan
from app.core.visit_sheet import for_paper
from app.reports.child_plan_report import child_plan_pdf
from app.reports.family_calendar_report import family_calendar_pdf
from app.reports.hand_over_report import hand_over_pdf
from app.reports.network_report import network_pdf
from app.reports.plan_report import plan_pdf
from app.reports.summary_report import summary_pdf
from app.reports.visit_sheet_report import visit_sheet_pdf
from app.services.caseload import open_statuses
from app.services.catalogue import load_catalogue
from app.services.date_sheets import family_calendar_document, hand_over_document
from app.services.documents import network_document, plan_document, summary_document
from app.services.visit_sheets import visit_sheet
from app.words import Words
from script.benchmarks.floors.bare_prints import BarePrint, bare_pdf
from script.benchmarks.measuring import TIMES, Figure, in_turns, warm
from script.benchmarks.stores import Made, now
from tests.reports.spoken import Element, Spoken

_CHILDREN = 25
_DANISH = Words("da")


def prints(made: Made, runs: int) -> Iterator[Figure]:
    """Every print that goes to a family, a team leader or a colleague."""
    drawn = _drawn(made)
    for name, draw in drawn.items():
        bare = _bare(draw())
        mine, floor = in_turns(runs, warm(draw), warm(partial(bare_pdf, bare)))
        yield Figure(name=f"{name} as PDF, warm", unit=TIMES, goal=2.5, samples=mine, floors=floor)
        if name == "summary":
            yield Figure(name=f"caseload summary of {_CHILDREN}", unit="ms", goal=300.0, samples=mine, floors=floor)


def _drawn(made: Made) -> dict[str, Callable[[], bytes]]:
    """The prints of the fullest case and of the caseload, what stands in them read from the store beforehand."""
    store, at = made.opened(), now()
    today = at.astimezone().date()
    catalogue = store.read(load_catalogue)
    statuses = store.read(open_statuses, catalogue, today)
    with_plan = max(statuses, key=lambda status: len(status.file.goals)).case_id
    with_map = max(statuses, key=lambda status: status.file.map_people).case_id
    plan = store.read(plan_document, with_plan, catalogue, today)
    network = store.read(network_document, with_map, catalogue, today)
    summary = store.read(summary_document, catalogue, today)
    hand_over = store.read(hand_over_document, catalogue, at, today, today + timedelta(days=13))
    calendar = store.read(family_calendar_document, with_plan, catalogue, today)
    sheet = for_paper(store.read(visit_sheet, with_plan, catalogue, at))
    store.close()
    full = dataclasses.replace(summary, rows=(summary.rows * 2)[:_CHILDREN])
    return {
        "plan": lambda: plan_pdf(plan, _DANISH),
        "plan for the child": lambda: child_plan_pdf(child_plan(plan, today), _DANISH),
        "network map": lambda: network_pdf(network, _DANISH),
        "summary": lambda: summary_pdf(full, _DANISH),
        "hand-over": lambda: hand_over_pdf(hand_over, _DANISH),
        "family calendar": lambda: family_calendar_pdf(calendar, _DANISH),
        "visit sheet": lambda: visit_sheet_pdf(sheet, _DANISH),
    }


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
