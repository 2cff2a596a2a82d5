"""What the provider of one measure needs of a plan, and no more (data protection regulation, article 5(1)(c)).

The purpose, the goals that concern the measure, with the child's own words unless they are kept back, and the
provider's own steps towards them. Left out: what the parents and the child say of the plan, what is not agreed on, who
took part and who got it, other measures, other people's steps, and who scored what.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from app.core.records.documents import DocumentMeasure, Letterhead, PlanDocument
from app.core.records.plan_extract import ExtractChoice, ExtractDocument, ExtractGoal
from app.core.sorting import fold

_TELLING: Final = 4
"""Letters from which a word tells one provider from others."""


def proposed_extract(document: PlanDocument, provider: str) -> ExtractChoice:
    """The goals that are worked on, and the steps that name the provider and are not done."""
    goals = frozenset(n for n, goal in enumerate(document.goals, 1) if not goal.status.is_done)
    names = _words(provider)
    tasks = (
        (number, place)
        for number, goal in enumerate(document.goals, 1)
        for place, sub in enumerate(goal.sub_goals, 1)
        if number in goals and not sub.status.is_done and names & _words(sub.responsible)
    )
    return ExtractChoice(goals, frozenset(tasks))


def plan_extract(
    document: PlanDocument, measure: DocumentMeasure, given_to: str, choice: ExtractChoice, head: Letterhead
) -> ExtractDocument:
    """The extract of an issued version; raises ValueError for a draft. A step counts only with its goal.

    A follow-up that the version told of and whose day has passed is no next one any more.
    """
    if document.number is None:
        raise ValueError("an extract is of an issued version")
    goals = (
        ExtractGoal(
            number=number,
            goal=replace(
                goal,
                own_words=goal.own_words if choice.own_words else "",
                scores=(),
                sub_goals=tuple(s for place, s in enumerate(goal.sub_goals, 1) if (number, place) in choice.tasks),
            ),
        )
        for number, goal in enumerate(document.goals, 1)
        if number in choice.goals
    )
    return ExtractDocument(
        head=head,
        kind=document.kind,
        child_first_name=document.child_first_name,
        child_name=document.child_name,
        version=document.number,
        version_on=document.head.on,
        measure=measure,
        given_to=given_to,
        purpose=document.purpose,
        goals=tuple(goals),
        next_is_agreed=document.next_is_agreed,
        next_follow_up=day if (day := document.next_follow_up) is not None and day >= head.on else None,
    )


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", fold(text)) if len(word) >= _TELLING}
