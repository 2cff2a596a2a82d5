"""A caseload out of a spreadsheet: rows in, cases and what is wrong with each row out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.core.catalogue import Catalogue, MeasureType
from app.core.checks.case import check_case, check_known_child
from app.core.checks.measure import check_measure
from app.core.checks.person import check_person
from app.core.cpr import digits_of, parse_cpr
from app.core.date_input import parse_date
from app.core.dates import age_on
from app.core.errors import Problem, Severity, errors_in
from app.core.import_columns import ImportColumn, Mapping, NumberedRow
from app.core.person_names import split_name
from app.core.records.case import Case, SchoolFact, SchoolKind
from app.core.records.measure import Measure
from app.core.records.person import Gender, Person
from app.core.sorting import fold

_CPR_DIGITS = 10
_SCHOOL_AGE = 6
_NO = {"", "nej", "no", "n", "0", "false", "falsk", "-"}
_SCHOOLS = {
    SchoolKind.SPECIAL: ("specialskole", "special school", "specialklasse"),
    SchoolKind.DAY_CARE: ("bornehave", "vuggestue", "dagpleje", "daginstitution", "day care", "nursery"),
    SchoolKind.EDUCATION: ("gymnasi", "erhvervsskole", "fgu", "college"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """A case with all that a row says of it."""

    case: Case
    child: Person
    measure: Measure | None = None
    school: SchoolFact | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportLine:
    """A row of the table: its number as the spreadsheet counts, its cells, and what is wrong with them.

    The field of a problem names the column it stands in, "" for the row as a whole.
    """

    number: int
    cells: tuple[str, ...]
    taken: TakenIn
    problems: tuple[Problem, ...]

    @property
    def is_good(self) -> bool:
        """Whether the row can be brought in; a warning does not stop it."""
        return not errors_in(self.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What rows are read against: the catalogue, the children there are, the day, and the language of dates."""

    catalogue: Catalogue
    children: tuple[Person, ...]
    today: date
    language: str


def read_lines(rows: Iterable[NumberedRow], mapping: Mapping, known: Known) -> tuple[ImportLine, ...]:
    """Every row as a case, blank rows passed over.

    A child that is in the caseload already, or stands in two rows, is an error: nobody gets two cases by accident.
    """
    lines: list[ImportLine] = []
    children = list(known.children)
    for number, row in rows:
        cells = tuple(cell.strip() for cell in row)
        if not any(cells):
            continue
        line = _Reader(cells, mapping, known).line(number, children)
        children.append(line.taken.child)
        lines.append(line)
    return tuple(lines)


def past_limit(lines: Iterable[ImportLine], free: int) -> tuple[ImportLine, ...]:
    """The good lines for which the caseload has no room, counted from the top."""
    return tuple(line for line in lines if line.is_good)[free:]


