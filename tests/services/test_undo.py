"""Every write can be taken back: undone, the store holds exactly what it held before."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

import app.services
from app.core.agreements import moved
from app.core.changes import Changes
from app.core.imports import TakenIn
from app.core.interval import Interval
from app.core.records.assessment import Finding
from app.core.records.case import Case, LimitException, SchoolFact, SchoolKind
from app.core.records.draft import Draft
from app.core.records.family import Couple, Parentage
from app.core.records.file_access import EntryChoice, FileSelection, Withheld
from app.core.records.follow_up import Agreement, Dispensation, FollowUp, GoalScore, VisitPart
from app.core.records.joint_plan import Sharing
from app.core.records.journal import JournalEntry
from app.core.records.leader_remark import LeaderRemark
from app.core.records.measure import EndReason, Measure
from app.core.records.meeting import Guest, NetworkMeeting
from app.core.records.network import Invitation, MapPerson, Relation
from app.core.records.person import CasePerson, Person
from app.core.records.plan import Goal, Plan, SubGoal
from app.core.records.snippet import Snippet, SnippetKind
from app.core.transfer import Transferable
from app.core.visit_day import PlannedStop
from app.models.history import STAMPS
from app.models.tables import row_classes
from app.services import (
    acute,
    agreements,
    assessments,
    caseload,
    cases,
    catalogue,
    decisions,
    demo,
    dispensations,
    documents,
    families,
    file_access,
    follow_ups,
    imports,
    joint_plans,
    journal,
    leader_remarks,
    measures,
    meetings,
    network_maps,
    people,
    plans,
    snippets,
    transfers,
    visit_day,
)
from app.services.drafts import draft, drafts, drop_draft, save_draft
from app.services.store import Store
from tests.conftest import KEY, TODAY, Clock
from tests.factories import Office

Scenario = Callable[[Office], Changes]


def dump(store: Store) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table that holds the caseworker's data, without the stamps."""

    def rows(session: Session) -> dict[str, list[dict[str, Any]]]:
        return {
            name: [
                {column: getattr(row, column) for column in columns_of(table) if column not in STAMPS}
                for row in session.scalars(select(table).order_by(table.id))
            ]
            for name, table in row_classes().items()
        }

    return store.read(rows)


class DumpedStore(Store):
    """A store that keeps what it held before the last write."""

    before: dict[str, list[dict[str, Any]]]

    def write(self, service: Any, *args: Any, **kwargs: Any) -> Changes:
        self.before = dump(self)
        return super().write(service, *args, **kwargs)


@pytest.fixture
def store(store: Store, clock: Clock) -> Iterator[DumpedStore]:
    opened = DumpedStore(store.path, KEY, clock=clock, run="test")
    yield opened
    opened.close()


def columns_of(table: Any) -> list[str]:
    return [column.name for column in table.__table__.columns]


def acute_facts_changed(office: Office) -> Changes:
    facts = office.acute(office.case())
    return office.store.write(acute.save_acute_facts, replace(facts, risks="Løber væk"), TODAY)


def file_selected(office: Office) -> Changes:
    selection = FileSelection(case_id=office.case().id, asked_by="Karen")
    return office.store.write(file_access.save_selection, selection, TODAY)


def file_entry_left_out(office: Office) -> Changes:
    selection = FileSelection(case_id=office.case().id, asked_by="Karen")
    office.store.write(file_access.save_selection, selection, TODAY)
    choice = EntryChoice(selection_id=selection.id, entry="journal:1", left_out=Withheld.INTERNAL)
    return office.store.write(file_access.save_choices, (choice,))


def remark_settled(office: Office) -> Changes:
    remark = office.remark(office.case())
    settled = replace(remark, settled_on=TODAY, settled_how="Ringede.")
    return office.store.write(leader_remarks.save_remark, settled, TODAY)


