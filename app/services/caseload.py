"""The caseworker this store belongs to, and the case files that every figure is derived from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.core.agreements import standing
from app.core.catalogue import Catalogue
from app.core.changes import Changes
from app.core.checks.caseworker import check_caseworker
from app.core.errors import demand
from app.core.figures import half_year_start
from app.core.records.assessment import Assessment, Notification
from app.core.records.case import LimitException, SchoolFact
from app.core.records.case_file import CaseFile, GoalMark, PlanIssue
from app.core.records.caseload import Caseworker
from app.core.records.decision import AccessRequest, Complaint, Decision
from app.core.records.follow_up import Agreement, Dispensation
from app.core.records.journal import EntryKind
from app.core.records.leader_remark import LeaderRemark
from app.core.records.measure import Measure
from app.core.records.meeting import MeetingMark
from app.core.records.person import Person
from app.core.status import CaseStatus, case_status
from app.models.assessment import AssessmentRow, NotificationRow
from app.models.case import LimitExceptionRow, SchoolFactRow
from app.models.caseload import CaseworkerRow
from app.models.decision import AccessRequestRow, ComplaintRow, DecisionRow
from app.models.follow_up import AgreementRow, FollowUpRow, GoalScoreRow
from app.models.journal import JournalEntryRow
from app.models.leader_remark import LeaderRemarkRow
from app.models.mapping import Record, put, read_values, to_record
from app.models.measure import DispensationRow, MeasureRow
from app.models.meeting import NetworkMeetingRow
from app.models.network import MapPersonRow, NetworkMapRow
from app.models.person import CasePersonRow, PersonRow
from app.models.plan import GoalRow, PlanRow, PlanVersionRow
from app.services.cases import CaseAndChild, all_cases, case_and_child, open_after
from app.services.follow_ups import marks_of_cases

R = TypeVar("R", bound=Record)


def caseworker(session: Session) -> Caseworker:
    """Who this store belongs to; blank before set-up said so."""
    row = session.scalars(select(CaseworkerRow)).first()
    return to_record(row, Caseworker, districts=tuple(row.districts)) if row else Caseworker()


def save_caseworker(session: Session, record: Caseworker) -> Changes:
    """Keep who the caseworker is; raises `Invalid`."""
    demand(check_caseworker(record))
    put(session, CaseworkerRow, record, districts=list(record.districts))
    return Changes("caseworker-saved")


def open_statuses(session: Session, catalogue: Catalogue, today: date) -> tuple[CaseStatus, ...]:
    """The status of every case that counts in the caseload today."""
    return statuses_since(session, today, catalogue, today)


def statuses_since(session: Session, day: date, catalogue: Catalogue, today: date) -> tuple[CaseStatus, ...]:
    """The status of every case that was open after `day`; a closed one as it stood on its last day."""
    return _statuses(session, open_after(session, day), catalogue, today)


def counted_statuses(session: Session, catalogue: Catalogue, today: date) -> tuple[CaseStatus, ...]:
    """The statuses that the figures and the work of today are made of: open cases, those closed within the half-year,
    and earlier ones in which somebody waits for an answer."""
    return _statuses(session, open_after(session, half_year_start(today), _waiting(session)), catalogue, today)


def all_statuses(session: Session, catalogue: Catalogue, today: date) -> tuple[CaseStatus, ...]:
    """The status of every case, closed and voided ones too; a closed one as it stood on its last day."""
    return _statuses(session, all_cases(session), catalogue, today)


def status_of(session: Session, case_id: str, catalogue: Catalogue, today: date) -> CaseStatus:
    """The status of one case; raises `NotFound`."""
    (status,) = _statuses(session, [case_and_child(session, case_id)], catalogue, today)
    return status


def _statuses(
    session: Session, cases: Iterable[CaseAndChild], catalogue: Catalogue, today: date
) -> tuple[CaseStatus, ...]:
    files = case_files(session, cases)
    return tuple(case_status(file, catalogue, min(today, file.case.closed or today)) for file in files)


def _waiting(session: Session) -> Collection[str]:
    """The cases with a complaint or a request for access that nobody has dealt with: these outlive a case."""
    complaint, request = ComplaintRow, AccessRequestRow
    open_complaint = (complaint.reassessed_on.is_(None), complaint.sent_on.is_(None), complaint.answered_on.is_(None))
    complained = select(complaint.case_id).where(*open_complaint, complaint.voided_on.is_(None))
    asked = select(request.case_id).where(request.answered_on.is_(None), request.voided_on.is_(None))
    return session.scalars(complained.union(asked)).all()


def case_files(session: Session, cases: Iterable[CaseAndChild]) -> tuple[CaseFile, ...]:
    """The files of several cases, a few questions for all of them together."""
    pairs = list(cases)
    reader = _Reader(session, [pair.case.id for pair in pairs])
    return reader.files(pairs)


class _Reader:
    """Reads what belongs to a set of cases, one question a table."""

    def __init__(self, session: Session, ids: list[str]) -> None:
        self._session = session
        self._ids = ids

    def files(self, pairs: list[CaseAndChild]) -> tuple[CaseFile, ...]:
        measures = self._records(MeasureRow, Measure)
        follow_ups = marks_of_cases(self._session, self._ids)
        dispensations = self._dispensations(measures)
        agreements = self._records(AgreementRow, Agreement)
        meetings = self._records(NetworkMeetingRow, MeetingMark)
        exceptions = self._records(LimitExceptionRow, LimitException)
        school = self._records(SchoolFactRow, SchoolFact)
        notifications = self._records(NotificationRow, Notification)
        assessments = self._records(AssessmentRow, Assessment)
        decisions = self._records(DecisionRow, Decision)
        complaints = self._records(ComplaintRow, Complaint)
        access_requests = self._records(AccessRequestRow, AccessRequest)
        remarks = self._records(LeaderRemarkRow, LeaderRemark)
        contact, spoken, supervised = self._journal_days()
        plans, goals = self._plans(), self._goals()
        maps, protected = self._maps(), self._protected_people()
        files = []
        for pair in pairs:
            case_id = pair.case.id
            drawn_on, people = maps.get(case_id, (None, 0))
            files.append(
                CaseFile(
                    case=pair.case,
                    child=pair.child,
                    measures=tuple(sorted(measures[case_id], key=lambda m: m.start)),
                    follow_ups=follow_ups[case_id],
                    dispensations=tuple(dispensations[case_id]),
                    agreements=standing(agreements[case_id], follow_ups[case_id], meetings[case_id]),
                    meetings=tuple(meetings[case_id]),
                    exceptions=tuple(exceptions[case_id]),
                    notifications=tuple(notifications[case_id]),
                    assessments=tuple(assessments[case_id]),
                    decisions=tuple(decisions[case_id]),
                    complaints=tuple(complaints[case_id]),
                    access_requests=tuple(access_requests[case_id]),
                    remarks=tuple(sorted(remarks[case_id], key=lambda remark: remark.said_on)),
                    school=tuple(sorted(school[case_id], key=lambda fact: fact.start)),
                    spoken_on=tuple(spoken[case_id]),
                    contact_on=tuple(contact[case_id]),
                    supervised_on=tuple(supervised[case_id]),
                    plans=tuple(plans[case_id]),
                    goals=tuple(goals[case_id]),
                    map_drawn_on=drawn_on,
                    map_people=people,
                    protected_people=tuple(protected[case_id]),
                )
            )
        return tuple(files)

    def _records(self, table: type[Any], kind: type[R]) -> dict[str, list[R]]:
        found: dict[str, list[R]] = defaultdict(list)
        for values in read_values(self._session, table, kind, "case_id", self._ids):
            found[values["case_id"]].append(kind(**values))
        return found

    def _dispensations(self, measures: dict[str, list[Measure]]) -> dict[str, list[Dispensation]]:
        case_of = {measure.id: case_id for case_id, of_case in measures.items() for measure in of_case}
        found: dict[str, list[Dispensation]] = defaultdict(list)
        for values in read_values(self._session, DispensationRow, Dispensation, "measure_id", [*case_of]):
            found[case_of[values["measure_id"]]].append(Dispensation(**values))
        return found

    def _journal_days(self) -> tuple[dict[str, list[date]], dict[str, list[date]], dict[str, list[date]]]:
        """The days of contact, those on which the child was spoken with, and of these the supervision visits."""
        contact: dict[str, list[date]] = defaultdict(list)
        spoken: dict[str, list[date]] = defaultdict(list)
        supervised: dict[str, list[date]] = defaultdict(list)
        entry = JournalEntryRow
        query = select(entry.case_id, entry.on, entry.kind, entry.child_spoken)
        for case_id, on, kind, talked in self._session.execute(
            query.where(entry.case_id.in_(self._ids), entry.voided_on.is_(None))
        ):
            if kind is not EntryKind.NOTE:
                contact[case_id].append(on)
            if talked:
                spoken[case_id].append(on)
                if kind is EntryKind.SUPERVISION:
                    supervised[case_id].append(on)
        return contact, spoken, supervised

    def _plans(self) -> dict[str, list[PlanIssue]]:
        """The issued versions of each plan, by their numbers."""
        issued: dict[str, list[PlanIssue]] = defaultdict(list)
        version = PlanVersionRow
        query = select(version.case_id, version.kind, version.number, version.issued_on).order_by(version.number)
        for case_id, kind, number, issued_on in self._session.execute(query.where(version.case_id.in_(self._ids))):
            issued[case_id].append(PlanIssue(kind=kind, number=number, issued_on=issued_on))
        return issued

    def _goals(self) -> dict[str, list[GoalMark]]:
        scored = self._last_scored()
        found: dict[str, list[GoalMark]] = defaultdict(list)
        query = select(PlanRow.case_id, GoalRow).join(PlanRow, PlanRow.id == GoalRow.plan_id)
        for case_id, goal in self._session.execute(
            query.where(PlanRow.case_id.in_(self._ids), GoalRow.removed.is_(False)).order_by(GoalRow.position)
        ):
            found[case_id].append(
                GoalMark(
                    goal_id=goal.id,
                    goal=goal.goal,
                    active=not goal.status.is_done,
                    last_scored=scored.get(goal.id),
                )
            )
        return found

    def _last_scored(self) -> dict[str, date]:
        """When each goal was last scored at a follow-up that counts as held; the store looks for the day itself, since
        ten years hold thousands of scores."""
        day = func.max(FollowUpRow.held_on)
        query = select(GoalScoreRow.goal_id, day).join(FollowUpRow, FollowUpRow.id == GoalScoreRow.follow_up_id)
        query = query.where(FollowUpRow.case_id.in_(self._ids), FollowUpRow.voided_on.is_(None))
        found = self._session.execute(query.group_by(GoalScoreRow.goal_id))
        return {goal_id: last for goal_id, last in found if last is not None}

    def _maps(self) -> dict[str, tuple[date | None, int]]:
        """When each map was drawn, and how many people are on it."""
        query = (
            select(NetworkMapRow.case_id, NetworkMapRow.drawn_on, func.count(MapPersonRow.id))
            .join(MapPersonRow, MapPersonRow.map_id == NetworkMapRow.id)
            .where(NetworkMapRow.case_id.in_(self._ids))
            .group_by(NetworkMapRow.id)
        )
        return {case_id: (drawn_on, count) for case_id, drawn_on, count in self._session.execute(query)}

    def _protected_people(self) -> dict[str, list[Person]]:
        found: dict[str, list[Person]] = defaultdict(list)
        query = select(CasePersonRow.case_id, PersonRow).join(PersonRow, PersonRow.id == CasePersonRow.person_id)
        for case_id, person in self._session.execute(
            query.where(CasePersonRow.case_id.in_(self._ids), PersonRow.protected.is_(True))
        ):
            found[case_id].append(to_record(person, Person))
        return found
