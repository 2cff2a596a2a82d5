"""A real encrypted store for each test, copied from a template: about a millisecond."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.core.catalogue import Catalogue
from app.core.records.caseload import Caseworker
from app.services.caseload import save_caseworker
from app.services.catalogue import load_catalogue, seed_catalogue, shipped_rows
from app.services.opening import create_store, open_store
from app.services.store import Store
from app.vault.keys import DataKey
from tests.factories import Office

TODAY = date(2026, 11, 23)
KEY = DataKey(bytes(range(32)))
PRINTS = Path(__file__).parent / "reports"
OF_RULES = {"test_calendar_file", "test_date_sheets", "test_visit_sheet_report"}
"""Modules that try rules of core through what is printed."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out of the coverage what only draws PDFs: nothing of it is asked for, and watching doubles its time."""
    for item in items:
        if PRINTS in item.path.parents and item.path.stem not in OF_RULES:
            item.add_marker("no_cover")


class Clock:
    """A clock that tests set by hand."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def template_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new store with the shipped catalogue and a caseworker."""
    path = tmp_path_factory.mktemp("template") / "store.db"
    create_store(path, KEY)
    store = open_test_store(path, Clock())
    store.write(seed_catalogue, shipped_rows())
    store.write(save_caseworker, Caseworker(name="M. Holm", municipality="Herning Kommune", team_leader="L. Dam"))
    store.close()
    return path


def open_test_store(path: Path, clock: Clock) -> Store:
    """Open a store with the tests' key."""
    return open_store(path, KEY, clock=clock, run="test", before_migration=lambda: None)


@pytest.fixture
def store(template_store: Path, tmp_path: Path, clock: Clock) -> Iterator[Store]:
    path = tmp_path / "store.db"
    shutil.copyfile(template_store, path)
    opened = open_test_store(path, clock)
    yield opened
    opened.close()


@pytest.fixture
def catalogue(store: Store) -> Catalogue:
    return store.read(load_catalogue)


@pytest.fixture
def office(store: Store, catalogue: Catalogue) -> Office:
    """Enters cases through the services, as the program does."""
    return Office(store, catalogue, TODAY)