def remarks_entered(office: Office) -> Changes:
    remarks = [
        LeaderRemark(case_id=office.case(name).id, said_on=TODAY, said_by="Bodil", text="Ring.") for name in ("A", "B")
    ]
    return office.store.write(leader_remarks.save_remarks, remarks, TODAY)


def remark_voided(office: Office) -> Changes:
    return office.store.write(leader_remarks.void_remark, office.remark(office.case()).id, TODAY, "Forkert barn")


def case_taken_in(office: Office) -> Changes:
    child = Person(first_name="Emil", birth_date=TODAY - timedelta(days=3000))
    case = Case(person_id=child.id, opened=TODAY)
    exception = LimitException(case_id=case.id, reason="Barnet er i fare", asked_on=TODAY)
    return office.store.write(cases.save_case, case, child, office.catalogue, TODAY, exception)


def case_closed(office: Office) -> Changes:
    case = office.case()
    office.measure(case)
    return office.store.write(cases.close_case, case.id, TODAY, "Målene er nået", True)


def case_reopened(office: Office) -> Changes:
    case = office.case()
    office.store.write(cases.close_case, case.id, TODAY, "Flyttet", False)
    exception = LimitException(case_id=case.id, reason="Tilbage", asked_on=TODAY)
    return office.store.write(cases.reopen_case, case.id, office.catalogue, TODAY, exception)


def case_voided(office: Office) -> Changes:
    return office.store.write(cases.void_case, office.case().id, TODAY, "Tastet to gange")


def exception_answered(office: Office) -> Changes:
    asked = LimitException(case_id=office.case().id, reason="Akut", asked_on=TODAY)
    office.store.write(cases.save_exception, asked)
    return office.store.write(cases.save_exception, replace(asked, awaiting=False, granted_by="L. Dam"))


def caseload_imported(office: Office) -> Changes:
    child = Person(first_name="Emil", birth_date=TODAY - timedelta(days=3000))
    case = Case(person_id=child.id, opened=TODAY)
    measure = Measure(case_id=case.id, type_key=office.a_type(step=1), start=TODAY, last_held_before=TODAY)
    school = SchoolFact(case_id=case.id, kind=SchoolKind.ORDINARY, name="Byskolen", start=TODAY)
    taken = TakenIn(case=case, child=child, measure=measure, school=school)
    return office.store.write(imports.import_caseload, (taken,), office.catalogue, TODAY)


def measure_changed(office: Office) -> Changes:
    measure = office.measure(office.case())
    return office.store.write(
        measures.save_measure, replace(measure, end=TODAY, end_reason=EndReason.COMPLETED), office.catalogue, TODAY
    )


def child_moved(office: Office) -> Changes:
    case = office.case()
    ending = replace(office.measure(case), end=TODAY, end_reason=EndReason.MOVED)
    starting = Measure(case_id=case.id, type_key=office.a_type(step=4), start=TODAY)
    return office.store.write(measures.move, (ending,), starting, office.catalogue, TODAY)


def measure_voided(office: Office) -> Changes:
    measure = office.measure(office.case())
    return office.store.write(measures.void_measure, measure.id, TODAY, "Forkert barn")


def follow_up_changed(office: Office) -> Changes:
    case = office.case()
    one, other = office.measure(case), office.measure(case, office.a_type(step=4))
    goals = Goal(goal="I skole"), Goal(goal="Sover hjemme")
    office.plan(case, *goals)
    agreed = Agreement(case_id=case.id, what="Ringe til skolen", responsible="Mor")
    rhythm, scores = Interval.parse("2m"), tuple(GoalScore(goal_id=g.id, value=4) for g in goals)
    held = office.held(case, one, scores=scores, rhythm=rhythm, rhythm_reason="Ny")
    office.store.write(follow_ups.save_follow_up, held, TODAY, (replace(agreed, follow_up_id=held.id),))
    changed = replace(held, measure_ids=(other.id,), scores=(replace(scores[0], value=7),), rhythm=Interval.parse("6w"))
    return office.store.write(follow_ups.save_follow_up, changed, TODAY, ())


