"""A print that was handed out: what it was, of whom, how it left the program and when."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.core.ids import new_id


class HowHanded(StrEnum):
    """How a print left the program."""

    PRINTED = "printed"
    SAVED = "saved"
    LOCKED = "locked"  # saved with a password


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedPrint:
    """One time that a sheet was handed out. `at` is a moment in UTC, `pages` how many it has.

    `code` names the print as the log does ("plan v2"), `title` as the screen did then; `file_name` holds no name of a
    person. `case_ids` are all whose case is on it; `of_caseload` tells a print of all from one of chosen children.
    `size` is in bytes. A sheet that gave way to newer ones is not `is_kept` any more; that it was handed out stays.
    """

    id: str = field(default_factory=new_id)
    at: datetime
    how: HowHanded
    purpose: str
    code: str
    title: str
    language: str
    file_name: str
    pages: int
    case_ids: tuple[str, ...] = ()
    of_caseload: bool = False
    size: int = 0
    is_kept: bool = True
