from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.core.catalogue import Catalogue
from app.core.errors import Severity
from app.core.import_columns import ImportColumn, guessed, has_headings, mapping_of, sheet_of
from app.core.imports import ImportLine, Known, measure_called, past_limit, read_lines, school_kind
from app.core.records.case import SchoolKind
from app.core.records.person import Gender, Person

TODAY = date(2026, 2, 2)
NAMED = (ImportColumn.FIRST_NAME, ImportColumn.LAST_NAME)


@pytest.fixture
def known(catalogue: Catalogue) -> Known:
    return Known(catalogue=catalogue, children=(), today=TODAY, language="da")


def read(known: Known, columns: tuple[ImportColumn | None, ...], *rows: tuple[str, ...]) -> tuple[ImportLine, ...]:
    return read_lines(enumerate(rows, start=2), columns, known)


def problems(line: ImportLine) -> set[tuple[str, str]]:
    return {(problem.field, problem.code) for problem in line.problems if problem.severity is Severity.ERROR}


def test_columns_are_guessed_by_danish_and_english_headings() -> None:
    headings = ("Fornavn", "EFTERNAVN:", "CPR (10 cifre)", "Fødselsdato", "Leverandør", "School", "Bemærkning")
    assert guessed(headings) == (
        ImportColumn.FIRST_NAME,
        ImportColumn.LAST_NAME,
        ImportColumn.CPR,
        ImportColumn.BIRTH_DATE,
        ImportColumn.PROVIDER,
        ImportColumn.SCHOOL,
        None,
    )


def test_two_columns_of_one_meaning_give_it_to_the_first() -> None:
    assert guessed(("Navn", "Barn")) == (ImportColumn.NAME, None)


def test_headings_of_the_template_are_known_too() -> None:
    assert guessed(("Noget eget",), [("Noget eget", ImportColumn.PLACE)]) == (ImportColumn.PLACE,)


def test_a_row_of_a_child_is_not_taken_for_headings() -> None:
    assert has_headings([("Navn", "CPR", "Indsats")])
    assert has_headings([("Navn", "")])
    assert not has_headings([("Alma Kjær", "630317-4234", "DUÅ Basic")])
    assert not has_headings([("Alma Kjær",)])
    assert not has_headings([])


def test_a_whole_row_becomes_a_case_with_measure_and_school(known: Known) -> None:
    columns = (
        *(ImportColumn.NAME, ImportColumn.CPR, ImportColumn.NUMBER, ImportColumn.DISTRICT, ImportColumn.OPENED),
        *(ImportColumn.MEASURE, ImportColumn.START, ImportColumn.PROVIDER, ImportColumn.PLACE, ImportColumn.LAST_HELD),
        *(ImportColumn.SCHOOL, ImportColumn.GRADE, ImportColumn.PROTECTED),
    )
    row = (
        *("Alma Marie Kjær", "630317-4234", "S-1", "Nord", "2025-08-01"),
        *("duå basic", "01-09-2025", "Familiehuset", "Vest", "5/1-26", "Byskolen", "3. klasse", "ja"),
    )
    (line,) = read(known, columns, row)
    taken = line.taken
    assert line.is_good
    assert (taken.child.first_name, taken.child.last_name) == ("Alma Marie", "Kjær")
    assert (taken.child.birth_date, taken.child.gender) == (date(2017, 3, 3), Gender.UNKNOWN)
    assert taken.child.protected
    assert (taken.case.municipal_number, taken.case.district, taken.case.opened) == ("S-1", "Nord", date(2025, 8, 1))
    assert taken.measure is not None
    assert (taken.measure.start, taken.measure.last_held_before) == (date(2025, 9, 1), date(2026, 1, 5))
    assert (taken.measure.provider, taken.measure.place) == ("Familiehuset", "Vest")
    assert taken.school is not None
    assert (taken.school.name, taken.school.grade, taken.school.kind) == ("Byskolen", "3. klasse", SchoolKind.ORDINARY)
    assert taken.measure.case_id == taken.school.case_id == taken.case.id


