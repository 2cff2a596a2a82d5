"""What is planned and what the team leader granted in the demo, told relative to a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from sqlalchemy.orm import Session

from app.core.catalogue import Catalogue
from app.core.follow_up_form import covered_on
from app.core.interval import Interval
from app.core.records.follow_up import Dispensation, FollowUp
from app.core.records.measure import Measure
from app.core.working_days import working_day_on_or_before
from app.services.dispensations import save_dispensation
from app.services.follow_ups import save_follow_up


@dataclass
class DemoPlans:
    """Writes the planned follow-ups and the dispensations of one child."""

    session: Session
    catalogue: Catalogue
    today: date
    measures: Sequence[Measure]

    def write(self, told: Mapping[str, Any], leader: str) -> None:
        """Write what was told; a dispensation names its measure by its place in the story, counted from 0."""
        for one in told.get("dispensations", ()):
            self._grant(dict(one), leader)
        for one in told.get("planned", ()):
            self._plan(dict(one))

    def _grant(self, told: dict[str, Any], leader: str) -> None:
        interval = Interval.parse(told["interval"]) if "interval" in told else None
        record = Dispensation(
            measure_id=self.measures[told["measure"]].id,
            granted_by=leader,
            granted_on=self._day(told["granted"]),
            valid_until=self._day(told["until"]),
            reason=told["reason"],
            interval=interval,
        )
        save_dispensation(self.session, record, self.today)

    def _plan(self, told: dict[str, Any]) -> None:
        day = working_day_on_or_before(self._day(told["on"]), self.catalogue.is_closed)
        covered = covered_on(self.measures, day, self.today)
        record = FollowUp(
            case_id=self.measures[0].case_id,
            measure_ids=tuple(measure.id for measure in covered),
            planned_on=day,
            planned_at=time.fromisoformat(told["at"]),
            planned_place=told["place"],
            planned_with=told["with"],
            attempted_on=day if told.get("attempted") else None,
            note_asked_on=self._past(told.get("note_asked")),
            note_about=told.get("note_about", ""),
            note_received_on=self._past(told.get("note_received")),
            open_questions=told.get("questions", ""),
        )
        save_follow_up(self.session, record, self.today)

    def _past(self, offset: int | None) -> date | None:
        return None if offset is None else self._day(offset)

    def _day(self, offset: int) -> date:
        return self.today + timedelta(days=offset)
