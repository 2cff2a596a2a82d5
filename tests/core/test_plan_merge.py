"""What was typed stays, what changed in the store is followed."""

from __future__ import annotations

from dataclasses import replace

from app.core.plan_merge import merged, storable
from app.core.records.plan import Goal, Plan, SubGoal

SCHOOL = Goal(id="school", goal="I skole", sub_goals=(SubGoal(id="wake", what="Op kl. 7"),))
HOME = Goal(id="home", goal="Hjemme")
BASE = Plan(id="plan", case_id="case", purpose="Ro", goals=(SCHOOL, HOME))


def test_a_field_nobody_typed_in_follows_the_store() -> None:
    mine, stored = replace(BASE, child_comment="Ja"), replace(BASE, purpose="Tryghed")
    assert merged(BASE, mine, stored) == replace(BASE, purpose="Tryghed", child_comment="Ja")


def test_what_was_typed_since_stays_where_both_changed() -> None:
    mine, stored = replace(BASE, purpose="Min"), replace(BASE, purpose="Deres")
    assert merged(BASE, mine, stored).purpose == "Min"


def test_within_a_goal_field_and_sub_goal_are_told_apart() -> None:
    mine = replace(BASE, goals=(replace(SCHOOL, own_words="Jeg vil"), HOME))
    late = replace(SCHOOL, sub_goals=(SubGoal(id="wake", what="Op kl. 6"), SubGoal(id="bus", what="Bus")))

    school = merged(BASE, mine, replace(BASE, goals=(late, HOME))).goals[0]

    assert school.own_words == "Jeg vil"
    assert [sub.what for sub in school.sub_goals] == ["Op kl. 6", "Bus"]


def test_the_order_of_the_store_is_followed() -> None:
    assert merged(BASE, BASE, replace(BASE, goals=(HOME, SCHOOL))).goals == (HOME, SCHOOL)


def test_a_goal_not_stored_yet_stays_behind_the_one_it_stood_behind() -> None:
    new, first = Goal(id="new", goal=""), Goal(id="first", goal="")
    mine = replace(BASE, goals=(first, SCHOOL, new, HOME))
    assert [goal.id for goal in merged(BASE, mine, BASE).goals] == ["first", "school", "new", "home"]
    assert [goal.id for goal in merged(BASE, mine, replace(BASE, goals=(HOME,))).goals] == ["first", "home", "new"]


def test_a_goal_taken_out_of_the_store_goes_unless_it_was_changed() -> None:
    gone = replace(BASE, goals=(HOME,))
    assert merged(BASE, BASE, gone).goals == (HOME,)
    mine = replace(BASE, goals=(replace(SCHOOL, goal="I skole hver dag"), HOME))
    assert [goal.id for goal in merged(BASE, mine, gone).goals] == ["school", "home"]


def test_a_goal_taken_out_of_the_form_stays_out_and_one_new_in_the_store_comes_in() -> None:
    mine, new = replace(BASE, goals=(HOME,)), Goal(id="new", goal="Fodbold")
    assert merged(BASE, mine, replace(BASE, goals=(SCHOOL, HOME, new))).goals == (HOME, new)


def test_what_says_nothing_yet_waits_in_the_draft() -> None:
    typed = replace(
        BASE,
        goals=(replace(SCHOOL, sub_goals=(*SCHOOL.sub_goals, SubGoal(what=" "))), HOME, Goal(goal="", own_words="Jeg")),
    )
    assert storable(typed, BASE) == BASE


def test_a_stored_goal_whose_words_were_deleted_is_not_dropped_in_silence() -> None:
    emptied = replace(BASE, goals=(replace(SCHOOL, goal="", sub_goals=(SubGoal(id="wake", what=""),)), HOME))
    assert storable(emptied, BASE) == emptied
