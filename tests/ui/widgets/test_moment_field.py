"""A moment is a day and a time, also in the nights when summer time begins and ends."""

from __future__ import annotations

import time as machine
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from pytestqt.qtbot import QtBot

from app.ui.widgets.moment_field import MomentField
from app.words import Words

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def danish_machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Copenhagen")
    machine.tzset()
    yield
    monkeypatch.undo()
    machine.tzset()


@pytest.fixture
def field(qtbot: QtBot, words: Words, look: object) -> MomentField:
    made = MomentField(words, TODAY)
    qtbot.addWidget(made)
    made.show()
    return made


def typed(qtbot: QtBot, field: MomentField, day: str, hour: str) -> None:
    for edit, text in ((field.day.edit, day), (field.hour.edit, hour)):
        edit.clear()
        qtbot.keyClicks(edit, text)


def problem(field: MomentField) -> str:
    found = field.unread()
    return found.code if found else ""


def test_day_and_time_typed_are_a_moment_of_this_machine(qtbot: QtBot, field: MomentField) -> None:
    typed(qtbot, field, "23/11", "8.30")
    assert field.value() == datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
    assert problem(field) == ""


@pytest.mark.parametrize(
    ("day", "hour", "code"),
    [
        ("", "", ""),
        ("23/11", "", "time-empty"),
        ("", "8.30", "day-empty"),
        ("x", "8.30", "date-unreadable"),
        ("23/11", "x", "time-unreadable"),
        ("29/3-26", "2.30", "time-left-out"),
        ("25/10-26", "2.30", "time-twice"),
    ],
)
def test_half_a_moment_says_what_is_lacking(qtbot: QtBot, field: MomentField, day: str, hour: str, code: str) -> None:
    typed(qtbot, field, day, hour)
    assert field.value() is None
    assert problem(field) == code


def test_an_hour_that_came_twice_asks_which_of_them_is_meant(qtbot: QtBot, field: MomentField) -> None:
    typed(qtbot, field, "24/10-26", "2.30")
    assert not field.turn.isVisible()
    typed(qtbot, field, "25/10-26", "2.30")
    assert field.turn.isVisible()

    field.turn.set_value("second")

    assert field.value() == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert problem(field) == ""


@pytest.mark.parametrize("hour", [0, 1])
def test_each_of_two_like_hours_is_shown_as_the_one_it_was(field: MomentField, hour: int) -> None:
    moment = datetime(2026, 10, 25, hour, 30, tzinfo=UTC)
    field.set_value(moment)
    assert field.value() == moment
    assert field.turn.isVisible()


def test_a_moment_taken_away_leaves_the_field_blank(field: MomentField) -> None:
    field.set_value(datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
    field.set_value(None)
    assert field.value() is None
    assert problem(field) == ""
    assert not field.turn.isVisible()
