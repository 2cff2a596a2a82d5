"""The log of access as a table, and for one case as a file of dates and purposes."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.core.dates import screen_date
from app.services import access
from app.services.access import AccessEntry
from app.services.caseload import all_statuses
from app.services.store import CASEWORK, Act
from app.ui.ask import Ask
from app.ui.context import Context
from app.ui.widgets.button import Button
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.ui.widgets.surfaces import PageHeader
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_model import Column
from app.ui.widgets.text import Text
from app.vault import files
from app.words import Words, mark

_ACTS = {
    Act.WRITE: mark("Saved"),
    Act.LOOK_UP: mark("Looked up"),
    Act.SEARCH: mark("Searched"),
    Act.PRINT: mark("Printed"),
    Act.EXPORT: mark("Exported"),
    Act.REVEAL: mark("CPR number shown"),
    Act.UNLOCK: mark("Unlocked"),
    Act.FAILED_UNLOCK: mark("Wrong passphrase"),
    Act.BACKUP: mark("Copy made"),
    Act.RESTORE: mark("Copy restored"),
}
SUBJECT_ACCESS = "subject access"
_PURPOSES = {CASEWORK: mark("Casework"), SUBJECT_ACCESS: mark("Access of the citizen to their own data")}


class AccessLogDialog(QDialog):
    """The latest two thousand acts; of one case all of them can be saved without the caseworker's name."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        words = context.words
        self.setWindowTitle(words.tr("Log of access"))
        self.resize(900, 600)
        statuses = context.read(all_statuses, context.catalogue, context.today())
        self._names = {status.file.case.id: status.short_name for status in statuses}
        options = [Option(case_id, name) for case_id, name in self._names.items()]
        self._case = ChoiceField(options, empty=words.tr("All cases"))
        self._case.describe(words.tr("Case"), "")
        self._save = Button(words.tr("Save dates and purposes"), icon="download")
        self._table: DataTable[AccessEntry] = DataTable(
            words, words.tr("Log of access"), self._columns(), key=lambda entry: entry.seq
        )
        self._lay_out()
        self._case.edited.connect(self._on_case)
        self._save.clicked.connect(self._on_save)
        self._on_case()

    def _columns(self) -> list[Column[AccessEntry]]:
        words = self._context.words
        return [
            Column(key="at", title=words.tr("When"), text=_when, sort=lambda entry: entry.seq),
            Column(key="act", title=words.tr("What"), text=lambda entry: words.tr(_ACTS[entry.act])),
            Column(key="case", title=words.tr("Case"), text=self._name),
            Column(key="purpose", title=words.tr("Purpose"), text=lambda e: purpose(words, e.purpose)),
            Column(key="detail", title=words.tr("Details"), text=lambda entry: entry.detail),
        ]

    def _lay_out(self) -> None:
        words = self._context.words
        head = PageHeader(words.tr("Log of access"))
        head.end.addWidget(self._case)
        head.end.addWidget(self._save)
        close = Button(words.tr("Close"), "main")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        told = words.tr("A citizen may have the dates and purposes of look-ups in their case.")
        foot.addWidget(Text(told, "small", wrap=True), 1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self._table, 1)
        column.addLayout(foot)

    def _name(self, entry: AccessEntry) -> str:
        return self._names.get(entry.case_id, "")

    def _on_case(self) -> None:
        case_id = self._case.value()
        self._table.set_rows(self._context.read(access.entries, case_id=case_id))
        self._save.setEnabled(bool(case_id))

    def _on_save(self) -> None:
        words, case_id = self._context.words, self._case.value()
        # The file's name says nothing of the child.
        suggested = Path.home() / f"{words.tr('look-ups')}-{self._context.today().isoformat()}.csv"
        path = Ask(words).save_path(self, words.tr("Save dates and purposes"), suggested, "CSV (*.csv)")
        if path is not None:
            found = self._context.read(access.look_ups_of, case_id)
            files.write_atomic(path, dates_and_purposes(words, found))
            self._context.log(Act.EXPORT, case_id, SUBJECT_ACCESS, "log")
            self._on_case()


def dates_and_purposes(words: Words, entries: tuple[AccessEntry, ...]) -> bytes:
    """The acts as a table for spreadsheets: date, hour, what, purpose. Nothing in it was typed by anybody."""
    out = io.StringIO()
    table = csv.writer(out, delimiter=";", lineterminator="\r\n")
    table.writerow([words.tr("Date"), words.tr("Hour"), words.tr("What"), words.tr("Purpose")])
    for entry in entries:
        at = entry.at.astimezone()
        row = [screen_date(at.date()), f"{at:%H:%M}", words.tr(_ACTS[entry.act]), purpose(words, entry.purpose)]
        table.writerow([_guarded(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def purpose(words: Words, code: str) -> str:
    """A purpose in words; one that was typed stands as it was typed."""
    return words.tr(_PURPOSES[code]) if code in _PURPOSES else code


def _guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _when(entry: AccessEntry) -> str:
    at = entry.at.astimezone()
    return f"{screen_date(at.date())} {at:%H:%M}"
