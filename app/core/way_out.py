"""The way out of a stay that is limited in time: what is missing in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from app.core.catalogue import Catalogue
from app.core.clocks import MeasureClock


class WayOutCode(StrEnum):
    """What a stay lacks. A normal stay has none of them; that its time runs out is a deadline."""

    NO_EXPECTED_END = "way-out-no-expected-end"
    EXPECTED_END_LATE = "way-out-expected-end-late"
    EXPECTED_END_PASSED = "way-out-expected-end-passed"
    NO_NEXT_STEP = "way-out-no-next-step"


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOutWarning:
    """One of them, with whole `months` since the start and the agreed end where there is one."""

    code: WayOutCode
    measure_id: str
    months: int
    expected_end: date | None = None


def way_out_warnings(clock: MeasureClock, catalogue: Catalogue, today: date) -> tuple[WayOutWarning, ...]:
    """What is missing in a stay that runs today on a step that needs a way out; empty for all other measures."""
    stay = clock.current
    if not catalogue.step(clock.type.step_key, clock.start).needs_way_out or not stay.runs_on(today):
        return ()
    rules = catalogue.rules(today)
    found: list[WayOutCode] = []
    if stay.expected_end is None:
        found.append(WayOutCode.NO_EXPECTED_END)
    else:
        if stay.expected_end > rules.longest_stay.after(clock.start):
            found.append(WayOutCode.EXPECTED_END_LATE)
        if today >= stay.expected_end:
            found.append(WayOutCode.EXPECTED_END_PASSED)
    if not stay.next_step.strip():
        found.append(WayOutCode.NO_NEXT_STEP)
    gone = relativedelta(today, clock.start)
    months = gone.years * 12 + gone.months
    return tuple(
        WayOutWarning(code=code, measure_id=stay.id, months=months, expected_end=stay.expected_end) for code in found
    )
