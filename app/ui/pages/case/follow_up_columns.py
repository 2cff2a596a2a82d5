"""The columns of the list of follow-ups."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from app import labels
from app.core.dates import screen_date, short_weekday_name
from app.core.follow_up_state import FollowUpState, awaits_note, day_of, is_waiting, state_of
from app.core.records.follow_up import FollowUp
from app.ui.widgets.table_model import Column
from app.words import Words

_TONES = {FollowUpState.INCOMPLETE: "soon", FollowUpState.ATTEMPTED: "soon"}


def follow_up_columns(words: Words, today: Callable[[], date]) -> tuple[Column[FollowUp], ...]:
    """Day, what became of it, how, and whether the child was spoken with."""
    return (
        Column(
            key="day",
            title=words.tr("Day"),
            text=lambda row: f"{short_weekday_name(day_of(row), words.language)} {screen_date(day_of(row))}",
            sort=day_of,
            strong=True,
            struck=_is_voided,
        ),
        Column(
            key="state",
            title=words.tr("Status"),
            text=lambda row: _state(row, words, today()),
            tone=lambda row: _tone(row, today()),
            struck=_is_voided,
        ),
        Column(
            key="form",
            title=words.tr("Form"),
            text=lambda row: labels.choice(words, row.form) if row.form else row.planned_place,
            struck=_is_voided,
        ),
        Column(key="child", title=words.tr("Child"), text=lambda row: _child(row, words), struck=_is_voided),
    )


def _state(row: FollowUp, words: Words, today: date) -> str:
    if _waits_too_long(row, today):
        return words.tr("Planned, not registered")
    state = labels.choice(words, state_of(row))
    return words.tr("{state}, note awaited", state=state) if is_waiting(row) and awaits_note(row) else state


def _tone(row: FollowUp, today: date) -> str:
    return "soon" if _waits_too_long(row, today) else _TONES.get(state_of(row), "")


def _waits_too_long(row: FollowUp, today: date) -> bool:
    """Planned for a day that has gone, and nobody said what became of it."""
    return state_of(row) is FollowUpState.PLANNED and is_waiting(row) and day_of(row) < today


def _child(row: FollowUp, words: Words) -> str:
    if row.held_on is None:
        return ""
    return words.tr("Spoken with") if row.conversation_on else words.tr("Not spoken with")


def _is_voided(row: FollowUp) -> bool:
    return row.voided_on is not None
