"""What siblings share of a plan, and what would be replaced by it."""

from __future__ import annotations

from app.core.errors import Severity
from app.core.joint_plan import check_sharing
from app.core.records.plan import Plan

OWN = Plan(case_id="own", purpose="Ro", family_support="Hver uge")


def test_words_of_their_own_that_would_be_replaced_are_told_and_can_be_passed() -> None:
    others = {
        "Bo": Plan(case_id="bo", purpose="Skole", family_support=" "),
        "Liv": Plan(case_id="liv", purpose=" Ro ", family_support="Aldrig"),
    }
    found = check_sharing(OWN, others, purpose=True, support=True)
    assert [(one.field, one.code, one.values["name"]) for one in found] == [
        ("purpose", "joint-replaces-purpose", "Bo"),
        ("family_support", "joint-replaces-support", "Liv"),
    ]
    assert {one.severity for one in found} == {Severity.WARNING}


def test_what_is_not_shared_replaces_nothing() -> None:
    others = {"Bo": Plan(case_id="bo", purpose="Skole", family_support="Andet")}
    assert check_sharing(OWN, others, purpose=False, support=False) == ()
