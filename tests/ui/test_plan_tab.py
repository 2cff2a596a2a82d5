"""The plan is edited in place: nothing typed is lost, and one key takes back step by step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.errors import Problem
from app.core.records.case import Case
from app.core.records.follow_up import GoalScore, Informant
from app.core.records.plan import Goal, GoalStatus, Plan, PlanKind, SubGoal
from app.services import drafts
from app.services.documents import plan_document
from app.services.plans import issue_plan, next_number, save_plan, versions_of_case
from app.ui.ask import Ask
from app.ui.context import Context, Destination, Place
from app.ui.dialogs.issue_plan import IssuePlan
from app.ui.dialogs.print_document import PrintDocument
from app.ui.widgets.text_fields import LineField
from tests.conftest import TODAY
from tests.factories import Office
from tests.ui.plan_desk import OpenPlan, fields_of, purpose_of, stored, text_of


def _issue(context: Context, case: Case) -> None:
    number = context.read(next_number, case.id)
    document = context.read(plan_document, case.id, context.catalogue, TODAY, number=number)
    context.write(issue_plan, case.id, document, TODAY, "Alma")


def _type(qtbot: QtBot, widget: QWidget, text: str) -> None:
    widget.setFocus()
    qtbot.keyClicks(widget, text)


def test_a_case_without_a_plan_begins_the_kind_the_law_asks_for(
    context: Context, office: Office, opened_plan: OpenPlan
) -> None:
    case = office.case(birth_date=date(2009, 1, 1))
    tab = opened_plan(case)
    assert tab._stack.currentIndex() == 0

    tab._empty.button.click()

    plan = stored(context, case)
    assert (plan.kind, plan.legal_basis) == (PlanKind.YOUTH_PLAN, "barnets lov § 108")
    assert tab._stack.currentIndex() == 1


def test_the_key_for_a_goal_begins_the_plan_where_there_is_none(
    context: Context, office: Office, opened_plan: OpenPlan, qtbot: QtBot
) -> None:
    """A goal added to the form behind the empty page would hold the cursor where nobody sees it."""
    case = office.case()
    tab = opened_plan(case)
    qtbot.keyClick(tab, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert stored(context, case).case_id == case.id
    (card,) = tab.form.goals.cards
    assert card.isVisible()
    qtbot.waitUntil(lambda: (field := QApplication.focusWidget()) is not None and card.isAncestorOf(field))


def test_no_key_issues_or_copies_the_plan_of_the_case_before(
    context: Context, office: Office, opened_plan: OpenPlan, qtbot: QtBot
) -> None:
    case, other = office.case(), office.case()
    context.write(save_plan, Plan(case_id=case.id, purpose="Alma trives"), TODAY)
    _issue(context, case)
    tab = opened_plan(case)
    tab.show_case(other.id)
    QApplication.clipboard().setText("untouched")
    for key in (Qt.Key.Key_U, Qt.Key.Key_C):
        qtbot.keyClick(tab, key, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert tab.findChildren(IssuePlan) == []
    assert QApplication.clipboard().text() == "untouched"
    (version,) = context.read(versions_of_case, case.id)
    assert version.transferred_on is None


def test_leaving_a_field_makes_what_was_typed_the_plan(
    qtbot: QtBot, context: Context, office: Office, opened_plan: OpenPlan
) -> None:
    case = office.case()
    office.plan(case)
    tab = opened_plan(case)
    _type(qtbot, purpose_of(tab), "Ro <b>&")
    assert stored(context, case).purpose == ""

    tab.form.why.field("measure_reason").setFocus()

    assert stored(context, case).purpose == "Ro <b>&"
    assert context.read(drafts.drafts) == ()


def test_a_pause_makes_it_the_plan_too_and_the_cursor_stays(
    qtbot: QtBot, context: Context, office: Office, opened_plan: OpenPlan
) -> None:
    case = office.case()
    office.plan(case)
    tab = opened_plan(case)
    _type(qtbot, purpose_of(tab), "Ro ")
    qtbot.waitUntil(lambda: stored(context, case).purpose == "Ro", timeout=4000)
    _type(qtbot, purpose_of(tab), "og skole")
    assert purpose_of(tab).toPlainText() == "Ro og skole"


def test_what_was_typed_a_moment_ago_survives_a_killed_program(
    qtbot: QtBot, context: Context, office: Office, opened_plan: OpenPlan
) -> None:
    case = office.case()
    office.plan(case, Goal(goal="Skole", sub_goals=(SubGoal(what="Bus"),)))
    tab = opened_plan(case)
    day = fields_of(tab).sub_goals.rows[0].deadline.edit
    day.setFocus()
    qtbot.keyClicks(day, "31-02-2027")
    _type(qtbot, purpose_of(tab), "Ro")
    qtbot.waitUntil(lambda: '"Ro"' in str(context.read(drafts.drafts)), timeout=1500)
    tab.saving.keeper.rest()  # killed: neither pause nor leaving comes
    tab.saving.keeper.blockSignals(True)

    again = opened_plan(case)

    assert purpose_of(again).toPlainText() == "Ro"
    assert fields_of(again).sub_goals.rows[0].deadline.edit.text() == "31-02-2027"


def test_the_key_takes_back_letters_first_and_then_what_was_saved(
    qtbot: QtBot, context: Context, office: Office, opened_plan: OpenPlan
) -> None:
    case = office.case()
    office.plan(case, purpose="Først")
    tab = opened_plan(case)
    edit = purpose_of(tab)
    edit.selectAll()
    _type(qtbot, edit, "Siden")
    tab.saving.keeper.settle()
    _type(qtbot, edit, " mere")
    undo = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    qtbot.keyClick(edit, *undo)
    assert edit.toPlainText() == "Siden"
    qtbot.keyClick(edit, *undo)
    assert edit.toPlainText() == "Først"
    assert stored(context, case).purpose == "Først"
    tab.saving.keeper.settle()
    assert stored(context, case).purpose == "Først"


def test_a_new_goal_waits_in_the_draft_until_it_says_something(
    qtbot: QtBot, context: Context, office: Office, opened_plan: OpenPlan
) -> None:
    case = office.case()
    office.plan(case, Goal(goal="Skole"))
    tab = opened_plan(case)
    tab.form.goals.add.click()
    _type(qtbot, text_of(tab, "own_words", 1), "Jeg vil spille fodbold")
    tab.saving.keeper.settle()
    assert len(stored(context, case).goals) == 1
    assert fields_of(tab, 1).form.problem_at("goal") == ""
    assert len(context.read(drafts.drafts)) == 1

    _type(qtbot, text_of(tab, "goal", 1), "Fodbold hver uge")
    purpose_of(tab).setFocus()

    goals = stored(context, case).goals
    assert [(goal.goal, goal.own_words) for goal in goals][1] == ("Fodbold hver uge", "Jeg vil spille fodbold")
    assert context.read(drafts.drafts) == ()


def test_a_goal_whose_words_were_deleted_is_told_at_the_goal_and_kept_in_the_store(
    qtbot: QtBot, context: Context, office: Office, opened_plan: OpenPlan
) -> None:
    case = office.case()
    office.plan(case, Goal(goal="Skole"))
    tab = opened_plan(case)
    text_of(tab, "goal").setFocus()
    text_of(tab, "goal").selectAll()
    qtbot.keyClick(text_of(tab, "goal"), Qt.Key.Key_Delete)

    tab.form.why.field("purpose").setFocus()

    assert "Goal 1 says nothing yet" in fields_of(tab).form.problem_at("goal")
    assert stored(context, case).goals[0].goal == "Skole"
    assert QApplication.focusWidget() is purpose_of(tab)


def test_goals_are_moved_by_keys_and_the_cursor_goes_along(
    qtbot: QtBot, context: Context, office: Office, opened_plan: OpenPlan
) -> None:
    case = office.case()
    office.plan(case, Goal(goal="A"), Goal(goal="B"))
    tab = opened_plan(case)
    edit = text_of(tab, "own_words")
    edit.setFocus()
    alt = Qt.KeyboardModifier.AltModifier

    qtbot.keyClick(edit, Qt.Key.Key_Down, alt)
    assert [goal.goal for goal in stored(context, case).goals] == ["B", "A"]
    assert QApplication.focusWidget() is edit
    qtbot.keyClick(edit, Qt.Key.Key_Down, alt)
    assert [goal.goal for goal in stored(context, case).goals] == ["B", "A"]
    qtbot.keyClick(edit, Qt.Key.Key_Up, alt)
    assert [goal.goal for goal in stored(context, case).goals] == ["A", "B"]


def test_steps_are_added_moved_and_removed_within_their_goal(
    qtbot: QtBot, context: Context, office: Office, opened_plan: OpenPlan
) -> None:
    case = office.case()
    office.plan(case, Goal(goal="A", sub_goals=(SubGoal(what="Et"), SubGoal(what="To"))), Goal(goal="B"))
    tab = opened_plan(case)
    steps = fields_of(tab).sub_goals
    steps.add.click()
    _type(qtbot, steps.rows[2].what.edit, "Tre")
    qtbot.keyClick(steps.rows[2].what.edit, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(steps.rows[1].what.edit, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [sub.what for sub in stored(context, case).goals[0].sub_goals] == ["Tre", "Et", "To"]
    assert [goal.goal for goal in stored(context, case).goals] == ["A", "B"]

    steps.rows[1].removal.click()
    assert [sub.what for sub in stored(context, case).goals[0].sub_goals] == ["Tre", "To"]

    context.undo()
    assert [row.what.value() for row in steps.rows] == ["Tre", "Et", "To"]


def test_alt_down_in_a_day_opens_the_calendar_and_moves_nothing(
    qtbot: QtBot, office: Office, opened_plan: OpenPlan
) -> None:
    case = office.case()
    office.plan(case, Goal(goal="A", sub_goals=(SubGoal(what="Et"), SubGoal(what="To"))))
    tab = opened_plan(case)
    steps = fields_of(tab).sub_goals
    field = steps.rows[0].deadline
    field.edit.setFocus()
    qtbot.keyClick(field.edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert field.calendar().isVisible()
    field.calendar().hide()
    assert [row.what.value() for row in steps.rows] == ["Et", "To"]


def test_a_goal_taken_out_comes_back_by_undo_where_it_stood(
    context: Context, office: Office, opened_plan: OpenPlan
) -> None:
    case = office.case()
    plan = office.plan(case, Goal(goal="A"), Goal(goal="B"), Goal(goal="C"))
    tab = opened_plan(case)
    tab.form.goals.cards[1].head.remove.click()
    assert [goal.goal for goal in stored(context, case).goals] == ["A", "C"]
    context.undo()
    assert [card.goal() for card in tab.form.goals.cards] == list(plan.goals)


def test_an_undo_elsewhere_leaves_what_is_being_typed(
    qtbot: QtBot, context: Context, office: Office, opened_plan: OpenPlan
) -> None:
    case = office.case()
    plan = office.plan(case, purpose="Først")
    tab = opened_plan(case)
    tab.form.goals.add.click()
    _type(qtbot, text_of(tab, "own_words", 1), "Jeg vil")
    context.write(save_plan, replace(plan, purpose="Siden"), TODAY)
    assert purpose_of(tab).toPlainText() == "Siden"

    context.undo()

    assert purpose_of(tab).toPlainText() == "Først"
    assert text_of(tab, "own_words", 1).toPlainText() == "Jeg vil"


def test_going_to_another_case_saves_this_one(
    qtbot: QtBot, context: Context, office: Office, opened_plan: OpenPlan
) -> None:
    case, other = office.case(), office.case("Noah")
    office.plan(case)
    office.plan(other, Goal(goal="Ro"), purpose="Noahs")
    tab = opened_plan(case)
    _type(qtbot, purpose_of(tab), "Almas")

    tab.show_case(other.id)

    assert stored(context, case).purpose == "Almas"
    assert purpose_of(tab).toPlainText() == "Noahs"
    assert [card.goal().goal for card in tab.form.goals.cards] == ["Ro"]
    tab.hide()
    assert stored(context, other).purpose == "Noahs"


def test_a_store_that_cannot_be_written_says_so_and_the_text_stays(
    qtbot: QtBot, context: Context, office: Office, opened_plan: OpenPlan
) -> None:
    case = office.case()
    office.plan(case)
    tab = opened_plan(case)
    context.store.read_only = True
    _type(qtbot, purpose_of(tab), "Ro")
    tab.saving.keeper.settle()
    assert "Not saved" in tab.standing.text()
    assert purpose_of(tab).toPlainText() == "Ro"

    context.store.read_only = False
    _type(qtbot, purpose_of(tab), " og skole")
    tab.saving.keeper.settle()
    assert stored(context, case).purpose == "Ro og skole"


def test_the_kind_brings_its_paragraph(context: Context, office: Office, opened_plan: OpenPlan) -> None:
    case = office.case()
    office.plan(case, legal_basis="barnets lov § 91")
    tab = opened_plan(case)
    kind = tab.form.why.field("kind")
    kind.set_value(PlanKind.YOUTH_PLAN.value)
    kind.edited.emit()
    tab.saving.keeper.settle()
    assert (stored(context, case).kind, stored(context, case).legal_basis) == (
        PlanKind.YOUTH_PLAN,
        "barnets lov § 108",
    )


def test_twenty_five_long_goals_stand_closed_and_one_opens_where_it_is_led_to(
    qtbot: QtBot, context: Context, office: Office, opened_plan: OpenPlan
) -> None:
    case = office.case()
    plan = office.plan(case, *(Goal(goal=f"{n} " + "lang " * 400, own_words="Jeg " * 500) for n in range(25)))
    tab = opened_plan(case)
    cards = tab.form.goals.cards
    assert not any(card.is_open() for card in cards)
    assert all(card.height() < 140 for card in cards)

    tab.lead_to(Destination(Place.CASE, case.id, "plan", plan.goals[20].id))

    qtbot.waitUntil(lambda: not cards[20].visibleRegion().isEmpty())
    assert [card.is_open() for card in cards].index(True) == 20
    assert stored(context, case) == plan


def test_all_goals_open_and_close_and_a_click_on_the_head_does_it_for_one(
    qtbot: QtBot, office: Office, opened_plan: OpenPlan
) -> None:
    case = office.case()
    office.plan(case, *(Goal(goal=str(n)) for n in range(4)))
    tab = opened_plan(case)
    cards = tab.form.goals.cards
    tab.form.goals._open_all.click()
    qtbot.waitUntil(lambda: all(card.is_open() for card in cards))
    tab.form.goals._close_all.click()
    assert not any(card.is_open() for card in cards)
    qtbot.mouseClick(cards[2].head.title, Qt.MouseButton.LeftButton)
    assert [card.is_open() for card in cards] == [False, False, True, False]


def test_scores_of_each_informant_stand_at_their_goal(office: Office, opened_plan: OpenPlan) -> None:
    case = office.case()
    measure = office.measure(case)
    goal = Goal(goal="Skole", target=9, status=GoalStatus.UNDER_WAY)
    office.plan(case, goal)
    scores = (
        GoalScore(goal_id=goal.id, informant=Informant.CHILD, value=8),
        GoalScore(goal_id=goal.id, informant=Informant.SCHOOL, value=5),
    )
    office.held(case, measure, on=TODAY - timedelta(days=4), scores=scores)
    tab = opened_plan(case)
    card = tab.form.goals.cards[0]
    assert "The child 8, The school 5 · target 9" in card.head.quiet.text()


def test_a_version_is_issued_after_its_warnings_were_read_and_opens_as_it_was(
    qtbot: QtBot, context: Context, office: Office, opened_plan: OpenPlan
) -> None:
    case = office.case()
    office.plan(case, Goal(goal="Skole"), Goal(goal="Sove"), purpose="Ro")
    tab = opened_plan(case)
    tab.issue.click()
    (dialog,) = tab.findChildren(IssuePlan)
    dialog.form.set_values({"given_to": "Alma, mor"})
    dialog._on_save()
    assert context.read(versions_of_case, case.id) == ()
    assert "own words are missing at goals 1 and 2." in dialog.form.problem_at("")
    assert dialog.save_button.text() == "Issue anyway"
    dialog._on_save()

    (version,) = context.read(versions_of_case, case.id)
    assert (version.number, version.issued_on, version.given_to) == (1, TODAY, "Alma, mor")
    (line,) = tab.versions.lines()
    assert (line.lead, line.second) == ("Version 1", "Alma, mor")
    tab.versions.opened.emit(version.id)
    (shown,) = tab.findChildren(PrintDocument)
    qtbot.waitUntil(lambda: "Version 1" in shown.pane.preview.text())


def test_nothing_is_issued_while_something_typed_is_not_in_the_plan(
    qtbot: QtBot, office: Office, opened_plan: OpenPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(Ask, "notice", lambda _ask, _parent, title, _text: told.append(title))
    case = office.case()
    office.plan(case, Goal(goal="Skole", sub_goals=(SubGoal(what="Bus"),)))
    tab = opened_plan(case)
    text_of(tab, "goal").selectAll()
    qtbot.keyClick(text_of(tab, "goal"), Qt.Key.Key_Delete)
    purpose_of(tab).setFocus()
    tab.form.goals.cards[0].close_up()
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(tab, Qt.Key.Key_U, modifiers)
    assert told == ["Not issued"]
    assert text_of(tab, "goal").hasFocus()
    _type(qtbot, text_of(tab, "goal"), "I skole hver dag")
    _type(qtbot, fields_of(tab).sub_goals.rows[0].deadline.edit, "31-02-2027")
    purpose_of(tab).setFocus()
    tab.issue.click()
    assert told == ["Not issued"] * 2
    day = fields_of(tab).sub_goals.rows[0].deadline.edit
    assert day.hasFocus()
    day.selectAll()
    qtbot.keyClick(day, Qt.Key.Key_Delete)
    field = tab.form.why.field("legal_basis")
    assert isinstance(field, LineField)
    tab.form.why.show_problems([Problem("legal_basis", "text-broken")], str)
    tab.form.lead_to_problem()
    assert field.edit.hasFocus()
    tab.issue.click()
    assert len(tab.findChildren(IssuePlan)) == 1


def test_a_version_needs_a_day_that_can_be_read(context: Context, office: Office, opened_plan: OpenPlan) -> None:
    case = office.case()
    office.plan(case)
    tab = opened_plan(case)
    tab.issue.click()
    (dialog,) = tab.findChildren(IssuePlan)
    for typed in ("", "31-02-2026"):
        dialog.form.restore({"issued_on": typed})
        dialog._on_save()
        dialog._on_save()
        assert dialog.form.problem_at("issued_on")
    assert context.read(versions_of_case, case.id) == ()


def test_a_day_that_cannot_be_read_is_told_at_its_step(qtbot: QtBot, office: Office, opened_plan: OpenPlan) -> None:
    case = office.case()
    office.plan(case, Goal(goal="Skole", sub_goals=(SubGoal(what="Bus"), SubGoal(what="Lektier"))))
    tab = opened_plan(case)
    first, second = fields_of(tab).sub_goals.rows

    _type(qtbot, second.deadline.edit, "31-02-2027")
    _type(qtbot, purpose_of(tab), "Ro")
    qtbot.waitUntil(lambda: "31-02-2027" in second.remark.sentence(), timeout=4000)
    assert first.remark.sentence() == ""

    second.deadline.edit.clear()
    _type(qtbot, second.deadline.edit, "1-3-2027")
    qtbot.waitUntil(lambda: second.remark.sentence() == "", timeout=4000)


def test_every_field_that_takes_the_focus_has_a_name(office: Office, opened_plan: OpenPlan) -> None:
    case = office.case()
    office.plan(case, Goal(goal="A", sub_goals=(SubGoal(what="Et"),)))
    tab = opened_plan(case)
    nameless = [
        widget
        for widget in tab.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not widget.accessibleName()
        and not getattr(widget, "text", str)()
    ]
    assert nameless == []
    what = fields_of(tab).sub_goals.rows[0].what
    assert isinstance(what, LineField)
    assert what.edit.accessibleName() == "Step 1: what is done"


def test_the_tab_tells_what_changed_since_the_last_version(
    qtbot: QtBot, context: Context, office: Office, opened_plan: OpenPlan
) -> None:
    case = office.case()
    office.plan(case, Goal(goal="Skole"))
    tab = opened_plan(case)
    assert tab.issued.since.isHidden()
    _issue(context, case)
    tab.refresh()
    same = "Since version 1:\nThe plan says what the version says."
    qtbot.waitUntil(lambda: tab.issued.since.text() == same)

    _type(qtbot, purpose_of(tab), "Ro")
    tab.form.goals.add.click()
    _type(qtbot, text_of(tab, "goal", 1), "Sove")
    tab.saving.keeper.settle()
    tab.refresh()

    changed = "Since version 1:\n1 new goal\nChanged: Why we have a plan"
    qtbot.waitUntil(lambda: tab.issued.since.text() == changed)


def test_a_version_is_copied_and_marked_from_the_tab_and_undo_takes_the_mark_back(
    qtbot: QtBot, context: Context, office: Office, opened_plan: OpenPlan
) -> None:
    case = office.case()
    office.plan(case, Goal(goal="Skole"))
    _issue(context, case)
    tab = opened_plan(case)
    assert tab.issued.copy.isVisible()

    qtbot.keyClick(tab, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    tab.refresh()

    assert "Skole" in QApplication.clipboard().text()
    assert context.read(versions_of_case, case.id)[0].transferred_on == TODAY
    assert tab.issued.copy.isHidden()
    tab.issued.ask_to_copy()
    context.undo()
    tab.refresh()
    assert tab.issued.copy.isVisible()
