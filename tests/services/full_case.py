"""A case with records of every kind."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from app.core.interval import Interval
from app.core.records.assessment import Finding, NotificationSource
from app.core.records.case import Case, LimitException, SchoolFact, SchoolKind
from app.core.records.decision import DecisionKind
from app.core.records.follow_up import Agreement, ContactForm, Dispensation, GoalScore, Informant, Presence
from app.core.records.meeting import ChildPart, Guest
from app.core.records.plan import Goal, SubGoal
from app.services.cases import save_exception
from app.services.dispensations import save_dispensation
from app.services.documents import network_document, plan_document
from app.services.journal import save_school_fact
from app.services.network_maps import keep_version
from app.services.plans import issue_plan
from tests.conftest import TODAY
from tests.factories import Office

DAY = timedelta(days=1)


def full_case(office: Office) -> Case:
    """A case with records of every kind."""
    case, store = office.case("Alma", municipal_number="12-34", clarification="screening"), office.store
    measure = office.measure(case, provider="MST-teamet", reason="Uro hjemme")
    goal = Goal(goal="I skole", own_words="Jeg vil gerne", sub_goals=(SubGoal(what="Følges"),))
    office.plan(case, goal)
    promise = Agreement(case_id=case.id, follow_up_id="held", what="Ringe til skolen", responsible="Mor", due=TODAY)
    scores = tuple(GoalScore(goal_id=goal.id, informant=one, value=6) for one in (Informant.CHILD, Informant.SCHOOL))
    held: dict[str, Any] = {"form": ContactForm.HOME_VISIT, "presence": Presence.ALONE, "rhythm": Interval.parse("3m")}
    office.held(case, measure, id="held", assessment="Ole var der.", agreements=(promise,), scores=scores, **held)
    office.note(case, "Første linje\r\nanden linje med 👧 Ole Vang.")
    office.notification(case, source=NotificationSource.CITIZEN, summary="Nabo Grethe skriver")
    theme = office.catalogue.themes(TODAY)[0].key
    findings = (Finding(theme_key=theme, text="Trives"), Finding(theme_key="gone", text="Væk"))
    office.assessment(case, *findings, conclusion="Hjælp i hjemmet")
    office.complaint(case, office.decision(case, DecisionKind.SUPPORT), answered_on=None)
    office.access_request(case, what="Journalen")
    office.remark(case, to_do="Mød skolen")
    came, stayed = office.person(case, "Mormor Else"), office.person(case, "Fætter Finn")
    guests = (Guest(person_id=came.id, came=True), Guest(person_id=stayed.id, came=False))
    met = {"held_on": TODAY, "registered_on": TODAY, "minutes": "Alle kom.", "child_part": ChildPart.THERE}
    office.meeting(case, **met, guests=guests, others="en nabo")
    office.task(case, "Finde en fritidsven")
    office.acute(case)
    store.write(save_school_fact, SchoolFact(case_id=case.id, kind=SchoolKind.SPECIAL, name="Lindeskolen", start=TODAY))
    store.write(save_exception, LimitException(case_id=case.id, reason="Barn i fare", asked_on=TODAY))
    pause = Dispensation(
        measure_id=measure.id, granted_by="Bodil", granted_on=TODAY, valid_until=TODAY + DAY, reason="Ferie"
    )
    store.write(save_dispensation, pause, TODAY)
    document = store.read(plan_document, case.id, office.catalogue, TODAY, number=1)
    store.write(issue_plan, case.id, document, TODAY, "Alma")
    office.map(case, office.person(case, "Ole", last_name="Vang"))
    drawn = store.read(network_document, case.id, office.catalogue, TODAY, number=1)
    store.write(keep_version, case.id, drawn, TODAY)
    return case
