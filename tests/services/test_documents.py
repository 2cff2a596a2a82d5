"""A print says exactly what screens say."""

from __future__ import annotations

from datetime import date, timedelta

from app.core.attention import attention
from app.core.catalogue import Catalogue
from app.core.figures import figures
from app.core.records.case import LimitException
from app.core.records.follow_up import FollowUp, GoalScore, Informant
from app.core.records.measure import Breakdown, EndReason
from app.core.records.plan import Goal, SubGoal
from app.reports.plan_report import plan_pdf
from app.reports.summary_report import summary_pdf
from app.services.caseload import counted_statuses
from app.services.cases import close_case
from app.services.documents import plan_document
from app.services.family_prints import family_print_warnings
from app.services.follow_ups import save_follow_up
from app.services.plans import issue_plan
from app.services.store import Store
from app.services.summaries import summary_document
from app.words import Words
from tests.conftest import TODAY
from tests.factories import Office
from tests.reports.prints import text_of


def test_the_summary_holds_the_figures_of_the_overview(store: Store, catalogue: Catalogue, office: Office) -> None:
    for number in range(3):
        case = office.case(f"Barn{number}", exception=LimitException(case_id="", reason="x", asked_on=TODAY))
        low = office.measure(case, start=TODAY - timedelta(days=300), end=TODAY - timedelta(days=40 * number + 10))
        high = office.measure(case, office.a_type(4), start=TODAY - timedelta(days=40 * number + 10))
        office.held(case, low, on=TODAY - timedelta(days=200))
        if number == 1:
            office.held(case, high)

    gone = office.case("Flyttet", exception=LimitException(case_id="", reason="x", asked_on=TODAY))
    office.measure(gone, start=TODAY - timedelta(days=90), end=TODAY - timedelta(days=20))
    office.measure(gone, office.a_type(4), start=TODAY - timedelta(days=20))
    store.write(close_case, gone.id, TODAY, "Flyttet", True)

    document = store.read(summary_document, catalogue, TODAY)

    found = figures(store.read(counted_statuses, catalogue, TODAY), catalogue, TODAY)
    assert [step.children for step in document.steps] == [len(on) for _, on in found.steps]
    assert (document.moves_up, document.moves_down) == (found.up, found.down) == (4, 0)
    assert document.overdue == len(found.overdue) == sum(row.days_over > 0 for row in document.rows)
    assert (document.held_on_time, document.held_of) == (found.follow_ups.on_time, found.follow_ups.expected)
    assert (document.spoken_with, document.spoken_of) == (1, 3)
    assert document.spoken_within == catalogue.rules(TODAY).spoken_within
    assert document.awaiting == 3
    assert len(document.rows) == 3


def test_a_row_of_the_summary_is_the_status_of_its_case(store: Store, catalogue: Catalogue, office: Office) -> None:
    case = office.case("Åse", "Ø")
    first = office.measure(
        case,
        office.a_type(4),
        start=TODAY - timedelta(days=300),
        end=TODAY - timedelta(days=60),
        end_reason=EndReason.BREAKDOWN,
        breakdown=Breakdown.CHILD,
    )
    office.measure(case, office.a_type(2), start=TODAY - timedelta(days=60))
    office.measure(case, office.a_type(1), start=TODAY - timedelta(days=50))
    office.held(case, first, on=TODAY - timedelta(days=100))

    (row,) = store.read(summary_document, catalogue, TODAY).rows

    status = office.status(case)
    assert status.due is not None
    assert (row.name, row.age, row.step, row.since) == ("Åse Ø.", 9, 2, status.since)
    assert (row.moved_on, row.moved_down) == (TODAY - timedelta(days=60), True)
    assert (row.next_follow_up, row.days_over) == (status.due.day, max(0, -status.due.days_left(TODAY)))
    assert row.spoken_on == TODAY - timedelta(days=100)
    assert (row.more_measures, row.breakdowns, row.has_map, row.plan_version) == (1, 1, False, None)
    codes = {line.code for line in attention(status, catalogue)} - {"plan-missing", "map-missing", "rhythm-missing"}
    assert len(row.remarks) == len(codes)


def test_a_child_without_measure_and_birth_date_has_a_row(store: Store, catalogue: Catalogue, office: Office) -> None:
    office.case("Ufødt", "", term_date=TODAY + timedelta(days=40))
    (row,) = store.read(summary_document, catalogue, TODAY).rows
    assert (row.age, row.term, row.step, row.measure) == (None, TODAY + timedelta(days=40), 0, None)
    assert (row.next_follow_up, row.law_due, row.days_over) == (None, None, 0)


