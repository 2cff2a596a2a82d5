"""What is known of a child and its case without being written on a day of its own, as one entry; and exceptions."""

from __future__ import annotations

from collections.abc import Iterable

from app.core.dates import screen_date
from app.core.records.acute import AcuteFacts
from app.core.records.case import Case, LimitException
from app.core.records.file_access import FileEntry, FilePart, FileType
from app.core.records.person import Person
from app.core.sorting import sort_key
from app.services.file_entry_writer import EntryWriter
from app.services.people import PersonInCase
from app.words import mark


def case(
    write: EntryWriter, record: Case, child: Person, acute: AcuteFacts, people: Iterable[PersonInCase]
) -> FileEntry:
    """The case from its opening, the child, what must be known at once, and the people by what they are to the child.

    No CPR number, address or telephone number: these stand on no print.
    """
    return write.entry(
        FileType.CASE,
        record.id,
        record.opened,
        None,
        _clarification(write, record),
        write.typed("district", mark("District"), record.district),
        write.typed("remarks", mark("Remarks"), child.remarks),
        *(_person(write, one, record) for one in _in_order(write, people, record)),
        write.typed("health", mark("Health, allergy, medicine"), acute.health),
        write.guarded("risks", mark("Risks"), acute.risks),
        write.typed("calms", mark("What calms the child"), acute.calms),
        write.guarded("may_fetch", mark("May fetch the child"), acute.may_fetch),
        write.guarded("not_told", mark("Must not be told or called"), acute.not_told),
        write.typed("confirmed_with", mark("Confirmed with"), acute.confirmed_with),
        write.day("confirmed_on", mark("Confirmed on"), acute.confirmed_on),
        write.day("closed", mark("Closed as of"), record.closed),
        write.typed("closed_reason", mark("Why it was closed"), record.closed_reason),
        struck=record,
    )


def exception(write: EntryWriter, record: LimitException) -> FileEntry:
    """Why the case was taken in above the limit, and the team leader's answer."""
    return write.entry(
        FileType.EXCEPTION,
        record.id,
        record.asked_on,
        None,
        write.typed("reason", mark("Why one more case is needed"), record.reason),
        write.typed("granted_by", mark("Granted by"), record.granted_by),
        write.day("granted_on", mark("Granted on"), record.granted_on),
        write.day("valid_until", mark("Holds until"), record.valid_until),
    )


def _clarification(write: EntryWriter, case: Case) -> FilePart | None:
    if not case.clarification:
        return None
    label = mark("Under clarification")
    told = write.catalogued(write.catalogue.clarification, case.clarification, case.opened, label)
    return write.fact("clarification", label, told)


def _in_order(write: EntryWriter, people: Iterable[PersonInCase], case: Case) -> list[PersonInCase]:
    """Those with custody first, then the others as the roles are ordered."""
    places = {role.key: number for number, role in enumerate(write.catalogue.roles(case.opened))}

    def place(one: PersonInCase) -> tuple[bool, int, tuple[str, str]]:
        role = places.get(one.part.role_key, len(places))
        return not one.part.has_custody, role, sort_key(one.person.name)

    return sorted(people, key=place)


def _person(write: EntryWriter, one: PersonInCase, case: Case) -> FilePart | None:
    """Somebody of the case under what they are to the child."""
    part, person = one.part, one.person
    period = " – ".join((screen_date(part.since), screen_date(part.until))) if part.since or part.until else ""
    head = ", ".join(told for told in (person.name, person.title, period) if told.strip())
    lines = "\n".join(told for told in (head, part.remarks, person.remarks) if told.strip())
    role = write.catalogued(write.catalogue.role, part.role_key, part.since or case.opened, mark("Person"))
    return write.typed(f"person:{part.id}", role, lines)
