"""Found as typed: children, people and words; odd searches find something or nothing, and never fail."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core.records.assessment import Finding
from app.core.records.follow_up import Agreement, GoalScore
from app.core.records.plan import Goal, SubGoal
from app.models.tables import row_classes
from app.services import search
from app.services.plans import save_plan
from app.services.search import Found, Hit, find
from app.services.store import Store
from tests.conftest import TODAY
from tests.factories import Office


def hits(store: Store, typed: str) -> tuple[Hit, ...]:
    return store.read(find, typed)


@pytest.mark.parametrize(
    "typed", ["øster", "oster", "oester", "ØSTERGÅRD", "ostergard", "aase ø", "åse", "Asse Østergård"]
)
def test_a_child_is_found_however_its_letters_are_typed(office: Office, store: Store, typed: str) -> None:
    case = office.case("Åse", "Østergård")
    office.case("Bo", "Lund")
    assert [(hit.found, hit.case_id) for hit in hits(store, typed)] == [(Found.CHILD, case.id)]


def test_a_case_is_found_by_its_number_in_the_municipality(office: Office, store: Store) -> None:
    case = office.case(municipal_number="27.24.00-G01-112-26")
    assert hits(store, "27.24.00-G01-112")[0].case_id == case.id


def test_people_of_the_case_and_of_its_map_are_found_once(office: Office, store: Store) -> None:
    case = office.case()
    grandmother = office.person(case, "Gerda", last_name="Vang")
    office.map(case, grandmother)
    assert [(hit.found, hit.name) for hit in hits(store, "gerda")] == [(Found.PERSON, "Gerda Vang")]


def test_everything_written_is_found_with_the_words_around_it(office: Office, store: Store) -> None:
    case = office.case()
    measure = office.measure(case, provider="Broen sommerfugl")
    goal = Goal(goal="Kan høre en sommerfugl", sub_goals=(SubGoal(what="Finde en sommerfugl"),))
    office.plan(case, goal, purpose="Se en sommerfugl")
    agreed = Agreement(case_id=case.id, what="Købe en sommerfugl")
    office.held(case, measure, child_said="Jeg så en sommerfugl i haven", agreements=(agreed,))
    office.note(case, "Talte om en sommerfugl.")
    found = hits(store, "sommerf")
    assert sorted(hit.found for hit in found) == sorted(
        [Found.AGREEMENT, Found.FOLLOW_UP, Found.MEASURE, Found.NOTE, Found.PLAN, Found.PLAN, Found.PLAN]
    )
    assert {hit.case_id for hit in found} == {case.id}
    assert all("sommerfugl" in hit.excerpt for hit in found)


def test_words_of_two_fields_are_told_apart_where_they_are_found(office: Office, store: Store) -> None:
    case = office.case()
    office.plan(case, purpose="Ro om natten", measure_reason="Aflastning")
    assert [hit.excerpt for hit in hits(store, "aflastning")] == ["Ro om natten · Aflastning"]


def test_what_came_in_was_found_out_and_decided_is_found_in_its_case(office: Office, store: Store) -> None:
    case = office.case()
    office.notification(case, summary="Naboen hørte en sommerfugl.")
    office.assessment(case, Finding(theme_key="leisure", text="Samler på sommerfugle."), conclusion="En sommerfugl.")
    decision = office.decision(case, what="En sommerfugl til værelset")
    office.complaint(case, decision, about="Vil have en større sommerfugl.")
    office.access_request(case, what="Alt om sommerfugle")
    found = hits(store, "sommerf")
    assert sorted(hit.found for hit in found) == sorted(
        (
            *(Found.NOTIFICATION, Found.ASSESSMENT, Found.ASSESSMENT),
            *(Found.DECISION, Found.COMPLAINT, Found.ACCESS_REQUEST),
        )
    )
    assert {hit.case_id for hit in found} == {case.id}


def test_every_table_with_words_to_find_leads_to_its_case() -> None:
    assert {name for name, table in row_classes().items() if table.searchable} == {*search._SOURCES}


def test_what_a_person_on_the_map_can_help_with_is_found(office: Office, store: Store) -> None:
    case = office.case()
    network = office.map(case, office.person(case, "Gerda"))
    place = network.people[0]
    office.redraw(network, people=(replace(place, can_help="Kører til fodbold"),))
    assert [hit.found for hit in hits(store, "fodbold")] == [Found.NETWORK]


def test_words_that_were_changed_or_undone_are_not_found_any_more(office: Office, store: Store) -> None:
    case = office.case()
    office.note(case, "En pingvin.")
    store.undo()
    assert hits(store, "pingvin") == ()
    store.redo()
    assert len(hits(store, "pingvin")) == 1


@pytest.mark.parametrize(
    "typed", ['"', "O'Brien", "*", "NEAR(", "%", "", "   ", "AND", "a OR b", "-x", "{", "\0", "col:x", "æ" * 100_000]
)
def test_odd_searches_find_nothing_and_do_not_fail(office: Office, store: Store, typed: str) -> None:
    office.note(office.case(), "Ringede til skolen.")
    assert hits(store, typed) == ()


def test_an_irish_name_is_found_with_its_apostrophe(office: Office, store: Store) -> None:
    case = office.case("Sean", "O'Brien")
    office.note(case, "O'Brien ringede.")
    assert [hit.found for hit in hits(store, "O'Brien")] == [Found.CHILD, Found.NOTE]


def test_a_goal_taken_out_of_the_plan_is_not_found_any_more(office: Office, store: Store) -> None:
    case, goal = office.case(), Goal(goal="Cykler selv til træning", sub_goals=(SubGoal(what="Lappe cyklen"),))
    plan = office.plan(case, goal)
    office.held(case, office.measure(case), scores=(GoalScore(goal_id=goal.id, value=4),))
    assert len(hits(store, "træning")) == 1
    store.write(save_plan, replace(plan, goals=()), TODAY)
    assert hits(store, "træning") == hits(store, "lappe") == ()
