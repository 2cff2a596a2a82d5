"""Lengths of time, names in two languages, and what a change touched."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.changes import Changes
from app.core.interval import Interval, Unit
from app.core.names import Names

LENGTHS = st.builds(Interval, st.integers(1, 60), st.sampled_from(Unit))
DAYS = st.dates(date(2000, 1, 1), date(2050, 1, 1))


def test_a_month_clamps_to_its_end() -> None:
    month = Interval.parse("1m")
    assert month.after(date(2025, 1, 31)) == date(2025, 2, 28)
    assert month.after(date(2024, 1, 31)) == date(2024, 2, 29)
    assert month.before(date(2025, 3, 31)) == date(2025, 2, 28)
    assert Interval.parse("4m").after(date(2025, 10, 31)) == date(2026, 2, 28)


def test_days_and_weeks_are_counted() -> None:
    assert Interval.parse("14d").after(date(2025, 1, 6)) == date(2025, 1, 20)
    assert Interval.parse("6w").after(date(2025, 1, 20)) == date(2025, 3, 3)


@pytest.mark.parametrize("text", ["", "0m", "6", "w6", "6 w", "-1d", "99999d", "6W"])
def test_other_texts_are_no_interval(text: str) -> None:
    with pytest.raises(ValueError, match="not an interval"):
        Interval.parse(text)


@given(length=LENGTHS, earlier=DAYS, later=DAYS)
def test_an_interval_is_written_as_it_is_read_and_keeps_the_order_of_days(
    length: Interval, earlier: date, later: date
) -> None:
    earlier, later = sorted((earlier, later))
    assert Interval.parse(str(length)) == length
    assert earlier < length.after(earlier) <= length.after(later)
    assert length.before(later) < later


def test_a_name_is_danish_or_english() -> None:
    assert [Names("Slægt", "Kin").of(language) for language in ("da", "en")] == ["Slægt", "Kin"]


def test_a_change_tells_the_tables_it_touched() -> None:
    changes = Changes("measure-saved", tables=frozenset({"measure"}))
    assert changes.touches("case", "measure")
    assert not changes.touches("case")
