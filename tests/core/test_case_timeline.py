"""A case through time: what the drawing and its list are made of."""

from __future__ import annotations

from datetime import date, timedelta

from app.core.case_timeline import MarkKind, timeline
from app.core.ladder import MoveKind
from app.core.records.follow_up import FollowUp, GoalScore
from app.services.cases import close_case
from tests.conftest import TODAY
from tests.factories import Office


def test_a_follow_up_stands_on_the_most_intrusive_measure_it_covered(office: Office) -> None:
    case = office.case()
    low, high = office.measure(case, office.a_type(1)), office.measure(case, office.a_type(4))
    office.held(case, low, high)

    (mark,) = (m for m in timeline(office.status(case), office.catalogue).marks if m.kind is MarkKind.HELD)
    assert (mark.day, mark.measure_id) == (TODAY, high.id)


def test_a_due_date_nobody_kept_is_a_missed_mark(office: Office) -> None:
    case = office.case()
    office.measure(case, office.a_type(1), start=date(2026, 1, 5), end=date(2026, 3, 5))

    (mark,) = timeline(office.status(case), office.catalogue).marks
    assert (mark.kind, mark.day, mark.follow_up_id) == (MarkKind.MISSED, date(2026, 2, 2), "")


def test_what_was_over_when_the_case_closed_is_missed_though_the_measure_runs_on(office: Office) -> None:
    case = office.case()
    office.measure(case, office.a_type(1), start=TODAY - timedelta(days=40))
    office.store.write(close_case, case.id, TODAY, "Overtaget af en anden", False)

    (mark,) = timeline(office.status(case), office.catalogue).marks
    assert (mark.kind, mark.day) == (MarkKind.MISSED, TODAY - timedelta(days=12))


def test_struck_out_follow_ups_and_measures_are_not_drawn(office: Office) -> None:
    case = office.case()
    real = office.measure(case, start=TODAY - timedelta(days=10))
    office.measure(case, office.a_type(4), start=TODAY - timedelta(days=20), voided_on=TODAY, void_reason="Fejl")
    office.held(case, real, voided_on=TODAY, void_reason="Fejl")

    drawn = timeline(office.status(case), office.catalogue)
    assert [bar.measure.id for bar in drawn.bars] == [real.id]
    assert drawn.marks == ()


def test_the_axis_reaches_past_the_agreed_end_and_never_less_than_eight_weeks(office: Office) -> None:
    short, long = office.case(opened=TODAY), office.case(opened=TODAY)
    office.measure(short, start=TODAY)
    office.measure(long, office.a_type(5), start=TODAY, expected_end=date(2027, 9, 1), next_step="hjem")

    narrow, wide = (timeline(office.status(case), office.catalogue) for case in (short, long))
    assert narrow.end - narrow.start >= timedelta(weeks=8)
    assert wide.end > date(2027, 9, 1)
    assert [(o.text, o.day) for o in wide.outlooks] == [("hjem", date(2027, 9, 1))]


def test_a_case_without_measures_is_a_time_beside_the_ladder(office: Office) -> None:
    case = office.case()
    drawn = timeline(office.status(case), office.catalogue)
    assert (len(drawn.beside), drawn.bars, drawn.moves) == (1, (), ())
    assert drawn.steps[-1].beside


def test_moves_are_those_of_the_ladder(office: Office) -> None:
    case = office.case(opened=date(2026, 1, 5))
    office.measure(case, office.a_type(5), start=date(2026, 1, 5), end=date(2026, 6, 1))
    office.measure(case, office.a_type(4), start=date(2026, 6, 1))

    moves = timeline(office.status(case), office.catalogue).moves
    assert [(m.kind, m.day) for m in moves] == [
        (MoveKind.ENTRY, date(2026, 1, 5)),
        (MoveKind.DOWN, date(2026, 6, 1)),
    ]


def test_a_closed_case_is_drawn_until_the_day_it_closed(office: Office) -> None:
    case = office.case()
    office.measure(case)
    office.store.write(close_case, case.id, TODAY - timedelta(days=30), "Flyttet", True)

    drawn = timeline(office.status(case), office.catalogue)
    assert (drawn.is_closed, drawn.today) == (True, TODAY - timedelta(days=30))


def _follow_up(day: date, *scores: GoalScore, held: bool = True) -> FollowUp:
    return FollowUp(case_id="c", held_on=day if held else None, planned_on=day, scores=scores)


def test_a_follow_up_about_no_measure_has_no_place_on_the_ladder(office: Office) -> None:
    case = office.case()
    office.measure(case)
    office.held(case)
    assert MarkKind.HELD not in {mark.kind for mark in timeline(office.status(case), office.catalogue).marks}
