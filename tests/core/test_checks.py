"""What is refused, and what is only met with a warning."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.core.catalogue import Catalogue
from app.core.checks.case import check_case, check_closing, check_exception, check_limit_exception
from app.core.checks.caseworker import check_caseworker
from app.core.checks.follow_up import check_agreement, check_dispensation, check_follow_up
from app.core.checks.journal import check_entry, check_school_fact
from app.core.checks.measure import check_ending, check_measure
from app.core.checks.network import check_map
from app.core.checks.person import check_case_person, check_person
from app.core.checks.plan import check_plan
from app.core.checks.texts import LINE, PROSE, check_texts
from app.core.errors import Invalid, Problem, Severity, demand
from app.core.interval import Interval
from app.core.records.case import Case, LimitException, SchoolFact, SchoolKind
from app.core.records.caseload import Caseworker
from app.core.records.follow_up import Agreement, Dispensation, FollowUp, GoalScore
from app.core.records.journal import JournalEntry
from app.core.records.measure import Breakdown, EndReason, Measure
from app.core.records.network import MapPerson, NetworkMap, Relation
from app.core.records.person import CasePerson, Person
from app.core.records.plan import Goal, Plan, SubGoal

TODAY = date(2025, 6, 2)
BEFORE, AFTER = date(2025, 6, 1), date(2025, 6, 3)

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def told(problems: tuple[Problem, ...]) -> list[tuple[str, str, Severity]]:
    return [(problem.field, problem.code, problem.severity) for problem in problems]


# Texts


def test_ten_thousand_characters_and_odd_ones_are_welcome() -> None:
    odd = "Łukasz Оксана محمد <b>& \u202e \x00 🙂 "
    assert check_entry(JournalEntry(case_id="c", on=TODAY, text=odd * 1000), TODAY, locked=False) == ()
    assert check_person(Person(first_name=odd), TODAY) == ()


def test_a_text_beyond_its_limit_tells_the_limit() -> None:
    entry = JournalEntry(case_id="c", on=TODAY, text="a" * (PROSE + 1))
    (problem,) = check_entry(entry, TODAY, locked=False)
    assert (problem.field, problem.code, problem.values) == (
        "text",
        "text-too-long",
        {"limit": PROSE, "count": PROSE + 1},
    )
    assert told(check_person(Person(first_name="a" * (LINE + 1)), TODAY)) == [("first_name", "text-too-long", ERROR)]
    assert check_person(Person(first_name="a" * LINE), TODAY) == ()


def test_half_a_character_can_be_kept_nowhere() -> None:
    assert told(check_texts(Person(first_name="a\ud83d"))) == [("first_name", "text-broken", ERROR)]


# People


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (Person(first_name="Mia"), []),
        (Person(last_name="Holm"), []),
        (Person(first_name="  "), [("first_name", "name-empty", ERROR)]),
        (Person(first_name="Mia", birth_date=TODAY), []),
        (Person(first_name="Mia", birth_date=AFTER), [("birth_date", "birth-in-future", ERROR)]),
        (Person(first_name="Mia", birth_date=date(1905, 6, 2)), []),
        (Person(first_name="Mia", birth_date=date(1905, 6, 1)), [("birth_date", "birth-long-ago", WARNING)]),
        (Person(first_name="Mia", term_date=date(2026, 4, 2)), []),
        (Person(first_name="Mia", term_date=date(2026, 4, 3)), [("term_date", "term-far-ahead", WARNING)]),
        (Person(first_name="Mia", cpr="123"), [("cpr", "cpr-not-ten-digits", ERROR)]),
        (Person(first_name="Mia", email=" mia@herning.dk "), []),
        (Person(first_name="Mia", email="mia herning.dk"), [("email", "email-odd", WARNING)]),
        (Person(first_name="Mia", email="@herning.dk"), [("email", "email-odd", WARNING)]),
        (Person(first_name="Mia", email="mia@herning."), [("email", "email-odd", WARNING)]),
    ],
)
def test_a_person(person: Person, expected: list[tuple[str, str, Severity]]) -> None:
    assert told(check_person(person, TODAY)) == expected


def test_a_part_in_a_case() -> None:
    part = CasePerson(case_id="c", person_id="p", role_key="mother", since=TODAY, until=TODAY)
    assert check_case_person(part) == ()
    assert told(check_case_person(replace(part, role_key="", until=BEFORE))) == [
        ("role_key", "role-empty", ERROR),
        ("until", "end-before-start", ERROR),
    ]


def test_the_caseworker_needs_a_name() -> None:
    assert check_caseworker(Caseworker(name="Karen")) == ()
    assert told(check_caseworker(Caseworker())) == [("name", "name-empty", ERROR)]


# Cases


def test_a_case_opened_later_than_today_is_met_with_a_warning() -> None:
    assert check_case(Case(person_id="p", opened=TODAY), TODAY) == ()
    assert told(check_case(Case(person_id="p", opened=AFTER), TODAY)) == [("opened", "opened-in-future", WARNING)]
    assert told(check_case(Case(person_id="p", opened=TODAY, closed=BEFORE), TODAY)) == [
        ("closed", "closed-before-opened", ERROR)
    ]


def test_a_case_closes_after_it_opened_and_with_a_reason() -> None:
    case = Case(person_id="p", opened=TODAY)
    assert check_closing(case, TODAY, "Flyttet") == ()
    assert told(check_closing(case, BEFORE, " ")) == [
        ("closed", "closed-before-opened", ERROR),
        ("closed_reason", "reason-empty", ERROR),
    ]


def test_the_26th_case_needs_the_team_leaders_exception() -> None:
    awaited = LimitException(case_id="c", reason="Barnet er i fare", asked_on=TODAY)
    assert check_exception(24, 25, None) == ()
    (problem,) = check_exception(25, 25, None)
    assert (problem.code, problem.values) == ("caseload-full", {"limit": 25, "count": 25})
    assert check_exception(25, 25, awaited) == ()


def test_an_exception_says_why_and_a_granted_one_by_whom_and_until_when() -> None:
    granted = LimitException(
        case_id="c", reason="Barnet er i fare", asked_on=TODAY, awaiting=False, granted_by="Ole", valid_until=AFTER
    )
    assert check_limit_exception(granted) == ()
    assert told(check_limit_exception(replace(granted, reason="", granted_by=" ", valid_until=None))) == [
        ("reason", "reason-empty", ERROR),
        ("granted_by", "granted-by-empty", ERROR),
        ("valid_until", "exception-without-end", WARNING),
    ]
    assert told(check_limit_exception(replace(granted, valid_until=BEFORE))) == [
        ("valid_until", "end-before-start", ERROR)
    ]


# Measures


def measure(**more: object) -> Measure:
    return Measure(**{"case_id": "c", "type_key": "foster_general", "start": TODAY, **more})  # type: ignore[arg-type]  # kwargs


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, []),
        ({"end": BEFORE}, [("end", "end-before-start", ERROR)]),
        ({"end": TODAY}, [("end", "measure-without-days", WARNING)]),
        ({"type_key": ""}, [("type_key", "type-empty", ERROR)]),
        ({"type_key": "foster_municipal"}, [("type_key", "type-not-offered", WARNING)]),
        ({"expected_end": TODAY}, [("expected_end", "expected-end-before-start", ERROR)]),
        ({"expected_end": AFTER}, []),
        ({"last_held_before": BEFORE}, [("last_held_before", "last-held-before-start", ERROR)]),
        ({"last_held_before": AFTER}, [("last_held_before", "held-in-future", ERROR)]),
        ({"receiver_since": AFTER}, [("receiver_since", "receiver-in-future", WARNING)]),
        ({"breakdown": Breakdown.BOTH, "end": AFTER}, []),
        ({"breakdown": Breakdown.BOTH}, [("end", "breakdown-without-end", ERROR)]),
        (
            {"type_key": "mst", "breakdown": Breakdown.BOTH, "end": AFTER},
            [("breakdown", "breakdown-no-placement", ERROR)],
        ),
    ],
)
def test_a_measure(catalogue: Catalogue, more: dict[str, object], expected: list[tuple[str, str, Severity]]) -> None:
    assert told(check_measure(measure(**more), (), catalogue, TODAY)) == expected


def test_the_same_measure_twice_at_a_time_is_met_with_a_warning(catalogue: Catalogue) -> None:
    one = measure()
    earlier = measure(start=date(2025, 1, 1))

    def codes(*others: Measure) -> list[str]:
        return [problem.code for problem in check_measure(one, others, catalogue, TODAY)]

    assert codes(earlier) == ["same-measure-overlaps"]
    assert codes(one) == []
    assert codes(replace(earlier, end=TODAY)) == []
    assert codes(replace(earlier, type_key="mst")) == []
    assert codes(replace(earlier, voided_on=TODAY)) == []


# Follow-ups


def follow_up(**more: object) -> FollowUp:
    sound = {"case_id": "c", "measure_ids": ("m",), "held_on": TODAY, "conversation_on": TODAY}
    return FollowUp(**{**sound, **more})  # type: ignore[arg-type]  # kwargs


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, []),
        ({"held_on": AFTER}, [("held_on", "held-in-future", ERROR)]),
        ({"conversation_on": AFTER}, [("conversation_on", "conversation-in-future", ERROR)]),
        ({"attempted_on": AFTER}, [("attempted_on", "attempted-in-future", ERROR)]),
        ({"held_on": None, "planned_on": AFTER}, []),
        ({"held_on": None}, [("planned_on", "follow-up-without-day", ERROR)]),
        ({"held_on": date(2025, 4, 30)}, [("held_on", "follow-up-before-measure", ERROR)]),
        (
            {"held_on": None, "planned_on": date(2025, 4, 30)},
            [("planned_on", "follow-up-before-measure", ERROR)],
        ),
        ({"held_on": date(2025, 4, 30), "measure_ids": ()}, []),
        ({"conversation_on": None}, [("no_conversation_reason", "no-conversation", WARNING)]),
        ({"conversation_on": None, "no_conversation_reason": "Ville ikke"}, []),
        ({"scores": (GoalScore(goal_id="g", value=10), GoalScore(goal_id="h", value=0))}, []),
        ({"scores": (GoalScore(goal_id="g", value=11),)}, [("scores", "score-out-of-range", ERROR)]),
        ({"scores": (GoalScore(goal_id="g", value=-1),)}, [("scores", "score-out-of-range", ERROR)]),
        ({"held_on": None, "excused_on": TODAY}, [("excused_reason", "reason-empty", ERROR)]),
        ({"held_on": None, "excused_on": AFTER, "excused_reason": "Syg"}, [("excused_on", "excused-in-future", ERROR)]),
        ({"excused_on": TODAY, "excused_reason": "Syg"}, [("excused_on", "held-and-excused", ERROR)]),
        ({"rhythm": Interval.parse("3m")}, [("rhythm_reason", "rhythm-without-reason", WARNING)]),
        ({"rhythm": Interval.parse("3m"), "rhythm_reason": "Barnets behov"}, []),
    ],
)
def test_a_follow_up(more: dict[str, object], expected: list[tuple[str, str, Severity]]) -> None:
    covered = measure(id="m", start=date(2025, 5, 1))
    assert told(check_follow_up(follow_up(**more), (covered,), TODAY)) == expected


def test_a_follow_up_after_the_measure_ended_is_met_with_a_warning() -> None:
    ended = measure(id="m", start=date(2025, 5, 1), end=date(2025, 6, 1))
    assert told(check_follow_up(follow_up(), (ended,), TODAY)) == [("held_on", "follow-up-after-measure", WARNING)]


def test_a_promise_says_what_was_promised() -> None:
    assert check_agreement(Agreement(case_id="c", what="Ringe til skolen")) == ()
    assert told(check_agreement(Agreement(case_id="c", what=" "))) == [("what", "text-empty", ERROR)]


def test_a_dispensation_says_who_when_why_and_until_when() -> None:
    sound = Dispensation(measure_id="m", granted_by="Ole", granted_on=TODAY, valid_until=AFTER, reason="Ferie")
    assert check_dispensation(sound, TODAY) == ()
    wrong = replace(sound, granted_by="", granted_on=date(2025, 6, 4), reason="")
    assert told(check_dispensation(wrong, TODAY)) == [
        ("granted_by", "granted-by-empty", ERROR),
        ("reason", "reason-empty", ERROR),
        ("granted_on", "granted-in-future", ERROR),
        ("valid_until", "end-before-start", ERROR),
    ]


# Plans, maps, journal


def test_a_plan_tells_which_goal_is_wrong() -> None:
    plan = Plan(
        case_id="c",
        goals=(
            Goal(goal="Komme i skole", baseline=0, target=10),
            Goal(goal=" ", target=11, theme_key="x" * 501, sub_goals=(SubGoal(what=""), SubGoal(what="\ud800"))),
        ),
    )
    problems = check_plan(plan)
    assert [(p.field, p.code, p.values["number"]) for p in problems] == [
        ("goals", "goal-empty", 2),
        ("goals", "goal-scale", 2),
        ("goals", "sub-goal-empty", 2),
        ("goals", "text-too-long", 2),
        ("goals", "text-broken", 2),
    ]
    assert [p.values.get("part") for p in problems[3:]] == ["theme_key", "what"]


def test_a_map_holds_everybody_once_and_lines_between_them() -> None:
    mother = MapPerson(person_id="a", sector_key="kin")
    sound = NetworkMap(case_id="c", people=(mother,), relations=(Relation(to_id=mother.id),))
    assert check_map(sound) == ()
    twice = MapPerson(person_id="a", sector_key="kin", can_help="\ud800")
    wrong = replace(
        sound,
        people=(mother, twice),
        relations=(Relation(to_id="nobody"), Relation(from_id=mother.id, to_id=mother.id)),
    )
    assert told(check_map(wrong)) == [
        ("people", "person-twice", ERROR),
        ("relations", "line-to-nobody", ERROR),
        ("relations", "line-to-self", ERROR),
        ("people", "text-broken", ERROR),
    ]


def test_an_entry_is_about_a_day_that_has_come_and_stays_when_locked() -> None:
    entry = JournalEntry(case_id="c", on=AFTER, text=" ")
    assert told(check_entry(entry, TODAY, locked=True)) == [
        ("", "entry-locked", ERROR),
        ("on", "entry-in-future", ERROR),
        ("text", "text-empty", ERROR),
    ]


def test_a_fact_about_school_ends_after_it_starts() -> None:
    fact = SchoolFact(case_id="c", kind=SchoolKind.ORDINARY, start=TODAY, end=TODAY)
    assert check_school_fact(fact) == ()
    assert told(check_school_fact(replace(fact, end=BEFORE))) == [("end", "end-before-start", ERROR)]


def test_errors_stop_saving_and_warnings_do_not() -> None:
    warning, error = Problem("a", "unusual", WARNING), Problem("b", "wrong")
    demand((warning,))
    with pytest.raises(Invalid, match="b:wrong") as refused:
        demand((warning, error))
    assert refused.value.problems == (error,)


def test_who_ends_a_measure_says_when_and_why_and_who_gave_a_placement_up() -> None:
    running = Measure(case_id="c", type_key="foster_general", start=BEFORE)
    assert told(check_ending(running)) == [("end", "day-empty", ERROR), ("end_reason", "choice-empty", ERROR)]
    broken = replace(running, end=TODAY, end_reason=EndReason.BREAKDOWN)
    assert told(check_ending(broken)) == [("breakdown", "choice-empty", ERROR)]
    assert check_ending(replace(broken, breakdown=Breakdown.CHILD)) == ()
