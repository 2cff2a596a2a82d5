"""Codes in words: what problems, due dates, attention and choices are called, in the user's language."""

from app.labels.attention import attention_line
from app.labels.choices import choice
from app.labels.problems import problem
from app.labels.schedule import days_left, due_reason, due_rhythm, length, relative_day, rhythm

__all__ = [
    "attention_line",
    "choice",
    "days_left",
    "due_reason",
    "due_rhythm",
    "length",
    "problem",
    "relative_day",
    "rhythm",
]
