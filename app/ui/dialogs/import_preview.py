"""The preview of a caseload that is to be brought in: each row, how it stands, and what is wrong with which cell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from app import labels
from app.core.cpr import masked, parse_cpr
from app.core.errors import Problem, Severity
from app.core.import_columns import ImportColumn, Mapping
from app.core.imports import ImportLine
from app.labels.imports import import_column
from app.ui.widgets.table_model import Column
from app.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLine:
    """A row of the preview; `has_room` is False where the caseload is full before it."""

    line: ImportLine
    has_room: bool = True
    limit: int = 0

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the row, the limit among it; hints are none."""
        room = () if self.has_room else (Problem("", "no-room", Severity.WARNING, {"limit": self.limit}),)
        return (*(p for p in self.line.problems if p.severity is not Severity.HINT), *room)

    @property
    def comes_in(self) -> bool:
        """Whether the row can be brought in."""
        return self.line.is_good and self.has_room


def preview_columns(mapping: Mapping, words: Words) -> tuple[Column[ShownLine], ...]:
    """The number of the row, how it stands, and the cells of the columns that are not left out."""
    cells = [
        Column(
            key=f"{column} {place}",
            title=import_column(words, column),
            text=partial(_cell, column, place),
            tone=partial(_tone, column),
            tip=partial(_tip, words, column, place),
        )
        for place, column in enumerate(mapping)
        if column is not None
    ]
    state: Column[ShownLine] = Column(
        key="state",
        title=words.tr("Status"),
        text=lambda row: state_in_words(row, words),
        sort=lambda row: row.comes_in,
        tone=lambda row: _gravest(row.problems),
        dot=lambda row: _gravest(row.problems) or "ok",
        tip=lambda row: "\n".join(sentences(row, words)),
    )
    number: Column[ShownLine] = Column(
        key="number",
        title=words.tr("Row"),
        text=lambda row: str(row.line.number),
        sort=lambda row: row.line.number,
        right=True,
    )
    return number, state, *cells


def state_in_words(row: ShownLine, words: Words) -> str:
    """What is wrong with a row, or that it is ready."""
    found = sentences(row, words)
    if not found:
        return words.tr("Ready")
    return found[0] if len(found) == 1 else words.tr("{first} (+{more})", first=found[0], more=len(found) - 1)


def sentences(row: ShownLine, words: Words) -> list[str]:
    """Everything that is wrong with a row, the gravest first."""
    ordered = sorted(row.problems, key=lambda problem: problem.severity is not Severity.ERROR)
    return [labels.problem(words, problem) for problem in ordered]


def _cell(column: str, place: int, row: ShownLine) -> str:
    """What stands in the cell; of a CPR number that can be one, only the birth date is shown."""
    text = row.line.cells[place] if place < len(row.line.cells) else ""
    if column == ImportColumn.CPR and parse_cpr(row.line.taken.child.cpr):
        return masked(row.line.taken.child.cpr)
    return text


def _tone(column: str, row: ShownLine) -> str:
    return _gravest(tuple(problem for problem in row.problems if problem.field == column))


def _tip(words: Words, column: str, place: int, row: ShownLine) -> str:
    found = [labels.problem(words, problem) for problem in row.problems if problem.field == column]
    return "\n".join((_cell(column, place, row), *found))


def _gravest(problems: tuple[Problem, ...]) -> str:
    if not problems:
        return ""
    return "over" if any(problem.severity is Severity.ERROR for problem in problems) else "soon"
