"""The follow-ups of all cases in one list by urgency."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.records.follow_up import Agreement
from app.services.follow_ups import settle_agreement
from app.ui.context import Context, Destination
from app.ui.dialogs.register_follow_up import RegisterFollowUp
from app.ui.pages.follow_ups_page import FollowUpsPage
from tests.conftest import TODAY
from tests.factories import Office

DAY = timedelta(days=1)


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> FollowUpsPage:
    made = FollowUpsPage(context)
    qtbot.addWidget(made)
    return made


def leads(page: FollowUpsPage) -> list[str]:
    return [line.lead for line in page.list.lines()]


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
    assert line.second == "Programme 11 Nov, 4 weeks after the start  ·  Law 14 Jan 2027"


def test_enter_on_a_line_opens_the_form_and_logs_the_look_up(
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


def test_a_heading_is_passed_by_and_opens_nothing(page: FollowUpsPage, office: Office, qtbot: QtBot) -> None:
    office.measure(office.case())
    page.show()
    heading = page.list.model().index(0, 0)
    assert not heading.flags() & Qt.ItemFlag.ItemIsSelectable
    page.list.clicked.emit(heading)
    assert page.findChildren(RegisterFollowUp) == []


def test_a_case_leaves_its_group_when_its_follow_up_is_registered(
    page: FollowUpsPage, office: Office, context: Context, qtbot: QtBot
) -> None:
    case = office.case()
    office.measure(case)
    page.show()
    assert leads(page)[0] == "Over the due date"
    page.list.opened.emit(case.id)
    (form,) = page.findChildren(RegisterFollowUp)
    form.commit(later=True)
    assert leads(page) == ["Later", "Alma K."]


def test_the_list_can_show_the_law_alone_and_one_step_and_remembers_it(
    page: FollowUpsPage, context: Context, office: Office, qtbot: QtBot
) -> None:
    office.measure(office.case("Mikkel", "Holm"), office.a_type(step=5), start=TODAY - 40 * DAY)
    office.measure(office.case("Ida", "Holm"), start=TODAY - 100 * DAY)
    page.show()
    page.kind.set_value("law")
    page.kind.edited.emit()
    assert leads(page) == ["Over the due date", "Ida H.", "Later", "Mikkel H."]
    step = context.catalogue.steps(TODAY)[-1].key
    page.step.set_value(step)
    page.step.edited.emit()
    assert leads(page) == ["Later", "Mikkel H."]
    again = FollowUpsPage(context)
    qtbot.addWidget(again)
    again.show()
    assert leads(again) == ["Later", "Mikkel H."]


def test_promises_stand_beside_the_list_and_lead_to_where_they_were_made(
    page: FollowUpsPage, context: Context, office: Office
) -> None:
    case = office.case()
    promise = Agreement(case_id=case.id, what="Ringe til skolen", responsible="Mor", due=TODAY + DAY)
    context.write(settle_agreement, promise)
    page.show()
    (line,) = page.promised.lines()
    assert (line.lead, line.text, line.second) == ("Alma K.", "Ringe til skolen", "Mor · by 24 Nov, tomorrow")
    went: list[Destination] = []
    context.went.connect(went.append)
    page.promised.opened.emit(line.key)
    assert (went[0].case_id, went[0].tab, went[0].item) == (case.id, "follow_ups", promise.id)


def test_without_cases_the_page_says_what_belongs_there(page: FollowUpsPage) -> None:
    page.show()
    assert page.list.isHidden()
    assert page.promised.isHidden()
