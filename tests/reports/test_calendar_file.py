"""Calendar files, read back by two libraries as Outlook, Thunderbird and Google would."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from icalendar import Calendar

from app.core.calendar_file import CalendarFile, ExportedEvent, calendar_file, initials, sequence_at
from app.core.catalogue import Catalogue
from app.core.records.case import Case
from app.core.records.follow_up import Agreement, FollowUp
from app.core.records.person import Person
from app.core.work_list import WorkKind, WorkLine, work_list
from app.reports.calendar_file import calendar_ics
from app.services.calendar_export import exported_events, remember_export
from app.services.caseload import statuses_since
from app.services.follow_ups import save_follow_up
from app.services.store import Store
from app.words import Words
from tests.conftest import TODAY
from tests.factories import Office

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=ZoneInfo("Europe/Copenhagen"))
AHEAD = (7, 3, 0)
DUE = TODAY + timedelta(days=9)
DUE_MORNING = datetime(DUE.year, DUE.month, DUE.day)


@pytest.fixture
def case(office: Office) -> Case:
    """A child whose next follow-up is due in nine days."""
    case = office.case("Alma", "Kjær", birth_date=date(2014, 3, 1))
    office.measure(case, start=DUE - timedelta(days=28))
    return case


def lines(office: Office, now: datetime = NOW) -> tuple[WorkLine, ...]:
    statuses = office.store.read(statuses_since, now.date(), office.catalogue, now.date())
    return work_list(statuses, office.catalogue, now)


def file(office: Office, before: Sequence[ExportedEvent] = (), now: datetime = NOW, scope: str = "") -> CalendarFile:
    return calendar_file(lines(office, now), before, now, scope=scope)


def events(made: CalendarFile, now: datetime = NOW, *, named: bool = False) -> list[Any]:
    return Calendar.from_ical(calendar_ics(made, AHEAD, now, Words("en"), named=named)).walk("VEVENT")


def test_an_all_day_event_stands_on_the_due_date_with_initials_alone(office: Office, case: Case) -> None:
    (event,) = events(file(office))
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (DUE, DUE + timedelta(days=1))
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert str(event["summary"]) == "Forlæns: A.K. follow-up"
    assert (event["class"], event["transp"], event["status"]) == ("PRIVATE", "TRANSPARENT", "TENTATIVE")


def test_the_file_holds_no_method_and_no_word_of_a_case(office: Office, case: Case) -> None:
    office.assessment(case, aware_on=TODAY)
    text = calendar_ics(file(office), AHEAD, NOW, Words("da")).decode()
    assert "METHOD" not in text
    assert "VTODO" not in text
    for secret in ("Alma", "Kjær", case.id, case.person_id):
        assert secret not in text.replace("\r\n ", "")


def test_it_reminds_at_eight_on_each_of_the_days_ahead(office: Office, case: Case) -> None:
    (event,) = events(file(office))
    alarms = [DUE_MORNING + alarm["trigger"].dt for alarm in event.walk("VALARM")]
    assert [(DUE - moment.date()).days for moment in alarms] == [7, 3, 0]
    assert {moment.hour for moment in alarms} == {8}


def test_another_library_reads_the_same(office: Office, case: Case) -> None:
    office.decision(case)
    made = file(office)
    read = vobject.readOne(calendar_ics(made, AHEAD, NOW, Words("da")).decode())
    assert {event.uid.value: event.dtstart.value for event in read.vevent_list} == {e.uid: e.day for e in made.events}
    assert {int(event.sequence.value) for event in read.vevent_list} == {made.sequence}
    assert all(event.dtstamp.value == NOW.astimezone(UTC) for event in read.vevent_list)


def test_a_second_import_updates_what_the_first_one_brought(office: Office, case: Case) -> None:
    first = file(office)
    follow_up = FollowUp(
        case_id=case.id, measure_ids=(office.status(case).running[0].id,), planned_on=DUE - timedelta(days=2)
    )
    office.store.write(save_follow_up, follow_up, TODAY)
    second = file(office, first.exported, NOW + timedelta(minutes=3))
    (before,), (after,) = events(first), events(second)
    assert after["uid"] == before["uid"]
    assert int(after["sequence"]) > int(before["sequence"])
    assert (after.decoded("dtstart"), after["status"]) == (DUE - timedelta(days=2), "CONFIRMED")


@pytest.mark.parametrize(
    ("planned", "day", "status"),
    [(TODAY - timedelta(days=1), DUE, "TENTATIVE"), (TODAY, TODAY, "CONFIRMED"), (DUE, DUE, "CONFIRMED")],
)
def test_a_plan_counts_while_its_day_has_not_passed(
    office: Office, case: Case, planned: date, day: date, status: str
) -> None:
    follow_up = FollowUp(case_id=case.id, measure_ids=(office.status(case).running[0].id,), planned_on=planned)
    office.store.write(save_follow_up, follow_up, planned)
    (event,) = events(file(office))
    assert (event.decoded("dtstart"), event["status"]) == (day, status)


def test_what_is_gone_is_cancelled_until_a_month_after_its_day(office: Office, case: Case) -> None:
    gone = ExportedEvent(uid="gone@forlaens", scope="", day=TODAY - timedelta(days=30))
    long_gone = replace(gone, uid="long-gone@forlaens", day=TODAY - timedelta(days=31))
    cancelled = [event for event in events(file(office, (gone, long_gone))) if event["status"] == "CANCELLED"]
    assert [(event["uid"], event.decoded("dtstart")) for event in cancelled] == [("gone@forlaens", gone.day)]
    assert not cancelled[0].walk("VALARM")


def test_what_was_cancelled_comes_back_when_it_is_due_again(office: Office, case: Case) -> None:
    first = file(office)
    cancelled = tuple(replace(event, cancelled=True) for event in first.exported)
    assert [event["status"] for event in events(file(office, cancelled))] == ["TENTATIVE"]


def test_a_familys_file_holds_its_case_alone_and_may_name_the_child(office: Office, case: Case) -> None:
    other = office.case("Bo", "Holm")
    office.measure(other, start=DUE - timedelta(days=28))
    made = file(office, scope=case.id)
    (event,) = events(made, named=True)
    assert str(event["summary"]) == "Forlæns: Alma follow-up"
    # Imported into one calendar beside the file of all cases, neither overwrites the other.
    assert event["uid"] not in {one.uid for one in file(office).events}


def test_an_age_gate_says_which_birthday(office: Office) -> None:
    office.case("Ida", "Dam", birth_date=(TODAY + timedelta(days=20)).replace(year=TODAY.year - 15))
    (event,) = events(file(office))
    assert str(event["summary"]).startswith("Forlæns: I.D. turns 15: ")


def test_promises_are_others_and_stay_out(office: Office, case: Case, store: Store) -> None:
    promise = Agreement(case_id=case.id, what="Ringe til skolen", responsible="Karen", due=TODAY)
    held = FollowUp(case_id=case.id, held_on=TODAY)
    store.write(save_follow_up, held, TODAY, (replace(promise, follow_up_id=held.id),))
    assert any(line.kind is WorkKind.PROMISES for line in lines(office))
    assert len(file(office).events) == 1


def test_what_was_exported_is_remembered_for_each_scope_alone(office: Office, case: Case, store: Store) -> None:
    everybody, family = file(office), file(office, scope=case.id)
    for one in (everybody, family, everybody):
        store.scratch(remember_export, one)
    assert store.read(exported_events, "") == everybody.exported
    assert store.read(exported_events, case.id) == family.exported


@pytest.mark.parametrize(
    ("person", "said"),
    [
        (Person(first_name="Alma", last_name="Kjær"), "A.K."),
        (Person(first_name="åse"), "Å."),
        (Person(), ""),
    ],
)
def test_initials(person: Person, said: str) -> None:
    assert initials(person) == said


def test_the_sequence_rises_over_the_end_of_summer_time() -> None:
    zone = ZoneInfo("Europe/Copenhagen")
    before = datetime(2026, 10, 25, 2, 30, tzinfo=zone, fold=0)
    after = datetime(2026, 10, 25, 2, 15, tzinfo=zone, fold=1)
    assert sequence_at(after) > sequence_at(before) > 0


def test_the_words_of_the_file_are_those_of_its_language(office: Office, case: Case, catalogue: Catalogue) -> None:
    text = calendar_ics(file(office), AHEAD, NOW, Words("da")).decode()
    assert "SUMMARY:Forlæns: A.K. opfølgning" in text


def test_a_network_meeting_is_an_event_that_is_fixed_and_tells_no_purpose(office: Office) -> None:
    case = office.case("Alma", "Kjær", birth_date=date(2014, 3, 1))
    meeting = office.meeting(case, planned_on=DUE, purpose="Mor drikker", place="Hjemme")
    made = file(office)
    (event,) = events(made)
    assert (event["summary"], event["status"]) == ("Forlæns: A.K. network meeting", "CONFIRMED")
    assert event.decoded("dtstart") == DUE
    office.meeting(case, id=meeting.id, planned_on=DUE + timedelta(days=7), purpose="Mor drikker")
    (moved,) = events(file(office, made.exported))
    assert moved["uid"] == event["uid"]
    (of_family,) = events(file(office, scope=case.id), named=True)
    assert of_family["summary"] == "Forlæns: Alma network meeting"
