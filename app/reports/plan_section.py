"""A part of the plan under its heading, and two short ones side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.platypus import Flowable, Table, TableStyle

from app.core.records.documents import PlanDocument
from app.reports.block import Block
from app.reports.fonts import Face
from app.reports.goal_card import Quote
from app.reports.row_table import BARE
from app.reports.styles import body, heading, style
from app.reports.text import Text, texts
from app.words import Words

_GUTTER = 24.0
_SHORT = 96.0  # points of height up to which a section stands beside another


@dataclass(frozen=True, slots=True)
class PlanSetting:
    """What all parts of a plan on paper know: the plan, its language, the width in points, and how airy it is set.

    `air` is 1, or less where that brings the plan onto fewer sheets; letters never shrink.
    """

    document: PlanDocument
    words: Words
    width: float
    air: float


def section(setting: PlanSetting, label: str, text: str, *, own: bool = False) -> list[Flowable]:
    """A heading with its text; nothing where the text is blank. Somebody's own words get a bar at the side."""
    if not text.strip():
        return []
    title = Text(label, heading(setting.air))
    if not own:
        return [title, *texts(text, body())]
    quote = style(Face.ITALIC, 10, indent=10, leading=1.45, after=3)
    return [title, *(Quote(line, quote) for line in text.splitlines() if line.strip())]


def blocks(*sections: list[Flowable]) -> Iterator[Flowable]:
    """The sections that say something, one under the other."""
    return (Block(content) for content in sections if content)


def beside(setting: PlanSetting, left: list[Flowable], right: list[Flowable]) -> Iterator[Flowable]:
    """Two short sections side by side, longer ones one under the other."""
    across = (setting.width - _GUTTER) / 2
    if not left or not right or any(Block(side).wrap(across, 1e6)[1] > _SHORT for side in (left, right)):
        yield from blocks(left, right)
        return
    yield Table(
        [[Block(left), "", Block(right)]],
        colWidths=(across, _GUTTER, across),
        style=TableStyle([*BARE, ("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0)]),
        spaceBefore=left[0].getSpaceBefore(),
    )
