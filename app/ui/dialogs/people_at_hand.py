"""Whom a form suggests where people of a case are typed into a text: a person is typed once, in the case or on its map.

Nobody is suggested who has died, or whose part in the case has ended.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.core.records.person import Person
from app.services.people import people_of_case
from app.ui.context import Context
from app.ui.dialogs.known_people import in_order, people_by_map, role_name


def names_at_hand(context: Context, case_id: str) -> list[str]:
    """The names, custody holders first, those of the map alone last."""
    return list(dict.fromkeys(person.name for person, _ in _people(context, case_id) if person.name))


def called_at_hand(context: Context, case_id: str) -> list[str]:
    """What to call them in a text where commas part them: "Karen Holm (mother)"."""
    return [
        (f"{person.name or person.title} ({role.casefold()})" if role else person.name).replace(",", " ")
        for person, role in _people(context, case_id)
    ]


def _people(context: Context, case_id: str) -> Iterator[tuple[Person, str]]:
    """Who can be named, each with what they are to the child."""
    today, found = context.today(), context.read(people_of_case, case_id)
    for one in in_order(context, found):
        if not one.part.has_ended(today) and not one.person.deceased:
            yield one.person, role_name(context, one.part.role_key)
    known = {one.person.id for one in found}
    for person, role in people_by_map(context, case_id):
        if person.id not in known and not person.deceased:
            yield person, role
