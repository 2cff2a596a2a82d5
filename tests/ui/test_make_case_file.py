"""Making a case file: entries are ticked, words are marked, and everything is kept and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from app.core.records.case import Case
from app.core.records.decision import AccessRequest
from app.services.file_access import choices_of, selections_of_case
from app.services.journal import save_entry
from app.services.store import Store
from app.ui.context import Context
from app.ui.dialogs.make_case_file import MakeCaseFile
from app.ui.dialogs.print_document import PrintDocument
from app.ui.pages.case.complaints_tab import ComplaintsTab
from app.ui.prints.case_file import CaseFile, case_file_order
from app.ui.prints.registry import CASE_FILE, PRINTS
from app.words import Words
from tests.conftest import TODAY
from tests.factories import Office


@pytest.fixture
def office(office: Office, context: Context) -> Office:
    """Writes as the program does, so that the window hears of it."""
    return replace(office, store=cast(Store, context))


@pytest.fixture
def case(office: Office) -> Case:
    case = office.case("Alma", "Kjær")
    office.person(case, "Ole", last_name="Vang", protected=True)
    office.person(case, "Karen", last_name="Kjær")
    office.note(case, "👧 Ole kom. Karen så Oles bil.")
    office.note(case, "Intet nyt om Ole Vang.")
    return case


@pytest.fixture
def request_(office: Office, case: Case) -> AccessRequest:
    return office.access_request(case, asked_by="Karen Kjær")


def window(qtbot: QtBot, context: Context, case: Case, request: AccessRequest | None = None) -> MakeCaseFile:
    made = MakeCaseFile(context, case.id, request)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def lines(made: MakeCaseFile) -> list[str]:
    return [made.entries.list.item(row).text() for row in range(made.entries.list.count())]


def row_of(made: MakeCaseFile, word: str) -> int:
    """The row whose text holds a word."""
    for row in range(made.entries.list.count()):
        made.entries.list.setCurrentRow(row)
        if word in made.entry.text.toPlainText():
            return row
    raise AssertionError(word)


def mark(made: MakeCaseFile, words: str) -> None:
    """Mark these words as with the mouse."""
    text = made.entry.text.toPlainText()
    before = len(text[: text.index(words)].encode("utf-16-le")) // 2
    cursor = made.entry.text.textCursor()
    cursor.setPosition(before)
    cursor.setPosition(before + len(words.encode("utf-16-le")) // 2, QTextCursor.MoveMode.KeepAnchor)
    made.entry.text.setTextCursor(cursor)


def kept(context: Context, case: Case) -> dict[str, tuple[str, ...]]:
    """The words kept back, by entry."""
    (selection,) = context.read(selections_of_case, case.id)
    return {key: tuple(p.text for p in c.passages) for key, c in context.read(choices_of, selection.id).items()}


def test_a_request_is_answered_by_its_own_selection(
    qtbot: QtBot, context: Context, case: Case, request_: AccessRequest
) -> None:
    made = window(qtbot, context, case, request_)
    assert made.selection().asked_by == "Karen Kjær"
    assert made.selection().received_on == TODAY
    made.entry.why.set_value("internal")
    made.entry.leave.click()
    made.reject()
    again = window(qtbot, context, case, request_)
    assert again.entries.list.item(0).checkState() == Qt.CheckState.Unchecked
    assert context.read(selections_of_case, case.id)[0].request_id == request_.id
    assert window(qtbot, context, case).selection() == again.selection(), "the only open request is the one answered"


def test_whoever_asks_and_the_child_are_not_told_as_others(
    qtbot: QtBot, context: Context, case: Case, request_: AccessRequest
) -> None:
    made = window(qtbot, context, case, request_)
    row_of(made, "bil")
    offered = [made.entry.named.combo.itemText(n) for n in range(made.entry.named.combo.count())]
    assert [text for text in offered if "(" in text] == ["Ole Vang (2), protected"]
    assert any("names Ole Vang" in line for line in lines(made))


def test_a_tick_taken_away_asks_why_and_comes_back(
    qtbot: QtBot, context: Context, case: Case, request_: AccessRequest
) -> None:
    made = window(qtbot, context, case, request_)
    made.entries.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert "Choose first why" in made.entry.said()
    assert made.entries.list.item(0).checkState() == Qt.CheckState.Checked
    made.entry.why.set_value("confidence")
    made.entries.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert "Said by the child in confidence" in made.entries.list.item(0).text()
    assert "2 of 3 are given" in made.entries.count.text()
    made.entries.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert "3 of 3 are given" in made.entries.count.text()


def test_marked_words_are_kept_back_by_the_letter_behind_a_picture(
    qtbot: QtBot, context: Context, case: Case, request_: AccessRequest
) -> None:
    made = window(qtbot, context, case, request_)
    row_of(made, "bil")
    made.entry.keep.click()
    assert "Choose first why" in made.entry.said()
    made.entry.why.set_value("third_party")
    made.entry.keep.click()
    assert "Mark the words" in made.entry.said()
    mark(made, "så Oles bil")
    made.entry.keep.click()
    assert ("så Oles bil",) in kept(context, case).values()
    assert len(made.entry.text.extraSelections()) == 3
    mark(made, "Text\n👧")
    made.entry.keep.click()
    assert ("så Oles bil", "👧") in kept(context, case).values()
    context.undo()
    assert ("så Oles bil",) in kept(context, case).values()
    made.entry.give.click()
    assert () in kept(context, case).values()


def test_each_mention_is_kept_back_here_or_everywhere_when_somebody_says_so(
    qtbot: QtBot, context: Context, case: Case, request_: AccessRequest
) -> None:
    made = window(qtbot, context, case, request_)
    row_of(made, "bil")
    made.entry.each.click()
    assert "Choose first why" in made.entry.said()
    made.entry.why.set_value("third_party")
    made.entry.each.click()
    assert sorted(kept(context, case).values()) == [("Ole", "Oles")]
    made.entry.everywhere.click()
    assert sorted(kept(context, case).values()) == [("Ole", "Oles"), ("Ole Vang",), ("Ole Vang",)]
    assert "4 places kept back" in made.entries.count.text()


def test_without_a_name_of_who_asks_nothing_is_kept(qtbot: QtBot, context: Context, case: Case) -> None:
    made = window(qtbot, context, case)
    made.entry.why.set_value("internal")
    made.entry.leave.click()
    assert made.form.problem_at("asked_by")
    assert context.read(selections_of_case, case.id) == ()
    made._print.click()
    assert not made.findChildren(PrintDocument)
    made.reject()


def test_the_period_narrows_the_entries(qtbot: QtBot, context: Context, case: Case, request_: AccessRequest) -> None:
    made = window(qtbot, context, case, request_)
    last = made.form.field("last")
    last.restore("nonsense")
    last.edited.emit()
    assert made.entries.list.count() == 3
    last.set_value(TODAY.replace(year=2020))
    last.edited.emit()
    assert made.entries.list.count() == 0
    assert "nothing in this period" in made.entry.title.text()
    assert not made._print.isEnabled()
    made.entry.leave.click()
    made._on_leave()
    made._on_keep()
    made._on_give()


def test_it_is_looked_at_printed_and_noted_as_given(
    qtbot: QtBot, context: Context, case: Case, request_: AccessRequest
) -> None:
    made = window(qtbot, context, case, request_)
    made._print.click()
    (shown,) = made.findChildren(PrintDocument)
    with qtbot.waitSignal(shown.pane.shown, timeout=10_000):
        pass
    shown.pane.handed_out.emit()
    shown.pane.handed_out.emit()
    (selection,) = context.read(selections_of_case, case.id)
    assert selection.given_on == TODAY
    shown.reject()


def test_words_changed_after_they_were_marked_are_told_before_it_leaves(
    qtbot: QtBot, office: Office, context: Context, case: Case, request_: AccessRequest
) -> None:
    made = window(qtbot, context, case, request_)
    row_of(made, "Intet nyt")
    made.entry.why.set_value("third_party")
    made.entry.each.click()
    entry = office.note(case, "x")
    (key,) = kept(context, case)
    context.write(save_entry, replace(entry, id=key.partition(":")[2], text="Slet intet nyt."), TODAY)
    assert any("changed since, look again" in line for line in lines(made))
    (selection,) = context.read(selections_of_case, case.id)
    _, changed, protected = case_file_order(context, selection).warnings
    assert "1 entry was changed" in changed
    assert "Ole Vang has address protection" in protected


def test_the_prints_offer_the_selection_made_last(qtbot: QtBot, office: Office, context: Context, case: Case) -> None:
    (offered,) = (one for one in PRINTS if one.key == CASE_FILE)
    choice = offered.choose(context)
    assert isinstance(choice, CaseFile)
    qtbot.addWidget(choice)
    assert choice.orders([case.id]) == []
    choice.offer([case.id, "other"])
    assert not choice.choose.isEnabled()
    choice.offer([case.id])
    choice.choose.click()
    (made,) = choice.findChildren(MakeCaseFile)
    made.form.set_values({"asked_by": "Peter"})
    made.reject()
    (order,) = choice.orders([case.id])
    assert "Nothing was decided" in order.warnings[1]
    words = Words("da")
    assert order.file_name(words) == f"forlaens-aktindsigt-{TODAY.isoformat()}.pdf"
    assert order.draw(words, lambda: None).startswith(b"%PDF")


def test_a_request_leads_to_its_file(
    qtbot: QtBot, office: Office, context: Context, case: Case, request_: AccessRequest
) -> None:
    tab = ComplaintsTab(context)
    qtbot.addWidget(tab)
    tab.show_case(case.id)
    tab.show()
    tab.table.select(request_.id)
    tab.detail._file.click()
    (made,) = tab.findChildren(MakeCaseFile)
    assert made.selection().request_id == request_.id
    complaint = office.complaint(case)
    tab.table.select(complaint.id)
    assert not tab.detail._file.isVisible()
