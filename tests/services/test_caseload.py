"""The files of cases, from which everything that is shown of them is derived."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from dateutil.relativedelta import relativedelta

from app.core.changes import Changes
from app.core.figures import Figures, figures
from app.core.interval import Interval
from app.core.records.case import Case
from app.core.records.follow_up import Agreement, Dispensation
from app.core.records.journal import EntryKind
from app.core.schedule import Basis
from app.core.schedule_history import Tally
from app.core.work_list import work_list
from app.models.mapping import put
from app.models.measure import DispensationRow
from app.services import reminders
from app.services.agreements import settle_agreement
from app.services.caseload import all_statuses, counted_statuses, statuses_since
from app.services.cases import close_case, void_case
from app.services.decisions import save_access_request
from app.services.journal import school_of_case
from app.services.store import Store
from app.vault.store_folder import StoreFolder
from tests.conftest import TODAY, Clock
from tests.factories import Office


def test_a_closed_case_is_shown_as_it_stood_on_its_last_day(office: Office, store: Store) -> None:
    running, closed, struck_out = office.case(), office.case("Bo"), office.case("Liv")
    office.measure(closed)
    store.write(close_case, closed.id, TODAY - timedelta(days=30), "Flyttet", False)
    store.write(void_case, struck_out.id, TODAY, "Tastet to gange")
    found = {status.case_id: status for status in store.read(all_statuses, office.catalogue, TODAY)}
    assert {case_id: status.today for case_id, status in found.items()} == {
        running.id: TODAY,
        closed.id: TODAY - timedelta(days=30),
        struck_out.id: TODAY,
    }
    assert [status.case_id for status in store.read(statuses_since, TODAY, office.catalogue, TODAY)] == [running.id]


def moved_up(office: Office, name: str) -> Case:
    """A case with one move in the half-year and one follow-up held in it, and none due since."""
    case, moved = office.case(name), TODAY - timedelta(days=50)
    first = office.measure(case, start=TODAY - timedelta(days=100), end=moved)
    office.held(case, first, on=TODAY - timedelta(days=73))
    office.measure(case, office.a_type(step=4), start=moved, last_held_before=TODAY - timedelta(days=30))
    return case


def test_a_case_closed_in_the_half_year_keeps_its_moves_and_its_follow_ups_in_the_figures(
    office: Office, store: Store
) -> None:
    closed, long_ago, struck_out = (moved_up(office, name) for name in ("Alma", "Bo", "Liv"))

    def found() -> Figures:
        return figures(store.read(counted_statuses, office.catalogue, TODAY), office.catalogue, TODAY)

    before = found()
    assert (before.up, before.follow_ups) == (3, Tally(on_time=3))
    store.write(close_case, closed.id, TODAY - timedelta(days=3), "Flyttet", True)
    assert (found().up, found().follow_ups) == (before.up, before.follow_ups)
    assert sum(len(on) for _, on in found().steps) == 2

    store.write(close_case, long_ago.id, TODAY - relativedelta(months=6), "Flyttet", True)
    assert found().up == 2
    store.write(void_case, struck_out.id, TODAY, "Tastet to gange")
    store.write(void_case, closed.id, TODAY, "Tastet to gange")
    assert (found().moves, found().follow_ups) == ((), Tally())


def test_a_dispensation_in_the_store_moves_the_date_of_its_own_measure_alone(office: Office, store: Store) -> None:
    one, other = office.case(), office.case("Bo")
    start = TODAY - timedelta(days=7)
    measure, twin = office.measure(one, start=start), office.measure(other, start=start)
    leave = Dispensation(
        measure_id=measure.id,
        granted_by="L. Dam",
        granted_on=TODAY,
        valid_until=TODAY + timedelta(days=90),
        reason="Barselsorlov",
        interval=Interval.parse("2m"),
    )

    def grant(session: object) -> Changes:
        put(session, DispensationRow, leave)  # type: ignore[arg-type]  # a session, as every service gets
        return Changes("dispensation-saved")

    store.write(grant)
    lifted, ordinary = office.status(one).due, office.status(other).due
    assert lifted is not None
    assert ordinary is not None
    assert (lifted.basis, ordinary.basis) == (Basis.LONGER_INTERVAL, Basis.FIRST)
    assert lifted.day > ordinary.day
    assert twin.id != measure.id


def test_a_note_is_no_contact_but_what_the_child_said_in_a_visit_is(office: Office) -> None:
    case = office.case()
    office.note(case, on=TODAY)
    office.note(case, on=TODAY - timedelta(days=3), kind=EntryKind.CALL)
    office.note(case, on=TODAY - timedelta(days=5), kind=EntryKind.VISIT, child_spoken=True)
    status = office.status(case)
    assert (status.contact_on, status.spoken_on) == (TODAY - timedelta(days=3), TODAY - timedelta(days=5))


def test_what_is_told_while_locked_is_days_and_counts_and_nothing_of_anybody(
    office: Office, store: Store, clock: Clock, tmp_path: Path
) -> None:
    for name in ("Alma", "Bo"):
        office.measure(office.case(name), start=TODAY)
    waiting = office.case("Clara")
    office.access_request(waiting)
    store.write(settle_agreement, Agreement(case_id=waiting.id, what="Ringe", due=TODAY))
    folder = StoreFolder(tmp_path)
    work = work_list(store.read(statuses_since, TODAY, office.catalogue, TODAY), office.catalogue, clock())
    reminders.leave(folder, work, clock())
    told = json.loads(folder.reminders.read_text("utf-8"))
    assert told == {
        "written": clock().isoformat(),
        "due": {(TODAY + timedelta(days=9)).isoformat(): 1, (TODAY + timedelta(weeks=4)).isoformat(): 2},
    }


def test_a_case_closed_long_ago_is_counted_as_long_as_somebody_waits_for_an_answer(
    office: Office, store: Store
) -> None:
    opened, closed = TODAY - timedelta(days=900), TODAY - timedelta(days=400)
    asked, complained, settled, quiet, voided = (
        office.case(name, opened=opened, closed=closed, closed_reason="Flyttet") for name in ("A", "B", "C", "D", "E")
    )
    request = office.access_request(asked)
    office.complaint(complained)
    office.complaint(settled, sent_on=TODAY)
    office.access_request(settled, answered_on=TODAY)
    office.access_request(voided)
    store.write(void_case, voided.id, TODAY, "Oprettet ved en fejl")

    def counted() -> set[str]:
        return {status.case_id for status in store.read(counted_statuses, office.catalogue, TODAY)}

    assert quiet.id not in counted()
    assert counted() == {asked.id, complained.id}
    store.write(save_access_request, replace(request, answered_on=TODAY), TODAY)
    assert counted() == {complained.id}


def test_a_case_without_a_school_has_none(office: Office, store: Store) -> None:
    assert store.read(school_of_case, office.case().id) == ()
