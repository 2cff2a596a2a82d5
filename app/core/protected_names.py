"""Names that stand on no paper: in a text somebody typed, the role takes the place of a protected person's name."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from app.core.records.documents import NetworkDocument


def by_role(text: str, hidden: Mapping[str, str]) -> str:
    """The text with each whole name of `hidden` replaced by its role, together with a role typed in brackets after it.

    A first name alone is left: it may be anybody's. Longer names are looked for first.
    """
    for name in sorted((name for name in hidden if name.strip()), key=len, reverse=True):
        spelled = r"\s+".join(map(re.escape, name.split()))
        text = re.sub(rf"(?<!\w){spelled}(?!\w)(?:[ \t]*\([^)\n]*\))?", _as_is(hidden[name]), text, flags=re.IGNORECASE)
    return text


def by_role_alone(document: NetworkDocument, places: Collection[str], names: Collection[str]) -> NetworkDocument:
    """A kept map on which some people stand by their role: they have become protected since.

    They are those in these places of it, whatever they were called then, and those of these names.
    """
    people = tuple(
        replace(one, name="", protected=True) if one.id in places or one.name in names else one
        for one in document.people
    )
    return replace(document, people=people)


def _as_is(role: str) -> str:
    """The role as a replacement that is not read as a pattern."""
    return role.replace("\\", r"\\")
