"""The limit of the caseload: at most 25 open cases, noted from 20, never scolded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.catalogue import Catalogue
from app.core.records.case import Case


class CaseloadLevel(StrEnum):
    """How full the caseload is."""

    CALM = "calm"
    NOTED = "noted"
    FULL = "full"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caseload:
    """The number of open cases against the limit of the day."""

    count: int
    limit: int
    noted_from: int

    @property
    def level(self) -> CaseloadLevel:
        """How full it is. At the limit one more case needs the team leader."""
        if self.count > self.limit:
            return CaseloadLevel.OVER
        if self.count == self.limit:
            return CaseloadLevel.FULL
        return CaseloadLevel.NOTED if self.count >= self.noted_from else CaseloadLevel.CALM

    @property
    def free(self) -> int:
        """How many cases may still be taken in."""
        return max(0, self.limit - self.count)

    @property
    def over(self) -> int:
        """How many cases there are beyond the limit."""
        return max(0, self.count - self.limit)


def caseload(cases: Iterable[Case], catalogue: Catalogue, today: date) -> Caseload:
    """Count the cases that are open today."""
    rules = catalogue.rules(today)
    count = sum(case.is_open(today) for case in cases)
    return Caseload(count=count, limit=rules.caseload_limit, noted_from=rules.caseload_noted_from)
