"""Follow-ups are kept whole, half, planned, excused and struck out, and the due dates follow what was held."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.core.errors import Invalid, NotFound
from app.core.follow_up_form import covered_on, covers_placement, has_law, rhythm_question, schedule_with
from app.core.goal_scores import last_scores
from app.core.interval import Interval
from app.core.records.follow_up import Agreement, FollowUp, GoalScore, Informant, VisitPart
from app.core.records.plan import Goal, GoalStatus
from app.services.agreements import settle_agreement
from app.services.follow_up_sheet import follow_up_sheet
from app.services.follow_ups import follow_ups_of_case, plan_for, save_follow_up, save_visit, void_follow_up
from tests.conftest import TODAY
from tests.factories import Office

WEEK = timedelta(days=7)


def test_an_excused_follow_up_does_not_move_the_due_date(office: Office) -> None:
    case = office.case()
    measure = office.measure(case)
    due = office.status(case).due
    planned = FollowUp(case_id=case.id, measure_ids=(measure.id,), planned_on=TODAY)
    office.store.write(save_follow_up, planned, TODAY)
    excused = replace(planned, excused_on=TODAY, excused_reason="Alma var syg")
    assert office.store.write(save_follow_up, excused, TODAY).label == "follow-up-excused"
    assert office.status(case).due == due


def test_an_excuse_needs_a_reason(office: Office) -> None:
    planned = FollowUp(case_id=office.case().id, planned_on=TODAY, excused_on=TODAY)
    with pytest.raises(Invalid) as refused:
        office.store.write(save_follow_up, planned, TODAY)
    assert [(p.field, p.code) for p in refused.value.problems] == [("excused_reason", "reason-empty")]


def test_what_is_struck_out_gives_the_due_date_back_and_keeps_its_reason(office: Office) -> None:
    case = office.case()
    measure = office.measure(case)
    due = office.status(case).due
    agreed = Agreement(case_id=case.id, what="Ringe")
    held = office.held(case, measure)
    office.store.write(save_follow_up, held, TODAY, (replace(agreed, follow_up_id=held.id),))
    office.store.write(void_follow_up, held.id, TODAY, "Forkert sag")
    status = office.status(case)
    assert status.due == due
    assert status.file.agreements == ()
    assert office.store.read(follow_ups_of_case, case.id)[0].void_reason == "Forkert sag"


def test_striking_out_needs_a_reason(office: Office) -> None:
    case = office.case()
    held = office.held(case, office.measure(case))
    with pytest.raises(Invalid):
        office.store.write(void_follow_up, held.id, TODAY, " ")


def test_an_agreement_that_says_nothing_is_refused_and_nothing_is_saved(office: Office) -> None:
    case = office.case()
    record = FollowUp(case_id=case.id, held_on=TODAY)
    with pytest.raises(Invalid):
        office.store.write(save_follow_up, record, TODAY, (Agreement(case_id=case.id, what=" "),))
    assert office.store.read(follow_ups_of_case, case.id) == ()


def test_the_form_shows_the_date_that_saving_then_gives(office: Office) -> None:
    case = office.case()
    measure = office.measure(case, office.a_type(step=4), start=TODAY - 5 * WEEK)
    record = FollowUp(
        case_id=case.id, measure_ids=(measure.id,), held_on=TODAY, rhythm=Interval.parse("2m"), rhythm_reason="Ny"
    )
    promised = schedule_with(office.status(case).file, record, office.catalogue, TODAY)
    office.store.write(save_follow_up, record, TODAY)
    assert promised == office.status(case).schedule
    (dues,) = promised.clocks
    assert dues.goal is not None
    assert dues.law is not None
    assert (dues.goal.day, dues.law.day) == (TODAY + 6 * WEEK, date(2027, 1, 23))


def test_the_rhythm_is_asked_for_where_the_law_leaves_it_open_and_preset_from_the_programme(office: Office) -> None:
    case = office.case()
    placed = office.measure(case, office.a_type(step=4), start=TODAY - 5 * WEEK)
    record = FollowUp(case_id=case.id, measure_ids=(placed.id,), held_on=TODAY)
    asked = rhythm_question(office.status(case).file, record, office.catalogue)
    assert asked is not None
    assert (asked.before, asked.programme) == (None, Interval.parse("6w"))
    old = replace(record, held_on=date(2023, 6, 1))
    early = office.measure(case, office.a_type(step=4), start=date(2023, 1, 1), end=date(2024, 1, 1), place="Andet")
    assert rhythm_question(office.status(case).file, replace(old, measure_ids=(early.id,)), office.catalogue) is None


def test_a_rhythm_once_decided_is_told_at_the_next_follow_up(office: Office) -> None:
    case = office.case()
    placed = office.measure(case, office.a_type(step=4))
    six = Interval.parse("6w")
    office.held(case, placed, on=TODAY - 6 * WEEK, rhythm=six, rhythm_reason="Ny i familien")
    record = FollowUp(case_id=case.id, measure_ids=(placed.id,), held_on=TODAY)
    asked = rhythm_question(office.status(case).file, record, office.catalogue)
    assert asked is not None
    assert asked.before == six


def test_last_times_scores_are_those_before_the_follow_up_by_who_gave_them(office: Office) -> None:
    case = office.case()
    measure, goal = office.measure(case), Goal(goal="I skole hver dag")
    office.plan(case, goal)
    for weeks, child, school in ((8, 3, 2), (4, 5, None)):
        given = [(Informant.CHILD, child), (Informant.SCHOOL, school)]
        scores = tuple(GoalScore(goal_id=goal.id, informant=w, value=v) for w, v in given if v is not None)
        office.held(case, measure, on=TODAY - weeks * WEEK, scores=scores)
    follow_ups = office.store.read(follow_ups_of_case, case.id)
    last = last_scores(follow_ups, FollowUp(case_id=case.id, held_on=TODAY))
    assert last[goal.id, Informant.CHILD].value == 5
    assert last[goal.id, Informant.SCHOOL].value == 2
    assert last_scores(follow_ups, follow_ups[0]) == {}


def test_goals_that_are_met_are_not_scored_any_more_unless_they_were(office: Office) -> None:
    case = office.case()
    met, worked_on = Goal(goal="Sover hjemme", status=GoalStatus.MET), Goal(goal="I skole")
    office.plan(case, met, worked_on)
    sheet = office.store.read(follow_up_sheet, case.id, office.catalogue, TODAY)
    assert sheet.goals_for(FollowUp(case_id=case.id)) == (worked_on,)
    scored = FollowUp(case_id=case.id, scores=(GoalScore(goal_id=met.id, value=9),))
    assert sheet.goals_for(scored) == (met, worked_on)


def test_a_follow_up_covers_what_ran_on_its_day_and_its_last_day_too(office: Office) -> None:
    case = office.case()
    ended = office.measure(case, office.a_type(step=2), end=TODAY - WEEK)
    running = office.measure(case)
    measures = office.status(case).file.measures
    assert covered_on(measures, TODAY, TODAY) == (running,)
    assert set(covered_on(measures, TODAY - WEEK, TODAY)) == {ended, running}
    assert covered_on(measures, TODAY - 100 * WEEK, TODAY) == (running,)


def test_a_follow_up_over_no_measure_is_noted_but_not_refused(office: Office) -> None:
    case = office.case()
    office.measure(case)
    record = FollowUp(case_id=case.id, held_on=TODAY)
    assert office.store.write(save_follow_up, record, TODAY).label == "follow-up-registered"


def test_the_form_asks_for_the_law_and_the_custody_holders_where_they_are_concerned(office: Office) -> None:
    case = office.case()
    home, away = office.measure(case, "open_advice"), office.measure(case, "foster_general")
    file = office.status(case).file
    planned = FollowUp(case_id=case.id, measure_ids=(home.id, away.id), planned_on=TODAY)
    assert rhythm_question(file, planned, office.catalogue) is None
    at_home = replace(planned, measure_ids=(home.id,))
    assert has_law(file, planned, office.catalogue)
    assert covers_placement(file, planned, office.catalogue)
    assert not has_law(file, at_home, office.catalogue)
    assert not covers_placement(file, at_home, office.catalogue)


def test_what_was_agreed_at_a_follow_up_comes_by_its_day_and_without_one_last(office: Office) -> None:
    case = office.case()
    agreed = [
        Agreement(case_id=case.id, what="Ringe til skolen"),
        Agreement(case_id=case.id, what="Hente cyklen", due=TODAY + WEEK),
        Agreement(case_id=case.id, what="Skrive til mor", due=TODAY),
    ]
    held = FollowUp(case_id=case.id, held_on=TODAY)
    born_here = tuple(replace(one, follow_up_id=held.id) for one in agreed)
    office.store.write(save_follow_up, held, TODAY, born_here)
    office.store.write(settle_agreement, Agreement(case_id=case.id, what="Fra et møde"))
    sheet = office.store.read(follow_up_sheet, case.id, office.catalogue, TODAY)
    assert [one.what for one in sheet.agreed_at(held)] == ["Skrive til mor", "Hente cyklen", "Ringe til skolen"]


def test_a_visit_to_siblings_is_kept_whole_or_not_at_all(office: Office) -> None:
    cases = office.case("Alma"), office.case("Bo")
    held = [FollowUp(case_id=case.id, held_on=TODAY, child_said=f"Jeg er {n}.") for n, case in enumerate(cases)]
    coming = FollowUp(case_id=cases[0].id, planned_on=TODAY + WEEK)
    parts = VisitPart(follow_up=held[0], planned_next=coming), VisitPart(follow_up=held[1])

    wrong = replace(parts[1], follow_up=replace(held[1], held_on=TODAY + WEEK))
    with pytest.raises(Invalid):
        office.store.write(save_visit, (parts[0], wrong), TODAY)
    assert office.store.read(follow_ups_of_case, cases[0].id) == ()

    changes = office.store.write(save_visit, parts, TODAY)
    assert changes.label == "follow-up-registered"
    assert changes.case_ids == {case.id for case in cases}
    first, second = (office.store.read(follow_ups_of_case, case.id) for case in cases)
    assert [f.planned_on for f in first] == [None, TODAY + WEEK]
    assert [f.child_said for f in (first[0], *second)] == ["Jeg er 0.", "Jeg er 1."]
    office.store.undo()
    assert [office.store.read(follow_ups_of_case, case.id) for case in cases] == [(), ()]


def test_the_day_a_follow_up_was_typed_is_kept_beside_the_day_it_was_held(office: Office) -> None:
    case = office.case()
    record = FollowUp(case_id=case.id, held_on=TODAY - 3 * WEEK)
    office.store.write(save_follow_up, record, TODAY)
    (kept,) = office.store.read(follow_ups_of_case, case.id)
    assert (kept.held_on, kept.registered_on) == (TODAY - 3 * WEEK, TODAY)
    office.store.write(save_follow_up, replace(kept, assessment="Rettet"), TODAY + WEEK)
    assert office.store.read(follow_ups_of_case, case.id)[0].registered_on == TODAY
    planned = FollowUp(case_id=case.id, planned_on=TODAY)
    office.store.write(save_follow_up, planned, TODAY)
    assert planned in office.store.read(follow_ups_of_case, case.id)


def test_a_follow_up_is_planned_for_another_day_and_keeps_time_place_and_people(office: Office) -> None:
    case = office.case()
    measure = office.measure(case)
    planned = FollowUp(case_id=case.id, measure_ids=(measure.id,), planned_on=TODAY, planned_place="Skolen")
    office.store.write(save_follow_up, planned, TODAY)
    office.store.write(plan_for, case.id, planned.id, TODAY + WEEK, TODAY)
    assert office.store.read(follow_ups_of_case, case.id) == (replace(planned, planned_on=TODAY + WEEK),)


def test_a_follow_up_that_is_due_is_planned_by_its_day_alone(office: Office) -> None:
    case = office.case()
    measure = office.measure(case)
    office.store.write(plan_for, case.id, "", TODAY + WEEK, TODAY)
    (kept,) = office.store.read(follow_ups_of_case, case.id)
    assert (kept.planned_on, kept.measure_ids) == (TODAY + WEEK, (measure.id,))
    with pytest.raises(NotFound):
        office.store.write(plan_for, case.id, "gone", TODAY, TODAY)
