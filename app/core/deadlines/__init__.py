"""All deadlines of a case beside its follow-ups, derived from its events, never stored."""

from app.core.deadlines.deadline import Deadline, DeadlineKind

__all__ = ["Deadline", "DeadlineKind"]