def test_a_name_may_stand_with_the_last_name_first(known: Known) -> None:
    (line,) = read(known, (ImportColumn.NAME,), ("Kjær, Alma",))
    assert (line.taken.child.first_name, line.taken.child.last_name) == ("Alma", "Kjær")


def test_a_number_that_lost_its_first_zero_is_read_whole(known: Known) -> None:
    (line,) = read(known, (*NAMED, ImportColumn.CPR), ("Emil", "Dam", "703154321"))
    assert line.taken.child.cpr == "0703154321"
    assert line.taken.child.birth_date == date(2015, 3, 7)
    assert line.taken.child.gender is Gender.MALE


def test_a_case_without_a_day_opens_with_its_measure_and_never_ahead(known: Known) -> None:
    columns = (ImportColumn.NAME, ImportColumn.MEASURE, ImportColumn.START)
    past, ahead, none = read(
        known, columns, ("Alma Kjær", "PMTO", "1/9-25"), ("Emil Dam", "PMTO", "1/3-26"), ("Ida Bang", "", "")
    )
    assert past.taken.case.opened == date(2025, 9, 1)
    assert ahead.taken.case.opened == none.taken.case.opened == TODAY
    assert none.taken.measure is None


def test_an_unborn_child_keeps_its_term_date(known: Known) -> None:
    (line,) = read(known, (ImportColumn.NAME, ImportColumn.TERM_DATE), ("Lille Kjær", "1/5-26"))
    assert line.taken.child.term_date == date(2026, 5, 1)


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [
        (ImportColumn.BIRTH_DATE, "31-02-2015", "date-impossible"),
        (ImportColumn.BIRTH_DATE, "engang i maj", "date-unreadable"),
        (ImportColumn.OPENED, "45678,5", "date-unreadable"),
        (ImportColumn.CPR, "12345", "cpr-not-ten-digits"),
        (ImportColumn.CPR, "990215-1234", "cpr-impossible-date"),
        (ImportColumn.MEASURE, "Svømning", "measure-unknown"),
        (ImportColumn.NUMBER, "x" * 501, "text-too-long"),
    ],
)
def test_what_is_wrong_is_told_at_its_cell(known: Known, column: ImportColumn, text: str, code: str) -> None:
    (line,) = read(known, (ImportColumn.NAME, column, ImportColumn.START), ("Alma Kjær", text, "1/9-25"))
    assert not line.is_good
    assert (column.value, code) in problems(line)


def test_a_missing_name_is_told_where_the_name_stands(known: Known) -> None:
    (two,) = read(known, (*NAMED, ImportColumn.CPR), ("", "", "630317-4234"))
    (one,) = read(known, (ImportColumn.NAME, ImportColumn.CPR), ("", "630317-4234"))
    assert problems(two) == {("first-name", "name-empty")}
    assert problems(one) == {("name", "name-empty")}


def test_a_measure_needs_a_start(known: Known) -> None:
    (line,) = read(known, (ImportColumn.NAME, ImportColumn.MEASURE), ("Alma Kjær", "PMTO"))
    assert problems(line) == {("start", "start-empty")}


def test_a_measure_whose_last_follow_up_lies_before_it_is_told(known: Known) -> None:
    columns = (ImportColumn.NAME, ImportColumn.MEASURE, ImportColumn.START, ImportColumn.LAST_HELD)
    (line,) = read(known, columns, ("Alma Kjær", "PMTO", "1/9-25", "1/8-25"))
    assert problems(line) == {("last-held", "last-held-before-start")}


