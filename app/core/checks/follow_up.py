"""What can be wrong with a follow-up."""

from __future__ import annotations

from datetime import date

from app.core.errors import Problem, Severity
from app.core.records.follow_up import FollowUp
from app.core.records.measure import Measure


def check_follow_up(record: FollowUp, measures: tuple[Measure, ...], today: date) -> tuple[Problem, ...]:
    """A follow-up is held today or earlier, not before the measures it covers; scores run from 0 to 10.

    Held without a conversation or a reason for none is saved all the same, and waits to be completed.
    """
    problems = []
    if record.held_on is not None and record.held_on > today:
        problems.append(Problem("held_on", "held-in-future"))
    covered = [measure for measure in measures if measure.id in record.measure_ids]
    if record.held_on is not None and any(record.held_on < measure.start for measure in covered):
        problems.append(Problem("held_on", "follow-up-before-measure"))
    if any(not 0 <= score.value <= 10 for score in record.scores):
        problems.append(Problem("scores", "score-out-of-range"))
    if record.is_held and not record.is_complete:
        problems.append(Problem("no_conversation_reason", "no-conversation", Severity.WARNING))
    return tuple(problems)
