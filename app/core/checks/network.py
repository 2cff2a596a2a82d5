"""What can be wrong with a network map."""

from __future__ import annotations

from collections import Counter

from app.core.checks.texts import check_texts
from app.core.errors import Problem
from app.core.records.network import NetworkMap


def check_map(record: NetworkMap) -> tuple[Problem, ...]:
    """Everybody is on the map once, and lines lead between two different people who are on it."""
    problems = [*check_texts(record)]
    if any(times > 1 for times in Counter(person.person_id for person in record.people).values()):
        problems.append(Problem("people", "person-twice"))
    ids = {person.id for person in record.people}
    if any(line.to_id not in ids or (line.from_id and line.from_id not in ids) for line in record.relations):
        problems.append(Problem("relations", "line-to-nobody"))
    if any(line.from_id == line.to_id for line in record.relations):
        problems.append(Problem("relations", "line-to-self"))
    for person in record.people:
        texts = check_texts(person, ("can_help",))
        problems += [Problem("people", p.code, values={**p.values, "part": p.field}) for p in texts]
    return tuple(problems)
