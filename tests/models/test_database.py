"""The file is encrypted, proves its key, and is told apart from anything else."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.models import database, migrations
from app.models.errors import (
    ForeignStore,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreReadOnly,
    WrongKey,
    classify,
)

KEY = bytes(range(32))
OTHER = bytes(32)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "store.db"
    migrations.upgrade(path, KEY, create=True)
    return path


def test_nothing_of_the_store_can_be_read_without_the_key(path: Path) -> None:
    content = path.read_bytes()
    assert b"SQLite format" not in content
    assert b"case_file" not in content
    with pytest.raises(WrongKey):
        database.connect(path, OTHER)


def test_a_key_of_another_length_is_refused_because_it_would_pass_as_a_passphrase(path: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        database.connect(path, KEY[:31])


def test_no_empty_store_is_made_where_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(StoreReadOnly):
        database.version_of(tmp_path / "missing.db", KEY)
    assert not (tmp_path / "missing.db").exists()


def test_a_database_of_another_program_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "foreign.db"
    with closing(database.connect(path, KEY, create=True)) as connection:
        connection.execute("CREATE TABLE t (x)")
    with pytest.raises(ForeignStore):
        database.version_of(path, KEY)


def test_a_snapshot_is_one_encrypted_file_with_everything_in_it(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with closing(database.connect(path, KEY)) as connection:
        connection.execute("INSERT INTO draft VALUES ('note', '', '2026-01-01', '{}')")
        database.snapshot(path, KEY, copy)
    assert not copy.with_name("copy.db-wal").exists()
    database.verify(copy, KEY)
    with closing(database.connect(copy, KEY)) as connection:
        assert connection.execute("SELECT form FROM draft").fetchall() == [("note",)]
    assert b"SQLite format" not in copy.read_bytes()


def test_a_snapshot_to_where_nothing_can_be_written_says_so(path: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        database.snapshot(path, KEY, tmp_path / "no such folder" / "copy.db")


@pytest.mark.parametrize("where", [0, 0.5, 1])
def test_one_flipped_bit_in_any_page_is_found(path: Path, where: float) -> None:
    content = bytearray(path.read_bytes())
    at = min(int(len(content) * where) + 2000, len(content) - 2000)
    content[at] ^= 1
    path.write_bytes(content)
    with pytest.raises((StoreDamaged, WrongKey)):
        database.verify(path, KEY)


def test_a_store_in_a_folder_that_cannot_be_written_opens_for_reading(path: Path) -> None:
    engine = database.make_engine(path, KEY, read_only=True)
    with engine.connect() as connection, pytest.raises(Exception, match="readonly"):
        connection.exec_driver_sql("DELETE FROM draft")
    engine.dispose()


def test_reading_refuses_to_pass_over_commits_that_only_the_log_holds(path: Path, tmp_path: Path) -> None:
    with closing(database.connect(path, KEY)) as connection:
        connection.execute("INSERT INTO draft VALUES ('note', '', '2026-01-01', '{}')")
        left = tmp_path / "left" / "store.db"
        left.parent.mkdir()
        for suffix in ("", "-wal"):
            shutil.copyfile(f"{path}{suffix}", f"{left}{suffix}")
    with closing(database.connect_for_reading(left, KEY)) as connection:
        assert connection.execute("SELECT count(*) FROM draft").fetchone()[0] == 1


def test_driver_errors_become_the_programs_own() -> None:
    kinds = {
        "database or disk is full": StoreFull,
        "attempt to write a readonly database": StoreReadOnly,
        "database is locked": StoreBusy,
        "disk I/O error": StoreDamaged,
    }
    for text, kind in kinds.items():
        assert isinstance(classify(Exception(text)), kind)
    assert classify(Exception("no such table")) is None


def test_a_sqlite_without_a_cipher_is_never_written_to(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "sqlcipher", sqlite3)
    with pytest.raises(RuntimeError, match="no cipher"):
        database.connect(path, KEY)


def test_a_store_that_another_program_is_writing_to_is_not_opened_for_work(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    with closing(database.connect(path, KEY)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy):
            database.version_of(path, KEY)
    assert database.version_of(path, KEY) == database.SCHEMA_VERSION


def test_what_is_not_there_cannot_be_read_either(tmp_path: Path) -> None:
    with pytest.raises(StoreReadOnly):
        database.connect_for_reading(tmp_path / "missing.db", KEY)
    assert not (tmp_path / "missing.db").exists()
