"""The team leader's dispensation lifts the programme goal, and never the law's deadline."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.errors import Invalid, NotFound
from app.core.interval import Interval
from app.core.records.follow_up import Dispensation
from app.core.records.measure import Measure
from app.core.schedule import Basis
from app.services.dispensations import save_dispensation, void_dispensation
from tests.conftest import TODAY
from tests.factories import Office


def granted(measure: Measure) -> Dispensation:
    return Dispensation(
        measure_id=measure.id,
        granted_by="L. Dam",
        granted_on=TODAY,
        valid_until=TODAY + timedelta(days=200),
        reason="Familien er i udlandet",
    )


def test_a_pause_moves_the_goal_until_it_is_struck_out_and_never_the_law(office: Office) -> None:
    case = office.case()
    leave = granted(office.measure(case))
    ordinary = office.status(case).schedule.clocks[0]

    changes = office.store.write(save_dispensation, leave, TODAY)

    assert changes.case_ids == {case.id}
    (paused,) = office.status(case).schedule.clocks
    assert paused.goal is not None
    assert (paused.goal.day, paused.goal.basis) == (leave.valid_until, Basis.PAUSE)
    assert paused.law == ordinary.law

    office.store.write(void_dispensation, leave.id, TODAY, "Forkert barn")

    status = office.status(case)
    assert status.schedule.clocks == (ordinary,)
    (kept,) = status.file.dispensations
    assert (kept.voided_on, kept.void_reason) == (TODAY, "Forkert barn")


def test_a_dispensation_is_changed_in_place(office: Office) -> None:
    case = office.case()
    leave = granted(office.measure(case))
    office.store.write(save_dispensation, leave, TODAY)
    longer = replace(leave, interval=Interval.parse("6m"), reason="Stabil periode")
    office.store.write(save_dispensation, longer, TODAY)
    assert office.status(case).file.dispensations == (longer,)


def test_nothing_is_granted_without_a_leaders_name_and_a_reason(office: Office) -> None:
    case = office.case()
    leave = replace(granted(office.measure(case)), granted_by=" ", reason="")
    with pytest.raises(Invalid) as refused:
        office.store.write(save_dispensation, leave, TODAY)
    assert [p.code for p in refused.value.problems] == ["granted-by-empty", "reason-empty"]
    assert office.status(case).file.dispensations == ()


def test_a_dispensation_belongs_to_a_measure_that_is_there(office: Office) -> None:
    with pytest.raises(NotFound):
        office.store.write(save_dispensation, granted(Measure(case_id="c", type_key="pmto", start=TODAY)), TODAY)


@pytest.mark.parametrize(("days", "holds"), [(-1, False), (0, True), (200, True), (201, False)])
def test_a_dispensation_holds_from_the_day_it_was_granted_to_its_last_day(days: int, holds: bool) -> None:
    leave = granted(Measure(case_id="c", type_key="pmto", start=TODAY))
    day = TODAY + timedelta(days=days)
    assert leave.holds_on(day) is holds
    assert not replace(leave, voided_on=TODAY).holds_on(day)
