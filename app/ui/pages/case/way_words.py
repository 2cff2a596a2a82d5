"""The events of a timeline in words: for pointing, for screen readers, and for the list beside the drawing."""

from __future__ import annotations

from app import labels
from app.core.case_timeline import MarkKind, TimelineBar, TimelineMark
from app.core.dates import long_date, screen_date
from app.core.ladder import LadderMove, MoveKind
from app.ui.pages.case.measure_words import provider_and_place
from app.ui.widgets.timeline import TimelineItem
from app.words import Words

ARROW = "→"


def item_in_words(item: TimelineItem, words: Words) -> str:
    """One event as a sentence or two."""
    if isinstance(item, TimelineBar):
        return measure_in_words(item, words)
    return move_in_words(item, words) if isinstance(item, LadderMove) else follow_up_in_words(item, words)


def measure_in_words(bar: TimelineBar, words: Words) -> str:
    """The measure, when it ran, where, and what is agreed to follow."""
    measure, name = bar.measure, bar.type.names.of(words.language)
    start, end = screen_date(measure.start), screen_date(measure.end)
    ran = (
        words.tr("{measure}: {start} to {end}", measure=name, start=start, end=end)
        if measure.end
        else words.tr("{measure}: since {start}", measure=name, start=start)
    )
    then = words.tr("Agreed next step: {step}", step=measure.next_step) if measure.next_step else ""
    agreed = words.tr("Agreed end {date}", date=screen_date(measure.expected_end)) if measure.expected_end else ""
    return " · ".join(part for part in (ran, provider_and_place(measure), then, agreed) if part)


def move_in_words(move: LadderMove, words: Words) -> str:
    """Whereto, when, planned or acute, and why."""
    how = words.tr("acute") if move.acute else words.tr("planned")
    head = words.tr("{moved} {date}, {how}", moved=labels.choice(words, move.kind), date=screen_date(move.day), how=how)
    return " · ".join(part for part in (head, steps_of(move, words), move.reason) if part)


def steps_of(move: LadderMove, words: Words) -> str:
    """ "Institution → Plejefamilie"."""
    language = words.language
    return f"{move.from_step.short_names.of(language)} {ARROW} {move.to_step.short_names.of(language)}"


def last_move_in_words(move: LadderMove | None, words: Words) -> str:
    """The latest move for the head of the drawing; "" where there is none."""
    if move is None:
        return ""
    said = words.tr("moved down") if move.kind is MoveKind.DOWN else words.tr("moved up")
    return words.tr(
        "{moved}: {steps}, {date}", moved=said, steps=steps_of(move, words), date=long_date(move.day, words.language)
    )


def follow_up_in_words(mark: TimelineMark, words: Words) -> str:
    """Held on, or missed when."""
    day = screen_date(mark.day)
    if mark.kind is MarkKind.HELD:
        return words.tr("Follow-up held {date}", date=day)
    return words.tr("Follow-up missed: it was due {date}", date=day)
