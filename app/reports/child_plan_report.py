"""The plan on paper for the child itself: large letters, plain words, and drawings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from app.core.records.child_plan import ChildAct, ChildGoal, ChildPlanDocument, Voice
from app.reports.block import Block
from app.reports.child_drawings import LETTERS, GoalPath, Stairs, path_in_words
from app.reports.child_parts import LINE_TO_WRITE, MARK, Large, Lined, Marked, PathWords, box, dot, star
from app.reports.fonts import Face
from app.reports.goal_card import Quote, unquoted
from app.reports.layout import draw_pdf
from app.reports.page import Sheet
from app.reports.styles import style
from app.reports.text import Text, texts
from app.reports.wording import document_date
from app.words import Words

_CLOSER = 0.5  # share of the air between the parts that is left where that saves a sheet
_SHORT = 160  # characters: a longer goal is set as running text
CHILD_LINE = "116 111"
"""BørneTelefonen, for every child in Denmark."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """What every part of the print knows; `air` is the share of the usual space between the parts."""

    document: ChildPlanDocument
    words: Words
    width: float
    air: float


def child_plan_pdf(document: ChildPlanDocument, words: Words) -> bytes:
    """The child's own print as a PDF in the language of `words`; a draft, which has no number, is marked as one."""
    number = document.number
    sheet = Sheet(
        head=document.head,
        words=words,
        name=words.tr("My plan – {name}", name=document.first_name),
        version=words.tr("draft") if number is None else words.tr("version {number}", number=number),
        foot=words.tr("My plan – {name}", name=document.first_name),
        is_draft=number is None,
    )
    airy, close = (_Setting(document, words, sheet.width, air) for air in (1.0, _CLOSER))
    return draw_pdf(lambda: _story(airy), sheet, closer=lambda: _story(close))


def _story(setting: _Setting) -> Iterator[Flowable]:
    yield from _opening(setting)
    yield from _goals(setting)
    yield from _helpers(setting)
    yield from _rights(setting)
    yield from _next_talk(setting)


def _opening(setting: _Setting) -> Iterator[Flowable]:
    """Whose plan it is, where the child stands, and why there is a plan."""
    document, words = setting.document, setting.words
    yield Text(words.tr("My plan"), style(Face.STRONG, 30, leading=1.2, tag="H1"))
    yield Text(_from_whom(document, words), style(size=LETTERS, shade="muted", leading=1.35, after=6))
    if document.steps:
        stairs = Stairs(document.steps, document.next_number, words, setting.width)
        yield Block([stairs, *_where(setting)], keep=2)
    yield from _titled(setting, words.tr("Why I have a plan"), texts(document.purpose, _body()))
    said = [Quote(line, _own()) for line in document.said.splitlines() if line.strip()]
    yield from _titled(setting, words.tr("What I have said about my plan"), said)


def _from_whom(document: ChildPlanDocument, words: Words) -> str:
    day, name, worker = document_date(document.head.on, words), document.first_name, document.head.caseworker
    if not worker:
        return words.tr("For {name}, {date}", name=name, date=day)
    return words.tr("For {name}, from {worker}, {date}", name=name, worker=worker, date=day)


def _where(setting: _Setting) -> list[Flowable]:
    """Where the child stands, in words under the stairs."""
    document, words = setting.document, setting.words
    here = next((step for step in document.steps if step.here and step.number > 0), None)
    if here is None:
        return []
    says = [words.tr("Here I am now: {step}.", step=here.name.of(words.language))]
    if document.next_step.strip():
        says.append(words.tr("What comes after: {step}.", step=" ".join(document.next_step.split()).rstrip(".")))
    return [Text(" ".join(says), style(size=LETTERS, leading=1.4, before=6))]


def _goals(setting: _Setting) -> Iterator[Flowable]:
    document, words = setting.document, setting.words
    heading = Text(words.tr("What I want to reach"), _heading(setting.air))
    if not document.goals:
        yield Block([heading, Text(words.tr("We have not agreed on any goals yet."), _body())])
        return
    first, *rest = (_goal(setting, number, goal) for number, goal in enumerate(document.goals, 1))
    yield Block([heading, first], after=first.getSpaceAfter())
    yield from rest


def _goal(setting: _Setting, number: int, goal: ChildGoal) -> Flowable:
    """A goal: the child's own words first, then the goal, the path, and what will happen."""
    words, air = setting.words, setting.air
    caption = words.tr("Goal {number}", number=number)
    content: list[Flowable] = [Text(caption, style(Face.STRONG, LETTERS, "accent", leading=1.25, tag="H3"))]
    if goal.is_met:
        reached = words.tr("Goal {number} – reached", number=number)
        content = [Marked(reached, style(Face.STRONG, LETTERS, "accent", leading=1.25, indent=MARK, tag="H3"), star)]
    if own := unquoted(goal.own_words.strip()):
        content += [Quote(line, _own()) for line in words.tr("“{text}”", text=own).splitlines() if line.strip()]
    strong = len(goal.goal) <= _SHORT
    size = style(Face.STRONG, 14, leading=1.3, before=3, after=4) if strong else _body()
    content += texts(goal.goal, size)
    if not goal.is_met:
        content += [GoalPath(goal, words), PathWords(tuple(path_in_words(goal, words)))]
    if goal.acts:
        lead = style(Face.STRONG, LETTERS, leading=1.3, before=8 * air, after=2, leads=True)
        content.append(Text(words.tr("What will happen"), lead))
        for act in goal.acts:
            content += _act(act, words)
    return Large(content, keep=2, air=air)


