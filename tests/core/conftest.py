"""The shipped catalogue, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import paths
from app.core.catalogue import Catalogue, CatalogueRow, read_toml


def shipped_rows() -> list[CatalogueRow]:
    """The rows of every file in resources/catalogue."""
    files: list[Path] = sorted((paths.resources() / "catalogue").glob("*.toml"))
    return [row for file in files for row in read_toml(file.name, file.read_text("utf-8"))]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue.from_rows(shipped_rows())
