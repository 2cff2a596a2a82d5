"""What was handed out is listed by day, opened as it was, handed out again, and removed for good."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.kept_sheets import MOST_OF_CASE
from app.core.records.case import Case
from app.core.records.handed_print import HandedPrint, HowHanded
from app.services.access import entries
from app.services.handed_prints import handed_prints, keep_print
from app.services.store import Act
from app.ui.ask import Ask
from app.ui.context import Context, Destination, Place
from app.ui.dialogs.handed_prints import HandedPrints
from app.ui.dialogs.log_words import detail
from app.ui.dialogs.print_document import PrintDocument
from app.ui.dialogs.save_print import SavePrint
from app.ui.pages.case.header import HANDED_OUT
from app.ui.pages.case_page import CasePage
from app.ui.pages.prints_page import PrintsPage
from app.ui.widgets.button import Button
from app.words import Words
from tests.factories import Office
from tests.ui.widgets.test_pdf_preview import pdf_of

MARCH = datetime(2026, 3, 3, 9, tzinfo=UTC)


def hand_out(
    context: Context, *cases: Case, at: datetime = MARCH, sheet: bytes = b"", of_caseload: bool = False
) -> HandedPrint:
    handed = HandedPrint(
        at=at,
        how=HowHanded.PRINTED,
        purpose="casework",
        code="plan v2",
        title="Plan, version 2",
        language="da",
        file_name="forlaens-plan-v2-2026-03-03.pdf",
        pages=1,
        case_ids=tuple(case.id for case in cases),
        of_caseload=of_caseload,
    )
    context.hand_out(
        Act.PRINT, handed.case_ids, "casework", "plan v2 da", keep_print, handed, sheet or pdf_of([str(at)])
    )
    return handed


@pytest.fixture
def alma(office: Office) -> Case:
    return office.case("Alma")


@pytest.fixture
def noah(office: Office) -> Case:
    return office.case("Noah")


def opened(qtbot: QtBot, context: Context, case_id: str = "") -> HandedPrints:
    made = HandedPrints(context, case_id)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def cells(dialog: HandedPrints, column: str) -> list[str]:
    (found,) = [one for one in dialog.table.model.columns if one.key == column]
    return [found.text(row) for row in dialog.table.rows()]


def test_what_was_handed_out_on_a_day_is_found(qtbot: QtBot, context: Context, alma: Case, noah: Case) -> None:
    hand_out(context, alma)
    hand_out(context, noah, at=MARCH + timedelta(days=1))
    hand_out(context, alma, noah, at=MARCH + timedelta(days=2), of_caseload=True)
    dialog = opened(qtbot, context)
    assert cells(dialog, "of") == ["The caseload", "Noah K.", "Alma K."]
    qtbot.keyClicks(dialog.search.edit, "03-03-2026")
    assert (cells(dialog, "of"), cells(dialog, "how"), cells(dialog, "sheet")) == (["Alma K."], ["Printed"], ["1 page"])


def test_of_one_case_all_that_it_is_on_is_listed(qtbot: QtBot, context: Context, alma: Case, noah: Case) -> None:
    hand_out(context, alma)
    hand_out(context, noah)
    hand_out(context, alma, noah, of_caseload=True)
    assert sorted(cells(opened(qtbot, context, noah.id), "of")) == ["Noah K.", "The caseload"]


def test_many_children_on_a_sheet_are_counted(qtbot: QtBot, context: Context, office: Office) -> None:
    hand_out(context, *(office.case(name) for name in ("Alma", "Bo", "Carl", "Ditte", "Emil")))
    assert cells(opened(qtbot, context), "of") == ["Alma K., Bo K., Carl K. and 2 more"]


def test_the_very_sheet_is_opened_with_enter_and_the_log_knows(qtbot: QtBot, context: Context, alma: Case) -> None:
    sheet = pdf_of(["Som det var"])
    hand_out(context, alma, sheet=sheet)
    dialog = opened(qtbot, context)
    qtbot.keyClick(dialog.table.view, Qt.Key.Key_Return)
    (shown,) = dialog.findChildren(PrintDocument)
    qtbot.waitUntil(lambda: "Som det var" in shown.pane.preview.text())
    assert shown.pane.pdf() == sheet
    looked = context.read(entries, limit=1)[0]
    assert (looked.act, looked.case_id) == (Act.LOOK_UP, alma.id)
    assert detail(Words("en"), looked) == "handed out before: plan version 2 in Danish"


def test_from_the_search_the_list_is_walked_and_a_sheet_opened(qtbot: QtBot, context: Context, alma: Case) -> None:
    hand_out(context, alma)
    first = hand_out(context, alma, at=MARCH - timedelta(days=1))
    dialog = opened(qtbot, context)
    qtbot.keyClick(dialog.search.edit, Qt.Key.Key_Down)
    walked_to = dialog.table.current()
    assert walked_to is not None
    assert walked_to.at == first.at
    qtbot.keyClick(dialog.search.edit, Qt.Key.Key_Return)
    (shown,) = dialog.findChildren(PrintDocument)
    qtbot.waitUntil(lambda: bool(shown.pane.pdf()))


def test_a_sheet_handed_out_again_joins_the_list(
    qtbot: QtBot, context: Context, alma: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Ask, "save_path", lambda *_: tmp_path / "again.pdf")
    sheet = pdf_of(["Som det var"])
    hand_out(context, alma, sheet=sheet)
    dialog = opened(qtbot, context)
    dialog._open.click()
    (shown,) = dialog.findChildren(PrintDocument)
    qtbot.waitUntil(lambda: bool(shown.pane.pdf()))
    shown.pane.save.click()
    (asked,) = [one for one in shown.pane.findChildren(SavePrint) if one.isVisible()]
    asked.form.set_values({"purpose": "For the family"})
    with qtbot.waitSignal(shown.pane.handed_out):
        asked._on_save()
    assert (tmp_path / "again.pdf").read_bytes() == sheet
    assert cells(dialog, "purpose") == ["For the family", "Casework"]
    assert cells(dialog, "how") == ["Saved", "Printed"]


def test_a_sheet_that_gave_way_is_told_and_not_opened(qtbot: QtBot, context: Context, alma: Case) -> None:
    for day in range(MOST_OF_CASE + 1):
        hand_out(context, alma, at=MARCH + timedelta(days=day))
    dialog = opened(qtbot, context)
    dialog.table.sort_by("at")
    oldest = dialog.table.rows()[0]
    dialog.table.select(oldest.id)
    assert cells(dialog, "sheet")[:2] == ["no longer kept", "1 page"]
    assert "gave way" in dialog._about.text()
    assert not dialog._open.isEnabled()
    qtbot.keyClick(dialog.table.view, Qt.Key.Key_Return)
    assert dialog.findChildren(PrintDocument) == []


def test_a_sheet_is_removed_after_asking_and_the_log_keeps_its_entry(
    qtbot: QtBot, context: Context, alma: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [False, True]
    monkeypatch.setattr(Ask, "confirm", lambda *_args, **_how: answers.pop(0))
    hand_out(context, alma)
    kept = hand_out(context, alma, at=MARCH + timedelta(days=1))
    dialog = opened(qtbot, context)
    dialog.table.sort_by("at")
    dialog.table.select(dialog.table.rows()[0].id)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.table.view.setFocus()
    qtbot.keyClick(dialog.table.view, Qt.Key.Key_Delete)
    assert len(context.read(handed_prints)) == 2
    qtbot.keyClick(dialog.table.view, Qt.Key.Key_Delete)
    assert [one.id for one in context.read(handed_prints)] == [kept.id]
    assert [one.id for one in dialog.table.rows()] == [kept.id]
    removed, *before = context.read(entries, case_id=alma.id)
    assert detail(Words("en"), removed) == "print that was handed out removed"
    assert [entry.act for entry in before][:2] == [Act.PRINT, Act.PRINT]


def test_nothing_chosen_is_nothing_removed(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    dialog._on_remove()
    dialog._on_open()
    assert not dialog._open.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_prints_page_leads_to_what_was_handed_out_of_the_child_chosen(
    qtbot: QtBot, context: Context, alma: Case, noah: Case
) -> None:
    hand_out(context, alma)
    page = PrintsPage(context)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitExposed(page)
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    (first,) = page.findChildren(HandedPrints)
    assert first.case.value() == ""
    first.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    first.close()
    page.document.set_value("visit")
    page.document.edited.emit()
    page.cases.item(0).setSelected(True)
    page._handed.click()
    (second,) = [one for one in page.findChildren(HandedPrints) if one.isVisible()]
    assert second.case.value() == alma.id


def test_a_case_leads_to_what_was_handed_out_of_it(qtbot: QtBot, context: Context, alma: Case, noah: Case) -> None:
    page = CasePage(context)
    qtbot.addWidget(page)
    page.lead_to(Destination(Place.CASE, noah.id))
    page.show()
    menu = next(button.menu() for button in page.findChildren(Button) if button.text() == "Print")
    assert menu is not None
    next(action for action in menu.actions() if action.objectName() == HANDED_OUT).trigger()
    (shown,) = page.findChildren(HandedPrints)
    assert shown.case.value() == noah.id
