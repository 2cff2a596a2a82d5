"""The law decides the kind of plan, by date and age."""

from __future__ import annotations

from datetime import date

import pytest

from app.core.plan_proposal import basis_after, proposed_kind
from app.core.records.plan import PlanKind


@pytest.mark.parametrize(
    ("born", "day", "kind"),
    [
        (date(2007, 1, 1), date(2023, 12, 31), PlanKind.HANDLEPLAN),
        (date(2007, 1, 1), date(2024, 1, 1), PlanKind.YOUTH_PLAN),
        (date(2010, 6, 2), date(2026, 6, 1), PlanKind.CHILDS_PLAN),
        (date(2010, 6, 2), date(2026, 6, 2), PlanKind.YOUTH_PLAN),
        (None, date(2026, 6, 2), PlanKind.CHILDS_PLAN),
    ],
)
def test_the_kind_follows_date_and_age(born: date | None, day: date, kind: PlanKind) -> None:
    assert proposed_kind(born, day) is kind


def test_a_proposed_basis_follows_the_kind_and_an_own_one_stays() -> None:
    assert basis_after(PlanKind.YOUTH_PLAN, "") == "barnets lov § 108"
    assert basis_after(PlanKind.YOUTH_PLAN, "barnets lov § 91") == "barnets lov § 108"
    assert basis_after(PlanKind.YOUTH_PLAN, "barnets lov § 91, stk. 2") == "barnets lov § 91, stk. 2"
