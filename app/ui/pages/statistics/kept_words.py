"""What the statistics of keeping time say: the names of the numbers, and the lines of the list a number opens."""

from __future__ import annotations

from collections.abc import Iterable

from app import labels
from app.core.catalogue import Catalogue
from app.core.dates import screen_date
from app.core.keeping_time import Count, KeptDate, KeptTime, Visit
from app.core.schedule_history import SlotState
from app.core.status import short_names
from app.ui.widgets.list_line import ListLine
from app.words import Words, mark

NAMES = {
    Count.EXPECTED: mark("Expected"),
    Count.ON_TIME: mark("On time"),
    Count.LATE: mark("Late"),
    Count.MISSED: mark("Missed"),
    Count.DISPENSED: mark("Dispensed"),
    Count.EXCUSED: mark("Called off"),
    Count.HELD: mark("Held"),
    Count.SPOKEN: mark("Spoken with"),
}
SHOWN = tuple(count for count in Count if count is not Count.HELD)
"""The numbers, in the order of its columns; how many were held stands beside "child spoken with"."""

MEANINGS = {
    Count.EXPECTED: mark("Due dates of the period that had to be held: on time, late and missed together"),
    Count.ON_TIME: mark("Held on the due date or before"),
    Count.LATE: mark("Held after the due date, before the next one had passed"),
    Count.MISSED: mark("Not held when the next date had passed, or when the measure ended"),
    Count.DISPENSED: mark("Put off by the team leader's dispensation"),
    Count.EXCUSED: mark("Planned, and could not be held, with a reason"),
    Count.HELD: mark("Follow-ups held"),
    Count.SPOKEN: mark("Follow-ups held with a conversation with the child, of all that were held"),
}


NONE = "–"
"""What stands where there is nothing to count."""


def number(words: Words, kept: KeptTime, what: Count) -> str:
    """A number as the table shows it; "child spoken with" has both its numbers."""
    if what is Count.SPOKEN:
        share = kept.spoken_with
        return words.tr("{part} of {whole}", part=share.part, whole=share.whole) if share.whole else NONE
    return str(kept.count(what) or NONE)


def in_words(words: Words, kept: KeptTime) -> str:
    """All numbers in one sentence, for screen readers and for copying."""
    return ", ".join(f"{words.tr(NAMES[what])}: {number(words, kept, what)}" for what in SHOWN)


def lines(found: Iterable[KeptDate | Visit], catalogue: Catalogue, words: Words) -> list[ListLine]:
    """The list a number opens: whose follow-up, of which measure, when due and what became of it."""
    listed = list(found)
    names = short_names({one.status.case_id: one.status for one in listed}.values())
    return [
        ListLine(
            key=f"{one.status.case_id} {_record(one)} {place}",
            lead=names[one.status.case_id],
            text=_measures(one, catalogue, words),
            second=_became(one, words),
            aside=screen_date(one.day),
        )
        for place, one in enumerate(listed)
    ]


def _record(one: KeptDate | Visit) -> str:
    """The follow-up a line leads to, else the measure whose date was missed."""
    if isinstance(one, Visit):
        return one.follow_up.id
    return one.slot.follow_up.id if one.slot.follow_up else one.slot.measure_id


def _measures(one: KeptDate | Visit, catalogue: Catalogue, words: Words) -> str:
    ids = {one.slot.measure_id} if isinstance(one, KeptDate) else {*one.follow_up.measure_ids}
    types = (catalogue.measure_type(m.type_key, m.start) for m in one.status.file.measures if m.id in ids)
    return ", ".join(dict.fromkeys(type_.names.of(words.language) for type_ in types))


def _became(one: KeptDate | Visit, words: Words) -> str:
    if isinstance(one, Visit):
        if not one.follow_up.is_held:
            return words.tr("called off")
        spoken = one.follow_up.conversation_on is not None
        return words.tr("held, the child was spoken with") if spoken else words.tr("held without a conversation")
    if one.slot.state in (SlotState.ON_TIME, SlotState.LATE) and one.slot.follow_up:
        return words.tr(
            "due {due}, held {held}", due=screen_date(one.day), held=screen_date(one.slot.follow_up.held_on)
        )
    return labels.choice(words, one.slot.state)
