"""What the team leader said about a case: it stays open until it is settled."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.core.ids import new_id


class RemarkSource(StrEnum):
    """Where it was said: while a case was talked over (sparring), or written on the printed summary."""

    SPARRING = "sparring"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaderRemark:
    """A remark of the team leader. `to_do` is what is to be done, blank where `text` says it all, `due` may stay open.

    `summary_of` is the day of the summary it was written on. Settled on `settled_on` in the way `settled_how` tells.
    """

    id: str = field(default_factory=new_id)
    case_id: str
    said_on: date
    said_by: str = ""
    source: RemarkSource = RemarkSource.SPARRING
    summary_of: date | None = None
    text: str = ""
    to_do: str = ""
    due: date | None = None
    settled_on: date | None = None
    settled_how: str = ""
    voided_on: date | None = None
    void_reason: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it still waits to be settled."""
        return self.settled_on is None and self.voided_on is None

    @property
    def what(self) -> str:
        """What a list says of it: what is to be done, else what was said."""
        return self.to_do.strip() or self.text.strip()
