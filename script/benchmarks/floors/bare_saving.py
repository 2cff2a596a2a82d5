"""The floor of saving a follow-up: one row of text, durable, in an encrypted file with WAL and FULL."""

from __future__ import annotations

import secrets
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher


class BareStore:
    """An encrypted file with one table."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._connection = sqlcipher.connect(path, isolation_level=None)
        self._connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = FULL")
        self._connection.execute("CREATE TABLE follow_up (id TEXT PRIMARY KEY, case_id TEXT, held_on TEXT, said TEXT)")

    def save(self) -> None:
        """Insert a row and commit."""
        row = (secrets.token_hex(16), "case", "2026-11-23", "Det går fint, og jeg vil gerne ringe til mormor.")
        self._connection.execute("INSERT INTO follow_up VALUES (?, ?, ?, ?)", row)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
