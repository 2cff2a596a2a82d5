"""The follow-up calendar of a family: one sheet for the door of the fridge, large and plain."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable, Spacer

from app.core.dates import iso_week, long_date, month_name, weekday_name
from app.core.family_calendar import ComingFollowUp
from app.core.records.date_sheets import FamilyCalendarDocument
from app.reports.fonts import Face
from app.reports.layout import draw_pdf
from app.reports.page import Sheet
from app.reports.row_table import Row, RowTable
from app.reports.styles import body, style, title
from app.reports.text import Text
from app.words import Words

_DAY = 190.0


def family_calendar_pdf(document: FamilyCalendarDocument, words: Words) -> bytes:
    """The calendar as a PDF in the language of `words`; the child's first name alone stands in it."""
    sheet = Sheet(
        head=document.head,
        words=words,
        name=words.tr("Our follow-ups for {name}", name=document.child_first_name),
        version=long_date(document.head.on, words.language),
    )
    return draw_pdf(lambda: _story(document, words, sheet), sheet)


def _story(document: FamilyCalendarDocument, words: Words, sheet: Sheet) -> Iterator[Flowable]:
    yield Text(sheet.name, title())
    yield Text(
        words.tr(
            "At a follow-up we talk about how it goes and what comes next. {name} is spoken with each time.",
            name=document.child_first_name,
        ),
        body(),
    )
    yield Spacer(1, 10)
    if not document.coming:
        yield Text(words.tr("No follow-up is planned yet. The caseworker tells you when."), body())
        return
    head = style(Face.STRONG, 9, "muted")
    rows: list[Row] = [[Text(words.tr("When"), head), Text(words.tr("Where, and who comes"), head)]]
    rows += [_row(one, words) for one in document.coming]
    yield RowTable(rows, (_DAY, sheet.width - _DAY), air=8)
    yield Spacer(1, 12)
    yield Text(words.tr("A week without a day is a suggestion: the day is agreed with you."), body())
    yield Text(_whom_to_call(document, words), body())


def _whom_to_call(document: FamilyCalendarDocument, words: Words) -> str:
    name, phone = document.head.caseworker, document.worker_phone.strip()
    if not phone:
        return words.tr("Call {name} if a day does not suit you.", name=name)
    return words.tr("Call {name}, telephone {phone}, if a day does not suit you.", name=name, phone=phone)


def _row(one: ComingFollowUp, words: Words) -> Row:
    place = [Text(line, style(size=11)) for line in (one.place, one.with_whom) if line]
    to_agree = Text(words.tr("to be agreed"), style(size=11, shade="muted"))
    if one.day is None:
        return [Text(words.tr("As soon as possible"), style(Face.STRONG, 14)), [to_agree]]
    language = words.language
    if not one.agreed:
        month = words.tr("{month} {year}", month=month_name(one.day.month, language), year=one.day.year)
        week = words.tr("Week {number}", number=iso_week(one.day))
        return [[Text(week, style(Face.STRONG, 14)), Text(month, style(size=10, shade="muted"))], [to_agree]]
    weekday = weekday_name(one.day, language)
    clock = words.tr("at {hour}:{minute}", hour=f"{one.at:%H}", minute=f"{one.at:%M}") if one.at else ""
    second = " ".join(part for part in (f"{weekday[0].upper()}{weekday[1:]}", clock) if part)
    day = Text(long_date(one.day, language), style(Face.STRONG, 14))
    return [[day, Text(second, style(size=10, shade="muted"))], place or [to_agree]]
