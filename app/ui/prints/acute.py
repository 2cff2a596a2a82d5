"""The acute-contact sheet of a child, for the on-call service and colleagues."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt

from app.reports.acute_report import acute_pdf
from app.services.acute import acute_document
from app.ui.context import Context
from app.ui.dialogs.edit_acute import EditAcute
from app.ui.prints.choice import PrintChoice
from app.ui.prints.file_name import FileName
from app.ui.prints.order import PrintOrder
from app.ui.widgets.button import Button
from app.ui.widgets.choice_fields import CheckField
from app.words import mark


class Acute(PrintChoice):
    """Whether protected addresses are to stand on the sheets: nobody decides that but the caseworker. What lacks on the
    sheet of one child is written from here."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._case_id = ""
        self.protected = CheckField(context.words.tr("Protected addresses too"))
        self.edit = Button(context.words.tr("Edit what is noted …"), icon="pencil")
        self.column.addWidget(self.protected)
        self.column.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignLeft)
        self.protected.edited.connect(self.edited)
        self.edit.clicked.connect(self._on_edit)
        self.offer(())

    def offer(self, case_ids: Sequence[str]) -> None:
        """What is noted is edited of one child."""
        self._case_id = case_ids[0] if len(case_ids) == 1 else ""
        self.edit.setVisible(bool(self._case_id))

    def orders(self, case_ids: Sequence[str]) -> list[PrintOrder]:
        """One for each case."""
        return [acute_order(self.context, case_id, shows_protected=self.protected.value()) for case_id in case_ids]

    def _on_edit(self) -> None:
        EditAcute(self.context, self._case_id, self).open()


def acute_order(context: Context, case_id: str, *, shows_protected: bool = False) -> PrintOrder:
    """The sheet of one child as of today; that it is no family's is told before it leaves."""
    words, today = context.words, context.today()
    document = context.read(acute_document, case_id, context.catalogue, today, shows_protected=shows_protected)
    warnings = [words.tr("It holds telephone numbers and addresses: for the on-call service and the team alone.")]
    if shows_protected and (document.child_protected or any(one.protected for one in document.people)):
        warnings.append(words.tr("Protected addresses stand on it. Hand it to nobody who is not to know them."))
    return PrintOrder(
        title=words.tr("Acute-contact sheet"),
        code="acute protected" if shows_protected else "acute",
        draws=(partial(acute_pdf, document),),
        file_name=FileName(mark("forlaens-acute-{date}.pdf"), today),
        case_ids=(case_id,),
        warnings=tuple(warnings),
    )
