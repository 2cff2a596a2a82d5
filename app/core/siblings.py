"""Which children are siblings, as far as their cases tell: so that one visit can be about all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from app.core.catalogue import Catalogue
from app.core.records.person import CasePerson


def family_of(child_id: str, parts: Iterable[CasePerson], catalogue: Catalogue, today: date) -> frozenset[str]:
    """The people by whom a child's siblings are known: the child itself, its siblings, its custody holders."""
    known = (
        part.person_id
        for part in parts
        if (part.has_custody or catalogue.role(part.role_key, today).is_sibling) and not part.has_ended(today)
    )
    return frozenset({child_id, *known})


def siblings_of(case_id: str, families: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """The other cases that know one of the same family, in the order of `families`."""
    own = families[case_id]
    return tuple(other for other, family in families.items() if other != case_id and not own.isdisjoint(family))
