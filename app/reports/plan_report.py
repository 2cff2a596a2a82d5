"""The action plan on paper, for the kitchen table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer, Table, TableStyle

from app.core.records.documents import DocumentMeasure, PlanDocument
from app.reports.card import Card
from app.reports.fonts import Face
from app.reports.goal_card import Quote, goal_card
from app.reports.page import Sheet, draw_pdf
from app.reports.palette import colour
from app.reports.row_table import BARE
from app.reports.staircase import Staircase
from app.reports.styles import body, heading, small, style, title
from app.reports.text import Text, texts
from app.reports.wording import PLAN_TITLES, document_date
from app.words import Words

_STAIRCASE = 238.0
_BESIDE = 420  # characters of purpose that fit beside the staircase


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
    return draw_pdf(list(_story(document, name, words, sheet.width)), sheet)


def _story(document: PlanDocument, name: str, words: Words, width: float) -> Iterator[Flowable]:
    yield from _opening(document, name, words, width)
    yield CondPageBreak(150)
    yield Text(words.tr("Goals"), heading())
    for number, goal in enumerate(document.goals, 1):
        yield goal_card(number, goal, document.child_first_name, words)
    if not document.goals:
        yield Text(words.tr("No goals have been agreed yet."), body())
    yield from _section(words.tr("Support for the family"), document.family_support)
    child = document.child_first_name
    yield from _section(words.tr("What {name} says about the plan", name=child), document.child_comment, own=True)
    yield from _section(words.tr("What the parents say about the plan"), document.parents_comment)
    yield from _section(words.tr("What we do not agree on"), document.disagreement)
    yield KeepTogether(list(_closing(document, words, width)))


def _opening(document: PlanDocument, name: str, words: Words, width: float) -> Iterator[Flowable]:
    """Title, the way on the ladder, the facts, and why there is a plan."""
    beside = len(document.purpose) <= _BESIDE
    left: list[Flowable] = [Text(name, title()), Text(_subtitle(document, words), style(size=9.5, shade="muted"))]
    if beside and document.purpose.strip():
        left += [Text(words.tr("Why we have a plan"), heading()), *texts(document.purpose, body())]
    stairs = Staircase(document.steps, document.next_number, words, _STAIRCASE)
    yield Table(
        [[left, stairs]],
        colWidths=(width - _STAIRCASE - 18, _STAIRCASE + 18),
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
        yield from _section(words.tr("Why we have a plan"), document.purpose)
    yield from _facts(document, words, width)
    yield from _section(words.tr("Why this measure"), document.measure_reason)


def _subtitle(document: PlanDocument, words: Words) -> str:
    day = document_date(document.head.on, words)
    if document.number is None:
        parts = [words.tr("Draft of {date}", date=day)]
    else:
        parts = [words.tr("Version {number} · valid from {date}", number=document.number, date=day)]
    return " · ".join((*parts, document.legal_basis.strip())) if document.legal_basis.strip() else parts[0]


def _facts(document: PlanDocument, words: Words, width: float) -> Iterator[Flowable]:
    """What is done, for how long, and what comes after, as short rows."""
    rows: list[tuple[str, Sequence[str]]] = [
        (words.trn("Measure", "Measures", len(document.measures)), [_measure(m, words) for m in document.measures]),
        (words.tr("Expected duration"), document.expected_duration.splitlines()),
        (words.tr("Next step"), document.next_step.splitlines()),
        (words.tr("Given to"), document.given_to.splitlines()),
    ]
    filled = [(label, lines) for label, lines in rows if any(line.strip() for line in lines)]
    if not filled:
        return
    yield Spacer(1, 6)
    value = style(size=9.5, leading=1.4)
    cells = [[Text(label, small()), [Text(line, value) for line in lines if line.strip()]] for label, lines in filled]
    yield Table(
        cells,
        colWidths=(104, width - 104),
        splitInRow=1,
        style=TableStyle(
            [
                *BARE,
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
                ("LINEABOVE", (0, 0), (-1, -1), 0.5, colour("line")),
                ("LINEBELOW", (0, -1), (-1, -1), 0.5, colour("line")),
            ]
        ),
    )


def _measure(measure: DocumentMeasure, words: Words) -> str:
    parts = (
        measure.name.of(words.language),
        measure.provider.strip(),
        words.tr("since {date}", date=document_date(measure.start, words)),
        measure.paragraph.strip(),
    )
    return " · ".join(part for part in parts if part)


def _section(label: str, text: str, *, own: bool = False) -> Iterator[Flowable]:
    """A heading with its text; nothing where the text is blank. Somebody's own words get a bar at the side."""
    if not text.strip():
        return
    yield CondPageBreak(70)
    yield Text(label, heading())
    if own:
        quote = style(Face.ITALIC, 10, indent=10, leading=1.45, after=3)
        yield from (Quote(line, quote) for line in text.splitlines() if line.strip())
    else:
        yield from texts(text, body())


def _closing(document: PlanDocument, words: Words, width: float) -> Iterator[Flowable]:
    """Who took part, when we meet again, and the lines to sign on."""
    if document.participants.strip():
        yield Text(words.tr("Who took part"), heading())
        yield from texts(document.participants, body())
    if document.next_follow_up is not None:
        yield Spacer(1, 10)
        day, child = document_date(document.next_follow_up, words), document.child_first_name
        label = words.tr("Next follow-up and conversation with {name}", name=child)
        yield Card([Text(label, small()), Text(day, style(Face.STRONG, 12, leading=1.3))], after=0)
    yield Spacer(1, 44)
    under = small()
    signers = (document.child_name, words.tr("Parent"), words.tr("Parent"), document.head.caseworker)
    gap, across = 14.0, (width - 3 * 14.0) / 4
    row: list[Flowable | str] = []
    for signer in signers:
        row += ["", Text(signer, under)] if row else [Text(signer, under)]
    lines = [("LINEABOVE", (2 * i, 0), (2 * i, 0), 0.8, colour("ink")) for i in range(len(signers))]
    yield Table([row], colWidths=(across, gap, across, gap, across, gap, across), style=TableStyle([*BARE, *lines]))
