"""Deadlines in words: each says what is to be done, why then, and by which law."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from app import labels
from app.core.catalogue import Catalogue
from app.core.deadlines import Deadline, DeadlineKind
from app.core.deadlines.endings import StayMark
from app.core.interval import Interval
from app.core.records.assessment import Assessment, AssessmentKind, Notification
from app.core.records.decision import AccessRequest, Complaint, Decision, DecisionKind
from app.core.records.follow_up import Dispensation
from app.core.records.person import Person
from app.words import Words
from tests.core.conftest import shipped_rows
from tests.core.deadlines.a_case import CASE, CHILD, measure, told

TODAY = date(2026, 11, 23)
PLACED = measure("foster_general", date(2026, 5, 31), place="Bakken 1")
STAY = measure("multifunc", date(2025, 11, 30))
DECISION = Decision(case_id=CASE.id, kind=DecisionKind.PLACEMENT, decided_on=date(2026, 11, 3))
AWARE = Assessment(case_id=CASE.id, aware_on=date(2026, 7, 1), kind=AssessmentKind.FULL)
LEAVE = Dispensation(
    measure_id=PLACED.id, granted_by="L. Dam", granted_on=date(2026, 10, 1), valid_until=TODAY, reason="Udlandsrejse"
)


def line(kind: DeadlineKind, **events: Any) -> Deadline:
    """The one deadline of its kind that such a case shows."""
    catalogue = Catalogue.from_rows(shipped_rows())
    (found,) = [one for one in told(catalogue, TODAY, **events) if one.kind is kind]
    return found


def born(day: date) -> Person:
    return replace(CHILD, birth_date=day)


SAID: list[tuple[str, dict[str, Any], tuple[str, str], tuple[str, str]]] = [
    (
        "notification",
        {"notifications": (Notification(case_id=CASE.id, received_at=datetime(2026, 11, 22, 20, 5, tzinfo=UTC)),)},
        ("Vurdér underretning", "24 timer efter modtagelsen 22-11-2026 kl. 21.05 (BL § 136)."),
        ("Assess notification", "24 hours after it was received on 22-11-2026 at 21:05 (BL § 136)."),
    ),
    (
        "assessment",
        {"assessments": (replace(AWARE, aware_on=date(2026, 10, 31)),)},
        (
            "Afslut børnefaglig undersøgelse",
            "4 måneder efter at kommunen blev opmærksom 31-10-2026 (BL § 20).",
        ),
        (
            "Finish child welfare assessment",
            "4 months after the municipality became aware on 31-10-2026 (BL § 20).",
        ),
    ),
    (
        "assessment",
        {"assessments": (AWARE,)},
        (
            "Skriv foreløbig vurdering",
            "4 måneder efter at kommunen blev opmærksom 01-07-2026 (BL § 20). Fristen er overskredet. "
            "Undersøgelsen skal afsluttes snarest efter den foreløbige vurdering.",
        ),
        (
            "Write preliminary assessment",
            "4 months after the municipality became aware on 01-07-2026 (BL § 20). The deadline has passed. "
            "The assessment is to be finished as soon as possible after the preliminary one.",
        ),
    ),
    (
        "assessment",
        {"assessments": (replace(AWARE, preliminary_on=date(2026, 11, 2)),)},
        (
            "Afslut børnefaglig undersøgelse",
            "4 måneder efter at kommunen blev opmærksom 01-07-2026 (BL § 20). "
            "Den foreløbige vurdering er fra 02-11-2026; undersøgelsen skal stadig afsluttes.",
        ),
        (
            "Finish child welfare assessment",
            "4 months after the municipality became aware on 01-07-2026 (BL § 20). "
            "The preliminary assessment is of 02-11-2026; the other is still to be finished.",
        ),
    ),
    (
        "assessment_map",
        {"assessments": (AWARE,)},
        (
            "Netværkskort til undersøgelsen",
            "Undersøgelsen skal have et netværkskort eller en begrundelse for, at der ikke er et.",
        ),
        ("Network map for the assessment", "The assessment needs a network map, or a reason why there is none."),
    ),
    (
        "plan",
        {"decisions": (DECISION,)},
        ("Barnets plan", "3 måneder efter afgørelsen 03-11-2026 (BL § 91)."),
        ("Child's plan", "3 months after the decision of 03-11-2026 (BL § 91)."),
    ),
    (
        "plan",
        {"decisions": (replace(DECISION, consent=False),)},
        ("Barnets plan", "Uden samtykke skal planen ligge før afgørelsen 03-11-2026 (BL § 91)."),
        ("Child's plan", "Without consent the plan is made before the decision of 03-11-2026 (BL § 91)."),
    ),
    (
        "plan",
        {"decisions": (replace(DECISION, decided_on=date(2023, 12, 31)),)},
        ("Handleplan", "4 måneder efter afgørelsen 31-12-2023 (SEL § 140)."),
        ("Action plan", "4 months after the decision of 31-12-2023 (SEL § 140)."),
    ),
    (
        "plan_choice",
        {"decisions": (replace(DECISION, kind=DecisionKind.SUPPORT),)},
        (
            "Beslut, om der skal laves barnets plan",
            "3 måneder efter afgørelsen 03-11-2026 (BL § 91). Skal der laves en plan, har den samme frist.",
        ),
        (
            "Decide whether to make a child's plan",
            "3 months after the decision of 03-11-2026 (BL § 91). If there is to be a plan, it is due the same day.",
        ),
    ),
    (
        "youth_plan",
        {"child": born(date(2010, 10, 1)), "measures": (PLACED,)},
        ("Ungeplan", "3 måneder efter det fyldte 16. år 01-10-2026 (BL § 108). Obligatorisk for anbragte unge."),
        (
            "Youth plan",
            "3 months after turning 16 on 01-10-2026 (BL § 108). Mandatory for the young who are placed.",
        ),
    ),
    (
        "youth_support",
        {"child": born(date(2009, 6, 15)), "measures": (PLACED,)},
        ("Afgørelse om ungestøtte", "Senest 6 måneder før det fyldte 18. år 15-06-2027 (BL § 111)."),
        ("Decision on youth support", "6 months before turning 18 on 15-06-2027, or sooner (BL § 111)."),
    ),
    (
        "supervision",
        {"measures": (PLACED,)},
        ("Tilsynsbesøg med børnesamtale", "6 måneder efter anbringelsens start 31-05-2026 (BL § 156)."),
        (
            "Supervision visit with a talk with the child",
            "6 months after the placement began on 31-05-2026 (BL § 156).",
        ),
    ),
    (
        "supervision",
        {"measures": (PLACED,), "supervised_on": (date(2026, 6, 2),)},
        (
            "Tilsynsbesøg med børnesamtale",
            "6 måneder efter det seneste besøg med børnesamtale 02-06-2026 (BL § 156).",
        ),
        (
            "Supervision visit with a talk with the child",
            "6 months after the last visit with a talk with the child on 02-06-2026 (BL § 156).",
        ),
    ),
    (
        "reassessment",
        {
            "decisions": (replace(DECISION, kind=DecisionKind.OTHER),),
            "complaints": (Complaint(case_id=CASE.id, decision_id=DECISION.id, received_on=TODAY),),
        },
        (
            "Genvurdér afgørelse, der er klaget over",
            "4 uger efter at klagen blev modtaget 23-11-2026 (RSL § 66).",
        ),
        ("Reassess the decision complained over", "4 weeks after the complaint was received on 23-11-2026 (RSL § 66)."),
    ),
    (
        "file_access",
        {"access_requests": (AccessRequest(case_id=CASE.id, received_on=TODAY),)},
        (
            "Besvar anmodning om aktindsigt",
            "7 arbejdsdage efter at anmodningen blev modtaget 23-11-2026 (FVL § 16).",
        ),
        (
            "Answer request for access to the file",
            "7 working days after the request was received on 23-11-2026 (FVL § 16).",
        ),
    ),
    (
        "age",
        {"child": born(date(2011, 12, 24))},
        ("Fylder 15 år: skal selv give samtykke", "Født 24-12-2011."),
        ("Turns 15: own consent is needed", "Born on 24-12-2011."),
    ),
    (
        "protection",
        {"child": replace(CHILD, protected=True, protected_until=date(2026, 12, 1))},
        ("Adressebeskyttelse ophører: Mia", "Spørg, om beskyttelsen skal fortsætte efter 01-12-2026."),
        ("Address protection ends: Mia", "Ask whether the protection is to last longer than 01-12-2026."),
    ),
    (
        "dispensation",
        {"measures": (PLACED,), "dispensations": (LEAVE,)},
        ("Dispensation udløber: Almen plejefamilie", "L. Dam gav en pause 01-10-2026."),
        ("Dispensation expires: General foster family", "L. Dam granted a pause on 01-10-2026."),
    ),
    (
        "dispensation",
        {"measures": (PLACED,), "dispensations": (replace(LEAVE, interval=Interval.parse("6m")),)},
        ("Dispensation udløber: Almen plejefamilie", "L. Dam gav et længere interval 01-10-2026."),
        ("Dispensation expires: General foster family", "L. Dam granted a longer interval on 01-10-2026."),
    ),
    (
        "stay",
        {"measures": (replace(STAY, start=date(2026, 5, 31)),)},
        ("MultifunC: 6 måneder", "6 måneder efter starten 31-05-2026: Er næste trin ned aftalt?"),
        ("MultifunC: 6 months", "6 months after the start on 31-05-2026: is the next step down agreed?"),
    ),
    (
        "stay",
        {"measures": (STAY,)},
        ("MultifunC: 12 måneder", "12 måneder efter starten 30-11-2025: Et ophold varer højst så længe."),
        ("MultifunC: 12 months", "12 months after the start on 30-11-2025: a stay lasts no longer."),
    ),
    (
        "stay",
        {"measures": (replace(STAY, expected_end=date(2026, 11, 30)),)},
        ("MultifunC: aftalt afslutning", "Opholdet begyndte 30-11-2025."),
        ("MultifunC: agreed end", "The stay began on 30-11-2025."),
    ),
]


@pytest.mark.parametrize(("kind", "events", "danish", "english"), SAID, ids=[case[0] for case in SAID])
def test_a_deadline_says_what_is_to_be_done_and_why_then(
    kind: str, events: dict[str, Any], danish: tuple[str, str], english: tuple[str, str]
) -> None:
    found = line(DeadlineKind(kind), **events)
    for language, said in (("da", danish), ("en", english)):
        words = Words(language)
        assert (labels.deadline_title(words, found), labels.deadline_reason(words, found)) == said


def test_every_kind_of_deadline_and_every_day_of_a_stay_is_said_above() -> None:
    assert {kind for kind, *_ in SAID} == {kind.value for kind in DeadlineKind}
    stays = [line(DeadlineKind.STAY, **events) for kind, events, *_ in SAID if kind == DeadlineKind.STAY]
    assert {one.values["mark"] for one in stays} == set(StayMark)
