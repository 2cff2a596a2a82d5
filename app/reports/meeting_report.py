"""Network meetings on paper: the minutes for all who took part, and the invitation for all who are asked."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable, Spacer

from app.core.dates import long_date, weekday_date
from app.core.records.meeting import ChildPart
from app.core.records.minutes import MeetingInvitation, MeetingMinutes
from app.reports.block import Block
from app.reports.layout import draw_pdf
from app.reports.minutes_parts import (
    CLOSER,
    MinutesSetting,
    called,
    facts,
    listed,
    next_date,
    own_words,
    promises,
    prose,
)
from app.reports.page import Sheet
from app.reports.styles import body, heading, style, title
from app.reports.text import Text
from app.words import Words, mark

_PARTS = {
    ChildPart.THERE: mark("{name} took part."),
    ChildPart.THERE_FOR_PART: mark("{name} took part for some of the time."),
    ChildPart.WORDS_BROUGHT: mark("What {name} wanted to say was brought into the meeting."),
    ChildPart.NOT_HEARD: mark("{name} did not take part and was not heard."),
}


def meeting_minutes_pdf(document: MeetingMinutes, words: Words) -> bytes:
    """The minutes as a PDF in the language of `words`; no CPR number, address or telephone number stands in it."""
    name = words.tr("Network meeting for {name}", name=document.child_first_name)
    sheet = Sheet(head=document.head, words=words, name=name, version=long_date(document.held_on, words.language))
    airy, close = (MinutesSetting(words, sheet.width, air) for air in (1.0, CLOSER))
    return draw_pdf(lambda: _minutes(document, airy), sheet, closer=lambda: _minutes(document, close))


def meeting_invitation_pdf(document: MeetingInvitation, words: Words) -> bytes:
    """The invitation as a PDF in the language of `words`; the child's first name alone stands in it."""
    name = words.tr("Invitation to a network meeting for {name}", name=document.child_first_name)
    day = long_date(document.meeting.on, words.language)
    sheet = Sheet(head=document.head, words=words, name=name, version=day)
    airy, close = (MinutesSetting(words, sheet.width, air) for air in (1.0, CLOSER))
    return draw_pdf(lambda: _invitation(document, airy), sheet, closer=lambda: _invitation(document, close))


def _minutes(document: MeetingMinutes, setting: MinutesSetting) -> Iterator[Flowable]:
    words, name = setting.words, document.child_first_name
    yield Text(words.tr("Network meeting for {name}", name=name), title())
    yield Spacer(1, 8 * setting.air)
    yield from facts(
        setting,
        (
            (words.tr("Held on"), (weekday_date(document.held_on, words.language),)),
            (words.tr("Where"), (document.place,)),
            (words.tr("Purpose"), document.purpose.splitlines()),
            (words.tr("Agenda"), document.agenda.splitlines()),
            (words.tr("Who took part"), (listed(document.came, words, document.others),)),
            (words.tr("Did not come"), (listed(document.missed, words),)),
        ),
    )
    part = words.tr(_PARTS[document.child_part], name=name) if document.child_part else ""
    kept = words.tr("What {name} said is not part of the minutes.", name=name) if document.words_withheld else ""
    heads = words.tr("{name}'s part in the meeting", name=name)
    yield from own_words(setting, heads, part, document.child_words, kept)
    yield from prose(setting, words.tr("What was said"), document.minutes)
    yield from prose(setting, words.tr("What was decided"), document.decisions)
    yield from promises(setting, document.promises)
    yield from next_date(setting, words.tr("The next network meeting"), document.next_date)


def _invitation(document: MeetingInvitation, setting: MinutesSetting) -> Iterator[Flowable]:
    words, name = setting.words, document.child_first_name
    yield Text(words.tr("Invitation to a network meeting for {name}", name=name), title())
    yield Spacer(1, 8 * setting.air)
    yield Text(
        words.tr(
            "You matter to {name}. At a network meeting those around {name} talk about how it goes, and agree on who "
            "can help with what.",
            name=name,
        ),
        body(),
    )
    yield from next_date(setting, words.tr("When and where"), document.meeting)
    yield from prose(setting, words.tr("What the meeting is about"), document.purpose)
    yield from prose(setting, words.tr("Agenda"), document.agenda)
    asked: list[Flowable] = [Text(called(guest, words), style(size=9.5, leading=1.5)) for guest in document.asked]
    asked += [Text(" ".join(document.others.split()), style(size=9.5, leading=1.5))] if document.others.strip() else []
    if asked:
        yield Block([Text(words.tr("Who is asked to come"), heading(setting.air)), *asked])
    yield Spacer(1, 10 * setting.air)
    worker = document.head.caseworker
    please = words.tr("Please tell {name} whether you can come.", name=worker) if worker else ""
    yield Text(please or words.tr("Please tell us whether you can come."), body())