def follow_up_planned(office: Office) -> Changes:
    planned = FollowUp(case_id=office.case().id, planned_on=TODAY)
    return office.store.write(follow_ups.save_follow_up, planned, TODAY)


def follow_up_moved(office: Office) -> Changes:
    case = office.case()
    measure = office.measure(case)
    planned = FollowUp(case_id=case.id, measure_ids=(measure.id,), planned_on=TODAY)
    office.store.write(follow_ups.save_follow_up, planned, TODAY)
    return office.store.write(follow_ups.plan_for, case.id, planned.id, TODAY + timedelta(days=3), TODAY)


def follow_up_voided(office: Office) -> Changes:
    case = office.case()
    held = office.held(case, office.measure(case))
    return office.store.write(follow_ups.void_follow_up, held.id, TODAY, "Tastet på den forkerte sag.")


def visit_kept(office: Office) -> Changes:
    """One visit to two siblings; the next one of the elder is planned in the same save."""
    cases = office.case("Alma"), office.case("Bo")
    measures = [office.measure(case) for case in cases]
    held = [FollowUp(case_id=c.id, measure_ids=(m.id,), held_on=TODAY) for c, m in zip(cases, measures, strict=True)]
    promise = Agreement(case_id=cases[1].id, follow_up_id=held[1].id, what="Finde en fritidsven")
    coming = FollowUp(case_id=cases[0].id, planned_on=TODAY + timedelta(days=90))
    parts = VisitPart(follow_up=held[0], planned_next=coming), VisitPart(follow_up=held[1], agreements=(promise,))
    return office.store.write(follow_ups.save_visit, parts, TODAY)


def visits_planned(office: Office) -> Changes:
    """A day with one follow-up that is moved and one that is new."""
    moved, new = office.case("Alma"), office.case("Bo")
    office.measure(moved)
    office.store.write(follow_ups.save_follow_up, FollowUp(case_id=moved.id, planned_on=TODAY), TODAY)
    stops = PlannedStop(case_id=moved.id), PlannedStop(case_id=new.id)
    return office.store.write(visit_day.plan_visits, stops, TODAY + timedelta(days=3), TODAY)


def dispensation_changed(office: Office) -> Changes:
    granted = a_dispensation(office)
    office.store.write(dispensations.save_dispensation, granted, TODAY)
    longer = replace(granted, valid_until=TODAY + timedelta(days=60))
    return office.store.write(dispensations.save_dispensation, longer, TODAY)


def dispensation_granted(office: Office) -> Changes:
    return office.store.write(dispensations.save_dispensation, a_dispensation(office), TODAY)


def dispensation_voided(office: Office) -> Changes:
    granted = a_dispensation(office)
    office.store.write(dispensations.save_dispensation, granted, TODAY)
    return office.store.write(dispensations.void_dispensation, granted.id, TODAY, "Forkert indsats")


def a_dispensation(office: Office) -> Dispensation:
    measure = office.measure(office.case())
    until = TODAY + timedelta(days=30)
    return Dispensation(
        measure_id=measure.id, granted_by="L. Dam", granted_on=TODAY, valid_until=until, reason="Udlandsrejse"
    )


def agreement_settled(office: Office) -> Changes:
    agreed = Agreement(case_id=office.case().id, what="Ringe")
    office.store.write(agreements.settle_agreement, agreed)
    return office.store.write(agreements.settle_agreement, replace(agreed, kept=True, settled_on=TODAY))


def agreement_moved(office: Office) -> Changes:
    agreed = Agreement(case_id=office.case().id, what="Ringe", due=TODAY)
    office.store.write(agreements.save_agreement, agreed)
    later = moved(agreed, TODAY + timedelta(days=7), "Skolen har ferie")
    return office.store.write(agreements.settle_agreement, later)


def task_changed(office: Office) -> Changes:
    task = Agreement(case_id=office.case().id, what="Ringe", due=TODAY)
    office.store.write(agreements.save_agreement, task)
    return office.store.write(agreements.save_agreement, replace(task, what="Skrive"))


