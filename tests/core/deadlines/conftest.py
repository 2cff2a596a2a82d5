"""A catalogue without deadlines: whoever edits the rules may take one out."""

from __future__ import annotations

import pytest

from app.core.catalogue import Catalogue
from tests.core.conftest import shipped_rows


@pytest.fixture(scope="session")
def bare() -> Catalogue:
    return Catalogue.from_rows(row for row in shipped_rows() if row.kind not in ("deadline", "age_gate"))
