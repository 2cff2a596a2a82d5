"""The prints, once their fonts are read: the action plan, and the caseload summary of 25 children."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from app.core.records.documents import PlanDocument, SummaryDocument
from app.reports.plan_report import plan_pdf
from app.reports.summary_report import summary_pdf
from app.services.caseload import open_statuses
from app.services.catalogue import load_catalogue
from app.services.documents import plan_document, summary_document
from app.words import Words
from script.benchmarks.floors.bare_prints import BarePrint, bare_pdf
from script.benchmarks.measuring import TIMES, Figure, in_turns, warm
from script.benchmarks.stores import Made, now

_CHILDREN = 25
_DANISH = Words("da")


def prints(made: Made, runs: int) -> Iterator[Figure]:
    """Both prints against the same text and tables through bare platypus."""
    store, today = made.opened(), now().astimezone().date()
    catalogue = store.read(load_catalogue)
    statuses = store.read(open_statuses, catalogue, today)
    with_plan = max(statuses, key=lambda status: len(status.file.goals))
    plan = store.read(plan_document, with_plan.case_id, catalogue, today)
    summary = store.read(summary_document, catalogue, today)
    store.close()
    summary = dataclasses.replace(summary, rows=(summary.rows * 2)[:_CHILDREN])
    bare = _of_plan(plan)
    mine, floor = in_turns(runs, warm(lambda: plan_pdf(plan, _DANISH)), warm(lambda: bare_pdf(bare)))
    yield Figure(name="plan as PDF, warm", unit=TIMES, goal=2.5, samples=mine, floors=floor)
    bare = _of_summary(summary)
    mine, floor = in_turns(runs, warm(lambda: summary_pdf(summary, _DANISH)), warm(lambda: bare_pdf(bare)))
    yield Figure(name=f"caseload summary of {_CHILDREN}", unit="ms", goal=300.0, samples=mine, floors=floor)


def _of_plan(plan: PlanDocument) -> BarePrint:
    """The texts of a plan, and a table for each goal."""
    texts = (
        *(plan.purpose, plan.measure_reason, plan.expected_duration, plan.next_step, plan.family_support),
        *(plan.child_comment, plan.parents_comment, plan.disagreement, plan.participants),
    )
    tables = tuple(
        (
            (goal.goal, goal.own_words, goal.success_sign, f"{goal.baseline}–{goal.target}"),
            *((sub.what, sub.responsible, str(sub.deadline), sub.rhythm) for sub in goal.sub_goals),
        )
        for goal in plan.goals
    )
    steps = tuple(step.name.da for step in plan.steps)
    measures = tuple((measure.name.da, measure.provider, str(measure.start), "") for measure in plan.measures)
    return BarePrint(plan.child_name, texts, ((steps,), measures, *tables), landscape=False)


def _of_summary(summary: SummaryDocument) -> BarePrint:
    """One table with a row for each child."""
    rows = tuple(
        (
            *(row.name, str(row.age), row.step_name.da, row.measure.da if row.measure else "", str(row.since)),
            *(str(row.moved_on), str(row.next_follow_up), str(row.law_due), str(row.spoken_on)),
            *(str(row.plan_version), str(row.has_map), str(row.breakdowns)),
            "; ".join(remark.da for remark in row.remarks),
        )
        for row in summary.rows
    )
    return BarePrint(summary.head.caseworker, (), (rows,), landscape=True)
