"""Saving a follow-up, durable, with its before-images, its log entry and the witness."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.ids import new_id
from app.core.records.follow_up import FollowUp, GoalScore, Informant
from app.services.caseload import statuses_since
from app.services.catalogue import load_catalogue
from app.services.follow_ups import save_follow_up
from script.benchmarks.floors.bare_saving import BareStore
from script.benchmarks.measuring import Figure, in_turns, warm
from script.benchmarks.stores import Made, now

_RUNS = 5  # of these for each of the others: one is over in milliseconds


def saving(made: Made, runs: int) -> Iterator[Figure]:
    """A follow-up with a conversation and the scores of the child's goals."""
    store, bare = made.opened(), BareStore(made.path.with_name("floor.db"), made.key.raw)
    today = now().astimezone().date()
    statuses = store.read(statuses_since, today, store.read(load_catalogue), today)
    file = next(status.file for status in statuses if status.running and status.file.goals)

    def follow_up() -> FollowUp:
        return FollowUp(
            id=new_id(),
            case_id=file.case.id,
            measure_ids=(file.measures[-1].id,),
            held_on=today,
            conversation_on=today,
            child_said="Det går fint, og jeg vil gerne ringe til mormor.",
            scores=tuple(GoalScore(goal_id=goal.goal_id, informant=Informant.CHILD, value=7) for goal in file.goals),
        )

    mine, floor = in_turns(runs * _RUNS, warm(lambda: store.write(save_follow_up, follow_up(), today)), warm(bare.save))
    store.close()
    bare.close()
    yield Figure(name="saving a follow-up", unit="ms", goal=15.0, samples=mine, floors=floor)
