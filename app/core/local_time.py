"""From the hands of a clock to the moment they mean, also in the two nights a year when summer time begins and ends."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, tzinfo


def moments_of(day: date, hour: time, zone: tzinfo | None = None) -> tuple[datetime, ...]:
    """The moments, in UTC, at which the clocks of `zone` (None: of this machine) show that hour of that day.

    Usually one; none for an hour that was left out, two for one that came twice, the first of them first.
    """
    shown = datetime.combine(day, hour.replace(tzinfo=None))
    turns = (_aware(shown.replace(fold=fold), zone).astimezone(UTC) for fold in (0, 1))
    found = {moment for moment in turns if moment.astimezone(zone).replace(tzinfo=None, fold=0) == shown}
    return tuple(sorted(found))


def _aware(shown: datetime, zone: tzinfo | None) -> datetime:
    return shown.astimezone() if zone is None else shown.replace(tzinfo=zone)
