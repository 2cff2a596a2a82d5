"""Phrases in the texts of a plan: one key, a few letters and Enter; kept and edited where they are used."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.core.records.case import Case
from app.core.records.plan import Goal, SubGoal
from app.core.records.snippet import Snippet, SnippetKind
from app.services.drafts import drafts
from app.services.plans import plan_of_case
from app.services.snippets import all_snippets, save_snippet
from app.ui.context import Context
from app.ui.dialogs.edit_snippet import EditSnippet
from app.ui.dialogs.pick_snippet import PickSnippet
from app.ui.pages.case.plan_tab import PlanTab
from tests.factories import Office
from tests.ui.plan_desk import OpenPlan, fields_of, purpose_of


@pytest.fixture
def case(office: Office) -> Case:
    return office.case("Alma")


@pytest.fixture
def tab(opened_plan: OpenPlan, office: Office, case: Case) -> PlanTab:
    office.plan(case, Goal(goal="Skole", sub_goals=(SubGoal(what="Bus"),)), purpose="Ro")
    return opened_plan(case)


def _asked(qtbot: QtBot, tab: PlanTab) -> PickSnippet:
    dialog = tab.window().findChildren(PickSnippet)[-1]
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def _kept(context: Context) -> list[str]:
    return [one.text for one in context.read(all_snippets)]


def test_a_key_some_letters_and_enter_put_a_phrase_in_with_the_childs_name(
    qtbot: QtBot, context: Context, case: Case, tab: PlanTab
) -> None:
    context.write(save_snippet, Snippet(kind=SnippetKind.COMMENT, text="Vi er enige"))
    context.write(save_snippet, Snippet(kind=SnippetKind.PURPOSE, text="[barnet] har en tryg hverdag"))
    edit = purpose_of(tab)
    edit.setFocus()
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    qtbot.keyClick(edit, Qt.Key.Key_F6)
    dialog = _asked(qtbot, tab)
    assert dialog.typed.hasFocus()
    assert dialog.list.lines()[1].text == "Alma har en tryg hverdag"

    qtbot.keyClicks(dialog.typed, "tryg")
    assert len(dialog.list.lines()) == 2
    qtbot.keyClick(dialog.typed, Qt.Key.Key_Return)

    assert edit.toPlainText() == "Ro Alma har en tryg hverdag"
    tab.activateWindow()
    qtbot.waitUntil(edit.hasFocus)
    edit.undo()
    assert edit.toPlainText() == "Ro"
    edit.redo()
    tab.saving.keeper.settle()
    plan = context.read(plan_of_case, case.id)
    assert plan is not None
    assert plan.purpose == "Ro Alma har en tryg hverdag"


def test_the_arrow_leads_into_the_list_and_back(qtbot: QtBot, context: Context, tab: PlanTab) -> None:
    for text in ("Anden", "Bedste"):
        context.write(save_snippet, Snippet(kind=SnippetKind.PURPOSE, text=text))
    edit = purpose_of(tab)
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_F6)
    dialog = _asked(qtbot, tab)
    qtbot.keyClick(dialog.typed, Qt.Key.Key_Down)
    assert dialog.list.hasFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Up)
    assert dialog.typed.hasFocus()
    qtbot.keyClick(dialog.typed, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert edit.toPlainText() == "Bedste Ro"


def test_a_step_takes_a_phrase_on_one_line_and_counts_as_edited(
    qtbot: QtBot, context: Context, case: Case, tab: PlanTab
) -> None:
    context.write(save_snippet, Snippet(kind=SnippetKind.SUB_GOAL, text="Følges ind\naf klasselæreren"))
    line = fields_of(tab).sub_goals.rows[0].what.edit
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_F6)
    qtbot.keyClick(_asked(qtbot, tab).typed, Qt.Key.Key_Return)
    assert line.text() == "Følges ind af klasselæreren"
    tab.saving.keeper.settle()
    plan = context.read(plan_of_case, case.id)
    assert plan is not None
    assert plan.goals[0].sub_goals[0].what == "Følges ind af klasselæreren"


def test_chosen_words_are_kept_without_the_childs_name(qtbot: QtBot, context: Context, tab: PlanTab) -> None:
    edit = purpose_of(tab)
    edit.setFocus()
    edit.setPlainText("Alma sover i Almas egen seng")
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_F6)
    dialog = _asked(qtbot, tab)
    assert dialog._none.isVisible()
    assert dialog.keep.hasFocus()
    assert not dialog.insert.isEnabled()
    dialog.keep.click()
    form = dialog.findChildren(EditSnippet)[-1]
    assert form.form.values() == {"kind": "purpose", "text": "[child] sover i [child]s egen seng"}
    form.save_button.click()

    assert _kept(context) == ["[child] sover i [child]s egen seng"]
    assert dialog.list.lines()[1].text == "Alma sover i Almas egen seng"
    assert context.read(drafts) == ()


def test_a_childs_name_in_a_phrase_is_told_before_it_is_saved_and_can_be_passed(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    office.case("Noah")
    dialog = EditSnippet(context, Snippet(), is_new=True)
    qtbot.addWidget(dialog)
    dialog.form.set_values({"text": "Noah sover", "kind": "goal"})
    dialog.save_button.click()
    assert _kept(context) == []
    assert "Noah" in dialog.form.problem_at("text")
    dialog.save_button.click()
    assert _kept(context) == ["Noah sover"]


def test_an_empty_phrase_is_not_kept(qtbot: QtBot, context: Context) -> None:
    dialog = EditSnippet(context, Snippet(), is_new=True)
    qtbot.addWidget(dialog)
    dialog.save_button.click()
    assert dialog.form.problem_at("text")
    assert _kept(context) == []


def test_a_phrase_is_edited_and_removed_in_the_list_and_comes_back(qtbot: QtBot, context: Context) -> None:
    context.write(save_snippet, Snippet(kind=SnippetKind.GOAL, text="Første"))
    context.write(save_snippet, Snippet(kind=SnippetKind.GOAL, text="Zebra " + "x" * 400))
    dialog = PickSnippet(context, SnippetKind.GOAL, "Alma")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.list.lines()[2].text.endswith(" …")
    assert dialog.keep.isHidden()
    dialog.edit.click()
    form = dialog.findChildren(EditSnippet)[-1]
    form.form.set_values({"text": "Først"})
    form.save_button.click()
    assert sorted(_kept(context))[0] == "Først"

    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert _kept(context) == ["Zebra " + "x" * 400]
    dialog._done.findChildren(QPushButton)[0].click()
    assert len(_kept(context)) == 2

    dialog.new.click()
    form = dialog.findChildren(EditSnippet)[-1]
    assert form.form.values()["text"] == ""
    form.form.set_values({"text": "Åben dør"})
    form.save_button.click()
    assert dialog._chosen() is not None
    assert [line.text for line in dialog.list.lines() if line.key == dialog.list.current_key()] == ["Åben dør"]
    assert dialog.focusWidget() is dialog.typed
    qtbot.keyClicks(dialog.typed, "findes ikke")
    assert dialog._nothing.isVisible()
    dialog._on_edit()
    dialog._on_remove()
    dialog._on_insert()
    assert len(_kept(context)) == 3


def test_the_button_stands_at_the_text_one_writes_in(qtbot: QtBot, tab: PlanTab) -> None:
    buttons = [b for b in tab.form.why.findChildren(QPushButton) if b.text() == "Phrases"]
    assert len(buttons) == 3
    assert not any(button.isVisible() for button in buttons)
    purpose_of(tab).setFocus()
    assert [button.isVisible() for button in buttons] == [True, False, False]
    buttons[0].click()
    assert _asked(qtbot, tab).isVisible()


def test_the_childs_own_words_are_no_phrase(tab: PlanTab) -> None:
    assert not [b for b in fields_of(tab).form.row("own_words").findChildren(QPushButton) if b.text() == "Phrases"]
