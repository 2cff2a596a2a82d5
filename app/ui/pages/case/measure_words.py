"""What a measure is called, how it stands, and all that is known of it, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from app import labels
from app.core.catalogue import Catalogue, LadderStep, MeasureType
from app.core.dates import screen_date
from app.core.records.measure import Measure
from app.words import Words


class MeasureState(IntEnum):
    """How a measure stands, in the order of a list."""

    RUNNING = 0
    COMING = 1
    ENDED = 2
    VOIDED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMeasure:
    """A measure with its type and step as they were when it started, and how it stands today."""

    measure: Measure
    type: MeasureType
    step: LadderStep
    state: MeasureState


def shown_measures(measures: Iterable[Measure], catalogue: Catalogue, today: date) -> tuple[ShownMeasure, ...]:
    """What runs first, then what is to come, what ended and what was struck out; the latest first in each."""
    found = []
    for measure in measures:
        type_ = catalogue.measure_type(measure.type_key, measure.start)
        step = catalogue.step(type_.step_key, measure.start)
        found.append(ShownMeasure(measure=measure, type=type_, step=step, state=state_of(measure, today)))
    latest = sorted(found, key=lambda shown: shown.measure.end or shown.measure.start, reverse=True)
    return tuple(sorted(latest, key=lambda shown: shown.state))


def state_of(measure: Measure, today: date) -> MeasureState:
    """How a measure stands on a day."""
    if measure.voided_on is not None:
        return MeasureState.VOIDED
    if measure.start > today:
        return MeasureState.COMING
    return MeasureState.RUNNING if measure.runs_on(today) else MeasureState.ENDED


def state_in_words(shown: ShownMeasure, words: Words) -> str:
    """ "Running", "Not begun", why it ended, "Struck out"."""
    match shown.state:
        case MeasureState.RUNNING:
            return words.tr("Running")
        case MeasureState.COMING:
            return words.tr("Not begun")
        case MeasureState.ENDED:
            reason = shown.measure.end_reason
            return labels.choice(words, reason) if reason else words.tr("Ended")
        case _:
            return words.tr("Struck out")


def provider_and_place(measure: Measure) -> str:
    """Who carries it out and where; once where both are called the same."""
    parts = [measure.provider, measure.place if measure.place != measure.provider else ""]
    return ", ".join(part for part in parts if part)


def facts_of(shown: ShownMeasure, words: Words) -> list[tuple[str, str]]:
    """All that is known of a measure, blank where it is not."""
    measure, language = shown.measure, words.language
    since = words.tr("since {date}", date=screen_date(measure.receiver_since)) if measure.receiver_since else ""
    return [
        (words.tr("Step"), shown.step.names.of(language)),
        (words.tr("From"), screen_date(measure.start)),
        (words.tr("Ceased as of"), screen_date(measure.end)),
        (words.tr("Why it ended"), _why_ended(measure, words)),
        (words.tr("Provider"), measure.provider),
        (words.tr("Place"), measure.place),
        (words.tr("Paragraph"), measure.paragraph),
        (words.tr("Reason"), _why_started(measure, words)),
        (words.tr("Agreed end"), screen_date(measure.expected_end)),
        (words.tr("Agreed next step"), measure.next_step),
        (words.tr("Who receives the child"), ", ".join(part for part in (measure.receiver, since) if part)),
        (words.tr("The parents' own goals"), measure.parents_goals),
        (words.tr("Last held before Forlæns"), screen_date(measure.last_held_before)),
        (words.tr("Struck out"), ": ".join(p for p in (screen_date(measure.voided_on), measure.void_reason) if p)),
    ]


def _why_started(measure: Measure, words: Words) -> str:
    acute = words.tr("Acute") if measure.acute else ""
    return ". ".join(part for part in (acute, measure.reason) if part)


def _why_ended(measure: Measure, words: Words) -> str:
    reason = labels.choice(words, measure.end_reason) if measure.end_reason else ""
    by_whom = labels.choice(words, measure.breakdown) if measure.breakdown else ""
    return ". ".join(part for part in (reason, by_whom, measure.end_note) if part)
