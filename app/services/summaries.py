"""Gathers the caseload summary for the team leader: the figures of the overview, then a row for each child."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.attention import attention
from app.core.catalogue import Catalogue
from app.core.dates import age_on
from app.core.figures import figures
from app.core.ladder import MoveKind
from app.core.names import Names
from app.core.records.documents import OpenRemark, SummaryDocument, SummaryRow, SummaryStep
from app.core.status import CaseStatus, by_urgency, short_names
from app.labels import attention_in_short
from app.models.plan import PlanRow
from app.services.caseload import counted_statuses
from app.services.documents import letterhead
from app.words import Words

_IN_COLUMNS: Final = frozenset({"plan-missing", "map-missing", "rhythm-missing", "birth-date-missing", "leader-remark"})


def summary_document(session: Session, catalogue: Catalogue, today: date) -> SummaryDocument:
    """The caseload of today for the team leader: the figures of the overview, then the cases by urgency.

    What the columns say by themselves is not said again as a remark.
    """
    counted = counted_statuses(session, catalogue, today)
    statuses = [status for status in counted if status.file.case.is_open(today)]
    found, names = figures(counted, catalogue, today), short_names(statuses)
    drafts, rules = set(session.scalars(select(PlanRow.case_id))), catalogue.rules(today)
    return SummaryDocument(
        head=letterhead(session, today),
        limit=rules.caseload_limit,
        awaiting=sum(last.awaiting for status in statuses if (last := status.file.last_exception)),
        steps=tuple(SummaryStep(number=s.number, name=s.short_names, children=len(on)) for s, on in found.steps),
        half_year_start=found.half_year_start,
        moves_down=found.down,
        moves_up=found.up,
        overdue=len(found.overdue),
        held_on_time=found.follow_ups.on_time,
        held_of=found.follow_ups.expected,
        spoken_with=found.spoken_with.part,
        spoken_of=found.spoken_with.whole,
        spoken_within=rules.spoken_within,
        rows=tuple(_summary_row(s, names[s.case_id], s.case_id in drafts, catalogue) for s in by_urgency(statuses)),
    )


def _summary_row(status: CaseStatus, name: str, has_draft: bool, catalogue: Catalogue) -> SummaryRow:
    file, today, running = status.file, status.today, status.running
    law = [dues.law.day for dues in status.schedule.clocks if dues.law]
    type_ = catalogue.measure_type(running[0].type_key, running[0].start) if running else None
    move = status.last_move
    return SummaryRow(
        case_id=status.case_id,
        name=name,
        age=age_on(file.child.birth_date, today),
        term=file.child.term_date,
        step=status.step.number,
        step_name=status.step.short_names,
        measure=type_.short_names if type_ else None,
        more_measures=max(0, len(running) - 1),
        since=status.since,
        moved_on=move.day if move else None,
        moved_down=move is not None and move.kind is MoveKind.DOWN,
        next_follow_up=status.due.day if status.due else None,
        days_over=max(0, -status.due.days_left(today)) if status.due else 0,
        law_due=min(law, default=None),
        rhythm_missing=bool(status.schedule.rhythm_missing),
        spoken_on=status.spoken_on,
        plan_version=file.plan_number if file.plan_number is not None else (0 if has_draft else None),
        has_map=file.map_drawn_on is not None,
        breakdowns=file.breakdowns,
        remarks=_remarks(status, catalogue),
        said=tuple(OpenRemark(said_on=one.said_on, what=one.what, due=one.due) for one in file.remarks if one.is_open),
    )


def _remarks(status: CaseStatus, catalogue: Catalogue) -> tuple[Names, ...]:
    """What needs attention, short, in both languages: the print chooses."""
    lines = [line for line in attention(status, catalogue) if line.code not in _IN_COLUMNS]
    danish, english = (attention_in_short(Words(language), lines) for language in ("da", "en"))
    return tuple(Names(*both) for both in zip(danish, english, strict=True))
