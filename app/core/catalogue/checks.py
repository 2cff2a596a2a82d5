"""What must hold between the rows of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from app.core.catalogue.entries import ClosedDay, Entry, LadderStep, ProgramRules
from app.core.catalogue.reading import references
from app.core.catalogue.rows import CatalogueError, CatalogueRow

_Pairs = Sequence[tuple[CatalogueRow, Entry]]


def check(pairs: _Pairs) -> None:
    """Raise CatalogueError for a reference to nothing, two versions in force at once, or a ladder that is none."""
    versions: dict[tuple[str, str], list[tuple[CatalogueRow, Entry]]] = {}
    for row, entry in pairs:
        versions.setdefault((row.kind, row.key), []).append((row, entry))
    for row, _ in pairs:
        _check_references(row, versions)
    for same in versions.values():
        _check_apart(same, "valid_from", "another version of this row holds at the same time")
    steps = [(row, entry) for row, entry in pairs if isinstance(entry, LadderStep)]
    for number in {entry.number for _, entry in steps}:
        _check_apart([(r, e) for r, e in steps if e.number == number], "number", "another step has this number")
    beside = [(row, entry) for row, entry in steps if entry.beside]
    _check_apart(beside, "beside", "another step is beside the ladder already")
    if not beside:
        raise CatalogueError("step, key 'beside': one step must stand beside the ladder")
    rules = [(row, entry) for row, entry in pairs if isinstance(entry, ProgramRules)]
    _check_apart(rules, "valid_from", "other rules hold at the same time")
    if not rules:
        raise CatalogueError("rules: the row is missing")
    for row, entry in pairs:
        _check_closed_day(row, entry)


def _check_references(row: CatalogueRow, versions: Mapping[tuple[str, str], object]) -> None:
    for attribute, kind, key in references(row):
        if (kind, key) not in versions:
            raise row.error(attribute, f"no such {kind.replace('_', ' ')} '{key}'")


def _check_apart(pairs: _Pairs, attribute: str, what: str) -> None:
    for (_, earlier), (row, later) in pairwise(sorted(pairs, key=lambda pair: pair[1].valid_from)):
        if earlier.valid_to is None or later.valid_from < earlier.valid_to:
            raise row.error(attribute, what)


def _check_closed_day(row: CatalogueRow, entry: Entry) -> None:
    if isinstance(entry, ClosedDay):
        try:
            date(2024, entry.month, entry.day)  # a leap year: 29 February is a day
        except ValueError as error:
            raise row.error("day", f"month {entry.month} has no day {entry.day}") from error
