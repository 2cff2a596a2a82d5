"""Cases entered in one line each, through the same services the program uses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from app.core.catalogue import Catalogue
from app.core.records.acute import AcuteFacts
from app.core.records.assessment import Assessment, Finding, Notification
from app.core.records.case import Case, LimitException
from app.core.records.decision import AccessRequest, Complaint, Decision, DecisionKind
from app.core.records.follow_up import Agreement, FollowUp
from app.core.records.journal import JournalEntry
from app.core.records.leader_remark import LeaderRemark
from app.core.records.measure import Measure
from app.core.records.meeting import Guest, NetworkMeeting
from app.core.records.network import MapPerson, NetworkMap, Relation
from app.core.records.person import CasePerson, Person
from app.core.records.plan import Goal, Plan
from app.core.status import CaseStatus
from app.services.acute import save_acute_facts
from app.services.agreements import save_agreement
from app.services.assessments import save_assessment, save_notification
from app.services.caseload import status_of
from app.services.cases import save_case
from app.services.decisions import save_access_request, save_complaint, save_decision
from app.services.follow_ups import save_follow_up
from app.services.journal import save_entry
from app.services.leader_remarks import save_remark
from app.services.measures import save_measure
from app.services.meetings import MeetingPart, save_meeting
from app.services.network_maps import save_map
from app.services.people import save_case_person
from app.services.plans import save_plan
from app.services.store import Store


@dataclass(frozen=True, slots=True)
class Office:
    """Where a test enters what it needs; every method saves and returns the record."""

    store: Store
    catalogue: Catalogue
    today: date

    def case(self, first_name: str = "Alma", last_name: str = "Kjær", **values: Any) -> Case:
        """An open case of a child of nine."""
        child_values = {k: values.pop(k) for k in list(values) if k in Person.__dataclass_fields__ and k != "id"}
        exception: LimitException | None = values.pop("exception", None)
        born = {"birth_date": date(2017, 3, 4)} if "term_date" not in child_values else {}
        child = Person(first_name=first_name, last_name=last_name, **(born | child_values))
        case = Case(person_id=child.id, **({"opened": self.today - timedelta(days=400)} | values))
        if exception:
            exception = replace(exception, case_id=case.id)
        self.store.write(save_case, case, child, self.catalogue, self.today, exception)
        return case

    def measure(self, case: Case, type_key: str | None = None, **values: Any) -> Measure:
        """A measure of the catalogue's first preventive type that runs since 100 days, unless said otherwise."""
        type_key = type_key or self.a_type(step=1)
        given = {"start": self.today - timedelta(days=100)} | values
        measure = Measure(case_id=case.id, type_key=type_key, **given)
        self.store.write(save_measure, measure, self.catalogue, self.today)
        return measure

    def a_type(self, step: int, placement: bool | None = None) -> str:
        """The key of the first measure type on a step."""
        return next(
            t.key
            for t in self.catalogue.measure_types(self.today)
            if self.catalogue.step(t.step_key, self.today).number == step and placement in (None, t.is_placement)
        )

    def held(self, case: Case, *measures: Measure, on: date | None = None, **values: Any) -> FollowUp:
        """A follow-up held with a conversation, today unless said otherwise."""
        day = on or self.today
        agreements: tuple[Agreement, ...] | None = values.pop("agreements", None)
        told: dict[str, Any] = {"conversation_on": day, "child_said": "Det går fint.", "registered_on": self.today}
        follow_up = FollowUp(
            case_id=case.id,
            measure_ids=tuple(m.id for m in measures),
            held_on=day,
            **(told | values),
        )
        self.store.write(save_follow_up, follow_up, self.today, agreements)
        return follow_up

    def plan(self, case: Case, *goals: Goal, **values: Any) -> Plan:
        """A working plan."""
        plan = Plan(case_id=case.id, goals=goals or (Goal(goal="Alma er i skole hver dag"),), **values)
        self.store.write(save_plan, plan, self.today)
        return plan

    def person(self, case: Case, first_name: str = "Karen", role_key: str | None = None, **values: Any) -> Person:
        """A person of the case."""
        person = Person(first_name=first_name, **values)
        key = role_key or self.catalogue.roles(self.today)[0].key
        self.store.write(
            save_case_person, person, CasePerson(case_id=case.id, person_id=person.id, role_key=key), self.today
        )
        return person

    def map(self, case: Case, *people: Person, relations: tuple[Relation, ...] = ()) -> NetworkMap:
        """A working map with these people, one a sector in turn."""
        sectors = self.catalogue.sectors(self.today)
        placed = tuple(
            MapPerson(person_id=person.id, sector_key=sectors[n % len(sectors)].key) for n, person in enumerate(people)
        )
        network = NetworkMap(case_id=case.id, drawn_on=self.today, people=placed, relations=relations)
        self.store.write(save_map, network, self.today, people)
        return network

    def redraw(self, network: NetworkMap, **values: Any) -> NetworkMap:
        """The map with something changed."""
        redrawn = replace(network, **values)
        self.store.write(save_map, redrawn, self.today)
        return redrawn

    def meeting(self, case: Case, *guests: Person, **values: Any) -> NetworkMeeting:
        """A network meeting planned for a week from now; with `agreements` of what was promised at it."""
        agreements: tuple[Agreement, ...] | None = values.pop("agreements", None)
        told: dict[str, Any] = {"planned_on": self.today + timedelta(days=7), "purpose": "Hvem kan hjælpe?"} | values
        asked = tuple(Guest(person_id=person.id) for person in guests)
        meeting = NetworkMeeting(case_id=case.id, **({"guests": asked} | told))
        self.store.write(save_meeting, MeetingPart(meeting=meeting, agreements=agreements), self.today)
        return meeting

    def task(self, case: Case, what: str = "Ringe til skolen", **values: Any) -> Agreement:
        """A task that was born nowhere in particular."""
        task = Agreement(case_id=case.id, what=what, **values)
        self.store.write(save_agreement, task)
        return task

    def note(self, case: Case, text: str = "Ringede til skolen.", **values: Any) -> JournalEntry:
        """A journal entry of today."""
        entry = JournalEntry(case_id=case.id, text=text, **({"on": self.today} | values))
        self.store.write(save_entry, entry, self.today)
        return entry

    def notification(self, case: Case, **values: Any) -> Notification:
        """A notification that came in at ten in the morning three days ago and waits to be assessed."""
        now = datetime(self.today.year, self.today.month, self.today.day, 22, tzinfo=UTC)
        told: dict[str, Any] = {"received_at": now - timedelta(days=3, hours=12), "summary": "Bekymring"} | values
        notification = Notification(case_id=case.id, **told)
        self.store.write(save_notification, notification, now)
        return notification

    def assessment(self, case: Case, *findings: Finding, **values: Any) -> Assessment:
        """An assessment that began with awareness ten days ago."""
        assessment = Assessment(case_id=case.id, **({"aware_on": self.today - timedelta(days=10)} | values))
        self.store.write(save_assessment, assessment, findings, self.today)
        return assessment

    def decision(self, case: Case, kind: DecisionKind = DecisionKind.SUPPORT, **values: Any) -> Decision:
        """A decision of five days ago."""
        told: dict[str, Any] = {"decided_on": self.today - timedelta(days=5), "what": "Familiebehandling"} | values
        decision = Decision(case_id=case.id, kind=kind, **told)
        self.store.write(save_decision, decision, self.today)
        return decision

    def complaint(self, case: Case, over: Decision | None = None, **values: Any) -> Complaint:
        """A complaint of the mother, received today, over a decision or over the casework."""
        told: dict[str, Any] = {"received_on": self.today, "complainant": "Karen", "about": "Er ikke enig."} | values
        complaint = Complaint(case_id=case.id, decision_id=over.id if over else None, **told)
        self.store.write(save_complaint, complaint, self.today)
        return complaint

    def access_request(self, case: Case, **values: Any) -> AccessRequest:
        """A request of the mother for the whole file, received today."""
        told: dict[str, Any] = {"received_on": self.today, "asked_by": "Karen", "what": "Hele sagen"} | values
        request = AccessRequest(case_id=case.id, **told)
        self.store.write(save_access_request, request, self.today)
        return request

    def remark(self, case: Case, **values: Any) -> LeaderRemark:
        """What the team leader said about a case yesterday, still open."""
        told: dict[str, Any] = {
            "said_on": self.today - timedelta(days=1),
            "said_by": "Bodil",
            "text": "Ring til skolen.",
        }
        remark = LeaderRemark(case_id=case.id, **(told | values))
        self.store.write(save_remark, remark, self.today)
        return remark

    def acute(self, case: Case, **values: Any) -> AcuteFacts:
        """What must be known at once of the child."""
        facts = AcuteFacts(case_id=case.id, **({"health": "Penicillinallergi"} | values))
        self.store.write(save_acute_facts, facts, self.today)
        return facts

    def status(self, case: Case) -> CaseStatus:
        """The case's status today."""
        return self.store.read(status_of, case.id, self.catalogue, self.today)
