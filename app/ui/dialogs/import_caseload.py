"""Bring in a caseload from a spreadsheet: choose or paste, look, bring in what is ready, mend the rest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app import labels
from app.core.checks.case import check_limit_exception
from app.core.errors import ForlaensError, Invalid, errors_in
from app.core.import_columns import (
    TEMPLATE,
    Mapping,
    NumberedRow,
    Sheet,
    guessed,
    has_headings,
    mapping_of,
    sheet_of,
)
from app.core.imports import ImportLine, Known, past_limit, read_lines
from app.labels.imports import import_column, import_headings
from app.refusals import refusal
from app.reports.spreadsheet import workbook
from app.services.cases import open_count
from app.services.imports import import_caseload, known_children
from app.services.spreadsheets import KINDS, Table, table_in_file, table_in_text
from app.services.store import Act
from app.ui.ask import Ask
from app.ui.context import Context
from app.ui.dialogs.import_preview import ShownLine, sentences
from app.ui.dialogs.import_view import ImportView
from app.ui.stored_drafts import drafts_of
from app.vault import files


class ImportCaseload(QDialog):
    """What was chosen or pasted is kept as a draft until it is brought in or put away."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._ask = context, Ask(context.words)
        self._drafts = drafts_of(context, "import-caseload", "")
        self._table: Table = ()
        self._sheet = Sheet(headings=(), rows=())
        self.view = ImportView(context)
        self.setWindowTitle(context.words.tr("Bring in a caseload"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = self.screen().availableGeometry()
        self.resize(min(1180, room.width() - 60), min(700, room.height() - 60))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._connect()
        self._recall()

    # What is looked at

    def take(self, table: Table) -> None:
        """Look at a table that was read or pasted."""
        self._table = table
        self._begin(headed=has_headings(table, import_headings(self._context.words)))

    def lines(self) -> tuple[ShownLine, ...]:
        """The rows as they stand."""
        return self.view.lines()

    def _begin(self, *, headed: bool, mapping: Mapping | None = None) -> None:
        self._sheet = sheet_of(self._table, headed=headed)
        own = import_headings(self._context.words)
        self.view.show_columns(self._sheet.headings, mapping or guessed(self._sheet.headings, own), headed=headed)
        self._read()
        self._keep()

    def _read(self) -> None:
        """Read the rows anew, after another meaning of a column or after some were brought in."""
        context = self._context
        today, limit = context.today(), context.catalogue.rules(context.today()).caseload_limit
        known = Known(
            catalogue=context.catalogue,
            children=context.read(known_children),
            today=today,
            language=context.words.language,
        )
        lines = read_lines(self._sheet.rows, self.view.mapping(), known)
        room = max(0, limit - context.read(open_count, today))
        beyond = {line.number for line in past_limit(lines, room)}
        shown = [ShownLine(line=line, has_room=line.number not in beyond, limit=limit) for line in lines]
        self.view.show_lines(shown, room=room)

    # Slots

    def _connect(self) -> None:
        view = self.view
        view.file_asked.connect(self._on_file)
        view.paste_asked.connect(self._on_paste)
        view.template_asked.connect(self._on_template)
        view.rest_asked.connect(self._on_rest)
        view.import_asked.connect(self._on_import)
        view.close_asked.connect(self.reject)
        view.start_over_asked.connect(self._on_start_over)
        view.mapping_changed.connect(self._on_mapping)
        view.headed_changed.connect(self._on_headed)
        QShortcut(QKeySequence.StandardKey.Paste, self).activated.connect(self._on_paste)

    def _on_mapping(self) -> None:
        self._read()
        self._keep()

    def _on_headed(self) -> None:
        self._begin(headed=self.view.is_headed())

    def _on_file(self) -> None:
        words = self._context.words
        kinds = f"{words.tr('Tables')} ({' '.join('*' + kind for kind in KINDS)})"
        path = self._ask.open_path(self, words.tr("Choose a table"), Path.home(), kinds)
        if path is not None:
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        """Read a file and look at it."""
        job = self._context.background.start(self, lambda: table_in_file(path))
        job.succeeded.connect(self.take)
        job.failed.connect(self._on_unreadable)

    def _on_paste(self) -> None:
        try:
            table = table_in_text(QGuiApplication.clipboard().text())
        except ForlaensError as error:
            self._on_refused(error)
            return
        if table:
            self.take(table)
        else:
            self.view.say(
                self._context.words.tr("Nothing to paste: copy the rows in the spreadsheet first."), "warning"
            )

    def _on_unreadable(self, error: BaseException) -> None:
        if not isinstance(error, ForlaensError):
            raise error
        self._on_refused(error)

    def _on_refused(self, error: ForlaensError) -> None:
        self.view.say(refusal(self._context.words, error), "error")

    def _on_template(self) -> None:
        words = self._context.words
        headings = [import_column(words, column) for column in TEMPLATE]
        name = words.tr("Caseload")
        self._save(name, lambda: workbook(name, headings))

    def _on_rest(self) -> None:
        words = self._context.words
        left = [row for row in self.lines() if not row.comes_in]
        headings = [*self._headings(), words.tr("What is wrong")]
        width = len(self._sheet.headings)
        rows = [[*_padded(row.line, width), " ".join(sentences(row, words))] for row in left]
        name = words.tr("To be mended")
        if self._save(name, lambda: workbook(name, headings, rows)):
            self._context.log(Act.EXPORT, detail="import-rest")

    def _save(self, name: str, content: Callable[[], bytes]) -> bool:
        words = self._context.words
        path = self._ask.save_path(
            self, words.tr("Save as"), Path.home() / f"{name}.xlsx", f"{words.tr('Excel')} (*.xlsx)"
        )
        if path is None:
            return False
        try:
            files.write_atomic(path, content())
        except ForlaensError as error:
            self._on_refused(error)
            return False
        self.view.say(words.tr("Saved as {file}.", file=path.name), "ok")
        return True

    def _headings(self) -> list[str]:
        """What the columns mean, so that the file is understood when it comes back."""
        words, mapping = self._context.words, self.view.mapping()
        pairs = zip(self._sheet.headings, mapping, strict=True)
        return [import_column(words, column) if column else heading for heading, column in pairs]

    def _on_import(self) -> None:
        context, exception = self._context, self.view.exception()
        if exception is not None and errors_in(check_limit_exception(exception)):
            self.view.show_problems(check_limit_exception(exception))
            return
        ready = [row.line for row in self.lines() if row.line.is_good and (row.has_room or exception is not None)]
        try:
            context.write(
                import_caseload, [line.taken for line in ready], context.catalogue, context.today(), exception
            )
        except Invalid as refused:
            self.view.say("\n".join(labels.problem(context.words, found) for found in refused.problems), "error")
            return
        except ForlaensError as error:
            self._on_refused(error)
            return
        self._leave_out({line.number for line in ready})

    def _leave_out(self, numbers: set[int]) -> None:
        """What came in leaves the list; what is wrong stays there until it is mended, saved, or put away."""
        words = self._context.words
        left: tuple[NumberedRow, ...] = tuple(row for row in self._sheet.rows if row[0] not in numbers and any(row[1]))
        if not left:
            self._drafts.clear()
            self.accept()
            return
        headings = self._sheet.headings
        self._sheet = Sheet(headings=headings, rows=left)
        self._table = _table_of(self._sheet, headed=self.view.is_headed())
        self._read()
        self._keep()
        done = words.trn("{n} child is in the caseload now.", "{n} children are in the caseload now.", len(numbers))
        self.view.say(done, "ok")

    # Draft

    def _keep(self) -> None:
        state = {
            "headings": list(self._sheet.headings),
            "rows": [[number, list(cells)] for number, cells in self._sheet.rows],
            "mapping": [column or "" for column in self.view.mapping()],
            "headed": self.view.is_headed(),
        }
        try:
            self._drafts.save(state)
        except ForlaensError as error:
            self._on_refused(error)

    def _recall(self) -> None:
        found = self._drafts.found
        state: Any = found.state if found is not None else None
        if found is None or not isinstance(state, dict):
            return
        rows = tuple((int(number), tuple(cells)) for number, cells in state["rows"])
        headings: tuple[str, ...] = tuple(state["headings"])
        self._sheet = Sheet(headings=headings, rows=rows)
        self._table = _table_of(self._sheet, headed=bool(state["headed"]))
        self.view.show_columns(headings, mapping_of(state["mapping"]), headed=bool(state["headed"]))
        self._read()
        self.view.say_draft(found.when)

    def _on_start_over(self) -> None:
        self._drafts.clear()
        self._table, self._sheet = (), Sheet(headings=(), rows=())
        self.view.show_columns((), (), headed=False)
        self.view.show_lines([], room=0)


def _table_of(sheet: Sheet, *, headed: bool) -> Table:
    """The table a sheet was told from, without the rows that have left it."""
    return ((sheet.headings,) if headed else ()) + tuple(cells for _number, cells in sheet.rows)


def _padded(line: ImportLine, width: int) -> list[str]:
    return [*line.cells[:width], *[""] * (width - len(line.cells))]
