"""What can be wrong with a case, its closing, and the limit of the caseload."""

from __future__ import annotations

from datetime import date

from app.core.errors import Problem
from app.core.records.case import Case, LimitException


def check_case(record: Case, today: date) -> tuple[Problem, ...]:
    """A case is not opened in the future."""
    return (Problem("opened", "opened-in-future"),) if record.opened > today else ()


def check_closing(record: Case, closed: date, reason: str) -> tuple[Problem, ...]:
    """A case closes on or after its opening, with a reason."""
    problems = []
    if closed < record.opened:
        problems.append(Problem("closed", "closed-before-opened"))
    if not reason.strip():
        problems.append(Problem("closed_reason", "reason-empty"))
    return tuple(problems)


def check_exception(open_cases: int, limit: int, exception: LimitException | None) -> tuple[Problem, ...]:
    """One more case than `limit` needs the team leader's exception, granted or awaited, with a reason.

    `open_cases` is the number before this case. The case itself is never refused for good: a child at risk cannot
    be turned away.
    """
    if open_cases < limit:
        return ()
    if exception is None:
        return (Problem("exception", "caseload-full", values={"limit": limit, "count": open_cases}),)
    problems = []
    if not exception.reason.strip():
        problems.append(Problem("reason", "reason-empty"))
    if not exception.awaiting and not exception.granted_by.strip():
        problems.append(Problem("granted_by", "granted-by-empty"))
    return tuple(problems)
