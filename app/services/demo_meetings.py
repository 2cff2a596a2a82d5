"""Network meetings and tasks of the demo, told relative to the day it is opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from sqlalchemy.orm import Session

from app.core.records.follow_up import Agreement
from app.core.records.meeting import ChildPart, Guest, NetworkMeeting
from app.core.records.network import Invitation
from app.services.agreements import save_agreement
from app.services.demo_network import DemoPeople
from app.services.meetings import MeetingPart, save_meeting

_ANSWERS = {"yes": Invitation.YES, "asked": Invitation.ASKED, "no": Invitation.NO}


@dataclass
class DemoMeetings:
    """Writes the meetings and tasks of one child; guests are told by the first names of the child's people."""

    session: Session
    today: date
    case_id: str
    people: DemoPeople

    def write(self, told: Mapping[str, Any]) -> None:
        """Write the meetings in the order they were told, then the tasks that stand alone."""
        names = {first: (first, last) for _, first, last, *_ in told["people"]}
        for one in told.get("meetings", ()):
            self._meeting(dict(one), names)
        for what, who, due, state in told.get("tasks", ()):
            save_agreement(self.session, self._promise(what, who, due, state))

    def _meeting(self, told: dict[str, Any], names: Mapping[str, tuple[str, str]]) -> None:
        held = self._day(told.pop("held")) if "held" in told else None
        guests = [
            Guest(person_id=self.people.called(*names[first]).id, answer=answer)
            for key, answer in _ANSWERS.items()
            for first in told.pop(key, ())
        ]
        guests += [
            Guest(person_id=self.people.called(*names[first]).id, answer=answer, came=came)
            for key, answer, came in (("came", Invitation.YES, True), ("missed", Invitation.ASKED, False))
            for first in told.pop(key, ())
        ]
        promises = told.pop("promises", ())
        part = told.pop("child_part", "")
        record = NetworkMeeting(
            case_id=self.case_id,
            planned_on=self._day(told.pop("on")) if "on" in told else held,
            planned_at=time.fromisoformat(told.pop("at")),
            held_on=held,
            registered_on=held,
            guests=tuple(guests),
            child_part=ChildPart(part) if part else None,
            **told,
        )
        agreements = tuple(self._promise(*one, meeting_id=record.id) for one in promises)
        save_meeting(self.session, MeetingPart(meeting=record, agreements=agreements), self.today)

    def _promise(
        self, what: str, who: str, due: int, state: str, *more: str, meeting_id: str | None = None
    ) -> Agreement:
        """A promise that is "open", "kept", "not_kept", or "moved" from a week before; `more` says why or how."""
        day, said = self._day(due), _first(more)
        is_settled = state in ("kept", "not_kept")
        return Agreement(
            case_id=self.case_id,
            meeting_id=meeting_id,
            what=what,
            responsible=who,
            due=day,
            first_due=day - timedelta(days=7) if state == "moved" else None,
            move_reason=said if state == "moved" else "",
            settled_on=day if is_settled else None,
            kept=state == "kept" if is_settled else None,
            remark=said if is_settled else "",
        )

    def _day(self, offset: int) -> date:
        return self.today + timedelta(days=offset)


def _first(said: Sequence[str]) -> str:
    return said[0] if said else ""