def agreement_voided(office: Office) -> Changes:
    agreed = Agreement(case_id=office.case().id, what="Ringe")
    office.store.write(agreements.save_agreement, agreed)
    return office.store.write(agreements.void_agreement, agreed.id, TODAY, "Forkert sag")


def meeting_planned(office: Office) -> Changes:
    case = office.case()
    guests = tuple(Guest(person_id=office.person(case, name).id) for name in ("Karen", "Bo"))
    planned = NetworkMeeting(case_id=case.id, planned_on=TODAY, purpose="Planen", guests=guests)
    return office.store.write(meetings.save_meeting, meetings.MeetingPart(meeting=planned), TODAY)


def meeting_held(office: Office) -> Changes:
    """One guest is left out, one is new, a promise goes and another comes, and the next meeting is planned."""
    planned = office.meeting(office.case(), office.person(case := office.case("Bo"), "Karen"))
    gone, kept = (Agreement(case_id=planned.case_id, meeting_id=planned.id, what=what) for what in ("Ringe", "Hente"))
    office.store.write(meetings.save_meeting, meetings.MeetingPart(meeting=planned, agreements=(gone, kept)), TODAY)
    new = Guest(person_id=office.person(case, "Mormor").id, came=True)
    held = replace(planned, held_on=TODAY, minutes="Alle hjælper.", guests=(new,))
    part = meetings.MeetingPart(
        meeting=held,
        agreements=(replace(kept, due=TODAY), Agreement(case_id=held.case_id, meeting_id=held.id, what="Bage")),
        planned_next=NetworkMeeting(case_id=held.case_id, planned_on=TODAY + timedelta(days=60)),
    )
    return office.store.write(meetings.save_meeting, part, TODAY)


def meeting_called_off(office: Office) -> Changes:
    planned = office.meeting(office.case())
    off = replace(planned, called_off_on=TODAY, called_off_reason="Far er syg")
    return office.store.write(meetings.save_meeting, meetings.MeetingPart(meeting=off), TODAY)


def meeting_voided(office: Office) -> Changes:
    return office.store.write(meetings.void_meeting, office.meeting(office.case()).id, TODAY, "Forkert sag")


def invitation_answered(office: Office) -> Changes:
    case = office.case()
    mother = office.person(case)
    planned = office.meeting(case, mother)
    return office.store.write(meetings.answer_invitation, case.id, planned.id, mother.id, Invitation.YES, TODAY)


def invitation_taken_back(office: Office) -> Changes:
    case = office.case()
    mother = office.person(case)
    planned = office.meeting(case, mother)
    return office.store.write(meetings.answer_invitation, case.id, planned.id, mother.id, Invitation.NOT_ASKED, TODAY)


def plan_rewritten(office: Office) -> Changes:
    case = office.case()
    goals = tuple(Goal(goal=f"Mål {n}", sub_goals=(SubGoal(what="Et"), SubGoal(what="To"))) for n in range(3))
    plan = office.plan(case, *goals)
    office.held(case, office.measure(case), scores=(GoalScore(goal_id=goals[0].id, value=5),))
    kept = replace(goals[2], goal="Nyt", sub_goals=goals[2].sub_goals[1:])
    return office.store.write(plans.save_plan, replace(plan, purpose="Hjem igen", goals=(kept,)), TODAY)


def _siblings(office: Office) -> tuple[Case, Case, Plan]:
    """Two siblings of whom the elder has a plan."""
    elder, younger = office.case("Alma"), office.case("Noah")
    mother = office.person(elder)
    for case in (elder, younger):
        part = CasePerson(case_id=case.id, person_id=mother.id, role_key="mother", has_custody=True)
        office.store.write(people.save_case_person, mother, part, TODAY)
    return elder, younger, office.plan(elder, Goal(goal="I skole"), Goal(goal="Hjemme"), purpose="Ro")


