"""The action plan on paper, for the kitchen table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from app.core.records.documents import DocumentMeasure, PlanDocument
from app.reports.block import Block
from app.reports.goal_card import goal_card
from app.reports.layout import draw_pdf
from app.reports.page import Sheet
from app.reports.plan_end import plan_end
from app.reports.plan_section import PlanSetting, blocks, section
from app.reports.row_table import BARE, FactTable
from app.reports.staircase import Staircase
from app.reports.styles import body, heading, style, title
from app.reports.text import Text, texts
from app.reports.wording import PLAN_TITLES, document_date
from app.words import Words

_STAIRCASE = 238.0
_BESIDE = 420  # characters that fit beside something: the purpose the staircase, a reason its label
_CLOSER = 0.55  # share of the air between the parts that is left where that saves a sheet


def plan_pdf(document: PlanDocument, words: Words) -> bytes:
    """The plan as a PDF in the language of `words`; a draft, which has no number, is marked as one."""
    name = words.tr(PLAN_TITLES[document.kind], name=document.child_first_name)
    number = document.number
    sheet = Sheet(
        head=document.head,
        words=words,
        name=name,
        version=words.tr("draft") if number is None else words.tr("version {number}", number=number),
        foot=name,
        is_draft=number is None,
    )
    airy, close = (PlanSetting(document, words, sheet.width, air) for air in (1.0, _CLOSER))
    return draw_pdf(lambda: _story(airy, name), sheet, closer=lambda: _story(close, name))


def _story(setting: PlanSetting, name: str) -> Iterator[Flowable]:
    document, words, air = setting.document, setting.words, setting.air
    yield from plan_opening(setting, name, title())
    child = document.child_first_name
    goals: list[Flowable] = [
        goal_card(number, goal, child, words, air) for number, goal in enumerate(document.goals, 1)
    ]
    if not goals:
        goals.append(Text(words.tr("No goals have been agreed yet."), body()))
    yield Block([Text(words.tr("Goals"), heading(air)), goals[0]], after=goals[0].getSpaceAfter())
    yield from goals[1:]
    yield from blocks(section(setting, words.tr("Support for the family"), document.family_support))
    yield from plan_end(setting)


def plan_opening(setting: PlanSetting, name: str, look: ParagraphStyle) -> Iterator[Flowable]:
    """Title, the way on the ladder, the facts, and why there is a plan."""
    document, words = setting.document, setting.words
    beside = len(document.purpose) <= _BESIDE
    left: list[Flowable] = [Text(name, look), Text(_subtitle(document, words), style(size=9.5, shade="muted"))]
    if beside and document.purpose.strip():
        left += [Text(words.tr("Why we have a plan"), heading()), *texts(document.purpose, body())]
    stairs = Staircase(document.steps, document.next_number, words, _STAIRCASE)
    yield Table(
        [[left, stairs]],
        colWidths=(setting.width - _STAIRCASE - 18, _STAIRCASE + 18),
        style=TableStyle(
            [
                *BARE,
                ("ALIGN", (1, 0), (1, 0), "RIGHT"),
                ("TOPPADDING", (0, 0), (-1, -1), 0),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
            ]
        ),
    )
    if not beside:
        yield from blocks(section(setting, words.tr("Why we have a plan"), document.purpose))
    yield from _facts(setting)
    if len(document.measure_reason) > _BESIDE:
        yield from blocks(section(setting, words.tr("Why this measure"), document.measure_reason))


def _subtitle(document: PlanDocument, words: Words) -> str:
    day = document_date(document.head.on, words)
    if document.number is None:
        parts = [words.tr("Draft of {date}", date=day)]
    else:
        parts = [words.tr("Version {number} · valid from {date}", number=document.number, date=day)]
    return " · ".join((*parts, document.legal_basis.strip())) if document.legal_basis.strip() else parts[0]


def _facts(setting: PlanSetting) -> Iterator[Flowable]:
    """What is done and why, for how long, and what comes after, as short rows."""
    document, words = setting.document, setting.words
    reason = document.measure_reason if len(document.measure_reason) <= _BESIDE else ""
    rows: list[tuple[str, Sequence[str]]] = [
        (words.trn("Measure", "Measures", len(document.measures)), [_measure(m, words) for m in document.measures]),
        (words.tr("Why this measure"), reason.splitlines()),
        (words.tr("Expected duration"), document.expected_duration.splitlines()),
        (words.tr("Next step"), document.next_step.splitlines()),
        (words.tr("Given to"), document.given_to.splitlines()),
    ]
    filled = [(label, lines) for label, lines in rows if any(line.strip() for line in lines)]
    if not filled:
        return
    yield Spacer(1, 6)
    yield FactTable(filled, setting.width, style(size=9.5, leading=1.4), 3 * setting.air)


def _measure(measure: DocumentMeasure, words: Words) -> str:
    parts = (
        measure.name.of(words.language),
        measure.provider.strip(),
        words.tr("since {date}", date=document_date(measure.start, words)),
        measure.paragraph.strip(),
    )
    return " · ".join(part for part in parts if part)
