"""What the forms and the tab of meetings and tasks stand on, read in one go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.core.agreements import agreed_at
from app.core.catalogue import Catalogue
from app.core.records.follow_up import Agreement, FollowUp
from app.core.records.meeting import NetworkMeeting
from app.core.records.network import NetworkMap
from app.core.records.person import Person
from app.core.status import CaseStatus
from app.services.agreements import agreements_of_case
from app.services.caseload import status_of
from app.services.follow_ups import follow_ups_of_case
from app.services.meetings import guests_of_case, meetings_of_case
from app.services.network_maps import map_of_case, people_of_map
from app.services.people import PersonInCase, people_of_case


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingSheet:
    """A case's status with its meetings whole, all that was ever agreed, and everybody who can be asked to come.

    `people` are those of the case, of the map, and earlier guests, by id. The child is none of them: its part in a
    meeting is told by itself.
    """

    status: CaseStatus
    meetings: tuple[NetworkMeeting, ...]
    follow_ups: tuple[FollowUp, ...]
    agreements: tuple[Agreement, ...]
    drawn: NetworkMap | None
    parts: tuple[PersonInCase, ...]
    people: dict[str, Person]

    def agreed_at(self, record: NetworkMeeting) -> tuple[Agreement, ...]:
        """What was promised at a meeting and stands, the earliest first, without a day last."""
        return agreed_at(self.agreements, record)


def meeting_sheet(session: Session, case_id: str, catalogue: Catalogue, today: date) -> MeetingSheet:
    """The sheet of one case; raises `NotFound`."""
    status, parts = status_of(session, case_id, catalogue, today), people_of_case(session, case_id)
    people = {found.person.id: found.person for found in parts}
    people |= people_of_map(session, case_id) | guests_of_case(session, case_id)
    people.pop(status.file.child.id, None)
    return MeetingSheet(
        status=status,
        meetings=meetings_of_case(session, case_id),
        follow_ups=follow_ups_of_case(session, case_id),
        agreements=agreements_of_case(session, case_id),
        drawn=map_of_case(session, case_id),
        parts=parts,
        people=people,
    )
