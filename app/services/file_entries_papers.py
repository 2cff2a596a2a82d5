"""Plans and network maps as they were frozen, as entries of the file."""

from __future__ import annotations

from app.core import codec
from app.core.dates import screen_date
from app.core.names import Names
from app.core.records.documents import DocumentGoal, DocumentMapPerson, NetworkDocument, PlanDocument
from app.core.records.file_access import FileEntry, FileType
from app.core.records.network import MapVersion
from app.core.records.plan import PlanVersion
from app.services.file_entry_writer import EntryWriter
from app.words import mark


def plan(write: EntryWriter, record: PlanVersion) -> FileEntry:
    """An issued plan as it was frozen, a part a goal."""
    document = codec.from_text(record.document, PlanDocument)
    return write.entry(
        FileType.PLAN,
        record.id,
        record.issued_on,
        _version(write, record.number),
        write.typed("legal_basis", mark("Legal basis"), document.legal_basis),
        write.typed("purpose", mark("Purpose"), document.purpose),
        write.typed("measure_reason", mark("Why this measure"), document.measure_reason),
        write.typed("duration", mark("Expected duration"), document.expected_duration),
        *(write.typed(f"goal:{n}", mark("Goal"), _goal(goal)) for n, goal in enumerate(document.goals)),
        write.typed("support", mark("Support for the family"), document.family_support),
        write.typed("child_comment", mark("The child's comments"), document.child_comment),
        write.typed("parents_comment", mark("The parents' comments"), document.parents_comment),
        write.typed("disagreement", mark("Disagreement"), document.disagreement),
        write.typed("participants", mark("Who took part"), document.participants),
        write.typed("given_to", mark("Given to"), record.given_to),
    )


def map_(write: EntryWriter, record: MapVersion) -> FileEntry:
    """A kept map as the table of its people; protected ones stand as their role."""
    document = codec.from_text(record.document, NetworkDocument)
    return write.entry(
        FileType.MAP,
        record.id,
        record.drawn_on,
        _version(write, record.number),
        write.typed("drawn_by", mark("Drawn by"), document.drawn_by),
        write.typed("viewpoint", mark("As seen by"), document.viewpoint),
        write.typed("people", mark("People"), "\n".join(map(_on_map, document.people))),
    )


def _version(write: EntryWriter, number: int) -> Names:
    return write.told(lambda words: words.tr("version {number}", number=number))


def _on_map(person: DocumentMapPerson) -> str:
    called = ", ".join(part for part in (person.name, person.role) if part)
    return ": ".join(part for part in (called, person.can_help) if part)


def _goal(goal: DocumentGoal) -> str:
    """A goal in plain lines: what it is, the child's own words, the sign of success, and who does what by when."""
    steps = (
        ", ".join(part for part in (sub.what, sub.responsible, screen_date(sub.deadline), sub.rhythm) if part)
        for sub in goal.sub_goals
    )
    return "\n".join(line for line in (goal.goal, goal.own_words, goal.success_sign, *steps) if line.strip())
