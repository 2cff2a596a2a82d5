"""What the overview shows of the caseload, line by line, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app import labels
from app.core.attention import ORDER, Attention, attention
from app.core.catalogue import Catalogue
from app.core.dates import short_date
from app.core.due_list import due_lines
from app.core.figures import Figures
from app.core.sorting import sort_key
from app.core.status import CaseStatus, Urgency, short_names
from app.ui.widgets.list_line import ListLine
from app.ui.widgets.staircase_canvas import StairStep
from app.ui.widgets.staircase_chip import StairChip
from app.words import Words

TONES = {Urgency.OVER: "over", Urgency.SOON: "soon", Urgency.LATER: "ok", Urgency.NONE: "muted"}
"""The mark of an urgency."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttentionLine:
    """What needs attention, and in which case."""

    status: CaseStatus
    attention: Attention

    @property
    def key(self) -> str:
        """Tells it apart from every other line."""
        return f"{self.status.case_id} {self.attention.code} {self.attention.record_id}"


def stair_steps(figures: Figures, words: Words) -> tuple[StairStep, ...]:
    """The staircase of the figures."""
    names = short_names(status for _, of_step in figures.steps for status in of_step)
    return tuple(
        StairStep(
            key=step.key,
            number=step.number,
            name=step.short_names.of(words.language),
            full_name=step.names.of(words.language),
            why=step.explanation.of(words.language),
            chips=tuple(
                StairChip(
                    key=status.case_id,
                    name=names[status.case_id],
                    tone=TONES[status.urgency],
                    why=why(status, words),
                )
                for status in of_step
            ),
        )
        for step, of_step in figures.steps
    )


def why(status: CaseStatus, words: Words) -> str:
    """Why a child stands where it does on the overview: its measure, its next follow-up and the reason for that day."""
    lines = [_running(status, words)]
    if status.due is None:
        lines.append(words.tr("No follow-up is due"))
    else:
        near = labels.days_left(words, status.due, status.today)
        day = short_date(status.due.day, words.language, today=status.today)
        lines.append(words.tr("Follow-up {day}: {near}", day=day, near=near))
        lines.append(labels.due_reason(words, status.due))
    return "\n".join(line for line in lines if line)


def _running(status: CaseStatus, words: Words) -> str:
    """What runs, or what is being clarified."""
    names = [dues.clock.type.names.of(words.language) for dues in status.schedule.clocks]
    return ", ".join(names) or status.step.names.of(words.language)


def follow_up_lines(statuses: Sequence[CaseStatus], words: Words, most: int) -> tuple[ListLine, ...]:
    """The next follow-ups, the most urgent first."""
    names = short_names(statuses)
    return tuple(
        ListLine(
            key=line.status.case_id,
            lead=names[line.status.case_id],
            second=f"{line.dues.clock.type.short_names.of(words.language)} · {labels.due_rhythm(words, line.due)}",
            status=labels.days_left(words, line.due, line.status.today),
            aside=short_date(line.due.day, words.language, today=line.status.today),
            tone=TONES[line.status.urgency],
        )
        for line in due_lines(statuses)[:most]
    )


def attention_lines(statuses: Iterable[CaseStatus], catalogue: Catalogue) -> tuple[AttentionLine, ...]:
    """What needs attention in all cases, the weightiest first, in each kind by name."""
    found = [AttentionLine(status=s, attention=line) for s in statuses for line in attention(s, catalogue)]
    return tuple(sorted(found, key=lambda one: (ORDER.index(one.attention.code), sort_key(one.status.short_name))))


def attention_rows(lines: Sequence[AttentionLine], statuses: Iterable[CaseStatus], words: Words) -> list[ListLine]:
    """The lines of what needs attention, as the list shows them."""
    names = short_names(statuses)
    return [
        ListLine(
            key=line.key,
            lead=names[line.status.case_id],
            text=labels.attention_line(words, line.attention),
        )
        for line in lines
    ]


def moves_in_words(figures: Figures, words: Words) -> str:
    """The moves of the half-year: "4 moved down, 1 up in the last half-year"."""
    if not figures.moves:
        return words.tr("no moves in the last half-year")
    return words.tr(
        "{down} and {up} in the last half-year",
        down=words.trn("{n} move down", "{n} moves down", figures.down),
        up=words.trn("{n} up", "{n} up", figures.up),
    )