def test_a_child_with_a_case_or_in_two_rows_is_told(catalogue: Catalogue) -> None:
    there = Person(first_name="Alma", last_name="Kjær", birth_date=date(2017, 3, 3))
    known = Known(catalogue=catalogue, children=(there,), today=TODAY, language="da")
    columns = (ImportColumn.NAME, ImportColumn.BIRTH_DATE, ImportColumn.CPR)
    lines = read(
        known,
        columns,
        ("Alma Kjær", "3/3-17", ""),
        ("Alma Kjær", "4/3-17", ""),
        ("Emil Dam", "", "630317-4234"),
        ("Emil D.", "", "630317-4234"),
    )
    assert [problems(line) for line in lines] == [
        {("name", "child-known-name")},
        set(),
        set(),
        {("cpr", "child-known-cpr")},
    ]


def test_blank_rows_are_passed_over_and_the_others_keep_their_number(known: Known) -> None:
    lines = read(known, (ImportColumn.NAME,), ("Alma Kjær",), (" ",), ("Emil Dam",))
    assert [line.number for line in lines] == [2, 4]


def test_cells_beyond_the_columns_are_left_alone(known: Known) -> None:
    (line,) = read(known, (ImportColumn.NAME, None), ("Alma Kjær", "31-02-2015", "mere"))
    assert line.is_good


def test_the_last_good_rows_are_past_the_limit(known: Known) -> None:
    lines = read(known, (ImportColumn.NAME,), ("Alma Kjær",), ("x" * 600,), ("Emil Dam",), ("Ida Bang",))
    assert [line.number for line in past_limit(lines, 2)] == [5]
    assert past_limit(lines, 3) == ()


def test_a_measure_is_known_in_both_languages_in_short_and_by_its_beginning(catalogue: Catalogue) -> None:
    type_ = next(t for t in catalogue.measure_types(TODAY) if t.names.da == "DUÅ Basic")
    assert measure_called("dua basic", catalogue, TODAY) == type_
    assert measure_called(type_.names.en, catalogue, TODAY) == type_
    assert measure_called("DUÅ Bas", catalogue, TODAY) == type_
    assert measure_called("DUÅ", catalogue, TODAY) is None


@pytest.mark.parametrize(
    ("name", "age", "kind"),
    [
        ("Specialskolen Vest", 9, SchoolKind.SPECIAL),
        ("Børnehaven Solen", 9, SchoolKind.DAY_CARE),
        ("Solen", 4, SchoolKind.DAY_CARE),
        ("Byskolen", 9, SchoolKind.ORDINARY),
        ("Byskolen", None, SchoolKind.ORDINARY),
        ("Herning Gymnasium", 17, SchoolKind.EDUCATION),
    ],
)
def test_the_kind_of_school_follows_its_name_and_the_age(name: str, age: int | None, kind: SchoolKind) -> None:
    assert school_kind(name, age) is kind


def test_a_child_born_today_is_read(known: Known) -> None:
    (line,) = read(known, (ImportColumn.NAME, ImportColumn.BIRTH_DATE), ("Ny Kjær", TODAY.isoformat()))
    assert line.taken.child.birth_date == TODAY
    (ahead,) = read(
        known, (ImportColumn.NAME, ImportColumn.BIRTH_DATE), ("Ny", (TODAY + timedelta(days=1)).isoformat())
    )
    assert problems(ahead) == {("birth-date", "birth-in-future")}


def test_a_table_with_and_without_headings_keeps_the_numbers_of_its_rows() -> None:
    table = (("Navn", "Sted"), ("Alma", ""))
    assert sheet_of(table, headed=True).rows == ((2, ("Alma", "")),)
    assert sheet_of(table, headed=True).headings == ("Navn", "Sted")
    assert [number for number, _ in sheet_of(table, headed=False).rows] == [1, 2]
    assert sheet_of(table, headed=False).headings == ("", "")
    assert sheet_of((), headed=False).rows == ()


def test_a_mapping_kept_as_text_comes_back_without_what_means_nothing_any_more() -> None:
    assert mapping_of(["name", "", "shoe-size"]) == (ImportColumn.NAME, None, None)
