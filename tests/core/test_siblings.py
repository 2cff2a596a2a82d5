"""Who is a sibling of whom, as the people of the cases tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.core.catalogue import Catalogue
from app.core.records.person import CasePerson
from app.core.siblings import family_of, siblings_of
from tests.conftest import TODAY

ALMA, BO = "alma", "bo"


def part(case_id: str, person_id: str, role_key: str, *, custody: bool = False) -> CasePerson:
    return CasePerson(case_id=case_id, person_id=person_id, role_key=role_key, has_custody=custody)


def found(catalogue: Catalogue, of_alma: list[CasePerson], of_bo: list[CasePerson]) -> tuple[str, ...]:
    families = {
        "case-alma": family_of(ALMA, of_alma, catalogue, TODAY),
        "case-bo": family_of(BO, of_bo, catalogue, TODAY),
        "case-liv": family_of("liv", [part("case-liv", "teacher", "class_teacher")], catalogue, TODAY),
    }
    return siblings_of("case-alma", families)


MOTHER_OF_ALMA = part("case-alma", "karen", "mother", custody=True)
MOTHER_OF_BO = part("case-bo", "karen", "mother", custody=True)


@pytest.mark.parametrize(
    ("of_alma", "of_bo"),
    [
        ([part("case-alma", BO, "brother")], []),
        ([], [part("case-bo", ALMA, "half_sibling")]),
        ([part("case-alma", "sofie", "sister")], [part("case-bo", "sofie", "sister")]),
        ([MOTHER_OF_ALMA], [MOTHER_OF_BO]),
        ([MOTHER_OF_ALMA], [replace(MOTHER_OF_BO, role_key="step_mother")]),
    ],
)
def test_a_sibling_by_role_on_either_side_or_a_custody_holder_in_common_makes_siblings(
    catalogue: Catalogue, of_alma: list[CasePerson], of_bo: list[CasePerson]
) -> None:
    assert found(catalogue, of_alma, of_bo) == ("case-bo",)


@pytest.mark.parametrize(
    ("of_alma", "of_bo"),
    [
        ([], []),
        ([part("case-alma", BO, "cousin")], []),
        ([part("case-alma", "ulla", "class_teacher")], [part("case-bo", "ulla", "class_teacher")]),
        ([MOTHER_OF_ALMA], [replace(MOTHER_OF_BO, has_custody=False)]),
        ([MOTHER_OF_ALMA], [replace(MOTHER_OF_BO, until=TODAY)]),
    ],
)
def test_others_in_common_do_not_nor_what_has_ended(
    catalogue: Catalogue, of_alma: list[CasePerson], of_bo: list[CasePerson]
) -> None:
    assert found(catalogue, of_alma, of_bo) == ()


def test_custody_that_ends_later_still_counts(catalogue: Catalogue) -> None:
    until = replace(MOTHER_OF_BO, until=date(TODAY.year + 1, 1, 1))
    assert found(catalogue, [MOTHER_OF_ALMA], [until]) == ("case-bo",)
