"""The list of what is not yet transferred: copied, marked and gone on with one key."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.core.records.case import Case
from app.core.records.follow_up import Agreement
from app.core.records.plan import Goal, SubGoal
from app.services.access import entries
from app.services.documents import plan_document
from app.services.follow_ups import save_follow_up
from app.services.plans import issue_plan
from app.services.store import Act
from app.services.transfers import not_transferred
from app.ui.context import Context, Destination, Place
from app.ui.dialogs.not_transferred import NotTransferred
from app.ui.pages.case.follow_ups_tab import FollowUpsTab
from app.ui.pages.follow_ups_page import FollowUpsPage
from tests.conftest import TODAY
from tests.factories import Office
from tests.ui.desk import press

DAY = timedelta(days=1)


@pytest.fixture
def case(office: Office) -> Case:
    """A case with a follow-up, an issued plan and a note, of which the follow-up is the oldest."""
    case = office.case(cpr="6403171234")
    measure = office.measure(case)
    held = office.held(case, measure, on=TODAY - 9 * DAY)
    promise = Agreement(case_id=case.id, follow_up_id=held.id, what="Ringe til skolen", responsible="Mor")
    office.store.write(save_follow_up, held, TODAY, (promise,))
    office.plan(case, Goal(goal="I skole hver dag", own_words="Jeg vil i skole", sub_goals=(SubGoal(what="Taxa"),)))
    document = office.store.read(plan_document, case.id, office.catalogue, TODAY, number=1, given_to="Alma og mor")
    office.store.write(issue_plan, case.id, document, TODAY - 3 * DAY, "Alma og mor")
    office.note(case, "Ringede til skolen.")
    return case


@pytest.fixture
def dialog(context: Context, case: Case, qtbot: QtBot) -> NotTransferred:
    made = NotTransferred(context)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def test_one_key_copies_marks_and_goes_on_until_all_is_done(dialog: NotTransferred, context: Context) -> None:
    copied = []
    for _ in range(3):
        press(dialog, "Copy and mark")
        copied.append(QGuiApplication.clipboard().text())
    assert [text.splitlines()[0].split(",")[0] for text in copied] == ["Follow-up – Held", "The child's plan", "Note"]
    assert dialog.table.rows() == ()
    assert context.read(not_transferred) == ()


def test_the_text_is_clean_whole_and_without_a_cpr_number(dialog: NotTransferred) -> None:
    texts = []
    for one in dialog.table.rows():
        dialog.table.select(one.record_id)
        texts.append(dialog.text.toPlainText())
    assert "- Ringe til skolen – Mor" in texts[0]
    assert "Jeg vil i skole" in texts[1]
    assert "- Taxa, Not started" in texts[1]
    assert "Given to: Alma og mor" in texts[1]
    assert texts[2].endswith("Ringede til skolen.")
    assert not any("640317" in text for text in texts)


def test_each_copy_is_logged_with_the_case_and_what_it_was(
    dialog: NotTransferred, context: Context, case: Case
) -> None:
    press(dialog, "Copy and mark")
    (logged,) = [entry for entry in context.read(entries) if entry.act is Act.EXPORT]
    assert (logged.case_id, logged.detail) == (case.id, "follow_up copied")


def test_marking_alone_copies_nothing_and_undo_brings_it_back(dialog: NotTransferred) -> None:
    QGuiApplication.clipboard().setText("noget andet")
    first = dialog.table.rows()[0]
    press(dialog, "Mark only")
    assert QGuiApplication.clipboard().text() == "noget andet"
    assert first not in dialog.table.rows()
    press(dialog, "Undo")
    assert first in dialog.table.rows()


def test_the_list_goes_on_with_the_next_where_it_stood(dialog: NotTransferred) -> None:
    rows = dialog.table.rows()
    dialog.table.select(rows[1].record_id)
    press(dialog, "Mark only")
    assert dialog.table.current() == rows[2]


def test_it_is_reached_from_the_list_of_what_is_due(context: Context, case: Case, qtbot: QtBot) -> None:
    page = FollowUpsPage(context)
    qtbot.addWidget(page)
    page.show()
    page.lead_to(Destination(Place.FOLLOW_UPS, item="not-transferred"))
    qtbot.waitUntil(lambda: bool(page.findChildren(NotTransferred)))
    page.findChildren(NotTransferred)[0].reject()


def test_a_follow_up_copied_in_its_case_is_marked_too(context: Context, case: Case, qtbot: QtBot) -> None:
    tab = FollowUpsTab(context)
    qtbot.addWidget(tab)
    tab.show_case(case.id)
    tab.show()
    tab._on_copy_key()
    assert QGuiApplication.clipboard().text().startswith("Follow-up – Held")
    assert tab.detail.facts()["Case system"] == "transferred 23-11-2026"
    assert len(context.read(not_transferred)) == 2
