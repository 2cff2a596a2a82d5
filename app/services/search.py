"""Finding children, people and what was written, as one types: names forgiving of typing, words from the index."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.sorting import folds, sort_key
from app.models import search_index
from app.models.assessment import AssessmentRow, FindingRow, NotificationRow
from app.models.base import Row
from app.models.decision import AccessRequestRow, ComplaintRow, DecisionRow
from app.models.follow_up import AgreementRow, FollowUpRow
from app.models.journal import JournalEntryRow
from app.models.leader_remark import LeaderRemarkRow
from app.models.measure import MeasureRow
from app.models.meeting import NetworkMeetingRow
from app.models.network import MapPersonRow, NetworkMapRow
from app.models.person import CasePersonRow, PersonRow
from app.models.plan import GoalRow, PlanRow, SubGoalRow
from app.services.cases import CaseAndChild, all_cases

MOST = 40
"""More hits than this help nobody."""

_LIKE_ENOUGH = 78.0


class Found(StrEnum):
    """What kind of thing was found."""

    CHILD = "child"
    PERSON = "person"
    FOLLOW_UP = "follow_up"
    AGREEMENT = "agreement"
    MEETING = "meeting"
    NOTE = "note"
    MEASURE = "measure"
    PLAN = "plan"
    NETWORK = "network"
    NOTIFICATION = "notification"
    ASSESSMENT = "assessment"
    DECISION = "decision"
    COMPLAINT = "complaint"
    ACCESS_REQUEST = "access_request"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: in which case, which row, what to show, and the words around the match."""

    found: Found
    case_id: str
    row_id: str
    name: str
    excerpt: str = ""


def find(session: Session, typed: str) -> tuple[Hit, ...]:
    """Children first, then people, then what was written; whatever is typed, the answer is hits or nothing."""
    wanted = typed.strip()[:200]
    if not wanted:
        return ()
    children = {pair.case.id: pair for pair in all_cases(session)}
    hits = [*_children(children.values(), wanted), *_people(session, children, wanted)]
    hits += _written(session, children, wanted)
    return tuple(hits[:MOST])


def _children(pairs: Iterable[CaseAndChild], wanted: str) -> list[Hit]:
    scored = [(_likeness(f"{p.child.name} {p.case.municipal_number}", wanted), p) for p in pairs]
    best = sorted((s for s in scored if s[0] >= _LIKE_ENOUGH), key=lambda s: (-s[0], sort_key(s[1].child.name)))
    return [Hit(Found.CHILD, pair.case.id, pair.child.id, pair.child.name) for _, pair in best]


def _people(session: Session, children: dict[str, CaseAndChild], wanted: str) -> list[Hit]:
    parts = session.execute(
        select(CasePersonRow.case_id, PersonRow.id, PersonRow.first_name, PersonRow.last_name, PersonRow.title).join(
            PersonRow, PersonRow.id == CasePersonRow.person_id
        )
    ).all()
    placed = session.execute(
        select(NetworkMapRow.case_id, PersonRow.id, PersonRow.first_name, PersonRow.last_name, MapPersonRow.role)
        .join(MapPersonRow, MapPersonRow.map_id == NetworkMapRow.id)
        .join(PersonRow, PersonRow.id == MapPersonRow.person_id)
    ).all()
    scored: dict[tuple[str, str], tuple[float, str, str]] = {}
    for case_id, person_id, first, last, told in (*parts, *placed):
        name = f"{first} {last}".strip()
        likeness = _likeness(f"{name} {told}", wanted)
        if likeness >= _LIKE_ENOUGH and case_id in children:
            scored.setdefault((case_id, person_id), (likeness, name, told))
    best = sorted(scored.items(), key=lambda item: (-item[1][0], sort_key(item[1][1])))
    return [Hit(Found.PERSON, case_id, person_id, name, told) for (case_id, person_id), (_, name, told) in best]


def _likeness(name: str, wanted: str) -> float:
    """0–100: whole words that begin as typed count most; a slip of the finger is forgiven from four letters on."""
    best = 0.0
    for spelled in folds(name):
        for asked in folds(wanted):
            words = spelled.split()
            if all(any(word.startswith(part) for word in words) for part in asked.split()):
                return 100.0
            if len(asked) > 3:
                best = max(best, min(fuzz.partial_ratio(asked, spelled), 99.0))
    return best


def _written(session: Session, children: dict[str, CaseAndChild], wanted: str) -> list[Hit]:
    hits = []
    for match in search_index.find(session, wanted, MOST):
        kind, case_of = _SOURCES[match.table]
        case_id = case_of(session, match.row_id)
        if case_id in children:
            hits.append(Hit(kind, case_id, match.row_id, children[case_id].child.name, match.excerpt))
    return hits


def _own_case(table: type[Row]) -> Callable[[Session, str], str | None]:
    def case_of(session: Session, row_id: str) -> str | None:
        row = session.get(table, row_id)
        return getattr(row, "case_id", None)

    return case_of


def _goal_case(session: Session, row_id: str) -> str | None:
    """None for a goal that was taken out of the plan: there is nothing to lead to."""
    return session.scalar(
        select(PlanRow.case_id)
        .join(GoalRow, GoalRow.plan_id == PlanRow.id)
        .where(GoalRow.id == row_id, GoalRow.removed.is_(False))
    )


def _sub_goal_case(session: Session, row_id: str) -> str | None:
    goal_id = session.scalar(select(SubGoalRow.goal_id).where(SubGoalRow.id == row_id))
    return _goal_case(session, goal_id) if goal_id else None


def _finding_case(session: Session, row_id: str) -> str | None:
    return session.scalar(
        select(AssessmentRow.case_id)
        .join(FindingRow, FindingRow.assessment_id == AssessmentRow.id)
        .where(FindingRow.id == row_id)
    )


def _map_case(session: Session, row_id: str) -> str | None:
    return session.scalar(
        select(NetworkMapRow.case_id)
        .join(MapPersonRow, MapPersonRow.map_id == NetworkMapRow.id)
        .where(MapPersonRow.id == row_id)
    )


_SOURCES: dict[str, tuple[Found, Callable[[Session, str], str | None]]] = {
    "follow_up": (Found.FOLLOW_UP, _own_case(FollowUpRow)),
    "agreement": (Found.AGREEMENT, _own_case(AgreementRow)),
    "network_meeting": (Found.MEETING, _own_case(NetworkMeetingRow)),
    "journal_entry": (Found.NOTE, _own_case(JournalEntryRow)),
    "measure": (Found.MEASURE, _own_case(MeasureRow)),
    "plan": (Found.PLAN, _own_case(PlanRow)),
    "goal": (Found.PLAN, _goal_case),
    "sub_goal": (Found.PLAN, _sub_goal_case),
    "map_person": (Found.NETWORK, _map_case),
    "notification": (Found.NOTIFICATION, _own_case(NotificationRow)),
    "assessment": (Found.ASSESSMENT, _own_case(AssessmentRow)),
    "finding": (Found.ASSESSMENT, _finding_case),
    "decision": (Found.DECISION, _own_case(DecisionRow)),
    "complaint": (Found.COMPLAINT, _own_case(ComplaintRow)),
    "access_request": (Found.ACCESS_REQUEST, _own_case(AccessRequestRow)),
    "leader_remark": (Found.REMARK, _own_case(LeaderRemarkRow)),
}
