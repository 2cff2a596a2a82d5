"""Nothing that gives a protected family away leaves unseen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.core.checks.family_print import check_family_print
from app.core.names import Names
from app.core.records.documents import (
    DocumentGoal,
    DocumentMapPerson,
    DocumentSubGoal,
    Letterhead,
    NetworkDocument,
    PlanDocument,
)
from app.core.records.file_access import CaseFileDocument, FileType, GivenEntry, GivenPart, Piece, Withheld
from app.core.records.network import Invitation, Ring
from app.core.records.person import Person
from app.core.records.plan import GoalStatus, PlanKind

TODAY = date(2026, 11, 23)
ALMA = Person(first_name="Alma", last_name="Kjær", address="Åparken 12, 1. tv.\n7400 Herning")
PLAN = PlanDocument(
    head=Letterhead(municipality="Herning", department="", caseworker="Bo Lund", on=TODAY),
    kind=PlanKind.CHILDS_PLAN,
    child_first_name="Alma",
    child_name="Alma Kjær",
    number=1,
    given_to="",
    legal_basis="",
    purpose="",
    measure_reason="",
    expected_duration="",
    measures=(),
    steps=(),
    next_step="",
    goals=(),
    family_support="",
    child_comment="",
    parents_comment="",
    disagreement="",
    participants="",
    next_follow_up=None,
)


def _codes(document: PlanDocument, *people: Person, others: tuple[Person, ...] = ()) -> list[str]:
    return [problem.code for problem in check_family_print(document, people, others, TODAY)]


def test_a_plan_that_tells_nothing_passes_in_silence() -> None:
    assert _codes(replace(PLAN, purpose="Ro på Åparken 12"), ALMA) == []


def test_a_protection_in_force_is_told_and_one_that_ended_is_not() -> None:
    assert _codes(PLAN, replace(ALMA, protected=True)) == ["print-of-protected"]
    assert _codes(PLAN, replace(ALMA, protected=True, protected_until=TODAY)) == []


def test_a_protected_address_is_found_deep_in_a_goal_however_it_is_spelled() -> None:
    sub = DocumentSubGoal(
        what="Hentes på åparken  12 hver dag", responsible="", deadline=None, rhythm="", status=GoalStatus.MET
    )
    goal = DocumentGoal(
        theme=None, own_words="", goal="I skole", baseline=None, target=None, success_sign="",
        status=GoalStatus.UNDER_WAY, scores=(), sub_goals=(sub,),
    )  # fmt: skip
    assert _codes(replace(PLAN, goals=(goal,)), replace(ALMA, protected=True)) == ["print-tells-address"]


@pytest.mark.parametrize("number", ["0101107890", "010110-7890", "010110 7890"])
def test_what_looks_like_a_cpr_number_is_told(number: str) -> None:
    assert _codes(replace(PLAN, participants=f"Mor ({number})")) == ["print-tells-cpr"]


def test_a_telephone_number_is_no_cpr_number() -> None:
    assert _codes(replace(PLAN, participants="ring 97 12 34 56")) == []


def test_somebody_of_another_case_is_told_and_the_caseworker_in_the_head_is_not() -> None:
    noah, bo = Person(first_name="Noah", last_name="Falk"), Person(first_name="Bo", last_name="Lund")
    found = check_family_print(replace(PLAN, purpose="Ligesom noah falk."), (), (noah, bo), TODAY)
    assert [(p.code, p.values) for p in found] == [("print-names-other", {"name": "Noah Falk"})]
    assert _codes(replace(PLAN, purpose="Noah Falkenberg"), others=(noah,)) == []


def test_a_map_is_read_as_well_and_its_own_keys_are_no_words() -> None:
    helper = DocumentMapPerson(
        id="Åparken 12",
        name="Ida",
        role="",
        sector_key="kin",
        ring=Ring.CLOSE,
        angle=None,
        is_professional=False,
        deceased=False,
        can_help="",
        invited=Invitation.ASKED,
        protected=False,
    )
    drawn = NetworkDocument(
        head=PLAN.head,
        child_first_name="Alma",
        child_age=9,
        number=None,
        drawn_on=TODAY,
        drawn_by="",
        viewpoint="",
        sectors=(),
        people=(helper,),
        relations=(),
    )
    protected = replace(ALMA, protected=True)
    told = replace(drawn, people=(replace(helper, can_help="henter Alma på Åparken 12"),))
    assert [p.code for p in check_family_print(drawn, [protected], (), TODAY)] == ["print-of-protected"]
    assert [p.code for p in check_family_print(told, [protected], (), TODAY)] == ["print-tells-address"]


def test_a_case_file_is_read_as_far_as_it_is_given() -> None:
    noah, protected = Person(first_name="Noah", last_name="Falk"), replace(ALMA, protected=True)
    typed = "Mødtes på Åparken 12 med Noah Falk, 010180-1234."
    given = GivenPart(label=Names("Tekst", "Text"), pieces=(Piece(text=Names(typed, typed)),))
    kept_back = GivenPart(label=Names("Tekst", "Text"), pieces=(Piece(why=Withheld.PROTECTED),))

    def codes(part: GivenPart) -> list[str]:
        entry = GivenEntry(number=1, type=FileType.JOURNAL, day=TODAY, title=Names("Notat", "Note"), parts=(part,))
        file = CaseFileDocument(
            head=PLAN.head,
            child_name="Alma Kjær",
            municipal_number="",
            asked_by="Karen",
            received_on=None,
            first=None,
            last=None,
            entries=(entry,),
        )
        return [problem.code for problem in check_family_print(file, [protected], [noah], TODAY)]

    assert codes(given) == ["print-tells-address", "print-tells-cpr", "print-names-other"]
    assert codes(kept_back) == ["print-of-protected"]
