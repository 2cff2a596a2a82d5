"""Everything that was written in a case as entries of its file, each under the labels it has on screen and paper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from app.core.case_file import in_order
from app.core.catalogue import Catalogue
from app.core.records.case import LimitException
from app.core.records.file_access import FileEntry
from app.core.records.follow_up import Agreement, Dispensation
from app.models.case import LimitExceptionRow
from app.models.follow_up import AgreementRow
from app.models.mapping import read_values, to_record
from app.models.measure import DispensationRow
from app.services import file_entries_child as child
from app.services import file_entries_concern as concern
from app.services import file_entries_papers as papers
from app.services import file_entries_work as work
from app.services import network_maps, plans, rows
from app.services.acute import acute_facts
from app.services.agreements import agreements_of_case
from app.services.assessments import assessments_of_case, findings_of_case, notifications_of_case
from app.services.cases import case_and_child
from app.services.decisions import access_requests_of_case, complaints_of_case, decisions_of_case
from app.services.file_entry_writer import EntryWriter
from app.services.follow_ups import follow_ups_of_case
from app.services.journal import entries_of_case, school_of_case
from app.services.leader_remarks import remarks_of_case
from app.services.measures import measures_of_case
from app.services.meetings import guests_of_case, meetings_of_case
from app.services.people import people_of_case


def file_entries(session: Session, case_id: str, catalogue: Catalogue, today: date) -> tuple[FileEntry, ...]:
    """The entries of a case by their days, struck out ones among them. Raises `NotFound`.

    Where the child or somebody it lives with is protected today, what may tell where it is is proposed to be kept back.

    Of plans and maps what was issued and kept: a draft is not finished. What was only planned is an entry where
    something is written in it.
    """
    pair, people = case_and_child(session, case_id), people_of_case(session, case_id)
    at_home = (pair.child, *(one.person for one in people if one.part.lives_with_child))
    write = EntryWriter(catalogue, hides_home=any(person.is_protected(today) for person in at_home))
    return in_order(
        (
            *_of_child(session, case_id, write),
            *_of_concern(session, case_id, write),
            *_of_work(session, case_id, write),
            *(papers.plan(write, one) for one in plans.versions_of_case(session, case_id)),
            *(papers.map_(write, one) for one in network_maps.versions_of_case(session, case_id)),
        )
    )


def _of_child(session: Session, case_id: str, write: EntryWriter) -> Iterator[FileEntry]:
    pair = case_and_child(session, case_id)
    known = child.case(write, pair.case, pair.child, acute_facts(session, case_id), people_of_case(session, case_id))
    if known.parts:
        yield known
    for row in rows.where(session, LimitExceptionRow, LimitExceptionRow.case_id, case_id):
        yield child.exception(write, to_record(row, LimitException))


def _of_concern(session: Session, case_id: str, write: EntryWriter) -> Iterator[FileEntry]:
    findings = findings_of_case(session, case_id)
    yield from (concern.notification(write, one) for one in notifications_of_case(session, case_id))
    yield from (
        concern.assessment(write, one, findings.get(one.id, ())) for one in assessments_of_case(session, case_id)
    )
    yield from (concern.decision(write, one) for one in decisions_of_case(session, case_id))
    yield from (concern.complaint(write, one) for one in complaints_of_case(session, case_id))
    yield from (concern.access_request(write, one) for one in access_requests_of_case(session, case_id))


def _of_work(session: Session, case_id: str, write: EntryWriter) -> Iterator[FileEntry]:
    """What is done; what was agreed at something that is no entry stands by itself."""
    seen = _seen(session, case_id)
    yield from (work.measure(write, one) for one in seen.measures.values())
    for values in read_values(session, DispensationRow, Dispensation, "measure_id", [*seen.measures]):
        given = Dispensation(**values)
        yield work.dispensation(write, given, seen.measures[given.measure_id])
    yield from (work.school(write, one) for one in school_of_case(session, case_id))
    told = set()
    for follow_up in follow_ups_of_case(session, case_id):
        if (day := work.follow_up_day(follow_up)) is not None:
            told.add(follow_up.id)
            yield work.follow_up(write, follow_up, day, seen)
    for meeting in meetings_of_case(session, case_id):
        if (day := work.meeting_day(meeting)) is not None:
            told.add(meeting.id)
            yield work.meeting(write, meeting, day, seen)
    for row in rows.where(session, AgreementRow, AgreementRow.case_id, case_id):
        if (row.follow_up_id or row.meeting_id) not in told:
            yield work.task(write, to_record(row, Agreement), row.created_at.astimezone().date())
    yield from (work.journal(write, one) for one in entries_of_case(session, case_id))
    yield from (work.remark(write, one) for one in remarks_of_case(session, case_id))


def _seen(session: Session, case_id: str) -> work.Seen:
    agreed: dict[str, list[Agreement]] = defaultdict(list)
    for agreement in agreements_of_case(session, case_id):
        agreed[agreement.follow_up_id or agreement.meeting_id or ""].append(agreement)
    plan = plans.plan_of_case(session, case_id)
    goals = (*(plan.goals if plan else ()), *plans.removed_goals(session, case_id))
    return work.Seen(
        agreed=agreed,
        goals={goal.id: goal.goal or goal.own_words for goal in goals},
        measures={measure.id: measure for measure in measures_of_case(session, case_id)},
        guests=guests_of_case(session, case_id),
    )
