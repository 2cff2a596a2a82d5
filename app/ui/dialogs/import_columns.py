"""What each column of a table means, guessed and open to change."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.import_columns import ImportColumn, Mapping
from app.labels.imports import import_column
from app.ui.widgets.choice_fields import CheckField, ChoiceField, Option
from app.ui.widgets.field import Field
from app.ui.widgets.flow import Flow
from app.ui.widgets.form_row import FormRow
from app.words import Words

# Pixels: six of them stand abreast on a small screen.
_WIDTH = 176


class ImportColumns(QWidget):
    """One choice for each column of the table; `changed` follows every choice."""

    changed = Signal()
    headed_changed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._fields: list[ChoiceField] = []
        self._headed = CheckField(words.tr("The first row holds the headings"))
        self._headed.describe("", "")
        self._headed.edited.connect(self.headed_changed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._headed)
        self._column.addStretch(1)
        self._rows: QWidget | None = None

    def show_columns(self, headings: tuple[str, ...], mapping: Mapping, *, headed: bool) -> None:
        """Offer a choice for each of these columns."""
        words = self._words
        self._headed.set_value(headed)
        if self._rows is not None:
            self._rows.hide()
            self._rows.deleteLater()
        rows = self._rows = QWidget()
        rows.setProperty("look", "clear")
        flow = Flow(rows, gap=12)
        self._fields = []
        for number, (heading, column) in enumerate(zip(headings, mapping, strict=True)):
            field = ChoiceField(
                [Option(one, import_column(words, one)) for one in ImportColumn], empty=words.tr("Left out")
            )
            any_field: Field[Any] = field
            row = FormRow(words, heading or words.tr("Column {letter}", letter=_letter(number)), any_field)
            row.setFixedWidth(_WIDTH)
            flow.addWidget(row)
            field.set_value(column or "")
            field.edited.connect(self.changed)
            self._fields.append(field)
        self._column.insertWidget(1, rows)

    def mapping(self) -> Mapping:
        """What each column means now."""
        return tuple(ImportColumn(field.value()) if field.value() else None for field in self._fields)

    def left_out(self) -> int:
        """How many columns are left out."""
        return sum(not field.value() for field in self._fields)

    def choose(self, number: int, column: ImportColumn | None) -> None:
        """Choose what a column means, as by hand."""
        self._fields[number].set_value(column or "")
        self.changed.emit()

    def is_headed(self) -> bool:
        """Whether the first row is taken for headings."""
        return self._headed.value()


def _letter(number: int) -> str:
    """The column as a spreadsheet calls it: A … Z, AA …"""
    before, place = divmod(number, 26)
    return (_letter(before - 1) if before else "") + chr(ord("A") + place)
