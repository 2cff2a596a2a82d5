"""Plans and network maps as they were frozen, as entries of the file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from app import labels
from app.core import codec
from app.core.dates import screen_date
from app.core.names import Names
from app.core.records.documents import DocumentGoal, DocumentMapPerson, NetworkDocument, PlanDocument
from app.core.records.file_access import FileEntry, FilePart, FileType
from app.core.records.network import MapVersion
from app.core.records.plan import PlanVersion
from app.services.file_entry_writer import EntryWriter, listed
from app.words import Words, mark


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
        write.fact("measures", mark("Measures"), listed([measure.name for measure in document.measures])),
        *(part for n, goal in enumerate(document.goals) for part in _goal(write, n, goal)),
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


def _goal(write: EntryWriter, number: int, goal: DocumentGoal) -> Iterator[FilePart | None]:
    """A goal in plain lines with the child's own words and who does what by when; then how far it has come."""
    steps = (
        ", ".join(part for part in (sub.what, sub.responsible, screen_date(sub.deadline), sub.rhythm) if part)
        for sub in goal.sub_goals
    )
    lines = (line for line in (goal.goal, goal.own_words, goal.success_sign, *steps) if line.strip())
    yield write.typed(f"goal:{number}", mark("Goal"), "\n".join(lines))
    yield write.fact(f"theme:{number}", mark("Theme"), goal.theme)
    yield write.fact(f"status:{number}", mark("Status"), write.choice(goal.status))
    yield write.fact(f"scores:{number}", mark("Scores"), write.told(partial(_scored, goal)))


def _scored(goal: DocumentGoal, words: Words) -> str:
    """Where it began, what each said last, and what it is to be."""
    ends = (words.tr("Start"), goal.baseline), (words.tr("Target"), goal.target)
    said = ((labels.choice(words, score.informant), score.value) for score in goal.scores)
    return ", ".join(f"{who} {value}" for who, value in (*ends[:1], *said, *ends[1:]) if value is not None)
