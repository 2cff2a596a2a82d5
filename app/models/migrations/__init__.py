"""Schema migrations, carried by the package: one file a version, applied by `upgrade`."""

from __future__ import annotations

from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from app.models import database
from app.models.errors import MigrationFailed


def revision_of(version: int) -> str:
    """The name of the migration that leads to a schema version."""
    return f"{version:04d}"


def upgrade(path: Path, key: bytes, *, create: bool = False, to: int = database.SCHEMA_VERSION) -> None:
    """Bring the store at `path` to schema version `to`, wholly or not at all.

    Foreign keys are off while tables are rebuilt and checked before the commit: a rebuilt parent table would
    otherwise delete its children silently. Raises `MigrationFailed`; the store is then as it was.
    """
    engine = database.engine_of(lambda: database.connect(path, key, create=create, foreign_keys=False))
    try:
        with engine.connect().execution_options(**database.IMMEDIATE) as connection, connection.begin():
            command.upgrade(_config(connection), revision_of(to))
            broken = connection.execute(text("PRAGMA foreign_key_check")).fetchall()
            if broken:
                raise MigrationFailed(f"{len(broken)} rows would lose what they belong to")
            database.stamp(connection.connection.driver_connection, to)
    except (SQLAlchemyError, sqlcipher.Error) as error:
        raise MigrationFailed(str(error)) from error
    finally:
        engine.dispose()


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    return config
