"""One visit to siblings is one form; each child gets a record of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from app.core.records.case import Case
from app.core.records.follow_up import FollowUp, GoalScore, Informant
from app.core.records.measure import Measure
from app.core.records.person import CasePerson
from app.core.records.plan import Goal
from app.services.agreements import agreements_of_case
from app.services.drafts import drafts
from app.services.follow_up_sheet import follow_up_sheet
from app.services.follow_ups import follow_ups_of_case, save_follow_up
from app.services.measures import save_measure
from app.services.people import save_case_person
from app.ui.context import Context
from app.ui.dialogs.plan_follow_up import PlanFollowUp
from app.ui.dialogs.register_follow_up import RegisterFollowUp
from app.ui.widgets.goal_scores_field import GoalScoresField
from tests.conftest import TODAY
from tests.factories import Office
from tests.ui.desk import WEEK, Desk, press


class Family(Desk):
    """Alma in a foster family, and her brother Bo at home with the same mother."""

    def __init__(self, context: Context, office: Office, qtbot: QtBot) -> None:
        super().__init__(context, office, qtbot)
        self.brother: Case = office.case("Bo", birth_date=date(2019, 1, 1))
        self.at_home: Measure = office.measure(self.brother)
        mother = office.person(self.case, "Karen", "mother")
        for case in (self.case, self.brother):
            part = CasePerson(case_id=case.id, person_id=mother.id, role_key="mother", has_custody=True)
            office.store.write(save_case_person, mother, part, TODAY)

    def of(self, case: Case) -> tuple[FollowUp, ...]:
        return self.context.read(follow_ups_of_case, case.id)

    def visit(self) -> RegisterFollowUp:
        """The form, with Bo ticked."""
        dialog = self.form()
        self.tick(dialog)
        return dialog

    def tick(self, dialog: RegisterFollowUp | PlanFollowUp) -> None:
        next(b for b in dialog.form.row("siblings").findChildren(QCheckBox) if b.text().startswith("Bo")).click()

    def named(self, name: str) -> str:
        """How the row of Bo is called."""
        return f"{self.brother.id}.{name}"

    def plan(self) -> PlanFollowUp:
        sheet = self.context.read(follow_up_sheet, self.case.id, self.context.catalogue, TODAY)
        dialog = PlanFollowUp(self.context, sheet, FollowUp(case_id=self.case.id))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.qtbot.addWidget(dialog)
        dialog.show()
        return dialog


@pytest.fixture
def family(context: Context, office: Office, qtbot: QtBot) -> Family:
    return Family(context, office, qtbot)


def test_siblings_are_offered_and_nobody_is_ticked(family: Family) -> None:
    dialog = family.form()
    boxes = dialog.form.row("siblings").findChildren(QCheckBox)
    assert [(box.text(), box.isChecked()) for box in boxes] == [("Bo Kjær", False)]
    assert dialog.children_shown.isHidden()
    press(dialog, "Save now, complete later")
    assert len(family.of(family.case)) == 1
    assert family.of(family.brother) == ()


def test_a_child_without_siblings_here_is_asked_about_none(family: Family) -> None:
    alone = family.office.case("Ida")
    sheet = family.context.read(follow_up_sheet, alone.id, family.context.catalogue, TODAY)
    dialog = RegisterFollowUp(family.context, sheet, FollowUp(case_id=alone.id))
    family.qtbot.addWidget(dialog)
    assert "siblings" not in dialog.form.values()


def test_each_child_has_its_own_words_and_the_day_is_typed_once(family: Family) -> None:
    dialog = family.visit()
    family.edit(dialog, held_on=TODAY - WEEK, form="home_visit", place="Hos mor", participants="Karen (mother)")
    family.edit(dialog, spoken="yes", child_said="Jeg savner min kat.", rhythm_reason="Ny i familien")
    family.edit(dialog, **{family.named("spoken"): "yes", family.named("child_said"): "Jeg har en ny cykel."})
    family.edit(dialog, **{family.named("rhythm_reason"): "Det går godt", family.named("agreements"): [{"what": "X"}]})
    press(dialog, "Save")
    (alma,), (bo,) = family.of(family.case), family.of(family.brother)
    for kept in (alma, bo):
        assert (kept.held_on, kept.place, kept.participants) == (TODAY - WEEK, "Hos mor", "Karen (mother)")
        assert kept.conversation_on == TODAY - WEEK
    assert (alma.child_said, bo.child_said) == ("Jeg savner min kat.", "Jeg har en ny cykel.")
    assert (alma.measure_ids, bo.measure_ids) == ((family.measure.id,), (family.at_home.id,))
    assert [a.what for a in family.context.read(agreements_of_case, family.brother.id)] == ["X"]


def test_the_whole_visit_is_one_step_of_undo(family: Family) -> None:
    press(family.visit(), "Save now, complete later")
    assert len(family.of(family.case)) == len(family.of(family.brother)) == 1
    family.context.undo()
    assert family.of(family.case) == family.of(family.brother) == ()


def test_one_childs_part_is_in_sight_at_a_time(family: Family) -> None:
    dialog = family.visit()
    tabs = dialog.children_shown
    assert not tabs.isHidden()
    assert [tabs.tabText(n) for n in range(tabs.count())] == ["Alma", "Bo"]
    assert dialog.form.row("spoken").isVisible()
    assert not dialog.form.row(family.named("spoken")).isVisible()
    tabs.setCurrentIndex(1)
    assert not dialog.form.row("spoken").isVisible()
    assert dialog.form.row(family.named("spoken")).isVisible()
    family.tick(dialog)
    assert tabs.isHidden()
    assert dialog.form.row("spoken").isVisible()


def test_what_is_missing_for_the_child_out_of_sight_brings_it_into_sight(family: Family) -> None:
    dialog = family.visit()
    family.edit(dialog, spoken="yes", rhythm_reason="Ny", **{family.named("rhythm_reason"): "Ny"})
    press(dialog, "Save")
    assert family.of(family.case) == ()
    assert dialog.form.row(family.named("spoken")).isVisible()
    assert "conversation with the child" in dialog.form.problem_at(family.named("spoken"))
    press(dialog, "Save anyway")
    assert len(family.of(family.brother)) == 1


def test_a_sibling_unticked_again_is_neither_saved_nor_asked_about(family: Family) -> None:
    dialog = family.visit()
    dialog.form.field(family.named("conversation_on")).restore("31-02")
    family.edit(dialog, **{family.named("spoken"): "yes"})
    family.tick(dialog)
    press(dialog, "Save now, complete later")
    assert len(family.of(family.case)) == 1
    assert family.of(family.brother) == ()


def test_a_draft_keeps_what_was_typed_about_every_child(family: Family) -> None:
    goal = Goal(goal="Cykler til skole")
    family.office.plan(family.brother, goal)
    dialog = family.visit()
    family.edit(dialog, spoken="no", **{family.named("spoken"): "yes", family.named("child_said"): "Min cykel."})
    scores = dialog.form.row(family.named("scores")).findChild(GoalScoresField)
    assert scores is not None
    scores.scale(goal.id, Informant.CHILD).set_value(4)
    dialog.reject()
    again = family.form()
    assert not again.children_shown.isHidden()
    assert again.form.field(family.named("child_said")).value() == "Min cykel."
    press(again, "Save now, complete later")
    (bo,) = family.of(family.brother)
    assert [(s.informant, s.value) for s in bo.scores] == [(Informant.CHILD, 4)]
    assert family.context.read(drafts) == ()


def test_starting_over_forgets_the_siblings_part_too(family: Family) -> None:
    dialog = family.visit()
    family.edit(dialog, **{family.named("spoken"): "yes", family.named("child_said"): "Min cykel."})
    dialog.reject()
    again = family.form()
    press(again, "Start over")
    assert again.children_shown.isHidden()
    family.tick(again)
    assert again.form.field(family.named("child_said")).value() == ""


def test_what_was_planned_for_the_sibling_is_what_is_held(family: Family) -> None:
    planned = FollowUp(case_id=family.brother.id, planned_on=TODAY, open_questions="Er cyklen kommet?")
    family.office.store.write(save_follow_up, planned, TODAY)
    press(family.visit(), "Save now, complete later")
    (bo,) = family.of(family.brother)
    assert (bo.id, bo.held_on, bo.open_questions) == (planned.id, TODAY, "Er cyklen kommet?")


def test_the_measures_of_a_sibling_are_its_own(family: Family) -> None:
    """A day before the brother's measure began is told at the day, which is the same for both."""
    late = replace(family.at_home, start=TODAY)
    family.office.store.write(save_measure, late, family.context.catalogue, TODAY)
    dialog = family.visit()
    family.edit(dialog, held_on=TODAY - WEEK)
    press(dialog, "Save now, complete later")
    assert "The measure started on 23-11-2026" in dialog.form.problem_at("held_on")
    assert family.of(family.case) == ()


