"""The case file for somebody who asked for access to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.core.case_file import in_period, moved
from app.core.records.file_access import FileSelection
from app.reports.case_file_report import case_file_pdf
from app.services.file_access import case_file_document, choices_of, selections_of_case
from app.services.file_entries import file_entries
from app.ui.context import Context
from app.ui.prints.choice import PrintChoice
from app.ui.prints.file_name import FileName
from app.ui.prints.order import PrintOrder, family_warnings
from app.ui.widgets.button import Button
from app.words import mark


def case_file_order(context: Context, selection: FileSelection) -> PrintOrder:
    """The file as it was selected; it is told what to look at again, what to look at in any case, and what was found of
    protected people, other families and CPR numbers in what is given."""
    words, today = context.words, context.today()
    document = context.read(case_file_document, selection, context.catalogue, today)
    entries = in_period(context.read(file_entries, selection.case_id, context.catalogue, today), selection)
    choices = context.read(choices_of, selection.id)
    changed = sum(bool(moved(entry, choices[entry.key])) for entry in entries if entry.key in choices)
    warnings = [
        words.tr("Read it through before it is given out: names are found by how they are written, and no better.")
    ]
    if not choices:
        warnings.append(words.tr("Nothing was decided about any of the entries yet."))
    if changed:
        told = words.trn(
            "{n} entry was changed since words of it were marked. Look at it again.",
            "{n} entries were changed since words of them were marked. Look at them again.",
            changed,
        )
        warnings.append(told)
    warnings += family_warnings(context, selection.case_id, document)
    return PrintOrder(
        title=words.tr("Access to the file"),
        code="case-file",
        draws=(),
        long_draws=(partial(case_file_pdf, document),),
        file_name=FileName(mark("forlaens-file-{date}.pdf"), today),
        case_ids=(selection.case_id,),
        warnings=tuple(warnings),
    )


class CaseFile(PrintChoice):
    """The selection made last in each case, and the way to make one."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._case_id = ""
        self.choose = Button(context.words.tr("Choose what is given …"), icon="pencil")
        self.column.addWidget(self.choose)
        self.choose.clicked.connect(self._on_choose)
        self.choose.setEnabled(False)

    def offer(self, case_ids: Sequence[str]) -> None:
        """One file at a time is chosen from."""
        self._case_id = case_ids[0] if len(case_ids) == 1 else ""
        self.choose.setEnabled(bool(self._case_id))

    def reason(self) -> str:
        """Nothing stands in the file before it is chosen."""
        return self.context.words.tr("Choose first what is given.") if self._case_id else ""

    def orders(self, case_ids: Sequence[str]) -> list[PrintOrder]:
        """The file of each case in which something was selected."""
        found = (self.context.read(selections_of_case, case_id) for case_id in case_ids)
        return [case_file_order(self.context, selections[0]) for selections in found if selections]

    def _on_choose(self) -> None:
        from app.ui.dialogs.make_case_file import MakeCaseFile  # it shows this print: one of the two comes second

        MakeCaseFile(self.context, self._case_id, parent=self).open()
