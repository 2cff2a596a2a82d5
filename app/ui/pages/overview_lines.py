"""What the overview says of the staircase, in words."""

from __future__ import annotations

from app import labels
from app.core.dates import short_date
from app.core.figures import Figures
from app.core.status import CaseStatus, short_names
from app.ui.widgets.staircase_canvas import StairStep
from app.ui.widgets.staircase_chip import StairChip
from app.ui.widgets.work_lines import TONES
from app.words import Words


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


def moves_in_words(figures: Figures, words: Words) -> str:
    """The moves of the half-year: "4 moved down, 1 up in the last half-year"."""
    if not figures.moves:
        return words.tr("no moves in the last half-year")
    return words.tr(
        "{down} and {up} in the last half-year",
        down=words.trn("{n} move down", "{n} moves down", figures.down),
        up=words.trn("{n} up", "{n} up", figures.up),
    )
