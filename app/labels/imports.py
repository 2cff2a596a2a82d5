"""What the columns of a caseload in a spreadsheet are called."""

from __future__ import annotations

from app.core.import_columns import ImportColumn
from app.words import Words, mark

_COLUMNS = {
    ImportColumn.FIRST_NAME: mark("First names"),
    ImportColumn.LAST_NAME: mark("Last name"),
    ImportColumn.NAME: mark("Whole name"),
    ImportColumn.CPR: mark("CPR number"),
    ImportColumn.BIRTH_DATE: mark("Birth date"),
    ImportColumn.TERM_DATE: mark("Term date"),
    ImportColumn.PROTECTED: mark("Address protection"),
    ImportColumn.NUMBER: mark("Case number"),
    ImportColumn.DISTRICT: mark("District"),
    ImportColumn.OPENED: mark("Opened"),
    ImportColumn.MEASURE: mark("Measure"),
    ImportColumn.START: mark("Measure from"),
    ImportColumn.PROVIDER: mark("Provider"),
    ImportColumn.PLACE: mark("Place"),
    ImportColumn.LAST_HELD: mark("Last held before Forlæns"),
    ImportColumn.SCHOOL: mark("School or day care"),
    ImportColumn.GRADE: mark("Grade"),
}


def import_column(words: Words, column: ImportColumn) -> str:
    """The heading of a column in the user's language."""
    return words.tr(_COLUMNS[column])


def import_headings(words: Words) -> tuple[tuple[str, ImportColumn], ...]:
    """Every heading the program itself writes, with what it means."""
    return tuple((words.tr(text), column) for column, text in _COLUMNS.items())
