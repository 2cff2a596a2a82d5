"""All deadlines of a case beside its follow-ups, derived from its events, never stored."""

from app.core.deadlines.complaints import complaint_until
from app.core.deadlines.deadline import Deadline, DeadlineKind
from app.core.deadlines.of_case import deadlines

__all__ = ["Deadline", "DeadlineKind", "complaint_until", "deadlines"]
