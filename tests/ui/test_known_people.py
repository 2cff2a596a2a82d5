"""The people of a case stand in one order wherever they are offered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core.records.person import CasePerson, Person
from app.services.network_maps import map_of_case, save_map
from app.services.people import people_of_case, save_case_person
from app.ui.context import Context
from app.ui.dialogs.known_people import in_order
from app.ui.dialogs.people_at_hand import called_at_hand, names_at_hand
from app.ui.pages.case.people_words import person_rows, standing
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


@pytest.mark.usefixtures("look")
def test_who_is_typed_on_the_map_is_at_hand_wherever_people_are_typed_and_who_is_dead_or_gone_is_not(
    context: Context, office: Office
) -> None:
    case = office.case("Alma")
    office.map(case, office.person(case, "Karen", last_name="Holm", role_key="mother"))
    office.person(case, "Else", role_key="maternal_grandmother", deceased=True)
    gone = Person(first_name="Gone")
    part = CasePerson(case_id=case.id, person_id=gone.id, role_key="friend", until=context.today())
    context.write(save_case_person, gone, part, context.today())
    drawn = context.read(map_of_case, case.id)
    assert drawn is not None
    niels = Person(first_name="Niels", last_name="Toft")
    place = replace(drawn.people[0], id="niels", person_id=niels.id, role="Nabo")
    context.write(save_map, replace(drawn, people=(*drawn.people, place)), context.today(), (niels,))

    assert names_at_hand(context, case.id) == ["Karen Holm", "Niels Toft"]
    assert called_at_hand(context, case.id) == ["Karen Holm (mother)", "Niels Toft (nabo)"]
    rows = person_rows(context, case.id)
    assert [row.person.first_name for row in rows] == ["Alma", "Karen", "Else", "Gone", "Niels"]
    assert standing(rows[-1], context.today(), context.words) == "on the map alone"
