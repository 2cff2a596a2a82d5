"""The texts of a document, looked through and told otherwise."""

from __future__ import annotations

from datetime import date

from app.core.document_texts import retold, typed_texts
from app.core.names import Names
from app.core.records.documents import DocumentGoal, DocumentScore, DocumentSubGoal
from app.core.records.follow_up import Informant
from app.core.records.plan import GoalStatus

SUB = DocumentSubGoal(
    id="alma", what="alma", responsible="alma", deadline=date(2026, 3, 2), rhythm="", status=GoalStatus.MET
)
GOAL = DocumentGoal(
    id="alma",
    theme=Names("alma", "alma"),
    own_words="alma",
    goal="alma",
    baseline=1,
    target=None,
    success_sign="",
    status=GoalStatus.UNDER_WAY,
    scores=(DocumentScore(informant=Informant.CHILD, value=3, on=date(2026, 3, 2)),),
    sub_goals=(SUB,),
)


def test_what_was_typed_is_told_otherwise_and_all_else_stays() -> None:
    told = retold(GOAL, str.upper)
    assert (told.own_words, told.goal, told.sub_goals[0].what, told.sub_goals[0].responsible) == ("ALMA",) * 4
    assert (told.id, told.theme, told.sub_goals[0].id) == (GOAL.id, GOAL.theme, SUB.id)
    assert (told.status, told.scores, told.sub_goals[0].status) == (GOAL.status, GOAL.scores, SUB.status)
    assert retold(told, str.lower) == GOAL


def test_ids_and_the_names_of_the_catalogue_are_no_typed_texts() -> None:
    assert [text for text in typed_texts(GOAL) if text == "alma"] == ["alma"] * 4
