"""Measures start, change, move, end and are struck out; a move is one change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.core.errors import Invalid, NotFound
from app.core.records.measure import EndReason, Measure
from app.services.measures import measures_of_case, move, save_measure, void_measure
from tests.conftest import TODAY
from tests.factories import Office


def test_a_move_ends_and_starts_in_one_change_that_one_undo_takes_back(office: Office) -> None:
    case = office.case()
    before = office.measure(case)
    ended = replace(before, end=TODAY, end_reason=EndReason.MOVED)
    after = Measure(case_id=case.id, type_key=office.a_type(4), start=TODAY, reason="Trives ikke", acute=True)

    office.store.write(move, (ended,), after, office.catalogue, TODAY)
    assert office.store.read(measures_of_case, case.id) == (ended, after)
    assert office.status(case).step.number == 4

    office.store.undo()
    assert office.store.read(measures_of_case, case.id) == (before,)


def test_a_move_that_is_refused_ends_nothing(office: Office) -> None:
    case = office.case()
    before = office.measure(case)
    ended = replace(before, end=TODAY, end_reason=EndReason.MOVED)
    wrong = Measure(case_id=case.id, type_key=office.a_type(4), start=TODAY, end=TODAY - timedelta(days=1))

    with pytest.raises(Invalid):
        office.store.write(move, (ended,), wrong, office.catalogue, TODAY)
    assert office.store.read(measures_of_case, case.id) == (before,)


def test_an_end_before_the_start_is_refused_at_the_field_of_the_end(office: Office) -> None:
    case = office.case()
    wrong = Measure(case_id=case.id, type_key=office.a_type(1), start=TODAY, end=date(2020, 1, 1))

    with pytest.raises(Invalid) as refused:
        office.store.write(save_measure, wrong, office.catalogue, TODAY)
    assert [(p.field, p.code) for p in refused.value.problems] == [("end", "end-before-start")]


def test_the_same_measure_twice_is_a_warning_that_does_not_stop_saving(office: Office) -> None:
    case = office.case()
    first = office.measure(case)
    second = Measure(case_id=case.id, type_key=first.type_key, start=TODAY)

    office.store.write(save_measure, second, office.catalogue, TODAY)
    assert second in office.store.read(measures_of_case, case.id)


def test_what_is_struck_out_is_kept_with_its_reason_and_moves_nobody(office: Office) -> None:
    case = office.case()
    measure = office.measure(case, office.a_type(5))

    office.store.write(void_measure, measure.id, TODAY, "Forkert barn")
    (kept,) = office.store.read(measures_of_case, case.id)
    assert (kept.voided_on, kept.void_reason) == (TODAY, "Forkert barn")
    assert office.status(case).step.beside


def test_striking_out_what_is_not_there_is_refused(office: Office) -> None:
    with pytest.raises(NotFound):
        office.store.write(void_measure, "nothing", TODAY, "Forkert barn")
