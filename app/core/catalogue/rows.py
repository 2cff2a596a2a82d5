"""Rows of the catalogue as they are kept: a kind, a key, the days they hold, and plain JSON data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

ALWAYS = date(1900, 1, 1)
"""Where a row says no first day."""

_TABLE = re.compile(r"\s*\[\[\s*([\w-]+)\s*\]\]")
_KEY = re.compile(r"\s*([\w-]+)\s*=")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a row was read: the file, the line of its head, and the line of each of its keys."""

    file: str
    line: int
    lines: Mapping[str, int]

    def at(self, attribute: str) -> str:
        """The place of a key in words; a key that is not there is told at the row's head."""
        return f"{self.file} line {self.lines.get(attribute, self.line)}"


class CatalogueError(ValueError):
    """Something in the catalogue that cannot be right; the message names file (or row), line and key in words."""


@dataclass(frozen=True, slots=True)
class CatalogueRow:
    """One dated row. `data` holds JSON values alone; `origin` is known when it was read from a file."""

    kind: str
    key: str
    valid_from: date
    valid_to: date | None
    data: Mapping[str, object]
    origin: Origin | None = field(default=None, compare=False)

    def error(self, attribute: str, what: str) -> CatalogueError:
        """The error to raise about one attribute of this row."""
        place = self.origin.at(attribute) if self.origin else f"{self.kind} '{self.key}'"
        return CatalogueError(f"{place}, key '{attribute}': {what}")


def read_toml(name: str, text: str) -> tuple[CatalogueRow, ...]:
    """Read the rows of one catalogue file; `name` is what errors call it.

    Each row is a `[[kind]]` table with a `key`, and a `valid_from` and `valid_to` where it does not always hold. The
    order of the tables becomes the rows' `order`. Raises CatalogueError.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"{name}: {error}") from error
    origins = _origins(name, text)
    rows = []
    for kind, entries in tables.items():
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise CatalogueError(f"{name}, key '{kind}': rows are written as [[{kind}]] tables")
        rows += [_row(kind, dict(entry), origins[kind][at], at + 1) for at, entry in enumerate(entries)]
    return tuple(rows)


def _row(kind: str, data: dict[str, object], origin: Origin, order: int) -> CatalogueRow:
    key = data.pop("key", None)
    if not isinstance(key, str) or not key:
        raise CatalogueError(f"{origin.at('key')}, key 'key': a row needs a key")
    valid_from = _day(data, "valid_from", origin) or ALWAYS
    valid_to = _day(data, "valid_to", origin)
    return CatalogueRow(kind, key, valid_from, valid_to, {"order": order, **data}, origin)


def _day(data: dict[str, object], attribute: str, origin: Origin) -> date | None:
    day = data.pop(attribute, None)
    if day is None or (isinstance(day, date) and not isinstance(day, datetime)):
        return day
    raise CatalogueError(f"{origin.at(attribute)}, key '{attribute}': a date is written 2024-01-01")


def _origins(name: str, text: str) -> dict[str, list[Origin]]:
    """Where each table and its keys stand, in order; tomllib tells no lines."""
    found: dict[str, list[Origin]] = {}
    keys: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if head := _TABLE.match(line):
            keys = {}
            found.setdefault(head[1], []).append(Origin(name, number, keys))
        elif key := _KEY.match(line):
            keys.setdefault(key[1], number)
    return found
