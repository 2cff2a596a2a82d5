"""How what stands on a day finds room in the calendar's grid."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from app.ui.widgets.calendar_grid import CalendarCell, CalendarChip, CalendarGrid
from app.ui.widgets.calendar_painting import wrapped

MONDAY = date(2026, 11, 23)


def week(chips: int) -> list[CalendarCell]:
    """A week whose Monday holds so many chips."""
    held = tuple(CalendarChip(key=str(n), text="Alma K.", kind="due") for n in range(chips))
    days = (MONDAY + timedelta(days=n) for n in range(7))
    return [CalendarCell(day=day, number=str(day.day), week="48", chips=held if day == MONDAY else ()) for day in days]


@pytest.mark.parametrize(("chip_lines", "chips", "lines"), [(1, 2, 1), (2, 0, 6), (2, 2, 6), (2, 5, 4), (2, 25, 2)])
def test_a_week_gives_what_stands_in_it_more_lines_while_there_is_room(
    qtbot: QtBot, chip_lines: int, chips: int, lines: int
) -> None:
    grid = CalendarGrid("Calendar", ["Mon"] * 7, "+ {n} more")
    qtbot.addWidget(grid)
    grid.resize(800, 500)
    grid.chip_lines = chip_lines
    grid.show_days(week(chips), MONDAY, MONDAY)
    assert grid.geometry_of().chip_lines == lines


@pytest.mark.parametrize(
    ("most", "lines"),
    [
        (3, ["At home", "with the", "family"]),
        (2, ["At home", "with the family"]),
        (1, ["At home with the family"]),
        (0, ["At home with the family"]),
    ],
)
def test_a_text_breaks_between_words_and_loses_none(qtbot: QtBot, most: int, lines: list[str]) -> None:
    metrics = QFontMetrics(QFont())
    width = metrics.horizontalAdvance("At home w")
    assert wrapped("At home with the family", metrics, width, most) == lines


def test_a_word_longer_than_the_line_stands_alone(qtbot: QtBot) -> None:
    assert wrapped("Maximiliane A.", QFontMetrics(QFont()), 5, 2) == ["Maximiliane", "A."]
    assert wrapped("", QFontMetrics(QFont()), 5, 2) == [""]