def _shared(office: Office) -> tuple[Case, Case, Plan]:
    elder, younger, plan = _siblings(office)
    sharing = Sharing(
        case_ids=frozenset({younger.id}), goals=frozenset({plan.goals[0].id}), purpose=True, support=False
    )
    office.store.write(joint_plans.share_plan, elder.id, sharing, office.catalogue, TODAY)
    return elder, younger, plan


def plan_shared(office: Office) -> Changes:
    elder, younger, plan = _siblings(office)
    sharing = Sharing(case_ids=frozenset({younger.id}), goals=frozenset({plan.goals[0].id}), purpose=True, support=True)
    return office.store.write(joint_plans.share_plan, elder.id, sharing, office.catalogue, TODAY)


def joint_plan_left(office: Office) -> Changes:
    elder, _, _ = _shared(office)
    alone = Sharing(case_ids=frozenset(), goals=frozenset(), purpose=False, support=False)
    return office.store.write(joint_plans.share_plan, elder.id, alone, office.catalogue, TODAY)


def joint_plan_reworded(office: Office) -> Changes:
    _, _, plan = _shared(office)
    first = replace(plan.goals[0], goal="I skole hver dag")
    return office.store.write(plans.save_plan, replace(plan, purpose="Ro og skole", goals=(first,)), TODAY)


def joint_plan_issued(office: Office) -> Changes:
    cases = _shared(office)[:2]
    told = {
        case.id: office.store.read(documents.plan_document, case.id, office.catalogue, TODAY, number=1)
        for case in cases
    }
    return office.store.write(joint_plans.issue_together, told, TODAY, "Familien")


def snippet_changed(office: Office) -> Changes:
    kept = Snippet(kind=SnippetKind.GOAL, text="[barnet] er i skole fire dage om ugen")
    office.store.write(snippets.save_snippet, kept)
    return office.store.write(snippets.save_snippet, replace(kept, kind=SnippetKind.OTHER, text="Alle dage"))


def snippet_removed(office: Office) -> Changes:
    kept = Snippet(kind=SnippetKind.COMMENT, text="Vi er enige")
    office.store.write(snippets.save_snippet, kept)
    return office.store.write(snippets.remove_snippet, kept.id)


def plan_issued(office: Office) -> Changes:
    case = office.case()
    office.plan(case)
    document = office.store.read(documents.plan_document, case.id, office.catalogue, TODAY, number=1)
    return office.store.write(plans.issue_plan, case.id, document, TODAY, "Familien")


def map_redrawn(office: Office) -> Changes:
    case = office.case()
    mother, friend = office.person(case, "Karen"), office.person(case, "Bo")
    network = office.map(case, mother, friend)
    sector = network.people[0].sector_key
    new = Person(first_name="Ida")
    people_now = (network.people[1], MapPerson(person_id=new.id, sector_key=sector))
    line = Relation(to_id=people_now[1].id)
    redrawn = replace(network, people=people_now, relations=(line,))
    return office.store.write(network_maps.save_map, redrawn, TODAY, (new,))


def map_version_kept(office: Office) -> Changes:
    case = office.case()
    office.map(case, office.person(case))
    document = office.store.read(documents.network_document, case.id, office.catalogue, TODAY, number=1)
    return office.store.write(network_maps.keep_version, case.id, document, TODAY)


def entry_changed(office: Office) -> Changes:
    entry = office.note(office.case())
    return office.store.write(journal.save_entry, replace(entry, text="Skolen ringede."), TODAY)


def entry_voided(office: Office) -> Changes:
    return office.store.write(journal.void_entry, office.note(office.case()).id, TODAY, "Forkert sag")


def entry_transferred(office: Office) -> Changes:
    return office.store.write(transfers.mark_transferred, Transferable.ENTRY, (office.note(office.case()).id,), TODAY)


