"""What can be wrong, as codes: the words for them live in app/labels and app/refusals.py, in the user's language."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How a problem is met: an error stops saving, a warning can be passed, a hint only informs."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about one field of a form: which field, which code, and the values its sentence needs.

    `field` is the record's attribute name; "" concerns the whole form.
    """

    field: str
    code: str
    severity: Severity = Severity.ERROR
    values: dict[str, object] = dataclasses.field(default_factory=dict)


class ForlaensError(Exception):
    """Any refusal the program makes on purpose; `code` leads to its sentence in app/refusals.py."""

    code = "error"


class Invalid(ForlaensError):
    """A record was refused by its rules; `problems` says what to mend and where."""

    code = "invalid"

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(", ".join(f"{p.field}:{p.code}" for p in problems))
        self.problems = problems


class NotFound(ForlaensError):
    """The row asked for is not in the store (any more)."""

    code = "not-found"


def errors_in(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems that stop saving."""
    return tuple(p for p in problems if p.severity is Severity.ERROR)


def demand(problems: tuple[Problem, ...]) -> None:
    """Raise `Invalid` when any problem is an error; warnings and hints pass."""
    if errors := errors_in(problems):
        raise Invalid(errors)
