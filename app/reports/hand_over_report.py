"""The hand-over sheet: what a colleague takes over while the caseworker is away, a row a child."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable, Spacer

from app import labels
from app.core.dates import age_on, short_date, weekday_date
from app.core.records.date_sheets import HandOverDocument, HandOverEntry
from app.core.status import Urgency
from app.core.work_list import WorkLine
from app.labels.moments import clock
from app.reports.fonts import Face
from app.reports.layout import draw_pdf
from app.reports.page import Sheet
from app.reports.row_table import Row, RowTable
from app.reports.styles import body, small, style, title
from app.reports.text import Text
from app.words import Words

_CHILD = 190.0


def hand_over_pdf(document: HandOverDocument, words: Words) -> bytes:
    """The sheet as a PDF in the language of `words`; no CPR numbers, addresses or telephone numbers stand in it."""
    sheet = Sheet(
        head=document.head,
        words=words,
        name=words.tr("Hand-over of {name}", name=document.head.caseworker),
        version="",
        foot=words.tr("For the team alone. Without CPR numbers and addresses."),
    )
    return draw_pdf(lambda: _story(document, words, sheet), sheet)


def _story(document: HandOverDocument, words: Words, sheet: Sheet) -> Iterator[Flowable]:
    yield Text(sheet.name, title())
    first, last = weekday_date(document.first, words.language), weekday_date(document.last, words.language)
    yield Text(words.tr("Away from {first} to {last}, both days included", first=first, last=last), body())
    yield Spacer(1, 8)
    if not document.entries:
        yield Text(words.tr("Nothing falls due in these days, and nothing is overdue."), body())
        return
    head = style(Face.STRONG, 8, "muted")
    titles = (words.tr("Child"), words.tr("What there is to do"))
    rows: list[Row] = [[Text(text, head) for text in titles]]
    rows += [[_child(entry, words), _todo(entry, document, words)] for entry in document.entries]
    yield RowTable(rows, (_CHILD, sheet.width - _CHILD))


def _todo(entry: HandOverEntry, document: HandOverDocument, words: Words) -> list[Flowable]:
    """What is planned, then what is due, each with its day first."""
    told: list[Flowable] = []
    for day, what, more in (*_planned(entry, document, words), *(_due(x, document, words) for x in entry.child.lines)):
        told.append(Text(f"{day} · {what}", style(Face.STRONG, 9, leading=1.35)))
        told += [Text(more, small())] if more else []
        told.append(Spacer(1, 4))
    return told[:-1]


def _child(entry: HandOverEntry, words: Words) -> list[Flowable]:
    status = entry.child.status
    child = status.file.child
    age = age_on(child.birth_date, status.today)
    facts = [status.step.short_names.of(words.language), *(names.of(words.language) for names in entry.measures)]
    told = [" · ".join(dict.fromkeys(facts))]
    told += [words.tr("Custody: {names}", names=", ".join(entry.custody))] if entry.custody else []
    told += [entry.school] if entry.school else []
    told += (
        [words.tr("Case {number}", number=status.file.case.municipal_number)]
        if status.file.case.municipal_number
        else []
    )
    name = child.name if age is None else words.trn("{name}, {n} year", "{name}, {n} years", age, name=child.name)
    return [Text(name, style(Face.STRONG, 9.5)), *(Text(line, small()) for line in told)]


def _planned(entry: HandOverEntry, document: HandOverDocument, words: Words) -> Iterator[tuple[str, str, str]]:
    for one in entry.child.planned:
        if one.planned_on is not None:
            day = short_date(one.planned_on, words.language, today=document.head.on)
            when = f"{day} {clock(words, one.planned_at)}" if one.planned_at else day
            more = " · ".join(part for part in (one.planned_place, one.planned_with) if part)
            yield when, words.tr("Planned follow-up"), more


def _due(line: WorkLine, document: HandOverDocument, words: Words) -> tuple[str, str, str]:
    left = labels.work_left(words, line, document.now) if line.urgency is Urgency.OVER else ""
    reason = labels.work_reason(words, line, document.head.on)
    day = labels.work_day(words, line, document.head.on, weekday=False)
    return day, labels.work_title(words, line), " · ".join(part for part in (left, reason) if part)
