"""The calendar: days, what stands on them, and planning by dropping a follow-up on a day."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from app.core.calendar_view import calendar_days, week_of
from app.core.records.case import Case
from app.core.records.follow_up import FollowUp
from app.services.follow_ups import follow_ups_of_case, save_follow_up
from app.services.store import Store
from app.ui.context import Context, Destination, Place
from app.ui.dialogs.plan_follow_up import PlanFollowUp
from app.ui.dialogs.register_follow_up import RegisterFollowUp
from app.ui.pages.calendar.calendar_words import spoken, week_title
from app.ui.pages.calendar_page import LIST, WEEK, CalendarPage
from app.ui.widgets.calendar_grid import MIME, CalendarCell
from tests.conftest import TODAY
from tests.factories import Office

PLANNED = TODAY + timedelta(days=2)
FREE = TODAY + timedelta(days=3)
SUNDAY = TODAY + timedelta(days=6)


@pytest.fixture
def office(context: Context) -> Office:
    """An office that writes through the context, so that the page hears of it."""
    return Office(cast(Store, context), context.catalogue, TODAY)


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> CalendarPage:
    page = CalendarPage(context)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    return page


@pytest.fixture
def planned(office: Office) -> FollowUp:
    """A follow-up of Alma, planned for the day after tomorrow."""
    case = office.case()
    record = FollowUp(case_id=case.id, measure_ids=(office.measure(case).id,), planned_on=PLANNED)
    office.store.write(save_follow_up, record, TODAY)
    return record


def cell(page: CalendarPage, day: date) -> CalendarCell:
    return next(one for one in page.grid.cells() if one.day == day)


def drop(page: CalendarPage, key: str, day: date) -> None:
    number = [one.day for one in page.grid.cells()].index(day)
    data = QMimeData()
    data.setData(MIME, key.encode())
    place = QPointF(page.grid.geometry_of().day(number).center())
    move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    page.grid.dropEvent(QDropEvent(place, move, data, left, Qt.KeyboardModifier.NoModifier))


def the_plan(office: Office, case_id: str) -> FollowUp:
    (record,) = office.store.read(follow_ups_of_case, case_id)
    return record


def test_today_stands_chosen_with_what_stands_on_it_beside(page: CalendarPage, planned: FollowUp) -> None:
    page.grid.chosen.emit(PLANNED)
    assert [line.lead for line in page.list.lines()] == ["Alma K."]
    assert "week" in cell(page, PLANNED).spoken
    assert "1 follow-up" in cell(page, PLANNED).spoken


def test_a_follow_up_dropped_on_a_day_is_planned_there_and_undo_takes_it_back(
    page: CalendarPage, office: Office, planned: FollowUp, context: Context
) -> None:
    drop(page, cell(page, PLANNED).chips[0].key, FREE)
    assert the_plan(office, planned.case_id).planned_on == FREE
    assert [chip.kind for chip in cell(page, FREE).chips] == ["planned"]
    context.undo()
    assert the_plan(office, planned.case_id).planned_on == PLANNED


def test_what_is_due_and_not_planned_is_planned_by_dropping_it(page: CalendarPage, office: Office) -> None:
    case = office.case()
    office.measure(case, start=TODAY - timedelta(days=23))
    due = next(one for one in page.grid.cells() if one.chips)
    assert [chip.kind for chip in due.chips] == ["due"]
    drop(page, due.chips[0].key, FREE)
    assert the_plan(office, case.id).planned_on == FREE


def test_a_day_off_takes_the_plan_and_says_so(page: CalendarPage, office: Office, planned: FollowUp) -> None:
    drop(page, cell(page, PLANNED).chips[0].key, SUNDAY)
    assert the_plan(office, planned.case_id).planned_on == SUNDAY
    assert "a day off" in page.notice()


def test_a_day_that_has_passed_takes_no_plan_and_says_why(
    page: CalendarPage, office: Office, planned: FollowUp
) -> None:
    drop(page, cell(page, PLANNED).chips[0].key, TODAY - timedelta(days=1))
    assert the_plan(office, planned.case_id).planned_on == PLANNED
    assert "has passed" in page.notice()


def test_the_arrow_keys_walk_on_into_the_next_month_and_home_comes_back(qtbot: QtBot, page: CalendarPage) -> None:
    page.grid.setFocus()
    for _ in range(3):
        qtbot.keyClick(page.grid, Qt.Key.Key_Down)
    assert page.day == TODAY + timedelta(days=21)
    assert cell(page, page.day).day.month == page.day.month
    qtbot.keyClick(page.grid, Qt.Key.Key_PageUp)
    assert page.day.month == TODAY.month
    qtbot.keyClick(page.grid, Qt.Key.Key_Home)
    assert page.day == TODAY


def test_enter_leads_from_a_day_to_its_list_and_on_to_the_form(
    qtbot: QtBot, page: CalendarPage, planned: FollowUp
) -> None:
    page.grid.chosen.emit(PLANNED)
    page.grid.setFocus()
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    page.list.setCurrentIndex(page.list.model().index(0, 0))
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.findChild(RegisterFollowUp) is not None


def test_the_list_does_all_that_dragging_does(qtbot: QtBot, page: CalendarPage, planned: FollowUp) -> None:
    page.lead_to(Destination(Place.CALENDAR, tab=LIST))
    keys = [line.key for line in page.days.lines()]
    page.days.setCurrentIndex(page.days.model().index(len(keys) - 1, 0))
    page.plan.click()
    form = page.findChild(PlanFollowUp)
    assert form is not None
    assert form.record().id == planned.id


def test_the_week_tells_place_and_people_and_the_view_is_kept(
    page: CalendarPage, office: Office, context: Context
) -> None:
    case = office.case()
    record = FollowUp(case_id=case.id, planned_on=PLANNED, planned_place="Skolen", planned_with="Karen")
    office.store.write(save_follow_up, record, TODAY)
    page.view.set_value(WEEK)
    page.view.edited.emit()
    assert len(page.grid.cells()) == 7
    assert cell(page, PLANNED).chips[0].second == "Skolen · Karen"
    assert CalendarPage(context).view.value() == WEEK


def test_what_was_held_leads_to_the_case(qtbot: QtBot, page: CalendarPage, office: Office, context: Context) -> None:
    case: Case = office.case()
    held = office.held(case, office.measure(case), on=TODAY)
    with qtbot.waitSignal(context.went) as went:
        page.grid.opened.emit(cell(page, TODAY).chips[0].key)
    assert went.args == [Destination(Place.CASE, case.id, "follow_ups", held.id)]


def test_twenty_five_on_one_day_say_how_many_more_there_are(page: CalendarPage, office: Office) -> None:
    for _ in range(25):
        office.store.write(save_follow_up, FollowUp(case_id=office.case().id, planned_on=PLANNED), TODAY)
    layout = page.grid.geometry_of()
    assert len(cell(page, PLANNED).chips) == 25
    assert 0 < layout.shown(25) < layout.room() <= 25
    page.grid.chosen.emit(PLANNED)
    assert len(page.list.lines()) == 25


def test_a_click_on_a_chip_opens_its_form(qtbot: QtBot, page: CalendarPage, planned: FollowUp) -> None:
    number = [one.day for one in page.grid.cells()].index(PLANNED)
    place = page.grid.geometry_of().chip_at(number, 0).center().toPoint()
    qtbot.mouseClick(page.grid, Qt.MouseButton.LeftButton, pos=place)
    assert page.findChild(RegisterFollowUp) is not None


def test_a_week_is_told_with_the_month_and_the_year_it_belongs_to(context: Context) -> None:
    for day, told in ((date(2027, 1, 1), "Week 53, Dec 2026"), (date(2026, 12, 2), "Week 49, Dec 2026")):
        days = calendar_days(week_of(day), [], [], context.catalogue)
        assert week_title(days, context.words) == told


def test_a_network_meeting_stands_on_its_day_and_leads_to_its_place_in_the_case(
    page: CalendarPage, office: Office, context: Context
) -> None:
    case = office.case()
    coming = office.meeting(case, planned_on=FREE, planned_at=time(15, 30), place="Skolen", purpose="Weekenderne")
    held = office.meeting(case, planned_on=TODAY, held_on=TODAY, purpose="Sidst")
    went: list[Destination] = []
    context.went.connect(went.append)
    page._go_to(FREE)
    (line,) = page.list.lines()
    assert (line.text, line.second, line.aside) == ("Network meeting: Weekenderne", "Skolen", "15:30")
    page.list.opened.emit(line.key)
    page._go_to(TODAY)
    (done,) = page.list.lines()
    assert done.text == "Network meeting held"
    page.list.opened.emit(done.key)
    assert [(one.tab, one.item) for one in went] == [("meetings", coming.id), ("meetings", held.id)]
    week = calendar_days(week_of(FREE), context.statuses(), context.work(), context.catalogue)
    assert any("1 network meeting" in spoken(day, context.words) for day in week)
