"""The siblings of a child who have an open case here too."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from sqlalchemy.orm import Session

from app.core.catalogue import Catalogue
from app.core.records.person import CasePerson
from app.core.siblings import family_of, siblings_of
from app.models.mapping import read_values
from app.models.person import CasePersonRow
from app.services.cases import CaseAndChild, all_cases


def siblings_of_case(session: Session, case_id: str, catalogue: Catalogue, today: date) -> tuple[CaseAndChild, ...]:
    """The open cases of the child's siblings, the eldest first; those without a birth date last."""
    pairs = {pair.case.id: pair for pair in all_cases(session) if pair.case.is_open(today) or pair.case.id == case_id}
    parts: dict[str, list[CasePerson]] = defaultdict(list)
    for values in read_values(session, CasePersonRow, CasePerson, "case_id", [*pairs]):
        parts[values["case_id"]].append(CasePerson(**values))
    families = {key: family_of(pair.child.id, parts[key], catalogue, today) for key, pair in pairs.items()}
    found = (pairs[key] for key in siblings_of(case_id, families))
    return tuple(sorted(found, key=lambda pair: (pair.child.birth_date or date.max, pair.child.first_name)))
