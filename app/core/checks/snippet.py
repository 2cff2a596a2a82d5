"""What can be wrong with a phrase that is kept to use again."""

from __future__ import annotations

from collections.abc import Iterable

from app.core.checks.texts import check_texts
from app.core.errors import Problem, Severity
from app.core.records.person import Person
from app.core.records.snippet import Snippet
from app.core.snippets import names_in


def check_snippet(record: Snippet) -> tuple[Problem, ...]:
    """A phrase says something."""
    empty = () if record.text.strip() else (Problem("text", "text-empty"),)
    return (*empty, *check_texts(record, ("text",)))


def check_snippet_names(record: Snippet, children: Iterable[Person]) -> tuple[Problem, ...]:
    """A child that is named is told of, and can be passed: the name would come along into another family's plan."""
    named = names_in(record.text, children)
    return tuple(Problem("text", "snippet-names", Severity.WARNING, {"name": name}) for name in named)
