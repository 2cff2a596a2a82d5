"""A day of visits is planned in one write."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest

from app.core.errors import Invalid
from app.core.records.follow_up import FollowUp
from app.core.visit_day import PlannedStop
from app.services.follow_ups import follow_ups_of_case, save_follow_up
from app.services.visit_day import plan_visits
from tests.conftest import TODAY
from tests.factories import Office

TOMORROW = TODAY + timedelta(days=1)


def test_one_that_waits_is_moved_and_one_that_is_missing_is_planned(office: Office) -> None:
    moved, new = office.case("Alma"), office.case("Bo")
    measure = office.measure(moved)
    waiting = FollowUp(case_id=moved.id, planned_on=TODAY, planned_place="Hjemme", planned_with="Mor")
    office.store.write(save_follow_up, waiting, TODAY)
    stops = PlannedStop(case_id=moved.id, at=time(9, 30)), PlannedStop(case_id=new.id)

    changes = office.store.write(plan_visits, stops, TOMORROW, TODAY)

    assert (changes.label, changes.case_ids) == ("visits-planned", frozenset({moved.id, new.id}))
    (kept,) = office.store.read(follow_ups_of_case, moved.id)
    assert kept == replace(waiting, planned_on=TOMORROW, planned_at=time(9, 30), measure_ids=(measure.id,))
    (planned,) = office.store.read(follow_ups_of_case, new.id)
    assert (planned.planned_on, planned.planned_at) == (TOMORROW, None)


def test_nothing_is_planned_where_one_of_them_cannot_be(office: Office) -> None:
    good, bad = office.case("Alma"), office.case("Bo")
    office.measure(bad, start=TODAY - timedelta(days=3))
    early = TODAY - timedelta(days=30)
    with pytest.raises(Invalid):
        office.store.write(plan_visits, (PlannedStop(case_id=good.id), PlannedStop(case_id=bad.id)), early, TODAY)
    assert office.store.read(follow_ups_of_case, good.id) == ()


def test_a_day_without_a_visit_is_none(office: Office) -> None:
    with pytest.raises(ValueError, match="without a visit"):
        office.store.write(plan_visits, (), TOMORROW, TODAY)
