"""What can be wrong with a case, its closing, and the limit of the caseload."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.core.checks.texts import check_reason, check_texts
from app.core.errors import Problem, Severity
from app.core.records.case import Case, LimitException
from app.core.records.person import Person
from app.core.sorting import fold


def check_case(record: Case, today: date) -> tuple[Problem, ...]:
    """A case opened later than today counts already, which is met with a warning; it closes after it opened."""
    problems = []
    if record.opened > today:
        problems.append(Problem("opened", "opened-in-future", Severity.WARNING))
    if record.closed is not None and record.closed < record.opened:
        problems.append(Problem("closed", "closed-before-opened"))
    return (*problems, *check_texts(record, ("closed_reason", "clarification", "void_reason")))


def check_closing(record: Case, closed: date, reason: str) -> tuple[Problem, ...]:
    """A case closes on or after its opening, with a reason."""
    early = (Problem("closed", "closed-before-opened"),) if closed < record.opened else ()
    return (*early, *check_reason("closed_reason", reason))


def check_exception(open_cases: int, limit: int, exception: LimitException | None) -> tuple[Problem, ...]:
    """One more case than `limit` needs the team leader's exception, granted or awaited, with a reason.

    `open_cases` is the number before this case. The case itself is never refused for good: a child at risk cannot
    be turned away.
    """
    if exception is not None:
        return check_limit_exception(exception)
    if open_cases < limit:
        return ()
    return (Problem("exception", "caseload-full", values={"limit": limit, "count": open_cases}),)


def check_limit_exception(record: LimitException) -> tuple[Problem, ...]:
    """An exception says why; a granted one says by whom, and should say until when."""
    problems = []
    if not record.reason.strip():
        problems.append(Problem("reason", "reason-empty"))
    if not record.awaiting:
        if not record.granted_by.strip():
            problems.append(Problem("granted_by", "granted-by-empty"))
        if record.valid_until is None:
            problems.append(Problem("valid_until", "exception-without-end", Severity.WARNING))
    if record.valid_until is not None and record.valid_until < record.asked_on:
        problems.append(Problem("valid_until", "end-before-start"))
    return (*problems, *check_texts(record, ("reason",)))


def check_known_child(child: Person, known: Iterable[Person]) -> tuple[Problem, ...]:
    """A child has one case: somebody of the same CPR number, or of the same name and birth date, is met with a warning.

    Two of the same name may be two children, so where a birth date is missing the name alone warns too.
    """
    for other in known:
        if child.cpr and child.cpr == other.cpr:
            return (Problem("cpr", "child-known-cpr", Severity.WARNING, {"name": other.name}),)
        if (child.cpr and other.cpr) or fold(child.name) != fold(other.name):
            continue
        if child.birth_date is None or other.birth_date is None or child.birth_date == other.birth_date:
            return (Problem("first_name", "child-known-name", Severity.WARNING, {"name": other.name}),)
    return ()
