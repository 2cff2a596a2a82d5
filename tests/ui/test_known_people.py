"""The people of a case stand in one order wherever they are offered."""

from __future__ import annotations

import pytest

from app.core.records.person import CasePerson, Person
from app.services.people import people_of_case, save_case_person
from app.ui.context import Context
from app.ui.dialogs.known_people import in_order
from tests.factories import Office


@pytest.mark.usefixtures("look")
def test_custody_comes_first_then_the_roles_in_their_order_and_what_is_past_last(
    context: Context, office: Office
) -> None:
    case = office.case("Alma")
    for name, role, has_custody, until in (
        ("Uncle", "maternal_uncle", False, None),
        ("Former", "mother", False, context.today()),
        ("Friend", "friend", False, None),
        ("Father", "father", False, None),
        ("Guardian", "maternal_uncle", True, None),
    ):
        person = Person(first_name=name)
        part = CasePerson(case_id=case.id, person_id=person.id, role_key=role, has_custody=has_custody, until=until)
        context.write(save_case_person, person, part, context.today())

    found = in_order(context, context.read(people_of_case, case.id))

    assert [one.person.first_name for one in found] == ["Guardian", "Father", "Uncle", "Friend", "Former"]