def test_a_follow_up_that_was_held_is_completed_for_its_own_child_alone(family: Family) -> None:
    held = family.office.held(family.case, family.measure)
    assert "siblings" not in family.form(held).form.values()


def test_a_plan_is_made_for_siblings_too_in_one_step(family: Family) -> None:
    dialog = family.plan()
    family.tick(dialog)
    dialog.form.field("planned_on").set_value(TODAY + WEEK)
    dialog.form.field("planned_at").set_value(time(15, 30))
    dialog.form.field("planned_place").set_value("Hos mor")
    dialog.form.field("open_questions").set_value("Ferie?")
    press(dialog, "Save")
    (alma,), (bo,) = family.of(family.case), family.of(family.brother)
    for kept in (alma, bo):
        assert (kept.planned_on, kept.planned_at, kept.planned_place) == (TODAY + WEEK, time(15, 30), "Hos mor")
    assert (alma.measure_ids, bo.measure_ids) == ((family.measure.id,), (family.at_home.id,))
    assert (alma.open_questions, bo.open_questions) == ("Ferie?", "")
    family.context.undo()
    assert family.of(family.case) == family.of(family.brother) == ()


def test_a_plan_the_sibling_has_already_is_moved_and_the_form_says_so(family: Family) -> None:
    planned = FollowUp(case_id=family.brother.id, planned_on=TODAY + timedelta(days=2), planned_place="Skolen")
    family.context.write(save_follow_up, planned, TODAY)
    dialog = family.plan()
    (box,) = dialog.form.row("siblings").findChildren(QCheckBox)
    assert box.text() == "Bo Kjær (planned for 25-11-2026, which is moved)"
    family.tick(dialog)
    dialog.form.field("planned_on").set_value(TODAY + WEEK)
    press(dialog, "Save")
    (bo,) = family.of(family.brother)
    assert (bo.id, bo.planned_on) == (planned.id, TODAY + WEEK)


