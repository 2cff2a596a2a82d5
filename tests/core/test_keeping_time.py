"""How follow-ups kept time in a period, by accounting group and by case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.core.catalogue import Catalogue
from app.core.figures import Share
from app.core.keeping_time import Count, HalfYear, KeptTime, by_case, by_group, keeping_time
from app.core.records.case import Case
from app.core.records.case_file import CaseFile
from app.core.records.follow_up import FollowUp
from app.core.records.measure import Measure
from app.core.records.person import Person
from app.core.schedule import Track
from app.core.status import CaseStatus, case_status

TODAY = date(2025, 6, 30)
FIRST = HalfYear(2025, 1)
# Started on 6 January: due 3 February, 3 May (after one held on time), 3 August.
PMTO = Measure(case_id="c", type_key="pmto", start=date(2025, 1, 6))
FOSTER = Measure(case_id="c", type_key="foster_general", start=date(2025, 5, 5))


def held(on: date, *measures: Measure, talk: bool = False) -> FollowUp:
    ids = tuple(m.id for m in measures)
    return FollowUp(case_id="c", measure_ids=ids, held_on=on, conversation_on=on if talk else None)


def status(
    catalogue: Catalogue,
    *follow_ups: FollowUp,
    measures: tuple[Measure, ...] = (PMTO,),
    name: str = "Mia",
    closed: date | None = None,
    voided: date | None = None,
) -> CaseStatus:
    child = Person(first_name=name, birth_date=date(2015, 1, 1))
    case = Case(person_id=child.id, opened=date(2025, 1, 1), closed=closed, voided_on=voided)
    file = CaseFile(case=case, child=child, measures=measures, follow_ups=follow_ups)
    return case_status(file, catalogue, min(TODAY, closed or TODAY))


def first_half(catalogue: Catalogue, *statuses: CaseStatus, track: Track = Track.GOAL) -> KeptTime:
    return keeping_time(statuses, catalogue, FIRST.start, FIRST.end, TODAY, track=track)


def fates(kept: KeptTime) -> dict[str, int]:
    """The numbers of due dates that are not nought."""
    states = (Count.ON_TIME, Count.LATE, Count.MISSED, Count.DISPENSED)
    assert kept.count(Count.EXPECTED) == sum(kept.count(state) for state in states[:3])
    return {state.value: kept.count(state) for state in states if kept.count(state)}


@pytest.mark.parametrize(
    ("day", "start", "end"),
    [
        (date(2025, 1, 1), date(2025, 1, 1), date(2025, 7, 1)),
        (date(2025, 6, 30), date(2025, 1, 1), date(2025, 7, 1)),
        (date(2025, 7, 1), date(2025, 7, 1), date(2026, 1, 1)),
        (date(2025, 12, 31), date(2025, 7, 1), date(2026, 1, 1)),
    ],
)
def test_a_half_year_begins_in_january_or_july(day: date, start: date, end: date) -> None:
    half = HalfYear.of(day)
    assert (half.start, half.end) == (start, end)
    assert half.before.end == start
    assert half.before < half


def test_each_due_date_of_the_period_counts_once_by_what_became_of_it(catalogue: Catalogue) -> None:
    kept = first_half(catalogue, status(catalogue, held(date(2025, 2, 3), PMTO), held(date(2025, 5, 10), PMTO)))
    assert fates(kept) == {"on-time": 1, "late": 1}


def test_what_was_missed_stays_missed_after_the_case_was_closed(catalogue: Catalogue) -> None:
    closed = status(catalogue, closed=date(2025, 6, 10))
    assert fates(first_half(catalogue, closed)) == {"missed": 2}


def test_a_voided_case_counts_nowhere(catalogue: Catalogue) -> None:
    voided = status(catalogue, held(date(2025, 2, 3), PMTO), voided=TODAY)
    assert first_half(catalogue, voided).is_empty


def test_dates_and_visits_outside_the_period_stand_outside(catalogue: Catalogue) -> None:
    one = status(catalogue, held(date(2025, 2, 3), PMTO))
    before = keeping_time([one], catalogue, date(2024, 7, 1), date(2025, 1, 1), TODAY)
    assert before.is_empty
    # The date of 3 May is open at the end of June; that of 3 August is no part of the half-year.
    assert fates(first_half(catalogue, one)) == {"on-time": 1}


def test_an_excused_follow_up_is_counted_apart_and_moves_no_date(catalogue: Catalogue) -> None:
    excused = FollowUp(
        case_id="c",
        measure_ids=(PMTO.id,),
        planned_on=date(2025, 2, 3),
        excused_on=date(2025, 2, 3),
        excused_reason="Barnet var syg",
    )
    kept = first_half(catalogue, status(catalogue, excused, held(date(2025, 2, 10), PMTO)))
    assert (fates(kept), kept.count(Count.EXCUSED)) == ({"late": 1}, 1)


def test_the_child_was_spoken_with_at_some_of_the_follow_ups_held(catalogue: Catalogue) -> None:
    talk, silence = held(date(2025, 2, 3), PMTO, talk=True), held(date(2025, 3, 3), PMTO)
    struck_out = replace(held(date(2025, 4, 3), PMTO, talk=True), voided_on=TODAY)
    kept = first_half(catalogue, status(catalogue, talk, silence, struck_out))
    assert kept.spoken_with == Share(part=1, whole=2)


def test_groups_tell_placements_from_preventive_measures(catalogue: Catalogue) -> None:
    both = status(
        catalogue,
        held(date(2025, 2, 3), PMTO),
        held(date(2025, 5, 19), PMTO, FOSTER, talk=True),
        measures=(PMTO, FOSTER),
    )
    kept = first_half(catalogue, both)
    groups = {group.key: of_group for group, of_group in by_group(kept, catalogue, TODAY)}
    assert fates(groups["preventive"]) == {"on-time": 1, "late": 1}
    assert fates(groups["foster"]) == {"on-time": 1}
    assert groups["institution"].is_empty
    # One visit that covers both stands in both groups, and once in the whole.
    assert groups["foster"].spoken_with == Share(part=1, whole=1)
    assert groups["preventive"].spoken_with == Share(part=1, whole=2)
    assert kept.spoken_with == Share(part=1, whole=2)


def test_cases_stand_by_name_and_only_where_the_period_brought_something(catalogue: Catalogue) -> None:
    none = status(catalogue, measures=(), name="Bo")
    visited = status(catalogue, held(date(2025, 3, 3)), measures=(), name="Åse")
    dated = status(catalogue, held(date(2025, 2, 3), PMTO), name="Øjvind")
    found = by_case(first_half(catalogue, none, visited, dated))
    assert [(one.file.child.name, kept.count(Count.ON_TIME), kept.count(Count.HELD)) for one, kept in found] == [
        ("Øjvind", 1, 1),
        ("Åse", 0, 1),
    ]


def test_the_law_has_its_own_dates(catalogue: Catalogue) -> None:
    one = status(catalogue, held(date(2025, 4, 6), PMTO))
    assert fates(first_half(catalogue, one, track=Track.LAW)) == {"on-time": 1}
    assert fates(first_half(catalogue, one)) == {"late": 1}


def test_the_groups_together_hold_every_due_date(catalogue: Catalogue) -> None:
    kept = first_half(catalogue, status(catalogue, measures=(PMTO, FOSTER)))
    assert sum(len(of_group.dates) for _, of_group in by_group(kept, catalogue, TODAY)) == len(kept.dates)
    assert sum(len(of_case.dates) for _, of_case in by_case(kept)) == len(kept.dates)


def test_each_number_opens_its_list_by_day(catalogue: Catalogue) -> None:
    late, talk = held(date(2025, 5, 10), PMTO), held(date(2025, 2, 3), PMTO, talk=True)
    kept = first_half(catalogue, status(catalogue, late, talk))
    assert [one.day for one in kept.listed(Count.EXPECTED)] == [date(2025, 2, 3), date(2025, 5, 3)]
    assert [one.day for one in kept.listed(Count.HELD)] == [date(2025, 2, 3), date(2025, 5, 10)]
    assert [one.day for one in kept.listed(Count.SPOKEN)] == [date(2025, 2, 3)]
    assert kept.listed(Count.EXCUSED) == ()


def test_a_measure_that_ended_before_the_case_expects_nothing_after_its_end(catalogue: Catalogue) -> None:
    ended = replace(PMTO, end=date(2025, 3, 1))
    still_open = status(catalogue, held(date(2025, 2, 3), PMTO), measures=(ended,))
    closed_later = status(catalogue, held(date(2025, 2, 3), PMTO), measures=(ended,), closed=date(2025, 6, 10))
    assert fates(first_half(catalogue, still_open)) == fates(first_half(catalogue, closed_later)) == {"on-time": 1}
