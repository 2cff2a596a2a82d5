"""What the window that brings in a caseload shows: where to begin, the columns, the preview, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app import labels
from app.core.errors import Problem
from app.core.import_columns import Mapping
from app.core.records.case import LimitException
from app.ui.context import Context
from app.ui.dialogs.import_columns import ImportColumns
from app.ui.dialogs.import_preview import ShownLine, preview_columns, sentences
from app.ui.dialogs.limit_rows import LimitRows
from app.ui.widgets.button import Button
from app.ui.widgets.choice_fields import Option, SegmentedField
from app.ui.widgets.form import Form
from app.ui.widgets.surfaces import Banner, EmptyState, Line, Scroll
from app.ui.widgets.table import DataTable
from app.ui.widgets.text import Text

_ROWS, _COLUMNS = "rows", "columns"


class ImportView(QWidget):
    """Emits what is asked for, and decides nothing."""

    file_asked = Signal()
    paste_asked = Signal()
    template_asked = Signal()
    rest_asked = Signal()
    import_asked = Signal()
    close_asked = Signal()
    start_over_asked = Signal()
    mapping_changed = Signal()
    headed_changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words = words = context.words
        self._mapping: Mapping = ()
        self._table: DataTable[ShownLine] | None = None
        self._lines: tuple[ShownLine, ...] = ()
        self._room = 0
        self.columns = ImportColumns(words)
        self._notice = Banner("")
        self._count = Text(look="strong")
        self.which = SegmentedField([Option(_ROWS, words.tr("Preview")), Option(_COLUMNS, words.tr("Columns"))])
        self.which.describe(words.tr("What is shown"), "")
        self.which.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.which.set_value(_ROWS)
        self._detail = Text(wrap=True)
        self._empty = EmptyState(
            words.tr("One child a row"),
            words.tr(
                "Choose an Excel or CSV file, or copy the rows in the spreadsheet and paste them here. "
                "You see first what is understood; nothing is brought in before you say so."
            ),
            words.tr("Choose a file …"),
            icon="upload",
        )
        self._limit_form = Form(words, columns=3)
        self._limit_text = Banner("", "warning")
        self._limit = LimitRows(context, self._limit_form, leave_out=words.tr("None: they stay here"))
        self._buttons()
        self._lay_out()
        self._connect()
        self.show_lines([], room=0)

    # What is shown

    def show_columns(self, headings: tuple[str, ...], mapping: Mapping, *, headed: bool) -> None:
        """Offer a choice for each column of the table."""
        self.columns.show_columns(headings, mapping, headed=headed)
        self._notice.hide()

    def mapping(self) -> Mapping:
        """What each column means."""
        return self.columns.mapping()

    def is_headed(self) -> bool:
        """Whether the first row holds headings."""
        return self.columns.is_headed()

    def show_lines(self, lines: Sequence[ShownLine], *, room: int) -> None:
        """Show how the rows stand; `room` is how many cases the caseload can still take."""
        self._lines, self._room = tuple(lines), room
        self.preview().set_rows(self._lines)
        has_lines = bool(self._lines)
        for widget in (self.which, self._count, self._again, self.file):
            widget.setVisible(has_lines)
        self._empty.setVisible(not has_lines)
        self._show_which()
        self._show_limit()
        self._show_counts()

    def lines(self) -> tuple[ShownLine, ...]:
        """The rows shown, in the order of the table they came from."""
        return self._lines

    def exception(self) -> LimitException | None:
        """The team leader's exception for what goes past the limit; None while it stays out."""
        return self._limit.exception("") if self._beyond() else None

    def choose_exception(self, answer: str, reason: str) -> None:
        """Answer for what goes past the limit, as by hand."""
        self._limit.show(reason, answer)
        self._show_counts()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say at the exception what is wrong with it."""
        self._limit_form.show_problems(problems, partial(labels.problem, self._words))

    def say(self, text: str, kind: str) -> None:
        """Say how something went."""
        self._notice.say(text, kind)
        self._notice.show()

    def notice(self) -> str:
        """What is said, "" for nothing."""
        return "" if self._notice.isHidden() else self._notice.text()

    def say_draft(self, when: str) -> None:
        """Say that the table was left here earlier."""
        self.say(self._words.tr("Draft from {when} restored", when=when), "info")

    # Building

    def _buttons(self) -> None:
        words = self._words
        self.file = Button(words.tr("Choose a file …"), icon="folder")
        self.paste = Button(words.tr("Paste"), icon="copy")
        self.template = Button(words.tr("Save an empty template …"), "quiet", "download")
        self._again = Button(words.tr("Start over"), "quiet")
        self.rest = Button(words.tr("Save what is to be mended …"), "quiet", "download")
        self.close_button = Button(words.tr("Close"), "quiet")
        self.bring_in = Button("", "main")

    def _lay_out(self) -> None:
        words = self._words
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 0)
        column.setSpacing(10)
        column.addWidget(Text(words.tr("Bring in a caseload"), "heading"))
        column.addLayout(_row(self.file, self.paste, self.template, None, self._again))
        column.addWidget(self._notice)
        self._scroll = Scroll()
        self._scroll.body.addWidget(self.columns)
        counts = _row(self.which, self._count)
        counts.setStretch(1, 1)
        column.addLayout(counts)
        self._place = QVBoxLayout()
        column.addLayout(self._place, 1)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._detail)
        column.addWidget(self._empty, 1)
        column.addWidget(self._limit_text)
        column.addWidget(self._limit_form)
        self._limit.add()
        column.addWidget(Line())
        foot = _row(self.rest, None, self.close_button, self.bring_in)
        foot.setContentsMargins(0, 2, 0, 12)
        column.addLayout(foot)
        self._notice.hide()

    def _connect(self) -> None:
        self.columns.changed.connect(self.mapping_changed)
        self.columns.headed_changed.connect(self.headed_changed)
        self.which.edited.connect(self._show_which)
        self._limit_form.edited.connect(self._show_counts)
        self._empty.started.connect(self.file_asked)
        for button, signal in (
            (self.file, self.file_asked),
            (self.paste, self.paste_asked),
            (self.template, self.template_asked),
            (self._again, self.start_over_asked),
            (self.rest, self.rest_asked),
            (self.close_button, self.close_asked),
            (self.bring_in, self.import_asked),
        ):
            button.clicked.connect(signal)

    def preview(self) -> DataTable[ShownLine]:
        """The table of the preview, made anew where its columns mean something else."""
        mapping = self.mapping()
        if self._table is None or mapping != self._mapping:
            if self._table is not None:
                self._place.removeWidget(self._table)
                self._table.hide()
                self._table.deleteLater()
            words, self._mapping = self._words, mapping
            self._table = DataTable(words, words.tr("Preview"), preview_columns(mapping, words), key=_number)
            self._table.selected.connect(self._show_detail)
            self._place.addWidget(self._table)
        return self._table

    # What follows

    def _beyond(self) -> int:
        return sum(row.line.is_good and not row.has_room for row in self._lines)

    def _coming(self) -> int:
        granted = self.exception() is not None
        return sum(row.line.is_good and (row.has_room or granted) for row in self._lines)

    def _show_which(self) -> None:
        """Show the rows, or what the columns mean."""
        has_lines, of_rows = bool(self._lines), self.which.value() == _ROWS
        preview = self.preview()
        preview.setVisible(has_lines and of_rows)
        self._scroll.setVisible(has_lines and not of_rows)
        self._show_detail(preview.current() if of_rows else None)

    def _show_detail(self, row: ShownLine | None) -> None:
        """All that is wrong with the row that is chosen, in full."""
        found = sentences(row, self._words) if row is not None else []
        said = self._words.tr("Row {number}: {what}", number=row.line.number, what=" ".join(found)) if row else ""
        self._detail.setText(said)
        self._detail.setVisible(bool(found))

    def _show_limit(self) -> None:
        beyond, words = self._beyond(), self._words
        self._limit_text.setVisible(bool(beyond))
        self._limit_form.setVisible(bool(beyond))
        if not beyond:
            return
        room = words.trn("There is room for {n} more case.", "There is room for {n} more cases.", self._room)
        if not self._room:
            room = words.tr("The caseload is full.")
        text = words.trn(
            "{n} row goes past the limit and stays here, unless the team leader makes an exception.",
            "{n} rows go past the limit and stay here, unless the team leader makes an exception.",
            beyond,
        )
        self._limit_text.say(f"{room} {text}", "warning")

    def _show_counts(self) -> None:
        words, coming = self._words, self._coming()
        left = len(self._lines) - coming
        ready = words.trn("{n} child is ready", "{n} children are ready", coming)
        mend = words.trn("{n} row stays here", "{n} rows stay here", left)
        columns = words.trn("{n} column is left out", "{n} columns are left out", self.columns.left_out())
        told = [ready, mend if left else "", columns if self.columns.left_out() else ""]
        self._count.setText(" · ".join(part for part in told if part))
        self.bring_in.setText(words.trn("Bring in {n} child", "Bring in {n} children", coming))
        self.bring_in.setEnabled(coming > 0)
        self.bring_in.setVisible(bool(self._lines))
        self.rest.setVisible(any(not row.comes_in for row in self._lines))


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Widgets side by side; None is the room between them."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row


def _number(row: ShownLine) -> int:
    return row.line.number
