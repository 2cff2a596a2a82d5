"""Bringing in a caseload: what is understood, what is told of each row, what comes in, and what stays."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.core.changes import Changes
from app.core.import_columns import ImportColumn
from app.services.cases import all_cases
from app.services.spreadsheets import table_in_file, table_in_text
from app.ui.ask import Ask
from app.ui.context import Context
from app.ui.dialogs.import_caseload import ImportCaseload
from app.ui.dialogs.import_preview import state_in_words
from app.ui.dialogs.limit_rows import AWAITING, GRANTED
from tests.conftest import TODAY
from tests.factories import Office

TABLE = """Navn;CPR;Indsats;Startdato;Sidste opfølgning;Skole;Bemærkning
Alma Kjær;640317-4231;PMTO;1/9-26;5/10-26;Byskolen;x
Emil Dam;12345;PMTO;1/9-26;;;
Ida Bang;;;;;;
"""


@pytest.fixture
def dialog(qtbot: QtBot, context: Context) -> ImportCaseload:
    return opened(qtbot, context)


def opened(qtbot: QtBot, context: Context) -> ImportCaseload:
    dialog = ImportCaseload(context)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    return dialog


def states(dialog: ImportCaseload, context: Context) -> list[str]:
    return [state_in_words(row, context.words) for row in dialog.lines()]


def names(context: Context) -> set[str]:
    return {pair.child.name for pair in context.read(all_cases)}


def test_each_row_says_how_it_stands(dialog: ImportCaseload, context: Context) -> None:
    dialog.take(table_in_text(TABLE))
    assert states(dialog, context) == ["Ready", "A CPR number has ten digits: DDMMYY-SSSS.", "Ready"]
    assert dialog.view.bring_in.text() == "Bring in 2 children"


def test_the_good_rows_come_in_as_one_change_and_the_others_stay(dialog: ImportCaseload, context: Context) -> None:
    dialog.take(table_in_text(TABLE))
    told: list[Changes] = []
    context.changed.connect(told.append)
    dialog.view.bring_in.click()
    assert names(context) == {"Alma Kjær", "Ida Bang"}
    assert [changes.label for changes in told] == ["caseload-imported"]
    alma = next(status for status in context.statuses() if status.file.child.first_name == "Alma")
    assert alma.running[0].last_held_before == date(2026, 10, 5)
    assert [fact.name for fact in alma.file.school] == ["Byskolen"]
    assert [row.line.taken.child.name for row in dialog.lines()] == ["Emil Dam"]
    assert "2 children are in the caseload now" in dialog.view.notice()
    context.undo()
    assert names(context) == set()


def test_with_nothing_left_the_window_closes_and_its_draft_is_gone(
    dialog: ImportCaseload, context: Context, qtbot: QtBot
) -> None:
    dialog.show()
    dialog.take(table_in_text("Navn\nAlma Kjær\n"))
    dialog.view.bring_in.click()
    assert dialog.isHidden()
    assert opened(qtbot, context).lines() == ()


def test_another_meaning_of_a_column_is_read_at_once(dialog: ImportCaseload, context: Context) -> None:
    dialog.take(table_in_text(TABLE))
    dialog.view.columns.choose(1, None)
    assert states(dialog, context) == ["Ready", "Ready", "Ready"]
    dialog.view.columns.choose(6, ImportColumn.DISTRICT)
    assert dialog.lines()[0].line.taken.case.district == "x"


def test_a_table_without_headings_is_read_by_hand(dialog: ImportCaseload) -> None:
    dialog.take(table_in_text("Alma Kjær;Nord\nEmil Dam;Syd\n"))
    assert not dialog.view.is_headed()
    dialog.view.columns.choose(0, ImportColumn.NAME)
    dialog.view.columns.choose(1, ImportColumn.DISTRICT)
    assert [(row.line.number, row.comes_in) for row in dialog.lines()] == [(1, True), (2, True)]


def test_what_was_pasted_survives_the_window(dialog: ImportCaseload, context: Context, qtbot: QtBot) -> None:
    dialog.take(table_in_text(TABLE))
    dialog.view.columns.choose(6, ImportColumn.DISTRICT)
    again = opened(qtbot, context)
    assert [row.line.number for row in again.lines()] == [2, 3, 4]
    assert again.view.mapping()[6] is ImportColumn.DISTRICT
    assert "restored" in again.view.notice()
    again.view.start_over_asked.emit()
    assert opened(qtbot, context).lines() == ()


def test_ctrl_v_takes_the_clipboard(dialog: ImportCaseload, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("Navn\tDistrikt\nAlma Kjær\tNord\n")
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    qtbot.keyClick(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [row.line.taken.child.name for row in dialog.lines()] == ["Alma Kjær"]


def test_an_empty_clipboard_says_what_to_do(dialog: ImportCaseload) -> None:
    QGuiApplication.clipboard().setText("")
    dialog.view.paste.click()
    assert "Nothing to paste" in dialog.view.notice()


def test_a_file_is_read_behind_the_window(dialog: ImportCaseload, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "sager.csv"
    file.write_text(TABLE, encoding="cp1252")
    dialog.read_file(file)
    qtbot.waitUntil(lambda: len(dialog.lines()) == 3)


def test_a_file_that_is_no_table_says_so(dialog: ImportCaseload, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "sager.xlsx"
    file.write_bytes(b"PK\x03\x04 no more")
    dialog.read_file(file)
    qtbot.waitUntil(lambda: "no table" in dialog.view.notice())


def test_rows_past_the_limit_stay_unless_the_leader_makes_an_exception(
    qtbot: QtBot, context: Context, office: Office
) -> None:
    for number in range(24):
        office.case(f"Barn {number}")
    dialog = opened(qtbot, context)
    dialog.take(table_in_text("Navn\nAlma Kjær\nIda Bang\n"))
    assert states(dialog, context) == ["Ready", "There is no room for this case: the limit is 25."]
    assert dialog.view.bring_in.text() == "Bring in 1 child"
    dialog.view.choose_exception(GRANTED, "")
    dialog.view.bring_in.click()
    assert len(context.statuses()) == 24
    dialog.view.choose_exception(AWAITING, "Overtaget ved sygdom")
    assert dialog.view.bring_in.text() == "Bring in 2 children"
    dialog.view.bring_in.click()
    waiting = [s.file.child.name for s in context.statuses() if any(e.awaiting for e in s.file.exceptions)]
    assert waiting == ["Ida Bang"]


def test_without_an_exception_the_room_there_is_gets_filled(qtbot: QtBot, context: Context, office: Office) -> None:
    for number in range(24):
        office.case(f"Barn {number}")
    dialog = opened(qtbot, context)
    dialog.take(table_in_text("Navn\nAlma Kjær\nIda Bang\n"))
    dialog.view.bring_in.click()
    assert "Alma Kjær" in names(context)
    assert [row.line.taken.child.name for row in dialog.lines()] == ["Ida Bang"]
    assert not dialog.view.bring_in.isEnabled()


def test_what_is_wrong_is_saved_and_read_again(
    dialog: ImportCaseload, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot, context: Context
) -> None:
    file = tmp_path / "rettes.xlsx"
    monkeypatch.setattr(Ask, "save_path", lambda *_: file)
    dialog.take(table_in_text(TABLE))
    dialog.view.bring_in.click()
    dialog.view.rest.click()
    headings, row = table_in_file(file)
    assert headings[:2] == ("Whole name", "CPR number")
    assert (row[0], row[-1]) == ("Emil Dam", "A CPR number has ten digits: DDMMYY-SSSS.")
    dialog.view.start_over_asked.emit()
    again = opened(qtbot, context)
    mended = (headings, tuple(cell.replace("12345", "640317-4239") for cell in row))
    again.take(mended)
    assert states(again, context) == ["Ready"]


def test_the_empty_template_is_understood_when_it_comes_back(
    dialog: ImportCaseload, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "skabelon.xlsx"
    monkeypatch.setattr(Ask, "save_path", lambda *_: file)
    dialog.view.template.click()
    (headings,) = table_in_file(file)
    dialog.take((headings, ("Alma", "Kjær", *[""] * (len(headings) - 2))))
    assert None not in dialog.view.mapping()
    assert [row.line.taken.child.name for row in dialog.lines()] == ["Alma Kjær"]


def test_a_cpr_number_that_can_be_one_is_covered_in_the_preview(dialog: ImportCaseload, qtbot: QtBot) -> None:
    dialog.take(table_in_text(TABLE))
    model = dialog.view.preview().model
    shown = [column.text(row) for row in model.rows for column in model.columns]
    assert "640317-••••" in shown
    assert not any("4231" in cell for cell in shown)


def test_a_day_to_come_warns_and_does_not_stop(dialog: ImportCaseload, context: Context) -> None:
    ahead = TODAY + timedelta(days=9)
    dialog.take(table_in_text(f"Navn;Åbnet\nAlma Kjær;{ahead:%d-%m-%Y}\n"))
    assert dialog.lines()[0].comes_in
    assert "day to come" in states(dialog, context)[0]
