"""A child welfare assessment is finished within four months of awareness, with a network map beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.core.attention import Tab
from app.core.catalogue import Catalogue
from app.core.deadlines.deadline import Deadline, DeadlineKind, deadline
from app.core.records.assessment import Assessment, AssessmentKind, ScreeningOutcome
from app.core.status import CaseStatus


def assessment_deadlines(status: CaseStatus, catalogue: Catalogue, now: datetime) -> Iterator[Deadline]:
    """One for each assessment that is to be finished (barnets lov § 20, before 2024 serviceloven § 50).

    The clock starts with awareness, before anybody has screened, and stops where the screening finds that no child
    welfare assessment is needed; a limited assessment (§ 19) has none. Where the day has passed, a preliminary
    assessment is to be written (`preliminary_due`); once it is (`preliminary_on`), the other is still to be finished.
    """
    for assessment in status.file.assessments:
        if not _runs(assessment):
            continue
        rule = catalogue.deadline_rule(DeadlineKind.ASSESSMENT, assessment.aware_on)
        if rule is None:
            continue
        day = rule.after(assessment.aware_on)
        yield deadline(
            DeadlineKind.ASSESSMENT,
            rule,
            case_id=status.case_id,
            anchor=assessment.aware_on,
            day=day,
            tab=Tab.ASSESSMENT,
            record_id=assessment.id,
            length=rule.within,
            preliminary_on=assessment.preliminary_on,
            preliminary_due=now.date() > day and assessment.preliminary_on is None,
        )


def map_deadlines(status: CaseStatus, catalogue: Catalogue, now: datetime) -> Iterator[Deadline]:
    """The programme asks for a network map, or a reason for none, before a child welfare assessment is finished.

    Any map of the child will do, so that a map drawn earlier need not be drawn anew.
    """
    if status.file.map_drawn_on is not None:
        return
    for found in assessment_deadlines(status, catalogue, now):
        assessment = next(one for one in status.file.assessments if one.id == found.record_id)
        rule = catalogue.deadline_rule(DeadlineKind.ASSESSMENT_MAP, found.anchor)
        if rule is None or assessment.kind is not AssessmentKind.FULL or assessment.no_map_reason.strip():
            continue
        yield deadline(
            DeadlineKind.ASSESSMENT_MAP,
            rule,
            case_id=status.case_id,
            anchor=found.anchor,
            day=found.day,
            tab=Tab.NETWORK,
            record_id=assessment.id,
        )


def _runs(assessment: Assessment) -> bool:
    if assessment.finished_on is not None or assessment.voided_on is not None:
        return False
    if assessment.kind is not None:
        return assessment.kind is AssessmentKind.FULL
    return assessment.screening_outcome in (None, ScreeningOutcome.ASSESSMENT)
