"""The files of cases, which every status and figure is derived from: read in a few questions for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from operator import attrgetter
from typing import Any, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.core.agreements import standing
from app.core.records.assessment import Assessment, Notification
from app.core.records.case import LimitException, SchoolFact
from app.core.records.case_file import CaseFile, GoalMark, PlanIssue
from app.core.records.decision import AccessRequest, Complaint, Decision
from app.core.records.follow_up import Agreement, Dispensation
from app.core.records.journal import EntryKind
from app.core.records.leader_remark import LeaderRemark
from app.core.records.measure import Measure
from app.core.records.meeting import MeetingMark
from app.core.records.person import Person
from app.models.assessment import AssessmentRow, NotificationRow
from app.models.case import LimitExceptionRow, SchoolFactRow
from app.models.decision import AccessRequestRow, ComplaintRow, DecisionRow
from app.models.follow_up import AgreementRow, FollowUpRow, GoalScoreRow
from app.models.journal import JournalEntryRow
from app.models.leader_remark import LeaderRemarkRow
from app.models.mapping import Record, read_values, to_record
from app.models.measure import DispensationRow, MeasureRow
from app.models.meeting import NetworkMeetingRow
from app.models.network import MapPersonRow, NetworkMapRow
from app.models.person import CasePersonRow, PersonRow
from app.models.plan import GoalRow, PlanRow, PlanVersionRow
from app.services.cases import CaseAndChild
from app.services.follow_ups import marks_of_cases

R = TypeVar("R", bound=Record)

_TABLES: Mapping[str, tuple[type[Any], type[Any]]] = {
    "measures": (MeasureRow, Measure),
    "agreements": (AgreementRow, Agreement),
    "meetings": (NetworkMeetingRow, MeetingMark),
    "exceptions": (LimitExceptionRow, LimitException),
    "notifications": (NotificationRow, Notification),
    "assessments": (AssessmentRow, Assessment),
    "decisions": (DecisionRow, Decision),
    "complaints": (ComplaintRow, Complaint),
    "access_requests": (AccessRequestRow, AccessRequest),
    "remarks": (LeaderRemarkRow, LeaderRemark),
    "school": (SchoolFactRow, SchoolFact),
}
"""Fields of a file that hold the records of one table."""
_BY_DAY: Mapping[str, str] = {"measures": "start", "remarks": "said_on", "school": "start"}
"""Those that stand by their day; the others stand in the order they were entered."""


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

    def files(self, pairs: Iterable[CaseAndChild]) -> tuple[CaseFile, ...]:
        """The file of each case, a field of it from what was read for all."""
        fields = self._fields()
        return tuple(CaseFile(case=pair.case, child=pair.child, **_of(pair.case.id, fields)) for pair in pairs)

    def _fields(self) -> dict[str, Mapping[str, Any]]:
        """What stands in the fields of the files, by case."""
        found: dict[str, dict[str, Any]] = {
            name: self._records(table, kind, _BY_DAY.get(name)) for name, (table, kind) in _TABLES.items()
        }
        follow_ups, meetings = marks_of_cases(self._session, self._ids), found["meetings"]
        found["agreements"] = {
            case_id: standing(agreed, follow_ups.get(case_id, ()), meetings.get(case_id, ()))
            for case_id, agreed in found["agreements"].items()
        }
        contact, spoken, supervised = self._journal_days()
        drawn_on, people = self._maps()
        return {
            **found,
            "follow_ups": follow_ups,
            "dispensations": self._dispensations(found["measures"]),
            "contact_on": contact,
            "spoken_on": spoken,
            "supervised_on": supervised,
            "plans": self._plans(),
            "goals": self._goals(),
            "map_drawn_on": drawn_on,
            "map_people": people,
            "protected_people": self._protected_people(),
        }

    def _records(self, table: type[Any], kind: type[R], day: str | None) -> dict[str, list[R]]:
        """The records of a table, by the day that stands in their field of that name."""
        found: dict[str, list[R]] = defaultdict(list)
        for values in read_values(self._session, table, kind, "case_id", self._ids):
            found[values["case_id"]].append(kind(**values))
        if day is not None:
            for records in found.values():
                records.sort(key=attrgetter(day))
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

    def _maps(self) -> tuple[dict[str, date | None], dict[str, int]]:
        """When each map was drawn, and how many people are on it."""
        query = (
            select(NetworkMapRow.case_id, NetworkMapRow.drawn_on, func.count(MapPersonRow.id))
            .join(MapPersonRow, MapPersonRow.map_id == NetworkMapRow.id)
            .where(NetworkMapRow.case_id.in_(self._ids))
            .group_by(NetworkMapRow.id)
        )
        drawn = self._session.execute(query).all()
        return {case_id: day for case_id, day, _ in drawn}, {case_id: count for case_id, _, count in drawn}

    def _protected_people(self) -> dict[str, list[Person]]:
        found: dict[str, list[Person]] = defaultdict(list)
        query = select(CasePersonRow.case_id, PersonRow).join(PersonRow, PersonRow.id == CasePersonRow.person_id)
        for case_id, person in self._session.execute(
            query.where(CasePersonRow.case_id.in_(self._ids), PersonRow.protected.is_(True))
        ):
            found[case_id].append(to_record(person, Person))
        return found


def _of(case_id: str, fields: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The fields of one file; what is said of it nowhere is left out."""
    said = ((name, found[case_id]) for name, found in fields.items() if case_id in found)
    return {name: tuple(one) if isinstance(one, list) else one for name, one in said}
