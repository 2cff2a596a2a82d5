"""What minutes and invitations hold: as far as it may be shared, and no name that is protected."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest

from app.core.errors import NotFound
from app.core.names import Names
from app.core.records.follow_up import Agreement, FollowUp, GoalScore, Informant
from app.core.records.meeting import ChildPart, Guest
from app.core.records.network import Invitation
from app.core.records.person import Person
from app.core.records.plan import Goal
from app.services.family_prints import family_print_warnings
from app.services.follow_ups import save_follow_up
from app.services.minutes import follow_up_minutes, meeting_invitation, meeting_minutes
from app.services.network_maps import map_of_case, save_map
from app.services.people import save_person
from tests.conftest import TODAY
from tests.factories import Office

DAY = timedelta(days=1)


def test_what_the_child_said_stands_in_the_minutes_only_where_it_may_be_shared(office: Office) -> None:
    case = office.case()
    measure = office.measure(case)
    kept = office.held(case, measure, on=TODAY - DAY, child_said="Jeg vil hjem.")
    shared = office.held(case, measure, child_said="Jeg vil hjem.", may_share_words=True)
    silent = office.held(case, measure, on=TODAY - 2 * DAY, child_said="")

    found = [
        office.store.read(follow_up_minutes, case.id, one.id, office.catalogue, TODAY) for one in (kept, shared, silent)
    ]

    # Whether the child said anything is a secret too.
    assert [(one.child_said, one.words_withheld) for one in found] == [
        ("", True),
        ("Jeg vil hjem.", False),
        ("", True),
    ]


def test_scores_stand_beside_those_of_the_time_before(office: Office) -> None:
    case, goal = office.case(), Goal(goal="I skole hver dag", target=8)
    office.plan(case, goal)
    measure = office.measure(case)
    office.held(case, measure, on=TODAY - 30 * DAY, scores=(GoalScore(goal_id=goal.id, value=3),))
    scores = (GoalScore(goal_id=goal.id, value=5), GoalScore(goal_id=goal.id, informant=Informant.CHILD, value=6))
    office.held(case, measure, scores=scores)

    first = office.store.read(follow_up_minutes, case.id, "", office.catalogue, TODAY).goals

    assert [(g.goal, g.before, g.target) for g in first] == [("I skole hver dag", ((Informant.WORKER, 3),), 8)]
    assert first[0].scores == ((Informant.CHILD, 6), (Informant.WORKER, 5))


def test_the_next_day_is_the_one_planned_else_the_one_due_and_none_that_has_gone(office: Office) -> None:
    case = office.case()
    measure = office.measure(case, start=TODAY - 10 * DAY)
    held = office.held(case, measure)

    def next_day() -> tuple[object, ...]:
        found = office.store.read(follow_up_minutes, case.id, held.id, office.catalogue, TODAY).next_date
        return (found.on, found.at, found.place, found.agreed) if found else ()

    due = office.status(case).due
    assert due is not None
    assert next_day() == (due.day, None, "", False)
    coming = FollowUp(case_id=case.id, planned_on=TODAY + 9 * DAY, planned_at=time(14), planned_place="Skolen")
    office.store.write(save_follow_up, coming, TODAY)
    assert next_day() == (TODAY + 9 * DAY, time(14), "Skolen", True)


def test_minutes_of_long_ago_name_no_day_that_is_due_now(office: Office) -> None:
    case = office.case()
    measure = office.measure(case)
    old = office.held(case, measure, on=TODAY - 60 * DAY)
    office.held(case, measure)
    assert office.store.read(follow_up_minutes, case.id, old.id, office.catalogue, TODAY).next_date is None


def test_a_family_is_told_no_day_that_has_gone(office: Office) -> None:
    case = office.case()
    measure = office.measure(case, start=TODAY - 200 * DAY)
    office.held(case, measure, on=TODAY - 150 * DAY)
    late = FollowUp(case_id=case.id, planned_on=TODAY - 5 * DAY, attempted_on=TODAY - 5 * DAY)
    office.store.write(save_follow_up, late, TODAY)
    assert office.store.read(follow_up_minutes, case.id, "", office.catalogue, TODAY).next_date is None


def test_of_a_protected_child_no_place_is_told(office: Office) -> None:
    case = office.case(protected=True)
    measure = office.measure(case, start=TODAY - 10 * DAY)
    office.held(case, measure, place="Solgården")
    coming = FollowUp(case_id=case.id, planned_on=TODAY + 9 * DAY, planned_place="Solgården")
    office.store.write(save_follow_up, coming, TODAY)
    found = office.store.read(follow_up_minutes, case.id, "", office.catalogue, TODAY)
    assert found.place == ""
    assert found.next_date is not None
    assert found.next_date.place == ""


def test_of_a_protected_child_no_place_of_a_meeting_is_told(office: Office) -> None:
    case = office.case(protected=True)
    held = office.meeting(case, held_on=TODAY - 9 * DAY, place="Solgården")
    office.meeting(case, planned_on=TODAY + DAY, place="Solgården")
    found = office.store.read(meeting_minutes, case.id, held.id, office.catalogue, TODAY)
    assert found.place == ""
    assert found.next_date is not None
    assert found.next_date.place == ""


def test_a_protected_person_stands_there_by_role_alone(office: Office) -> None:
    case = office.case()
    mother, gran = office.person(case, "Karen", last_name="Holm"), office.person(case, "Lis", last_name="Vang")
    network = office.map(case, mother)
    placed = replace(network, people=(replace(network.people[0], role="Mor"),))
    office.store.write(save_map, placed, TODAY)
    office.store.write(save_person, replace(mother, protected=True), TODAY)
    promise = Agreement(case_id=case.id, what="Henter", responsible="Karen Holm (mor)")
    guests = (Guest(person_id=mother.id, came=True), Guest(person_id=gran.id, came=False))
    meeting = office.meeting(
        case, guests=guests, held_on=TODAY, minutes="Karen Holm fortalte.", others="Naboen", child_part=ChildPart.THERE
    )
    meeting = office.meeting(
        case,
        id=meeting.id,
        guests=guests,
        held_on=TODAY,
        minutes="Karen Holm fortalte.",
        agreements=(replace(promise, meeting_id=meeting.id),),
    )

    found = office.store.read(meeting_minutes, case.id, meeting.id, office.catalogue, TODAY)

    assert [(one.name, one.role) for one in found.came] == [("", Names("mor", "mother"))]
    assert [one.name for one in found.missed] == ["Lis Vang"]
    assert found.minutes == "mor fortalte."
    assert [one.responsible for one in found.promises] == ["mor"]
    codes = [p.code for p in office.store.read(family_print_warnings, case.id, found, TODAY)]
    assert codes == ["print-of-protected"]
    assert office.store.read(map_of_case, case.id) is not None


def test_a_goal_names_no_protected_person_in_the_minutes(office: Office) -> None:
    case, goal = office.case(), Goal(goal="Karen Holm henter hver dag")
    mother = office.person(case, "Karen", last_name="Holm")
    office.store.write(save_person, replace(mother, protected=True), TODAY)
    office.plan(case, goal)
    office.held(case, office.measure(case), scores=(GoalScore(goal_id=goal.id, value=3),))
    (told,) = office.store.read(follow_up_minutes, case.id, "", office.catalogue, TODAY).goals
    assert "Karen" not in told.goal
    assert told.goal.endswith("henter hver dag")


def test_the_childs_words_at_a_meeting_are_shared_only_where_it_is_ticked(office: Office) -> None:
    case = office.case()
    told = {"held_on": TODAY, "child_words": "Jeg vil hjem.", "child_part": ChildPart.WORDS_BROUGHT}
    kept, shared = office.meeting(case, **told), office.meeting(case, **told, may_share_words=True)
    found = [office.store.read(meeting_minutes, case.id, one.id, office.catalogue, TODAY) for one in (kept, shared)]
    assert [(one.child_words, one.words_withheld) for one in found] == [("", True), ("Jeg vil hjem.", False)]
    absent = office.meeting(case, held_on=TODAY, child_part=ChildPart.NOT_HEARD)
    assert not office.store.read(meeting_minutes, case.id, absent.id, office.catalogue, TODAY).words_withheld


def test_the_next_meeting_is_one_to_come(office: Office) -> None:
    case = office.case()
    office.meeting(case, planned_on=TODAY - 2 * DAY)
    held = office.meeting(case, held_on=TODAY - 9 * DAY)
    assert office.store.read(meeting_minutes, case.id, held.id, office.catalogue, TODAY).next_date is None
    office.meeting(case, planned_on=TODAY + DAY, planned_at=time(15, 30), place="Skolen")
    coming = office.store.read(meeting_minutes, case.id, "", office.catalogue, TODAY).next_date
    assert coming is not None
    assert (coming.on, coming.at, coming.place) == (TODAY + DAY, time(15, 30), "Skolen")


def test_who_has_said_no_is_not_named_in_the_invitation(office: Office) -> None:
    case = office.case()
    mother, father = office.person(case, "Karen"), Person(first_name="Bo", title="Træner")
    office.map(case, father)
    guests = (Guest(person_id=mother.id, answer=Invitation.NO), Guest(person_id=father.id))
    office.meeting(case, guests=guests, agenda="1. Runde", others="Naboen")
    found = office.store.read(meeting_invitation, case.id, "", office.catalogue, TODAY)
    assert [(one.name, one.role) for one in found.asked] == [("Bo", Names("Træner", "Træner"))]
    assert (found.meeting.on, found.agenda, found.others) == (TODAY + 7 * DAY, "1. Runde", "Naboen")


@pytest.mark.parametrize("gather", [follow_up_minutes, meeting_minutes, meeting_invitation])
@pytest.mark.parametrize("record_id", ["", "nobody"])
def test_what_is_not_there_has_no_print(office: Office, gather: object, record_id: str) -> None:
    with pytest.raises(NotFound):
        office.store.read(gather, office.case().id, record_id, office.catalogue, TODAY)  # type: ignore[arg-type]  # one of three
