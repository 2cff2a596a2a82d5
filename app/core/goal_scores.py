"""How the goals of a plan were scored through time, by whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.core.records.follow_up import FollowUp, Informant


@dataclass(frozen=True, slots=True)
class ScorePoint:
    """A score of 0–10 on the day of the follow-up."""

    on: date
    value: int


Scores = Mapping[Informant, tuple[ScorePoint, ...]]
"""The scores of one goal by informant, earliest first."""


def score_history(follow_ups: Iterable[FollowUp]) -> dict[str, Scores]:
    """The scores of every goal by its id, from the follow-ups that count as held."""
    held = sorted((f.held_on, f.id, f) for f in follow_ups if f.is_held and f.held_on is not None)
    found: dict[str, dict[Informant, list[ScorePoint]]] = defaultdict(lambda: defaultdict(list))
    for day, _, follow_up in held:
        for score in follow_up.scores:
            found[score.goal_id][score.informant].append(ScorePoint(day, score.value))
    return {
        goal_id: {informant: tuple(of_goal[informant]) for informant in Informant if informant in of_goal}
        for goal_id, of_goal in found.items()
    }
