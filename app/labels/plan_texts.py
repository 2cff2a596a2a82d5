"""An issued plan as clean text, for the municipality's case system."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.dates import screen_date
from app.core.records.documents import DocumentGoal, DocumentMeasure, DocumentSubGoal, PlanDocument
from app.labels.choices import choice
from app.words import Words


def plan_text(words: Words, document: PlanDocument) -> str:
    """All that the plan says, in the order of the print."""
    version = words.tr("Version {number}, {date}", number=document.number, date=screen_date(document.head.on))
    paragraphs = [f"{choice(words, document.kind)}, {document.child_name}. {version}"]
    paragraphs += [f"{label}: {text.strip()}" for label, text in _opening(words, document) if text.strip()]
    paragraphs += ["\n".join(_goal(words, number, goal)) for number, goal in enumerate(document.goals, 1)]
    paragraphs += [f"{label}: {text.strip()}" for label, text in _end(words, document) if text.strip()]
    return "\n\n".join(paragraphs)


def _opening(words: Words, document: PlanDocument) -> Iterator[tuple[str, str]]:
    yield words.tr("Legal basis"), document.legal_basis
    yield words.tr("Why we have a plan"), document.purpose
    yield (
        words.trn("Measure", "Measures", len(document.measures)),
        "\n".join(measure_line(words, measure) for measure in document.measures),
    )
    yield words.tr("Why this measure"), document.measure_reason
    yield words.tr("Expected duration"), document.expected_duration
    yield words.tr("Next step"), document.next_step


def _end(words: Words, document: PlanDocument) -> Iterator[tuple[str, str]]:
    yield words.tr("Support for the family"), document.family_support
    yield words.tr("What the child says about the plan"), document.child_comment
    yield words.tr("What the parents say about the plan"), document.parents_comment
    yield words.tr("What we do not agree on"), document.disagreement
    yield words.tr("Who took part"), document.participants
    yield words.tr("Given to"), document.given_to
    label = words.tr("Next follow-up") if document.next_is_agreed else words.tr("Next follow-up, at the latest")
    yield label, screen_date(document.next_follow_up)


def measure_line(words: Words, measure: DocumentMeasure) -> str:
    """A running measure in one line: what, by whom, since when, under which paragraph."""
    since = words.tr("since {date}", date=screen_date(measure.start))
    parts = (measure.name.of(words.language), measure.provider.strip(), since, measure.paragraph.strip())
    return ", ".join(part for part in parts if part)


def _goal(words: Words, number: int, goal: DocumentGoal) -> Iterator[str]:
    yield f"{words.tr('Goal {number}', number=number)}: {goal.goal.strip()} ({choice(words, goal.status)})"
    if goal.own_words.strip():
        yield words.tr("In the child's own words: {text}", text=goal.own_words.strip())
    if goal.theme is not None:
        yield words.tr("Theme: {name}", name=goal.theme.of(words.language))
    scale = (
        words.tr("Baseline {value}", value=goal.baseline) if goal.baseline is not None else "",
        words.tr("target {value}", value=goal.target) if goal.target is not None else "",
    )
    if any(scale):
        yield words.tr("On the scale from 0 to 10: {told}", told=", ".join(part for part in scale if part))
    for score in goal.scores:
        yield f"{choice(words, score.informant)}: {score.value}, {screen_date(score.on)}"
    for sub_goal in goal.sub_goals:
        yield f"- {_sub_goal(words, sub_goal)}"
    if goal.success_sign.strip():
        yield words.tr("We can see that it works when") + f": {goal.success_sign.strip()}"


def _sub_goal(words: Words, sub_goal: DocumentSubGoal) -> str:
    parts = (
        sub_goal.what.strip(),
        sub_goal.responsible.strip(),
        screen_date(sub_goal.deadline),
        sub_goal.rhythm.strip(),
        choice(words, sub_goal.status),
    )
    return ", ".join(part for part in parts if part)
