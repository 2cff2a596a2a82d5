"""The statistics: numbers of a period that open their lists."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.keeping_time import Count, HalfYear
from app.core.schedule import Track
from app.services.cases import close_case
from app.services.store import Store
from app.ui.context import Context, Destination, Place
from app.ui.pages.statistics_page import StatisticsPage
from tests.conftest import TODAY
from tests.factories import Office

START = TODAY - timedelta(days=100)
DUE = START + timedelta(days=28)


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> StatisticsPage:
    page = StatisticsPage(context)
    qtbot.addWidget(page)
    return page


def shown(page: StatisticsPage, key: str) -> list[str]:
    return [page.grid.button(key, what).text() for what in (Count.EXPECTED, Count.ON_TIME, Count.LATE, Count.MISSED)]


def test_numbers_stand_by_accounting_group_and_for_all(page: StatisticsPage, office: Office) -> None:
    one, other = office.case(), office.case()
    office.held(one, office.measure(one, "pmto", start=START), on=DUE)
    office.held(other, office.measure(other, "foster_general", start=START), on=START + timedelta(days=20))
    page.show()
    assert shown(page, "preventive") == ["1", "1", "–", "–"]
    assert shown(page, "foster")[:3] == ["1", "–", "1"]
    assert shown(page, "whole")[0] == "2"


def test_a_number_opens_its_list_and_a_line_the_case(
    qtbot: QtBot, page: StatisticsPage, office: Office, context: Context
) -> None:
    case = office.case()
    held = office.held(case, office.measure(case, start=START), on=DUE + timedelta(days=2))
    page.show()
    page.grid.button("preventive", Count.LATE).click()
    (line,) = page.list.lines()
    assert "held" in line.second
    with qtbot.waitSignal(context.went) as went:
        page.list.opened.emit(line.key)
    assert went.args == [Destination(Place.CASE, case.id, "follow_ups", held.id)]


def test_a_case_lists_its_own_dates(qtbot: QtBot, page: StatisticsPage, office: Office) -> None:
    case, other = office.case(), office.case()
    for one in (case, other):
        office.held(one, office.measure(one, start=START), on=DUE)
    page.show()
    qtbot.waitExposed(page)
    page.cases.select(case.id)
    page.cases.view.setFocus()
    qtbot.keyClick(page.cases.view, Qt.Key.Key_Return)
    assert len(page.list.lines()) == 1


def test_what_was_missed_stays_after_the_case_was_closed(page: StatisticsPage, office: Office, store: Store) -> None:
    case = office.case()
    office.measure(case, start=START)
    store.write(close_case, case.id, TODAY, "Flyttet", True)
    page.show()
    assert shown(page, "preventive") == ["1", "–", "–", "1"]


def test_period_and_track_are_chosen_and_the_track_is_kept(page: StatisticsPage, office: Office) -> None:
    case = office.case()
    office.held(case, office.measure(case, start=START), on=DUE)
    page.show()
    before = HalfYear.of(TODAY).before.before
    page.period.set_value(f"{before.year}-{before.half}")
    page.period.edited.emit()
    assert shown(page, "whole") == ["–", "–", "–", "–"]
    page.track.set_value(Track.LAW)
    page.track.edited.emit()
    again = StatisticsPage(page.context)
    assert (again.track.value(), again.period.value()) == (Track.LAW, "rolling")


def test_tab_goes_from_the_choices_over_the_numbers_to_the_cases(
    qtbot: QtBot, page: StatisticsPage, office: Office
) -> None:
    case = office.case()
    office.held(case, office.measure(case, start=START), on=DUE)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(page.grid.button("preventive", Count.EXPECTED).isVisible)
    page.track.control().setFocus()
    counted = (Count.EXPECTED, Count.ON_TIME, Count.SPOKEN)
    pressed = [(row, what) for row in ("preventive", "whole") for what in counted]
    for expected in (*(page.grid.button(*number) for number in pressed), page.cases.view):
        page.focusNextChild()
        assert page.focusWidget() is expected
