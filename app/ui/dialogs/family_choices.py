"""What the forms about a family offer to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.records.family import CoupleKind, Family, ParentKind
from app.labels import choice
from app.ui.context import Context
from app.ui.widgets.choice_fields import Option
from app.words import Words


def couple_options(words: Words) -> list[Option]:
    """How two people can be a couple."""
    return [Option(kind.value, choice(words, kind)) for kind in CoupleKind]


def parent_options(words: Words) -> list[Option]:
    """How somebody can be a parent."""
    return [Option(kind.value, choice(words, kind)) for kind in ParentKind]


def role_options(context: Context) -> list[Option]:
    """The roles of a family, as the catalogue orders them."""
    language, roles = context.words.language, context.catalogue.roles(context.today())
    return [Option(role.key, role.names.of(language)) for role in roles if role.kin is not None]


def people_options(family: Family, without: Sequence[str] = ()) -> list[Option]:
    """The people of a case by name."""
    return [Option(key, name_of(family, key)) for key, one in family.people.items() if key not in without and one.name]


def name_of(family: Family, person_id: str) -> str:
    """What somebody of the family is called."""
    return family.people[person_id].name
