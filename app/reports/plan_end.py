"""The end of a plan: what the family says, who took part, when we meet again, and the lines to sign on."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import accumulate

from reportlab.platypus import Flowable, KeepTogether, Spacer, Table, TableStyle

from app.core.records.documents import PlanDocument
from app.reports.card import Card
from app.reports.fonts import Face
from app.reports.palette import colour
from app.reports.plan_section import PlanSetting, beside, blocks, section
from app.reports.row_table import BARE
from app.reports.styles import small, style
from app.reports.text import Text
from app.reports.wording import next_day
from app.words import Words

_TOGETHER = 170.0  # points of height of what stays on one page with the signatures
_ACROSS = 4  # lines to sign on beside each other
_GAP = 14.0  # points between them
_HAND, _ABOVE = 28.0, 8.0  # points of height for a hand to sign in, and of air above that


def plan_end(setting: PlanSetting) -> Iterator[Flowable]:
    """From what the child says to the signatures, which never stand on a page alone."""
    rows = list(plan_words(setting))
    heights = accumulate(row.wrap(setting.width, 1e6)[1] for row in reversed(rows))
    apart = len(rows) - sum(height <= _TOGETHER for height in heights)
    yield from rows[:apart]
    lines = signature_lines((setting.document,), setting.words, setting.width)
    yield KeepTogether([*rows[apart:], Spacer(1, _HAND + _ABOVE * setting.air), *lines])


def plan_words(setting: PlanSetting) -> Iterator[Flowable]:
    """What the child and the parents say, what is not agreed on, who took part, and when we meet again."""
    document, words = setting.document, setting.words
    child = words.tr("What {name} says about the plan", name=document.child_first_name)
    says = section(setting, child, document.child_comment, own=True)
    parents = section(setting, words.tr("What the parents say about the plan"), document.parents_comment)
    disagreement = section(setting, words.tr("What we do not agree on"), document.disagreement)
    present = section(setting, words.tr("Who took part"), document.participants)
    yield from beside(setting, says, parents)
    yield from blocks(disagreement)
    yield from beside(setting, present, _next_date(setting))


def _next_date(setting: PlanSetting) -> list[Flowable]:
    """The day of the next follow-up in a frame; nothing where no measure runs that is followed up."""
    document, words, day = setting.document, setting.words, setting.document.next_follow_up
    if day is None and not document.measures:
        return []
    label = words.tr("Next follow-up and conversation with {name}", name=document.child_first_name)
    told = words.tr("to be agreed") if day is None else next_day(day, words, is_agreed=document.next_is_agreed)
    content = [Text(label, small()), Text(told, style(Face.STRONG, 12, leading=1.3))]
    return [Card(content, air=setting.air, before=10, after=0)]


def signature_lines(plans: Sequence[PlanDocument], words: Words, width: float) -> Iterator[Flowable]:
    """A line for each child, for who holds custody and for the caseworker, a few beside each other.

    Where nobody is known to hold custody there are two lines for parents.
    """
    parent = words.tr("Parent")
    custody = tuple(dict.fromkeys(name for plan in plans for name in plan.custody)) or (parent, parent)
    signers = (*(plan.child_name for plan in plans), *custody, plans[0].head.caseworker)
    across = math.ceil(len(signers) / math.ceil(len(signers) / _ACROSS))
    for start in range(0, len(signers), across):
        if start:
            yield Spacer(1, _HAND)
        yield _line(signers[start : start + across], (width + _GAP) / across - _GAP)


def _line(signers: Sequence[str], across: float) -> Table:
    """Lines to sign on side by side, each `across` points long with who signs under it."""
    row: list[Flowable | str] = []
    for signer in signers:
        row += ["", Text(signer, small())] if row else [Text(signer, small())]
    lines = [("LINEABOVE", (2 * i, 0), (2 * i, 0), 0.8, colour("ink")) for i in range(len(signers))]
    widths = (across, *(_GAP, across) * (len(signers) - 1))
    return Table([row], colWidths=widths, hAlign="LEFT", style=TableStyle([*BARE, *lines]))
