"""The joint plan of siblings on paper: what they have in common first, then a part for each child."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from app.core.dates import screen_date
from app.core.records.documents import DocumentGoal, DocumentSubGoal, PlanDocument
from app.core.records.follow_up import Informant
from app.core.records.joint_document import JointDocument, SharedGoal
from app.reports.block import Block
from app.reports.card import Card
from app.reports.fonts import Face
from app.reports.goal_card import goal_card, unquoted
from app.reports.layout import draw_pdf
from app.reports.page import FOOT, HEAD, PORTRAIT, Sheet
from app.reports.plan_end import plan_words, signature_lines
from app.reports.plan_report import plan_opening
from app.reports.plan_section import PlanSetting, blocks, section
from app.reports.row_table import Row, RowTable
from app.reports.styles import body, heading, style, title
from app.reports.text import Text, texts
from app.reports.wording import GOAL_STATUS, INFORMANT, document_date
from app.words import Words

_CLOSER = 0.55  # share of the air between the parts that is left where that saves a sheet
_SHORT = 160  # characters: a longer goal is set as running text
_HAND = 34.0
_SHEET = PORTRAIT[1] - HEAD - FOOT
_FREE = 0.78  # share of a sheet that must be free for a child's part to begin on it, and not on one of its own
_APART = 30.0  # points above a child's part


def joint_plan_pdf(document: JointDocument, words: Words) -> bytes:
    """The joint plan as a PDF in the language of `words`; where a plan has no number it is marked as a draft."""
    first = document.children[0]
    name = words.tr(
        "Joint plan for {names}", names=words.listed([child.child_first_name for child in document.children])
    )
    sheet = Sheet(
        head=first.head,
        words=words,
        name=name,
        version=document_date(first.head.on, words),
        foot=name,
        is_draft=any(child.number is None for child in document.children),
    )

    def story(air: float) -> list[Flowable]:
        return list(_story(document, words, sheet.width, air, name))

    return draw_pdf(lambda: story(1.0), sheet, closer=lambda: story(_CLOSER))


def _story(document: JointDocument, words: Words, width: float, air: float, name: str) -> Iterator[Flowable]:
    settings = [PlanSetting(child, words, width, air) for child in document.children]
    yield Text(name, title())
    yield Text(_subtitle(document.children, words), style(size=9.5, shade="muted", after=2))
    yield from _common(document, settings[0])
    for setting in settings:
        yield CondPageBreak(_FREE * _SHEET)
        yield from _child(setting, len(document.goals))
    lines = signature_lines(document.children, words, width)
    yield KeepTogether([Spacer(1, _HAND), *lines])


def _subtitle(children: Sequence[PlanDocument], words: Words) -> str:
    """Which version of each child's plan it is; a draft is valid from no day."""
    told = [_version(child, words) for child in children]
    if all(child.number is not None for child in children):
        told.append(words.tr("valid from {date}", date=document_date(children[0].head.on, words)))
    return " · ".join(told)


def _version(child: PlanDocument, words: Words) -> str:
    if child.number is None:
        return words.tr("{name}: draft", name=child.child_first_name)
    return words.tr("{name}: version {number}", name=child.child_first_name, number=child.number)


def _common(document: JointDocument, setting: PlanSetting) -> Iterator[Flowable]:
    """The purpose, the goals and the support that all have alike."""
    words, air = setting.words, setting.air
    yield from blocks(section(setting, words.tr("Why we have a plan"), document.purpose))
    cards: list[Flowable] = [_shared(number, goal, setting) for number, goal in enumerate(document.goals, 1)]
    if not cards:
        cards.append(Text(words.tr("No goal is shared. Each child's goals stand in its own part."), body()))
    yield Block([Text(words.tr("Goals we share"), heading(air)), cards[0]], after=cards[0].getSpaceAfter())
    yield from cards[1:]
    yield from blocks(section(setting, words.tr("Support for the family"), document.family_support))


