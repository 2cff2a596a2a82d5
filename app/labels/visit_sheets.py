"""The sheet for a visit in words: the same on screen and on paper."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.dates import long_date, screen_date, weekday_date
from app.core.visit_sheet import SheetGoal, SheetMeasure, SheetPerson, VisitSheet
from app.labels.choices import choice
from app.labels.follow_ups import planned, status_note
from app.words import Words

Fact = tuple[str, str]
"""What it is, and what is known of it; lines of a longer one are parted by line ends."""


def sheet_subtitle(words: Words, sheet: VisitSheet) -> str:
    """Age, step and since when: "9 years · Foster family since 04-06-2026"."""
    step = words.tr("{step} since {date}", step=sheet.step.of(words.language), date=screen_date(sheet.since))
    return " · ".join(part for part in (_age(words, sheet), step) if part)


def last_time(words: Words, sheet: VisitSheet) -> tuple[Fact, ...]:
    """When the last follow-up was held, how, with whom, and what it led to; () where none was."""
    last = sheet.last
    if last is None or last.held_on is None:
        return ()
    form = choice(words, last.form) if last.form else ""
    where = " · ".join(part for part in (weekday_date(last.held_on, words.language), form, last.place.strip()) if part)
    led_to = choice(words, last.outcome) if last.outcome else ""
    facts = (
        (words.tr("Held on"), where),
        (words.tr("Who took part"), last.participants.strip()),
        (words.tr("No conversation"), last.no_conversation_reason.strip()),
        (words.tr("Leads to"), led_to),
    )
    return tuple(fact for fact in facts if fact[1])


def today_facts(words: Words, sheet: VisitSheet) -> tuple[Fact, ...]:
    """What is planned, who comes, what to take up, and what to know on the way there."""
    record = sheet.planned
    facts = (
        (words.tr("Planned for"), planned(words, record) if record else words.tr("Not planned yet")),
        (words.tr("Attempted on"), screen_date(record.attempted_on) if record else ""),
        (words.tr("Who comes"), record.planned_with.strip() if record else ""),
        (words.tr("To take up"), "\n".join(sheet.questions)),
        (words.tr("Status note"), status_note(words, record) if record else ""),
        (words.trn("Measure", "Measures", len(sheet.measures)), "\n".join(_measures(words, sheet.measures))),
        (words.tr("Family"), "\n".join(_people(words, sheet.people))),
        (words.tr("School or day care"), _school(words, sheet)),
    )
    return tuple(fact for fact in facts if fact[1])


def child_words_title(words: Words, sheet: VisitSheet) -> str:
    """Whose words they are and from when; "" where there are none."""
    return words.tr("What the child said, {date}", date=screen_date(sheet.words.on)) if sheet.words else ""


def goal_scores(words: Words, goal: SheetGoal) -> str:
    """The scores of last time and the time before, and where it is to lead: "5 before, 7 last time, the goal is 8"."""
    parts = []
    if goal.before is not None:
        parts.append(words.tr("{value} the time before", value=goal.before.value))
    if goal.last is not None:
        parts.append(words.tr("{value} last time", value=goal.last.value))
    if goal.target is not None:
        parts.append(words.tr("the goal is {value}", value=goal.target))
    if goal.last is None:
        parts.insert(0, words.tr("not scored yet"))
    return ", ".join(parts)


def _age(words: Words, sheet: VisitSheet) -> str:
    if sheet.age is not None:
        return words.trn("{n} year", "{n} years", sheet.age)
    return words.tr("expected {date}", date=long_date(sheet.term, words.language)) if sheet.term else ""


def _measures(words: Words, measures: tuple[SheetMeasure, ...]) -> Iterator[str]:
    for measure in measures:
        since = words.tr("since {date}", date=screen_date(measure.start))
        parts = (measure.name.of(words.language), measure.provider.strip(), measure.place.strip(), since)
        yield ", ".join(part for part in parts if part)


def _people(words: Words, people: tuple[SheetPerson, ...]) -> Iterator[str]:
    for person in people:
        role = person.role.of(words.language)
        said = words.tr("{role}, custody holder", role=role) if person.has_custody else role
        yield f"{person.name} ({said})" if person.name else said


def _school(words: Words, sheet: VisitSheet) -> str:
    fact = sheet.school
    if fact is None:
        return ""
    return ", ".join(part for part in (choice(words, fact.kind), fact.name.strip(), fact.grade.strip()) if part)
