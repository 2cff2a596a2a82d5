"""The encrypted file: how it is opened, keyed, checked and copied.

SQLCipher with a raw 32-byte key through SQLAlchemy's ordinary SQLite dialect. Every pragma is here for a reason that
docs/how-it-is-built.md tells; the order matters.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, Final, TypeAlias

import sqlalchemy.dialects.sqlite  # noqa: F401  # the first engine would load it only once the passphrase was typed
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from app.models.errors import ForeignStore, StoreDamaged, StoreNewer, StoreReadOnly, WrongKey, classify

# sqlcipher3 carries no types.
DriverConnection: TypeAlias = Any

APPLICATION_ID: Final = 0x464F524C  # "FORL"
SCHEMA_VERSION: Final = 1
KEY_BYTES: Final = 32
BUSY_SECONDS: Final = 5.0
IMMEDIATE: Final = {"forlaens_begin": "IMMEDIATE"}


def connect(path: Path, key: bytes, *, create: bool = False, foreign_keys: bool = True) -> DriverConnection:
    """A keyed driver connection for work, proved by a first read.

    Raises `WrongKey` where the key does not fit. One transient error of the disk makes SQLite claim "file is not a
    database", so the file is opened a second time before that, or any other damage, is believed.
    """
    try:
        return _connect(path, key, create=create, foreign_keys=foreign_keys)
    except (WrongKey, sqlcipher.Error) as error:
        if not isinstance(classify(error), StoreDamaged):
            raise
    return _connect(path, key, create=create, foreign_keys=foreign_keys)


def _connect(path: Path, key: bytes, *, create: bool, foreign_keys: bool) -> DriverConnection:
    connection = _open(path, key, "mode=rwc" if create else "mode=rw")
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        for pragma, value in (
            ("synchronous", "FULL"),
            ("fullfsync", "ON"),
            ("checkpoint_fullfsync", "ON"),
            ("foreign_keys", "ON" if foreign_keys else "OFF"),
            ("secure_delete", "ON"),
        ):
            connection.execute(f"PRAGMA {pragma} = {value}")
    except BaseException:
        connection.close()
        raise
    return connection


def connect_for_reading(path: Path, key: bytes) -> DriverConnection:
    """A keyed connection where nothing can be written: a full disk, a read-only folder or stick.

    Without room for its shared memory SQLite opens a store in WAL mode only for itself alone; in a folder that
    cannot be written only as immutable, which would pass over a log that still holds commits, so that is refused.
    """
    log = path.with_name(path.name + "-wal")
    tries = ["mode=rw", "mode=ro"]
    if not log.exists() or log.stat().st_size == 0:
        tries.append("mode=ro&immutable=1")
    failure: sqlcipher.Error | None = None
    for query in tries:
        try:
            connection = _open(path, key, query, alone=query == "mode=rw")
        except sqlcipher.OperationalError as error:
            failure = error
            continue
        connection.execute("PRAGMA query_only = ON")
        return connection
    raise StoreReadOnly(str(failure)) from failure


def _open(path: Path, key: bytes, query: str, *, alone: bool = False) -> DriverConnection:
    if len(key) != KEY_BYTES:
        raise ValueError("the key must have 32 bytes: any other length would pass as a passphrase")
    connection = sqlcipher.connect(
        f"{path.absolute().as_uri()}?{query}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_SECONDS,
    )
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        if not connection.execute("PRAGMA cipher_version").fetchone():
            raise RuntimeError("this SQLite has no cipher: the store would be written in clear")
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA trusted_schema = OFF")
        if alone:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException as error:
        connection.close()
        if isinstance(error, sqlcipher.DatabaseError) and "not a database" in str(error):
            raise WrongKey(str(error)) from error
        raise
    return connection


def check_identity(connection: DriverConnection) -> int:
    """The schema version of an open store; raises `ForeignStore` or `StoreNewer` before anything is written."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise ForeignStore("application id")
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > SCHEMA_VERSION:
        raise StoreNewer(f"version {version}")
    return version


def version_of(path: Path, key: bytes) -> int:
    """The schema version of the store at `path`; raises what `check_identity` raises, or a `StoreError`."""
    try:
        with closing(connect(path, key)) as connection:
            return check_identity(connection)
    except sqlcipher.Error as error:
        raise classify(error) or error from error


def stamp(connection: DriverConnection, version: int) -> None:
    """Write application id and schema version; inside the caller's transaction, so that both come with the tables."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {int(version)}")


def make_engine(path: Path, key: bytes, *, read_only: bool = False) -> Engine:
    """The engine for work. Reads begin plainly, writes with BEGIN IMMEDIATE (see `IMMEDIATE`).

    `read_only` opens what cannot be written: a full disk or a read-only folder.
    """

    def creator() -> DriverConnection:
        return connect_for_reading(path, key) if read_only else connect(path, key)

    return engine_of(creator, connections=1 if read_only else 3)


def engine_of(creator: Callable[[], DriverConnection], connections: int = 1) -> Engine:
    """An engine over `creator` whose transactions begin explicitly, so that schema changes roll back too."""
    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=creator,
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=0,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        mode = connection.get_execution_options().get("forlaens_begin", "")
        connection.exec_driver_sql(f"BEGIN {mode}")

    return engine


def snapshot(path: Path, key: bytes, target: Path) -> None:
    """Copy the store to `target` while it is in use, encrypted with the same key, as of one moment.

    Raises a `StoreError` or OSError; the caller writes to a temporary name and renames.
    """
    try:
        with closing(connect(path, key)) as source, closing(connect(target, key, create=True)) as copy:
            source.backup(copy)
            # A backup is one file: fold its log back in.
            copy.execute("PRAGMA journal_mode = DELETE")
    except sqlcipher.Error as error:
        raise classify(error) or error from error


def verify(path: Path, key: bytes) -> None:
    """Read every page of a closed copy and its structure; raises `StoreDamaged`, `WrongKey` or `ForeignStore`."""
    try:
        with closing(connect(path, key)) as connection:
            check_identity(connection)
            torn = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            answer = connection.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlcipher.Error as error:
        raise classify(error) or StoreDamaged(str(error)) from error
    if torn or answer != "ok":
        raise StoreDamaged(f"{len(torn)} pages, {answer}")
