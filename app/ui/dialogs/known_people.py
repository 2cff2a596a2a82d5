"""Everybody the store knows, to be found while a name is typed: a person is typed once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.core.dates import screen_date
from app.core.records.person import CasePerson, Person
from app.core.sorting import sort_key
from app.services.network_maps import map_of_case, people_of_map
from app.services.people import PersonInCase, all_people, cases_of_children, people_of_case
from app.ui.context import Context
from app.ui.widgets.pick_field import Pick


@dataclass(frozen=True, slots=True)
class KnownPeople:
    """The people of the store by id, and the parts some of them have in the case, by person."""

    people: Mapping[str, Person]
    parts: Mapping[str, CasePerson]
    details: Mapping[str, str]

    def picks(self, without: Sequence[str] = ()) -> tuple[Pick, ...]:
        """What a line suggests, those of the case first; two of one name are told apart."""
        found: list[Pick] = []
        taken: set[str] = set()
        for person in sorted(self.people.values(), key=lambda p: (p.id not in self.parts, sort_key(p.name))):
            if person.id in without or not person.name:
                continue
            text = self._text(person)
            if text in taken:
                text = f"{text} ({screen_date(person.birth_date) or person.phone or len(taken)})"
            taken.add(text)
            found.append(Pick(person.id, text))
        return tuple(found)

    def called(self, name: str, without: Sequence[str] = ()) -> tuple[Person, ...]:
        """Those who are called exactly so."""
        wanted = " ".join(name.casefold().split())
        return tuple(p for p in self.people.values() if p.id not in without and p.name.casefold() == wanted)

    def _text(self, person: Person) -> str:
        detail = self.details.get(person.id, "") or person.title
        return f"{person.name} – {detail}" if detail else person.name


def known_people(context: Context, case_id: str) -> KnownPeople:
    """Everybody, as seen from one case. A child of the caseload is told by that."""
    parts = {found.part.person_id: found.part for found in context.read(people_of_case, case_id)}
    details = {key: role_name(context, part.role_key) for key, part in parts.items()}
    for child_id in context.read(cases_of_children):
        details.setdefault(child_id, context.words.tr("a child of the caseload"))
    return KnownPeople({person.id: person for person in context.read(all_people)}, parts, details)


def in_order(context: Context, people: Iterable[PersonInCase]) -> tuple[PersonInCase, ...]:
    """Those with custody first, then the others as the roles are ordered; those whose part in the case ended last."""
    today = context.today()
    places = {role.key: number for number, role in enumerate(context.catalogue.roles(today))}

    def place(found: PersonInCase) -> tuple[bool, bool, int, tuple[str, str]]:
        part = found.part
        return (
            part.has_ended(today),
            not part.has_custody,
            places.get(part.role_key, len(places)),
            sort_key(found.person.name),
        )

    return tuple(sorted(people, key=place))


def people_by_map(context: Context, case_id: str) -> tuple[tuple[Person, str], ...]:
    """Those on the map of a case by their names, each with what the map says they are to the child."""
    drawn = context.read(map_of_case, case_id)
    people, places = context.read(people_of_map, case_id), drawn.people if drawn else ()
    found = [(people[place.person_id], place.role) for place in places]
    return tuple(sorted(found, key=lambda one: sort_key(one[0].name)))


def role_name(context: Context, role_key: str) -> str:
    """What a role is called."""
    return context.catalogue.role(role_key, context.today()).names.of(context.words.language)
