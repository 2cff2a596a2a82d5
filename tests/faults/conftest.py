"""The fixtures of stores, and how thorough the faults are tried."""

from __future__ import annotations

import os

import pytest

from tests.made_store import made, no_room, reachable, template

__all__ = ["made", "no_room", "reachable", "template"]


@pytest.fixture(scope="session")
def thorough() -> bool:
    """Whether `script/faults` asked for the long form."""
    return os.environ.get("FORLAENS_FAULTS") == "long"
