"""Full-text search over what was written (FTS5): the one place outside the engine with SQLite's own SQL."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.models.base import Row


@dataclass(frozen=True, slots=True)
class Hit:
    """A row whose words match, best first, with the words around the match."""

    table: str
    row_id: str
    excerpt: str


def put(session: Session, row: Row) -> None:
    """Index the row's searchable words anew."""
    if not row.searchable:
        return
    remove(session, row.id)
    words = "\n".join(str(getattr(row, name) or "") for name in row.searchable)
    if not words.strip():
        return
    seq = session.scalar(
        text("INSERT INTO search_entry (table_name, row_id) VALUES (:table, :id) RETURNING seq"),
        {"table": type(row).__tablename__, "id": row.id},
    )
    session.execute(text("INSERT INTO search_index (rowid, words) VALUES (:seq, :words)"), {"seq": seq, "words": words})


def remove(session: Session, row_id: str) -> None:
    """Take the row's words out of the index."""
    session.execute(
        text("DELETE FROM search_index WHERE rowid IN (SELECT seq FROM search_entry WHERE row_id = :id)"),
        {"id": row_id},
    )
    session.execute(text("DELETE FROM search_entry WHERE row_id = :id"), {"id": row_id})


def find(session: Session, query: str, most: int) -> list[Hit]:
    """Rows in which every word of the query begins a word. Odd queries find nothing, they never fail."""
    match = quoted(query)
    if not match:
        return []
    rows = session.execute(
        text(
            "SELECT e.table_name, e.row_id, snippet(search_index, 0, '', '', '…', 12) FROM search_index "
            "JOIN search_entry e ON e.seq = search_index.rowid "
            "WHERE search_index MATCH :match ORDER BY rank LIMIT :most"
        ),
        {"match": match, "most": most},
    )
    # Fields and lines of a row stand under each other in the index, and beside each other where they are found.
    return [Hit(table, row_id, _on_one_line(excerpt)) for table, row_id, excerpt in rows]


def _on_one_line(excerpt: str) -> str:
    return " · ".join(part for line in excerpt.splitlines() if (part := line.strip()))


def quoted(query: str) -> str:
    """The query with each word quoted, so that none of FTS5's own signs and words act; at most 12 words are used."""
    bare = (word.replace('"', "").replace("\0", "") for word in query[:400].split())
    return " ".join(f'"{word}"*' for word in [w for w in bare if any(c.isalnum() for c in w)][:12])
