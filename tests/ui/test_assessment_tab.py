"""The way from notification to decision: read from top to bottom, written step by step, each with its deadline."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.core.assessment_path import PathPart
from app.core.records.assessment import (
    AssessmentKind,
    Finding,
    Notification,
    NotificationOutcome,
    NotificationSource,
    ScreeningOutcome,
)
from app.core.records.case import Case
from app.core.records.decision import DecisionKind
from app.core.records.follow_up import Presence
from app.services.assessments import assessments_of_case, findings_of_case, notifications_of_case, save_notification
from app.services.decisions import decisions_of_case
from app.services.store import Store
from app.ui.context import Context, Destination, Place
from app.ui.dialogs.register_decision import RegisterDecision
from app.ui.dialogs.register_notification import RegisterNotification
from app.ui.dialogs.void_record import VoidRecord
from app.ui.dialogs.write_assessment import WriteAssessment
from app.ui.pages.case.assessment_tab import AssessmentTab
from tests.conftest import TODAY, Clock
from tests.factories import Office

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
D = TypeVar("D", bound=QDialog)


@pytest.fixture
def office(office: Office, context: Context) -> Office:
    """Writes as the program does, so that the tab hears of it."""
    return replace(office, store=cast(Store, context))


@pytest.fixture
def case(office: Office) -> Case:
    return office.case("Alma")


@pytest.fixture
def tab(qtbot: QtBot, context: Context, case: Case) -> AssessmentTab:
    made = AssessmentTab(context)
    qtbot.addWidget(made)
    made.show_case(case.id)
    made.resize(1100, 600)
    made.show()
    return made


def dialog(tab: AssessmentTab, kind: type[D]) -> D:
    (found,) = (one for one in tab.findChildren(kind) if one.isVisible())
    return found


def steps(tab: AssessmentTab) -> list[PathPart]:
    return [row.step.part for row in tab.table.rows()]


def cells(tab: AssessmentTab, column: str) -> list[str]:
    (shown,) = (one for one in tab.table.model.columns if one.key == column)
    return [shown.text(row) for row in tab.table.rows()]


def told(context: Context, case: Case) -> tuple[Notification, ...]:
    return context.read(notifications_of_case, case.id)


# The way


def test_an_empty_case_says_what_belongs_here_and_offers_the_first_step(tab: AssessmentTab) -> None:
    assert not tab.detail.isVisible()
    tab._empty.button.click()
    assert dialog(tab, RegisterNotification).isVisible()


def test_the_way_is_read_from_top_to_bottom(office: Office, case: Case, tab: AssessmentTab) -> None:
    aware = TODAY - timedelta(days=40)
    notification = office.notification(
        case,
        received_at=NOW - timedelta(days=40),
        assessed_at=NOW - timedelta(days=40) + HOUR,
        outcome=NotificationOutcome.ASSESSMENT,
    )
    assessment = office.assessment(
        case,
        notification_id=notification.id,
        aware_on=aware,
        screened_on=aware,
        screening_outcome=ScreeningOutcome.ASSESSMENT,
        kind=AssessmentKind.FULL,
        finished_on=TODAY - timedelta(days=9),
        conclusion="Behov for støtte.",
        conversation_on=aware,
    )
    office.decision(case, assessment_id=assessment.id, plan_wanted=True)

    assert steps(tab) == [PathPart.NOTIFICATION, PathPart.SCREENING, PathPart.ASSESSMENT, PathPart.DECISION]
    assert cells(tab, "state") == [
        "Child welfare assessment",
        "Child welfare assessment",
        "Finished",
        "Supportive measure",
    ]
    assert cells(tab, "day")[2] == "14-11-2026"


def test_where_a_deadline_runs_the_way_stands_open(office: Office, case: Case, tab: AssessmentTab) -> None:
    office.assessment(case, aware_on=TODAY - timedelta(days=100), kind=AssessmentKind.FULL)
    office.notification(case, received_at=NOW - 5 * HOUR)

    assert cells(tab, "deadline") == ["", "in 22 days", "in 19 hours"]
    assert tab.detail._title.text() == "Child welfare assessment"
    told_of = tab.detail.deadlines.sentences()
    assert "15-12-2026, in 22 days" in told_of[0]
    assert "Network map" in told_of[1]


def test_a_notification_older_than_a_day_is_told_as_over(office: Office, case: Case, tab: AssessmentTab) -> None:
    office.notification(case, received_at=NOW - 26 * HOUR)
    assert cells(tab, "deadline") == ["2 hours over"]
    (row,) = tab.table.rows()
    assert row.running[0].tone == "over"


def test_what_was_struck_out_is_read_and_no_more(office: Office, case: Case, tab: AssessmentTab) -> None:
    notification = office.notification(case)
    tab.detail._void.click()
    asked = dialog(tab, VoidRecord)
    asked.form.set_values({"void_reason": "Forkert barn"})
    asked.save_button.click()

    assert told(tab.context, case)[0].void_reason == "Forkert barn"
    assert cells(tab, "state") == ["Struck out"]
    assert tab.detail.facts()["Struck out"] == "23-11-2026: Forkert barn"
    assert tab.detail.verbs() == []
    tab.show_item(notification.id)
    tab._on_edit()
    assert not [one for one in tab.findChildren(RegisterNotification) if one.isVisible()]


def test_assessments_and_decisions_are_struck_out_too(office: Office, case: Case, tab: AssessmentTab) -> None:
    assessment, decision = office.assessment(case), office.decision(case)
    for record in (assessment, decision):
        tab.show_item(record.id)
        tab.detail._void.click()
        asked = dialog(tab, VoidRecord)
        asked.form.set_values({"void_reason": "Forkert barn"})
        asked.save_button.click()
    assert tab.context.read(assessments_of_case, case.id)[0].voided_on == TODAY
    assert tab.context.read(decisions_of_case, case.id)[0].voided_on == TODAY


def test_a_finding_that_was_searched_for_shows_its_assessment(office: Office, case: Case, tab: AssessmentTab) -> None:
    school = Finding(theme_key="school", text="Glad for at læse.")
    office.assessment(case, school, kind=AssessmentKind.FULL)
    office.notification(case)
    tab.show_item(school.id)
    assert tab.detail.facts()["School"] == "Glad for at læse."


def test_another_case_is_shown_where_it_stands(office: Office, tab: AssessmentTab) -> None:
    other = office.case("Emil")
    office.notification(other)
    tab.show_case(other.id)
    assert steps(tab) == [PathPart.NOTIFICATION]
    assert tab.detail.isVisible()


# Notification


def filled(form: RegisterNotification, hour: str, **values: object) -> None:
    form._received.hour.restore(hour)
    form.form.set_values({"source": NotificationSource.SCHOOL.value, "summary": "Skolen er bekymret."} | values)
    form.form.edited.emit()


def test_a_notification_is_received_by_the_clock_and_says_until_when_it_is_to_be_assessed(
    context: Context, case: Case, tab: AssessmentTab
) -> None:
    tab.show_item("notification")
    form = dialog(tab, RegisterNotification)
    assert form._received.day.value() == TODAY
    assert form._live.sentences() == []

    filled(form, "7.30")

    assert "24-11-2026 at 07:30, in 23 hours" in form._live.sentences()[0]
    form.save_button.click()
    (found,) = told(context, case)
    assert found.received_at == datetime(2026, 11, 23, 7, 30).astimezone()
    assert (found.source, found.assessed_at, found.outcome) == (NotificationSource.SCHOOL, None, None)


def test_a_notification_that_is_assessed_settles_its_deadline(
    qtbot: QtBot, office: Office, case: Case, tab: AssessmentTab
) -> None:
    office.notification(case, received_at=NOW - 2 * HOUR)
    qtbot.keyClick(tab.table.view, Qt.Key.Key_Return)
    form = dialog(tab, RegisterNotification)
    assert form._received.value() == NOW - 2 * HOUR

    form.form.set_values({"assessed_at": NOW - HOUR, "outcome": NotificationOutcome.SCREENING.value})
    form.form.edited.emit()
    assert form._live.sentences() == []
    form.save_button.click()

    assert cells(tab, "deadline") == [""]
    assert cells(tab, "state") == ["Screening"]
    assert "Begin the assessment" in tab.detail.verbs()


@pytest.mark.parametrize(
    ("values", "hour", "field"),
    [
        ({}, "", "received_at"),
        ({}, "23.59", "received_at"),
        ({"source": ""}, "7.30", "source"),
        ({"summary": " "}, "7.30", "summary"),
        ({"outcome": NotificationOutcome.NOTHING.value}, "7.30", "assessed_at"),
        ({"assessed_at": NOW}, "7.30", "outcome"),
    ],
)
def test_what_is_wrong_with_a_notification_stands_beside_the_field(
    context: Context, case: Case, tab: AssessmentTab, values: dict[str, object], hour: str, field: str
) -> None:
    tab.show_item("notification")
    form = dialog(tab, RegisterNotification)
    filled(form, hour, **values)
    form.save_button.click()
    assert form.form.problem_at(field)
    assert told(context, case) == ()


def test_half_an_assessed_moment_is_told_once(case: Case, tab: AssessmentTab) -> None:
    tab.show_item("notification")
    form = dialog(tab, RegisterNotification)
    filled(form, "7.30", outcome=NotificationOutcome.NOTHING.value)
    form._assessed.set_day(TODAY)
    form.save_button.click()
    assert form.form.problem_at("assessed_at").count("Write") == 1


def test_a_notification_without_its_day_is_not_saved(context: Context, case: Case, tab: AssessmentTab) -> None:
    tab.show_item("notification")
    form = dialog(tab, RegisterNotification)
    filled(form, "")
    form._received.set_value(None)
    form.save_button.click()
    assert form.form.problem_at("received_at")


# Assessment


def test_an_assessment_begins_on_the_day_of_its_notification(
    office: Office, context: Context, case: Case, tab: AssessmentTab
) -> None:
    received = NOW - timedelta(days=5)
    notification = office.notification(
        case, received_at=received, assessed_at=received, outcome=NotificationOutcome.ASSESSMENT
    )
    tab.detail._assess.click()
    form = dialog(tab, WriteAssessment)
    assert "18-03-2027" in form._live.sentences()[0]

    form.save_button.click()

    (found,) = context.read(assessments_of_case, case.id)
    assert (found.notification_id, found.aware_on) == (notification.id, received.date())


def test_the_screening_says_what_else_the_form_asks_for(case: Case, tab: AssessmentTab) -> None:
    tab.show_item("assessment")
    form = dialog(tab, WriteAssessment)
    rows = form.form.row
    assert not rows("conclusion").isVisible()

    form.form.set_values({"screening_outcome": ScreeningOutcome.LIMITED.value})
    form.form.field("screening_outcome").edited.emit()
    assert form.record().kind is AssessmentKind.LIMITED
    assert rows("finding:school").isVisible()
    assert form._live.sentences() == []

    form.form.set_values({"screening_outcome": ScreeningOutcome.NO_NEED.value, "finished_on": TODAY})
    form.form.field("screening_outcome").edited.emit()
    assert not rows("kind").isVisible()
    assert not rows("finding:school").isVisible()
    assert (form.record().kind, form.record().finished_on) == (None, None)


def test_a_whole_assessment_is_written_and_read(
    office: Office, context: Context, case: Case, tab: AssessmentTab
) -> None:
    office.map(case, office.person(case))
    tab.show_item("assessment")
    form = dialog(tab, WriteAssessment)
    form.form.set_values(
        {
            "aware_on": TODAY - timedelta(days=30),
            "screened_on": TODAY - timedelta(days=28),
            "screening_outcome": ScreeningOutcome.ASSESSMENT.value,
            "screening_reason": "Fravær",
            "kind": AssessmentKind.FULL.value,
            "spoken": "yes",
            "conversation_on": TODAY,
            "presence": Presence.ALONE.value,
            "child_said": "»Det er svært.«",
            "no_conversation_reason": "hører ikke til",
            "parents_view": "Enige",
            "finding:school": "Glad for læreren",
            "conclusion": "Behov for støtte",
            "finished_on": TODAY,
        }
    )
    form.form.edited.emit()
    form.save_button.click()

    (found,) = context.read(assessments_of_case, case.id)
    assert (found.presence, found.child_said, found.no_conversation_reason) == (Presence.ALONE, "»Det er svært.«", "")
    (finding,) = context.read(findings_of_case, case.id)[found.id]
    assert (finding.theme_key, finding.text) == ("school", "Glad for læreren")
    assert tab.detail.facts()["School"] == "Glad for læreren"
    assert "Make a decision" in tab.detail.verbs()

    tab.detail._change.click()
    again = dialog(tab, WriteAssessment)
    assert again.record() == found
    assert again._themes.findings() == (finding,)


def test_finishing_without_map_conversation_and_conclusion_is_warned_about_and_can_be_passed(
    context: Context, case: Case, tab: AssessmentTab
) -> None:
    tab.show_item("assessment")
    form = dialog(tab, WriteAssessment)
    form.form.set_values({"kind": AssessmentKind.FULL.value, "finished_on": TODAY})
    form.form.edited.emit()
    form.save_button.click()
    assert all(form.form.problem_at(name) for name in ("no_map_reason", "spoken", "conclusion"))
    assert context.read(assessments_of_case, case.id) == ()

    form.save_button.click()

    assert context.read(assessments_of_case, case.id)[0].finished_on == TODAY


def test_why_the_child_was_not_spoken_with_is_reason_enough(case: Case, tab: AssessmentTab) -> None:
    tab.show_item("assessment")
    form = dialog(tab, WriteAssessment)
    form.form.set_values({"kind": AssessmentKind.LIMITED.value, "finished_on": TODAY, "conclusion": "Klub"})
    form.form.set_values({"spoken": "no"})
    form.form.edited.emit()
    form.save_button.click()
    assert form.form.problem_at("no_conversation_reason")

    form.form.set_values({"no_conversation_reason": "Barnet er ikke født."})
    form.save_button.click()
    assert not form.isVisible()


def test_the_form_leads_to_the_map_and_keeps_what_was_typed(
    qtbot: QtBot, context: Context, case: Case, tab: AssessmentTab
) -> None:
    tab.show_item("assessment")
    form = dialog(tab, WriteAssessment)
    form.form.set_values({"kind": AssessmentKind.FULL.value})
    form.form.edited.emit()
    qtbot.keyClicks(form.form.field("conclusion").control(), "Halvt")
    with qtbot.waitSignal(context.went) as led:
        form._ending.map.asked.emit()
    assert led.args == [Destination(Place.CASE, case.id, "network")]

    tab.show_item("assessment")
    assert dialog(tab, WriteAssessment).record().conclusion == "Halvt"


@pytest.mark.parametrize("typed", ["", "x"])
def test_an_assessment_has_a_day_of_awareness(context: Context, case: Case, tab: AssessmentTab, typed: str) -> None:
    tab.show_item("assessment")
    form = dialog(tab, WriteAssessment)
    form.form.field("aware_on").restore(typed)
    form.save_button.click()
    assert form.form.problem_at("aware_on")
    assert context.read(assessments_of_case, case.id) == ()


def test_a_notification_that_is_chosen_says_since_when_the_municipality_is_aware(
    office: Office, case: Case, tab: AssessmentTab
) -> None:
    notification = office.notification(case, received_at=NOW - timedelta(days=7), voided_on=None)
    form = WriteAssessment(tab.context, case.id)
    form.form.set_values({"notification_id": notification.id})
    form.form.field("notification_id").edited.emit()
    assert form.record().aware_on == TODAY - timedelta(days=7)


# Decision


def decision_form(tab: AssessmentTab, chosen: DecisionKind, **values: object) -> RegisterDecision:
    tab.show_item("decision")
    form = dialog(tab, RegisterDecision)
    form.form.set_values({"kind": chosen.value, "what": "Familiebehandling"} | values)
    form.form.edited.emit()
    return form


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        (DecisionKind.PLACEMENT, {"consent", "by_committee"}),
        (DecisionKind.SUPPORT, {"plan_wanted"}),
        (DecisionKind.YOUTH_PLAN, set()),
        (DecisionKind.YOUTH_SUPPORT, set()),
        (DecisionKind.OTHER, {"by_committee"}),
    ],
)
def test_a_decision_asks_for_what_its_kind_calls_for(
    case: Case, tab: AssessmentTab, kind: DecisionKind, asked: set[str]
) -> None:
    form = decision_form(tab, kind)
    rows = ("consent", "by_committee", "plan_wanted", "plan_reason")
    assert {name for name in rows if form.form.row(name).isVisible()} == asked


def test_a_placement_shows_the_day_of_the_plan_before_it_is_saved(
    context: Context, case: Case, tab: AssessmentTab
) -> None:
    form = decision_form(tab, DecisionKind.PLACEMENT, consent="without", by_committee=True, paragraph="BL § 47")
    assert "Without consent the plan is made before the decision" in form._live.sentences()[0]
    form.save_button.click()
    (found,) = context.read(decisions_of_case, case.id)
    assert (found.consent, found.by_committee, found.plan_wanted) == (False, True, None)
    assert "Open the plan" in tab.detail.verbs()
    assert tab.detail.facts()["Made by"] == "The children and youth committee"


def test_what_does_not_belong_to_the_kind_is_left_out(context: Context, case: Case, tab: AssessmentTab) -> None:
    form = decision_form(
        tab, DecisionKind.OTHER, consent="without", plan_wanted="no", plan_reason="x", by_committee=True
    )
    form.save_button.click()
    (found,) = context.read(decisions_of_case, case.id)
    assert (found.consent, found.by_committee, found.plan_wanted, found.plan_reason) == (True, True, None, "")


def test_support_without_a_plan_says_why(context: Context, case: Case, tab: AssessmentTab) -> None:
    form = decision_form(tab, DecisionKind.SUPPORT, plan_wanted="no")
    form.save_button.click()
    assert form.form.problem_at("plan_reason")
    form.form.set_values({"plan_reason": "Målene står i bevillingen."})
    form.save_button.click()
    (found,) = context.read(decisions_of_case, case.id)
    assert found.plan_wanted is False
    assert tab.detail.facts()["A plan"] == "is not made: Målene står i bevillingen."


def test_a_decision_rests_on_the_assessment_it_follows(
    office: Office, context: Context, case: Case, tab: AssessmentTab
) -> None:
    assessment = office.assessment(
        case, kind=AssessmentKind.LIMITED, finished_on=TODAY, conclusion="Klub", conversation_on=TODAY
    )
    tab.show_item(assessment.id)
    tab.detail._decide.click()
    form = dialog(tab, RegisterDecision)
    form.form.set_values({"kind": DecisionKind.OTHER.value, "what": "Klub"})
    form.save_button.click()
    assert context.read(decisions_of_case, case.id)[0].assessment_id == assessment.id


@pytest.mark.parametrize(
    ("values", "field"), [({"kind": ""}, "kind"), ({"what": ""}, "what"), ({"decided_on": None}, "decided_on")]
)
def test_what_is_wrong_with_a_decision_stands_beside_the_field(
    context: Context, case: Case, tab: AssessmentTab, values: dict[str, object], field: str
) -> None:
    form = decision_form(tab, DecisionKind.SUPPORT, **values)
    form.save_button.click()
    assert form.form.problem_at(field)
    assert context.read(decisions_of_case, case.id) == ()


def test_paragraphs_of_the_day_are_suggested_that_of_the_kind_first(case: Case, tab: AssessmentTab) -> None:
    form = decision_form(tab, DecisionKind.YOUTH_PLAN)
    assert form._paragraph._words.stringList()[0] == "BL § 108"
    form.form.set_values({"decided_on": TODAY.replace(year=2022)})
    form.form.edited.emit()
    assert "SEL § 52" in form._paragraph._words.stringList()
    assert "BL § 32" not in form._paragraph._words.stringList()


def test_a_kept_decision_is_shown_as_it_was(office: Office, case: Case, tab: AssessmentTab) -> None:
    decision = office.decision(
        case, DecisionKind.PLACEMENT, consent=False, purpose="Ro", expected_duration="Et år", paragraph="BL § 47"
    )
    tab.show_item(decision.id)
    tab._on_edit()
    assert dialog(tab, RegisterDecision).record() == decision


# Ways


@pytest.mark.parametrize(
    ("button", "destination"),
    [("_plan", ("plan", "")), ("_complain", ("complaints", "complaint:{id}"))],
)
def test_a_decision_leads_on(
    qtbot: QtBot, office: Office, case: Case, tab: AssessmentTab, button: str, destination: tuple[str, str]
) -> None:
    decision = office.decision(case)
    place, item = destination
    with qtbot.waitSignal(tab.context.went) as led:
        getattr(tab.detail, button).click()
    assert led.args == [Destination(Place.CASE, case.id, place, item.format(id=decision.id))]


def test_an_assessment_leads_to_the_map(qtbot: QtBot, office: Office, case: Case, tab: AssessmentTab) -> None:
    office.assessment(case, kind=AssessmentKind.FULL)
    with qtbot.waitSignal(tab.context.went) as led:
        tab.detail._map.click()
    assert led.args == [Destination(Place.CASE, case.id, "network")]


def test_a_new_assessment_follows_the_last_notification_that_has_none(
    office: Office, case: Case, tab: AssessmentTab
) -> None:
    first = office.notification(case, received_at=NOW - timedelta(days=9))
    office.assessment(case, notification_id=first.id)
    waiting = office.notification(case)
    struck = office.notification(case)
    tab.context.write(save_notification, replace(struck, voided_on=TODAY, void_reason="Fejl"), NOW)
    tab._assess.click()
    assert dialog(tab, WriteAssessment).record().notification_id == waiting.id


def test_time_passes_and_the_way_tells_it(office: Office, case: Case, tab: AssessmentTab, clock: Clock) -> None:
    office.notification(case, received_at=NOW - HOUR)
    assert cells(tab, "deadline") == ["in 23 hours"]
    clock.now += 30 * HOUR
    assert cells(tab, "deadline") == ["7 hours over"]
