"""The floor of reading a caseload: every row that belongs to some cases, by plain SELECTs, fetched and thrown away."""

from __future__ import annotations

from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

# The tables whose rows belong to a case, with the column that says to which.
BY_CASE = {
    "case_file": "id",
    **dict.fromkeys(
        ("measure", "follow_up", "agreement", "limit_exception", "school_fact", "plan_version", "plan", "network_map"),
        "case_id",
    ),
}
LINKED = (
    "SELECT p.* FROM person p JOIN case_file c ON c.person_id = p.id WHERE c.id IN ({ids})",
    "SELECT l.* FROM follow_up_measure l JOIN follow_up f ON f.id = l.follow_up_id WHERE f.case_id IN ({ids})",
    "SELECT s.* FROM goal_score s JOIN follow_up f ON f.id = s.follow_up_id WHERE f.case_id IN ({ids})",
    "SELECT g.* FROM goal g JOIN plan p ON p.id = g.plan_id WHERE p.case_id IN ({ids})",
    "SELECT m.* FROM map_person m JOIN network_map n ON n.id = m.map_id WHERE n.case_id IN ({ids})",
    'SELECT case_id, "on", kind, child_spoken FROM journal_entry WHERE case_id IN ({ids})',
)


def connect(path: Path, key: str) -> sqlcipher.Connection:
    """The store, keyed."""
    connection = sqlcipher.connect(path, isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    return connection


def rows(connection: sqlcipher.Connection, ids: list[str]) -> int:
    """How many rows belong to these cases, all of them fetched."""
    marks = ",".join("?" * len(ids))
    queries = [f"SELECT * FROM {table} WHERE {column} IN ({marks})" for table, column in BY_CASE.items()]
    queries += [query.format(ids=marks) for query in LINKED]
    return sum(len(connection.execute(query, ids).fetchall()) for query in queries)
