"""What tests of screens share: the program's own look, and English words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.services.store import Store
from app.ui.background import Background
from app.ui.context import Context
from app.ui.look import STYLE, Look
from app.ui.settings import SettingsFile
from app.words import Words
from tests.conftest import Clock


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["forlaens", *STYLE]


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Look:
    """The light theme with the bundled fonts, on the whole test run."""
    return Look(qapp, "light")


@pytest.fixture
def words() -> Words:
    return Words("en")


@pytest.fixture
def context(store: Store, look: Look, words: Words, clock: Clock, tmp_path: Path) -> Iterator[Context]:
    """What pages and dialogs are handed, over a real store."""
    background = Background()
    settings = SettingsFile(tmp_path / "settings.json")
    yield Context(store=store, words=words, look=look, settings=settings, clock=clock, background=background)
    background.close()
