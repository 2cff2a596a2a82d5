"""The way from notification to decision in rows and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app import labels
from app.core.assessment_path import PathPart, PathState, PathStep, path
from app.core.dates import screen_date
from app.core.records.assessment import Assessment, AssessmentKind, Finding, Notification
from app.core.records.decision import Decision, DecisionKind
from app.services.assessments import assessments_of_case, findings_of_case, notifications_of_case
from app.services.decisions import decisions_of_case
from app.ui.context import Context
from app.ui.widgets.deadline_notices import Running, left_of, running
from app.ui.widgets.table_model import Column
from app.words import Words, mark

Facts = list[tuple[str, str]]

_STATES = {
    PathState.OPEN: mark("Not begun"),
    PathState.UNDER_WAY: mark("Under way"),
    PathState.PRELIMINARY: mark("Preliminary assessment written"),
    PathState.DONE: mark("Finished"),
    PathState.VOIDED: mark("Struck out"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStep:
    """A step of the way with the deadlines that run for it, the nearest first, and for an assessment what it found."""

    step: PathStep
    running: tuple[Running, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def key(self) -> tuple[str, PathPart]:
        """What tells steps apart."""
        return self.step.key

    @property
    def is_voided(self) -> bool:
        """Whether it was struck out."""
        return self.step.state is PathState.VOIDED


def shown_steps(context: Context, case_id: str) -> tuple[ShownStep, ...]:
    """The steps of a case, earliest first."""
    deadlines = running(context.status(case_id), context.catalogue, context.now())
    findings = context.read(findings_of_case, case_id)
    steps = path(
        context.read(notifications_of_case, case_id),
        context.read(assessments_of_case, case_id),
        context.read(decisions_of_case, case_id),
    )
    return tuple(
        ShownStep(
            step=step,
            # The deadline of an assessment is told where the assessment stands, not at its screening.
            running=deadlines.get(step.record.id, ()) if step.part is not PathPart.SCREENING else (),
            findings=findings.get(step.record.id, ()) if step.part is PathPart.ASSESSMENT else (),
        )
        for step in steps
    )


def step_name(step: PathStep, words: Words) -> str:
    """What a step is called."""
    if step.part is PathPart.ASSESSMENT and isinstance(step.record, Assessment):
        return labels.choice(words, step.record.kind or AssessmentKind.FULL)
    return {
        PathPart.NOTIFICATION: words.tr("Notification"),
        PathPart.SCREENING: words.tr("Screening"),
    }.get(step.part, words.tr("Decision"))


def state_in_words(step: PathStep, words: Words) -> str:
    """How a step stands: what it led to where it is done."""
    record = step.record
    if step.state is PathState.VOIDED:
        return words.tr(_STATES[step.state])
    if isinstance(record, Notification):
        return labels.choice(words, record.outcome) if record.outcome else words.tr("To be assessed")
    if isinstance(record, Decision):
        return labels.choice(words, record.kind)
    if step.part is PathPart.SCREENING:
        found = record.screening_outcome
        return labels.choice(words, found) if found else words.tr("Not screened yet")
    return words.tr(_STATES[step.state])


def facts_of(shown: ShownStep, context: Context) -> Facts:
    """All that is noted of a step."""
    words, record = context.words, shown.step.record
    struck = ": ".join(part for part in (screen_date(record.voided_on), record.void_reason) if part)
    if isinstance(record, Notification):
        told = _of_notification(record, words)
    elif isinstance(record, Decision):
        told = _of_decision(record, words)
    elif shown.step.part is PathPart.SCREENING:
        told = _of_screening(record, words)
    else:
        told = [*_of_assessment(record, words), *_of_themes(shown.findings, context), *_of_ending(record, words)]
    return [(words.tr("Struck out"), struck), *told]


def _of_notification(record: Notification, words: Words) -> Facts:
    assessed = labels.moment(words, record.assessed_at) if record.assessed_at else ""
    return [
        (words.tr("Received"), labels.moment(words, record.received_at)),
        (words.tr("From"), labels.choice(words, record.source)),
        (words.tr("What it says"), record.summary),
        (words.tr("Assessed"), assessed),
        (words.tr("Leads to"), labels.choice(words, record.outcome) if record.outcome else ""),
        (words.tr("Conclusion"), record.conclusion),
    ]


def _of_screening(record: Assessment, words: Words) -> Facts:
    found = record.screening_outcome
    return [
        (words.tr("Aware since"), screen_date(record.aware_on)),
        (words.tr("Screened on"), screen_date(record.screened_on)),
        (words.tr("Found"), labels.choice(words, found) if found else ""),
        (words.tr("Reason"), record.screening_reason),
    ]


def _of_assessment(record: Assessment, words: Words) -> Facts:
    how = labels.choice(words, record.presence) if record.presence else ""
    talk = ", ".join(part for part in (screen_date(record.conversation_on), how) if part)
    return [
        (words.tr("Aware since"), screen_date(record.aware_on)),
        (words.tr("Finished on"), screen_date(record.finished_on)),
        (words.tr("Conclusion"), record.conclusion),
        (words.tr("Conversation"), talk),
        (words.tr("What the child said"), record.child_said),
        (words.tr("No conversation"), record.no_conversation_reason),
        (words.tr("The parents' view"), record.parents_view),
    ]


def _of_themes(findings: Sequence[Finding], context: Context) -> Facts:
    """What was found, theme by theme in the order of the catalogue."""
    today, language = context.today(), context.words.language
    themes = {finding.theme_key: context.catalogue.theme(finding.theme_key, today) for finding in findings}
    ordered = sorted(findings, key=lambda finding: themes[finding.theme_key].order)
    return [(themes[finding.theme_key].names.of(language), finding.text) for finding in ordered]


def _of_ending(record: Assessment, words: Words) -> Facts:
    written = ": ".join(part for part in (screen_date(record.preliminary_on), record.preliminary_text) if part)
    return [
        (words.tr("No network map"), record.no_map_reason),
        (words.tr("Preliminary assessment"), written),
    ]


def _of_decision(record: Decision, words: Words) -> Facts:
    return [
        (words.tr("Decided on"), screen_date(record.decided_on)),
        (words.tr("Paragraph"), record.paragraph),
        (words.tr("What was decided"), record.what),
        (words.tr("Purpose"), record.purpose),
        (words.tr("Expected duration"), record.expected_duration),
        (words.tr("Consent"), _consent(record, words)),
        (words.tr("Made by"), words.tr("The children and youth committee") if record.by_committee else ""),
        (words.tr("A plan"), _plan(record, words)),
    ]


def _consent(record: Decision, words: Words) -> str:
    if record.kind is not DecisionKind.PLACEMENT:
        return ""
    return words.tr("With consent") if record.consent else words.tr("Without consent")


def _plan(record: Decision, words: Words) -> str:
    if record.kind is not DecisionKind.SUPPORT:
        return ""
    said = {True: words.tr("is made"), False: words.tr("is not made"), None: words.tr("not decided yet")}
    return ": ".join(part for part in (said[record.plan_wanted], record.plan_reason) if part)


def columns(context: Context) -> tuple[Column[ShownStep], ...]:
    """Step, day, how it stands, and the deadline where one runs."""
    words = context.words
    return (
        Column(
            key="step",
            title=words.tr("What"),
            text=lambda row: step_name(row.step, words),
            strong=True,
            dot=_dot,
            struck=_is_voided,
        ),
        Column(
            key="day",
            title=words.tr("Day"),
            text=lambda row: screen_date(row.step.day),
            sort=lambda row: (row.step.day, row.step.part),
            struck=_is_voided,
        ),
        Column(
            key="state",
            title=words.tr("Status"),
            text=lambda row: state_in_words(row.step, words),
            struck=_is_voided,
        ),
        Column(
            key="deadline",
            title=words.tr("Deadline"),
            text=lambda row: left_of(words, row.running, context.now()),
            sort=lambda row: row.running[0].deadline.day if row.running else None,
            tone=lambda row: row.running[0].tone if row.running else "",
        ),
    )


def _dot(row: ShownStep) -> str:
    """What waits or runs has the mark of its deadline, what is done its own."""
    if row.running and row.running[0].tone:
        return row.running[0].tone
    return "ok" if row.step.state is PathState.DONE else "muted"


def _is_voided(row: ShownStep) -> bool:
    return row.is_voided
