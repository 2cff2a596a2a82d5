"""Every change can be taken back, and leaves the store as it was."""

from __future__ import annotations

from app.core.records.follow_up import GoalScore
from app.core.records.plan import Goal
from app.services.caseload import open_statuses
from app.services.store import Store
from tests.conftest import TODAY
from tests.factories import Office


def test_a_case_goes_from_the_ladder_to_a_due_date_and_back_by_undo(office: Office, store: Store) -> None:
    case = office.case()
    measure = office.measure(case, office.a_type(step=4))
    office.plan(case, goal := Goal(goal="I skole"))
    office.held(case, measure, scores=(GoalScore(goal_id=goal.id, value=6),))
    status = office.status(case)
    assert status.step.number == 4
    assert status.spoken_on == TODAY
    assert status.due is not None
    assert len(store.read(open_statuses, office.catalogue, TODAY)) == 1
    while store.undo():
        pass
    assert store.read(open_statuses, office.catalogue, TODAY) == ()
