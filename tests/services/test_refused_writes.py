"""No service trusts its caller: what a form should have refused is refused again before it is saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.core.errors import Invalid
from app.core.records.case import Case, LimitException
from app.core.records.caseload import Caseworker
from app.core.records.follow_up import Agreement
from app.services import agreements, caseload, cases, documents, follow_ups, journal, measures, network_maps, plans
from tests.conftest import TODAY
from tests.factories import Office

Write = Callable[[Office, Case], object]

HALF = "Sagt op \ud83d"


def case_closed(office: Office, case: Case) -> None:
    office.store.write(cases.close_case, case.id, TODAY, HALF, True)


def case_reopened(office: Office, case: Case) -> None:
    office.store.write(cases.close_case, case.id, TODAY, "Flyttet", True)
    unsaid = LimitException(case_id=case.id, reason="", asked_on=TODAY)
    office.store.write(cases.reopen_case, case.id, office.catalogue, TODAY, unsaid)


def agreement_settled(office: Office, case: Case) -> None:
    office.store.write(agreements.settle_agreement, Agreement(case_id=case.id, what="", kept=True, settled_on=TODAY))


def caseworker_unnamed(office: Office, case: Case) -> None:
    office.store.write(caseload.save_caseworker, Caseworker(name=""))


def plan_given_to_half_a_character(office: Office, case: Case) -> None:
    office.plan(case)
    document = office.store.read(documents.plan_document, case.id, office.catalogue, TODAY, number=1)
    office.store.write(plans.issue_plan, case.id, document, TODAY, HALF)


def map_drawn_by_half_a_character(office: Office, case: Case) -> None:
    office.map(case, office.person(case))
    document = office.store.read(documents.network_document, case.id, office.catalogue, TODAY, number=1)
    office.store.write(network_maps.keep_version, case.id, replace(document, drawn_by=HALF), TODAY)


@pytest.mark.parametrize(
    ("write", "field", "code"),
    [
        (case_closed, "closed_reason", "text-broken"),
        (case_reopened, "reason", "reason-empty"),
        (agreement_settled, "what", "text-empty"),
        (caseworker_unnamed, "name", "name-empty"),
        (plan_given_to_half_a_character, "given_to", "text-broken"),
        (map_drawn_by_half_a_character, "drawn_by", "text-broken"),
    ],
)
def test_what_no_form_would_let_through_is_not_saved_either(
    office: Office, write: Write, field: str, code: str
) -> None:
    with pytest.raises(Invalid) as refused:
        write(office, office.case())
    assert [(problem.field, problem.code) for problem in refused.value.problems] == [(field, code)]


STRIKE_OUT: dict[str, Callable[[Office, Case, str], object]] = {
    "case": lambda office, case, why: office.store.write(cases.void_case, case.id, TODAY, why),
    "measure": lambda office, case, why: office.store.write(measures.void_measure, office.measure(case).id, TODAY, why),
    "follow-up": lambda office, case, why: office.store.write(
        follow_ups.void_follow_up, office.held(case).id, TODAY, why
    ),
    "entry": lambda office, case, why: office.store.write(journal.void_entry, office.note(case).id, TODAY, why),
}


@pytest.mark.parametrize("what", STRIKE_OUT)
@pytest.mark.parametrize(("why", "code"), [("", "reason-empty"), (" \n", "reason-empty"), (HALF, "text-broken")])
def test_whatever_is_struck_out_says_why(office: Office, what: str, why: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        STRIKE_OUT[what](office, office.case(), why)
    assert [(problem.field, problem.code) for problem in refused.value.problems] == [("void_reason", code)]
