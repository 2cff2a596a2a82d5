"""The columns of the two lists of cases: those that are open, and those that are closed or struck out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from app import labels
from app.core.attention import attention
from app.core.catalogue import Catalogue
from app.core.dates import screen_date, short_date
from app.core.sorting import sort_key
from app.core.status import CaseStatus, Urgency
from app.ui.widgets.table_model import Column
from app.words import Words

_TONES = {Urgency.OVER: "over", Urgency.SOON: "soon"}
_NO_DATE = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCase:
    """A case as a line of the list: its status, and in short what needs attention in it."""

    status: CaseStatus
    attention: tuple[str, ...] = ()


def shown_cases(statuses: Iterable[CaseStatus], catalogue: Catalogue, words: Words) -> tuple[ShownCase, ...]:
    """The lines of the list; the attention is derived once for each, not for each painting."""
    return tuple(
        ShownCase(status=status, attention=labels.attention_in_short(words, attention(status, catalogue)))
        for status in statuses
    )


def open_columns(catalogue: Catalogue, words: Words) -> tuple[Column[ShownCase], ...]:
    """What is seen of the open cases at a glance."""
    return (
        _child(words),
        _step(words),
        Column(
            key="measure",
            title=words.tr("Measure"),
            text=lambda row: measures_in_words(row.status, catalogue, words, short=True),
            tip=lambda row: measures_in_words(row.status, catalogue, words),
            firm=True,
        ),
        Column(
            key="due",
            title=words.tr("Next follow-up"),
            text=lambda row: due_in_words(row.status, words, short=True),
            sort=lambda row: row.status.due.day if row.status.due else None,
            tone=lambda row: _TONES.get(row.status.urgency, ""),
            dot=lambda row: _TONES.get(row.status.urgency, ""),
            tip=lambda row: due_in_words(row.status, words),
        ),
        _day(words, words.tr("Spoken with"), "spoken", words.tr("not yet"), _spoken),
        Column(
            key="plan",
            title=words.tr("Plan"),
            text=lambda row: plan_in_words(row.status, words),
            sort=lambda row: row.status.file.plan_number,
        ),
        _day(words, words.trp("short", "Map"), "map", words.tr("missing"), _map),
        _district(words),
        Column(
            key="attention",
            title=words.trp("column", "Note"),
            text=lambda row: " · ".join(row.attention),
            sort=lambda row: -len(row.attention),
            tip=lambda row: "\n".join(row.attention),
        ),
    )


def closed_columns(words: Words) -> tuple[Column[ShownCase], ...]:
    """What is seen of the cases that are closed or struck out."""
    return (
        _child(words),
        _step(words, words.tr("Step at the end")),
        _day(words, words.tr("Opened"), "opened", "", lambda row: row.status.file.case.opened),
        _day(words, words.tr("Closed"), "closed", "", _ended),
        Column(
            key="reason",
            title=words.tr("Reason"),
            text=lambda row: reason_in_words(row.status, words),
        ),
        _district(words),
    )


def measures_in_words(status: CaseStatus, catalogue: Catalogue, words: Words, *, short: bool = False) -> str:
    """What runs; for a child beside the ladder, what is being clarified."""
    language = words.language
    types = [catalogue.measure_type(m.type_key, m.start) for m in status.running]
    return ", ".join((t.short_names if short else t.names).of(language) for t in types) or clarification_in_words(
        status, catalogue, words
    )


def clarification_in_words(status: CaseStatus, catalogue: Catalogue, words: Words) -> str:
    """What is being clarified, "" for nothing noted."""
    key = status.file.case.clarification
    return catalogue.clarification(key, status.today).names.of(words.language) if key else ""


def due_in_words(status: CaseStatus, words: Words, *, short: bool = False) -> str:
    """How near the next follow-up is, and its date; in short where a title says what "4 days over" is about."""
    if status.due is None:
        return _NO_DATE
    day, over = status.due.day, (status.today - status.due.day).days
    left = labels.days_left(words, status.due, status.today)
    if short and over > 0:
        left = words.trn("{n} day over", "{n} days over", over)
    return f"{left} · {short_date(day, words.language, today=status.today)}"


def plan_in_words(status: CaseStatus, words: Words) -> str:
    """The version of the plan that was issued last."""
    number = status.file.plan_number
    return words.tr("missing") if number is None else words.tr("version {number}", number=number)


def reason_in_words(status: CaseStatus, words: Words) -> str:
    """Why a case is closed or struck out."""
    case = status.file.case
    if case.voided_on is not None:
        return words.tr("Struck out: {reason}", reason=case.void_reason)
    return case.closed_reason


def _child(words: Words) -> Column[ShownCase]:
    return Column(
        key="child",
        title=words.tr("Child"),
        text=lambda row: row.status.file.child.name,
        sort=lambda row: sort_key(row.status.file.child.name),
        strong=True,
        struck=lambda row: row.status.file.case.voided_on is not None,
    )


def _step(words: Words, title: str = "") -> Column[ShownCase]:
    return Column(
        key="step",
        title=title or words.tr("Step"),
        text=lambda row: row.status.step.short_names.of(words.language),
        sort=lambda row: row.status.step.number,
        dot=lambda row: f"step {row.status.step.number}",
        tip=lambda row: row.status.step.names.of(words.language),
    )


def _district(words: Words) -> Column[ShownCase]:
    return Column(key="district", title=words.tr("District"), text=lambda row: row.status.file.case.district)


def _day(words: Words, title: str, key: str, never: str, day: Callable[[ShownCase], date | None]) -> Column[ShownCase]:
    def text(row: ShownCase) -> str:
        found = day(row)
        return short_date(found, words.language, today=row.status.today) if found else never

    return Column(key=key, title=title, text=text, sort=day, tip=lambda row: screen_date(day(row)))


def _spoken(row: ShownCase) -> date | None:
    return row.status.spoken_on


def _map(row: ShownCase) -> date | None:
    return row.status.file.map_drawn_on


def _ended(row: ShownCase) -> date | None:
    return row.status.file.case.voided_on or row.status.file.case.closed