def test_a_plan_before_the_siblings_measure_began_is_told(family: Family) -> None:
    dialog = family.plan()
    family.tick(dialog)
    dialog.form.field("planned_on").set_value(TODAY - 20 * WEEK)
    press(dialog, "Save")
    assert "The measure started on" in dialog.form.problem_at("planned_on")
    assert family.of(family.brother) == ()


def test_scores_of_one_child_never_land_with_the_other(family: Family) -> None:
    goals = {case.id: Goal(goal=f"Mål {n}") for n, case in enumerate((family.case, family.brother))}
    for case in (family.case, family.brother):
        family.office.plan(case, goals[case.id])
    dialog = family.visit()
    for case, prefix, value in ((family.case, "", 3), (family.brother, f"{family.brother.id}.", 7)):
        field = dialog.form.field(f"{prefix}scores")
        field.set_value((GoalScore(goal_id=goals[case.id].id, value=value),))
        field.edited.emit()
    press(dialog, "Save now, complete later")
    (alma,), (bo,) = family.of(family.case), family.of(family.brother)
    assert [(s.goal_id, s.value) for s in alma.scores] == [(goals[family.case.id].id, 3)]
    assert [(s.goal_id, s.value) for s in bo.scores] == [(goals[family.brother.id].id, 7)]
