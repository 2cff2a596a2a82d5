"""What the clock on the wall means as a moment."""

from __future__ import annotations

import time as machine
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from app.core.local_time import moments_of

DENMARK = ZoneInfo("Europe/Copenhagen")


@pytest.fixture
def danish_machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine that stands in Denmark."""
    monkeypatch.setenv("TZ", "Europe/Copenhagen")
    machine.tzset()
    yield
    monkeypatch.undo()
    machine.tzset()


@pytest.mark.parametrize(
    ("day", "hour", "utc"),
    [
        (date(2026, 11, 23), time(8, 0), ["2026-11-23T07:00"]),
        (date(2026, 7, 1), time(8, 0), ["2026-07-01T06:00"]),
        (date(2026, 3, 29), time(1, 59), ["2026-03-29T00:59"]),
        (date(2026, 3, 29), time(2, 0), []),
        (date(2026, 3, 29), time(2, 59), []),
        (date(2026, 3, 29), time(3, 0), ["2026-03-29T01:00"]),
        (date(2026, 10, 25), time(1, 59), ["2026-10-24T23:59"]),
        (date(2026, 10, 25), time(2, 0), ["2026-10-25T00:00", "2026-10-25T01:00"]),
        (date(2026, 10, 25), time(2, 59), ["2026-10-25T00:59", "2026-10-25T01:59"]),
        (date(2026, 10, 25), time(3, 0), ["2026-10-25T02:00"]),
    ],
)
@pytest.mark.usefixtures("danish_machine")
def test_an_hour_is_one_moment_none_or_two(day: date, hour: time, utc: list[str]) -> None:
    expected = tuple(datetime.fromisoformat(moment).replace(tzinfo=UTC) for moment in utc)
    assert moments_of(day, hour, DENMARK) == expected
    assert moments_of(day, hour) == expected
