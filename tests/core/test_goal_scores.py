"""The curve of a goal."""

from __future__ import annotations

from datetime import date

from app.core.goal_scores import ScorePoint, score_history
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
