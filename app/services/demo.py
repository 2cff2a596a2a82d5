"""The demo caseload: 22 invented children with two years of history, told relative to the day it is opened."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import cycle
from typing import Any

from sqlalchemy.orm import Session

from app import paths
from app.core.catalogue import Catalogue
from app.core.changes import Changes
from app.core.clocks import clocks
from app.core.interval import Interval
from app.core.records.case import Case, SchoolFact, SchoolKind
from app.core.records.caseload import Caseworker
from app.core.records.follow_up import (
    Agreement,
    ContactForm,
    FollowUp,
    GoalScore,
    Informant,
    Outcome,
    Presence,
)
from app.core.records.journal import EntryKind, JournalEntry
from app.core.records.measure import Breakdown, EndReason, Measure
from app.core.records.network import Invitation, MapPerson, NetworkMap, Relation, RelationQuality, Ring
from app.core.records.person import CasePerson, Gender, Person
from app.core.records.plan import Goal, GoalStatus, Plan, SubGoal
from app.core.schedule import due_dates, goal_after
from app.services.caseload import save_caseworker
from app.services.cases import save_case
from app.services.demo_events import DemoEvents
from app.services.demo_plans import DemoPlans
from app.services.documents import network_document, plan_document
from app.services.follow_ups import save_follow_up
from app.services.journal import save_entry, save_school_fact
from app.services.measures import save_measure
from app.services.network_maps import keep_version, save_map
from app.services.people import save_case_person
from app.services.plans import issue_plan, save_plan

_SMALL = 5
# Up to which age a child is told of in which of the texts.
_TEXTS = {_SMALL: "small", 12: "school", 15: "teen", 23: "young"}
_WITH_THE_CHILD = (EntryKind.CHILD_TALK, EntryKind.SUPERVISION)


def fill_demo(session: Session, catalogue: Catalogue, today: date) -> Changes:
    """Write the whole demo caseload into an empty store, in one transaction.

    Open the store under another run afterwards, so that undo does not take the demo away.
    """
    told = tomllib.loads((paths.resources() / "demo" / "children.toml").read_text("utf-8"))
    worker = told["worker"]
    save_caseworker(session, Caseworker(is_demo=True, **worker | {"districts": tuple(worker["districts"])}))
    people: dict[tuple[str, str], Person] = {}
    ids = [
        _Story(session, catalogue, today, child, told["texts"], people, worker["team_leader"]).write(number)
        for number, child in enumerate(told["child"], start=1)
    ]
    return Changes("demo-filled", case_ids=frozenset(ids))


@dataclass
class _Story:
    """Writes one child's story as it would have been typed, event by event."""

    session: Session
    catalogue: Catalogue
    today: date
    told: dict[str, Any]
    texts: dict[str, dict[str, list[str]]]
    people: dict[tuple[str, str], Person]
    leader: str
    measures: tuple[Measure, ...] = ()
    held: list[FollowUp] = field(default_factory=list)

    def write(self, number: int) -> str:
        """Write the case and return its id."""
        self.dice = random.Random(number)  # noqa: S311 (the same demo each time, nothing secret)
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
        self._people_and_map()
        self._plan_and_follow_ups(child)
        DemoEvents(self.session, self.today, self.case.id).write(self.told)
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
        known = self._person(self.told["first"], self.told["last"])
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
        self.people[child.first_name, child.last_name] = child
        return child

    def _person(self, first: str, last: str) -> Person:
        """Everybody exists once: siblings share their mother, and are on each other's maps themselves."""
        return self.people.setdefault((first, last), Person(first_name=first, last_name=last))

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

    def _people_and_map(self) -> None:
        places, lines, on_map = [], [], []
        for role_key, first, last, ring, quality, help_with, *marks in self.told["people"]:
            role = self.catalogue.role(role_key, self.today)
            person = replace(
                self._person(first, last),
                is_professional=role.is_professional,
                title=role.names.da if role.is_professional else "",
                deceased="deceased" in marks,
            )
            self.people[first, last] = person
            part = CasePerson(
                case_id=self.case.id,
                person_id=person.id,
                role_key=role_key,
                has_custody=role_key in ("mother", "father") and quality != RelationQuality.BROKEN,
            )
            save_case_person(self.session, person, part, self.today)
            place = MapPerson(
                person_id=person.id,
                role=role.names.da,
                sector_key=role.sector_key,
                ring=Ring(ring),
                can_help=help_with,
                invited=Invitation.YES if help_with else Invitation.NOT_ASKED,
            )
            places.append(place)
            lines.append(Relation(to_id=place.id, quality=RelationQuality(quality)))
            on_map.append(person)
        if places:
            drawn_on = max(self._day(-264), self.case.opened)
            network = NetworkMap(
                case_id=self.case.id,
                drawn_on=drawn_on,
                drawn_by="M. Holm",
                viewpoint=self.told["first"],
                people=tuple(places),
                relations=tuple(lines),
            )
            save_map(self.session, network, self.today, tuple(on_map))
            document = network_document(self.session, self.case.id, self.catalogue, drawn_on, number=1)
            keep_version(self.session, self.case.id, document, drawn_on)

    def _plan_and_follow_ups(self, child: Person) -> None:
        days = self._follow_up_days()
        goals = tuple(self._goal(*told) for told in self.told["goals"])
        plan = Plan(
            case_id=self.case.id,
            purpose=_PURPOSE.format(name=child.first_name),
            legal_basis="barnets lov § 91",
            expected_duration="Et års tid, set efter ved hver opfølgning",
            family_support="Familiebehandling efter behov, også efter at barnet er kommet hjem." if days else "",
            child_comment="Har læst planen og været med til at skrive målene." if goals else "",
            parents_comment="Enige i målene." if goals else "",
            participants=f"{child.first_name}, forældre, klasselærer og rådgiver" if goals else "",
            goals=goals,
        )
        if goals:
            save_plan(self.session, plan)
        versions = sorted(self._day(at) for at in self.told["versions"])
        for number, issued_on in enumerate(versions, start=1):
            self._hold([day for day in days if day <= issued_on], plan)
            days = [day for day in days if day > issued_on]
            document = plan_document(self.session, self.case.id, self.catalogue, issued_on, number=number)
            issue_plan(self.session, self.case.id, document, issued_on, "Barnet, forældrene og skolen")
        self._hold(days, plan)

    def _goal(self, theme: str, own: str, goal: str, baseline: int, target: int, scores: list[int]) -> Goal:
        subs = tuple(
            SubGoal(
                what=what,
                responsible=who,
                deadline=self._day(due) if due else None,
                rhythm="" if due else "hver dag",
                status=GoalStatus(status),
            )
            for what, who, due, status in (self.told["steps"] if goal == self.told["goals"][0][2] else ())
        )
        status = GoalStatus.UNDER_WAY
        if scores and scores[-1] >= target:
            status = GoalStatus.MET
        return Goal(
            theme_key=theme,
            own_words=own,
            goal=goal,
            baseline=baseline,
            target=target,
            status=status,
            sub_goals=subs,
        )

    def _follow_up_days(self) -> list[date]:
        """The days on which follow-ups were held: about when each fell due, the last so that the next is `due`."""
        days: list[date] = []
        for clock in clocks(self.measures, self.catalogue):
            last = self._last_day(clock.current) if clock.current is self.measures[-1] else clock.end
            day = clock.start
            held: list[FollowUp] = []
            while last is not None:
                due = due_dates(clock, held, (), self.catalogue).goal
                if due is None:
                    break
                day = due.day + timedelta(days=self.dice.choice((-6, -5, -4, -3, -2, -1, -1, 0, 0, 0, 0, 2)))
                if day > last - timedelta(days=20):
                    break
                days.append(day)
                held.append(FollowUp(case_id=self.case.id, measure_ids=(clock.current.id,), held_on=day))
            if last is not None and last != clock.end and last > clock.start:
                days.append(last)
        return sorted(set(days))

    def _last_day(self, measure: Measure) -> date | None:
        """The day to hold the last follow-up on, so that the next one falls due when the story says."""
        (clock,) = clocks([measure], self.catalogue)
        if "due" not in self.told:
            return None
        wanted = self._day(self.told["due"])
        for back in range(1, (self.today - measure.start).days + 1):
            held = FollowUp(case_id=self.case.id, measure_ids=(measure.id,), held_on=self._day(-back))
            due = due_dates(clock, [held], (), self.catalogue).goal
            if due and due.day == wanted:
                return self._day(-back)
        return None

    def _hold(self, days: Iterable[date], plan: Plan) -> None:
        age = self.told.get("age", 0)
        texts = self.texts[next(told for until, told in _TEXTS.items() if age <= until)]
        said, assessed = cycle(texts["said"]), cycle(texts["assessed"])
        for day in days:
            number = len(self.held)
            running = tuple(m for m in self.measures if m.runs_on(day))
            follow_up = FollowUp(
                case_id=self.case.id,
                measure_ids=tuple(m.id for m in running),
                held_on=day,
                registered_on=day,
                is_law=True,
                rhythm=self._rhythm(running, day) if running else None,
                rhythm_reason="Programmets rytme, besluttet sammen med familien" if running else "",
                form=ContactForm.HOME_VISIT if number % 3 else ContactForm.SCHOOL,
                participants=f"{self.told['first']}, forældre og rådgiver",
                conversation_on=day,
                presence=Presence.OBSERVATION if age <= _SMALL else Presence.ALONE,
                child_said=next(said),
                assessment=next(assessed),
                outcome=Outcome.ADJUST_PLAN if number % 4 == 1 else Outcome.CONTINUE,
                scores=self._scores(plan, number),
            )
            save_follow_up(self.session, follow_up, self.today, self._agreements(follow_up, day, number))
            self.held.append(follow_up)

    def _rhythm(self, running: tuple[Measure, ...], day: date) -> Interval | None:
        """The programme's own interval from that day on, which is what the form proposes."""
        (clock,) = clocks(running[:1], self.catalogue)
        due = goal_after(clock, day, self.catalogue)
        return due.interval if due else None

    def _scores(self, plan: Plan, number: int) -> tuple[GoalScore, ...]:
        """The scores told of each goal, one a follow-up; the last of them stays until the goal is told to move on."""
        if self.told.get("unscored") and number > 0:
            return ()
        made = []
        for goal, told in zip(plan.goals, self.told["goals"], strict=True):
            values = told[5]
            value = values[min(number, len(values) - 1)]
            made.append(GoalScore(goal_id=goal.id, value=value))
            if number % 2:
                made.append(GoalScore(goal_id=goal.id, informant=Informant.CHILD, value=min(10, value + 1)))
        return tuple(made)

    def _agreements(self, follow_up: FollowUp, day: date, number: int) -> tuple[Agreement, ...]:
        what, who = _AGREED[(number + len(self.told["first"])) % len(_AGREED)]
        due = day + timedelta(days=21)
        is_past = due < self.today
        return (
            Agreement(
                case_id=self.case.id,
                follow_up_id=follow_up.id,
                what=what,
                responsible=who,
                due=due,
                settled_on=due if is_past else None,
                kept=number % 5 != 3 if is_past else None,
            ),
        )


_PURPOSE = "{name} skal have en tryg hverdag tæt på sin familie og komme så langt ned ad trappen som muligt."
_AGREED = (
    ("Skriver i kontaktbogen hver fredag", "Klasselæreren"),
    ("Ringer til mormor om ferien", "Mor"),
    ("Finder et fritidstilbud", "Rådgiveren"),
    ("Aftaler tid hos lægen", "Far"),
    ("Sender statusnotat før næste opfølgning", "Leverandøren"),
)
