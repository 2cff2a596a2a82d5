"""Keys of rows."""

from __future__ import annotations

from uuid import uuid4


def new_id() -> str:
    """A random key, the same in every store, so that two stores can be merged."""
    return uuid4().hex
