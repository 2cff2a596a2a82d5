"""The overview at one glance: where each child stands, what comes next, what needs attention, and where it leads."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.caseload_rule import Caseload
from app.core.records.case import Case, LimitException
from app.services.cases import close_case
from app.ui.context import Context, Destination, Place
from app.ui.dialogs.answer_exception import AnswerException
from app.ui.dialogs.open_case import OpenCase
from app.ui.pages.overview_page import OverviewPage
from app.ui.widgets.caseload_meter import left_in_words
from app.words import Words
from tests.conftest import TODAY
from tests.factories import Office

Shown = Callable[[], OverviewPage]


@pytest.fixture
def shown(qtbot: QtBot, context: Context) -> Shown:
    """Shows the page at the size of a small laptop, less the rail."""
    page = OverviewPage(context)
    qtbot.addWidget(page)

    def show() -> OverviewPage:
        page.resize(1366 - 208, 768)
        with qtbot.waitExposed(page):
            page.show()
        return page

    return show


def with_due(office: Office, days: int, name: str, last_name: str = "Kjær", step: int = 1) -> Case:
    """A case whose next follow-up is due in so many days."""
    case = office.case(name, last_name)
    start = TODAY - timedelta(weeks=4 if step == 1 else 2) + timedelta(days=days)
    office.measure(case, office.a_type(step=step, placement=step > 2), start=start)
    return case


def led_to(qtbot: QtBot, context: Context, act: Callable[[], object]) -> Destination:
    with qtbot.waitSignal(context.went) as went:
        act()
    assert went.args is not None
    found: Destination = went.args[0]
    return found


def test_each_child_stands_on_its_step_the_next_due_first(office: Office, shown: Shown) -> None:
    with_due(office, 9, "Emil")
    with_due(office, -4, "Mikkel")
    with_due(office, 1, "Sofie", step=4)
    office.case("Freja")
    staircase = shown().staircase
    columns: dict[int, list[str]] = {}
    for chip in staircase.chips():
        columns.setdefault(chip.x(), []).append(chip.chip.name)
    assert [names for _, names in sorted(columns.items())] == [["Freja K."], ["Mikkel K.", "Emil K."], ["Sofie K."]]
    assert [chip.chip.tone for chip in staircase.chips()] == ["muted", "over", "ok", "soon"]


def test_hovering_a_child_says_why(office: Office, shown: Shown) -> None:
    with_due(office, -4, "Mikkel")
    (chip,) = shown().staircase.chips()
    assert "4 days over the due date" in chip.toolTip()
    assert "4 weeks after the start" in chip.toolTip()


def test_two_children_of_the_same_short_name_are_told_apart(office: Office, shown: Shown) -> None:
    with_due(office, 3, "Alma", "Kjær")
    with_due(office, 4, "Alma", "Kragh")
    page = shown()
    assert {chip.chip.name for chip in page.staircase.chips()} == {"Alma Kjær", "Alma Kragh"}
    assert [line.lead for line in page.next_list.lines()] == ["Alma Kjær", "Alma Kragh"]


def test_the_next_follow_ups_are_told_by_urgency(office: Office, shown: Shown) -> None:
    for days, name in ((9, "Emil"), (-4, "Mikkel"), (1, "Sofie"), (0, "Ida"), (20, "Bo"), (21, "Liv")):
        with_due(office, days, name)
    told = [(line.lead, line.status, line.tone) for line in shown().next_list.lines()]
    assert told == [
        ("Mikkel K.", "4 days over the due date", "over"),
        ("Ida K.", "today", "soon"),
        ("Sofie K.", "tomorrow", "soon"),
        ("Emil K.", "in 9 days", "ok"),
        ("Bo K.", "in 20 days", "ok"),
    ]


def test_deadlines_and_promises_stand_among_the_next_and_lead_to_their_place(
    qtbot: QtBot, context: Context, office: Office, shown: Shown
) -> None:
    case = with_due(office, 3, "Sofie")
    request = office.access_request(case, received_on=TODAY - timedelta(days=30))
    page = shown()
    first, second = page.next_list.lines()
    assert (first.second, first.tone) == ("Answer request for access to the file", "over")
    assert second.second.startswith("Follow-up: ")
    where = led_to(qtbot, context, lambda: page.next_list.opened.emit(first.key))
    assert where == Destination(Place.CASE, case.id, "complaints", request.id)


def test_a_follow_up_leads_to_its_case(qtbot: QtBot, context: Context, office: Office, shown: Shown) -> None:
    case = with_due(office, 1, "Sofie")
    page = shown()
    page.next_list.setFocus()
    where = led_to(qtbot, context, lambda: QTest.keyClick(page.next_list, Qt.Key.Key_Return))
    assert (where.place, where.case_id, where.tab) == (Place.CASE, case.id, "follow_ups")


def test_a_child_leads_to_its_case_and_a_move_to_the_form_of_a_new_measure(
    qtbot: QtBot, context: Context, office: Office, shown: Shown
) -> None:
    case = with_due(office, 1, "Sofie")
    page = shown()
    (chip,) = page.staircase.chips()
    assert led_to(qtbot, context, chip.click) == Destination(Place.CASE, case.id)
    moving = next(action for action in page.staircase.menu_for(chip).actions() if action.data() == "foster")
    where = led_to(qtbot, context, moving.trigger)
    assert where == Destination(Place.CASE, case.id, "measures", "move:foster")


def test_what_needs_attention_leads_to_where_it_is_mended(
    qtbot: QtBot, context: Context, office: Office, shown: Shown
) -> None:
    case = with_due(office, 20, "Ida")
    page = shown()
    texts = {line.text: line.key for line in page.attention_list.lines()}
    assert {"No action plan issued", "No network map"} <= texts.keys()
    where = led_to(qtbot, context, lambda: page.attention_list.opened.emit(texts["No network map"]))
    assert (where.place, where.case_id, where.tab) == (Place.CASE, case.id, "network")


def test_an_exception_that_is_awaited_is_answered_from_here(office: Office, shown: Shown, context: Context) -> None:
    asked = LimitException(case_id="", reason="In danger", asked_on=TODAY)
    office.case("Ida", exception=asked)
    page = shown()
    line = page.attention_list.lines()[0]
    assert line.text.startswith("Over the limit: awaiting the team leader")
    page.attention_list.opened.emit(line.key)
    assert isinstance(page.findChild(AnswerException), AnswerException)


@pytest.mark.parametrize(
    ("count", "told"),
    [(1, "24 free"), (24, "1 free"), (25, "full"), (26, "1 over the limit of 25"), (28, "3 over the limit of 25")],
)
def test_the_meter_says_what_is_left(words: Words, count: int, told: str) -> None:
    assert left_in_words(Caseload(count=count, limit=25, noted_from=20), words) == told


def test_the_page_says_over_the_limit_until_the_number_is_back(office: Office, shown: Shown, context: Context) -> None:
    asked = LimitException(case_id="", reason="In danger", asked_on=TODAY)
    opened = [office.case(f"Barn {n}", exception=asked if n == 25 else None) for n in range(26)]
    page = shown()
    assert page.meter.text() == "26 children · 1 over the limit of 25"
    context.write(close_case, opened[0].id, TODAY, "Flyttet", True)
    assert page.meter.text() == "25 of at most 25 children · full"


def test_moves_of_the_half_year_are_told_with_the_stairs_also_of_a_case_closed_since(
    office: Office, shown: Shown, context: Context
) -> None:
    case = office.case()
    office.measure(case, office.a_type(step=5, placement=True), start=TODAY - timedelta(300), end=TODAY - timedelta(30))
    office.measure(case, office.a_type(step=1), start=TODAY - timedelta(30))
    page = shown()
    assert "1 move down and 0 up in the last half-year" in page.stairs_card.subtitle()
    context.write(close_case, case.id, TODAY, "Flyttet", True)
    assert "1 move down and 0 up in the last half-year" in page.stairs_card.subtitle()


def test_an_empty_caseload_offers_the_first_step(shown: Shown) -> None:
    page = shown()
    assert not page.staircase.isVisible()
    page.empty.button.click()
    assert isinstance(page.findChild(OpenCase), OpenCase)


def test_the_search_box_asks_for_the_search(qtbot: QtBot, context: Context, shown: Shown) -> None:
    page = shown()
    with qtbot.waitSignal(context.find_asked):
        page.search.click()


def test_twenty_five_on_one_step_are_seen_at_once(qtbot: QtBot, office: Office, shown: Shown) -> None:
    for n in range(25):
        with_due(office, n, f"Maximiliane-Josephine {chr(65 + n)}", "Ågård-Thorsteinsdóttir", step=4)
    page = shown()
    chips = [*page.staircase.chips()]
    assert len(chips) == 25
    bars = page.staircase.verticalScrollBar(), page.staircase.horizontalScrollBar()
    qtbot.waitUntil(lambda: not any(bar.maximum() for bar in bars))
    assert min(chip.width() for chip in chips) >= 92
    assert page.attention_list.height() > 100
