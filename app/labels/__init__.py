"""Codes in words: what problems, due dates, attention and choices are called, in the user's language."""

from app.labels.attention import attention_in_short, attention_line
from app.labels.changes import change
from app.labels.choices import choice
from app.labels.deadlines import deadline_reason, deadline_title
from app.labels.dispensations import dispensation, dispensation_facts
from app.labels.follow_ups import follow_up_facts, follow_up_text, planned, planned_still
from app.labels.held import agreement_text
from app.labels.journal import entry_days, entry_text
from app.labels.meetings import meeting_facts, meeting_text, meeting_title, meeting_when
from app.labels.moments import deadline_sentence, moment, time_left, time_left_in_short
from app.labels.plan_comparisons import compared_lines, comparison_text, plan_version_name
from app.labels.plan_texts import plan_text
from app.labels.problems import problem
from app.labels.schedule import (
    after_due,
    day_left,
    days_left,
    due_reason,
    due_rhythm,
    length,
    relative_day,
    rhythm,
    why_suggested,
)
from app.labels.visit_sheets import child_words_title, goal_scores, last_time, sheet_subtitle, today_facts
from app.labels.work import work_day, work_left, work_reason, work_title

__all__ = [
    "after_due",
    "agreement_text",
    "attention_in_short",
    "attention_line",
    "change",
    "child_words_title",
    "choice",
    "compared_lines",
    "comparison_text",
    "day_left",
    "days_left",
    "deadline_reason",
    "deadline_sentence",
    "deadline_title",
    "dispensation",
    "dispensation_facts",
    "due_reason",
    "due_rhythm",
    "entry_days",
    "entry_text",
    "follow_up_facts",
    "follow_up_text",
    "goal_scores",
    "last_time",
    "length",
    "meeting_facts",
    "meeting_text",
    "meeting_title",
    "meeting_when",
    "moment",
    "plan_text",
    "plan_version_name",
    "planned",
    "planned_still",
    "problem",
    "relative_day",
    "rhythm",
    "sheet_subtitle",
    "time_left",
    "time_left_in_short",
    "today_facts",
    "why_suggested",
    "work_day",
    "work_left",
    "work_reason",
    "work_title",
]
