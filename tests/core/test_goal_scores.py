"""The curve of a goal."""

from __future__ import annotations

from datetime import date

from app.core.goal_scores import ScorePoint, ScoreRow, goal_curve, last_scores, score_history, score_table
from app.core.records.follow_up import FollowUp, GoalScore, Informant


def _held(day: date | None, *scores: tuple[str, Informant, int], **more: object) -> FollowUp:
    marks = tuple(GoalScore(goal_id=goal, informant=by, value=value) for goal, by, value in scores)
    return FollowUp(case_id="case", held_on=day, scores=marks, **more)  # type: ignore[arg-type]  # any field


def test_each_informant_has_a_curve_in_the_order_of_days() -> None:
    late = _held(date(2026, 5, 1), ("a", Informant.SCHOOL, 4), ("a", Informant.CHILD, 8))
    early = _held(date(2026, 3, 1), ("a", Informant.CHILD, 5), ("b", Informant.WORKER, 1))

    found = score_history([late, early])

    assert found == {
        "a": {
            Informant.CHILD: (ScorePoint(date(2026, 3, 1), 5), ScorePoint(date(2026, 5, 1), 8)),
            Informant.SCHOOL: (ScorePoint(date(2026, 5, 1), 4),),
        },
        "b": {Informant.WORKER: (ScorePoint(date(2026, 3, 1), 1),)},
    }


def test_what_was_only_planned_or_struck_out_draws_no_curve() -> None:
    score = ("a", Informant.CHILD, 5)
    assert score_history([_held(None, score), _held(date(2026, 3, 1), score, voided_on=date(2026, 3, 2))]) == {}


def test_a_curve_hears_the_caseworker_before_the_others_and_only_follow_ups_held() -> None:
    first, second = date(2026, 1, 1), date(2026, 2, 1)
    follow_ups = [
        _held(second, ("a", Informant.SCHOOL, 5), ("b", Informant.WORKER, 1)),
        _held(first, ("a", Informant.CHILD, 2), ("a", Informant.WORKER, 3)),
        _held(None, ("a", Informant.WORKER, 9)),
        _held(date(2026, 3, 1), ("b", Informant.WORKER, 2)),
    ]
    assert goal_curve("a", follow_ups) == (ScorePoint(first, 3), ScorePoint(second, 5))


def test_of_two_follow_ups_on_one_day_every_list_takes_the_same_for_the_latest() -> None:
    day = date(2026, 3, 1)
    follow_ups = [_held(day, ("a", Informant.WORKER, 7), id="2"), _held(day, ("a", Informant.WORKER, 4), id="1")]
    later = _held(date(2026, 4, 1))
    assert score_history(follow_ups)["a"][Informant.WORKER][-1].value == 7
    assert goal_curve("a", follow_ups)[-1].value == 7
    assert last_scores(follow_ups, later) == {("a", Informant.WORKER): ScorePoint(day, 7)}


def test_the_scores_as_a_table_have_a_row_a_day_the_latest_first() -> None:
    first, second = date(2026, 1, 1), date(2026, 2, 1)
    scores = {
        Informant.CHILD: (ScorePoint(first, 2), ScorePoint(second, 5), ScorePoint(second, 6)),
        Informant.SCHOOL: (ScorePoint(first, 4),),
    }
    assert score_table(scores) == (
        ScoreRow(second, {Informant.CHILD: 6}),
        ScoreRow(first, {Informant.CHILD: 2, Informant.SCHOOL: 4}),
    )
    assert score_table({}) == ()
