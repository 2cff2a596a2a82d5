"""A whole caseload as set-up makes one, with real slots at the least cost that a machine may end up with."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.core.records.caseload import Caseworker
from app.services import setup
from app.services.caseload import save_caseworker
from app.services.catalogue import seed_catalogue, shipped_rows
from app.services.custody import Custody
from app.services.opening import create_store
from app.services.store import Store
from app.vault import keys, slots
from app.vault.recovery import RecoveryKey
from app.vault.store_folder import DataFolder, StoreFolder

PASSPHRASE = "grøn stige måne båd"
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@dataclass
class Own:
    """The folder, its secrets, and a clock to set."""

    data: DataFolder
    recovery: RecoveryKey
    now: datetime = NOW

    @property
    def folder(self) -> StoreFolder:
        found = self.data.current()
        assert found
        return found

    def clock(self) -> datetime:
        return self.now

    def open(self, text: str = PASSPHRASE, *, run: str = "test", **more: object) -> Custody:
        secret = setup.Secret(text=text, **more)  # type: ignore[arg-type]  # the tests name its own fields
        return setup.unlock(self.data, self.folder, secret, clock=self.clock, run=run)

    def rename(self, custody: Custody, name: str) -> None:
        custody.store.write(save_caseworker, Caseworker(id="1" * 32, name=name))


@pytest.fixture(scope="session")
def own_template(tmp_path_factory: pytest.TempPathFactory) -> Own:
    """Made once: deriving a key is slow on purpose."""
    data = DataFolder(tmp_path_factory.mktemp("own"))
    with data.making(data.free(NOW.date())) as half:
        key, recovery = slots.create(half, PASSPHRASE, keys.FLOOR)
        create_store(half.store, key)
        store = Store(half.store, key, clock=lambda: NOW, run="setup")
        store.write(seed_catalogue, shipped_rows())
        store.write(save_caseworker, Caseworker(id="1" * 32, name="M. Holm"))
        store.close()
    return Own(data, recovery)


@pytest.fixture
def own(own_template: Own, tmp_path: Path) -> Own:
    """A fresh copy."""
    root = tmp_path / "own"
    shutil.copytree(own_template.data.root, root)
    return Own(DataFolder(root), own_template.recovery)


def flip(path: Path, place: Callable[[int], int]) -> None:
    """Flip one bit of a file at a place told from its size."""
    content = bytearray(path.read_bytes())
    content[place(len(content))] ^= 1
    path.write_bytes(bytes(content))
