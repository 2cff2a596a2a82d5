"""Whom the forms of a network meeting offer: the people of the map by closeness, then the others of the case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.core.records.meeting import NetworkMeeting
from app.core.records.network import Invitation, Ring
from app.core.records.person import Person
from app.core.sorting import sort_key
from app.labels import choice
from app.services.meeting_sheet import MeetingSheet
from app.ui.context import Context
from app.ui.dialogs.known_people import in_order, role_name
from app.ui.widgets.choice_fields import Option
from app.ui.widgets.grouped_check_list import CheckGroup


def guest_names(context: Context, sheet: MeetingSheet) -> dict[str, str]:
    """What to call everybody who can be asked, by the id of the person: "Karen Holm (mother)"."""
    roles = {found.person.id: role_name(context, found.part.role_key).casefold() for found in reversed(sheet.parts)}
    if sheet.drawn is not None:
        roles |= {place.person_id: place.role.casefold() for place in sheet.drawn.people if place.role}
    return {key: _called(person, roles.get(key, "")) for key, person in sheet.people.items()}


def guest_groups(context: Context, sheet: MeetingSheet, asked: NetworkMeeting | None = None) -> list[CheckGroup]:
    """Everybody alive in groups. With `asked` its guests stand first, each with what they answered."""
    names, words = guest_names(context, sheet), context.words
    groups: list[CheckGroup] = []
    taken = {guest.person_id for guest in asked.guests} if asked else set()
    if asked is not None:
        told = tuple(Option(g.person_id, _answered(context, names[g.person_id], g.answer)) for g in asked.guests)
        if asked.held_on is not None:
            told = _options((guest.person_id for guest in asked.guests), names)
        groups.append(CheckGroup(words.tr("Asked to come"), told))
    for ring in Ring:
        found = [key for key in _of_ring(sheet, ring) if key not in taken]
        taken.update(found)
        groups.append(CheckGroup(choice(words, ring), _options(found, names)))
    rest = [key for key in _of_case(context, sheet) if key not in taken]
    groups.append(CheckGroup(words.tr("Not on the map"), _options(rest, names)))
    return groups


def promisers(context: Context, sheet: MeetingSheet) -> list[str]:
    """Who is suggested as the one who promised something: the child, the caseworker's own part, then everybody."""
    names = guest_names(context, sheet)
    known = [*_of_case(context, sheet), *(key for key in sheet.people)]
    child = sheet.status.file.child.first_name
    caseworker = context.words.tr("The caseworker")
    return list(dict.fromkeys(name for name in (*(names[key] for key in known), child, caseworker) if name))


def _of_ring(sheet: MeetingSheet, ring: Ring) -> Iterator[str]:
    places = sheet.drawn.people if sheet.drawn is not None else ()
    there = (place.person_id for place in places if place.ring is ring and place.person_id in sheet.people)
    alive = [key for key in there if not sheet.people[key].deceased]
    yield from sorted(alive, key=lambda key: sort_key(sheet.people[key].name))


def _of_case(context: Context, sheet: MeetingSheet) -> Iterator[str]:
    """Those whose part in the case goes on, custody holders first."""
    today = context.today()
    for found in in_order(context, sheet.parts):
        if not found.part.has_ended(today) and found.person.id in sheet.people and not found.person.deceased:
            yield found.person.id


def _options(keys: Iterable[str], names: dict[str, str]) -> tuple[Option, ...]:
    return tuple(Option(key, names[key]) for key in dict.fromkeys(keys))


def _answered(context: Context, name: str, answer: Invitation) -> str:
    if answer in (Invitation.YES, Invitation.NO):
        # The answer first: where the name is long its end is cut.
        return f"{choice(context.words, answer)}: {name}"
    return name


def _called(person: Person, role: str) -> str:
    name = person.name or person.title
    return f"{name} ({role})" if name and role else name or role
