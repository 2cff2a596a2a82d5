"""What is read before a visit: the child's last words, promises to ask about, questions, and what paper may not say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from app.core.goal_scores import ScorePoint
from app.core.names import Names
from app.core.records.documents import Letterhead
from app.core.records.follow_up import Agreement, FollowUp
from app.core.records.journal import EntryKind, JournalEntry
from app.core.visit_sheet import (
    SheetGoal,
    SheetMeasure,
    SheetPerson,
    VisitSheet,
    for_paper,
    last_held,
    last_words,
    promises_to_ask_about,
    questions_to_take_up,
)

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)


def held(days_ago: int, **values: Any) -> FollowUp:
    return replace(FollowUp(case_id="a", held_on=TODAY - days_ago * DAY), **values)


def talk(days_ago: int, text: str, **values: Any) -> JournalEntry:
    entry = JournalEntry(case_id="a", kind=EntryKind.CHILD_TALK, on=TODAY - days_ago * DAY, text=text)
    return replace(entry, **values)


def promise(what: str, **values: Any) -> Agreement:
    return replace(Agreement(case_id="a", what=what), **values)


def sheet(**values: Any) -> VisitSheet:
    plain = VisitSheet(
        head=Letterhead(municipality="Herning", department="", caseworker="M. Holm", on=TODAY),
        case_id="a",
        child="Alma Kjær",
        age=9,
        term=None,
        is_protected=False,
        step=Names("Plejefamilie", "Foster family"),
        since=TODAY,
        school=None,
        last=held(5, place="Hos familien"),
        words=None,
        promises=(),
        goals=(),
        planned=FollowUp(case_id="a", planned_on=TODAY, planned_place="Elmevej"),
        questions=(),
        people=(
            SheetPerson(name="Karen", role=Names("Mor", "Mother"), has_custody=True, protected=True),
            SheetPerson(name="Bo", role=Names("Far", "Father"), has_custody=True, protected=False),
        ),
        measures=(SheetMeasure(name=Names("Pleje", "Care"), provider="", place="Elmevej", start=TODAY),),
        due=(),
    )
    return replace(plain, **values)


def test_the_follow_up_held_last_is_told_and_one_struck_out_is_not() -> None:
    first, last, struck = held(40), held(5), held(1, voided_on=TODAY)
    assert last_held([struck, last, first, FollowUp(case_id="a", planned_on=TODAY)]) == last
    assert last_held([struck]) is None


def test_the_child_said_last_what_it_said_latest_at_a_follow_up_or_in_a_talk() -> None:
    told = held(10, child_said="Det går fint.")
    assert last_words([told], [talk(20, "For længe siden")]) == last_words([told], [])
    found = last_words([told], [talk(3, "Jeg vil hjem.")])
    assert found is not None
    assert (found.said, found.on) == ("Jeg vil hjem.", TODAY - 3 * DAY)
    assert last_words([held(1, child_said="  ")], [talk(1, " ")]) is None


def test_the_day_of_the_conversation_counts_and_on_one_day_the_follow_up_does() -> None:
    told = held(2, child_said="I bilen.", conversation_on=TODAY - 9 * DAY)
    found = last_words([told], [talk(9, "I klassen.")])
    assert found is not None
    assert (found.said, found.on) == ("I bilen.", TODAY - 9 * DAY)


def test_what_was_struck_out_corrected_or_no_talk_are_not_the_child_s_words() -> None:
    wrong = talk(3, "Forkert")
    right = talk(3, "Rettet", corrects_id=wrong.id)
    note = talk(1, "Mor ringede", kind=EntryKind.CALL)
    struck = talk(1, "Slettet", voided_on=TODAY)
    gone = held(0, child_said="Slettet", voided_on=TODAY)
    found = last_words([gone], [wrong, right, note, struck])
    assert found is not None
    assert found.said == "Rettet"


def test_promises_of_last_time_and_open_ones_from_before_are_asked_about() -> None:
    last = held(5)
    kept = promise("Ringe", follow_up_id=last.id, due=TODAY, settled_on=TODAY - DAY, kept=True)
    without_day = promise("Finde en ven", follow_up_id=last.id)
    old, settled = promise("Cykel", due=TODAY - DAY), promise("Tandlæge", settled_on=TODAY - 9 * DAY)
    just_now = promise("Briller", due=TODAY + DAY, settled_on=TODAY)
    found = promises_to_ask_about([without_day, settled, kept, just_now, old], last, TODAY)
    assert found == (old, kept, just_now, without_day)
    assert promises_to_ask_about([settled], None, TODAY) == ()


def test_a_question_that_was_taken_over_is_not_asked_twice() -> None:
    last, planned = held(5, open_questions="Skole?"), FollowUp(case_id="a", open_questions="Skole? Og fritid?")
    assert questions_to_take_up(last, planned) == ("Skole? Og fritid?",)
    assert questions_to_take_up(last, replace(planned, open_questions="Ferie?")) == ("Skole?", "Ferie?")
    assert questions_to_take_up(last, None) == ("Skole?",)
    assert questions_to_take_up(None, None) == ()


def test_scores_of_last_time_and_the_time_before() -> None:
    points = tuple(ScorePoint(TODAY - n * DAY, n) for n in (9, 6, 3))
    goal = SheetGoal(goal="I skole", target=8, curve=points)
    assert (goal.before, goal.last) == points[1:]
    assert SheetGoal(goal="I skole", target=8, curve=points[:1]).before is None
    assert SheetGoal(goal="I skole", target=8, curve=()).last is None


def test_paper_names_nobody_who_is_protected() -> None:
    assert [person.name for person in for_paper(sheet()).people] == ["", "Bo"]
    assert for_paper(sheet()).measures[0].place == "Elmevej"


def test_paper_says_no_place_of_a_protected_child() -> None:
    paper = for_paper(sheet(is_protected=True))
    assert paper.last is not None
    assert paper.planned is not None
    assert (paper.measures[0].place, paper.last.place, paper.planned.planned_place) == ("", "", "")
    unplanned = for_paper(sheet(is_protected=True, last=None, planned=None))
    assert (unplanned.last, unplanned.planned) == (None, None)
