"""A print is looked at, and leaves the program only after the log knows of it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.core.records.handed_print import HowHanded
from app.core.records.plan import Goal, SubGoal
from app.models.errors import StoreDamaged
from app.services import people, plans
from app.services.access import entries
from app.services.cases import case_and_child
from app.services.documents import plan_document
from app.services.handed_prints import handed_prints, sheet_of
from app.services.store import Act
from app.ui import print_pane, print_work
from app.ui.ask import Ask
from app.ui.context import Context
from app.ui.dialogs.print_document import PrintDocument
from app.ui.dialogs.save_print import SavePrint
from app.ui.handing_out import handing_out
from app.ui.print_pane import PrintPane
from app.ui.printing import PrintFailed
from app.ui.prints.kept import kept_order
from app.ui.prints.network_map import map_order
from app.ui.prints.order import PrintOrder, joined
from app.ui.prints.plan import plan_order
from app.ui.prints.summary import summary_order
from app.words import Words
from tests.conftest import TODAY
from tests.factories import Office


@pytest.fixture
def pane(qtbot: QtBot, context: Context) -> PrintPane:
    made = PrintPane(context, "Choose a print")
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def _show(qtbot: QtBot, pane: PrintPane, order: PrintOrder) -> None:
    with qtbot.waitSignal(pane.shown):
        pane.show_order(order)
    qtbot.waitUntil(lambda: bool(pane.preview.text()))


def _long_plan(context: Context, office: Office) -> PrintOrder:
    case = office.case()
    goals = [Goal(goal=f"Mål {n}", own_words="Jeg vil " * 60, sub_goals=(SubGoal(what="x"),)) for n in range(12)]
    office.plan(case, *goals, purpose="Ro og skole")
    return plan_order(context, case.id)


def _acts(context: Context) -> list[tuple[Act, str, str]]:
    return [(e.act, e.purpose, e.detail) for e in context.read(entries) if e.act in (Act.PRINT, Act.EXPORT)]


def _answer_save(qtbot: QtBot, pane: PrintPane, purpose: str, password: str = "") -> SavePrint:
    (asked,) = [d for d in pane.findChildren(SavePrint) if d.isVisible()]
    asked.form.set_values({"purpose": purpose, "password": password, "again": password})
    return asked


def test_pages_are_turned_by_keys_and_say_where_one_is(
    qtbot: QtBot, pane: PrintPane, context: Context, office: Office
) -> None:
    _show(qtbot, pane, _long_plan(context, office))
    preview = pane.preview
    assert (preview.page(), preview.page_count() > 2) == (1, True)
    first = preview.text()

    qtbot.keyClick(preview.view, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: preview.text() != first)
    assert preview.page() == 2
    qtbot.keyClick(preview.view, Qt.Key.Key_End)
    assert preview.page() == preview.page_count()
    qtbot.keyClick(preview.view, Qt.Key.Key_PageDown)
    assert preview.page() == preview.page_count()
    qtbot.keyClick(preview.view, Qt.Key.Key_Home)
    assert preview.page() == 1


def test_zoom_makes_the_page_larger_and_fitting_brings_it_back(
    qtbot: QtBot, pane: PrintPane, context: Context, office: Office
) -> None:
    _show(qtbot, pane, _long_plan(context, office))
    preview = pane.preview

    def width() -> int:
        picture = preview.view.picture(1)
        return picture.width() if picture else 0

    qtbot.waitUntil(lambda: width() > 0)
    fitted = width()
    qtbot.keyClick(preview.view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: width() > fitted)
    qtbot.keyClick(preview.view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: width() == fitted)


def test_the_buttons_take_a_line_of_their_own_before_they_are_cut(qtbot: QtBot, pane: PrintPane) -> None:
    buttons = (pane.save, pane.lock, pane.send)

    def top(widget: QWidget) -> int:
        return widget.mapTo(pane, widget.rect().topLeft()).y()

    for width, own_line in ((1000, False), (520, True), (1000, False)):
        pane.resize(width, 600)
        qtbot.waitUntil(lambda own=own_line: (top(pane.save) > top(pane.language)) is own)  # type: ignore[misc]  # bound
        assert all(button.width() >= button.sizeHint().width() for button in buttons)


def test_the_language_of_the_print_is_chosen_here(
    qtbot: QtBot, pane: PrintPane, context: Context, office: Office
) -> None:
    _show(qtbot, pane, _long_plan(context, office))
    assert "The child's plan for Alma" in pane.preview.text()
    with qtbot.waitSignal(pane.shown):
        pane.language.set_value("da")
        pane.language.edited.emit()
    qtbot.waitUntil(lambda: "Barnets plan for Alma" in pane.preview.text())


def test_saving_asks_what_for_logs_it_and_writes_what_was_shown(
    qtbot: QtBot, pane: PrintPane, context: Context, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[Path] = []

    def choose(_ask: Ask, _parent: QWidget, _title: str, suggested: Path, _kinds: str) -> Path:
        proposed.append(suggested)
        return tmp_path / "plan.pdf"

    monkeypatch.setattr(Ask, "save_path", choose)
    _show(qtbot, pane, _long_plan(context, office))
    pane.save.setFocus()
    pane.save.click()
    asked = _answer_save(qtbot, pane, "")
    asked._on_save()
    assert asked.isVisible()
    asked.form.set_values({"purpose": "For the family"})
    with qtbot.waitSignal(pane.handed_out):
        asked._on_save()

    assert pane.focusWidget() is pane.save
    assert (tmp_path / "plan.pdf").read_bytes() == pane.pdf()
    assert proposed[0].name == f"forlaens-plan-draft-{TODAY.isoformat()}.pdf"
    assert _acts(context) == [(Act.EXPORT, "For the family", "plan draft en")]
    (kept,) = context.read(handed_prints)
    assert (kept.how, kept.purpose, kept.title) == (HowHanded.SAVED, "For the family", "Plan, draft")
    assert (kept.code, kept.language, kept.pages) == ("plan draft", "en", pane.preview.page_count())
    assert context.read(sheet_of, kept.id) == pane.pdf()


def test_keys_print_and_save_what_is_shown(
    qtbot: QtBot, pane: PrintPane, context: Context, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(print_pane, "choose_printer", lambda *_: asked.append("printer"))
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    for key in (Qt.Key.Key_P, Qt.Key.Key_S):
        qtbot.keyClick(pane, key, Qt.KeyboardModifier.ControlModifier)
    assert (asked, pane.findChildren(SavePrint)) == ([], [])  # there is nothing to hand out yet
    _show(qtbot, pane, _long_plan(context, office))
    qtbot.keyClick(pane.preview, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(pane.preview, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["printer"]
    _answer_save(qtbot, pane, "").close()


def test_the_folder_of_a_saved_file_is_opened_from_where_it_is_told(
    qtbot: QtBot, pane: PrintPane, context: Context, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_it(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return len(opened) == 1

    monkeypatch.setattr(Ask, "save_path", lambda *_: tmp_path / "plan.pdf")
    monkeypatch.setattr(QDesktopServices, "openUrl", open_it)
    _show(qtbot, pane, _long_plan(context, office))
    pane.save.click()
    with qtbot.waitSignal(pane.handed_out):
        _answer_save(qtbot, pane, "For a meeting")._on_save()
    (folder,) = [b for b in pane._done.findChildren(QAbstractButton) if b.isVisible()]
    qtbot.keyClick(folder, Qt.Key.Key_Return)
    assert opened == [str(tmp_path)]
    assert "Saved" in pane._done.text()
    qtbot.keyClick(folder, Qt.Key.Key_Return)
    assert str(tmp_path) in pane._done.text()
    pane.preview.copy_asked.emit("to ord")
    assert not folder.isVisible()


def test_a_file_with_a_password_opens_with_it_alone(
    qtbot: QtBot, pane: PrintPane, context: Context, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Ask, "save_path", lambda *_: tmp_path / "plan.pdf")
    _show(qtbot, pane, _long_plan(context, office))
    pane.lock.click()
    asked = _answer_save(qtbot, pane, "For a meeting", "kort")
    asked._on_save()
    assert "8" in asked.form.problem_at("password")
    asked.form.set_values({"password": "blå kanin 7", "again": "blå kanin 8"})
    asked._on_save()
    assert asked.form.problem_at("again")
    asked.form.set_values({"again": "blå kanin 7"})
    with qtbot.waitSignal(pane.handed_out):
        asked._on_save()

    locked = PdfReader(io.BytesIO((tmp_path / "plan.pdf").read_bytes()))
    assert locked.is_encrypted
    assert not locked.decrypt("")
    assert not locked.decrypt("blå kanin 8")
    assert locked.decrypt("blå kanin 7")
    assert "Alma" in locked.pages[0].extract_text()
    assert b"Alma" not in (tmp_path / "plan.pdf").read_bytes()
    (kept,) = context.read(handed_prints)
    assert kept.how is HowHanded.LOCKED
    assert context.read(sheet_of, kept.id) == pane.pdf()


def test_a_place_that_cannot_be_written_is_told_and_leaves_nothing(
    qtbot: QtBot, pane: PrintPane, context: Context, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Ask, "save_path", lambda *_: tmp_path / "gone" / "plan.pdf")
    _show(qtbot, pane, _long_plan(context, office))
    pane.save.click()
    _answer_save(qtbot, pane, "For a meeting")._on_save()

    qtbot.waitUntil(pane._done.isVisible)
    assert "not there" in pane._done.text()
    assert pane.save.isEnabled()
    assert context.read(handed_prints) == ()
    assert _acts(context) == [(Act.EXPORT, "For a meeting", "plan draft en")]


def test_a_file_that_could_not_be_made_is_not_in_the_log(
    qtbot: QtBot, pane: PrintPane, context: Context, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_pdf: bytes, _password: str) -> bytes:
        raise PrintFailed

    monkeypatch.setattr(Ask, "save_path", lambda *_: tmp_path / "plan.pdf")
    monkeypatch.setattr(print_work, "encrypted", fail)
    _show(qtbot, pane, _long_plan(context, office))
    pane.lock.click()
    _answer_save(qtbot, pane, "For a meeting", "blå kanin 7")._on_save()

    qtbot.waitUntil(pane._done.isVisible)
    assert list(tmp_path.glob("*.pdf")) == []
    assert _acts(context) == []


def test_what_cannot_be_logged_does_not_leave(
    qtbot: QtBot, pane: PrintPane, context: Context, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise StoreDamaged

    monkeypatch.setattr(Ask, "save_path", lambda *_: tmp_path / "plan.pdf")
    _show(qtbot, pane, _long_plan(context, office))
    monkeypatch.setattr(Context, "hand_out", refuse)
    pane.save.click()
    _answer_save(qtbot, pane, "For a meeting")._on_save()

    qtbot.waitUntil(pane._done.isVisible)
    assert not (tmp_path / "plan.pdf").exists()


def test_a_printer_that_takes_no_page_leaves_nothing_in_the_log(
    qtbot: QtBot, pane: PrintPane, context: Context, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def printer(*_: object) -> QPrinter:
        chosen = QPrinter(QPrinter.PrinterMode.HighResolution)
        chosen.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        chosen.setOutputFileName(str(tmp_path / "gone" / "paper.pdf"))
        return chosen

    monkeypatch.setattr(print_pane, "choose_printer", printer)
    _show(qtbot, pane, _long_plan(context, office))
    pane.send.click()

    qtbot.waitUntil(pane._done.isVisible)
    assert _acts(context) == []


def test_a_protected_family_is_looked_at_before_anything_leaves(
    qtbot: QtBot, pane: PrintPane, context: Context, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def refuse(_ask: Ask, _parent: QWidget, _title: str, text: str, _do: str, *, grave: bool) -> bool:
        asked.append(text)
        return not grave

    monkeypatch.setattr(Ask, "confirm", refuse)
    case = office.case(protected=True, address="Åparken 12")
    office.plan(case, purpose="Bor på Åparken 12")
    _show(qtbot, pane, plan_order(context, case.id))
    assert "Alma Kjær" in pane._warning.text()

    for button in (pane.send, pane.save, pane.lock):
        button.click()

    assert len(asked) == 3
    assert "tells the address" in asked[0]
    assert pane.findChildren(SavePrint) == []
    assert _acts(context) == []


def test_many_warnings_are_counted_until_they_are_wanted(
    qtbot: QtBot, pane: PrintPane, context: Context, office: Office
) -> None:
    told = [f"Se på {name}" for name in ("Alma", "Bo", "Carl", "Ditte")]
    order = _long_plan(context, office)
    _show(qtbot, pane, replace(order, warnings=tuple(told[:3])))
    assert pane._warning.text() == "\n".join(told[:3])
    _show(qtbot, pane, replace(order, warnings=tuple(told)))
    assert pane._warning.text() == "Se på Alma\nSe på Bo\nand 2 more"
    (show_all,) = [b for b in pane._warning.findChildren(QAbstractButton) if b.isVisible()]
    qtbot.keyClick(show_all, Qt.Key.Key_Return)
    assert pane._warning.text() == "\n".join(told)
    assert not show_all.isVisible()


def test_pages_go_to_the_printer_that_was_chosen_and_into_the_log(
    qtbot: QtBot, pane: PrintPane, context: Context, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def printer(_parent: QWidget, _pdf: bytes, title: str, _page: int) -> QPrinter:
        chosen = QPrinter(QPrinter.PrinterMode.HighResolution)
        chosen.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        chosen.setOutputFileName(str(tmp_path / "paper.pdf"))
        chosen.setDocName(title)
        chosen.setFullPage(True)
        return chosen

    monkeypatch.setattr(print_pane, "choose_printer", printer)
    _show(qtbot, pane, _long_plan(context, office))
    with qtbot.waitSignal(pane.handed_out, timeout=20_000):
        pane.send.click()

    paper = PdfReader(tmp_path / "paper.pdf")
    assert len(paper.pages) == pane.preview.page_count()
    assert paper.metadata is not None
    assert "Alma" not in (paper.metadata.title or "")
    assert _acts(context) == [(Act.PRINT, "casework", "plan draft en")]
    (kept,) = context.read(handed_prints)
    assert kept.how is HowHanded.PRINTED
    assert context.read(sheet_of, kept.id) == pane.pdf()


def test_a_sheet_is_handed_out_again_as_it_was(
    qtbot: QtBot, pane: PrintPane, context: Context, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Ask, "save_path", lambda *_: tmp_path / "plan.pdf")
    order = _long_plan(context, office)
    _show(qtbot, pane, order)
    pane.save.click()
    with qtbot.waitSignal(pane.handed_out):
        _answer_save(qtbot, pane, "For a meeting")._on_save()
    (kept,) = context.read(handed_prints)
    plan = context.read(plans.plan_of_case, order.case_ids[0])
    assert plan is not None
    context.write(plans.save_plan, replace(plan, purpose="Nu anderledes"), TODAY)

    again = kept_order(context, kept)
    pane.language.set_value("da")
    _show(qtbot, pane, again)
    assert not pane.language.isVisible()
    assert pane.pdf() == (tmp_path / "plan.pdf").read_bytes()
    assert "Ro og skole" in pane.preview.text()
    pane.save.click()
    with qtbot.waitSignal(pane.handed_out):
        _answer_save(qtbot, pane, "For the family")._on_save()

    (once,) = (one for one in context.read(handed_prints) if one.id != kept.id)
    assert once.purpose == "For the family"
    assert replace(once, id=kept.id, at=kept.at, purpose=kept.purpose) == kept
    looked = [e.detail for e in context.read(entries, case_id=order.case_ids[0]) if e.act is Act.LOOK_UP]
    assert looked == ["kept plan draft en"]
    assert _acts(context)[0] == (Act.EXPORT, "For the family", "plan draft en")


def test_an_old_sheet_tells_who_has_become_protected_since(context: Context, office: Office) -> None:
    case = office.case()
    order = plan_order(context, case.id)
    handing_out(context, order, b"%PDF", context.words, HowHanded.PRINTED, 1).carry_out(lambda leave: leave())
    (kept,) = context.read(handed_prints)
    assert kept_order(context, kept).warnings == ()
    child = context.read(case_and_child, case.id).child
    context.write(people.save_person, replace(child, protected=True), TODAY)
    assert "Alma Kjær" in kept_order(context, kept).warnings[0]


def test_a_print_of_the_caseload_is_kept_as_one_of_all_who_are_on_it(context: Context, office: Office) -> None:
    cases = {office.case(name).id for name in ("Alma", "Noah")}
    order = summary_order(context)
    handing_out(context, order, b"%PDF", context.words, HowHanded.PRINTED, 1).carry_out(lambda leave: leave())
    (kept,) = context.read(handed_prints)
    assert (set(kept.case_ids), kept.of_caseload) == (cases, True)
    office.case("Emil")
    again = handing_out(context, kept_order(context, kept), b"%PDF", context.words, HowHanded.PRINTED, 1)
    assert set(again.handed.case_ids) == cases
    assert again.logged_of == ("",)


def test_the_words_of_a_page_are_copied_after_the_log_knows(
    qtbot: QtBot, pane: PrintPane, context: Context, office: Office
) -> None:
    _show(qtbot, pane, _long_plan(context, office))
    qtbot.keyClick(pane.preview.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == pane.preview.text()
    assert _acts(context) == [(Act.EXPORT, "casework", "plan draft en copied")]
    assert "words copied" in pane._done.text()


def test_a_computer_without_a_printer_is_told_what_to_do(
    qtbot: QtBot, pane: PrintPane, context: Context, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    _show(qtbot, pane, _long_plan(context, office))
    pane.send.click()
    assert "no printer" in pane._done.text()
    assert pane.send.isEnabled()
    assert _acts(context) == []


def test_no_printer_chosen_is_no_print(
    qtbot: QtBot, pane: PrintPane, context: Context, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_pane, "choose_printer", lambda *_: None)
    _show(qtbot, pane, _long_plan(context, office))
    pane.send.click()
    assert _acts(context) == []


def test_what_is_stopped_is_not_shown(qtbot: QtBot, pane: PrintPane, context: Context, office: Office) -> None:
    order = _long_plan(context, office)
    pane.show_order(order)
    pane.work.cancel.click()
    context.background.close()  # waits for the worker
    qtbot.wait(20)
    assert pane.pdf() == b""
    assert not pane.send.isEnabled()


def test_a_print_that_is_no_longer_asked_for_shows_no_progress(
    qtbot: QtBot, pane: PrintPane, context: Context, office: Office
) -> None:
    pane.show_order(_long_plan(context, office))
    pane.work.show()
    pane.show_order(None)
    assert not pane.work.is_telling()
    assert not pane.send.isEnabled()
    pane.show_order(_long_plan(context, office))
    pane.show_order(None)
    assert not pane.work.is_telling()


def test_several_children_become_one_file_and_a_line_in_the_log_for_each(
    qtbot: QtBot, pane: PrintPane, context: Context, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Ask, "save_path", lambda *_: tmp_path / "all.pdf")
    cases = [office.case(name) for name in ("Alma", "Noah")]
    for case in cases:
        office.plan(case)
        office.map(case, office.person(case))
    orders = [plan_order(context, cases[0].id), plan_order(context, cases[1].id), map_order(context, cases[1].id)]
    _show(qtbot, pane, joined(orders, "Prints", TODAY))
    pane.save.click()
    with qtbot.waitSignal(pane.handed_out):
        _answer_save(qtbot, pane, "For a meeting")._on_save()

    pages = PdfReader(tmp_path / "all.pdf").pages
    assert ["plan for Alma" in page.extract_text() for page in pages][:2] == [True, False]
    assert [e.case_id for e in context.read(entries) if e.act is Act.EXPORT] == [cases[1].id, cases[0].id]


def test_a_version_prints_what_was_frozen(qtbot: QtBot, pane: PrintPane, context: Context, office: Office) -> None:
    case = office.case()
    plan = office.plan(case, purpose="Som det var")
    document = context.read(plan_document, case.id, context.catalogue, TODAY - timedelta(days=9), number=1)
    context.write(plans.issue_plan, case.id, document, TODAY - timedelta(days=9), "Alma")
    context.write(plans.save_plan, replace(plan, purpose="Som det er nu"), TODAY)
    (version,) = context.read(plans.versions_of_case, case.id)

    order = plan_order(context, case.id, version)
    _show(qtbot, pane, order)

    assert "Som det var" in pane.preview.text()
    assert order.file_name(context.words) == f"forlaens-plan-v1-{(TODAY - timedelta(days=9)).isoformat()}.pdf"


def test_the_summary_is_shown_in_a_window_of_its_own_and_esc_closes(
    qtbot: QtBot, context: Context, office: Office
) -> None:
    office.case()
    window = PrintDocument(context, summary_order(context))
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: "Alma K." in window.pane.preview.text())
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert window.result() == QDialog.DialogCode.Rejected


def test_names_of_files_hold_no_names_of_people(context: Context, office: Office) -> None:
    case = office.case("Alma", "Kjær", municipal_number="27.03-P07-1")
    office.plan(case)
    orders: Sequence[PrintOrder] = [plan_order(context, case.id), map_order(context, case.id), summary_order(context)]
    for order in (*orders, joined(orders, "", TODAY)):
        assert order.file_name(context.words).startswith("forlaens-")
        assert "lma" not in order.file_name(context.words) + order.code
        assert order.file_name(Words("da")).isascii()  # whatever system it is handed on to
