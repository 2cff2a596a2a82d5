"""The goals on a case's overview: a line for each who scored, named beside it."""

from __future__ import annotations

from datetime import timedelta

from pytestqt.qtbot import QtBot

from app.core.records.follow_up import GoalScore, Informant
from app.core.records.plan import Goal
from app.services.follow_ups import follow_ups_of_case
from app.services.plans import plan_of_case
from app.ui.context import Context
from app.ui.pages.case.goals_card import GoalsCard
from app.ui.widgets.score_lines import LineKey
from app.ui.widgets.sparkline import Sparkline
from app.ui.widgets.text import Text
from tests.conftest import TODAY
from tests.factories import Office


def test_each_who_scored_has_a_line_that_is_named(qtbot: QtBot, context: Context, office: Office) -> None:
    case = office.case()
    measure = office.measure(case, start=TODAY - timedelta(days=90))
    goal = Goal(goal="Skole", baseline=2, target=8)
    alone = Goal(goal="Sove")
    office.plan(case, goal, alone)
    scores = (
        GoalScore(goal_id=goal.id, informant=Informant.CHILD, value=6),
        GoalScore(goal_id=goal.id, informant=Informant.SCHOOL, value=4),
        GoalScore(goal_id=alone.id, informant=Informant.CHILD, value=3),
    )
    office.held(case, measure, scores=scores)
    card = GoalsCard(context)
    qtbot.addWidget(card)

    follow_ups = context.read(follow_ups_of_case, case.id)
    card.show_plan(context.read(plan_of_case, case.id), context.status(case.id), follow_ups)

    keys = [[key.findChildren(Text)[0].text() for key in row.findChildren(LineKey)] for row in card.rows]
    assert keys == [["The child 6", "The school 4"], []]
    told = card.rows[0].findChildren(Sparkline)[0].accessibleName()
    assert "The child – " in told
    assert "The school – " in told
    assert told.endswith("began at 2 · target 8")
