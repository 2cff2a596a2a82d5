"""The timeline keeps its names apart, and is walked through by keyboard as by mouse."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from app.core.case_timeline import MarkKind, Timeline, TimelineBar, TimelineMark, timeline
from app.core.ladder import LadderMove
from app.core.records.case import Case
from app.ui.look import Look
from app.ui.widgets.timeline import TimelineItem, TimelineView
from app.ui.widgets.timeline_layout import Drawing, lay_out
from app.words import Words
from tests.conftest import TODAY
from tests.factories import Office


def said(item: TimelineItem) -> str:
    return type(item).__name__


def ten_years(office: Office) -> Case:
    """Twelve measures over ten years, up and down, some of them side by side."""
    day = date(2016, 1, 12)
    case = office.case(opened=day)
    for number, length in enumerate((150, 420, 90, 300, 600, 200, 30, 700, 365, 280, 400, 900)):
        end = day + timedelta(days=length)
        ended = {"end": end} if end < TODAY else {}
        measure = office.measure(case, office.a_type(1 + number * 3 % 5), start=day, **ended)
        for held in range(20, min(length, (TODAY - day).days), 80):
            office.held(case, measure, on=day + timedelta(days=held))
        day = end if number % 3 else day + timedelta(days=60)
    return case


def moved(office: Office) -> tuple[Case, str]:
    case = office.case(opened=date(2026, 1, 5))
    first = office.measure(case, office.a_type(5), start=date(2026, 1, 5), end=date(2026, 6, 1))
    office.measure(case, office.a_type(4), start=date(2026, 6, 1))
    return case, office.held(case, first, on=date(2026, 1, 19)).id


def drawn(shown: Timeline, width: float = 680) -> Drawing:
    return lay_out(shown, width, lambda text: 7.0 * len(text), 15, Words("da"))


@pytest.mark.parametrize("width", [420, 680, 1400])
def test_no_two_names_overlap_over_ten_years(office: Office, width: int) -> None:
    drawing = drawn(timeline(office.status(ten_years(office)), office.catalogue), width)
    names = [label.place for bar in drawing.bars for label in (bar.label, bar.then) if label]
    ticks = [label.place for _, label in drawing.ticks if label] + [drawing.today_label.place]
    assert len(drawing.bars) == 12
    assert not [pair for pair in combinations(names, 2) if pair[0].intersects(pair[1])]
    assert not [pair for pair in combinations(ticks, 2) if pair[0].intersects(pair[1])]
    assert all(drawing.left <= place.left() and place.right() <= drawing.right + 0.1 for place in names)


@pytest.mark.parametrize(("age", "says"), [(30, "26 Oct"), (300, "Mar"), (4000, "2020")])
def test_the_axis_speaks_of_days_months_or_years_as_the_case_is_long(office: Office, age: int, says: str) -> None:
    case = office.case(opened=TODAY - timedelta(days=age))
    office.measure(case, start=TODAY - timedelta(days=age))
    shown = timeline(office.status(case), office.catalogue)
    drawing = lay_out(shown, 680, lambda text: 7.0 * len(text), 15, Words("en"))
    assert says in [label.text for _, label in drawing.ticks if label]


def test_a_new_case_has_an_axis_too(office: Office) -> None:
    drawing = drawn(timeline(office.status(office.case(opened=TODAY)), office.catalogue))
    assert len(drawing.rows) == 6
    assert drawing.ticks


@pytest.fixture
def view(qtbot: QtBot, look: Look, words: Words) -> TimelineView:
    made = TimelineView(words, said)
    qtbot.addWidget(made)
    made.resize(680, 240)
    made.show()
    return made


def test_arrow_keys_go_through_time_and_enter_opens(qtbot: QtBot, view: TimelineView, office: Office) -> None:
    view.show_timeline(timeline(office.status(moved(office)[0]), office.catalogue))
    seen: list[str] = []
    opened: list[TimelineItem] = []
    view.chosen.connect(seen.append)
    view.opened.connect(opened.append)
    kinds = [type(item) for item in view.items()]
    for _ in kinds:
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert seen == [kind.__name__ for kind in kinds]
    assert {TimelineBar, TimelineMark} <= set(kinds)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert isinstance(opened[0], TimelineBar)
    assert opened[0].measure.start == date(2026, 1, 5)


def test_a_click_on_a_dot_opens_that_follow_up(qtbot: QtBot, view: TimelineView, office: Office) -> None:
    case, follow_up_id = moved(office)
    view.show_timeline(timeline(office.status(case), office.catalogue))
    held = next(i for i in view.items() if isinstance(i, TimelineMark) and i.kind is MarkKind.HELD)
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.place_of(held))
    assert opened.args == [held]
    assert held.follow_up_id == follow_up_id


def test_pointing_says_what_it_is_and_leaving_takes_the_words_away(
    qtbot: QtBot, view: TimelineView, office: Office
) -> None:
    view.show_timeline(timeline(office.status(moved(office)[0]), office.catalogue))
    said_now: list[str] = []
    view.chosen.connect(said_now.append)
    move = next(i for i in view.items() if isinstance(i, LadderMove))
    qtbot.mouseMove(view, view.place_of(move))
    qtbot.mouseMove(view, QPoint(2, 2))
    assert said_now == ["LadderMove", ""]


def test_the_whole_of_ten_years_is_painted_within_its_height(view: TimelineView, office: Office) -> None:
    view.show_timeline(timeline(office.status(ten_years(office)), office.catalogue))
    drawing = view.drawing()
    assert drawing is not None
    assert view.height() == round(drawing.height)
    assert drawing.today_label.place.bottom() <= drawing.height + QFontMetricsF(view.font()).descent()
    assert not view.grab().isNull()
