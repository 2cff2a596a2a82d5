"""The check before a print goes to a family."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.core.checks.family_print import FamilyDocument, check_family_print
from app.core.errors import Problem
from app.services.cases import case_and_child
from app.services.network_maps import people_of_map
from app.services.people import all_people, people_of_case


def family_print_warnings(session: Session, case_id: str, document: FamilyDocument, today: date) -> tuple[Problem, ...]:
    """What to look at before the print of a case leaves the office; raises `NotFound`."""
    mine = {found.person.id: found.person for found in people_of_case(session, case_id)}
    mine |= people_of_map(session, case_id)
    child = case_and_child(session, case_id).child
    mine[child.id] = child
    others = [person for person in all_people(session) if person.id not in mine]
    return check_family_print(document, mine.values(), others, today)
