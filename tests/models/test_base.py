"""Column types: moments are kept in UTC, and no local time slips in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy.dialects.sqlite import dialect

from app.models.base import UtcDateTime

SQLITE = dialect()


def test_a_moment_is_kept_in_utc_and_comes_back_with_its_zone() -> None:
    column = UtcDateTime()
    summer = datetime(2026, 3, 29, 3, 30, tzinfo=timezone(timedelta(hours=2)))
    kept = column.process_bind_param(summer, SQLITE)
    assert kept == datetime(2026, 3, 29, 1, 30)  # naive, as SQLite keeps it
    assert column.process_result_value(kept, SQLITE) == summer
    assert column.process_bind_param(None, SQLITE) is None


def test_a_moment_without_its_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        UtcDateTime().process_bind_param(datetime(2026, 3, 29, 1, 30, tzinfo=UTC).replace(tzinfo=None), SQLITE)
