"""Stores with real slots at the least cost that a machine may end up with, and a disk without room."""

from __future__ import annotations

import os
import resource
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from app.models import database
from app.vault import keys, slots
from app.vault.keys import DataKey
from app.vault.recovery import RecoveryKey
from app.vault.store_folder import DataFolder, StoreFolder

PASSPHRASE = "Blå himmel over Ærø"
NOW = datetime(2026, 7, 24, 10, 15, tzinfo=UTC)


class Made(NamedTuple):
    """A store in a data folder of its own, with its secrets."""

    data: DataFolder
    store: StoreFolder
    key: DataKey
    recovery: RecoveryKey
    passphrase: str
    now: datetime

    def add_row(self, text: str) -> None:
        """Write one row into the database, durably."""
        with closing(database.connect(self.store.store, self.key.raw)) as connection:
            connection.execute("INSERT INTO note VALUES (?)", (text,))

    def rows(self, path: Path | None = None) -> list[str]:
        """What the database, or a copy of it, holds."""
        with closing(database.connect(path or self.store.store, self.key.raw)) as connection:
            return [row[0] for row in connection.execute("SELECT text FROM note ORDER BY rowid")]

    def snapshot(self, target: Path) -> None:
        """Copy the database."""
        database.snapshot(self.store.store, self.key.raw, target)

    def check(self, path: Path) -> None:
        """Read a copy through."""
        database.verify(path, self.key.raw)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Made once: deriving a key is slow on purpose."""
    data = DataFolder(tmp_path_factory.mktemp("template"))
    store = data.free(NOW.date())
    with data.making(store) as half:
        key, recovery = slots.create(half, PASSPHRASE, keys.FLOOR)
        with closing(database.connect(half.store, key.raw, create=True)) as connection:
            database.stamp(connection, database.SCHEMA_VERSION)
            connection.execute("CREATE TABLE note (text TEXT)")
    return Made(data, store, key, recovery, PASSPHRASE, NOW)


@pytest.fixture
def made(template: Made, tmp_path: Path) -> Made:
    """A fresh copy of the store."""
    data = DataFolder(tmp_path / "data")
    shutil.copytree(template.data.root, data.root)
    return template._replace(data=data, store=StoreFolder(data.root / template.store.name))


NOBODY = 65534


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """A block in which nothing below `folder` can be written. The super-user may write anywhere, so it steps down."""
    below = [folder, *folder.rglob("*")]
    for path in below:
        path.chmod(0o500 if path.is_dir() else 0o400)
    steps_down = os.geteuid() == 0
    if steps_down:
        for path in below:
            os.chown(path, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if steps_down:
            os.seteuid(0)
        for path in below:
            path.chmod(0o700 if path.is_dir() else 0o600)


@pytest.fixture
def reachable(template: Made) -> Iterator[Made]:
    """A copy of the store in a folder that every user of the machine may enter, for `read_only`."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        data = DataFolder(Path(folder) / "data")
        shutil.copytree(template.data.root, data.root)
        yield template._replace(data=data, store=StoreFolder(data.root / template.store.name))


@pytest.fixture
def no_room() -> Callable[[], AbstractContextManager[None]]:
    """A block in which the system refuses every byte written to a file, as a full disk does."""

    @contextmanager
    def block() -> Iterator[None]:
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    return block