def notification_changed(office: Office) -> Changes:
    notification = office.notification(office.case())
    now = datetime(2026, 11, 23, 8, tzinfo=UTC)
    return office.store.write(assessments.save_notification, replace(notification, summary="Naboen ringede."), now)


def notification_voided(office: Office) -> Changes:
    notification = office.notification(office.case())
    return office.store.write(assessments.void_notification, notification.id, TODAY, "Forkert sag")


def assessment_changed(office: Office) -> Changes:
    kept, left_out = Finding(theme_key="school", text="Godt."), Finding(theme_key="health", text="Ved ikke.")
    assessment = office.assessment(office.case(), kept, left_out)
    findings = replace(kept, text="Svært."), Finding(theme_key="family", text="Nyt.")
    return office.store.write(assessments.save_assessment, replace(assessment, screened_on=None), findings, TODAY)


def assessment_voided(office: Office) -> Changes:
    assessment = office.assessment(office.case(), Finding(theme_key="school", text="Godt."))
    return office.store.write(assessments.void_assessment, assessment.id, TODAY, "Forkert sag")


def decision_changed(office: Office) -> Changes:
    decision = office.decision(office.case())
    return office.store.write(decisions.save_decision, replace(decision, plan_wanted=True), TODAY)


def decision_voided(office: Office) -> Changes:
    return office.store.write(decisions.void_decision, office.decision(office.case()).id, TODAY, "Forkert sag")


def complaint_changed(office: Office) -> Changes:
    case = office.case()
    complaint = office.complaint(case, office.decision(case))
    return office.store.write(decisions.save_complaint, replace(complaint, reassessed_on=TODAY), TODAY)


def complaint_voided(office: Office) -> Changes:
    return office.store.write(decisions.void_complaint, office.complaint(office.case()).id, TODAY, "Forkert sag")


def access_request_changed(office: Office) -> Changes:
    request = office.access_request(office.case())
    return office.store.write(decisions.save_access_request, replace(request, answered_on=TODAY), TODAY)


def access_request_voided(office: Office) -> Changes:
    request = office.access_request(office.case())
    return office.store.write(decisions.void_access_request, request.id, TODAY, "Forkert sag")


def school_entered(office: Office) -> Changes:
    fact = SchoolFact(case_id=office.case().id, kind=SchoolKind.ORDINARY, start=TODAY)
    return office.store.write(journal.save_school_fact, fact)


def school_removed(office: Office) -> Changes:
    fact = SchoolFact(case_id=office.case().id, kind=SchoolKind.ORDINARY, start=TODAY)
    office.store.write(journal.save_school_fact, fact)
    return office.store.write(journal.remove_school_fact, fact.id)


def person_changed(office: Office) -> Changes:
    person = office.person(office.case())
    return office.store.write(people.save_person, replace(person, phone="0000 0000"), TODAY)


def person_added(office: Office) -> Changes:
    case, person = office.case(), Person(first_name="Lis")
    part = CasePerson(case_id=case.id, person_id=person.id, role_key=office.catalogue.roles(TODAY)[0].key)
    return office.store.write(people.save_case_person, person, part, TODAY)


def person_taken_out(office: Office) -> Changes:
    case = office.case()
    office.person(case)
    (found,) = office.store.read(people.people_of_case, case.id)
    return office.store.write(people.remove_case_person, found.part.id)


def family_entered(office: Office) -> Changes:
    case, mother = office.case(), Person(first_name="Karen")
    part = CasePerson(case_id=case.id, person_id=mother.id, role_key=office.catalogue.roles(TODAY)[0].key)
    father = office.person(case, "Per")
    ties = Parentage(parent_id=mother.id, child_id=case.person_id), Couple(one_id=mother.id, other_id=father.id)
    return office.store.write(families.save_ties, ties, TODAY, mother, part)


def family_tie_taken_away(office: Office) -> Changes:
    case = office.case()
    tie = Parentage(parent_id=office.person(case).id, child_id=case.person_id)
    office.store.write(families.save_ties, (tie,), TODAY)
    return office.store.write(families.remove_ties, (tie,))


