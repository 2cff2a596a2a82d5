"""A case opens once in the log, shows who it is about, and leads on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.records.case import Case, SchoolFact, SchoolKind
from app.core.records.follow_up import Agreement, FollowUp, GoalScore
from app.core.records.plan import Goal
from app.models.trail import LogEntryRow
from app.services.agreements import agreements_of_case
from app.services.cases import close_case
from app.services.follow_ups import save_follow_up
from app.services.journal import save_school_fact
from app.ui.ask import Ask
from app.ui.context import Context, Destination, Place
from app.ui.dialogs.edit_case import EditCase
from app.ui.dialogs.settle_agreement import SettleAgreement
from app.ui.pages.case.header import CaseHeader
from app.ui.pages.case.overview_tab import OverviewTab
from app.ui.pages.case_page import CasePage
from app.ui.prints.registry import PRINTS
from app.ui.widgets.button import Button, IconButton
from app.ui.widgets.text import Text
from app.words import Words
from tests.conftest import TODAY
from tests.factories import Office


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> CasePage:
    made = CasePage(context)
    qtbot.addWidget(made)
    made.resize(1140, 760)
    return made


@pytest.fixture
def went(context: Context) -> list[Destination]:
    found: list[Destination] = []
    context.went.connect(found.append)
    return found


def lead(page: CasePage, case: Case, tab: str = "", item: str = "") -> None:
    page.lead_to(Destination(Place.CASE, case.id, tab, item))
    page.show()


def logged(context: Context, act: str) -> list[tuple[str, str]]:
    def entries(session: Session) -> list[tuple[str, str]]:
        found = session.execute(select(LogEntryRow.case_id, LogEntryRow.purpose).where(LogEntryRow.act == act))
        return [(row.case_id, row.purpose) for row in found]

    return context.read(entries)


def texts(page: CasePage) -> str:
    header = page.findChild(CaseHeader)
    assert header is not None
    return " | ".join(text.text() for text in header.findChildren(Text) if text.isVisible())


def answer(monkeypatch: pytest.MonkeyPatch, number: int | None) -> None:
    monkeypatch.setattr(Ask, "choose", lambda *_args, **_values: number)


def test_the_head_says_who_the_child_is_and_keeps_the_cpr_number_masked(page: CasePage, office: Office) -> None:
    case = office.case(opened=date(2026, 1, 12), cpr="6403170001", protected=True)
    fact = SchoolFact(case_id=case.id, kind=SchoolKind.ORDINARY, name="Snejbjerg Skole", grade="3. b", start=TODAY)
    office.store.write(save_school_fact, fact)
    lead(page, case)
    for part in ("Alma Kjær", "9 years", "Snejbjerg Skole, 3. b", "12-01-2026", "M. Holm", "Address protected"):
        assert part in texts(page)
    assert "640317-••••" in texts(page)
    assert "0001" not in texts(page)


def test_each_opening_is_logged_once(page: CasePage, context: Context, office: Office) -> None:
    one, other = office.case(), office.case("Bo")
    lead(page, one)
    lead(page, one, "measures")
    lead(page, other)
    assert logged(context, "look_up") == [(one.id, "casework"), (other.id, "casework")]
    page.hide()
    lead(page, other)
    assert logged(context, "look_up")[2:] == [(other.id, "casework")]


def test_a_closed_case_opens_only_with_a_purpose_which_is_logged(
    page: CasePage,
    context: Context,
    office: Office,
    monkeypatch: pytest.MonkeyPatch,
    went: list[Destination],
    qtbot: QtBot,
) -> None:
    case = office.case()
    office.store.write(close_case, case.id, TODAY - timedelta(days=10), "Flyttet", False)
    answer(monkeypatch, None)
    lead(page, case)
    qtbot.waitUntil(lambda: [d.place for d in went] == [Place.CASES])
    assert logged(context, "look_up") == []

    answer(monkeypatch, 1)
    lead(page, case)
    assert logged(context, "look_up") == [(case.id, "file_access")]
    assert "Closed 13 November 2026" in texts(page)


def test_revealing_the_cpr_number_asks_and_is_logged_and_masked_again_by_the_next_case(
    page: CasePage, context: Context, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = office.case(cpr="6403170001")
    lead(page, case)
    reveal = next(b for b in page.findChildren(IconButton) if b.accessibleName() == "Show the CPR number")
    answer(monkeypatch, None)
    reveal.click()
    assert logged(context, "reveal") == []
    answer(monkeypatch, 0)
    reveal.click()
    assert logged(context, "reveal") == [(case.id, "casework")]
    assert "640317-0001" in texts(page)
    lead(page, office.case("Bo", cpr="6403170002"))
    lead(page, case)
    assert "640317-••••" in texts(page)


def test_ctrl_tab_goes_through_the_tabs_and_round(page: CasePage, office: Office, qtbot: QtBot) -> None:
    lead(page, office.case())
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    bar = page.findChild(QTabBar)
    assert bar is not None
    seen = [bar.currentIndex()]
    for _ in range(bar.count()):
        qtbot.keyClick(page, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        seen.append(bar.currentIndex())
    assert seen == [*range(bar.count()), 0]


def test_an_open_case_is_edited_closed_or_struck_out_from_its_own_page(page: CasePage, office: Office) -> None:
    lead(page, office.case())
    assert case_verbs(page) == ["Edit …", "Close …", "Strike out …"]


def test_a_closed_case_can_be_reopened_from_its_own_page(
    page: CasePage, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = office.case()
    office.store.write(close_case, case.id, TODAY - timedelta(days=10), "Afsluttet", False)
    answer(monkeypatch, 0)
    lead(page, case)
    assert case_verbs(page) == ["Edit …", "Reopen …", "Strike out …"]


def test_f2_on_the_overview_of_a_case_edits_it(page: CasePage, office: Office, qtbot: QtBot) -> None:
    lead(page, office.case())
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_F2)
    assert page.findChild(EditCase) is not None


def case_verbs(page: CasePage) -> list[str]:
    """What the menu of the case offers."""
    header = page.findChild(CaseHeader)
    assert header is not None
    menu = next(button.menu() for button in header.findChildren(Button) if button.text() == "The case")
    assert menu is not None
    return [action.text() for action in menu.actions() if action.isVisible()]


def overview(page: CasePage) -> OverviewTab:
    found = page.findChild(OverviewTab)
    assert isinstance(found, OverviewTab)
    return found


def test_the_overview_says_when_the_next_follow_up_is_due_and_why_by_goal_and_by_law(
    page: CasePage, office: Office
) -> None:
    case = office.case()
    office.measure(case, office.a_type(4), start=date(2026, 11, 2))
    lead(page, case)
    due = overview(page).due
    assert due.facts()["Programme goal"].startswith("16-11-2026\n2 weeks after the start")
    assert due.facts()["Law"].startswith("02-02-2027\n")


def test_a_due_date_on_a_day_off_comes_with_the_working_day_before(page: CasePage, office: Office) -> None:
    case = office.case()
    office.measure(case, office.a_type(1), start=date(2026, 11, 27))
    lead(page, case)
    assert overview(page).due.hint() == "Suggested working day: Thursday 24 December 2026"


def test_without_a_measure_nothing_falls_due_and_the_way_to_the_first_is_offered(
    page: CasePage, office: Office, went: list[Destination]
) -> None:
    case = office.case()
    lead(page, case)
    assert overview(page).due.hint().startswith("No date falls due")
    assert overview(page).due.facts() == {}
    offered = [button for button in overview(page).due.findChildren(Button) if button.isVisible()]
    assert [button.text() for button in offered] == ["Start a measure"]
    offered[0].click()
    assert went[-1] == Destination(Place.CASE, case.id, "measures", "start")


def test_goals_show_the_latest_score_against_the_target(page: CasePage, office: Office) -> None:
    case = office.case()
    measure = office.measure(case)
    goals = Goal(goal="I skole", target=9), Goal(goal="Sover hjemme")
    office.plan(case, *goals)
    for days, value in ((40, 3), (5, 6)):
        office.held(
            case, measure, on=TODAY - timedelta(days=days), scores=(GoalScore(goal_id=goals[0].id, value=value),)
        )
    lead(page, case)
    assert [row.standing for row in overview(page).goals.rows] == [("6 of 10", "target 9"), ("Not scored yet", "")]


def test_next_steps_lead_to_where_they_are_mended(page: CasePage, office: Office, went: list[Destination]) -> None:
    case = office.case()
    measure = office.measure(case, office.a_type(5), start=TODAY - timedelta(days=20))
    office.held(case, measure, agreements=(Agreement(case_id=case.id, what="Ringe til far", due=TODAY),))
    planned = FollowUp(case_id=case.id, measure_ids=(measure.id,), planned_on=TODAY + timedelta(days=8))
    office.store.write(save_follow_up, planned, TODAY)
    lead(page, case)
    steps = overview(page).next_steps.list
    lines = {line.spoken(): line.key for line in steps.lines()}
    steps.opened.emit(next(key for said, key in lines.items() if "no agreed next step" in said))
    steps.opened.emit(next(key for said, key in lines.items() if said.startswith("Follow-up")))
    assert any("Ringe til far" in said for said in lines)
    assert [(d.tab, d.item) for d in went] == [("measures", measure.id), ("follow_ups", planned.id)]


def test_a_promise_is_settled_from_the_overview_wherever_it_was_made(
    page: CasePage, office: Office, context: Context, went: list[Destination]
) -> None:
    case = office.case()
    meeting = office.meeting(case, purpose="Weekenderne", place="Skolen")
    task = office.task(case, "Ringe til far", due=TODAY)
    late = office.task(case, "Skrive til skolen", due=TODAY - timedelta(days=3))
    lead(page, case)
    steps = overview(page).next_steps.list
    keys = {line.spoken(): line.key for line in steps.lines()}
    for words in ("Network meeting: Weekenderne", "Ringe til far", "Skrive til skolen"):
        steps.opened.emit(next(key for said, key in keys.items() if words in said))
    assert [(d.tab, d.item) for d in went] == [
        ("meetings", meeting.id),
        ("meetings", f"settle:{task.id}"),
        ("meetings", f"settle:{late.id}"),
    ]
    page.lead_to(went[1])
    (form,) = page.findChildren(SettleAgreement)
    form.form.field("kept").set_value("kept")
    form.save_button.click()
    assert {one.id for one in context.read(agreements_of_case, case.id) if one.kept} == {task.id}


def test_of_many_next_steps_the_first_are_shown_and_the_rest_is_counted(
    page: CasePage, office: Office, went: list[Destination]
) -> None:
    case = office.case()
    held = office.held(case)
    due = TODAY + timedelta(days=30)
    promises = tuple(
        Agreement(case_id=case.id, follow_up_id=held.id, what=f"Aftale {number}", due=due) for number in range(20)
    )
    office.store.write(save_follow_up, held, TODAY, promises)
    lead(page, case)
    steps = overview(page).next_steps.list
    assert len(steps.lines()) == 13
    assert steps.lines()[-1].text.endswith("more")
    steps.opened.emit(steps.lines()[-1].key)
    assert (went[-1].case_id, went[-1].tab) == (case.id, "meetings")


def test_deadlines_of_the_case_are_the_first_of_its_next_steps(
    page: CasePage, office: Office, went: list[Destination]
) -> None:
    case = office.case()
    request = office.access_request(case)
    office.access_request(office.case("Bo"))
    lead(page, case)
    steps = overview(page).next_steps.list
    first, *others = steps.lines()
    assert first.spoken() == "Answer request for access to the file, Wed 2 Dec, in 9 days"
    assert not any("access to the file" in line.spoken() for line in others)
    steps.opened.emit(first.key)
    assert [(d.tab, d.item) for d in went] == [("complaints", request.id)]


def test_the_list_beside_the_drawing_shows_and_opens_the_same(
    page: CasePage, office: Office, went: list[Destination]
) -> None:
    case = office.case(opened=date(2026, 1, 5))
    first = office.measure(case, office.a_type(5), start=date(2026, 1, 5), end=date(2026, 6, 1))
    office.measure(case, office.a_type(4), start=date(2026, 6, 1))
    held = office.held(case, first, on=date(2026, 1, 19))
    lead(page, case)
    way = overview(page).way
    assert way.table.rows() == way.view.items()
    way.table.opened.emit(next(item for item in way.table.rows() if getattr(item, "follow_up_id", "") == held.id))
    way.view.opened.emit(way.view.items()[0])
    assert [(d.tab, d.item) for d in went] == [("follow_ups", held.id), ("measures", first.id)]


def test_what_changes_is_shown_at_once(page: CasePage, context: Context, office: Office) -> None:
    case = office.case()
    lead(page, case)
    held = FollowUp(case_id=case.id, measure_ids=(office.measure(case).id,), held_on=TODAY, conversation_on=TODAY)
    context.write(save_follow_up, replace(held), TODAY)
    assert "2027" in overview(page).due.facts()["Programme goal"]


def test_every_print_of_a_child_is_offered_in_its_case(
    page: CasePage, office: Office, words: Words, went: list[Destination]
) -> None:
    case = office.case()
    lead(page, case)
    menu = next(b.menu() for b in page.findChildren(Button) if b.text() == "Print")
    assert menu is not None
    offered = [action.text() for action in menu.actions()]
    assert offered[: offered.index("")] == [words.tr(one.name) for one in PRINTS if one.of_child]
    next(action for action in menu.actions() if action.text() == "Plan for the child").trigger()
    assert went == [Destination(Place.PRINTS, case.id, "child_plan")]


def test_a_lock_comes_back_to_the_tab_that_was_looked_at_and_help_begins_there(page: CasePage, office: Office) -> None:
    case = office.case()
    led = Destination(Place.CASE, case.id, "plan", "issue")
    page.lead_to(led)
    page.show()
    assert page.stands_at(led) == led
    bar = page.findChild(QTabBar)
    assert bar is not None
    bar.setCurrentIndex(bar.currentIndex() + 1)
    assert page.stands_at(led) == Destination(Place.CASE, case.id, "network")
    assert page.help_heading() == "Network"
    bar.setCurrentIndex(0)
    assert page.help_heading() == ""
