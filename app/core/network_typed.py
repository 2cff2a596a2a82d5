"""What is meant by the few words with which somebody is put on a network map: "Karen Kjær, mormor"."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.catalogue import Role


def name_and_role(text: str) -> tuple[str, str]:
    """The name before the first comma, and what is said after it."""
    name, _, role = text.partition(",")
    return " ".join(name.split()), " ".join(role.split())


def role_called(text: str, roles: Sequence[Role], language: str) -> Role | None:
    """The role of the catalogue that is called so, in whichever case it was typed."""
    wanted = text.strip().casefold()
    return next((role for role in roles if wanted and role.names.of(language).casefold() == wanted), None)


def is_for_professionals(sector_key: str, roles: Sequence[Role]) -> bool:
    """Whether everybody who usually stands in a sector is there because of their work."""
    there = [role for role in roles if role.sector_key == sector_key]
    return bool(there) and all(role.is_professional for role in there)