def caseworker_changed(office: Office) -> Changes:
    known = office.store.read(caseload.caseworker)
    return office.store.write(caseload.save_caseworker, replace(known, districts=("Nord", "Syd")))


def catalogue_seeded(office: Office) -> Changes:
    return office.store.write(
        catalogue.seed_catalogue, tuple(replace(row, key=f"again-{row.key}") for row in catalogue.shipped_rows())
    )


def demo_filled(office: Office) -> Changes:
    return office.store.write(demo.fill_demo, office.catalogue, TODAY)


SCENARIOS: dict[str, tuple[Scenario, ...]] = {
    "acute.save_acute_facts": (acute_facts_changed,),
    "file_access.save_choices": (file_entry_left_out,),
    "file_access.save_selection": (file_selected,),
    "agreements.save_agreement": (task_changed,),
    "agreements.settle_agreement": (agreement_settled, agreement_moved),
    "agreements.void_agreement": (agreement_voided,),
    "assessments.save_assessment": (assessment_changed,),
    "assessments.save_notification": (notification_changed,),
    "assessments.void_assessment": (assessment_voided,),
    "assessments.void_notification": (notification_voided,),
    "caseload.save_caseworker": (caseworker_changed,),
    "cases.close_case": (case_closed,),
    "cases.reopen_case": (case_reopened,),
    "cases.save_case": (case_taken_in,),
    "cases.save_exception": (exception_answered,),
    "cases.void_case": (case_voided,),
    "catalogue.seed_catalogue": (catalogue_seeded,),
    "decisions.save_access_request": (access_request_changed,),
    "decisions.save_complaint": (complaint_changed,),
    "decisions.save_decision": (decision_changed,),
    "decisions.void_access_request": (access_request_voided,),
    "decisions.void_complaint": (complaint_voided,),
    "decisions.void_decision": (decision_voided,),
    "demo.fill_demo": (demo_filled,),
    "dispensations.save_dispensation": (dispensation_granted, dispensation_changed),
    "dispensations.void_dispensation": (dispensation_voided,),
    "families.remove_ties": (family_tie_taken_away,),
    "families.save_ties": (family_entered,),
    "follow_ups.plan_for": (follow_up_moved,),
    "follow_ups.save_follow_up": (follow_up_changed, follow_up_planned),
    "follow_ups.save_visit": (visit_kept,),
    "follow_ups.void_follow_up": (follow_up_voided,),
    "imports.import_caseload": (caseload_imported,),
    "joint_plans.issue_together": (joint_plan_issued,),
    "joint_plans.share_plan": (plan_shared, joint_plan_left),
    "journal.remove_school_fact": (school_removed,),
    "journal.save_entry": (entry_changed,),
    "journal.save_school_fact": (school_entered,),
    "journal.void_entry": (entry_voided,),
    "leader_remarks.save_remark": (remark_settled,),
    "leader_remarks.save_remarks": (remarks_entered,),
    "leader_remarks.void_remark": (remark_voided,),
    "measures.move": (child_moved,),
    "measures.save_measure": (measure_changed,),
    "measures.void_measure": (measure_voided,),
    "meetings.answer_invitation": (invitation_answered, invitation_taken_back),
    "meetings.save_meeting": (meeting_planned, meeting_held, meeting_called_off),
    "meetings.void_meeting": (meeting_voided,),
    "network_maps.keep_version": (map_version_kept,),
    "network_maps.save_map": (map_redrawn,),
    "people.remove_case_person": (person_taken_out,),
    "people.save_case_person": (person_added,),
    "people.save_person": (person_changed,),
    "plans.issue_plan": (plan_issued,),
    "plans.save_plan": (plan_rewritten, joint_plan_reworded),
    "snippets.remove_snippet": (snippet_removed,),
    "snippets.save_snippet": (snippet_changed,),
    "transfers.mark_transferred": (entry_transferred,),
    "visit_day.plan_visits": (visits_planned,),
}


