"""The demo tells a believable caseload on whatever day it is opened."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from app.core.attention import attention
from app.core.catalogue import Catalogue
from app.core.cpr import parse_cpr
from app.core.figures import figures
from app.core.follow_up_state import FollowUpState, state_of
from app.core.records.person import Person
from app.core.schedule import Track
from app.core.snippets import names_in
from app.core.status import CaseStatus, Urgency
from app.services.caseload import statuses_since
from app.services.catalogue import load_catalogue
from app.services.demo import fill_demo
from app.services.genograms import genogram_document
from app.services.network_maps import map_of_case
from app.services.people import all_people
from app.services.plans import plan_of_case
from app.services.snippets import all_snippets, children_of_caseload
from app.services.store import Store
from tests.conftest import TODAY, Clock, open_test_store

DAYS = [TODAY, date(2028, 2, 29), date(2027, 1, 1)]


class Told(NamedTuple):
    """The demo as it is told on a day."""

    store: Store
    catalogue: Catalogue
    statuses: tuple[CaseStatus, ...]


@pytest.fixture(scope="module", params=DAYS, ids=str)
def told(
    request: pytest.FixtureRequest, template_store: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Told]:
    """Entered once a day, since that takes seconds; the tests only read."""
    path = tmp_path_factory.mktemp("demo") / "store.db"
    shutil.copyfile(template_store, path)
    store = open_test_store(path, Clock())
    catalogue = store.read(load_catalogue)
    store.write(fill_demo, catalogue, request.param)
    yield Told(store, catalogue, store.read(statuses_since, request.param, catalogue, request.param))
    store.close()


def test_22_children_stand_on_all_steps_with_moves_both_ways(told: Told) -> None:
    _, catalogue, statuses = told
    found = figures(statuses, catalogue, statuses[0].today)
    assert len(statuses) == 22
    assert all(on_step for _, on_step in found.steps)
    assert found.down > found.up > 0
    assert found.follow_ups.expected > 30
    urgencies = [status.urgency for status in statuses]
    assert urgencies.count(Urgency.OVER) == 2
    assert urgencies.count(Urgency.SOON) >= 3


def test_what_the_demo_is_there_to_show_is_in_it(told: Told) -> None:
    store, catalogue, statuses = told
    by_name = {status.short_name: status for status in statuses}
    stay = {line.code for line in attention(by_name["Mikkel H."], catalogue)}
    assert "way-out-no-next-step" in stay
    assert by_name["Alma K."].file.child.protected
    assert by_name["Lærke D."].file.child.birth_date is None
    assert {status.file.plan_number for status in statuses} >= {1, 2, 3, 4}
    maps = [store.read(map_of_case, status.case_id) for status in statuses]
    sizes = [len(found.people) for found in maps if found]
    assert max(sizes) >= 19
    agnes, malthe = by_name["Agnes V."], by_name["Malthe Ø."]
    assert agnes.due is not None
    assert agnes.due.track is Track.LAW
    assert [leave.holds_on(agnes.today) for s in (agnes, malthe) for leave in s.file.dispensations] == [True, False]
    states = {state_of(f) for s in statuses for f in s.file.follow_ups}
    assert states >= {FollowUpState.PLANNED, FollowUpState.ATTEMPTED, FollowUpState.HELD}
    history = min(follow_up.held_on for s in statuses for follow_up in s.file.follow_ups if follow_up.held_on)
    assert (statuses[0].today - history).days > 600


def test_no_number_of_a_real_person_is_in_the_demo(told: Told) -> None:
    store, _, statuses = told
    people: tuple[Person, ...] = store.read(all_people)
    numbers = [parse_cpr(person.cpr) for person in people if person.cpr]
    assert len(numbers) == 21
    assert all(number is not None and number.is_replacement for number in numbers)
    assert all(not person.phone and not person.address for person in people)
    assert all(
        not follow_up.held_on or follow_up.held_on <= s.today for s in statuses for follow_up in s.file.follow_ups
    )


def test_siblings_share_their_mother(told: Told) -> None:
    store = told.store
    people = store.read(all_people)
    assert sum(person.name == "Sara Ravnsbjerg" for person in people) == 1
    assert sum(person.name == "Ida Ravnsbjerg" for person in people) == 1


def test_the_caseworkers_phrases_name_no_child(told: Told) -> None:
    store = told.store
    phrases, children = store.read(all_snippets), store.read(children_of_caseload)
    assert len(phrases) >= 5
    assert len(children) >= 22
    assert [names_in(phrase.text, children) for phrase in phrases] == [()] * len(phrases)


def test_the_smallest_are_told_of_as_the_small_they_are(told: Told) -> None:
    store, _, statuses = told
    ella = next(status for status in statuses if status.file.child.first_name == "Ella")
    plan = store.read(plan_of_case, ella.case_id)
    assert plan is not None
    words = " ".join(
        (plan.child_comment, plan.participants, *(sub.what for goal in plan.goals for sub in goal.sub_goals))
    )
    assert "sundhedsplejerske" in words
    for beyond in ("klasselærer", "læst planen", "hver dag", "hver uge"):
        assert beyond not in words
    (sub,) = plan.goals[0].sub_goals
    assert sub.rhythm == "hver uge"


def test_the_demo_tells_families_that_siblings_share(told: Told) -> None:
    store, catalogue, statuses = told
    drawn = {
        status.file.child.name: len(store.read(genogram_document, status.case_id, catalogue, status.today).drawn)
        for status in statuses
    }
    assert drawn["Mikkel Hedegaard"] == 15
    assert (drawn["Emil Ravnsbjerg"], drawn["Ida Ravnsbjerg"], drawn["Freja Lauritsen"]) == (5, 4, 1)
