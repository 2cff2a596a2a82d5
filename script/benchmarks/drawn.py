"""The prints of a caseload, what stands in them read from the store beforehand."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import TypeAlias

from app.core import codec
from app.core.catalogue import Catalogue
from app.core.child_plan import child_plan
from app.core.joint_document import joint_document
from app.core.meeting_state import waiting_meetings
from app.core.plan_extract import plan_extract, proposed_extract
from app.core.records.documents import PlanDocument
from app.core.records.file_access import FileSelection
from app.core.status import CaseStatus
from app.core.visit_sheet import for_paper
from app.reports.acute_report import acute_pdf
from app.reports.case_file_report import case_file_pdf
from app.reports.child_plan_report import child_plan_pdf
from app.reports.family_calendar_report import family_calendar_pdf
from app.reports.follow_up_minutes_report import follow_up_minutes_pdf
from app.reports.genogram_report import genogram_pdf
from app.reports.hand_over_report import hand_over_pdf
from app.reports.joint_plan_report import joint_plan_pdf
from app.reports.meeting_report import meeting_invitation_pdf, meeting_minutes_pdf
from app.reports.network_report import network_pdf
from app.reports.plan_extract_report import plan_extract_pdf
from app.reports.plan_report import plan_pdf
from app.reports.summary_report import summary_pdf
from app.reports.visit_sheet_report import visit_sheet_pdf
from app.services.acute import acute_document
from app.services.caseload import statuses_since
from app.services.catalogue import load_catalogue
from app.services.date_sheets import family_calendar_document, hand_over_document
from app.services.documents import document_measure, letterhead, network_document, plan_document
from app.services.file_access import case_file_document
from app.services.follow_ups import follow_ups_of_case
from app.services.genograms import genogram_document
from app.services.joint_plans import joint_plan_of
from app.services.meetings import meetings_of_case
from app.services.minutes import follow_up_minutes, meeting_invitation, meeting_minutes
from app.services.plans import versions_of_case
from app.services.store import Store
from app.services.summaries import summary_document
from app.services.visit_sheets import visit_sheet
from app.words import Words

CHILDREN = 25
Draw: TypeAlias = Callable[[], bytes]
_DANISH = Words("da")


class Drawn:
    """What draws each print, of the case in which it is fullest."""

    def __init__(self, store: Store, at: datetime) -> None:
        self._store = store
        self._at = at
        self._today = at.astimezone().date()
        self._catalogue: Catalogue = store.read(load_catalogue)
        self._statuses: tuple[CaseStatus, ...] = store.read(statuses_since, self._today, self._catalogue, self._today)

    def all(self) -> Mapping[str, Draw]:
        """By the name of the print."""
        return self._of_plans() | self._of_people() | self._of_talks() | self._of_dates() | self._of_file()

    def _of_plans(self) -> dict[str, Draw]:
        case_id = self._most_goals.case_id
        plan = self._store.read(plan_document, case_id, self._catalogue, self._today)
        issued = (
            (status, versions)
            for status in self._statuses
            if status.running and (versions := self._store.read(versions_of_case, status.case_id))
        )
        status, versions = max(issued, key=lambda found: len(found[0].file.goals))
        version = codec.from_text(versions[0].document, PlanDocument)
        measure = document_measure(status.running[0], self._catalogue)
        head = self._store.read(letterhead, self._today)
        choice = proposed_extract(version, measure.provider)
        extract = plan_extract(version, measure, measure.provider, choice, head)
        return {
            "plan": partial(plan_pdf, plan, _DANISH),
            "plan for the child": partial(child_plan_pdf, child_plan(plan, self._today), _DANISH),
            "provider's extract": partial(plan_extract_pdf, extract, _DANISH),
            "joint plan": self._joint_plan(),
        }

    def _joint_plan(self) -> Draw:
        joint = (self._store.read(joint_plan_of, status.case_id, self._today) for status in self._statuses)
        siblings = next(found.case_ids for found in joint if found)
        plans = [self._store.read(plan_document, key, self._catalogue, self._today) for key in siblings]
        return partial(joint_plan_pdf, joint_document(plans), _DANISH)

    def _of_people(self) -> dict[str, Draw]:
        with_map = max(self._statuses, key=lambda status: status.file.map_people).case_id
        network = self._store.read(network_document, with_map, self._catalogue, self._today)
        families = (
            self._store.read(genogram_document, status.case_id, self._catalogue, self._today)
            for status in self._statuses
        )
        family = max(families, key=lambda document: len(document.people))
        acute = self._store.read(acute_document, with_map, self._catalogue, self._today, shows_protected=False)
        return {
            "network map": partial(network_pdf, network, _DANISH),
            "genogram": partial(genogram_pdf, family, _DANISH),
            "acute sheet": partial(acute_pdf, acute, _DANISH),
        }

    def _of_talks(self) -> dict[str, Draw]:
        status = self._most_goals
        records = self._store.read(follow_ups_of_case, status.case_id)
        held = max((one for one in records if one.is_held), key=lambda one: len(one.scores))
        minutes = self._store.read(follow_up_minutes, status.case_id, held.id, self._catalogue, self._today)
        meetings = [one for found in self._statuses for one in self._store.read(meetings_of_case, found.case_id)]
        met = max((one for one in meetings if one.is_held), key=lambda one: len(one.guests))
        asked = max(waiting_meetings(meetings), key=lambda one: len(one.guests))
        told = self._store.read(meeting_minutes, met.case_id, met.id, self._catalogue, self._today)
        invitation = self._store.read(meeting_invitation, asked.case_id, asked.id, self._catalogue, self._today)
        return {
            "follow-up minutes": partial(follow_up_minutes_pdf, minutes, _DANISH),
            "minutes of a meeting": partial(meeting_minutes_pdf, told, _DANISH),
            "invitation": partial(meeting_invitation_pdf, invitation, _DANISH),
        }

    def _of_dates(self) -> dict[str, Draw]:
        case_id, two_weeks = self._most_goals.case_id, self._today + timedelta(days=13)
        summary = self._store.read(summary_document, self._catalogue, self._today)
        full = dataclasses.replace(summary, rows=(summary.rows * 2)[:CHILDREN])
        hand_over = self._store.read(hand_over_document, self._catalogue, self._at, self._today, two_weeks)
        calendar = self._store.read(family_calendar_document, case_id, self._catalogue, self._today)
        sheet = for_paper(self._store.read(visit_sheet, case_id, self._catalogue, self._at))
        return {
            "summary": partial(summary_pdf, full, _DANISH),
            "hand-over": partial(hand_over_pdf, hand_over, _DANISH),
            "family calendar": partial(family_calendar_pdf, calendar, _DANISH),
            "visit sheet": partial(visit_sheet_pdf, sheet, _DANISH),
        }

    def _of_file(self) -> dict[str, Draw]:
        selection = FileSelection(case_id=self._most_goals.case_id, asked_by="Karen Kjær", received_on=self._today)
        file = self._store.read(case_file_document, selection, self._catalogue, self._today)
        return {"case file": partial(case_file_pdf, file, _DANISH, lambda: None)}

    @property
    def _most_goals(self) -> CaseStatus:
        return max(self._statuses, key=lambda status: len(status.file.goals))
