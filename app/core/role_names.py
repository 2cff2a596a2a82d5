"""What people are to a child, in the language it is read in.

A role on the map is text: what somebody typed, often by a word of the catalogue. Such a word is read in either
language.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.core.catalogue import Role
from app.core.names import Names
from app.core.records.documents import NetworkDocument


def names_of_role(text: str, roles: Iterable[Role]) -> Names | None:
    """The two names of a role that is called by one of them, None where somebody found a word of their own."""
    wanted = text.strip().casefold()
    return next((role.names for role in roles if wanted in {role.names.da.casefold(), role.names.en.casefold()}), None)


def read_in(document: NetworkDocument, language: str) -> NetworkDocument:
    """The map with the roles of the catalogue in a language."""
    people = tuple(
        replace(person, role=person.role_names.of(language)) if person.role_names else person
        for person in document.people
    )
    return replace(document, people=people)
