"""What every page is handed: statuses and work gathered once, until something changes or time has passed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from app.core.work_list import DueGroup, WorkKind
from app.services.cases import close_case
from app.services.decisions import save_access_request
from app.ui.context import Context
from tests.conftest import TODAY, Clock
from tests.factories import Office


def test_work_is_gathered_once_until_something_changes(context: Context, office: Office) -> None:
    case = office.case()
    office.measure(case)
    assert [line.kind for line in context.work()] == [WorkKind.FOLLOW_UPS]
    assert context.work() is context.work()
    context.write(close_case, case.id, TODAY, "Flyttet", True)
    assert context.work() == ()


def test_a_notification_is_over_by_the_minute_though_nothing_was_written(
    context: Context, office: Office, clock: Clock
) -> None:
    office.notification(office.case(), received_at=clock.now - timedelta(hours=23, minutes=59))
    (line,) = context.work()
    assert line.group is DueGroup.TODAY
    clock.now += timedelta(minutes=2)
    (line,) = context.work()
    assert line.group is DueGroup.OVERDUE


def test_time_alone_is_told_once_it_has_moved_a_line(
    qtbot: QtBot, context: Context, office: Office, clock: Clock
) -> None:
    office.notification(office.case(), received_at=clock.now - timedelta(hours=23))
    office.measure(office.case("Bo"), start=TODAY)
    told = QSignalSpy(context.turned)
    context.look_at_clock()
    clock.now += timedelta(minutes=50)
    context.look_at_clock()
    assert told.count() == 0
    clock.now += timedelta(minutes=11)
    context.look_at_clock()
    context.look_at_clock()
    assert told.count() == 1
    clock.now += timedelta(days=22)
    context.look_at_clock()
    assert told.count() == 2


def test_a_change_is_not_told_again_by_the_clock(qtbot: QtBot, context: Context, office: Office, clock: Clock) -> None:
    case = office.case()
    office.measure(case)
    context.work()
    told = QSignalSpy(context.turned)
    context.write(close_case, case.id, TODAY, "Flyttet", True)
    assert context.work() == ()
    clock.now += timedelta(minutes=5)
    context.look_at_clock()
    assert told.count() == 0


def test_a_closed_case_is_no_longer_among_the_statuses_but_its_open_request_is_among_the_work(
    context: Context, office: Office
) -> None:
    case = office.case(opened=TODAY - timedelta(900), closed=TODAY - timedelta(400), closed_reason="Flyttet")
    request = office.access_request(case)
    assert context.statuses() == ()
    (line,) = context.work()
    assert (line.kind, line.status.case_id) == (WorkKind.COMPLAINTS, case.id)
    context.write(save_access_request, replace(request, answered_on=TODAY), TODAY)
    assert context.work() == ()


def test_the_time_of_day_is_told_in_a_zone_that_knows_summer_time(context: Context) -> None:
    now = context.now()
    assert now.tzinfo is not None
    assert now.tzinfo.dst(now) is not None
