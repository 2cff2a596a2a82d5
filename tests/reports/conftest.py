"""Documents to print: an ordinary one and the hardest one of each kind."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from app.core.interval import Interval
from app.core.names import Names
from app.core.records.documents import (
    DocumentMeasure,
    DocumentRelation,
    DocumentScore,
    DocumentSector,
    DocumentSubGoal,
    NetworkDocument,
    PlanDocument,
    StepMark,
    SummaryDocument,
    SummaryStep,
)
from app.core.records.follow_up import Informant
from app.core.records.network import Invitation, RelationQuality, Ring, Support
from app.core.records.plan import GoalStatus, PlanKind
from tests.reports.prints import HEAD, LONG, ODD, SECTORS, STEPS, goal, map_person, summary_row


@pytest.fixture(scope="session")
def plan() -> PlanDocument:
    return PlanDocument(
        head=HEAD,
        kind=PlanKind.CHILDS_PLAN,
        child_first_name="Alma",
        child_name="Alma Kjær",
        number=4,
        given_to="Alma og mor",
        legal_basis="barnets lov § 91",
        purpose="Alma skal kunne bo trygt hjemme igen og gå i skole hver dag.",
        measure_reason="Plejefamilien giver ro, mens mor får hjælp til hverdagen.",
        expected_duration="Til sommeren 2027",
        measures=(
            DocumentMeasure(
                name=Names("Almen plejefamilie", "Foster family"),
                step=4,
                provider="",
                start=date(2026, 6, 4),
                paragraph="barnets lov § 46",
            ),
        ),
        steps=tuple(StepMark(number=n, name=name, here=n == 4) for n, name in enumerate(STEPS)),
        next_step="Hjem til mor",
        next_number=2,
        goals=(goal(), goal(goal="Mor kan selv klare morgenerne", status=GoalStatus.MET, scores=())),
        family_support="Familiebehandling hver uge.",
        child_comment="Jeg vil gerne ringe til mor hver aften.",
        parents_comment="Mor er enig.",
        disagreement="",
        participants="Alma, mor, M. Holm",
        next_follow_up=date(2026, 11, 21),
    )


@pytest.fixture(scope="session")
def long_plan(plan: PlanDocument) -> PlanDocument:
    """25 goals of 2,000 characters, and as much in every other field."""
    rows = tuple(
        DocumentSubGoal(
            what=LONG[:size],
            responsible="Klasselærer og mor",
            deadline=date(2026, 9, 30),
            rhythm="hver mandag og torsdag",
            status=GoalStatus.NOT_STARTED,
        )
        for size in (90, 2000)
    )
    scores = tuple(
        DocumentScore(informant=informant, value=value, on=date(2026, 10, 2))
        for informant, value in zip(Informant, (0, 5, 9, 10), strict=True)
    )
    hard = goal(goal=LONG, own_words=LONG[:300], baseline=0, target=10, scores=scores, sub_goals=rows)
    return dataclasses.replace(
        plan,
        number=None,
        goals=(hard,) * 25,
        purpose=LONG,
        measure_reason=LONG,
        family_support=LONG,
        child_comment=LONG,
        parents_comment=LONG,
        disagreement=LONG,
    )


@pytest.fixture
def empty_plan(plan: PlanDocument) -> PlanDocument:
    """A plan in which nothing was written yet."""
    blank = dict.fromkeys(
        (
            *("given_to", "legal_basis", "purpose", "measure_reason", "expected_duration", "next_step"),
            *("family_support", "child_comment", "parents_comment", "participants"),
        ),
        "",
    )
    nothing = dataclasses.replace(plan, measures=(), steps=(), goals=(), number=None, next_follow_up=None)
    return dataclasses.replace(nothing, **blank)  # type: ignore[arg-type]  # text fields by name


@pytest.fixture
def network() -> NetworkDocument:
    people = (
        map_person(1, "Mor", "household", Ring.CLOSE, role="", can_help="Ringer hver aften"),
        map_person(2, "", "kin", Ring.DISTANT, role="Far", protected=True),
        map_person(3, "Mormor", "kin", Ring.CLOSE, invited=Invitation.YES),
        map_person(4, "Morfar", "kin", Ring.REGULAR, deceased=True),
        map_person(5, "Klasselærer", "school", Ring.REGULAR, is_professional=True),
        map_person(6, "Oliver", "leisure", Ring.REGULAR),
        map_person(7, "Nabo", "friends", Ring.REGULAR),
        map_person(8, "M. Holm", "professionals", Ring.DISTANT),
    )
    qualities = (*RelationQuality, *RelationQuality)
    own = tuple(
        DocumentRelation(from_id=None, to_id=person.id, quality=quality, support=Support.NONE)
        for person, quality in zip(people, qualities, strict=False)
    )
    between = DocumentRelation(from_id="p1", to_id="p3", quality=RelationQuality.STRONG, support=Support.RECEIVED)
    return NetworkDocument(
        head=HEAD,
        child_first_name="Alma",
        child_age=9,
        number=2,
        drawn_on=date(2026, 3, 3),
        drawn_by="M. Holm og Alma",
        viewpoint="Alma",
        sectors=tuple(DocumentSector(key=key, name=Names(f"{key} da", f"{key} en")) for key in SECTORS),
        people=people,
        relations=(*own, between),
    )


@pytest.fixture
def crowded_network(network: NetworkDocument) -> NetworkDocument:
    """40 people with long and odd names, each with a line."""
    names = (*ODD, "Maximilian-Alexander Østergaard-Christoffersen")
    people = tuple(
        map_person(n, f"{names[n % len(names)]} {n}", SECTORS[n % 6], Ring(n % 3 + 1), can_help=LONG[: n * 3])
        for n in range(40)
    )
    lines = tuple(
        DocumentRelation(from_id=None, to_id=p.id, quality=list(RelationQuality)[n % 5], support=list(Support)[n % 4])
        for n, p in enumerate(people)
    )
    return dataclasses.replace(network, people=people, relations=lines, number=None)


@pytest.fixture
def summary() -> SummaryDocument:
    return SummaryDocument(
        head=HEAD,
        limit=25,
        steps=tuple(SummaryStep(number=n, name=name, children=n) for n, name in enumerate(STEPS)),
        half_year_start=date(2026, 4, 9),
        moves_down=4,
        moves_up=1,
        overdue=2,
        held_on_time=43,
        held_of=45,
        spoken_with=24,
        spoken_of=25,
        spoken_within=Interval.parse("3m"),
        rows=tuple(summary_row(number) for number in range(25)),
    )
