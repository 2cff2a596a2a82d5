"""How the lines of the work list look, in full on their page and in short on the overview."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from app import labels
from app.core.status import CaseStatus, Urgency, short_names
from app.core.work_list import DueGroup, WorkKind, WorkLine, overdue
from app.ui.widgets.list_line import ListLine
from app.words import Words

TONES = {Urgency.OVER: "over", Urgency.SOON: "soon", Urgency.LATER: "ok", Urgency.NONE: "muted"}
"""The mark of an urgency."""


def names_of(statuses: Iterable[CaseStatus], lines: Iterable[WorkLine]) -> dict[str, str]:
    """What to call each case, by its id: the open ones, and closed ones that still have a line."""
    known = {status.case_id: status for status in (*statuses, *(line.status for line in lines))}
    return short_names(known.values())


def work_rows(lines: Sequence[WorkLine], names: dict[str, str], words: Words, now: datetime) -> list[ListLine]:
    """The lines with a heading before each group, and why each is due when it is."""
    return [*_grouped(lines, names, words, now)]


def next_rows(lines: Iterable[WorkLine], names: dict[str, str], words: Words, now: datetime) -> list[ListLine]:
    """The lines in short: what is to be done stands below the name."""
    return [
        ListLine(
            key=line.key,
            lead=names[line.status.case_id],
            second=labels.work_title(words, line),
            status=labels.work_left(words, line, now),
            aside=labels.work_day(words, line, now.date(), weekday=False),
            tone=TONES[line.urgency],
        )
        for line in lines
    ]


def in_sum(lines: Iterable[WorkLine], words: Words) -> str:
    """How much is over, and how much comes this week; promises left out, as in the rail's number."""
    known = [*lines]
    soon = (DueGroup.TODAY, DueGroup.THIS_WEEK)
    return words.tr(
        "{over}, {week} this week",
        over=words.trn("{n} over the due date", "{n} over the due date", overdue(known)),
        week=sum(line.group in soon and line.kind is not WorkKind.PROMISES for line in known),
    )


def _grouped(lines: Sequence[WorkLine], names: dict[str, str], words: Words, now: datetime) -> Iterator[ListLine]:
    for group in DueGroup:
        found = [line for line in lines if line.group is group]
        if found:
            tone = "over" if group is DueGroup.OVERDUE else ""
            lead = labels.choice(words, group)
            yield ListLine(key=group, lead=lead, aside=_count(found, words), tone=tone, heading=True)
        for line in found:
            yield ListLine(
                key=line.key,
                lead=names[line.status.case_id],
                text=labels.work_title(words, line),
                second=labels.work_reason(words, line, now.date()),
                status=labels.work_left(words, line, now),
                aside=labels.work_day(words, line, now.date()),
                tone=TONES[line.urgency],
            )


def _count(lines: Sequence[WorkLine], words: Words) -> str:
    """The number of lines; promises apart, since they are in no other number."""
    promised = sum(line.kind is WorkKind.PROMISES for line in lines)
    rest = len(lines) - promised
    if not promised:
        return str(rest)
    said = words.trn("{n} promise", "{n} promises", promised)
    return words.tr("{n} and {promises}", n=rest, promises=said) if rest else said
