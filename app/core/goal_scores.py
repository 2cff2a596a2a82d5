"""How the goals of a plan were scored through time, by whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.core.records.follow_up import FollowUp, Informant

# Who is heard where several scored the same goal at one follow-up: the caseworker weighs them, then the child.
_HEARD = (Informant.WORKER, Informant.CHILD, Informant.PARENTS, Informant.SCHOOL)


@dataclass(frozen=True, slots=True)
class ScorePoint:
    """A score of 0–10 on the day of its follow-up."""

    day: date
    value: int


Scores = Mapping[Informant, tuple[ScorePoint, ...]]
"""The scores of one goal by informant, earliest first."""


def score_history(follow_ups: Iterable[FollowUp]) -> dict[str, Scores]:
    """The scores of every goal by its id, from the follow-ups that count as held."""
    found: dict[str, dict[Informant, list[ScorePoint]]] = defaultdict(lambda: defaultdict(list))
    for day, follow_up in _held(follow_ups):
        for score in follow_up.scores:
            found[score.goal_id][score.informant].append(ScorePoint(day, score.value))
    return {
        goal_id: {informant: tuple(of_goal[informant]) for informant in Informant if informant in of_goal}
        for goal_id, of_goal in found.items()
    }


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """The scores of one goal on a day, by informant."""

    day: date
    values: Mapping[Informant, int]


def score_table(scores: Scores) -> tuple[ScoreRow, ...]:
    """The scores of one goal as a table, the latest day first; of two on one day the later is shown."""
    by_day: dict[date, dict[Informant, int]] = defaultdict(dict)
    for informant, points in scores.items():
        for point in points:
            by_day[point.day][informant] = point.value
    return tuple(ScoreRow(day, by_day[day]) for day in sorted(by_day, reverse=True))


def goal_curve(goal_id: str, follow_ups: Iterable[FollowUp]) -> tuple[ScorePoint, ...]:
    """One score a follow-up, earliest first: the caseworker's, else the child's, else another."""
    points = []
    for day, follow_up in _held(follow_ups):
        given = [score for score in follow_up.scores if score.goal_id == goal_id]
        if given:
            heard = min(given, key=lambda score: _HEARD.index(score.informant))
            points.append(ScorePoint(day, heard.value))
    return tuple(points)


def last_scores(follow_ups: Iterable[FollowUp], record: FollowUp) -> dict[tuple[str, Informant], ScorePoint]:
    """The latest scores before a follow-up, by goal and informant."""
    until = record.held_on or date.max
    earlier = (f for f in follow_ups if f.id != record.id and (f.held_on or date.max) <= until)
    return {
        (goal_id, informant): points[-1]
        for goal_id, scores in score_history(earlier).items()
        for informant, points in scores.items()
    }


def _held(follow_ups: Iterable[FollowUp]) -> list[tuple[date, FollowUp]]:
    """The follow-ups that count as held, by their day."""
    held = [(f.held_on, f) for f in follow_ups if f.is_held and f.held_on is not None]
    return sorted(held, key=lambda one: (one[0], one[1].id))
