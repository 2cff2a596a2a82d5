from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.core.errors import Invalid
from app.core.imports import TakenIn
from app.core.records.case import Case, LimitException, SchoolFact, SchoolKind
from app.core.records.measure import Measure
from app.core.records.person import Person
from app.reports.spreadsheet import workbook
from app.services.cases import close_case, open_count, void_case
from app.services.imports import import_caseload, known_children
from app.services.spreadsheets import TableTooLarge, TableUnreadable, table_in_file, table_in_text
from app.services.store import Store
from tests.conftest import TODAY
from tests.factories import Office


def taken(office: Office, name: str) -> TakenIn:
    child = Person(first_name=name, birth_date=date(2015, 5, 5))
    case = Case(person_id=child.id, opened=TODAY - timedelta(days=90))
    measure = Measure(
        case_id=case.id,
        type_key=office.a_type(step=1),
        start=TODAY - timedelta(days=90),
        last_held_before=TODAY - timedelta(days=20),
    )
    school = SchoolFact(case_id=case.id, kind=SchoolKind.ORDINARY, name="Byskolen", start=case.opened)
    return TakenIn(case=case, child=child, measure=measure, school=school)


def test_a_caseload_comes_in_with_measures_and_schools_as_one_change(office: Office, store: Store) -> None:
    rows = [taken(office, "Alma"), taken(office, "Emil")]
    store.write(import_caseload, rows, office.catalogue, TODAY)
    status = office.status(rows[0].case)
    assert status.running == (rows[0].measure,)
    assert status.file.school == (rows[0].school,)
    assert status.due is not None
    assert status.due.day > TODAY
    store.undo()
    assert store.read(open_count, TODAY) == 0


def test_a_caseload_past_the_limit_comes_in_as_exceptions_or_not_at_all(office: Office, store: Store) -> None:
    for number in range(24):
        office.case(f"Barn {number}")
    rows = [taken(office, "Alma"), taken(office, "Emil"), taken(office, "Ida")]
    with pytest.raises(Invalid):
        store.write(import_caseload, rows, office.catalogue, TODAY)
    assert store.read(open_count, TODAY) == 24
    asked = LimitException(case_id="", reason="Overtaget ved sygdom", asked_on=TODAY)
    store.write(import_caseload, rows, office.catalogue, TODAY, asked)
    exceptions = [office.status(row.case).file.exceptions for row in rows]
    assert [len(own) for own in exceptions] == [0, 1, 1]
    assert exceptions[1][0].awaiting
    assert exceptions[1][0].case_id == rows[1].case.id


def test_children_of_closed_cases_are_known_and_of_struck_out_ones_not(office: Office, store: Store) -> None:
    closed, voided = office.case("Alma"), office.case("Emil")
    store.write(close_case, closed.id, TODAY, "Målene er nået", False)
    store.write(void_case, voided.id, TODAY, "Tastet to gange")
    assert [child.first_name for child in store.read(known_children)] == ["Alma"]


@pytest.mark.parametrize(
    "text", ["Navn;Skole\nAlma;Å\n", "Navn\tSkole\r\nAlma\tÅ\r\n", "Navn,Skole\nAlma,Å", "Navn;Skole\n\nAlma;Å"]
)
def test_text_is_told_apart_by_its_separator(text: str) -> None:
    rows = table_in_text(text)
    assert (rows[0], rows[-1]) == (("Navn", "Skole"), ("Alma", "Å"))


def test_quoted_cells_keep_separators_and_line_breaks() -> None:
    assert table_in_text('a;b\n"x;y\nz";1') == (("a", "b"), ("x;y\nz", "1"))


def test_rows_and_columns_without_anything_at_the_end_are_left_out() -> None:
    assert table_in_text("a;b;;\n1;2;;\n;;;\n\n") == (("a", "b"), ("1", "2"))
    assert table_in_text("") == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_text_file_is_read_as_excel_writes_it(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "sager.csv"
    file.write_bytes("Navn;Sted\nSøren Ågård;Æblehaven".encode(encoding))
    assert table_in_file(file)[1] == ("Søren Ågård", "Æblehaven")


def test_a_workbook_is_read_with_its_days_and_numbers(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.create_sheet("Sager", 0)
    sheet.append(["Navn", "Født", "CPR", "Dag", "Brøk", "Tid", "Stort", None])
    sheet.append(["Alma", datetime(2017, 3, 4, 12), 703154321.0, date(2025, 1, 6), 1.5, time(9, 30), 1e16, None])
    sheet.append([None] * 8)
    file = tmp_path / "sager.xlsx"
    book.save(file)
    assert table_in_file(file)[1] == (
        "Alma",
        "2017-03-04",
        "703154321",
        "2025-01-06",
        "1.5",
        "09:30:00",
        "10000000000000000",
    )


def test_what_the_program_writes_it_reads_again_and_nothing_runs_as_a_formula(tmp_path: Path) -> None:
    rows = (("=1+1", "0703154321"), ("Alma\x07", "<b>&"))
    file = tmp_path / "tilbage.xlsx"
    file.write_bytes(workbook("Rækker", ("Navn", "CPR"), rows))
    assert table_in_file(file) == (("Navn", "CPR"), ("=1+1", "0703154321"), ("Alma", "<b>&"))


@pytest.mark.parametrize("content", [b"PK\x03\x04 and no more", b"PK\x03\x04" + bytes(200)])
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "sager.xlsx"
    file.write_bytes(content)
    with pytest.raises(TableUnreadable):
        table_in_file(file)
    with pytest.raises(TableUnreadable):
        table_in_file(tmp_path / "missing.xlsx")


def test_a_cell_without_end_is_refused() -> None:
    with pytest.raises(TableUnreadable):
        table_in_text("x" * 200_000)


def test_a_file_far_larger_than_a_caseload_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TableTooLarge):
        table_in_text("Alma\n" * 3_000)
    file = tmp_path / "sager.csv"
    with file.open("wb") as handle:
        handle.truncate(30_000_000)
    with pytest.raises(TableTooLarge):
        table_in_file(file)


def test_a_row_may_say_no_more_than_a_name(office: Office, store: Store) -> None:
    child = Person(first_name="Alma")
    case = Case(person_id=child.id, opened=TODAY)
    store.write(import_caseload, [TakenIn(case=case, child=child)], office.catalogue, TODAY)
    assert office.status(case).running == ()
