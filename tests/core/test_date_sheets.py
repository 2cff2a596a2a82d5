"""What a colleague takes over, and what a family can expect."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

from app.core.catalogue import Catalogue
from app.core.family_calendar import ComingFollowUp, coming_follow_ups
from app.core.hand_over import hand_over
from app.core.records.case import Case
from app.core.records.case_file import CaseFile
from app.core.records.follow_up import Agreement, FollowUp
from app.core.records.measure import Measure
from app.core.records.person import Person
from app.core.status import CaseStatus, case_status
from app.core.work_list import work_list

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
UNTIL = date(2026, 9, 2)
# Due four weeks after the start, on 16 March, and every three months after.
PMTO = Measure(case_id="c", type_key="pmto", start=date(2026, 2, 16))
FOSTER = Measure(case_id="c", type_key="foster_general", start=date(2026, 2, 23))


def status(
    catalogue: Catalogue,
    *follow_ups: FollowUp,
    measures: tuple[Measure, ...] = (PMTO,),
    name: str = "Mia",
    **values: object,
) -> CaseStatus:
    child = Person(first_name=name, birth_date=date(2015, 1, 1))
    case = Case(person_id=child.id, opened=date(2026, 1, 1))
    file = CaseFile(case=case, child=child, measures=measures, follow_ups=follow_ups, **values)  # type: ignore[arg-type]  # kwargs
    return case_status(file, catalogue, TODAY)


def planned(on: date, **values: object) -> FollowUp:
    return FollowUp(case_id="c", measure_ids=(PMTO.id,), planned_on=on, **values)  # type: ignore[arg-type]  # kwargs


def handed(catalogue: Catalogue, *statuses: CaseStatus, first: date, last: date) -> dict[str, tuple[int, int]]:
    """How many lines and how many planned follow-ups each child has."""
    found = hand_over(statuses, work_list(statuses, catalogue, NOW), first, last)
    return {child.status.file.child.first_name: (len(child.lines), len(child.planned)) for child in found}


def test_what_falls_due_in_the_absence_is_handed_over_and_what_comes_later_is_not(catalogue: Catalogue) -> None:
    one = status(catalogue)
    assert handed(catalogue, one, first=date(2026, 3, 10), last=date(2026, 3, 16)) == {"Mia": (1, 0)}
    assert handed(catalogue, one, first=date(2026, 3, 10), last=date(2026, 3, 15)) == {}


def test_what_is_overdue_when_the_absence_begins_is_handed_over_too(catalogue: Catalogue) -> None:
    late = status(catalogue, measures=(Measure(case_id="c", type_key="pmto", start=date(2026, 1, 1)),))
    assert handed(catalogue, late, first=date(2026, 3, 10), last=date(2026, 3, 11)) == {"Mia": (1, 0)}


def test_a_follow_up_planned_in_time_stands_among_the_planned_alone(catalogue: Catalogue) -> None:
    one = status(catalogue, planned(date(2026, 3, 12)), name="Bo")
    before = status(catalogue, planned(date(2026, 3, 9)), name="Åse")
    weeks = {"first": date(2026, 3, 10), "last": date(2026, 3, 20)}
    # What is planned for the day before the absence is not the colleague's.
    assert handed(catalogue, before, one, **weeks) == {"Bo": (0, 1)}


def test_a_follow_up_planned_for_a_day_that_passed_is_handed_over_as_due(catalogue: Catalogue) -> None:
    one = status(catalogue, planned(date(2026, 2, 27)))
    assert handed(catalogue, one, first=date(2026, 3, 10), last=date(2026, 3, 16)) == {"Mia": (1, 0)}


def test_children_stand_by_name_and_promises_without_a_day_stay_out(catalogue: Catalogue) -> None:
    promise, undated = (
        Agreement(case_id="c", what="Ringe", due=date(2026, 3, 10)),
        Agreement(case_id="c", what="Skrive"),
    )
    last = status(catalogue, measures=(), name="Åse", agreements=(promise, undated))
    first = status(catalogue, name="Bo")
    found = handed(catalogue, last, first, first=TODAY, last=date(2026, 3, 20))
    assert list(found.items()) == [("Bo", (1, 0)), ("Åse", (1, 0))]


def test_a_family_sees_the_days_agreed_and_then_the_weeks_of_the_rhythm(catalogue: Catalogue) -> None:
    agreed = planned(date(2026, 3, 12), planned_at=time(15, 30), planned_place="Skolen", planned_with="Karen")
    assert coming_follow_ups(status(catalogue, agreed), catalogue, UNTIL) == (
        ComingFollowUp(day=date(2026, 3, 12), agreed=True, at=time(15, 30), place="Skolen", with_whom="Karen"),
        ComingFollowUp(day=date(2026, 6, 12)),
    )


def test_without_a_plan_the_due_date_comes_first(catalogue: Catalogue) -> None:
    days = [one.day for one in coming_follow_ups(status(catalogue), catalogue, UNTIL)]
    assert days == [date(2026, 3, 16), date(2026, 6, 16)]


def test_a_family_is_told_no_day_that_has_passed(catalogue: Catalogue) -> None:
    late = status(catalogue, measures=(Measure(case_id="c", type_key="pmto", start=date(2026, 1, 1)),))
    first, second, *_ = coming_follow_ups(late, catalogue, UNTIL)
    assert (first.day, second.day) == (None, date(2026, 6, 2))


def test_the_measure_with_the_shortest_rhythm_leads_until_it_ends(catalogue: Catalogue) -> None:
    ends = Measure(case_id="c", type_key="foster_general", start=FOSTER.start, end=date(2026, 5, 1))
    days = [one.day for one in coming_follow_ups(status(catalogue, measures=(PMTO, ends)), catalogue, UNTIL)]
    # Two weeks after the start of the placement, then every six weeks; after its end every three months.
    assert days == [date(2026, 3, 9), date(2026, 4, 20), date(2026, 6, 1), date(2026, 9, 1)]


def test_without_measures_nothing_is_promised(catalogue: Catalogue) -> None:
    assert coming_follow_ups(status(catalogue, measures=()), catalogue, UNTIL) == ()


def test_where_a_protected_child_is_met_stands_on_no_sheet_for_a_door(catalogue: Catalogue) -> None:
    agreed = planned(date(2026, 3, 12), planned_place="Solgården, Solvej 3", planned_with="Karen")
    found = status(catalogue, agreed)
    hidden = replace(found, file=replace(found.file, child=replace(found.file.child, protected=True)))
    (first, *_) = coming_follow_ups(hidden, catalogue, UNTIL)
    assert (first.day, first.place, first.with_whom) == (date(2026, 3, 12), "", "Karen")
