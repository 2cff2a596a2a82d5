"""Texts of a record: any characters are welcome, within a length that no honest text reaches."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.core.errors import Problem, Severity

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

LINE = 500
"""Characters in a field of one line: a name, a place, a provider."""

PROSE = 100_000
"""Characters in a field of several lines, some thirty printed pages."""

_HALF = re.compile("[\ud800-\udfff]")


def check_texts(record: DataclassInstance, prose: Iterable[str] = ()) -> tuple[Problem, ...]:
    """Every text of a record fits; the fields in `prose` may be long, all others hold a line.

    A half character (a surrogate on its own, from a broken paste) can be kept nowhere and is an error too.
    """
    long = frozenset(prose)
    problems: list[Problem] = []
    for field in dataclasses.fields(record):
        text = getattr(record, field.name)
        if isinstance(text, str):
            problems += check_text(field.name, text, PROSE if field.name in long else LINE)
    return tuple(problems)


def check_email(field: str, address: str) -> tuple[Problem, ...]:
    """An e-mail address has something on both sides of its sign; what is odd may still be meant."""
    before, sign, after = address.strip().partition("@")
    is_odd = bool(address.strip()) and not (before and sign and "." in after.strip("."))
    return (Problem(field, "email-odd", Severity.WARNING),) if is_odd else ()


def check_reason(field: str, reason: str) -> tuple[Problem, ...]:
    """What is closed or struck out says why."""
    empty = () if reason.strip() else (Problem(field, "reason-empty"),)
    return (*empty, *check_text(field, reason, PROSE))


def check_text(field: str, text: str, limit: int = LINE) -> tuple[Problem, ...]:
    """One text fits and can be kept."""
    problems = []
    if len(text) > limit:
        problems.append(Problem(field, "text-too-long", values={"limit": limit, "count": len(text)}))
    if _HALF.search(text):
        problems.append(Problem(field, "text-broken"))
    return tuple(problems)