def test_many_goals_and_promises_are_counted_and_never_spelled_out(
    store: Store, catalogue: Catalogue, office: Office
) -> None:
    case = office.case(opened=TODAY - timedelta(days=400))
    office.measure(case, start=TODAY - timedelta(days=390))
    office.plan(case, *(Goal(goal=f"Mål {n} " + "meget langt " * 100) for n in range(25)))
    document = store.read(plan_document, case.id, catalogue, TODAY - timedelta(days=200), number=1)
    store.write(issue_plan, case.id, document, TODAY - timedelta(days=200), "Alma")

    summary = store.read(summary_document, catalogue, TODAY)

    danish = [remark.da for remark in summary.rows[0].remarks]
    assert "25 mål ikke scoret i lang tid" in danish
    assert summary.rows[0].plan_version == 1
    assert len(text_of(summary_pdf(summary, Words("da")))) < 6000


def test_a_plan_never_issued_is_a_draft_on_the_summary(store: Store, catalogue: Catalogue, office: Office) -> None:
    office.plan(office.case())
    (row,) = store.read(summary_document, catalogue, TODAY).rows
    assert row.plan_version == 0


def test_closed_cases_are_not_on_the_summary(store: Store, catalogue: Catalogue, office: Office) -> None:
    office.case(closed=TODAY - timedelta(days=1))
    assert store.read(summary_document, catalogue, TODAY).rows == ()


def test_a_plan_says_who_does_what_and_how_far_each_says_it_is(
    store: Store, catalogue: Catalogue, office: Office
) -> None:
    case = office.case()
    step = catalogue.steps(TODAY)[2]
    measure = office.measure(case, next_step=step.short_names.da.upper())
    goal = Goal(
        theme_key=catalogue.themes(TODAY)[2].key,
        own_words="Jeg vil <b>gerne</b>",
        goal="I skole hver dag",
        target=9,
        sub_goals=(SubGoal(what="Følges ind", responsible="Klasselærer", deadline=date(2026, 12, 1)),),
    )
    office.plan(case, goal, purpose="Ro og skole")
    for days, value in ((90, 4), (20, 7)):
        scores = (GoalScore(goal_id=goal.id, informant=Informant.CHILD, value=value),)
        office.held(case, measure, on=TODAY - timedelta(days=days), scores=scores)

    document = store.read(plan_document, case.id, catalogue, TODAY, number=4, dated=TODAY + timedelta(days=1))

    assert [(score.value, score.on) for score in document.goals[0].scores] == [(7, TODAY - timedelta(days=20))]
    assert document.next_number == step.number
    assert document.head.on == TODAY + timedelta(days=1)
    printed = text_of(plan_pdf(document, Words("da")))
    assert "Jeg vil <b>gerne</b>" in printed
    assert "Klasselærer" in printed


def test_a_next_step_in_other_words_has_no_number(store: Store, catalogue: Catalogue, office: Office) -> None:
    case = office.case()
    office.measure(case, next_step="hjem til mor")
    document = store.read(plan_document, case.id, catalogue, TODAY)
    assert (document.next_step, document.next_number) == ("hjem til mor", None)


def test_before_a_family_print_all_people_of_the_case_count(store: Store, catalogue: Catalogue, office: Office) -> None:
    case = office.case()
    office.case("Noah", "Falk")
    aunt = office.person(case, "Karen", last_name="Holt", protected=True, address="Vestergade 1")
    office.map(case, aunt)
    office.plan(case, purpose="Bor hos Karen på Vestergade 1. Leger med Noah Falk.")

    document = store.read(plan_document, case.id, catalogue, TODAY)
    found = store.read(family_print_warnings, case.id, document, TODAY)

    assert [problem.code for problem in found] == ["print-tells-address", "print-names-other"]


def test_a_theme_that_the_catalogue_lost_leaves_the_goal_readable(
    store: Store, catalogue: Catalogue, office: Office
) -> None:
    case = office.case()
    office.plan(case, Goal(goal="I skole hver dag", theme_key="gone"), Goal(goal="Sover hjemme"))
    document = store.read(plan_document, case.id, catalogue, TODAY)
    assert [(goal.goal, goal.theme) for goal in document.goals] == [("I skole hver dag", None), ("Sover hjemme", None)]


def test_a_family_is_told_a_day_to_come_never_one_that_has_passed(office: Office, store: Store) -> None:
    case = office.case()
    office.measure(case, start=TODAY - timedelta(days=100))
    assert office.status(case).due is not None

    def told(today: date = TODAY) -> tuple[date | None, bool]:
        document = store.read(plan_document, case.id, office.catalogue, today)
        return document.next_follow_up, document.next_is_agreed

    assert told() == (None, True)
    begun = TODAY - timedelta(days=100)
    due = office.status(case).due
    assert due is not None
    assert told(begun) == (due.day, False)
    agreed = FollowUp(case_id=case.id, planned_on=TODAY + timedelta(days=4))
    store.write(save_follow_up, agreed, TODAY)
    assert told() == (agreed.planned_on, True)
