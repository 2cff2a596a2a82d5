"""Where a child stands on the ladder, and how it moves."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.core.catalogue import Catalogue
from app.core.ladder import MoveKind, way
from app.core.records.measure import Measure

TODAY = date(2025, 6, 2)


def measure(type_key: str, start: date, end: date | None = None, **more: object) -> Measure:
    return Measure(case_id="c", type_key=type_key, start=start, end=end, **more)  # type: ignore[arg-type]  # kwargs


def step_on(measures: list[Measure], catalogue: Catalogue, day: date) -> int:
    return way(measures, catalogue, day).now.step.number


def test_a_child_without_a_measure_stands_beside_the_ladder(catalogue: Catalogue) -> None:
    result = way([], catalogue, TODAY, opened=date(2025, 5, 1))
    assert [(span.step.number, span.start, span.end) for span in result.spans] == [(0, date(2025, 5, 1), None)]
    assert result.moves == ()


def test_the_position_is_the_highest_step_running(catalogue: Catalogue) -> None:
    both = [measure("pmto", date(2025, 1, 1)), measure("foster_general", date(2025, 3, 1), date(2025, 5, 1))]
    assert [step_on(both, catalogue, date(2025, month, 1)) for month in (2, 3, 4, 5)] == [1, 4, 4, 1]


def test_the_end_day_is_no_longer_on_the_step(catalogue: Catalogue) -> None:
    one = [measure("mst", date(2025, 1, 1), date(2025, 5, 1))]
    assert step_on(one, catalogue, date(2025, 4, 30)) == 2
    assert step_on(one, catalogue, date(2025, 5, 1)) == 0


def test_a_placement_on_the_home_based_step_stands_there(catalogue: Catalogue) -> None:
    assert step_on([measure("continuation_school", date(2025, 1, 1))], catalogue, TODAY) == 2


def test_coming_onto_the_ladder_is_an_entry_and_leaving_it_an_exit(catalogue: Catalogue) -> None:
    one = measure("multifunc", date(2025, 1, 1), date(2025, 4, 1), reason="Vold i hjemmet", end_note="Flyttet hjem")
    result = way([one], catalogue, TODAY, opened=date(2024, 12, 1))
    assert [(move.kind, move.day, move.reason) for move in result.moves] == [
        (MoveKind.ENTRY, date(2025, 1, 1), "Vold i hjemmet"),
        (MoveKind.EXIT, date(2025, 4, 1), "Flyttet hjem"),
    ]
    assert [span.step.number for span in result.spans] == [0, 5, 0]
    assert result.now.start == date(2025, 4, 1)


def test_a_move_down_and_a_move_up_tell_their_kind_and_reason(catalogue: Catalogue) -> None:
    result = way(
        [
            measure("multifunc", date(2024, 1, 1), date(2025, 1, 1), end_note="Planen er nået"),
            measure("foster_general", date(2025, 1, 1), date(2025, 3, 1), reason="Næste trin"),
            measure("secure_institution", date(2025, 3, 1), acute=True),
        ],
        catalogue,
        TODAY,
    )
    _, down, up = result.moves
    assert (down.kind, down.from_step.number, down.to_step.number) == (MoveKind.DOWN, 5, 4)
    assert (down.reason, down.acute) == ("Næste trin", False)
    assert down.ended is not None
    assert down.ended.type_key == "multifunc"
    assert (up.kind, up.acute, up.reason) == (MoveKind.UP, True, "")


def test_a_move_down_because_the_higher_measure_ended_tells_why_it_ended(catalogue: Catalogue) -> None:
    result = way(
        [
            measure("pmto", date(2024, 1, 1)),
            measure("mst", date(2024, 3, 1), date(2024, 7, 1), end_note="Forløbet er færdigt"),
        ],
        catalogue,
        TODAY,
    )
    last = result.moves[-1]
    assert (last.kind, last.began, last.reason) == (MoveKind.DOWN, None, "Forløbet er færdigt")


def test_a_gap_of_fourteen_days_is_a_move_and_one_of_fifteen_an_exit_and_an_entry(catalogue: Catalogue) -> None:
    first = measure("multifunc", date(2024, 1, 1), date(2025, 1, 1))
    near = [first, measure("foster_general", date(2025, 1, 15))]
    far = [first, measure("foster_general", date(2025, 1, 16))]
    assert [(move.kind, move.day) for move in way(near, catalogue, TODAY).moves[1:]] == [
        (MoveKind.DOWN, date(2025, 1, 15))
    ]
    assert step_on(near, catalogue, date(2025, 1, 10)) == 5
    assert [move.kind for move in way(far, catalogue, TODAY).moves[1:]] == [MoveKind.EXIT, MoveKind.ENTRY]
    assert step_on(far, catalogue, date(2025, 1, 10)) == 0


def test_a_gap_is_bridged_by_a_measure_that_is_to_start(catalogue: Catalogue) -> None:
    planned = [
        measure("multifunc", date(2024, 1, 1), date(2025, 5, 30)),
        measure("foster_general", date(2025, 6, 10)),
    ]
    result = way(planned, catalogue, TODAY)
    assert result.now.step.number == 5
    assert [move.kind for move in result.moves] == [MoveKind.ENTRY]


def test_early_help_in_a_gap_does_not_break_the_bridge(catalogue: Catalogue) -> None:
    result = way(
        [
            measure("mst", date(2024, 1, 1), date(2024, 5, 1)),
            measure("early_help", date(2024, 5, 4)),
            measure("pmto", date(2024, 5, 10)),
        ],
        catalogue,
        TODAY,
    )
    assert [move.kind for move in result.moves] == [MoveKind.ENTRY, MoveKind.DOWN]


def test_the_same_step_continued_is_one_span_without_a_move(catalogue: Catalogue) -> None:
    result = way(
        [measure("mst", date(2024, 1, 1), date(2024, 5, 1)), measure("support_team", date(2024, 5, 8))],
        catalogue,
        TODAY,
    )
    assert [(span.step.number, span.end) for span in result.spans] == [(2, None)]
    assert [measure.type_key for measure in result.now.measures] == ["mst", "support_team"]


def test_voided_and_empty_measures_leave_no_trace(catalogue: Catalogue) -> None:
    ghosts = [
        measure("multifunc", date(2025, 1, 1), voided_on=date(2025, 1, 2)),
        measure("mst", date(2025, 1, 1), date(2025, 1, 1)),
    ]
    assert [span.step.number for span in way(ghosts, catalogue, TODAY).spans] == [0]


DAYS = st.integers(0, 900).map(lambda days: date(2023, 1, 1) + timedelta(days=days))
TYPES = st.sampled_from(["pmto", "mst", "own_room", "kin_family", "foster_general", "multifunc", "early_help"])
MEASURES = st.lists(st.builds(measure, TYPES, DAYS, st.none() | DAYS), max_size=6)


@given(measures=MEASURES, day=DAYS)
def test_spans_follow_each_other_and_every_change_of_step_is_one_move(
    catalogue: Catalogue, measures: list[Measure], day: date
) -> None:
    result = way(measures, catalogue, day)
    assert all(earlier.end == later.start for earlier, later in pairwise(result.spans))
    assert all(earlier.step.key != later.step.key for earlier, later in pairwise(result.spans))
    entered = 0 if result.spans[0].step.beside else 1
    assert len(result.moves) == len(result.spans) - 1 + entered
    assert result.now.start <= day
    assert all((move.kind is MoveKind.ENTRY) == move.from_step.beside for move in result.moves)
