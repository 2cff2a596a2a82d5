"""The status of a case on a day, and the figures of a caseload."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.core.attention import attention
from app.core.catalogue import Catalogue
from app.core.figures import Share, figures
from app.core.records.case import Case, LimitException
from app.core.records.case_file import CaseFile
from app.core.records.follow_up import FollowUp
from app.core.records.measure import Measure
from app.core.records.person import Person
from app.core.schedule_history import Tally
from app.core.status import CaseStatus, Urgency, by_urgency, case_status, short_names

TODAY = date(2025, 6, 2)
OPENED = date(2024, 1, 1)


def file(first: str = "Mia", last: str = "Holm", measures: tuple[Measure, ...] = ()) -> CaseFile:
    child = Person(first_name=first, last_name=last, birth_date=date(2015, 1, 1))
    return CaseFile(case=Case(person_id=child.id, opened=OPENED), child=child, measures=measures)


def pmto(start: date, end: date | None = None) -> Measure:
    return Measure(case_id="c", type_key="pmto", start=start, end=end)


def held(of: Measure, on: date, talk: date | None = None) -> FollowUp:
    return FollowUp(case_id="c", measure_ids=(of.id,), held_on=on, conversation_on=talk)


def test_a_case_under_clarification_has_no_due_date(catalogue: Catalogue) -> None:
    status = case_status(file(), catalogue, TODAY)
    assert (status.step.number, status.since, status.due, status.urgency) == (0, OPENED, None, Urgency.NONE)
    assert (status.last_move, status.running, status.case_id) == (None, (), status.file.case.id)


@pytest.mark.parametrize(
    ("start", "urgency"),
    [
        (date(2025, 5, 4), Urgency.OVER),
        (date(2025, 5, 5), Urgency.SOON),
        (date(2025, 5, 12), Urgency.SOON),
        (date(2025, 5, 13), Urgency.LATER),
    ],
)
def test_a_follow_up_is_over_from_the_day_after_and_soon_within_a_week(
    catalogue: Catalogue, start: date, urgency: Urgency
) -> None:
    assert case_status(file(measures=(pmto(start),)), catalogue, TODAY).urgency is urgency


def test_a_status_knows_the_last_move_and_what_runs(catalogue: Catalogue) -> None:
    early, late = pmto(OPENED), Measure(case_id="c", type_key="mst", start=date(2025, 3, 1))
    status = case_status(file(measures=(early, late)), catalogue, TODAY)
    assert status.running == (late, early)
    assert status.last_move is not None
    assert status.last_move.day == date(2025, 3, 1)


def test_the_child_was_last_spoken_with_at_a_follow_up_or_in_the_journal(catalogue: Catalogue) -> None:
    one = pmto(OPENED)
    events = (held(one, date(2025, 4, 1), date(2025, 3, 30)), held(one, date(2025, 5, 1)))
    status = case_status(replace(file(measures=(one,)), follow_ups=events), catalogue, TODAY)
    assert (status.spoken_on, status.contact_on) == (date(2025, 3, 30), date(2025, 5, 1))
    noted = replace(status.file, spoken_on=(date(2025, 5, 20), date(2025, 7, 1)), contact_on=(date(2025, 5, 25),))
    status = case_status(noted, catalogue, TODAY)
    assert (status.spoken_on, status.contact_on) == (date(2025, 5, 20), date(2025, 5, 25))


def test_cases_come_by_due_date_and_those_without_one_last(catalogue: Catalogue) -> None:
    files = [file("Bo"), file("Ida", measures=(pmto(date(2025, 5, 20)),)), file("Liv", measures=(pmto(TODAY),))]
    ordered = by_urgency(reversed([case_status(one, catalogue, TODAY) for one in files]))
    assert [status.file.child.first_name for status in ordered] == ["Ida", "Liv", "Bo"]


def test_two_children_called_the_same_are_told_apart(catalogue: Catalogue) -> None:
    children = [("Alma", "Kjær"), ("Alma", "Krogh"), ("Bo", "Holm"), ("Liv", "")]
    statuses = [case_status(file(*names), catalogue, TODAY) for names in children]
    assert list(short_names(statuses).values()) == ["Alma Kjær", "Alma Krogh", "Bo H.", "Liv"]


def test_the_figures_of_a_caseload(catalogue: Catalogue) -> None:
    down = (
        Measure(case_id="c", type_key="multifunc", start=OPENED, end=date(2025, 3, 1)),
        Measure(case_id="c", type_key="foster_general", start=date(2025, 3, 1)),
    )
    up = (pmto(OPENED, date(2025, 4, 1)), Measure(case_id="c", type_key="mst", start=date(2025, 4, 1)))
    long_ago = (pmto(OPENED, date(2024, 6, 1)), Measure(case_id="c", type_key="mst", start=date(2024, 6, 1)))
    statuses: list[CaseStatus] = [
        case_status(replace(file("Ane", measures=down), spoken_on=(date(2025, 5, 1),)), catalogue, TODAY),
        case_status(file("Bo", measures=up), catalogue, TODAY),
        case_status(file("Liv", measures=long_ago), catalogue, TODAY),
        case_status(replace(file(), child=Person(first_name="Barn", term_date=TODAY)), catalogue, TODAY),
    ]
    found = figures(statuses, catalogue, TODAY)
    assert {step.number: len(on) for step, on in found.steps} == {0: 1, 1: 0, 2: 2, 3: 0, 4: 1, 5: 0}
    assert (found.down, found.up) == (1, 1)
    assert len(found.overdue) == 3
    assert found.follow_ups.on_time == 0
    assert found.follow_ups.missed > 0
    assert found.spoken_with == Share(part=1, whole=3)
    assert found.spoken_with.percent == 33
    assert figures([], catalogue, TODAY).spoken_with.percent is None


def closed(status: CaseStatus, catalogue: Catalogue, on: date) -> CaseStatus:
    gone = replace(status.file, case=replace(status.file.case, closed=on, closed_reason="Flyttet"))
    return case_status(gone, catalogue, on)


def test_closing_a_case_takes_nothing_out_of_what_the_half_year_brought(catalogue: Catalogue) -> None:
    measures = (pmto(OPENED, date(2025, 4, 1)), Measure(case_id="c", type_key="mst", start=date(2025, 4, 1)))
    before = case_status(file(measures=measures), catalogue, TODAY)
    now = figures([before], catalogue, TODAY)
    assert (now.up, len(now.overdue), now.follow_ups.missed) == (1, 1, 1)

    found = figures([closed(before, catalogue, TODAY)], catalogue, TODAY)
    assert found.moves == now.moves
    assert found.follow_ups.missed == 2, "what was overdue on the day of the closing was missed"
    assert [len(on) for _, on in found.steps] == [0] * len(found.steps)
    assert (found.overdue, found.spoken_with) == ((), Share(part=0, whole=0))


def test_a_case_closed_long_ago_and_a_voided_one_count_nowhere(catalogue: Catalogue) -> None:
    measures = (pmto(OPENED, date(2024, 11, 1)), Measure(case_id="c", type_key="mst", start=date(2024, 11, 1)))
    status = case_status(file(measures=measures), catalogue, TODAY)
    voided = replace(status.file, case=replace(status.file.case, voided_on=TODAY, void_reason="Tastet to gange"))
    for gone in (closed(status, catalogue, date(2024, 12, 2)), case_status(voided, catalogue, TODAY)):
        found = figures([gone], catalogue, TODAY)
        assert (found.moves, found.follow_ups, found.overdue) == ((), Tally(), ())


@pytest.mark.parametrize(("today", "spoken"), [(date(2025, 5, 31), date(2025, 2, 28)), (TODAY, date(2025, 3, 2))])
def test_the_figure_and_the_list_agree_on_who_was_not_spoken_with(
    catalogue: Catalogue, today: date, spoken: date
) -> None:
    """Also at the end of a month: 28 February and three months is 28 May."""
    status = case_status(replace(file(), spoken_on=(spoken,)), catalogue, today)
    missing = "child-not-spoken" in {line.code for line in attention(status, catalogue)}
    assert figures([status], catalogue, today).spoken_with == Share(part=0 if missing else 1, whole=1)


def test_a_child_without_any_date_is_born_and_counts_among_those_to_speak_with(catalogue: Catalogue) -> None:
    status = case_status(replace(file(), child=Person(first_name="Bo")), catalogue, TODAY)
    assert figures([status], catalogue, TODAY).spoken_with == Share(part=0, whole=1)


def test_the_last_word_on_a_case_above_the_limit_counts() -> None:
    asked = LimitException(case_id="c", reason="Akut", asked_on=TODAY)
    answered = LimitException(case_id="c", reason="Akut", asked_on=TODAY, awaiting=False, granted_by="L. Dam")
    assert replace(file(), exceptions=(asked, answered)).last_exception is answered
    assert file().last_exception is None
