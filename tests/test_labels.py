"""Codes in words: every code has a sentence in both languages, and the sentences say what they should."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum
from pathlib import Path

import pytest

from app import labels
from app.core import attention as attention_module
from app.core.attention import Attention, Tab
from app.core.deadlines import Deadline, DeadlineKind
from app.core.errors import Problem
from app.core.interval import Interval
from app.core.names import Names
from app.core.schedule import Basis, DueDate, Track
from app.labels import changes, choices
from app.labels.problems import problem
from app.reports import wording
from app.services import follow_ups, meetings
from app.words import Words

TODAY = date(2025, 6, 2)
FOSTER = Names("Almen plejefamilie", "General foster family")


@pytest.fixture(params=["da", "en"])
def words(request: pytest.FixtureRequest) -> Words:
    return Words(request.param)


def _codes() -> Iterator[str]:
    """Every code that core gives a problem; in the tables of the checks they stand second in a pair."""
    app = Path(labels.__file__).parent.parent
    for file in app.glob("core/**/*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem":
                given = node.args[1]
            elif isinstance(node, ast.Tuple) and len(node.elts) == 2 and "checks" in file.parts:
                given = node.elts[1]
            else:
                continue
            if isinstance(given, ast.Constant) and isinstance(given.value, str) and "-" in given.value:
                yield given.value


def test_every_code_of_a_problem_has_a_sentence(words: Words) -> None:
    names = ("limit", "count", "text", "least", "most", "number", "name", "names", "start", "end", "day")
    values: dict[str, object] = dict.fromkeys(names, 3)
    of_fields = {f"time-{what}" for what in ("unreadable", "empty", "left-out", "twice")}
    found = {*_codes(), *of_fields, "number-unreadable", "too-long"}
    assert len(found) > 50
    for code in found:
        sentence = problem(words, Problem("", code, values=values))
        assert sentence.endswith((".", "?")), code
        assert "{" not in sentence


def _labels_of_changes() -> Iterator[str]:
    """Every label a service gives its change, and those a follow-up or a meeting gets by its state."""
    yield from (*follow_ups._LABELS.values(), *meetings._LABELS.values())
    for file in (Path(labels.__file__).parent.parent / "services").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Changes":
                yield from (str(one.value) for one in ast.walk(node.args[0]) if isinstance(one, ast.Constant))


def test_every_change_is_told_apart_by_undo_and_no_word_is_left_over(words: Words) -> None:
    of_undo, never_undone = ":", "demo-filled"
    assert {*_labels_of_changes()} - {of_undo, never_undone} == {*changes._SENTENCES}
    assert labels.change(words, "undo:case-closed") == labels.change(words, "case-closed")


def test_paper_and_screen_call_a_status_the_same(words: Words) -> None:
    tables = (wording.GOAL_STATUS, wording.INFORMANT, wording.QUALITY, wording.SUPPORT)
    for table in tables:
        for member, text in table.items():
            assert text == "" or words.tr(text).casefold() == labels.choice(words, member).casefold()


def test_every_line_of_attention_has_words(words: Words) -> None:
    values: dict[str, object] = {
        **dict.fromkeys(("since", "until", "end", "day", "term", "opened", "due", "on"), TODAY),
        **{"names": FOSTER, "name": "Ane", "goal": "Skole", "what": "Ringe", "who": "Mor", "days": 97, "months": 10},
    }
    for code in attention_module.ORDER:
        line = labels.attention_line(words, Attention(code=code, tab=Tab.OVERVIEW, values=values))
        assert line
        assert "{" not in line


@pytest.mark.parametrize(
    ("code", "values", "danish"),
    [
        (
            "way-out-no-next-step",
            {"names": FOSTER, "months": 11},
            "Almen plejefamilie i 11 måneder: intet aftalt næste trin",
        ),
        ("way-out-no-next-step", {"names": FOSTER, "months": 0}, "Almen plejefamilie: intet aftalt næste trin"),
        ("goal-not-scored", {"goal": "Skolegang", "days": 97}, "Ikke vurderet i 97 dage: Skolegang"),
        ("child-not-spoken", {"since": TODAY, "opened": TODAY}, "Sidste samtale med barnet 02-06-2025"),
        (
            "child-not-spoken",
            {"since": None, "opened": TODAY},
            "Ingen samtale med barnet, siden sagen blev åbnet 02-06-2025",
        ),
        ("agreement-overdue", {"who": "", "what": "Ringe", "due": TODAY}, "Aftalt inden 02-06-2025: Ringe"),
        ("agreement-overdue", {"who": "Mor", "what": "Ringe", "due": TODAY}, "Mor lovede inden 02-06-2025: Ringe"),
    ],
)
def test_lines_of_attention_in_danish(code: str, values: dict[str, object], danish: str) -> None:
    assert labels.attention_line(Words("da"), Attention(code=code, tab=Tab.OVERVIEW, values=values)) == danish


def test_a_line_with_a_value_of_another_kind_is_a_fault_of_the_program() -> None:
    with pytest.raises(TypeError, match="not a number"):
        labels.attention_line(Words("en"), Attention(code="goal-not-scored", tab=Tab.PLAN, values={"days": "x"}))


def due(basis: Basis, interval: str = "6w", track: Track = Track.GOAL) -> DueDate:
    return DueDate(
        day=date(2025, 6, 11),
        track=track,
        basis=basis,
        anchor=date(2025, 4, 30),
        interval=Interval.parse(interval),
        rule_key="x",
        rule_names=Names("barnets lov § 95", "Children's Act § 95"),
        until=date(2025, 9, 1),
    )


@pytest.mark.parametrize(
    ("basis", "short", "reason"),
    [
        (Basis.FIRST, "6 uger efter starten", "6 uger efter starten 30-04-2025."),
        (Basis.REGULAR, "hver 6. uge", "Holdes hver 6. uge, regnet fra 30-04-2025."),
        (Basis.FIRST_YEAR, "hver 6. uge", "Det første år holdes den hver 6. uge, regnet fra 30-04-2025."),
        (Basis.LATER_YEARS, "hver 6. uge", "Efter det første år holdes den hver 6. uge, regnet fra 30-04-2025."),
        (Basis.DECIDED, "hver 6. uge", "Besluttet rytme: hver 6. uge, regnet fra 30-04-2025."),
        (
            Basis.LONGER_INTERVAL,
            "hver 6. uge",
            "Dispensation til 01-09-2025: holdes hver 6. uge, regnet fra 30-04-2025.",
        ),
        (Basis.PAUSE, "pause ved dispensation", "Dispensation: pause til 01-09-2025."),
    ],
)
def test_why_a_date_is_due(basis: Basis, short: str, reason: str) -> None:
    words = Words("da")
    assert labels.due_rhythm(words, due(basis)) == short
    assert labels.due_reason(words, due(basis)) == reason


def test_a_date_of_the_law_names_the_law() -> None:
    found = labels.due_reason(Words("en"), due(Basis.FIRST, "3m", Track.LAW))
    assert found == "Children's Act § 95: 3 months after the start on 30-04-2025."


@pytest.mark.parametrize(
    ("today", "danish"),
    [
        (date(2025, 6, 15), "4 dage over fristen"),
        (date(2025, 6, 12), "1 dag over fristen"),
        (date(2025, 6, 11), "i dag"),
        (date(2025, 6, 10), "i morgen"),
        (date(2025, 6, 2), "om 9 dage"),
    ],
)
def test_how_near_a_due_date_is(today: date, danish: str) -> None:
    assert labels.days_left(Words("da"), due(Basis.FIRST), today) == danish


@pytest.mark.parametrize(
    ("now", "danish", "short"),
    [
        ("2025-06-11T08:00+02:00", "om 12 timer", "om 12 timer"),
        ("2025-06-11T19:30+02:00", "om 30 minutter", "om 30 minutter"),
        ("2025-06-11T20:00+02:00", "om 1 minut", "om 1 minut"),
        ("2025-06-11T20:00:30+02:00", "1 minut over fristen", "1 minut over fristen"),
        ("2025-06-11T21:00+02:00", "1 time over fristen", "1 time over"),
        ("2025-06-13T09:59+02:00", "37 timer over fristen", "37 timer over"),
    ],
)
def test_where_the_clock_counts_hours_are_told(now: str, danish: str, short: str) -> None:
    at = datetime.fromisoformat("2025-06-11T20:00+02:00")
    notified = Deadline(
        kind=DeadlineKind.NOTIFICATION,
        case_id="c",
        day=at.date(),
        at=at,
        anchor=date(2025, 6, 10),
        track=Track.LAW,
        tab=Tab.ASSESSMENT,
    )
    moment = datetime.fromisoformat(now)
    assert labels.time_left(Words("da"), notified, moment) == danish
    assert labels.time_left_in_short(Words("da"), notified, moment) == short


def test_a_deadline_in_a_sentence_says_what_when_how_near_and_why() -> None:
    asked = Deadline(
        kind=DeadlineKind.FILE_ACCESS,
        case_id="c",
        day=date(2025, 6, 11),
        anchor=TODAY,
        track=Track.LAW,
        paragraph="FVL § 16",
        tab=Tab.COMPLAINTS,
        values={"names": Names("Besvar anmodning om aktindsigt", "Answer"), "days": 7},
    )
    now = datetime.fromisoformat("2025-06-15T10:00+02:00")
    assert labels.deadline_sentence(Words("da"), asked, now) == (
        "Besvar anmodning om aktindsigt: 11-06-2025, 4 dage over fristen. "
        "7 arbejdsdage efter at anmodningen blev modtaget 02-06-2025 (FVL §\N{NO-BREAK SPACE}16)."
    )
    assert labels.time_left_in_short(Words("da"), asked, now) == "4 dage over"
    assert labels.time_left_in_short(Words("da"), asked, datetime.fromisoformat("2025-06-11T10:00+02:00")) == "i dag"


def test_how_days_lie_to_today() -> None:
    words = Words("en")
    assert labels.relative_day(words, date(2025, 6, 1), TODAY) == "yesterday"
    assert labels.relative_day(words, date(2025, 5, 24), TODAY) == "9 days ago"


@pytest.mark.parametrize(
    ("interval", "long", "often"),
    [
        ("1d", "1 dag", "hver dag"),
        ("14d", "14 dage", "hver 14. dag"),
        ("1w", "1 uge", "hver uge"),
        ("1m", "1 måned", "hver måned"),
        ("3m", "3 måneder", "hver 3. måned"),
    ],
)
def test_lengths_and_rhythms(interval: str, long: str, often: str) -> None:
    words, parsed = Words("da"), Interval.parse(interval)
    assert (labels.length(words, parsed), labels.rhythm(words, parsed)) == (long, often)


def _kinds() -> list[type[Enum]]:
    found = [kind for _, kind in inspect.getmembers(choices, inspect.isclass) if issubclass(kind, Enum)]
    return [kind for kind in found if kind is not Enum]


@pytest.mark.parametrize("kind", _kinds(), ids=lambda kind: kind.__name__)
def test_every_choice_has_a_name_of_its_own(words: Words, kind: type[Enum]) -> None:
    names = [labels.choice(words, member) for member in kind]
    assert all(names)
    assert len(set(names)) == len(names)