def write_services() -> list[str]:
    """Every public function of app.services that returns Changes."""
    found = []
    for module_info in pkgutil.iter_modules(app.services.__path__):
        if module_info.name == "store":
            continue
        module = importlib.import_module(f"app.services.{module_info.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            own = function.__module__ == module.__name__ and not name.startswith("_")
            if own and inspect.get_annotations(function, eval_str=True).get("return") is Changes:
                found.append(f"{module_info.name}.{name}")
    return found


def test_every_write_service_has_a_scenario_of_undo() -> None:
    assert sorted(SCENARIOS) == sorted(write_services())


@pytest.mark.parametrize(
    "scenario",
    # The demo is thousands of rows: being watched for the coverage, which the others give, doubles its seconds.
    [
        pytest.param(scenario, id=scenario.__name__, marks=[pytest.mark.no_cover] if scenario is demo_filled else [])
        for of_service in SCENARIOS.values()
        for scenario in of_service
    ],
)
def test_a_write_undone_leaves_the_store_as_it_was_and_redone_as_it_became(
    scenario: Scenario, office: Office, store: DumpedStore
) -> None:
    changes = scenario(office)
    before, after = store.before, dump(store)
    assert before != after
    undone = store.undo()
    assert undone is not None
    assert undone.tables == changes.tables
    assert dump(store) == before
    store.redo()
    assert dump(store) == after
    store.undo()
    assert dump(store) == before


def test_undo_reaches_back_to_the_start_of_the_run_and_no_further(office: Office, store: Store, clock: Clock) -> None:
    office.case("Bo")
    start = dump(store)
    later = replace(office, store=Store(store.path, KEY, clock=clock, run="later"))
    later.measure(later.case())
    taken_back = [undone.label for undone in iter(later.store.undo, None)]
    assert taken_back == ["undo:measure-saved", "undo:case-opened"]
    assert dump(store) == start
    later.store.close()


def test_a_new_change_forgets_what_could_be_redone(office: Office, store: Store) -> None:
    office.note(case := office.case())
    store.undo()
    office.note(case, "Noget andet.")
    assert store.redo() is None


def test_an_undone_row_comes_back_with_its_day_and_a_higher_revision(office: Office, store: Store) -> None:
    case = office.case()
    fact = SchoolFact(case_id=case.id, kind=SchoolKind.ORDINARY, start=TODAY)
    store.write(journal.save_school_fact, fact)
    store.write(journal.remove_school_fact, fact.id)
    store.undo()
    row = store.read(lambda session: session.get(row_classes()["school_fact"], fact.id))
    assert row is not None
    assert row.revision == 2


def test_undo_leaves_alone_what_a_later_run_has_taken_away_already(
    office: Office, store: DumpedStore, clock: Clock
) -> None:
    fact = SchoolFact(case_id=office.case().id, kind=SchoolKind.ORDINARY, start=TODAY)
    store.write(journal.save_school_fact, fact)
    later = Store(store.path, KEY, clock=clock, run="later")
    later.write(journal.remove_school_fact, fact.id)
    later.close()
    before = dump(store)
    undone = store.undo()
    assert undone is not None
    assert not undone.tables
    assert dump(store) == before


def test_a_draft_dropped_with_the_write_it_led_to_is_no_part_of_history(office: Office, store: DumpedStore) -> None:
    case = office.case()
    store.scratch(
        save_draft,
        Draft(form="note", target=case.id, saved_at=datetime(2026, 11, 23, 8, tzinfo=UTC), state={"text": "…"}),
    )

    def save(session: Session) -> Changes:
        drop_draft(session, "note", case.id)
        drop_draft(session, "note", "another that is not there")
        return journal.save_entry(session, JournalEntry(case_id=case.id, on=TODAY, text="Ringede."), TODAY)

    assert store.write(save).tables == {"journal_entry"}
    assert store.read(draft, "note", case.id) is None
    assert store.read(drafts) == ()
