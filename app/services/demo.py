"""The demo caseload: 22 invented children with two years of history, told relative to the day it is opened."""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Session

from app import paths
from app.core.catalogue import Catalogue
from app.core.changes import Changes
from app.core.records.case import Case, SchoolFact, SchoolKind
from app.core.records.caseload import Caseworker
from app.core.records.joint_plan import Sharing
from app.core.records.journal import EntryKind, JournalEntry
from app.core.records.measure import Breakdown, EndReason, Measure
from app.core.records.person import Gender, Person
from app.core.records.snippet import Snippet, SnippetKind
from app.services.caseload import save_caseworker
from app.services.cases import save_case
from app.services.demo_events import DemoEvents
from app.services.demo_family import DemoFamily
from app.services.demo_follow_ups import DemoFollowUps
from app.services.demo_meetings import DemoMeetings
from app.services.demo_network import DemoNetwork, DemoPeople
from app.services.demo_plans import DemoPlans
from app.services.joint_plans import share_plan
from app.services.journal import save_entry, save_school_fact
from app.services.measures import save_measure
from app.services.plans import plan_of_case
from app.services.snippets import save_snippet

_WITH_THE_CHILD = (EntryKind.CHILD_TALK, EntryKind.SUPERVISION)


def fill_demo(session: Session, catalogue: Catalogue, today: date) -> Changes:
    """Write the whole demo caseload into an empty store, in one transaction.

    Open the store under another run afterwards, so that undo does not take the demo away.
    """
    told = tomllib.loads((paths.resources() / "demo" / "children.toml").read_text("utf-8"))
    worker = told["worker"]
    save_caseworker(session, Caseworker(is_demo=True, **worker | {"districts": tuple(worker["districts"])}))
    for phrase in told["phrase"]:
        save_snippet(session, Snippet(kind=SnippetKind(phrase["kind"]), text=phrase["text"]))
    people = DemoPeople()
    ids = [
        _Story(session, catalogue, today, child, told["texts"], people, worker["team_leader"]).write(number)
        for number, child in enumerate(told["child"], start=1)
    ]
    cases = {child["first"]: case_id for child, case_id in zip(told["child"], ids, strict=True)}
    for joint in told["joint"]:
        _share(session, catalogue, today, cases[joint["first"]], [cases[name] for name in joint["others"]])
    return Changes("demo-filled", case_ids=frozenset(ids))


def _share(session: Session, catalogue: Catalogue, today: date, case_id: str, others: list[str]) -> None:
    """Make a joint plan of siblings: the goals of the first case are from now on worded once for all."""
    plan = plan_of_case(session, case_id)
    goals = frozenset(goal.id for goal in plan.goals) if plan else frozenset()
    sharing = Sharing(case_ids=frozenset(others), goals=goals, purpose=False, support=False)
    share_plan(session, case_id, sharing, catalogue, today)


@dataclass
class _Story:
    """Writes one child's story as it would have been typed, event by event."""

    session: Session
    catalogue: Catalogue
    today: date
    told: dict[str, Any]
    texts: dict[str, Any]
    people: DemoPeople
    leader: str
    measures: tuple[Measure, ...] = ()

    def write(self, number: int) -> str:
        """Write the case and return its id."""
        child = self._child(number)
        self.case = Case(
            person_id=child.id,
            municipal_number=f"27.24.00-G01-{100 + number}-{self.today.year % 100}",
            district=self.told["district"],
            opened=self._day(self.told["opened"]),
            clarification=self.told.get("clarification", ""),
        )
        save_case(self.session, self.case, child, self.catalogue, self.today)
        self._school()
        self._measures()
        DemoNetwork(self.session, self.catalogue, self.today, self.case, self.people).write(self.told)
        DemoFamily(self.session, self.today, self.case, child, self.people).write(self.told)
        DemoFollowUps(
            self.session,
            self.catalogue,
            self.today,
            self.measures,
            self.case.id,
            self.told,
            self.texts,
            random.Random(number),  # noqa: S311 (the same demo each time, nothing secret)
        ).write()
        DemoEvents(self.session, self.today, self.case.id).write(self.told)
        DemoMeetings(self.session, self.today, self.case.id, self.people).write(self.told)
        for at, kind, text in self.told["notes"]:
            entry = JournalEntry(
                case_id=self.case.id,
                kind=EntryKind(kind),
                on=self._day(at),
                text=text,
                child_spoken=kind in _WITH_THE_CHILD,
            )
            save_entry(self.session, entry, self.today)
        DemoPlans(self.session, self.catalogue, self.today, self.measures).write(self.told, self.leader)
        return self.case.id

    def _day(self, offset: int) -> date:
        return self.today + timedelta(days=offset)

    def _child(self, number: int) -> Person:
        known = self.people.called(self.told["first"], self.told["last"])
        if "term" in self.told:
            return replace(known, term_date=self._day(self.told["term"]))
        born = self._day(-365 * self.told["age"] - 40 - 11 * number)
        gender = Gender(self.told["gender"])
        serial = 4000 + 10 * number + (1 if gender is Gender.MALE else 0)
        child = replace(
            known,
            birth_date=born,
            gender=gender,
            cpr=f"{born.day + 60:02}{born:%m%y}{serial}",
            protected=self.told.get("protected", False),
        )
        return self.people.now(child)

    def _school(self) -> None:
        if "school" in self.told:
            kind, name, grade = self.told["school"]
            start = max(self._day(-300), self.case.opened)
            save_school_fact(
                self.session,
                SchoolFact(case_id=self.case.id, kind=SchoolKind(kind), name=name, grade=grade, start=start),
            )

    def _measures(self) -> None:
        made = []
        for told in self.told["measures"]:
            given = dict(told)
            for name in ("start", "end", "expected_end", "receiver_since"):
                if name in given:
                    given[name] = self._day(given[name])
            type_key = given.pop("type")
            paragraphs = self.catalogue.paragraphs_of(
                self.catalogue.measure_type(type_key, given["start"]), given["start"]
            )
            ended = EndReason.BREAKDOWN if "breakdown" in given else EndReason.MOVED
            given.pop("end_reason", None)
            made.append(
                Measure(
                    case_id=self.case.id,
                    type_key=type_key,
                    paragraph=paragraphs[0].text if paragraphs else "",
                    end_reason=ended if "end" in given else None,
                    breakdown=Breakdown(given.pop("breakdown")) if "breakdown" in given else None,
                    **given,
                )
            )
        self.measures = tuple(made)
        for measure in made:
            save_measure(self.session, measure, self.catalogue, self.today)
