"""The families of the demo: who is whose child, who is or was a couple, and how old they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Session

from app.core.records.case import Case
from app.core.records.family import Couple, CoupleKind, Parentage, ParentKind, Tie
from app.core.records.person import CasePerson, Person
from app.services.demo_network import DemoPeople
from app.services.families import save_ties
from app.services.people import people_of_case, save_case_person, save_person

_YEAR = 365.25


@dataclass
class DemoFamily:
    """Writes the ties of one child's family. People are told by their first names, which differ within a family."""

    session: Session
    today: date
    case: Case
    child: Person
    people: DemoPeople

    def write(self, told: Mapping[str, Any]) -> None:
        """Write those who are on no map, how old everybody is and with whom they live, then the ties."""
        for role_key, first, last, *marks in told.get("kin", ()):
            person = self.people.now(replace(self.people.called(first, last), deceased="deceased" in marks))
            part = CasePerson(case_id=self.case.id, person_id=person.id, role_key=role_key)
            save_case_person(self.session, person, part, self.today)
        found = {one.person.first_name: one for one in people_of_case(self.session, self.case.id)}
        for first, age in told.get("ages", {}).items():
            person, born = found[first].person, self.today - timedelta(days=int(_YEAR * age) + 90 + len(first))
            save_person(self.session, self.people.now(replace(person, birth_date=born)), self.today)
        for first in told.get("home", ()):
            one = found[first]
            person = self.people.called(first, one.person.last_name)
            save_case_person(self.session, person, replace(one.part, lives_with_child=True), self.today)
        ids = {first: one.person.id for first, one in found.items()} | {self.child.first_name: self.child.id}
        ties = [*(_couple(ids, *one) for one in told.get("couples", ()))]
        ties += [tie for one in told.get("parents", ()) for tie in _parents(ids, *one)]
        # A sibling's case has told some of them already.
        save_ties(self.session, [tie for tie in ties if self.people.are_new_to_each_other(tie.ends())], self.today)


def _couple(ids: Mapping[str, str], one: str, other: str, kind: str, *years: int) -> Tie:
    since, until = (date(year, 6, 1) if year else None for year in (*years, 0, 0)[:2])
    return Couple(one_id=ids[one], other_id=ids[other], kind=CoupleKind(kind), since=since, until=until)


def _parents(ids: Mapping[str, str], parents: str, children: str, kind: str = "birth") -> list[Tie]:
    return [
        Parentage(parent_id=ids[parent], child_id=ids[child], kind=ParentKind(kind))
        for child in children.split()
        for parent in parents.split()
    ]
