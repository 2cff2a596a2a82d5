"""All there is to do in one list by urgency, and where each line of it leads."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.core.records.assessment import AssessmentKind
from app.core.records.case import LimitException
from app.core.records.decision import DecisionKind
from app.core.records.follow_up import Agreement
from app.core.records.journal import EntryKind
from app.core.work_list import WorkKind, overdue
from app.services.agreements import agreements_of_case, settle_agreement
from app.ui.context import Context, Destination, Place
from app.ui.dialogs.answer_exception import AnswerException
from app.ui.dialogs.register_follow_up import RegisterFollowUp
from app.ui.dialogs.register_meeting import RegisterMeeting
from app.ui.dialogs.settle_agreement import SettleAgreement
from app.ui.dialogs.write_note import WriteNote
from app.ui.pages.follow_ups_page import FollowUpsPage
from app.ui.widgets.list_line import ListLine
from app.ui.widgets.surfaces import EmptyState
from app.ui.widgets.text import Text
from tests.conftest import TODAY, Clock
from tests.factories import Office

DAY = timedelta(days=1)


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> FollowUpsPage:
    made = FollowUpsPage(context)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def went(context: Context) -> list[Destination]:
    found: list[Destination] = []
    context.went.connect(found.append)
    return found


def leads(page: FollowUpsPage) -> list[str]:
    return [line.lead for line in page.list.lines()]


def line_about(page: FollowUpsPage, text: str) -> ListLine:
    (found,) = (line for line in page.list.lines() if text in line.text)
    return found


def said(page: FollowUpsPage) -> list[str]:
    """The titles of what stands where a list is empty."""
    states = (state for state in page.findChildren(EmptyState) if not state.isHidden())
    return [texts[0] for state in states if (texts := [text.text() for text in state.findChildren(Text)])]


def choose(page: FollowUpsPage, kind: str = "", step: str = "", *, law: bool = False) -> None:
    page.kind.set_value(kind)
    page.step.set_value(step)
    page.law.set_value(law)
    page.kind.edited.emit()


def test_the_most_urgent_comes_first_under_the_name_of_its_group(page: FollowUpsPage, office: Office) -> None:
    for name, days in (("Emil", 1), ("Noah", 27), ("Mikkel", 40), ("Sofie", 28), ("Ida", 20)):
        office.measure(office.case(name, "Holm"), start=TODAY - days * DAY)
    page.show()
    assert leads(page) == [
        *("Over the due date", "Mikkel H."),
        *("Today", "Sofie H."),
        *("This week", "Noah H."),
        *("Next week", "Ida H."),
        *("Later", "Emil H."),
    ]
    line = page.list.lines()[1]
    assert (line.status, line.aside, line.tone) == ("12 days over the due date", "Wed 11 Nov", "over")
    assert line.text.startswith("Follow-up: ")
    assert line.second == "Programme 11 Nov, 4 weeks after the start  ·  Law 14 Jan 2027"


def test_deadlines_and_promises_stand_among_the_follow_ups_with_why_they_are_due(
    page: FollowUpsPage, office: Office, context: Context
) -> None:
    case = office.case("Ida", "Holm")
    office.measure(case, start=TODAY - 27 * DAY)
    office.assessment(case, aware_on=date(2026, 7, 20), kind=AssessmentKind.FULL)
    context.write(settle_agreement, Agreement(case_id=case.id, what="Ringe", responsible="Mor", due=TODAY))
    page.show()
    told = [(line.text, line.status) for line in page.list.lines() if not line.heading]
    assert [text for text, _ in told][-2:] == ["Promise: Ringe", line_about(page, "Follow-up").text]
    late = line_about(page, "preliminary")
    assert (late.status, late.aside) == ("3 days over the due date", "Fri 20 Nov")
    assert "4 months" in late.second
    assert "BL § 20" in late.second
    assert line_about(page, "Promise").second == "Mor"
    assert line_about(page, "Promise").status == "today"


def test_a_notification_is_told_by_the_hour(page: FollowUpsPage, office: Office, clock: Clock) -> None:
    office.notification(office.case(), received_at=clock.now - timedelta(hours=19))
    page.show()
    (_, line) = page.list.lines()
    assert (line.status, line.tone) == ("in 5 hours", "soon")
    assert line.aside.endswith("13:00")


def test_a_notification_moves_to_what_is_over_by_the_clock_alone(
    page: FollowUpsPage, office: Office, context: Context, clock: Clock
) -> None:
    office.notification(office.case(), received_at=clock.now - timedelta(hours=23))
    page.show()
    assert leads(page)[0] == "Today"
    clock.now += timedelta(minutes=61)
    context.look_at_clock()
    assert leads(page)[0] == "Over the due date"
    assert page.list.lines()[1].status == "1 minute over the due date"


def test_the_head_and_the_group_count_promises_apart(page: FollowUpsPage, office: Office, context: Context) -> None:
    case = office.case()
    office.measure(case)
    for what in ("Ringe", "Skrive"):
        context.write(settle_agreement, Agreement(case_id=case.id, what=what, due=TODAY - DAY))
    context.write(settle_agreement, Agreement(case_id=case.id, what="Hente", due=TODAY))
    page.show()
    headings = {line.lead: line.aside for line in page.list.lines() if line.heading}
    assert headings == {"Over the due date": "1 and 2 promises", "Today": "1 promise"}
    assert overdue(context.work()) == 1


def test_enter_on_a_follow_up_opens_the_form_and_logs_the_look_up(
    page: FollowUpsPage, context: Context, office: Office, qtbot: QtBot
) -> None:
    case = office.case()
    office.measure(case)
    page.show()
    before = context.store.log_head().count
    page.list.setFocus(Qt.FocusReason.TabFocusReason)
    page.list.setCurrentIndex(page.list.model().index(1, 0))
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    (form,) = page.findChildren(RegisterFollowUp)
    assert form.record().case_id == case.id
    assert context.store.log_head().count == before + 1


def test_a_supervision_visit_opens_a_journal_entry_of_that_kind_and_logs_the_look_up(
    page: FollowUpsPage, office: Office, context: Context
) -> None:
    case = office.case()
    office.measure(case, office.a_type(step=4, placement=True), start=TODAY - 200 * DAY)
    page.show()
    before = context.store.log_head().count
    page.list.opened.emit(line_about(page, "Supervision visit").key)
    (form,) = page.findChildren(WriteNote)
    assert form.form.values()["kind"] == EntryKind.SUPERVISION
    assert context.store.log_head().count == before + 1


def test_a_deadline_leads_to_its_record_in_its_part_of_the_case(
    page: FollowUpsPage, office: Office, went: list[Destination]
) -> None:
    case = office.case()
    request = office.access_request(case)
    decision = office.decision(case, DecisionKind.PLACEMENT)
    page.show()
    page.list.opened.emit(line_about(page, "access to the file").key)
    page.list.opened.emit(line_about(page, "plan").key)
    assert went == [
        Destination(Place.CASE, case.id, "complaints", request.id),
        Destination(Place.CASE, case.id, "plan", decision.id),
    ]


def test_a_promise_leads_to_the_form_that_settles_it_wherever_it_was_made(
    page: FollowUpsPage, context: Context, office: Office, went: list[Destination]
) -> None:
    case = office.case()
    measure = office.measure(case)
    made = Agreement(case_id=case.id, follow_up_id="held", what="Ringe til skolen")
    office.held(case, measure, id="held", agreements=(made,))
    office.task(case, "Hente cyklen")
    page.show()
    assert line_about(page, "Ringe").aside == "no date"
    for text in ("Ringe", "Hente"):
        page.list.opened.emit(line_about(page, text).key)
    forms = page.findChildren(SettleAgreement)
    assert len(forms) == 2
    for form in forms:
        form.form.field("kept").set_value("kept")
        form.save_button.click()
    assert went == []
    assert [one.kept for one in context.read(agreements_of_case, case.id)] == [True, True]
    assert not [line for line in page.list.lines() if "Ringe" in line.text]


def test_a_meeting_whose_day_has_come_leads_to_its_form_and_a_later_one_to_its_place(
    page: FollowUpsPage, office: Office, went: list[Destination]
) -> None:
    case = office.case()
    office.meeting(case, planned_on=TODAY - DAY, purpose="Weekenderne", place="Skolen")
    later = office.meeting(case, planned_on=TODAY + 3 * DAY, purpose="Skolestart", planned_at=time(15, 30))
    page.show()
    line = line_about(page, "Weekenderne")
    assert (line.text, line.second, line.tone) == ("Network meeting: Weekenderne", "Skolen", "over")
    page.list.opened.emit(line.key)
    (form,) = page.findChildren(RegisterMeeting)
    assert form.form.field("purpose").value() == "Weekenderne"
    assert line_about(page, "Skolestart").aside.endswith("15:30")
    page.list.opened.emit(line_about(page, "Skolestart").key)
    assert [(one.tab, one.item) for one in went] == [("meetings", later.id)]


def test_a_heading_is_passed_by_and_opens_nothing(page: FollowUpsPage, office: Office, went: list[Destination]) -> None:
    office.measure(office.case())
    page.show()
    heading = page.list.model().index(0, 0)
    assert not heading.flags() & Qt.ItemFlag.ItemIsSelectable
    page.list.clicked.emit(heading)
    assert page.findChildren(RegisterFollowUp) == []
    assert went == []


def test_a_case_leaves_its_group_when_its_follow_up_is_registered(page: FollowUpsPage, office: Office) -> None:
    office.measure(office.case())
    page.show()
    assert leads(page)[0] == "Over the due date"
    page.list.opened.emit(page.list.lines()[1].key)
    (form,) = page.findChildren(RegisterFollowUp)
    form.commit(later=True)
    assert leads(page) == ["Later", "Alma K."]


def test_the_list_is_narrowed_and_remembers_to_what(
    page: FollowUpsPage, context: Context, office: Office, qtbot: QtBot
) -> None:
    office.measure(office.case("Mikkel", "Holm"), office.a_type(step=5), start=TODAY - 40 * DAY)
    ida = office.case("Ida", "Holm")
    office.measure(ida, start=TODAY - 100 * DAY)
    office.access_request(ida)
    page.show()
    choose(page, WorkKind.FOLLOW_UPS, law=True)
    assert leads(page) == ["Over the due date", "Ida H.", "Later", "Mikkel H."]
    choose(page, law=True)
    assert leads(page) == ["Over the due date", "Ida H.", "Next week", "Ida H.", "Later", "Mikkel H."]
    step = context.catalogue.steps(TODAY)[-1].key
    choose(page, WorkKind.FOLLOW_UPS, step, law=True)
    assert leads(page) == ["Later", "Mikkel H."]
    again = FollowUpsPage(context)
    qtbot.addWidget(again)
    again.show()
    assert leads(again) == ["Later", "Mikkel H."]
    assert (again.kind.value(), again.step.value(), again.law.value()) == (WorkKind.FOLLOW_UPS, step, True)


def test_a_filter_that_nothing_matches_says_so(page: FollowUpsPage, office: Office) -> None:
    office.measure(office.case())
    page.show()
    choose(page, WorkKind.PROMISES)
    assert page.list.isHidden()
    assert said(page) == ["Nothing matches the filter"]
    choose(page)
    assert not page.list.isHidden()
    assert said(page) == []


def test_what_is_missing_stands_beside_the_list_and_leads_to_where_it_is_mended(
    page: FollowUpsPage, office: Office, context: Context, went: list[Destination]
) -> None:
    case = office.case()
    office.measure(case, start=TODAY - 20 * DAY)
    context.write(settle_agreement, Agreement(case_id=case.id, what="Ringe", due=TODAY - DAY))
    page.show()
    texts = {line.text: line.key for line in page.missing.list.lines()}
    assert {"No action plan issued", "No network map"} <= texts.keys()
    assert not any("Ringe" in text for text in texts)
    page.missing.list.opened.emit(texts["No network map"])
    assert went == [Destination(Place.CASE, case.id, "network")]


def test_the_team_leaders_answer_is_noted_from_here(page: FollowUpsPage, office: Office) -> None:
    office.case(exception=LimitException(case_id="", reason="I fare", asked_on=TODAY))
    page.show()
    page.missing.list.opened.emit(page.missing.list.lines()[0].key)
    assert len(page.findChildren(AnswerException)) == 1


def test_two_children_of_the_same_short_name_are_told_apart_also_when_one_case_is_closed(
    page: FollowUpsPage, office: Office
) -> None:
    office.measure(office.case("Alma", "Kjær"))
    closed = office.case("Alma", "Kragh", opened=TODAY - 90 * DAY, closed=TODAY - DAY, closed_reason="Flyttet")
    office.access_request(closed)
    page.show()
    assert [lead for lead in leads(page) if lead.startswith("Alma")] == ["Alma Kjær", "Alma Kragh"]


def test_without_cases_the_page_says_what_belongs_there(page: FollowUpsPage, went: list[Destination]) -> None:
    page.show()
    assert page.list.isHidden()
    assert page.missing.list.isHidden()
    assert said(page) == ["Nothing is due", "Nothing is missing"]
    next(button for button in page.findChildren(QPushButton) if button.text() == "Go to the cases").click()
    assert went == [Destination(Place.CASES)]


def test_the_filters_come_before_the_list_and_the_list_before_what_is_missing(
    page: FollowUpsPage, office: Office, qtbot: QtBot
) -> None:
    office.measure(office.case())
    with qtbot.waitExposed(page):
        page.show()
    buttons = {button.text(): button for button in page.findChildren(QPushButton)}
    order = [
        page.law.control(),
        page.kind.control(),
        page.step.control(),
        buttons["Not transferred …"],
        buttons["Visit day …"],
        page.list,
        page.missing.list,
    ]
    page.law.control().setFocus()
    for expected in order[1:]:
        page.focusNextChild()
        assert page.focusWidget() is expected
