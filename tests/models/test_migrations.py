"""The schema comes from migrations alone, wholly or not at all."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations

from app.models import database, migrations
from app.models.errors import MigrationFailed, StoreNewer
from app.models.tables import Base

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


def test_the_migrations_make_exactly_the_tables_that_are_mapped(path: Path) -> None:
    migrations.upgrade(path, KEY, create=True)
    engine = database.make_engine(path, KEY)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _is_mapped})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def _is_mapped(name: str | None, kind: str, parents: Any) -> bool:
    return kind != "table" or not str(name).startswith("search_index")


def test_a_new_store_says_whose_it_is_and_which_version(path: Path) -> None:
    migrations.upgrade(path, KEY, create=True)
    assert database.version_of(path, KEY) == database.SCHEMA_VERSION


@pytest.mark.parametrize("at", range(0, 60, 7))
def test_a_migration_that_fails_at_any_statement_leaves_nothing(
    path: Path, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = 0
    execute = Operations.invoke

    def failing(self: Operations, operation: Any) -> Any:
        nonlocal done
        done += 1
        if done > at:
            monkeypatch.undo()
            raise _broken()
        return execute(self, operation)

    monkeypatch.setattr(Operations, "invoke", failing)
    with pytest.raises(MigrationFailed):
        migrations.upgrade(path, KEY, create=True)
    with closing(database.connect(path, KEY)) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
        assert connection.execute("PRAGMA user_version").fetchone()[0] == 0


def _broken() -> Exception:
    import sqlcipher3.dbapi2 as sqlcipher

    return sqlcipher.OperationalError("no such column")  # type: ignore[no-any-return]  # the driver has no types


def test_a_store_of_a_newer_version_is_refused_and_left_byte_for_byte(path: Path) -> None:
    migrations.upgrade(path, KEY, create=True)
    with closing(database.connect(path, KEY)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(StoreNewer):
        database.version_of(path, KEY)
    assert path.read_bytes() == before


def test_the_log_refuses_to_be_rewritten(path: Path) -> None:
    migrations.upgrade(path, KEY, create=True)
    with closing(database.connect(path, KEY)) as connection:
        connection.execute(
            "INSERT INTO access_log (seq, at, act, case_id, purpose, detail, mac) "
            "VALUES (1, '2026-01-01', 'print', '', '', '', '')"
        )
        for statement in ("UPDATE access_log SET act = 'x'", "DELETE FROM access_log"):
            with pytest.raises(Exception, match="append-only"):
                connection.execute(statement)


def test_a_migration_that_would_leave_rows_without_their_case_is_refused(path: Path) -> None:
    migrations.upgrade(path, KEY, create=True)
    with closing(database.connect(path, KEY, foreign_keys=False)) as connection:
        connection.execute(
            "INSERT INTO school_fact (id, case_id, kind, name, grade, start, created_at, changed_at, revision) "
            "VALUES ('1', 'nowhere', 'ordinary', '', '', '2026-01-01', '2026-01-01', '2026-01-01', 1)"
        )
    with pytest.raises(MigrationFailed, match="1 rows"):
        migrations.upgrade(path, KEY)
