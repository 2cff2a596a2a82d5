"""Complaints, requests for access to the file, and breakdowns of placements, in rows and words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app import labels
from app.core.dates import screen_date
from app.core.records.decision import AccessRequest, Complaint, Decision
from app.services.decisions import access_requests_of_case, complaints_of_case, decisions_of_case
from app.ui.context import Context
from app.ui.widgets.deadline_notices import Running, left_of, running
from app.ui.widgets.table_model import Column
from app.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownComplaint:
    """A complaint or a request for access, with the decision it is over and the deadline that runs for it."""

    record: Complaint | AccessRequest
    over: Decision | None = None
    running: tuple[Running, ...] = ()

    @property
    def is_voided(self) -> bool:
        """Whether it was struck out."""
        return self.record.voided_on is not None

    @property
    def is_open(self) -> bool:
        """Whether it still waits for an answer."""
        return self.record.answered_on is None and not self.is_voided


def shown_complaints(context: Context, case_id: str) -> tuple[ShownComplaint, ...]:
    """Complaints and requests of a case, latest first."""
    deadlines = running(context.status(case_id), context.catalogue, context.now())
    decisions = {one.id: one for one in context.read(decisions_of_case, case_id)}
    records: list[Complaint | AccessRequest] = [
        *context.read(complaints_of_case, case_id),
        *context.read(access_requests_of_case, case_id),
    ]
    rows = (
        ShownComplaint(
            record=record,
            over=decisions.get(record.decision_id or "") if isinstance(record, Complaint) else None,
            running=deadlines.get(record.id, ()),
        )
        for record in records
    )
    return tuple(sorted(rows, key=lambda row: row.record.received_on, reverse=True))


def name_of(row: ShownComplaint, words: Words) -> str:
    """What it is: a complaint over what, or a request."""
    if isinstance(row.record, AccessRequest):
        return words.tr("Access to the file")
    return words.tr("Complaint over a decision") if row.record.decision_id else words.tr("Complaint over the casework")


def state_in_words(row: ShownComplaint, words: Words) -> str:
    """How far it has come."""
    record = row.record
    if row.is_voided:
        return words.tr("Struck out")
    if isinstance(record, Complaint):
        if record.result is not None:
            return labels.choice(words, record.result)
        if record.answered_on is None and record.sent_on is not None:
            return words.tr("At the appeals board")
        if record.answered_on is None and record.reassessed_on is not None:
            return words.tr("Reassessed")
    return words.tr("Answered") if record.answered_on is not None else words.tr("To be answered")


def facts_of(row: ShownComplaint, words: Words) -> list[tuple[str, str]]:
    """All that is noted of it."""
    record = row.record
    struck = ": ".join(part for part in (screen_date(record.voided_on), record.void_reason) if part)
    head = [(words.tr("Struck out"), struck), (words.tr("Received"), screen_date(record.received_on))]
    if isinstance(record, AccessRequest):
        return [
            *head,
            (words.tr("Who asks"), record.asked_by),
            (words.tr("Access to what"), record.what),
            (words.tr("Answered on"), screen_date(record.answered_on)),
        ]
    return [
        *head,
        (words.tr("Who complains"), record.complainant),
        (words.tr("Complaint over"), _over(row.over, words)),
        (words.tr("What it is about"), record.about),
        (words.tr("Reassessed on"), screen_date(record.reassessed_on)),
        (words.tr("Sent on"), screen_date(record.sent_on)),
        (words.tr("Answered on"), screen_date(record.answered_on)),
        (words.tr("Result"), labels.choice(words, record.result) if record.result else ""),
        (words.tr("The answer"), record.answer),
    ]


def _who(row: ShownComplaint) -> str:
    """Who complained or asked."""
    record = row.record
    return record.complainant if isinstance(record, Complaint) else record.asked_by


def _over(decision: Decision | None, words: Words) -> str:
    if decision is None:
        return words.tr("The casework")
    kind, day = labels.choice(words, decision.kind), screen_date(decision.decided_on)
    return words.tr("Decision of {date}: {kind}", date=day, kind=kind)


def columns(context: Context) -> tuple[Column[ShownComplaint], ...]:
    """What, received when, how far it has come, and the deadline where one runs."""
    words = context.words
    return (
        Column(
            key="what",
            title=words.tr("What"),
            text=lambda row: name_of(row, words),
            strong=True,
            dot=_dot,
            struck=_is_voided,
            tip=_who,
        ),
        Column(
            key="received",
            title=words.tr("Received"),
            text=lambda row: screen_date(row.record.received_on),
            sort=_received,
            struck=_is_voided,
        ),
        Column(
            key="state",
            title=words.tr("Status"),
            text=lambda row: state_in_words(row, words),
            struck=_is_voided,
        ),
        Column(
            key="deadline",
            title=words.tr("Deadline"),
            text=lambda row: left_of(words, row.running, context.now()),
            sort=lambda row: row.running[0].deadline.day if row.running else None,
            tone=lambda row: row.running[0].tone if row.running else "",
        ),
    )


def _dot(row: ShownComplaint) -> str:
    """What waits has the mark of its deadline, what is answered its own."""
    if row.running and row.running[0].tone:
        return row.running[0].tone
    return "muted" if row.is_open or row.is_voided else "ok"


def _received(row: ShownComplaint) -> date:
    return row.record.received_on


def _is_voided(row: ShownComplaint) -> bool:
    return row.is_voided
