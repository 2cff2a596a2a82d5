"""The hardest caseload: 25 children on one step, the longest and oddest names, ten years, 25 long goals, 40 people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from sqlalchemy.orm import Session

from app.core.catalogue import Catalogue
from app.core.changes import Changes
from app.core.ids import new_id
from app.core.interval import Interval
from app.core.records.acute import AcuteFacts
from app.core.records.assessment import Assessment, AssessmentKind, Finding, Notification, ScreeningOutcome
from app.core.records.case import Case, SchoolFact, SchoolKind
from app.core.records.caseload import Caseworker
from app.core.records.decision import AccessRequest, Complaint, Decision, DecisionKind
from app.core.records.family import Couple, CoupleKind, Parentage, Tie
from app.core.records.follow_up import Agreement, FollowUp, GoalScore, Informant, Outcome, Presence
from app.core.records.journal import EntryKind, JournalEntry
from app.core.records.leader_remark import LeaderRemark, RemarkSource
from app.core.records.measure import EndReason, Measure
from app.core.records.meeting import ChildPart, Guest, NetworkMeeting
from app.core.records.network import Invitation, MapPerson, NetworkMap, Relation, RelationQuality, Ring, Support
from app.core.records.person import CasePerson, Person
from app.core.records.plan import Goal, GoalStatus, Plan, SubGoal
from app.services.acute import save_acute_facts
from app.services.assessments import save_assessment, save_notification
from app.services.caseload import save_caseworker
from app.services.cases import save_case
from app.services.decisions import save_access_request, save_complaint, save_decision
from app.services.families import save_ties
from app.services.follow_ups import save_follow_up
from app.services.journal import save_entry, save_school_fact
from app.services.leader_remarks import save_remark
from app.services.measures import save_measure
from app.services.meetings import MeetingPart, save_meeting
from app.services.network_maps import save_map
from app.services.people import save_case_person
from app.services.plans import save_plan

LONGEST = "Wilhelmina-Alexandrine Sørensdatter", "von Østergård-Frederiksen"
NAMES = [
    LONGEST,
    ("Łukasz", "Żółkiewski"),
    ("Оксана", "Коваленко"),
    ("محمد", "عبد الرحمن"),
    ("<b>&", "</para>"),
    ("&lt;Åse", "O'Brien"),
    ("👧🏽 Emma", "❤"),
    ("\u202eAnna", "Bagvendt"),
    *((f"Maximiliane-Josephine {chr(65 + n)}", f"Ågård-Østervang {n}") for n in range(17)),
]
LONG = (
    "Barnet møder i skolen hver dag og bliver fulgt ind af en voksen, det kender; læreren har pladsen klar, og i "
    "frikvarteret er der en aftale om, hvem der er med til at lege. "
)
MONTH = timedelta(days=30)


def fill_worst(session: Session, catalogue: Catalogue, today: date, numbers: Iterable[int] = range(25)) -> Changes:
    """Write the worst caseload into an empty store, in one transaction; `numbers` chooses among its children."""
    worker = Caseworker(
        name="Anne-Margrethe Østergård Kristoffersen-Hjortshøj",
        municipality="Ringkøbing-Skjern og Ikast-Brande Kommuner",
        department="Familie- og Ungeafdelingen, Specialrådgivningen Vest",
        team_leader="Bodil <Leder> & Co.",
        districts=("Nord", "Syd"),
    )
    save_caseworker(session, worker)
    return Changes("worst-filled", case_ids=frozenset(_Case(session, catalogue, today, n).write() for n in numbers))


class _Case:
    """One of the 25; the first carries the longest plan and the fullest map, the others ten years of follow-ups too."""

    def __init__(self, session: Session, catalogue: Catalogue, today: date, number: int) -> None:
        self.session, self.catalogue, self.today, self.number = session, catalogue, today, number
        first, last = NAMES[number]
        born = today - timedelta(days=365 * 12 + number)
        self.child = Person(
            first_name=first,
            last_name=last,
            birth_date=born,
            cpr=f"{born.day + 60:02}{born:%m%y}4{number:03}",
            protected=number % 5 == 0,
        )
        self.start = today - timedelta(days=3650)
        self.case = Case(person_id=self.child.id, opened=self.start, district="Nord", municipal_number=f"X-{number}")

    def write(self) -> str:
        save_case(self.session, self.case, self.child, self.catalogue, self.today)
        measures = self._measures()
        goals = self._plan()
        self._follow_ups(measures, goals)
        people = self._people()
        self._meetings(people)
        self._journal()
        self._events()
        save_school_fact(
            self.session,
            SchoolFact(case_id=self.case.id, kind=SchoolKind.ORDINARY_SUPPORT, name=LONG[:80], start=self.start),
        )
        return self.case.id

    def _measures(self) -> tuple[Measure, ...]:
        """Up and down the ladder for nine years, then all on the same step."""
        types = self.catalogue.measure_types(self.today)
        edges = [self.start + timedelta(days=300 * n) for n in range(11)]
        made = []
        for n, (start, end) in enumerate(pairwise(edges)):
            made.append(
                Measure(
                    case_id=self.case.id,
                    type_key=types[(n * 7 + self.number) % len(types)].key,
                    provider=f"Leverandøren {LONG[:50]}",
                    place=f"Sted {n}",
                    start=start,
                    end=end,
                    end_reason=EndReason.MOVED,
                    reason=LONG,
                )
            )
        last = Measure(
            case_id=self.case.id, type_key=self._placement(), provider="Familien", place="Familien", start=edges[-1]
        )
        for measure in (*made, last):
            save_measure(self.session, measure, self.catalogue, self.today)
        return (*made, last)

    def _placement(self) -> str:
        on_four = (t for t in self.catalogue.measure_types(self.today) if t.is_placement)
        return next(t.key for t in on_four if self.catalogue.step(t.step_key, self.today).number == 4)

    def _plan(self) -> tuple[Goal, ...]:
        goals = tuple(
            Goal(
                theme_key=self.catalogue.themes(self.today)[n % 6].key,
                own_words=f"»{LONG * 2}«",
                goal=(LONG * 12)[:2000] if self.number == 0 else LONG,
                baseline=n % 4,
                target=5 + n % 6,
                success_sign=LONG,
                status=list(GoalStatus)[n % 6],
                sub_goals=tuple(
                    SubGoal(what=LONG, responsible=" ".join(LONGEST), deadline=self.today + MONTH) for _ in range(3)
                ),
            )
            for n in range(25 if self.number == 0 else 2)
        )
        save_plan(
            self.session,
            Plan(
                case_id=self.case.id,
                purpose=LONG * 3,
                measure_reason=LONG,
                expected_duration="Til sommer",
                legal_basis="barnets lov § 91",
                family_support=LONG * 2,
                child_comment=LONG,
                parents_comment=LONG,
                disagreement=LONG,
                participants=LONG,
                goals=goals,
            ),
            self.today,
        )
        return goals

    def _follow_ups(self, measures: tuple[Measure, ...], goals: tuple[Goal, ...]) -> None:
        day = self.start + timedelta(days=14)
        while day < self.today - timedelta(days=self.number):
            running = tuple(m.id for m in measures if m.runs_on(day))
            follow_up = FollowUp(
                case_id=self.case.id,
                measure_ids=running,
                held_on=day,
                rhythm=Interval.parse("6w"),
                rhythm_reason="Programmet",
                participants=LONG,
                conversation_on=day,
                presence=Presence.ALONE,
                child_said=f"»{LONG * 2}«",
                assessment=LONG * 4,
                outcome=Outcome.CONTINUE,
                scores=tuple(
                    GoalScore(goal_id=goal.id, informant=informant, value=(day.toordinal() + n) % 11)
                    for n, goal in enumerate(goals)
                    for informant in (Informant.CHILD, Informant.WORKER)
                ),
            )
            agreed = Agreement(case_id=self.case.id, follow_up_id=follow_up.id, what=LONG, responsible=LONGEST[0])
            save_follow_up(self.session, follow_up, self.today, (agreed,))
            day += timedelta(days=60)

    def _people(self) -> list[Person]:
        roles = self.catalogue.roles(self.today)
        sectors = self.catalogue.sectors(self.today)
        places, people = [], []
        for n in range(40 if self.number == 0 else 3):
            first, last = NAMES[(self.number + n) % len(NAMES)]
            person = Person(
                first_name=first,
                last_name=last,
                is_professional=n % 3 == 0,
                deceased=n % 11 == 7,
                protected=n % 13 == 5,
            )
            part = CasePerson(case_id=self.case.id, person_id=person.id, role_key=roles[n % len(roles)].key)
            save_case_person(self.session, person, part, self.today)
            people.append(person)
            places.append(
                MapPerson(
                    person_id=person.id,
                    role=roles[n % len(roles)].names.da,
                    sector_key=sectors[n % len(sectors)].key,
                    ring=Ring(1 + n % 3),
                    can_help=LONG if n % 4 == 0 else "",
                )
            )
        lines = [
            Relation(to_id=p.id, quality=list(RelationQuality)[n % 5], support=list(Support)[n % 4])
            for n, p in enumerate(places)
        ]
        lines += [Relation(from_id=a.id, to_id=b.id) for a, b in zip(places[::5], places[2::5], strict=False)]
        network = NetworkMap(
            case_id=self.case.id,
            drawn_on=self.today,
            drawn_by=LONGEST[0],
            viewpoint=LONGEST[0],
            people=tuple(places),
            relations=tuple(lines),
        )
        save_map(self.session, network, self.today, tuple(people))
        if self.number == 0:
            self._family([person.id for person in people])
        return people

    def _meetings(self, people: list[Person]) -> None:
        """A meeting everybody came to, with 25 promises as long as they can be, and one that nobody has registered."""
        guests = [
            Guest(person_id=person.id, answer=list(Invitation)[1 + n % 3], came=n % 5 != 4)
            for n, person in enumerate(people)
        ]
        held = NetworkMeeting(
            case_id=self.case.id,
            held_on=self.today - 2 * MONTH,
            place=LONG[:200],
            purpose=LONG,
            agenda=LONG,
            guests=tuple(guests),
            others=LONG,
            minutes=LONG * 12,
            decisions=LONG * 3,
            child_part=ChildPart.WORDS_BROUGHT,
            child_words=f"»{LONG}«",
            may_share_words=True,
        )
        promises = tuple(
            Agreement(
                case_id=self.case.id,
                meeting_id=held.id,
                what=(LONG * 9)[:500],
                responsible=people[n % len(people)].name,
                due=self.today + (n - 5) * timedelta(days=9),
            )
            for n in range(25 if self.number == 0 else 2)
        )
        save_meeting(self.session, MeetingPart(meeting=held, agreements=promises), self.today)
        waiting = replace(held, id=new_id(), held_on=None, planned_on=self.today - timedelta(days=2), minutes="")
        asked = tuple(Guest(person_id=guest.person_id, answer=guest.answer) for guest in guests)
        save_meeting(self.session, MeetingPart(meeting=replace(waiting, guests=asked)), self.today)

    def _family(self, ids: list[str]) -> None:
        """All forty in one family: six siblings to each parent, their partners, and cousins by the dozen."""
        couples = [(0, 1), (2, 3), (4, 5), *((6 + n, 18 + n) for n in range(8)), (0, 26), (1, 27)]
        under = {(2, 3): (0, *range(6, 12)), (4, 5): (1, *range(12, 18)), (0, 26): (28,), (1, 27): (29,)}
        under |= {(6 + n, 18 + n): (30 + n,) for n in range(8)} | {(0, 1): (38, 39)}
        ties: list[Tie] = [
            Couple(one_id=ids[one], other_id=ids[other], kind=list(CoupleKind)[n % 4])
            for n, (one, other) in enumerate(couples)
        ]
        ties += [Parentage(parent_id=ids[p], child_id=ids[c]) for pair, of in under.items() for p in pair for c in of]
        ties += [Parentage(parent_id=ids[p], child_id=self.child.id) for p in (0, 1)]
        save_ties(self.session, ties, self.today)

    def _journal(self) -> None:
        for n in range(12):
            entry = JournalEntry(
                id=new_id(),
                case_id=self.case.id,
                kind=list(EntryKind)[n % 6],
                on=self.today - 9 * n * MONTH,
                text=(LONG * 60)[:10_000] if n == 0 else LONG * 2,
                child_spoken=n % 2 == 0,
                with_whom=LONGEST[0],
            )
            save_entry(self.session, entry, self.today)

    def _events(self) -> None:
        """A notification that nobody has assessed, an assessment that is never finished, and all that is complained
        over; the names in them are the child's own, however odd."""
        aware, name = self.today - 5 * MONTH, self.child.name
        early = datetime.combine(self.today, time(), tzinfo=UTC)
        notification = Notification(case_id=self.case.id, received_at=early - timedelta(hours=20), summary=LONG * 3)
        save_notification(self.session, notification, early)
        assessment = Assessment(
            case_id=self.case.id,
            notification_id=notification.id,
            aware_on=aware,
            screened_on=aware,
            screening_outcome=ScreeningOutcome.ASSESSMENT,
            screening_reason=LONG,
            kind=AssessmentKind.FULL,
            conversation_on=aware,
            child_said=LONG * 4,
            parents_view=LONG * 4,
        )
        themes = self.catalogue.themes(self.today)
        findings = tuple(Finding(theme_key=theme.key, text=f"{name}: {LONG * 4}") for theme in themes)
        save_assessment(self.session, assessment, findings, self.today)
        decision = Decision(
            case_id=self.case.id, kind=DecisionKind.PLACEMENT, decided_on=aware, what=name, purpose=LONG
        )
        save_decision(self.session, decision, self.today)
        for over in (decision.id, None):
            complaint = Complaint(
                case_id=self.case.id, decision_id=over, received_on=aware, complainant=name, about=LONG * 3
            )
            save_complaint(self.session, complaint, self.today)
        request = AccessRequest(case_id=self.case.id, received_on=self.today - MONTH, asked_by=name, what=LONG)
        save_access_request(self.session, request, self.today)
        facts = AcuteFacts(
            case_id=self.case.id, health=LONG * 2, risks=LONG, calms=f"{name}: {LONG}", may_fetch=LONG, not_told=name
        )
        save_acute_facts(self.session, facts, self.today)
        for weeks in range(8 if self.number == 0 else self.number % 3):
            remark = LeaderRemark(
                case_id=self.case.id,
                said_on=aware + weeks * timedelta(weeks=1),
                said_by="Bodil <Leder> & Co.",
                source=RemarkSource.SUMMARY,
                summary_of=aware,
                text=f"{name}: {LONG}",
                due=self.today + weeks * timedelta(weeks=1) if weeks % 2 else None,
            )
            save_remark(self.session, remark, self.today)
