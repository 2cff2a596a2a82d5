"""Names that stand on no paper: in a text somebody typed, the role takes the place of a protected person's name."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Final

from app.core.records.documents import NetworkDocument

PLACEMENT: Final = "anbringelsesstedet"
"""Where a protected child is placed, in the language of what caseworkers type, as roles are."""


def by_role(text: str, hidden: Mapping[str, str]) -> str:
    """The text with each whole name of `hidden` replaced by its role, together with a role typed in brackets after it.

    A first name alone is left: it may be anybody's. Longer names are looked for first.
    """
    for name in sorted((name for name in hidden if name.strip()), key=len, reverse=True):
        spelled = r"\s+".join(map(re.escape, name.split()))
        text = re.sub(rf"(?<!\w){spelled}(?!\w)(?:[ \t]*\([^)\n]*\))?", _as_is(hidden[name]), text, flags=re.IGNORECASE)
    return text


def by_placement(text: str, places: Collection[str]) -> str:
    """The text without the names of where a protected child is placed; its word for that takes their place.

    Within other words only a name of two words and more is found, spelled as it is: "Herning" alone may be the town,
    and "familien" anybody's. A text that is nothing but the name, as who provides a measure, is always told so.
    """
    if text.strip() in places:
        return PLACEMENT
    for name in sorted((name for name in places if " " in name), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", PLACEMENT, text)
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
