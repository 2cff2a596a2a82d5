"""A calendar file is asked what it is for, logged for each case in it, and remembered once it was written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from icalendar import Calendar
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.core.records.case import Case
from app.services.access import entries
from app.services.calendar_export import exported_events
from app.services.cases import void_case
from app.services.store import Act, Store
from app.ui.ask import Ask
from app.ui.context import Context, Destination, Place
from app.ui.dialogs.export_calendar import ExportCalendar
from app.ui.pages.calendar_page import CalendarPage
from app.ui.pages.case_page import CasePage
from app.ui.widgets.button import IconButton
from tests.conftest import TODAY
from tests.factories import Office

Open = Callable[..., ExportCalendar]


@pytest.fixture
def office(context: Context) -> Office:
    """An office that writes through the context, so that the list of work is made anew."""
    return Office(cast(Store, context), context.catalogue, TODAY)


@pytest.fixture
def alma(office: Office) -> Case:
    case = office.case("Alma", "Kjær")
    office.measure(case, start=TODAY - timedelta(days=19))
    return case


@pytest.fixture
def bo(office: Office) -> Case:
    case = office.case("Bo", "Holm")
    office.measure(case, start=TODAY - timedelta(days=19))
    return case


@pytest.fixture
def dialog(qtbot: QtBot, context: Context) -> Open:
    def opened(case_id: str = "", **answers: object) -> ExportCalendar:
        made = ExportCalendar(context, case_id)
        qtbot.addWidget(made)
        made.show()
        made.form.set_values({"purpose": "For my own calendar"} | answers)
        return made

    return opened


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the file goes; its name is the one that is suggested."""

    def choose(_ask: Ask, _parent: QWidget, _title: str, suggested: Path, _kinds: str) -> Path:
        return tmp_path / suggested.name

    monkeypatch.setattr(Ask, "save_path", choose)
    return tmp_path / f"forlaens-calendar-{TODAY.isoformat()}.ics"


def save(qtbot: QtBot, dialog: ExportCalendar, said: str = "Saved as") -> None:
    dialog.save.click()
    qtbot.waitUntil(lambda: said in dialog.step.problem(), timeout=5_000)


def events(path: Path) -> list[Any]:
    return Calendar.from_ical(path.read_bytes()).walk("VEVENT")


def exports(context: Context) -> list[tuple[str, str, str]]:
    return [(e.case_id, e.purpose, e.detail) for e in context.read(entries) if e.act is Act.EXPORT]


def test_all_cases_go_into_one_file_of_initials_and_into_the_log_of_each(
    qtbot: QtBot, dialog: Open, context: Context, alma: Case, bo: Case, place: Path
) -> None:
    made = dialog()
    assert not made.form.row("named").isVisible()
    save(qtbot, made)
    assert {str(event["summary"]) for event in events(place)} == {
        "Forlæns: A.K. follow-up",
        "Forlæns: B.H. follow-up",
    }
    assert sorted(exports(context)) == sorted((case.id, "For my own calendar", "ics en") for case in (alma, bo))
    assert len(context.read(exported_events, "")) == 2


def test_without_a_purpose_nothing_leaves(dialog: Open, context: Context, alma: Case, place: Path) -> None:
    made = dialog(purpose=" ")
    made.save.click()
    assert made.form.problem_at("purpose")
    assert not place.exists()
    assert exports(context) == []


def test_a_familys_file_holds_its_case_alone_and_the_first_name_where_it_may(
    qtbot: QtBot, dialog: Open, alma: Case, bo: Case, place: Path
) -> None:
    save(qtbot, dialog(alma.id))
    assert [str(event["summary"]) for event in events(place)] == ["Forlæns: A.K. follow-up"]
    save(qtbot, dialog(alma.id, named=True))
    assert [str(event["summary"]) for event in events(place)] == ["Forlæns: Alma follow-up"]


def test_a_name_that_was_allowed_for_a_family_does_not_stand_in_the_file_of_all(
    qtbot: QtBot, dialog: Open, alma: Case, bo: Case, place: Path
) -> None:
    save(qtbot, dialog(alma.id, named=True, scope=""))
    assert not any("Alma" in str(event["summary"]) for event in events(place))


def test_what_is_gone_is_cancelled_in_the_next_file(
    qtbot: QtBot, dialog: Open, context: Context, alma: Case, bo: Case, place: Path
) -> None:
    save(qtbot, dialog())
    context.write(void_case, bo.id, TODAY, "Oprettet ved en fejl")
    save(qtbot, dialog())
    assert sorted(event["status"] for event in events(place)) == ["CANCELLED", "TENTATIVE"]


def test_a_file_that_could_not_be_written_is_told_and_not_remembered(
    qtbot: QtBot, dialog: Open, context: Context, alma: Case, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Ask, "save_path", lambda *_: tmp_path / "gone" / "dates.ics")
    made = dialog()
    save(qtbot, made, "not there")
    assert made.save.isVisible()
    assert context.read(exported_events, "") == ()


def test_a_caseload_opened_for_reading_gives_the_file_all_the_same(
    qtbot: QtBot, dialog: Open, context: Context, alma: Case, place: Path
) -> None:
    context.store.read_only = True
    save(qtbot, dialog())
    assert len(events(place)) == 1


def test_where_nothing_is_due_it_says_so(dialog: Open, place: Path, context: Context) -> None:
    made = dialog()
    made.save.click()
    assert "nothing to save" in made.step.problem()
    assert not place.exists()


def test_who_gives_no_place_is_where_they_were(
    dialog: Open, alma: Case, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Ask, "save_path", lambda *_: None)
    made = dialog()
    made.save.click()
    assert made.save.isEnabled()
    assert exports(context) == []


@pytest.mark.parametrize(("reminds", "alarms"), [(True, 2), (False, 0)])
def test_the_calendar_reminds_on_the_days_of_the_settings(
    qtbot: QtBot, dialog: Open, context: Context, alma: Case, place: Path, reminds: bool, alarms: int
) -> None:
    context.settings.change(reminds=reminds, remind_ahead=[5, 1])
    save(qtbot, dialog())
    (event,) = events(place)
    assert len(event.walk("VALARM")) == alarms


def test_it_is_reached_from_the_calendar_and_from_a_case(qtbot: QtBot, context: Context, alma: Case) -> None:
    calendar, case = CalendarPage(context), CasePage(context)
    for page in (calendar, case):
        qtbot.addWidget(page)
        page.show()
    next(b for b in calendar.findChildren(IconButton) if b.accessibleName() == "Calendar file …").click()
    case.lead_to(Destination(Place.CASE, alma.id))
    actions = [action for menu in case.findChildren(QMenu) for action in menu.actions()]
    next(action for action in actions if action.text() == "Calendar file for the family …").trigger()
    scopes = [
        dialog.form.field("scope").value() for page in (calendar, case) for dialog in page.findChildren(ExportCalendar)
    ]
    assert scopes == ["", alma.id]
