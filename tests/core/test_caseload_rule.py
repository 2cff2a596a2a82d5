"""The limit of the caseload."""

from __future__ import annotations

from datetime import date

import pytest

from app.core.caseload_rule import CaseloadLevel, caseload
from app.core.catalogue import Catalogue
from app.core.records.case import Case

TODAY = date(2025, 6, 2)


def opened(count: int) -> list[Case]:
    return [Case(person_id=str(number), opened=date(2025, 1, 1)) for number in range(count)]


@pytest.mark.parametrize(
    ("count", "level", "free", "over"),
    [
        (0, CaseloadLevel.CALM, 25, 0),
        (19, CaseloadLevel.CALM, 6, 0),
        (20, CaseloadLevel.NOTED, 5, 0),
        (24, CaseloadLevel.NOTED, 1, 0),
        (25, CaseloadLevel.FULL, 0, 0),
        (26, CaseloadLevel.OVER, 0, 1),
    ],
)
def test_a_caseload_is_noted_from_twenty_and_full_at_twenty_five(
    catalogue: Catalogue, count: int, level: CaseloadLevel, free: int, over: int
) -> None:
    found = caseload(opened(count), catalogue, TODAY)
    assert (found.level, found.free, found.over) == (level, free, over)


def test_closed_and_voided_cases_do_not_count_and_taken_in_ones_do(catalogue: Catalogue) -> None:
    cases = [
        Case(person_id="a", opened=date(2025, 1, 1), closed=TODAY),
        Case(person_id="b", opened=date(2025, 1, 1), voided_on=TODAY),
        Case(person_id="c", opened=date(2025, 7, 1)),
    ]
    assert caseload(cases, catalogue, TODAY).count == 1
