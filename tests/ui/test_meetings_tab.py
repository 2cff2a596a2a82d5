"""The tab of meetings and tasks, with the forms that plan, register, call off and settle."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.agreements import AgreementState, state_of_agreement
from app.core.records.case import Case
from app.core.records.follow_up import Agreement
from app.core.records.meeting import ChildPart, Guest, NetworkMeeting
from app.core.records.network import Invitation, Ring
from app.core.records.person import Person
from app.services.agreements import agreements_of_case
from app.services.meetings import meetings_of_case
from app.services.people import save_person
from app.ui.context import Context, Destination
from app.ui.dialogs.call_off_meeting import CallOffMeeting
from app.ui.dialogs.plan_meeting import PlanMeeting
from app.ui.dialogs.print_document import PrintDocument
from app.ui.dialogs.register_meeting import RegisterMeeting
from app.ui.dialogs.settle_agreement import SettleAgreement
from app.ui.dialogs.void_record import VoidRecord
from app.ui.dialogs.write_task import WriteTask
from app.ui.pages.case.meetings_tab import MeetingsTab
from app.ui.widgets.grouped_check_list import GroupedCheckList
from app.ui.widgets.promise_rows import PromiseRows
from app.ui.widgets.text import Text
from tests.conftest import TODAY
from tests.factories import Office
from tests.ui.desk import press

DAY = timedelta(days=1)


class Table:
    """A case with a mother, a grandmother and a teacher around it, and its tab."""

    def __init__(self, context: Context, office: Office, qtbot: QtBot) -> None:
        self.context, self.office, self.qtbot = context, office, qtbot
        self.case: Case = office.case()
        self.mother, self.gran, self.teacher = (
            office.person(self.case, name, last_name="Holm") for name in ("Karen", "Lis", "Inge")
        )
        network = office.map(self.case, self.mother, self.gran)
        rings = zip(network.people, (Ring.CLOSE, Ring.DISTANT), strict=True)
        office.redraw(network, people=tuple(replace(place, ring=ring) for place, ring in rings))

    def tab(self) -> MeetingsTab:
        made = MeetingsTab(self.context)
        self.qtbot.addWidget(made)
        made.resize(1100, 700)
        made.show_case(self.case.id)
        made.show()
        return made

    def form(self, tab: MeetingsTab, kind: Any) -> Any:
        found = [one for one in tab.findChildren(kind) if one.isVisible()]
        assert len(found) == 1
        return found[0]

    def fill(self, form: Any, **values: Any) -> None:
        for name, value in values.items():
            field = form.form.field(name)
            field.set_value(value)
            field.edited.emit()

    def meetings(self) -> tuple[NetworkMeeting, ...]:
        return self.context.read(meetings_of_case, self.case.id)

    def agreements(self) -> tuple[Agreement, ...]:
        return self.context.read(agreements_of_case, self.case.id)


@pytest.fixture
def table(context: Context, office: Office, qtbot: QtBot) -> Table:
    return Table(context, office, qtbot)


@pytest.fixture
def went(context: Context) -> list[Destination]:
    found: list[Destination] = []
    context.went.connect(found.append)
    return found


def test_a_meeting_is_planned_from_the_map_with_the_whole_inner_ring_at_one_press(table: Table) -> None:
    tab = table.tab()
    press_in(tab, "Plan a network meeting")
    form: PlanMeeting = table.form(tab, PlanMeeting)
    guests = guests_of(form)
    assert guests.keys() == (table.mother.id, table.gran.id, table.teacher.id)
    press(form, "All")
    assert guests.value() == (table.mother.id,)
    table.fill(form, planned_on=TODAY + 9 * DAY, planned_at=time(15, 30), place="Skolen", purpose="Weekenderne")
    form.save_button.click()

    (meeting,) = table.meetings()
    assert (meeting.planned_on, meeting.planned_at, meeting.place) == (TODAY + 9 * DAY, time(15, 30), "Skolen")
    assert [(one.person_id, one.answer) for one in meeting.guests] == [(table.mother.id, Invitation.ASKED)]
    assert tab.meetings.current() == meeting
    assert tab.meeting.facts()["Purpose"] == "Weekenderne"


def test_what_was_saved_is_what_is_done_something_with_next(table: Table) -> None:
    earlier = table.office.meeting(table.case, table.mother)
    tab = table.tab()
    assert tab.meetings.current() == earlier
    tab.show_item("plan")
    form: PlanMeeting = table.form(tab, PlanMeeting)
    table.fill(form, planned_on=TODAY + 40 * DAY, purpose="Sommerferien", guests=(table.gran.id,))
    form.save_button.click()
    chosen = tab.meetings.current()
    assert chosen is not None
    assert (chosen.purpose, tab.meeting.facts()["Purpose"]) == ("Sommerferien", "Sommerferien")
    tab.show_item("task")
    task: WriteTask = table.form(tab, WriteTask)
    table.fill(task, what="Bestille lokale")
    task.save_button.click()
    assert tab.task.facts()["What"] == "Bestille lokale"


def test_a_meeting_without_a_day_or_with_a_day_off_is_told_so(table: Table) -> None:
    tab = table.tab()
    tab.show_item("plan")
    form: PlanMeeting = table.form(tab, PlanMeeting)
    form.save_button.click()
    assert "date" in form.form.problem_at("planned_on")
    table.fill(form, planned_on=date(2026, 11, 22))
    assert shown_text(form, "That is no working day. That day has passed.")
    form.save_button.click()
    assert form.form.problem_at("purpose")
    form.save_button.click()
    assert len(table.meetings()) == 1


def test_somebody_is_invited_from_the_map_to_the_meeting_that_is_planned(table: Table) -> None:
    planned = table.office.meeting(table.case, table.mother)
    tab = table.tab()
    tab.show_item(f"plan:{table.gran.id}")
    form: PlanMeeting = table.form(tab, PlanMeeting)
    form.save_button.click()
    (meeting,) = table.meetings()
    assert meeting.id == planned.id
    assert {one.person_id for one in meeting.guests} == {table.mother.id, table.gran.id}


def test_an_answer_is_noted_with_one_press_and_undone(table: Table) -> None:
    table.office.meeting(table.case, table.mother, table.gran)
    tab = table.tab()
    assert "2 come" in row_text(tab, 0)
    field = tab.meeting.answers.answer(table.gran.id)
    field.set_value(Invitation.YES.value)
    field.edited.emit()
    assert table.meetings()[0].guests[1].answer is Invitation.YES
    assert "1 of 2 come" in row_text(tab, 0)
    table.context.undo()
    assert tab.meeting.answers.answer(table.gran.id).value() == Invitation.ASKED.value


def test_a_meeting_is_registered_with_who_came_what_was_said_and_each_promise(table: Table) -> None:
    asked = (Guest(person_id=table.mother.id, answer=Invitation.YES), Guest(person_id=table.gran.id))
    table.office.meeting(table.case, guests=asked, planned_on=TODAY, place="Skolen")
    tab = table.tab()
    press_in(tab, "Register network meeting")
    form: RegisterMeeting = table.form(tab, RegisterMeeting)
    assert form.form.field("guests").value() == (table.mother.id,)
    assert not form.form.row("child_words").isVisible()
    table.fill(
        form,
        guests=(table.mother.id, table.teacher.id),
        others="Naboen",
        child_part=ChildPart.WORDS_BROUGHT.value,
        child_words="Jeg vil hjem.",
        minutes="Alle hjælper.",
        decisions="Hver anden weekend",
        agreements=({"key": "", "what": "Henter fredag", "who": "Karen Holm", "due": TODAY + DAY},),
        next_on=TODAY + 40 * DAY,
        next_at=time(14),
    )
    form.save_button.click()

    held, coming = table.meetings()
    assert (held.held_on, held.registered_on, held.others) == (TODAY, TODAY, "Naboen")
    assert [(one.person_id, one.answer, one.came) for one in held.guests] == [
        (table.mother.id, Invitation.YES, True),
        (table.gran.id, Invitation.ASKED, False),
        (table.teacher.id, Invitation.NOT_ASKED, True),
    ]
    assert held.is_complete
    assert not held.may_share_words
    assert (coming.planned_on, coming.planned_at, coming.place) == (TODAY + 40 * DAY, time(14), "Skolen")
    assert {one.answer for one in coming.guests} == {Invitation.ASKED}
    (promise,) = table.agreements()
    assert (promise.meeting_id, promise.what, promise.due) == (held.id, "Henter fredag", TODAY + DAY)
    assert [row.record for row in tab.tasks.rows()] == [promise]


def test_as_far_as_it_is_a_meeting_is_saved_now_and_completed_later(table: Table) -> None:
    tab = table.tab()
    tab.show_item("register")
    form: RegisterMeeting = table.form(tab, RegisterMeeting)
    form.save_button.click()
    assert form.form.problem_at("minutes")
    form.later_button.click()
    (meeting,) = table.meetings()
    assert tab.meeting.verbs()[0] == "Complete"
    assert "to be completed" in row_text(tab, 0)
    tab.activateWindow()
    tab.meetings.view.setFocus()
    table.qtbot.waitUntil(tab.meetings.view.hasFocus)
    QTest.keyClick(tab.meetings.view, Qt.Key.Key_F2)
    again: RegisterMeeting = table.form(tab, RegisterMeeting)
    table.fill(again, minutes="Nu skrevet.", others="Naboen", purpose="Planen", child_part=ChildPart.THERE.value)
    again.save_button.click()
    (done,) = table.meetings()
    assert (done.id, done.minutes) == (meeting.id, "Nu skrevet.")
    assert tab.meeting.verbs()[0] == "Edit"


def test_promises_that_are_there_stay_the_same_ones_and_one_without_words_is_refused(table: Table) -> None:
    meeting = table.office.meeting(table.case, held_on=TODAY, minutes="x", others="y", child_part=ChildPart.THERE)
    kept = Agreement(case_id=table.case.id, meeting_id=meeting.id, what="Henter", kept=True, settled_on=TODAY)
    table.office.meeting(
        table.case,
        id=meeting.id,
        held_on=TODAY,
        minutes="x",
        others="y",
        child_part=ChildPart.THERE,
        agreements=(kept,),
    )
    tab = table.tab()
    tab.meetings.opened.emit(tab.meetings.rows()[0])
    form: RegisterMeeting = table.form(tab, RegisterMeeting)
    rows: PromiseRows = form.form.field("agreements")  # type: ignore[assignment]  # the field of this row
    (what, _, _) = rows.lines()[0]
    what.set_value("")
    form.save_button.click()
    assert "agreed" in form.form.problem_at("agreements")
    what.set_value("Bringer")
    form.save_button.click()
    (after,) = table.agreements()
    assert (after.id, after.what, after.kept) == (kept.id, "Bringer", True)


def test_a_meeting_is_called_off_and_planned_anew(table: Table) -> None:
    table.office.meeting(table.case, table.mother)
    tab = table.tab()
    tab.meeting.call_off_asked.emit(tab.meetings.current())
    form: CallOffMeeting = table.form(tab, CallOffMeeting)
    form.save_button.click()
    assert form.form.problem_at("called_off_reason")
    table.fill(form, called_off_reason="Far er syg")
    form.save_button.click()
    assert tab.meeting.facts()["Called off"] == "23-11-2026. Far er syg"
    assert table.office.status(table.case).file.meetings[0].called_off_on == TODAY
    press_in(tab.meeting, "Plan anew")
    again: PlanMeeting = table.form(tab, PlanMeeting)
    table.fill(again, planned_on=TODAY + 20 * DAY)
    again.save_button.click()
    (meeting,) = table.meetings()
    assert (meeting.called_off_on, meeting.called_off_reason) == (None, "")


def test_a_meeting_entered_by_mistake_is_struck_out_and_only_read(table: Table) -> None:
    table.office.meeting(table.case, held_on=TODAY)
    tab = table.tab()
    tab.meeting.void_asked.emit(tab.meetings.current())
    form: VoidRecord = table.form(tab, VoidRecord)
    table.fill(form, void_reason="Forkert sag")
    form.save_button.click()
    assert tab.meeting.verbs() == []
    tab.meetings.opened.emit(tab.meetings.rows()[0])
    assert not [one for one in tab.findChildren(RegisterMeeting) if one.isVisible()]


def test_minutes_are_copied_once_they_are_held_and_marked(table: Table) -> None:
    meeting = table.office.meeting(
        table.case, guests=(Guest(person_id=table.mother.id, came=True),), held_on=TODAY, minutes="Alle hjælper."
    )
    promise = Agreement(case_id=table.case.id, meeting_id=meeting.id, what="Henter", responsible="Lis", due=TODAY)
    table.office.meeting(
        table.case,
        id=meeting.id,
        guests=meeting.guests,
        held_on=TODAY,
        minutes="Alle hjælper.",
        agreements=(promise,),
    )
    tab = table.tab()
    tab.show_item(meeting.id)
    tab.meeting.copy_asked.emit(tab.meetings.current())
    text = QGuiApplication.clipboard().text()
    assert "Network meeting – Held" in text
    assert "Who took part: Karen Holm" in text
    assert "- Henter – Lis, by 23-11-2026" in text
    assert table.meetings()[0].transferred_on == TODAY
    assert tab.meeting.facts()["Case system"] == "transferred 23-11-2026"


def test_what_is_only_planned_is_not_copied(table: Table) -> None:
    table.office.meeting(table.case, table.mother)
    tab = table.tab()
    QGuiApplication.clipboard().setText("before")
    tab.meeting.copy_asked.emit(tab.meetings.current())
    assert QGuiApplication.clipboard().text() == "before"
    assert "Copy for the case system" not in tab.meeting.verbs()


@pytest.mark.parametrize(("held", "title"), [(TODAY, "Minutes of a network meeting"), (None, "Invitation")])
def test_minutes_and_invitation_are_a_press_away(table: Table, held: date | None, title: str) -> None:
    table.office.meeting(table.case, table.mother, held_on=held)
    tab = table.tab()
    tab.meeting.print_asked.emit(tab.meetings.current())
    window: PrintDocument = table.form(tab, PrintDocument)
    assert window.windowTitle().startswith(title)
    window.close()


def test_open_tasks_stand_first_and_filters_show_the_others(table: Table) -> None:
    office, case = table.office, table.case
    late = office.task(case, "Bestille tid", responsible="Lis", due=TODAY - DAY)
    done = office.task(case, "Ringe", responsible="Karen", kept=True, settled_on=TODAY)
    tab = table.tab()
    assert [row.record for row in tab.tasks.rows()] == [late]
    for state, wanted in (("settled", [done]), ("all", [late, done])):
        tab.listed.state.set_value(state)
        tab.listed.state.edited.emit()
        assert [row.record for row in tab.tasks.rows()] == wanted
    tab.listed.who.set_value("Karen")
    tab.listed.who.edited.emit()
    assert [row.record for row in tab.tasks.rows()] == [done]
    assert table.context.settings.recall("case-tasks-shown") == "all"


def test_a_task_is_entered_put_in_other_words_and_struck_out(table: Table) -> None:
    tab = table.tab()
    press_in(tab, "New task")
    form: WriteTask = table.form(tab, WriteTask)
    form.save_button.click()
    assert form.form.problem_at("what")
    table.fill(form, what="Bestille tid", responsible="Lis", due=TODAY + DAY)
    form.save_button.click()
    (task,) = table.agreements()
    assert (task.what, task.due, task.meeting_id, task.follow_up_id) == ("Bestille tid", TODAY + DAY, None, None)
    tab.show_item(task.id)
    assert tab.task.verbs() == ["Settle …", "Edit", "Strike out"]
    press_in(tab.task, "Edit")
    again: WriteTask = table.form(tab, WriteTask)
    assert not again.form.row("due").isVisible()
    table.fill(again, what="Bestille en tid")
    again.save_button.click()
    assert table.agreements()[0].what == "Bestille en tid"
    press_in(tab.task, "Strike out")
    void: VoidRecord = table.form(tab, VoidRecord)
    table.fill(void, void_reason="Dobbelt")
    void.save_button.click()
    assert table.office.status(table.case).file.agreements == ()
    tab.show_item(task.id)
    assert tab.task.verbs() == []
    tab.tasks.opened.emit(tab.tasks.current())
    assert not [one for one in tab.findChildren(SettleAgreement) if one.isVisible()]


def settle(table: Table, tab: MeetingsTab, **values: Any) -> Agreement:
    form: SettleAgreement = table.form(tab, SettleAgreement)
    table.fill(form, **values)
    form.save_button.click()
    return table.agreements()[0]


def test_a_promise_is_kept_moved_and_opened_again(table: Table) -> None:
    task = table.office.task(table.case, "Ringe", due=TODAY)
    tab = table.tab()
    tab.show_item(f"settle:{task.id}")
    form: SettleAgreement = table.form(tab, SettleAgreement)
    form.save_button.click()
    assert form.form.problem_at("kept")
    table.fill(form, kept="moved")
    form.save_button.click()
    assert form.form.problem_at("due")
    table.fill(form, due=TODAY + 7 * DAY)
    form.save_button.click()
    assert form.form.problem_at("move_reason")
    moved = settle(table, tab, move_reason="Ferie")
    assert (moved.due, moved.first_due, moved.move_reason) == (TODAY + 7 * DAY, TODAY, "Ferie")

    tab.show_item(f"settle:{task.id}")
    done = settle(table, tab, kept="not_kept", remark="Nåede det ikke")
    assert (state_of_agreement(done), done.settled_on) == (AgreementState.NOT_KEPT, TODAY)
    assert done.remark == "Nåede det ikke"

    tab.show_item(f"settle:{task.id}")
    assert tab.task.facts()["First promised for"] == "23-11-2026"
    assert state_of_agreement(settle(table, tab, kept="open")) is AgreementState.OPEN


def test_one_settled_earlier_keeps_its_day_when_only_a_word_is_added(table: Table) -> None:
    task = table.office.task(table.case, "Ringe", kept=True, settled_on=TODAY - 9 * DAY)
    tab = table.tab()
    tab.show_item(f"settle:{task.id}")
    assert settle(table, tab, remark="Gik godt").settled_on == TODAY - 9 * DAY
    tab.show_item(f"settle:{task.id}")
    assert settle(table, tab, kept="not_kept").settled_on == TODAY


def test_a_promise_leads_back_to_where_it_was_made(table: Table, went: list[Destination]) -> None:
    office, case = table.office, table.case
    measure = office.measure(case)
    at_meeting = Agreement(case_id=case.id, meeting_id="meeting", what="Bage", due=TODAY)
    office.meeting(case, id="meeting", held_on=TODAY - DAY, purpose="Planen", agreements=(at_meeting,))
    office.held(case, measure, id="held", agreements=(Agreement(case_id=case.id, follow_up_id="held", what="Ringe"),))
    tab = table.tab()
    assert [row.record.what for row in tab.tasks.rows()] == ["Bage", "Ringe"]
    tab.show_item(at_meeting.id)
    assert tab.task.facts()["Agreed at"] == "Network meeting 22-11-2026"
    press_in(tab.task, "Open the meeting")
    assert not tab.meeting.isHidden()
    assert tab.meeting.facts()["Purpose"] == "Planen"
    tab.show_item(tab.tasks.rows()[1].record.id)
    press_in(tab.task, "Open the follow-up")
    assert [(one.tab, one.item) for one in went] == [("follow_ups", "held")]


def test_kept_or_not_is_noted_at_the_meeting_itself_too(table: Table) -> None:
    promise = Agreement(case_id=table.case.id, meeting_id="m", what="Bage")
    table.office.meeting(table.case, id="m", held_on=TODAY, agreements=(promise,))
    tab = table.tab()
    tab.show_item("m")
    field = tab.meeting.agreements.answer(promise.id)
    field.set_value("kept")
    field.edited.emit()
    assert table.agreements()[0].kept is True


def test_the_list_with_the_cursor_is_the_one_whose_row_stands_beside(table: Table) -> None:
    table.office.meeting(table.case, table.mother)
    table.office.task(table.case, "Ringe")
    tab = table.tab()
    tab.activateWindow()
    tab.tasks.view.setFocus()
    table.qtbot.waitUntil(lambda: not tab.task.isHidden())
    assert tab.meeting.isHidden()
    assert not tab.meetings.view.selectionModel().hasSelection()
    QTest.keyClick(tab.tasks.view, Qt.Key.Key_F2)
    table.form(tab, SettleAgreement).close()
    tab.meetings.view.setFocus()
    table.qtbot.waitUntil(lambda: not tab.meeting.isHidden())
    assert tab.task.isHidden()


def test_a_case_without_people_says_whom_to_invite_is_not_known(context: Context, office: Office, qtbot: QtBot) -> None:
    bare = office.case()
    tab = MeetingsTab(context)
    qtbot.addWidget(tab)
    tab.show_case(bare.id)
    tab.show()
    tab.show_item("plan")
    (form,) = tab.findChildren(PlanMeeting)
    assert guests_of(form).keys() == ()
    assert shown_text(form, "Nobody is on the map or among the people of the case yet.")


def test_the_dead_are_not_invited_and_earlier_guests_are_still_called_by_name(table: Table) -> None:
    table.office.meeting(table.case, guests=(Guest(person_id=table.gran.id, came=True),), held_on=TODAY)
    table.context.write(save_person, Person(id=table.gran.id, first_name="Lis", deceased=True), TODAY)
    tab = table.tab()
    assert tab.meeting.facts()["Who took part"].startswith("Lis")
    tab.show_item("plan")
    form: PlanMeeting = table.form(tab, PlanMeeting)
    assert table.gran.id not in set(guests_of(form).keys())


def guests_of(form: PlanMeeting) -> GroupedCheckList:
    field = form.form.field("guests")
    assert isinstance(field, GroupedCheckList)
    return field


def press_in(widget: Any, words: str) -> None:
    press(widget, words)


def row_text(tab: MeetingsTab, row: int) -> str:
    model = tab.meetings.model
    return " ".join(str(model.data(model.index(row, column))) for column in range(model.columnCount()))


def shown_text(form: Any, text: str) -> bool:
    return any(one.text() == text and one.isVisible() for one in form.findChildren(Text))