def _act(act: ChildAct, words: Words) -> Iterator[Flowable]:
    """What will happen beside a box to tick; under it who does it and when."""
    says = style(size=LETTERS, leading=1.35, indent=MARK, before=3)
    first, *more = [line for line in act.what.splitlines() if line.strip()]
    yield Marked(first, says, box(act.is_done))
    yield from (Text(line, says) for line in more)
    when = act.rhythm.strip() or (words.tr("no later than {date}", date=document_date(act.by, words)) if act.by else "")
    told = " · ".join(part for part in (" ".join(act.who.split()), when) if part)
    if told:
        yield Text(told, style(size=LETTERS, shade="muted", leading=1.3, indent=MARK))


def _helpers(setting: _Setting) -> Iterator[Flowable]:
    document, words = setting.document, setting.words
    told: list[str] = [" ".join(who.split()) for who in document.helpers]
    worker = document.head.caseworker.strip()
    if worker:
        told.append(words.tr("{name}, who is my caseworker", name=worker))
    bullets = style(size=LETTERS, leading=1.4, indent=MARK, after=1)
    yield from _titled(setting, words.tr("Who helps me"), [Marked(line, bullets, dot) for line in told])


def _rights(setting: _Setting) -> Iterator[Flowable]:
    """What the child can do when it is not happy with the plan, in words for its age."""
    words = setting.words
    bullets = style(size=LETTERS, leading=1.35, indent=MARK, after=3)
    told = [Marked(line, bullets, dot) for line in _rights_told(setting.document, words)]
    title = words.tr("If you are not happy with your plan")
    yield Large([Text(title, _heading(0)), *told], keep=2, air=setting.air, before=14 * setting.air)


def _rights_told(document: ChildPlanDocument, words: Words) -> Iterator[str]:
    worker, is_young = document.head.caseworker.strip(), document.voice is Voice.YOUNG
    if worker:
        yield words.tr(
            "You may always say it to me, {worker}. Then we talk about it, and we can change it.", worker=worker
        )
    else:
        yield words.tr("You may always say it to your caseworker. Then you talk about it, and it can be changed.")
    yield words.tr("You may talk with me alone, without others who hear it.")
    if is_young:
        yield words.tr("You can bring somebody you trust to our meetings. That person is called a supporter.")
    else:
        yield words.tr("You may bring somebody you feel safe with when we talk. That is called a supporter.")
    if document.may_complain and is_young:
        yield words.tr(
            "You can complain over what the municipality has decided. I must help you with it. Ankestyrelsen, who do"
            " not work for the municipality, look at your complaint."
        )
    elif document.may_complain:
        yield words.tr(
            "Has the municipality decided something you think is wrong? Then you may complain. I must help you with it."
            " A place called Ankestyrelsen looks at it."
        )
    else:
        yield words.tr(
            "Do you think something that was decided is wrong? Say so to me or to a grown-up you trust. Then we help"
            " you to say it to those who decide."
        )
    yield words.tr(
        "You can call BørneTelefonen: {number}. It is free, and you need not say who you are.", number=CHILD_LINE
    )


def _next_talk(setting: _Setting) -> Iterator[Flowable]:
    """When we talk next, and lines for what the child wants to talk about."""
    document, words = setting.document, setting.words
    day = document.next_talk
    when = words.tr("We agree on a day.") if day is None else document_date(day, words)
    content: list[Flowable] = [
        Text(words.tr("Next time we talk"), _heading(0)),
        Text(when, style(Face.STRONG, 18, leading=1.3)),
        Text(words.tr("What I want to talk about:"), style(size=LETTERS, leading=1.3, before=4)),
        Spacer(1, 2 * LINE_TO_WRITE),
    ]
    yield Lined(content, air=setting.air)


def _titled(setting: _Setting, title: str, content: Sequence[Flowable]) -> Iterator[Flowable]:
    """A heading with what stands under it; nothing where that is nothing."""
    if content:
        yield Block([Text(title, _heading(setting.air)), *content])


def _heading(air: float) -> ParagraphStyle:
    return style(Face.STRONG, 17, "accent", leading=1.25, before=14 * air, after=4, tag="H2")


def _body() -> ParagraphStyle:
    return style(size=LETTERS, leading=1.4, after=3)


def _own() -> ParagraphStyle:
    return style(Face.ITALIC, 15, indent=12, leading=1.35, before=4, after=4)
