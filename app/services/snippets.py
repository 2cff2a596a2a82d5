"""The phrases the caseworker keeps to use again."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.changes import Changes
from app.core.checks.snippet import check_snippet
from app.core.errors import demand
from app.core.records.person import Person
from app.core.records.snippet import Snippet
from app.models.caseload import SnippetRow
from app.models.mapping import put, to_record
from app.services import rows
from app.services.cases import all_cases


def all_snippets(session: Session) -> tuple[Snippet, ...]:
    """Every phrase, in the order they were made."""
    found = session.scalars(select(SnippetRow).order_by(SnippetRow.created_at, SnippetRow.id))
    return tuple(to_record(row, Snippet) for row in found)


def children_of_caseload(session: Session) -> tuple[Person, ...]:
    """The children whose names belong in no phrase, those of closed cases too."""
    return tuple(pair.child for pair in all_cases(session))


def save_snippet(session: Session, record: Snippet) -> Changes:
    """Keep a phrase; raises `Invalid`."""
    demand(check_snippet(record))
    put(session, SnippetRow, record)
    return Changes("snippet-saved")


def remove_snippet(session: Session, snippet_id: str) -> Changes:
    """Take a phrase away; raises `NotFound`."""
    session.delete(rows.get(session, SnippetRow, snippet_id))
    return Changes("snippet-removed")
