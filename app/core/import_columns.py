"""What the columns of a spreadsheet mean, guessed from their headings in Danish or English."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.core.sorting import fold


class ImportColumn(StrEnum):
    """What a column can hold, in the order of the empty template."""

    FIRST_NAME = "first-name"
    LAST_NAME = "last-name"
    NAME = "name"
    CPR = "cpr"
    BIRTH_DATE = "birth-date"
    TERM_DATE = "term-date"
    PROTECTED = "protected"
    NUMBER = "number"
    DISTRICT = "district"
    OPENED = "opened"
    MEASURE = "measure"
    START = "start"
    PROVIDER = "provider"
    PLACE = "place"
    LAST_HELD = "last-held"
    SCHOOL = "school"
    GRADE = "grade"


TEMPLATE = tuple(column for column in ImportColumn if column is not ImportColumn.NAME)
"""The columns of the empty template; the name in one column is understood, but two are better."""

Mapping = tuple[ImportColumn | None, ...]
"""What each column of a table holds; None for one that is left out."""

NumberedRow = tuple[int, tuple[str, ...]]
"""A row with its number as the spreadsheet counts it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table told apart into its headings (blank where it has none) and its rows."""

    headings: tuple[str, ...]
    rows: tuple[NumberedRow, ...]


# Headings as they are folded for a search: å as a, ø as o, æ as ae.
_HEADINGS = {
    ImportColumn.FIRST_NAME: ("fornavn", "fornavne", "first name", "first names", "given name"),
    ImportColumn.LAST_NAME: ("efternavn", "last name", "surname", "family name"),
    ImportColumn.NAME: ("navn", "barn", "barnets navn", "barn/ung", "name", "child", "full name"),
    ImportColumn.CPR: ("cpr", "cpr-nr", "cpr nr", "cpr-nummer", "personnummer", "cpr number"),
    ImportColumn.BIRTH_DATE: ("fodselsdato", "fodselsdag", "fodt", "birth date", "date of birth", "born", "birthday"),
    ImportColumn.TERM_DATE: ("termin", "terminsdato", "term date", "due date"),
    ImportColumn.PROTECTED: ("adressebeskyttelse", "navne- og adressebeskyttelse", "beskyttet", "address protection"),
    ImportColumn.NUMBER: ("sagsnummer", "sagsnr", "sags-nr", "journalnummer", "kommunens sagsnummer", "case number"),
    ImportColumn.DISTRICT: ("distrikt", "omrade", "district", "area"),
    ImportColumn.OPENED: ("abnet", "oprettet", "sag abnet", "sagsstart", "opened", "case opened"),
    ImportColumn.MEASURE: ("indsats", "foranstaltning", "tilbud", "measure", "intervention"),
    ImportColumn.START: (
        "start",
        "startdato",
        "indsats start",
        "indsats fra",
        "startet",
        "fra",
        "from",
        "measure from",
    ),
    ImportColumn.PROVIDER: ("leverandor", "udforer", "provider"),
    ImportColumn.PLACE: ("sted", "anbringelsessted", "plejefamilie", "place", "placed with"),
    ImportColumn.LAST_HELD: (
        *("sidste opfolgning", "seneste opfolgning", "sidst fulgt op", "sidst holdt", "opfolgning"),
        *("last follow-up", "last held", "last held before forlaens", "sidst holdt for forlaens"),
    ),
    ImportColumn.SCHOOL: ("skole", "dagtilbud", "skole/dagtilbud", "skole eller dagtilbud", "school", "day care"),
    ImportColumn.GRADE: ("klasse", "klassetrin", "grade", "class"),
}
_KNOWN = {heading: column for column, headings in _HEADINGS.items() for heading in headings}
_LEAST = 2


def guessed(headings: Sequence[str], own: Sequence[tuple[str, ImportColumn]] = ()) -> Mapping:
    """What each heading means; None for one that is not known, or that another column before it means already.

    `own` are further headings, as the program itself writes them. A heading is also known by how it begins, so
    "CPR (10 cifre)" is one.
    """
    known = _KNOWN | {fold(text): column for text, column in own}
    taken: set[ImportColumn] = set()
    found: list[ImportColumn | None] = []
    for heading in headings:
        column = _meant(fold(heading).strip(" :.*"), known)
        found.append(column if column not in taken else None)
        if column is not None:
            taken.add(column)
    return tuple(found)


def mapping_of(keys: Sequence[str]) -> Mapping:
    """A mapping kept as text; a key that means nothing is left out."""
    known = {column.value: column for column in ImportColumn}
    return tuple(known.get(key) for key in keys)


def has_headings(table: Sequence[Sequence[str]], own: Sequence[tuple[str, ImportColumn]] = ()) -> bool:
    """Whether the first row of a table reads like headings rather than like a child."""
    first = table[0] if table else ()
    known = sum(column is not None for column in guessed(first, own))
    return known >= min(_LEAST, max(1, sum(bool(cell) for cell in first)))


def sheet_of(table: Sequence[tuple[str, ...]], *, headed: bool) -> Sheet:
    """The table as a sheet, `headed` where its first row holds the headings."""
    numbered = tuple(enumerate(table, start=1))
    width = len(table[0]) if table else 0
    return Sheet(headings=table[0] if headed else ("",) * width, rows=numbered[1:] if headed else numbered)


def _meant(heading: str, known: dict[str, ImportColumn]) -> ImportColumn | None:
    if heading in known:
        return known[heading]
    begun = [text for text in known if heading.startswith(text + " ") or heading.startswith(text + "(")]
    return known[max(begun, key=len)] if begun else None
