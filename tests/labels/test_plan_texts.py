"""A plan as clean text holds all that the print holds: the case system it is pasted into is the record."""

from __future__ import annotations

import pytest

from app.core.document_texts import typed_texts
from app.core.records.documents import PlanDocument
from app.labels import plan_text
from app.words import Words


@pytest.mark.parametrize("language", ["da", "en"])
def test_nothing_that_was_typed_is_left_out(plan: PlanDocument, language: str) -> None:
    told = plan_text(Words(language), plan)
    assert [text for text in typed_texts(plan) if text not in told] == []


def test_each_goal_has_its_theme_and_its_place_on_the_scale(plan: PlanDocument) -> None:
    told = plan_text(Words("en"), plan)
    for goal in plan.goals:
        assert goal.theme is None or f"Theme: {goal.theme.en}" in told
        if goal.baseline is not None and goal.target is not None:
            assert f"On the scale from 0 to 10: Baseline {goal.baseline}, target {goal.target}" in told
