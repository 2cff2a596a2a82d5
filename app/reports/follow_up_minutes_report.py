"""The minutes of a follow-up: who took part, the conversation with the child, scores, what was agreed, when next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportlab.platypus import Flowable, Spacer

from app import labels
from app.core.dates import long_date, weekday_date
from app.core.records.follow_up import Informant
from app.core.records.minutes import FollowUpMinutes
from app.reports.block import Block
from app.reports.fonts import Face
from app.reports.layout import draw_pdf
from app.reports.minutes_parts import CLOSER, MinutesSetting, cell, facts, next_date, own_words, promises, prose
from app.reports.page import Sheet
from app.reports.row_table import Row, RowTable
from app.reports.styles import heading, style, title
from app.reports.text import Text, texts
from app.words import Words


def follow_up_minutes_pdf(document: FollowUpMinutes, words: Words) -> bytes:
    """The minutes as a PDF in the language of `words`; no CPR number, address or telephone number stands in it."""
    name = words.tr("Minutes of the follow-up for {name}", name=document.child_first_name)
    day = long_date(document.held_on, words.language)
    sheet = Sheet(head=document.head, words=words, name=name, version=day)
    airy, close = (MinutesSetting(words, sheet.width, air) for air in (1.0, CLOSER))
    return draw_pdf(lambda: _story(document, airy), sheet, closer=lambda: _story(document, close))


def _story(document: FollowUpMinutes, setting: MinutesSetting) -> Iterator[Flowable]:
    words = setting.words
    yield Text(words.tr("Minutes of the follow-up for {name}", name=document.child_first_name), title())
    yield Spacer(1, 8 * setting.air)
    form = labels.choice(words, document.form) if document.form else ""
    yield from facts(
        setting,
        (
            (words.tr("Held on"), (weekday_date(document.held_on, words.language),)),
            (words.tr("Where"), (", ".join(part for part in (form, document.place) if part),)),
            (words.tr("Who took part"), document.participants.splitlines()),
            (words.tr("Measures"), [names.of(words.language) for names in document.measures]),
        ),
    )
    yield from _conversation(document, setting)
    yield from _goals(document, setting)
    yield from prose(setting, words.tr("Assessment"), document.assessment)
    outcome = labels.choice(words, document.outcome) if document.outcome else ""
    rhythm = labels.rhythm(words, document.rhythm) if document.rhythm else ""
    leads = (words.tr("Leads to"), (outcome,)), (words.tr("Rhythm decided"), (rhythm,))
    if outcome or rhythm:
        yield Block([Text(words.tr("What it leads to"), heading(setting.air)), *facts(setting, leads)])
    yield from promises(setting, document.promises)
    again = words.tr("Next follow-up and conversation with {name}", name=document.child_first_name)
    yield from next_date(setting, again, document.next_date)


def _conversation(document: FollowUpMinutes, setting: MinutesSetting) -> Iterator[Flowable]:
    """When and how the child was spoken with, and its words as far as they may be shared."""
    words, name = setting.words, document.child_first_name
    heads = words.tr("The conversation with {name}", name=name)
    if document.conversation_on is None:
        reason = document.no_conversation_reason
        lead = words.tr("There was no conversation: {reason}", reason=reason) if reason.strip() else ""
        yield from own_words(setting, heads, lead, "")
        return
    how = labels.choice(words, document.presence) if document.presence else ""
    day = long_date(document.conversation_on, words.language)
    lead = " · ".join(part for part in (day, how, document.conversation_with) if part)
    kept = words.tr("What {name} said is not part of the minutes.", name=name) if document.words_withheld else ""
    yield from own_words(setting, heads, lead, document.child_said, kept)


def _goals(document: FollowUpMinutes, setting: MinutesSetting) -> Iterator[Flowable]:
    """The scores of the time before and of this time, by whom, and where each goal is to lead."""
    words = setting.words
    if not document.goals:
        return
    titles = (
        words.tr("Goal"),
        words.tr("Before"),
        words.tr("This time"),
        words.trp("column of scores", "The goal is"),
    )
    rows: list[Row] = [[Text(text, style(Face.STRONG, 8, "muted", leading=1.3)) for text in titles]]
    for goal in document.goals:
        aim = Text("–" if goal.target is None else str(goal.target), cell())
        rows.append([texts(goal.goal, cell()), _given(goal.before, words), _given(goal.scores, words), aim])
    table = RowTable(rows, (None, 92, 92, 46), air=3 * setting.air)
    yield Block([Text(words.tr("Scores from 0 to 10"), heading(setting.air)), table])


def _given(scores: Iterable[tuple[Informant, int]], words: Words) -> list[Flowable]:
    """A line for each who gave a score."""
    given = [f"{labels.choice(words, informant)} {value}" for informant, value in scores]
    return [Text(line, cell()) for line in given or ("–",)]
