"""What became of a plan since its last version, in a few words."""

from __future__ import annotations

from app.core.plan_since import PlanSince
from app.labels.plan_comparisons import plan_field
from app.words import Words


def plan_since(words: Words, found: PlanSince) -> tuple[str, ...]:
    """One line for each kind of change; a plan that says the same says so, new scores beside."""
    lines = [] if not found.is_same else [words.tr("The plan says what the version says.")]
    for count, line in (
        (found.added, words.trn("{n} new goal", "{n} new goals", found.added)),
        (found.changed, words.trn("{n} goal changed", "{n} goals changed", found.changed)),
        (found.removed, words.trn("{n} goal taken out", "{n} goals taken out", found.removed)),
        (found.moved, words.trn("{n} goal moved", "{n} goals moved", found.moved)),
        (found.scored, words.trn("New scores at {n} goal", "New scores at {n} goals", found.scored)),
    ):
        if count:
            lines.append(line)
    if found.fields:
        names = "; ".join(plan_field(words, name) for name in found.fields)
        lines.append(words.tr("Changed: {names}", names=names))
    return tuple(lines)
