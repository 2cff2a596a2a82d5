"""24 hours by the clock, whatever day it is and however long the night."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from app.core.attention import Tab
from app.core.catalogue import Catalogue
from app.core.deadlines import Deadline, DeadlineKind, deadlines
from app.core.records.assessment import Notification
from app.core.schedule import Track
from tests.core.deadlines.a_case import CASE, DENMARK, status, told


def notified(at: datetime) -> Notification:
    return Notification(case_id=CASE.id, received_at=at)


def clock(catalogue: Catalogue, at: datetime, now: datetime) -> Deadline:
    (found,) = deadlines(status(catalogue, now.date(), notifications=(notified(at),)), catalogue, now)
    return found


@pytest.mark.parametrize(
    ("received", "shown"),
    [
        pytest.param(datetime(2025, 6, 7, 14, 5), "2025-06-08 14:05", id="a Saturday"),
        pytest.param(datetime(2025, 12, 31, 23, 30), "2026-01-01 23:30", id="over New Year"),
        pytest.param(datetime(2026, 3, 28, 20, 0), "2026-03-29 21:00", id="the night when summer time begins"),
        pytest.param(datetime(2026, 3, 28, 23, 30), "2026-03-30 00:30", id="which may cost a day"),
        pytest.param(datetime(2026, 10, 24, 20, 0), "2026-10-25 19:00", id="the night when it ends"),
        pytest.param(datetime(2026, 10, 25, 0, 15), "2026-10-25 23:15", id="or win one"),
    ],
)
def test_it_is_assessed_within_24_hours_elapsed_time(catalogue: Catalogue, received: datetime, shown: str) -> None:
    at = received.replace(tzinfo=DENMARK)
    for kept in (at, at.astimezone(UTC)):
        found = clock(catalogue, kept, at)
        assert found.at is not None
        assert found.at - at.astimezone(UTC) == timedelta(hours=24)
        assert f"{found.at:%Y-%m-%d %H:%M}" == shown
        assert found.day == found.at.date()


def test_an_hour_that_came_twice_is_told_apart(catalogue: Catalogue) -> None:
    first = datetime(2026, 10, 25, 2, 30, tzinfo=DENMARK)
    second = first.replace(fold=1)
    found = [clock(catalogue, at, first).at for at in (first, second)]
    assert found[0] is not None
    assert found[1] is not None
    assert found[1] - found[0] == timedelta(hours=1)
    assert [f"{at:%H:%M}" for at in found] == ["01:30", "02:30"]


def test_without_a_zone_that_knows_summer_time_the_moment_is_right_all_the_same(catalogue: Catalogue) -> None:
    at = datetime(2026, 3, 28, 19, 0, tzinfo=UTC)
    found = clock(catalogue, at, at.astimezone(timezone(timedelta(hours=1))))
    assert found.at == at + timedelta(hours=24)


def test_the_line_says_whose_rule_it_is_and_where_it_is_settled(catalogue: Catalogue) -> None:
    at = datetime(2025, 6, 7, 14, 5, tzinfo=DENMARK)
    found = clock(catalogue, at, at)
    assert (found.kind, found.track, found.paragraph) == (DeadlineKind.NOTIFICATION, Track.LAW, "BL § 136")
    assert (found.tab, found.anchor, found.values["hours"]) == (Tab.ASSESSMENT, date(2025, 6, 7), 24)


def test_the_law_of_the_evening_it_came_in_rules_by_danish_clocks(catalogue: Catalogue) -> None:
    before = datetime(2023, 12, 31, 23, 59, tzinfo=DENMARK)
    after = before + timedelta(minutes=1)
    assert [clock(catalogue, at, after).paragraph for at in (before, after)] == ["SEL § 155", "BL § 136"]


def test_assessing_or_striking_out_settles_that_one_alone(catalogue: Catalogue) -> None:
    at = datetime(2025, 6, 7, 14, 5, tzinfo=DENMARK)
    one, other = notified(at), notified(at + timedelta(hours=1))
    for settled in (replace(one, assessed_at=at), replace(one, voided_on=at.date())):
        left = told(catalogue, date(2025, 6, 9), notifications=(settled, other))
        assert [found.record_id for found in left] == [other.id]


def test_a_catalogue_without_the_rule_has_no_such_deadline(bare: Catalogue) -> None:
    assert told(bare, date(2025, 6, 9), notifications=(notified(datetime(2025, 6, 7, tzinfo=UTC)),)) == ()
