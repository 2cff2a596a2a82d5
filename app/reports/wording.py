"""Words that several prints share: dates as documents write them, and the names of codes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from app.core.dates import long_date
from app.core.records.follow_up import Informant
from app.core.records.network import Invitation, RelationQuality, Ring, Support
from app.core.records.plan import GoalStatus, PlanKind
from app.words import Words, mark

PLAN_TITLES = {
    PlanKind.HANDLEPLAN: mark("Action plan for {name}"),
    PlanKind.CHILDS_PLAN: mark("The child's plan for {name}"),
    PlanKind.YOUTH_PLAN: mark("The youth plan for {name}"),
}
GOAL_STATUS = {
    GoalStatus.NOT_STARTED: mark("not started"),
    GoalStatus.UNDER_WAY: mark("under way"),
    GoalStatus.PARTLY_MET: mark("partly met"),
    GoalStatus.MET: mark("met"),
    GoalStatus.CHANGED: mark("changed"),
    GoalStatus.DROPPED: mark("dropped"),
}
INFORMANT = {
    Informant.PARENTS: mark("the parents"),
    Informant.SCHOOL: mark("the school"),
    Informant.WORKER: mark("the caseworker"),
}
RING = {
    Ring.CLOSE: mark("close"),
    Ring.REGULAR: mark("regular"),
    Ring.DISTANT: mark("distant"),
}
QUALITY = {
    RelationQuality.STRONG: mark("strong"),
    RelationQuality.ORDINARY: mark("ordinary"),
    RelationQuality.WEAK: mark("weak"),
    RelationQuality.STRAINED: mark("strained"),
    RelationQuality.BROKEN: mark("broken"),
}
SUPPORT = {
    Support.NONE: "",
    Support.GIVEN: mark("gives support"),
    Support.RECEIVED: mark("receives support"),
    Support.BOTH: mark("support both ways"),
}
INVITED = {
    Invitation.NOT_ASKED: "",
    Invitation.ASKED: mark("asked"),
    Invitation.YES: mark("yes"),
    Invitation.NO: mark("no"),
}


def document_date(day: date, words: Words) -> str:
    """A date as documents write it, "6. januar 2025"."""
    return long_date(day, words.language)


def next_day(day: date, words: Words, *, is_agreed: bool) -> str:
    """When a family is met next: the day agreed, or by which one is due."""
    told = document_date(day, words)
    return told if is_agreed else words.tr("{date} at the latest", date=told)


def answer_name(answer: Invitation, words: Words) -> str:
    """What the sign of an answer on the network map means."""
    return words.tr("network meeting: {answer}", answer=words.tr(INVITED[answer]))


def answers_told(answers: Mapping[Invitation, int], words: Words) -> Iterator[str]:
    """The signs of answers on the network map as sentences: how many were asked, and what those answered who did."""
    if not answers:
        return
    yield words.trn(
        "{n} person is asked to the network meeting.",
        "{n} people are asked to the network meeting.",
        sum(answers.values()),
    )
    if yes := answers.get(Invitation.YES):
        yield words.trn("{n} has said yes.", "{n} have said yes.", yes)
    if no := answers.get(Invitation.NO):
        yield words.trn("{n} has said no.", "{n} have said no.", no)


def list_date(day: date | None) -> str:
    """A date where many stand under each other, 06-01-25; a dash for none."""
    return f"{day:%d-%m-%y}" if day else "–"