class _Reader:
    """Reads one row. What cannot be read is a problem at its column and leaves the field blank."""

    def __init__(self, cells: tuple[str, ...], mapping: Mapping, known: Known) -> None:
        self._known, self._cells = known, cells
        pairs = zip(mapping, cells, strict=False)
        self._text = {column: cell for column, cell in pairs if column is not None}
        self._problems: list[Problem] = []

    def line(self, number: int, children: Sequence[Person]) -> ImportLine:
        """The row as a case, with everything that is wrong with it."""
        today, child = self._known.today, self._child()
        measure_start = self._day(ImportColumn.START)
        opened = self._day(ImportColumn.OPENED) or min(measure_start or today, today)
        case = Case(
            person_id=child.id,
            municipal_number=self._of(ImportColumn.NUMBER),
            district=self._of(ImportColumn.DISTRICT),
            opened=opened,
        )
        taken = TakenIn(
            case=case, child=child, measure=self._measure(case, measure_start), school=self._school(case, child)
        )
        self._note(check_person(child, today), _PERSON)
        self._note(check_case(case, today), _CASE)
        self._note(_as_errors(check_known_child(child, children)), _PERSON)
        if taken.measure is not None:
            self._note(check_measure(taken.measure, (), self._known.catalogue, today), _MEASURE)
        return ImportLine(number=number, cells=self._cells, taken=taken, problems=tuple(self._problems))

    def _child(self) -> Person:
        first, last = self._of(ImportColumn.FIRST_NAME), self._of(ImportColumn.LAST_NAME)
        if not first and not last:
            first, last = _named(self._of(ImportColumn.NAME))
        cpr = _cpr(self._of(ImportColumn.CPR))
        born, found = self._day(ImportColumn.BIRTH_DATE, past=True), parse_cpr(cpr)
        if born is None and found is not None and not self._of(ImportColumn.BIRTH_DATE):
            born = found.birth_date
        told = found if found is not None and not found.is_replacement else None
        return Person(
            first_name=first,
            last_name=last,
            cpr=cpr,
            birth_date=born,
            term_date=self._day(ImportColumn.TERM_DATE) if born is None else None,
            gender=told.gender if told else Gender.UNKNOWN,
            protected=fold(self._of(ImportColumn.PROTECTED)) not in _NO,
        )

    def _measure(self, case: Case, start: date | None) -> Measure | None:
        text = self._of(ImportColumn.MEASURE)
        last_held = self._day(ImportColumn.LAST_HELD)
        if not text:
            return None
        type_ = measure_called(text, self._known.catalogue, start or self._known.today)
        if type_ is None:
            self._wrong(ImportColumn.MEASURE, "measure-unknown", text=text)
        if start is None and not self._of(ImportColumn.START):
            self._wrong(ImportColumn.START, "start-empty")
        if type_ is None or start is None:
            return None
        return Measure(
            case_id=case.id,
            type_key=type_.key,
            start=start,
            provider=self._of(ImportColumn.PROVIDER),
            place=self._of(ImportColumn.PLACE),
            last_held_before=last_held,
        )

    def _school(self, case: Case, child: Person) -> SchoolFact | None:
        name, grade = self._of(ImportColumn.SCHOOL), self._of(ImportColumn.GRADE)
        if not name and not grade:
            return None
        age = age_on(child.birth_date, self._known.today)
        return SchoolFact(case_id=case.id, kind=school_kind(name, age), name=name, grade=grade, start=case.opened)

    def _of(self, column: ImportColumn) -> str:
        return self._text.get(column, "")

    def _day(self, column: ImportColumn, *, past: bool = False) -> date | None:
        text = self._of(column)
        if not text:
            return None
        read = parse_date(text, self._known.today, self._known.language, past=past)
        if isinstance(read, Problem):
            self._wrong(column, read.code, text=text)
            return None
        return read

    def _wrong(self, column: ImportColumn, code: str, **values: object) -> None:
        self._problems.append(Problem(column, code, values=values))

    def _note(self, problems: Iterable[Problem], columns: dict[str, ImportColumn]) -> None:
        """Take over what the rules of a record say, at the column its field came from."""
        for problem in problems:
            column = columns.get(problem.field)
            if column is ImportColumn.FIRST_NAME and column not in self._text:
                column = ImportColumn.NAME
            self._problems.append(Problem(column or "", problem.code, problem.severity, problem.values))


def measure_called(text: str, catalogue: Catalogue, day: date) -> MeasureType | None:
    """The type a text names in either language, in full or in short; else the only one whose name begins so."""
    asked = fold(text)
    types = catalogue.measure_types(day)
    exact = [type_ for type_ in types if asked in _names(type_)]
    begun = [type_ for type_ in types if any(name.startswith(asked) for name in _names(type_))]
    found = exact or begun
    return found[0] if len(found) == 1 or exact else None


def school_kind(name: str, age: int | None) -> SchoolKind:
    """What kind of school or day care a name tells of; where it tells nothing, what is ordinary at the age."""
    told = fold(name)
    for kind, words in _SCHOOLS.items():
        if any(word in told for word in words):
            return kind
    return SchoolKind.DAY_CARE if age is not None and age < _SCHOOL_AGE else SchoolKind.ORDINARY


def _names(type_: MeasureType) -> set[str]:
    both = (type_.names, type_.short_names)
    return {fold(name) for names in both for name in (names.da, names.en)}


def _named(text: str) -> tuple[str, str]:
    """A name in one column: "Kjær, Alma" or "Alma Kjær"."""
    last, comma, first = text.partition(",")
    return (first.strip(), last.strip()) if comma else split_name(text)


def _cpr(text: str) -> str:
    """The digits; a spreadsheet that took the number for a sum has dropped the zero it began with."""
    digits = digits_of(text)
    return digits.zfill(_CPR_DIGITS) if re.fullmatch(r"[0-9]{9}", digits) else digits


def _as_errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(Problem(p.field, p.code, Severity.ERROR, p.values) for p in problems)


_PERSON = {
    "first_name": ImportColumn.FIRST_NAME,
    "last_name": ImportColumn.LAST_NAME,
    "cpr": ImportColumn.CPR,
    "birth_date": ImportColumn.BIRTH_DATE,
    "term_date": ImportColumn.TERM_DATE,
}
_CASE = {"opened": ImportColumn.OPENED, "municipal_number": ImportColumn.NUMBER, "district": ImportColumn.DISTRICT}
_MEASURE = {
    "start": ImportColumn.START,
    "provider": ImportColumn.PROVIDER,
    "place": ImportColumn.PLACE,
    "last_held_before": ImportColumn.LAST_HELD,
}
