"""The hand-over sheet before an absence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from app.reports.hand_over_report import hand_over_pdf
from app.services.date_sheets import hand_over_document
from app.ui.context import Context
from app.ui.prints.choice import PrintChoice
from app.ui.prints.file_name import FileName
from app.ui.prints.order import PrintOrder
from app.ui.widgets.absence_days import AbsenceDays
from app.words import mark


class Absence(PrintChoice):
    """From when to when one is away."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.days = AbsenceDays(context.words, context.today())
        self.column.addWidget(self.days)
        self.days.edited.connect(self.edited)

    def orders(self, case_ids: Sequence[str]) -> list[PrintOrder]:
        """The sheet of the days chosen."""
        days = self.days.days()
        return [hand_over_order(self.context, *days)] if days else []


def hand_over_order(context: Context, first: date, last: date) -> PrintOrder:
    """What falls due while the caseworker is away, for whoever steps in."""
    document = context.read(hand_over_document, context.catalogue, context.now(), first, last)
    return PrintOrder(
        title=context.words.tr("Hand-over"),
        code="hand-over",
        draws=(partial(hand_over_pdf, document),),
        file_name=FileName(mark("forlaens-hand-over-{date}.pdf"), first),
        case_ids=tuple(entry.child.status.case_id for entry in document.entries),
    )
