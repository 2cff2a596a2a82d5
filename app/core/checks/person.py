"""What can be wrong with a person and with their part in a case."""

from __future__ import annotations

from datetime import date

from dateutil.relativedelta import relativedelta

from app.core.checks.texts import check_email, check_texts
from app.core.cpr import check_cpr
from app.core.errors import Problem, Severity
from app.core.records.person import CasePerson, Person

_OLDEST = 120
_LONGEST_TERM = relativedelta(months=10)


def check_person(record: Person, today: date) -> tuple[Problem, ...]:
    """A name is needed, nobody is born in the future, and a CPR number is one (with hints for what is unusual)."""
    problems = []
    if not record.first_name.strip() and not record.last_name.strip():
        problems.append(Problem("first_name", "name-empty"))
    born = record.birth_date
    if born is not None and born > today:
        problems.append(Problem("birth_date", "birth-in-future"))
    if born is not None and born < today - relativedelta(years=_OLDEST):
        problems.append(Problem("birth_date", "birth-long-ago", Severity.WARNING))
    if record.term_date is not None and born is None and record.term_date > today + _LONGEST_TERM:
        problems.append(Problem("term_date", "term-far-ahead", Severity.WARNING))
    return (
        *problems,
        *check_cpr(record),
        *check_texts(record, ("address", "remarks")),
        *check_email("email", record.email),
    )


def check_case_person(record: CasePerson) -> tuple[Problem, ...]:
    """A part in a case has a role, and ends after it began."""
    problems = []
    if not record.role_key:
        problems.append(Problem("role_key", "role-empty"))
    if record.since and record.until and record.until < record.since:
        problems.append(Problem("until", "end-before-start"))
    return (*problems, *check_texts(record, ("remarks",)))