def _shared(number: int, shared: SharedGoal, setting: PlanSetting) -> Flowable:
    """A goal once, then what is each child's own of it, and who does what."""
    words, air = setting.words, setting.air
    theme = shared.theme.of(words.language) if shared.theme else ""
    caption = words.tr("Shared goal {number}", number=number)
    lead = style(Face.STRONG, 8.5, "accent", leading=1.3, tag="H3")
    content: list[Flowable] = [Text(" · ".join(part for part in (caption, theme) if part), lead)]
    strong = len(shared.goal) <= _SHORT
    content += texts(shared.goal, style(Face.STRONG, 11, leading=1.35, before=3, after=3) if strong else body())
    content.append(_children_table(shared, words, air))
    if any(goal.sub_goals for _, goal in shared.own):
        content += [Spacer(1, 5 * air), _steps_table(shared, words, air)]
    if shared.success_sign:
        small = style(size=8, shade="muted", leading=1.35, before=5, leads=True)
        content.append(Text(words.tr("We can see that it works when"), small))
        content += texts(shared.success_sign, body())
    return Card(content, keep=2, air=air)


def _children_table(shared: SharedGoal, words: Words, air: float) -> RowTable:
    """What each child says itself, where it began, is and is to come, and how it goes."""
    titles = (
        words.tr("Child"),
        words.tr("In the child's own words"),
        words.trp("column of scores", "Began at"),
        words.trp("column of scores", "Now"),
        words.trp("column of scores", "The goal is"),
        words.tr("How it goes"),
    )
    cell = style(size=9, leading=1.35)
    rows: list[Row] = [_head(titles)]
    for name, goal in shared.own:
        own = texts(unquoted(goal.own_words.strip()), style(Face.ITALIC, 9, leading=1.35))
        scores = [Text(text, cell) for text in _scores(goal, name, words)] or [Text("–", cell)]
        status = Text(words.tr(GOAL_STATUS[goal.status]), cell)
        begun, wanted = (Text("–" if value is None else str(value), cell) for value in (goal.baseline, goal.target))
        rows.append([Text(name, style(Face.STRONG, 9, leading=1.35)), own, begun, scores, wanted, status])
    return RowTable(rows, (86, None, 46, 96, 44, 66), air=3.5 * air)


def _scores(goal: DocumentGoal, child: str, words: Words) -> Iterator[str]:
    """The latest score of each who gave one, and who that is."""
    for score in goal.scores:
        who = child if score.informant is Informant.CHILD else words.tr(INFORMANT[score.informant])
        yield words.tr("{value} says {who}", value=score.value, who=who)


def _steps_table(shared: SharedGoal, words: Words, air: float) -> RowTable:
    """Who does what for whom; a step that is the same for several stands once."""
    titles = (
        words.tr("What we do"),
        words.tr("For whom"),
        words.tr("Who"),
        words.tr("When"),
        words.tr("How it goes"),
    )
    found: dict[DocumentSubGoal, list[str]] = {}
    for name, goal in shared.own:
        for sub in goal.sub_goals:
            found.setdefault(_nameless(sub), []).append(name)
    cell = style(size=9, leading=1.35)
    rows: list[Row] = [_head(titles)]
    for sub, names in found.items():
        when = [Text(screen_date(sub.deadline), cell)] if sub.deadline else []
        status = Text(words.tr(GOAL_STATUS[sub.status]), cell)
        whom = Text(", ".join(dict.fromkeys(names)), cell)
        rows.append(
            [texts(sub.what, cell), whom, texts(sub.responsible, cell), [*when, *texts(sub.rhythm, cell)], status]
        )
    return RowTable(rows, (None, 86, 96, 76, 66), air=3.5 * air)


def _nameless(sub: DocumentSubGoal) -> DocumentSubGoal:
    return DocumentSubGoal(
        what=sub.what, responsible=sub.responsible, deadline=sub.deadline, rhythm=sub.rhythm, status=sub.status
    )


def _child(setting: PlanSetting, shared: int) -> Iterator[Flowable]:
    """A child's own part: where it stands, its own goals, and what it and its parents say."""
    document, words, air = setting.document, setting.words, setting.air
    look = style(Face.STRONG, 16, leading=1.2, after=2, tag="H2")
    opening, *facts = plan_opening(setting, words.tr("{name}'s own part", name=document.child_first_name), look)
    opening.spaceBefore = _APART * air
    yield opening
    yield from facts
    child = document.child_first_name
    if document.goals:
        first, *rest = (goal_card(n, goal, child, words, air) for n, goal in enumerate(document.goals, shared + 1))
        yield Block(
            [Text(words.tr("Goals of {name}'s own", name=child), heading(air)), first], after=first.getSpaceAfter()
        )
        yield from rest
    yield from blocks(section(setting, words.tr("Support for the family"), document.family_support))
    yield from plan_words(setting)


def _head(titles: Sequence[str]) -> Row:
    return [Text(text, style(Face.STRONG, 8, "muted", leading=1.3)) for text in titles]
