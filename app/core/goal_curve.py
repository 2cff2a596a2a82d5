"""The scores of a goal through time, one a follow-up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.core.records.follow_up import FollowUp, Informant

# Who is heard where several scored the same goal at one follow-up: the caseworker weighs them, then the child.
_ORDER = (Informant.WORKER, Informant.CHILD, Informant.PARENTS, Informant.SCHOOL)


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """A score of 0–10 on the day of its follow-up."""

    day: date
    value: int


def goal_curve(goal_id: str, follow_ups: Iterable[FollowUp]) -> tuple[CurvePoint, ...]:
    """The scores of a goal at the follow-ups held, earliest first: the caseworker's, else the child's, else another."""
    points = []
    for follow_up in follow_ups:
        given = [score for score in follow_up.scores if score.goal_id == goal_id]
        if follow_up.is_held and follow_up.held_on and given:
            heard = min(given, key=lambda score: _ORDER.index(score.informant))
            points.append(CurvePoint(follow_up.held_on, heard.value))
    return tuple(sorted(points, key=lambda point: point.day))
