"""The stores that are measured: the demo caseload, and 25 cases with ten years of history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from app.core.catalogue import Catalogue
from app.core.changes import Changes
from app.services.catalogue import load_catalogue, seed_catalogue, shipped_rows
from app.services.demo import fill_demo
from app.services.opening import create_store
from app.services.store import Store
from app.vault import keys, slots
from app.vault.keys import DataKey
from app.vault.store_folder import DataFolder, StoreFolder
from app.vault.witness import WitnessKeeper
from script.benchmarks.closed_cases import fill_ten_years
from tests.worst_caseload import fill_worst

_TEN_YEARS = "ten years"
_WITH_CLOSED = "25 open and 500 closed cases over ten years"
PASSPHRASE = "Blå himmel over Ærø"
Fill = Callable[[Session, Catalogue, date], Changes]


def now() -> datetime:
    """The clock of all that is measured (UTC)."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Made:
    """A store in a data folder of its own, with what opens it."""

    name: str
    data: DataFolder
    folder: StoreFolder
    key: DataKey
    recovery: str

    @property
    def path(self) -> Path:
        """The encrypted database."""
        return self.folder.store

    def opened(self) -> Store:
        """The store as the program opens it, its witness kept."""
        keeper = WitnessKeeper(self.folder.witness, self.key, slots.read_store_id(self.folder.slots))
        return Store(self.path, self.key, clock=now, run="bench", keeper=keeper)


def demo(root: Path) -> Made:
    """The demo caseload."""
    return _make("demo caseload", root / "demo-data", fill_demo)


def ten_years(root: Path) -> Made:
    """25 cases with ten years of history each."""
    return _make(_TEN_YEARS, root / "ten-years-data", fill_worst)


def with_closed(root: Path) -> Made:
    """25 open cases with ten years of history, and 500 that were closed."""
    return _make(_WITH_CLOSED, root / "with-closed-data", fill_ten_years)


def as_with_closed(made: Made) -> Made:
    """Another store in the place of the one with closed cases, where only the measuring itself is tried."""
    return replace(made, name=_WITH_CLOSED)


def as_ten_years(made: Made) -> Made:
    """Another store in the place of the large one, where only the measuring itself is tried."""
    return replace(made, name=_TEN_YEARS)


def _make(name: str, root: Path, fill: Fill) -> Made:
    data = DataFolder(root)
    folder = data.free(now().date())
    with data.making(folder) as half:
        key, recovery = slots.create(half, PASSPHRASE, keys.FLOOR)
        create_store(half.store, key)
        store = Store(half.store, key, clock=now, run="setup")
        store.write(seed_catalogue, shipped_rows())
        store.write(fill, store.read(load_catalogue), now().astimezone().date())
        store.close()
    data.make_current(folder)
    return Made(name, data, folder, key, str(recovery))
