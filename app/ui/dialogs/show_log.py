"""The log of access as a table, and for one case as a file of dates and purposes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.core.errors import ForlaensError
from app.core.sorting import sort_key
from app.core.status import short_names
from app.refusals import refusal
from app.services import access
from app.services.access import AccessEntry
from app.services.caseload import all_statuses
from app.services.store import Act
from app.ui.ask import Ask
from app.ui.context import Context
from app.ui.dialogs.log_words import SUBJECT_ACCESS, act, dates_and_purposes, detail, moment_of, purpose
from app.ui.remembered_columns import remember_columns
from app.ui.widgets.button import Button
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.ui.widgets.surfaces import Banner
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_model import Column
from app.ui.widgets.text import Text
from app.vault import files


class AccessLogDialog(QDialog):
    """The latest two thousand acts; of one case all of them can be saved without the caseworker's name."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        words = context.words
        self.setWindowTitle(words.tr("Log of access"))
        self.resize(900, 600)
        self._names = short_names(context.read(all_statuses, context.catalogue, context.today()))
        known = sorted(self._names.items(), key=lambda named: sort_key(named[1]))
        self._case = ChoiceField([Option(case_id, name) for case_id, name in known], empty=words.tr("All cases"))
        self._case.describe(words.tr("Case"), "")
        self._save = Button(words.tr("Save dates and purposes"), icon="download")
        self._table: DataTable[AccessEntry] = DataTable(
            words, words.tr("Log of access"), self._columns(), key=lambda entry: entry.seq
        )
        self._said = Banner("")
        self._said.hide()
        self._lay_out()
        remember_columns(self._table, context.settings, "log")
        self._case.edited.connect(self._on_case)
        self._save.clicked.connect(self._on_save)
        self._on_case()

    def _columns(self) -> list[Column[AccessEntry]]:
        words = self._context.words
        return [
            Column(key="at", title=words.tr("When"), text=moment_of, sort=lambda entry: entry.seq),
            Column(key="act", title=words.tr("What"), text=lambda entry: act(words, entry.act)),
            Column(key="case", title=words.tr("Case"), text=self._name),
            Column(key="purpose", title=words.tr("Purpose"), text=lambda entry: purpose(words, entry.purpose)),
            Column(key="detail", title=words.tr("Details"), text=lambda entry: detail(words, entry)),
        ]

    def _lay_out(self) -> None:
        words = self._context.words
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Text(words.tr("Log of access"), "heading"), 1)
        head.addWidget(self._case)
        head.addWidget(self._save)
        close = Button(words.tr("Close"), "main")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        told = words.tr("A citizen may have the dates and purposes of look-ups in their case.")
        foot.addWidget(Text(told, "small", wrap=True), 1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._said)
        column.addWidget(self._table, 1)
        column.addLayout(foot)

    def _name(self, entry: AccessEntry) -> str:
        return self._names.get(entry.case_id, "")

    def _on_case(self) -> None:
        self._said.hide()
        case_id = self._case.value()
        self._table.set_rows(self._context.read(access.entries, case_id=case_id))
        self._save.setEnabled(bool(case_id))

    def _on_save(self) -> None:
        words, case_id = self._context.words, self._case.value()
        # The file's name says nothing of the child.
        suggested = Path.home() / f"{words.tr('look-ups')}-{self._context.today().isoformat()}.csv"
        path = Ask(words).save_path(self, words.tr("Save dates and purposes"), suggested, "CSV (*.csv)")
        if path is None:
            return
        try:
            files.write_atomic(path, dates_and_purposes(words, self._context.read(access.look_ups_of, case_id)))
            self._context.log(Act.EXPORT, case_id, SUBJECT_ACCESS, "log")
        except ForlaensError as error:
            self._say(refusal(words, error), "error")
            return
        self._on_case()
        self._say(words.tr("Saved as {file}.", file=path.name), "ok")

    def _say(self, text: str, kind: str) -> None:
        self._said.say(text, kind)
        self._said.show()
