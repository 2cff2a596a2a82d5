"""What to look at before a print goes to a family: protected people, other families, numbers no print should hold."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from app.core.document_texts import typed_texts
from app.core.errors import Problem, Severity
from app.core.records.child_plan import ChildPlanDocument
from app.core.records.date_sheets import FamilyCalendarDocument
from app.core.records.documents import NetworkDocument, PlanDocument
from app.core.records.file_access import CaseFileDocument
from app.core.records.genogram import GenogramDocument
from app.core.records.minutes import FollowUpMinutes, MeetingInvitation, MeetingMinutes
from app.core.records.person import Person
from app.core.records.plan_extract import ExtractDocument
from app.core.sorting import fold

FamilyDocument = (
    PlanDocument
    | ChildPlanDocument
    | NetworkDocument
    | FamilyCalendarDocument
    | GenogramDocument
    | FollowUpMinutes
    | MeetingMinutes
    | MeetingInvitation
    | ExtractDocument
    | CaseFileDocument
)

_CPR = re.compile(r"(?<![\d-])\d{6}[- ]?\d{4}(?![\d-])")
_SHORTEST_STREET = 5  # characters: shorter than that is no address, and would be found everywhere


def check_family_print(
    document: FamilyDocument, people: Iterable[Person], others: Iterable[Person], today: date
) -> tuple[Problem, ...]:
    """Warnings before a print goes to a family.

    `people` are the child and the people of the case, `others` everybody else in the caseload. A name and address
    protection (CPR-loven § 28) is told always, for only a person can see that a text gives the place away.
    """
    text = fold("\n".join(typed_texts(document)))
    found: list[tuple[str, dict[str, object]]] = []
    for person in people:
        if not person.is_protected(today):
            continue
        told = _street(person) and _street(person) in text
        found.append(("print-tells-address" if told else "print-of-protected", {"name": person.name}))
    if _CPR.search("\n".join(typed_texts(document))):
        found.append(("print-tells-cpr", {}))
    named = [p for p in others if p.first_name and p.last_name and _says(text, fold(p.name))]
    found += [("print-names-other", {"name": name}) for name in sorted({person.name for person in named})]
    return tuple(Problem("", code, Severity.WARNING, values) for code, values in found)


def _street(person: Person) -> str:
    """The first line of the address as searches compare it, "" for none."""
    street = fold(re.split(r"[,\n]", person.address.strip(), maxsplit=1)[0])
    return street if len(street) >= _SHORTEST_STREET else ""


def _says(text: str, name: str) -> bool:
    # A case file is long, and a plain search is fast: the pattern is asked only where it may hold.
    return name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None
