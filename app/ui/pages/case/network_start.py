"""The first step of a network map: those of the case who live with the child or have custody."""

from __future__ import annotations

from dataclasses import replace

from app.core.network_editing import with_line, with_person
from app.core.records.network import MapPerson, NetworkMap, RelationQuality, Ring
from app.core.records.person import Person
from app.services.network_maps import map_of_case
from app.services.people import people_of_case
from app.ui.context import Context


def family_on_map(context: Context, case_id: str) -> tuple[NetworkMap, tuple[Person, ...]]:
    """The case's map with the family put close to the child, each with an ordinary line, and who they are."""
    today, language = context.today(), context.words.language
    drawn = context.read(map_of_case, case_id) or NetworkMap(case_id=case_id)
    drawn = replace(drawn, drawn_on=drawn.drawn_on or today)
    home = context.catalogue.sectors(today)[0].key  # the household is the first sector of the map
    people = []
    for found in context.read(people_of_case, case_id):
        part, role = found.part, context.catalogue.role(found.part.role_key, today)
        is_parent = role.may_have_custody and role.sector_key == home
        is_family = part.has_custody or part.lives_with_child or is_parent
        if not is_family or (part.until is not None and part.until <= today):
            continue
        if found.person.id in {place.person_id for place in drawn.people}:
            continue
        place = MapPerson(
            person_id=found.person.id, role=role.names.of(language), sector_key=role.sector_key, ring=Ring.CLOSE
        )
        drawn = with_line(with_person(drawn, place), None, place.id, RelationQuality.ORDINARY)
        people.append(found.person)
    return drawn, tuple(people)
