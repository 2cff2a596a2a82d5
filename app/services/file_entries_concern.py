"""What came in about a child, how it was looked into, what was decided, and what was said against it, as entries."""

from __future__ import annotations

from collections.abc import Sequence

from app import labels
from app.core.records.assessment import Assessment, Finding, Notification
from app.core.records.decision import AccessRequest, Complaint, Decision
from app.core.records.file_access import FileEntry, FilePart, FileType
from app.services.file_entry_writer import EntryWriter
from app.words import Words, mark

_DANISH = Words("da")


def notification(write: EntryWriter, record: Notification) -> FileEntry:
    """What came in, and how it was assessed."""
    return write.entry(
        FileType.NOTIFICATION,
        record.id,
        record.received_at.astimezone().date(),
        None,  # not from whom it came: the title stands in the index even where that is kept back
        write.typed("source", mark("From"), labels.choice(_DANISH, record.source)),
        write.typed("summary", mark("What it says"), record.summary),
        write.day("assessed", mark("Assessed"), record.assessed_at.astimezone().date() if record.assessed_at else None),
        write.fact("outcome", mark("Outcome"), write.choice(record.outcome)),
        write.typed("conclusion", mark("Assessment"), record.conclusion),
        struck=record,
    )


def assessment(write: EntryWriter, record: Assessment, findings: Sequence[Finding]) -> FileEntry:
    """The way from awareness to the conclusion, with what was found in each theme."""
    found = (_finding(write, one, record) for one in findings)
    return write.entry(
        FileType.ASSESSMENT,
        record.id,
        record.aware_on,
        write.choice(record.kind),
        write.day("screened", mark("Screened on"), record.screened_on),
        write.fact("screening", mark("Screening"), write.choice(record.screening_outcome)),
        write.typed("screening_reason", mark("Why"), record.screening_reason),
        write.day("conversation", mark("Conversation"), record.conversation_on),
        write.fact("presence", mark("How"), write.choice(record.presence)),
        write.typed("child_said", mark("What the child said"), record.child_said),
        write.typed("no_conversation", mark("Why there was no conversation"), record.no_conversation_reason),
        write.typed("parents_view", mark("The parents' view"), record.parents_view),
        *found,
        write.typed("no_map", mark("Why there is no map"), record.no_map_reason),
        write.typed("preliminary", mark("Preliminary assessment"), record.preliminary_text),
        write.typed("conclusion", mark("Conclusion"), record.conclusion),
        write.day("finished", mark("Finished on"), record.finished_on),
        struck=record,
    )


def _finding(write: EntryWriter, finding: Finding, record: Assessment) -> FilePart | None:
    theme = write.catalogued(write.catalogue.theme, finding.theme_key, record.aware_on, mark("What was found"))
    return write.typed(f"finding:{finding.theme_key}", theme, finding.text)


def decision(write: EntryWriter, record: Decision) -> FileEntry:
    """What was decided by which law."""
    return write.entry(
        FileType.DECISION,
        record.id,
        record.decided_on,
        write.choice(record.kind),
        write.typed("what", mark("What was decided"), record.what),
        write.typed("paragraph", mark("Legal basis"), record.paragraph),
        write.typed("purpose", mark("Purpose"), record.purpose),
        write.typed("duration", mark("Expected duration"), record.expected_duration),
        write.typed("plan_reason", mark("Why no plan"), record.plan_reason),
        struck=record,
    )


def complaint(write: EntryWriter, record: Complaint) -> FileEntry:
    """Who complained of what, and the answer."""
    return write.entry(
        FileType.COMPLAINT,
        record.id,
        record.received_on,
        None,
        write.typed("complainant", mark("Who complains"), record.complainant),
        write.typed("about", mark("What it is about"), record.about),
        write.day("reassessed", mark("Reassessed on"), record.reassessed_on),
        write.day("sent", mark("Sent on to the appeals board"), record.sent_on),
        write.fact("result", mark("Result"), write.choice(record.result)),
        write.day("answered", mark("Answered on"), record.answered_on),
        write.typed("answer", mark("The answer"), record.answer),
        struck=record,
    )


def access_request(write: EntryWriter, record: AccessRequest) -> FileEntry:
    """Who asked for what of the file before, or asks now."""
    return write.entry(
        FileType.ACCESS_REQUEST,
        record.id,
        record.received_on,
        None,
        write.typed("asked_by", mark("Who asks"), record.asked_by),
        write.typed("what", mark("Access to what"), record.what),
        write.day("answered", mark("Answered on"), record.answered_on),
        struck=record,
    )
