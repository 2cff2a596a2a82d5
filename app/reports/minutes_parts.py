"""What minutes are put together from: sections, facts, promises, and the day we meet again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from app.core.dates import screen_date, weekday_date
from app.core.records.minutes import DocumentGuest, DocumentPromise, NextDate
from app.reports.block import Block
from app.reports.card import Card
from app.reports.fonts import Face
from app.reports.goal_card import Quote
from app.reports.row_table import FactTable, Row, RowTable
from app.reports.styles import body, heading, small, style
from app.reports.text import Text, texts
from app.words import Words

Fact = tuple[str, Sequence[str]]
"""A label and the lines beside it."""

CLOSER = 0.5
"""The share of the air between the parts that is left where that saves a sheet."""

_SIZE = 9.5


@dataclass(frozen=True, slots=True)
class MinutesSetting:
    """What every part of the minutes knows; `air` is the share of the usual space between the parts."""

    words: Words
    width: float
    air: float = 1.0


def facts(setting: MinutesSetting, told: Sequence[Fact]) -> Iterator[Flowable]:
    """Labels and what is known beside them; those of which nothing is known are left out."""
    known = [(label, lines) for label, lines in told if any(line.strip() for line in lines)]
    if known:
        yield FactTable(known, setting.width, cell(), 2.4 * setting.air)


def prose(setting: MinutesSetting, title: str, text: str) -> Iterator[Flowable]:
    """A heading and the text below it; nothing where nothing was written."""
    if text.strip():
        yield Block([Text(title, heading(setting.air)), *texts(text, body())])


def own_words(setting: MinutesSetting, title: str, lead: str, said: str, more: str = "") -> Iterator[Flowable]:
    """The child's words with a bar at their side below what led to them; `more` is said in their place."""
    quote = style(Face.ITALIC, 10, indent=10, leading=1.4, before=2)
    lines: list[Flowable] = [Quote(line, quote) for line in said.splitlines() if line.strip()]
    led = [Text(lead, style(size=_SIZE, leading=1.38, leads=bool(lines)))] if lead else []
    kept = texts(more, small()) if more else []
    if led or lines or kept:
        yield Block([Text(title, heading(setting.air)), *led, *lines, *kept])


def promises(setting: MinutesSetting, agreed: Sequence[DocumentPromise]) -> Iterator[Flowable]:
    """What was agreed, by whom, by when: a line each; a promise of nobody or no day has a dash."""
    words = setting.words
    if not agreed:
        return
    titles = (words.tr("What"), words.tr("Who"), words.tr("By when"))
    rows: list[Row] = [[Text(text, style(Face.STRONG, 8, "muted", leading=1.3)) for text in titles]]
    for one in agreed:
        due = screen_date(one.due) or "–"
        rows.append([texts(one.what, cell()), Text(one.responsible or "–", cell()), Text(due, cell())])
    table = RowTable(rows, (None, 150, 66), air=3.5 * setting.air)
    yield Block([Text(words.tr("What was agreed"), heading(setting.air)), table])


def next_date(setting: MinutesSetting, title: str, when: NextDate | None) -> Iterator[Flowable]:
    """The day we meet again in a frame; nothing where none is known."""
    if when is None:
        return
    words = setting.words
    day = weekday_date(when.on, words.language)
    at = words.tr("at {hour}:{minute}", hour=f"{when.at:%H}", minute=f"{when.at:%M}") if when.at else ""
    said = " ".join(part for part in (f"{day[0].upper()}{day[1:]}", at) if part)
    lines: list[Flowable] = [Text(title, small()), Text(said, style(Face.STRONG, 12, leading=1.3))]
    rest = when.place if when.agreed else words.tr("at the latest; the day is agreed with you")
    lines += [Text(rest, cell())] if rest else []
    yield Card(lines, air=setting.air, before=14 * setting.air, after=0)


def called(guest: DocumentGuest, words: Words) -> str:
    """A guest on paper: "Karen Holm (mother)", or the role alone."""
    role = guest.role.of(words.language)
    if not guest.name:
        return role
    return f"{guest.name} ({role})" if role else guest.name


def listed(guests: Sequence[DocumentGuest], words: Words, others: str = "") -> str:
    """Guests with commas between; those who are nobody of the case last."""
    told = (called(guest, words) for guest in guests)
    return ", ".join(part for part in (*told, " ".join(others.split())) if part)


def cell() -> ParagraphStyle:
    """The text of facts and tables."""
    return style(size=_SIZE, leading=1.38)
