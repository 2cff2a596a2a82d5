"""The form of a follow-up, as a caseworker meets it at a kitchen table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from app.core.follow_up_state import FollowUpState, state_of
from app.core.interval import Interval
from app.core.records.follow_up import Agreement, FollowUp, GoalScore, Informant, Presence
from app.core.records.plan import Goal
from app.services.agreements import agreements_of_case
from app.services.drafts import drafts
from app.services.follow_up_sheet import follow_up_sheet
from app.services.follow_ups import follow_ups_of_case, save_follow_up
from app.services.plans import save_plan
from app.ui.context import Context
from app.ui.dialogs.excuse_follow_up import ExcuseFollowUp
from app.ui.dialogs.plan_follow_up import PlanFollowUp
from app.ui.dialogs.register_follow_up import RegisterFollowUp
from app.ui.widgets.choice_fields import CheckField
from app.ui.widgets.due_dates import DueDatesView
from app.ui.widgets.goal_scores_field import GoalScoresField
from app.ui.widgets.people_field import PeopleField
from app.ui.widgets.rows_field import RowsField
from app.ui.widgets.surfaces import Banner
from app.ui.widgets.text import Text
from tests.conftest import TODAY
from tests.factories import Office
from tests.ui.desk import WEEK, Desk, press


@pytest.fixture
def desk(context: Context, office: Office, qtbot: QtBot) -> Desk:
    return Desk(context, office, qtbot)


def test_a_follow_up_is_kept_with_its_conversation_its_measures_and_what_was_agreed(desk: Desk) -> None:
    dialog = desk.form()
    desk.edit(dialog, spoken="yes", presence=Presence.ALONE, child_said="Jeg savner min kat.", rhythm_reason="Ny")
    desk.edit(dialog, agreements=[{"what": "Ringe til skolen", "who": "Mor", "due": TODAY + WEEK}])
    press(dialog, "Save")
    record = desk.kept()
    assert (record.held_on, record.conversation_on, record.child_said) == (TODAY, TODAY, "Jeg savner min kat.")
    assert record.measure_ids == (desk.measure.id,)
    assert record.is_complete
    (agreed,) = desk.context.read(agreements_of_case, desk.case.id)
    assert (agreed.what, agreed.responsible, agreed.due) == ("Ringe til skolen", "Mor", TODAY + WEEK)
    assert agreed.follow_up_id == record.id


def test_nobody_else_was_there_where_the_child_was_spoken_with_alone(desk: Desk) -> None:
    dialog = desk.form()
    desk.edit(dialog, spoken="yes", presence=Presence.WITH_OTHERS, conversation_with="Mor", child_said="Ja.")
    desk.edit(dialog, presence=Presence.ALONE)
    press(dialog, "Save now, complete later")
    assert desk.kept().conversation_with == ""


def test_it_can_be_saved_now_and_completed_later(desk: Desk) -> None:
    dialog = desk.form()
    press(dialog, "Save now, complete later")
    record = desk.kept()
    assert record.is_held
    assert not record.is_complete
    again = desk.form(record)
    desk.edit(again, spoken="no", no_conversation_reason="Alma sov", rhythm="", rhythm_reason="")
    press(again, "Save")
    assert desk.kept().is_complete


def test_saving_without_a_word_on_the_conversation_warns_once_and_then_passes(desk: Desk) -> None:
    dialog = desk.form()
    press(dialog, "Save")
    assert desk.context.read(follow_ups_of_case, desk.case.id) == ()
    assert "conversation with the child" in dialog.form.problem_at("spoken")
    press(dialog, "Save anyway")
    assert desk.kept().is_held


def test_a_warning_goes_with_the_row_that_another_answer_no_longer_asks_for(desk: Desk) -> None:
    dialog = desk.form()
    desk.edit(dialog, spoken="yes", rhythm="", rhythm_reason="")
    dialog.form.set_values({"conversation_on": None})
    press(dialog, "Save")
    assert dialog.form.problem_at("conversation_on")
    desk.edit(dialog, spoken="no")
    assert dialog.save_button.text() == "Save"
    desk.edit(dialog, spoken="yes")
    assert not dialog.form.problem_at("conversation_on")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31-02-2026", "There is no such day"),
        ("24-11-2026", "cannot be held on a day to come"),
        ("01-01-2026", "The measure started on 14-09-2026"),
        ("", "Write the date"),
    ],
)
def test_a_wrong_day_is_told_beside_it_and_what_was_typed_stays(desk: Desk, typed: str, said: str) -> None:
    dialog = desk.form()
    desk.edit(dialog, assessment="Det går bedre.")
    dialog.form.field("held_on").restore(typed)
    dialog.form.field("held_on").edited.emit()
    press(dialog, "Save now, complete later")
    assert said in dialog.form.problem_at("held_on")
    assert dialog.form.field("held_on").state() == typed
    assert dialog.form.field("assessment").value() == "Det går bedre."
    assert desk.context.read(follow_ups_of_case, desk.case.id) == ()


def test_the_next_dates_stand_in_the_form_before_it_is_saved_and_follow_what_is_typed(desk: Desk) -> None:
    dialog = desk.form()
    view = dialog.findChild(DueDatesView)
    assert view is not None
    assert "Monday 4 January 2027" in view.spoken()
    desk.edit(dialog, rhythm="3m")
    assert "Tuesday 23 February 2027" in view.spoken()
    desk.edit(dialog, held_on=TODAY - WEEK)
    assert "Monday 28 December 2026" in view.spoken()
    desk.edit(dialog, held_on=TODAY + WEEK)
    assert "Write the day it was held" in view.spoken()


def test_the_rhythm_is_preset_from_the_programme_and_kept_with_its_reason(desk: Desk) -> None:
    dialog = desk.form()
    assert dialog.form.field("rhythm").value() == "6w"
    desk.edit(dialog, spoken="yes", rhythm_reason="Alma er ny i familien")
    press(dialog, "Save")
    assert desk.kept().rhythm == Interval.parse("6w")
    assert desk.kept().rhythm_reason == "Alma er ny i familien"


def test_a_follow_up_that_is_not_the_laws_asks_for_no_rhythm(desk: Desk) -> None:
    dialog = desk.form()
    desk.edit(dialog, is_law=False)
    assert dialog.form.row("rhythm").isHidden()
    press(dialog, "Save now, complete later")
    assert desk.kept().rhythm is None


def test_the_custody_holders_are_asked_about_in_placements_alone(desk: Desk) -> None:
    assert not desk.form().form.row("custody_contact").isHidden()
    at_home = desk.office.case("Ida")
    desk.office.measure(at_home)
    sheet = desk.context.read(follow_up_sheet, at_home.id, desk.context.catalogue, TODAY)
    dialog = RegisterFollowUp(desk.context, sheet, FollowUp(case_id=at_home.id))
    desk.qtbot.addWidget(dialog)
    assert dialog.form.row("custody_contact").isHidden()


def test_a_measure_can_be_left_out(desk: Desk) -> None:
    desk.office.measure(desk.case)
    dialog = desk.form()
    boxes = dialog.form.row("measure_ids").findChildren(QCheckBox)
    assert [box.isChecked() for box in boxes] == [True, True]
    foster = next(box for box in boxes if box.text() == "General foster family")
    foster.click()
    press(dialog, "Save now, complete later")
    assert desk.measure.id not in desk.kept().measure_ids
    assert len(desk.kept().measure_ids) == 1


def test_scores_stand_beside_last_times_and_more_informants_can_score(desk: Desk) -> None:
    goal, unscored = Goal(goal="I skole hver dag"), Goal(goal="Sover hjemme")
    desk.office.plan(desk.case, goal, unscored)
    last = GoalScore(goal_id=goal.id, informant=Informant.CHILD, value=4)
    desk.office.held(desk.case, desk.measure, on=TODAY - WEEK, scores=(last,))
    dialog = desk.form()
    scores = dialog.findChild(GoalScoresField)
    assert scores is not None
    child = scores.scale(goal.id, Informant.CHILD)
    assert child.scale.last == 4
    assert child.value() is None
    child.set_value(6)
    scores.scale(goal.id, Informant.SCHOOL).set_value(0)
    press(dialog, "Save now, complete later")
    kept = max(desk.context.read(follow_ups_of_case, desk.case.id), key=lambda f: f.held_on or date.min)
    assert {(s.informant, s.value) for s in kept.scores} == {(Informant.CHILD, 6), (Informant.SCHOOL, 0)}


def test_the_scores_of_a_goal_that_left_the_plan_survive_an_edit(desk: Desk) -> None:
    goal, other = Goal(goal="I skole hver dag"), Goal(goal="Sover hjemme")
    plan = desk.office.plan(desk.case, goal, other)
    score = GoalScore(goal_id=goal.id, value=7)
    held = desk.office.held(desk.case, desk.measure, scores=(score,), is_law=False)
    desk.office.store.write(save_plan, replace(plan, goals=(other,)), TODAY)
    dialog = desk.form(held)
    desk.edit(dialog, assessment="Rettet.")
    press(dialog, "Save")
    assert desk.kept().scores == (score,)
    assert desk.kept().assessment == "Rettet."


def test_a_planned_follow_up_fills_the_form_and_is_the_one_that_is_held(desk: Desk) -> None:
    planned = FollowUp(
        case_id=desk.case.id,
        measure_ids=(desk.measure.id,),
        planned_on=TODAY - timedelta(days=1),
        planned_at=time(10),
        planned_place="Hos mormor",
        planned_with="Karen (mor)",
    )
    desk.office.store.write(save_follow_up, planned, TODAY)
    dialog = desk.form(planned)
    press(dialog, "Save now, complete later")
    kept = desk.kept()
    assert kept.id == planned.id
    assert (kept.held_on, kept.place, kept.participants) == (planned.planned_on, "Hos mormor", "Karen (mor)")


def test_an_agreement_that_is_edited_stays_the_same_one(desk: Desk) -> None:
    held = desk.office.held(desk.case, desk.measure, is_law=False)
    agreed = Agreement(case_id=desk.case.id, follow_up_id=held.id, what="Ringe", settled_on=TODAY, kept=True)
    desk.office.store.write(save_follow_up, held, TODAY, (agreed,))
    dialog = desk.form(held)
    rows = dialog.findChild(RowsField)
    assert rows is not None
    rows.forms()[0].field("what").set_value("Ringe til skolen")
    press(dialog, "Save")
    assert desk.context.read(agreements_of_case, desk.case.id) == (replace(agreed, what="Ringe til skolen"),)


def test_people_of_the_case_are_one_click_away_and_other_names_are_welcome(desk: Desk) -> None:
    desk.office.person(desk.case, "Karen", "mother", last_name="Kjær")
    dialog = desk.form()
    field = dialog.findChild(PeopleField)
    assert field is not None
    field.set_value("Naboen")
    press(dialog, "Karen Kjær (mother)")
    assert field.value() == "Naboen, Karen Kjær (mother)"
    press(dialog, "Karen Kjær (mother)")
    assert field.value() == "Naboen"


def test_what_was_typed_is_there_when_the_form_is_opened_again(desk: Desk) -> None:
    goal = Goal(goal="I skole hver dag")
    desk.office.plan(desk.case, goal)
    dialog = desk.form()
    desk.edit(dialog, spoken="yes", child_said="Jeg savner min kat.", agreements=[{"what": "Ringe"}])
    scores = dialog.findChild(GoalScoresField)
    assert scores is not None
    scores.scale(goal.id, Informant.PARENTS).set_value(3)
    dialog.form.field("held_on").restore("31-02")
    dialog.reject()
    again = desk.form()
    assert again.form.field("child_said").value() == "Jeg savner min kat."
    assert not again.form.row("child_said").isHidden()
    assert again.form.field("held_on").state() == "31-02"
    found = again.findChild(GoalScoresField)
    assert found is not None
    assert [(s.informant, s.value) for s in found.value()] == [(Informant.PARENTS, 3)]
    rows = again.findChild(RowsField)
    assert rows is not None
    assert [row["what"] for row in rows.value()] == ["Ringe"]
    again.form.field("held_on").set_value(TODAY)
    press(again, "Save now, complete later")
    assert desk.context.read(drafts) == ()


def test_an_excused_follow_up_that_was_held_after_all_counts_as_held(desk: Desk) -> None:
    planned = FollowUp(case_id=desk.case.id, planned_on=TODAY, excused_on=TODAY, excused_reason="Syg")
    desk.office.store.write(save_follow_up, planned, TODAY)
    press(desk.form(planned), "Save now, complete later")
    assert desk.kept().is_held
    assert desk.kept().excused_on is None


def test_a_tick_plans_the_next_one_in_the_same_save_and_one_undo_takes_both_back(desk: Desk) -> None:
    dialog = desk.form()
    desk.edit(dialog, place="Hos plejefamilien")
    plan_next = dialog.form.field("plan_next")
    assert isinstance(plan_next, CheckField)
    assert plan_next.box.text() == "Plan the next one for Monday 4 January 2027"
    plan_next.box.click()
    press(dialog, "Save now, complete later")
    held, planned = desk.context.read(follow_ups_of_case, desk.case.id)
    assert held.held_on == TODAY
    assert (planned.planned_on, planned.planned_place) == (date(2027, 1, 4), "Hos plejefamilien")
    assert planned.measure_ids == (desk.measure.id,)
    desk.context.undo()
    assert desk.context.read(follow_ups_of_case, desk.case.id) == ()


def test_the_day_the_tick_plans_for_follows_what_is_typed(desk: Desk) -> None:
    dialog = desk.form()
    plan_next = dialog.form.field("plan_next")
    assert isinstance(plan_next, CheckField)
    desk.edit(dialog, held_on=TODAY - timedelta(days=2))
    assert plan_next.box.text() == "Plan the next one for Thursday 31 December 2026"
    desk.edit(dialog, held_on=TODAY + WEEK)
    assert dialog.form.row("plan_next").isHidden()
    desk.edit(dialog, held_on=TODAY, is_law=False)
    assert plan_next.box.text() == "Plan the next one for Monday 14 December 2026", "the law's date comes first"


def test_a_later_plan_that_stands_is_told_instead_of_offering_another(desk: Desk) -> None:
    planned = FollowUp(case_id=desk.case.id, planned_on=date(2027, 1, 5), planned_place="Skolen")
    desk.office.store.write(save_follow_up, planned, TODAY)
    dialog = desk.form()
    assert dialog.form.row("plan_next").isHidden()
    assert any(t.text() == "Planned: Tuesday 5 January 2027, Skolen" for t in dialog.findChildren(Text))


def test_what_is_to_be_taken_up_stands_on_top_and_what_is_left_comes_again(desk: Desk) -> None:
    desk.office.held(desk.case, desk.measure, on=TODAY - 6 * WEEK, open_questions="Ferien?\nCyklen?")
    dialog = desk.form()
    assert any(b.text() == "To take up today\nFerien?\nCyklen?" for b in dialog.findChildren(Banner))
    assert dialog.form.field("open_questions").value() == "Ferien?\nCyklen?"
    desk.edit(dialog, open_questions="Cyklen?")
    press(dialog, "Save now, complete later")
    kept = max(desk.context.read(follow_ups_of_case, desk.case.id), key=lambda f: f.held_on or date.min)
    assert kept.open_questions == "Cyklen?"
    again = desk.form(kept)
    assert not any("To take up" in banner.text() for banner in again.findChildren(Banner))
    assert again.form.field("open_questions").value() == "Cyklen?"


def planned_by(desk: Desk, record: FollowUp | None = None) -> PlanFollowUp:
    sheet = desk.context.read(follow_up_sheet, desk.case.id, desk.context.catalogue, TODAY)
    dialog = PlanFollowUp(desk.context, sheet, record or FollowUp(case_id=desk.case.id))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    desk.qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 12, 4), ""),
        (date(2026, 12, 5), "That is no working day."),
        (date(2026, 12, 8), "1 day after the programme goal."),
        (
            date(2026, 12, 26),
            "That is no working day. 19 days after the programme goal. 12 days after the law's deadline.",
        ),
        (None, ""),
    ],
)
def test_what_speaks_against_a_day_stands_beside_it(desk: Desk, day: date | None, said: str) -> None:
    """Due on 7 December by the programme, on 14 December by the law."""
    desk.office.held(desk.case, desk.measure, on=TODAY - 4 * WEEK, is_law=False)
    dialog = planned_by(desk)
    field = dialog.form.field("planned_on")
    field.set_value(day)
    field.edited.emit()
    shown = [
        text.text() for text in dialog.form.findChildren(Text) if text.isVisibleTo(dialog) and "day" in text.text()
    ]
    assert [text for text in shown if "working day" in text or "after the" in text] == ([said] if said else [])


def test_a_day_after_dates_that_have_passed_already_is_not_reproached(desk: Desk) -> None:
    dialog = planned_by(desk)
    dialog.form.field("planned_on").set_value(date(2026, 12, 9))
    dialog.form.field("planned_on").edited.emit()
    assert not any("after the programme goal" in text.text() for text in dialog.form.findChildren(Text))


def test_the_provider_is_asked_for_a_status_note_while_planning(desk: Desk) -> None:
    dialog = planned_by(desk)
    assert dialog.form.row("note_about").isHidden()
    note = dialog.form.field("note")
    assert isinstance(note, CheckField)
    note.box.click()
    assert dialog.form.field("note_asked_on").value() == TODAY
    dialog.form.field("note_about").set_value("Skolegang og samvær")
    press(dialog, "Save")
    kept = desk.kept()
    assert (kept.note_asked_on, kept.note_about, kept.note_received_on) == (TODAY, "Skolegang og samvær", None)
    again = planned_by(desk, kept)
    again.form.field("note_received_on").set_value(TODAY)
    press(again, "Save")
    assert desk.kept().note_received_on == TODAY
    third = planned_by(desk, desk.kept())
    note = third.form.field("note")
    assert isinstance(note, CheckField)
    note.box.click()
    press(third, "Save")
    assert desk.kept().note_asked_on is None


def test_a_note_cannot_have_come_on_a_day_ahead(desk: Desk) -> None:
    dialog = planned_by(desk, FollowUp(case_id=desk.case.id, note_asked_on=TODAY))
    dialog.form.field("note_received_on").set_value(TODAY + WEEK)
    press(dialog, "Save")
    assert "This day lies ahead" in dialog.form.problem_at("note_received_on")


def test_planning_anew_keeps_the_row_and_that_it_was_attempted(desk: Desk) -> None:
    planned = FollowUp(case_id=desk.case.id, planned_on=TODAY - WEEK, attempted_on=TODAY - WEEK)
    desk.office.store.write(save_follow_up, planned, TODAY)
    dialog = planned_by(desk, planned)
    dialog.form.field("planned_on").set_value(TODAY + WEEK)
    press(dialog, "Save")
    assert (desk.kept().id, desk.kept().attempted_on) == (planned.id, TODAY - WEEK)
    assert state_of(desk.kept()) is FollowUpState.PLANNED


@pytest.mark.parametrize(
    ("held", "day", "why"),
    [
        (TODAY - timedelta(days=36), date(2026, 11, 27), "That is no working day, so the one before is suggested."),
        (TODAY - 4 * WEEK, date(2026, 12, 7), "Due Monday 7 December 2026."),
        (TODAY - 7 * WEEK, TODAY, "the first one from today is suggested."),
    ],
)
def test_the_plan_form_says_why_a_day_is_suggested(desk: Desk, held: date, day: date, why: str) -> None:
    desk.office.held(desk.case, desk.measure, on=held)
    dialog = planned_by(desk)
    assert dialog.form.field("planned_on").value() == day
    assert any(why in text.text() for text in dialog.form.row("planned_on").findChildren(Text))


def test_a_plan_is_suggested_for_the_working_day_before_the_due_date(desk: Desk) -> None:
    desk.office.held(desk.case, desk.measure, on=TODAY - timedelta(days=36))
    sheet = desk.context.read(follow_up_sheet, desk.case.id, desk.context.catalogue, TODAY)
    assert sheet.status.due is not None
    assert sheet.status.due.day == date(2026, 11, 29)
    dialog = PlanFollowUp(desk.context, sheet, FollowUp(case_id=desk.case.id))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    desk.qtbot.addWidget(dialog)
    assert dialog.form.field("planned_on").value() == date(2026, 11, 27)
    dialog.form.field("planned_place").set_value("Hjemme")
    press(dialog, "Save")
    planned = next(f for f in desk.context.read(follow_ups_of_case, desk.case.id) if f.planned_on)
    assert (planned.planned_on, planned.planned_place) == (date(2026, 11, 27), "Hjemme")
    assert planned.measure_ids == (desk.measure.id,)


def test_a_planned_follow_up_is_excused_with_a_reason(desk: Desk) -> None:
    planned = FollowUp(case_id=desk.case.id, measure_ids=(desk.measure.id,), planned_on=TODAY)
    desk.office.store.write(save_follow_up, planned, TODAY)
    excuse = ExcuseFollowUp(desk.context, desk.kept(), (desk.measure,))
    excuse.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    desk.qtbot.addWidget(excuse)
    press(excuse, "Excuse")
    assert "Write a reason" in excuse.form.problem_at("excused_reason")
    excuse.form.field("excused_reason").set_value("Alma var syg")
    press(excuse, "Excuse")
    assert (desk.kept().excused_on, desk.kept().excused_reason) == (TODAY, "Alma var syg")
