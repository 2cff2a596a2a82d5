"""The people of a case in rows and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.core.dates import age_on, screen_date
from app.core.person_names import phone_numbers
from app.core.records.person import CasePerson, Person
from app.services.cases import case_and_child
from app.services.people import cases_of_children, people_of_case
from app.ui.context import Context
from app.ui.dialogs.known_people import in_order, people_by_map, role_name
from app.ui.widgets.table_model import Column
from app.words import Words


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person of the case; the child and those who stand on its map alone have no `part`.

    `own_case` is the case of a child of the caseload.
    """

    person: Person
    part: CasePerson | None
    role: str
    order: int
    own_case: str = ""
    is_of_map: bool = False

    def is_past(self, today: date) -> bool:
        """Whether the person's part in the case has ended."""
        return self.part is not None and self.part.has_ended(today)

    def key(self) -> str:
        """Which row this is."""
        return self.part.id if self.part else self.person.id


def person_rows(context: Context, case_id: str) -> tuple[PersonRow, ...]:
    """The child, then custody holders, then the others as the roles are ordered, those of the past after them; last who
    stands on the map alone: a person is typed once, wherever it is."""
    child = context.read(case_and_child, case_id).child
    cases = context.read(cases_of_children)
    rows = [
        PersonRow(
            found.person, found.part, role_name(context, found.part.role_key), number, cases.get(found.person.id, "")
        )
        for number, found in enumerate(in_order(context, context.read(people_of_case, case_id)), 1)
    ]
    known = {row.person.id for row in rows}
    rows += [
        PersonRow(person, None, role, len(rows) + 1, cases.get(person.id, ""), is_of_map=True)
        for person, role in people_by_map(context, case_id)
        if person.id not in known
    ]
    return (PersonRow(child, None, context.words.tr("The child"), 0), *rows)


def standing(row: PersonRow, today: date, words: Words) -> str:
    """What to know of a person in a few words."""
    part, person = row.part, row.person
    until = screen_date(part.until) if part and part.until else ""
    found = (
        words.tr("until {date}", date=until) if until else "",
        words.tr("has custody") if part and part.has_custody else "",
        words.tr("lives with the child") if part and part.lives_with_child else "",
        words.tr("deceased") if person.deceased else "",
        words.tr("address protected") if person.is_protected(today) else "",
        words.tr("own case") if row.own_case else "",
        words.tr("on the map alone") if row.is_of_map else "",
    )
    return ", ".join(part for part in found if part)


def facts_of(row: PersonRow, today: date, words: Words) -> list[tuple[str, str]]:
    """All that is known of a person, but numbers that are shown apart."""
    person, part = row.person, row.part
    age = age_on(person.birth_date, today)
    born = screen_date(person.birth_date)
    if born and age is not None and not person.deceased:
        born = f"{born} ({words.trn('{n} year', '{n} years', age)})"
    custody = (
        words.tr("has custody") if part and part.has_custody else "",
        words.tr("lives with the child") if part and part.lives_with_child else "",
    )
    return [
        (words.tr("Function"), person.title),
        (words.tr("Custody and home"), ", ".join(one for one in custody if one)),
        (words.tr("Part of the case"), _period(part, words)),
        (words.tr("Born"), born),
        (words.tr("Expected birth"), screen_date(person.term_date) if person.birth_date is None else ""),
        (words.tr("E-mail"), person.email),
        (words.tr("Address"), person.address),
        (words.tr("Protection"), _protection(person, today, words)),
        (words.tr("Deceased"), words.tr("yes") if person.deceased else ""),
        (words.tr("Remarks"), person.remarks),
    ]


def _period(part: CasePerson | None, words: Words) -> str:
    if part is None or (part.since is None and part.until is None):
        return ""
    since = words.tr("since {date}", date=screen_date(part.since)) if part.since else ""
    until = words.tr("until {date}", date=screen_date(part.until)) if part.until else ""
    return " ".join(one for one in (since, until) if one)


def _protection(person: Person, today: date, words: Words) -> str:
    if not person.protected:
        return ""
    end = screen_date(person.protected_until)
    if not person.is_protected(today):
        return words.tr("ended {date}", date=end)
    if end:
        return words.tr("name and address protected until {date}", date=end)
    return words.tr("name and address protected, no end noted")


def columns(words: Words, today: date) -> Sequence[Column[PersonRow]]:
    """The columns of the list of people."""

    def tone(row: PersonRow) -> str:
        return "muted" if row.is_past(today) else ""

    return (
        Column(
            key="name",
            title=words.tr("Name"),
            text=lambda row: row.person.name,
            strong=True,
            tone=tone,
        ),
        Column(
            key="role",
            title=words.tr("Is to the child"),
            text=lambda row: row.role,
            sort=lambda row: row.order,
            tone=tone,
        ),
        Column(
            key="phone",
            title=words.tr("Telephone"),
            text=lambda row: ", ".join(phone_numbers(row.person.phone)),
            tone=tone,
        ),
        Column(
            key="standing",
            title=words.tr("Remarks"),
            text=lambda row: standing(row, today, words),
            tone=tone,
        ),
    )
