"""A form that was not finished."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What stands in a form: `form` names it, `target` the record or case it is about, `state` holds the raw fields."""

    form: str
    target: str
    saved_at: datetime
    state: dict[str, Any]
