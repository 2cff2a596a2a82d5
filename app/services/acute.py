"""The acute facts of a case, and the sheet for the on-call service made of them and of what the case holds already."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from app.core.catalogue import Catalogue
from app.core.changes import Changes
from app.core.checks.acute import check_acute_facts
from app.core.dates import age_on
from app.core.errors import demand
from app.core.person_names import phone_numbers
from app.core.records.acute import AcuteDocument, AcuteFacts, AcuteHome, AcutePerson
from app.core.sorting import sort_key
from app.core.status import CaseStatus
from app.models.acute import AcuteFactsRow
from app.models.mapping import put, to_record
from app.services import rows
from app.services.caseload import caseworker, status_of
from app.services.documents import letterhead
from app.services.people import PersonInCase, people_of_case


def acute_facts(session: Session, case_id: str) -> AcuteFacts:
    """The acute facts of a case; a blank record where nobody wrote any."""
    found = rows.where(session, AcuteFactsRow, AcuteFactsRow.case_id, case_id)
    return to_record(found[0], AcuteFacts) if found else AcuteFacts(case_id=case_id)


def save_acute_facts(session: Session, record: AcuteFacts, today: date) -> Changes:
    """Keep the acute facts of a case; raises `Invalid`."""
    demand(check_acute_facts(record, today))
    put(session, AcuteFactsRow, record)
    return Changes("acute-saved", case_ids=frozenset({record.case_id}))


def acute_document(
    session: Session, case_id: str, catalogue: Catalogue, today: date, *, shows_protected: bool = False
) -> AcuteDocument:
    """The sheet of one child as of today; raises `NotFound`.

    Protected addresses stand on it only where `shows_protected` says that this was confirmed. Nor does what tells
    where a protected child lives: its school, the numbers there and at home, and the address of those it lives with.
    """
    status = status_of(session, case_id, catalogue, today)
    child, worker = status.file.child, caseworker(session)
    hidden = child.is_protected(today) and not shows_protected
    school, facts = status.school, acute_facts(session, case_id)
    return AcuteDocument(
        head=letterhead(session, today),
        child_name=child.name,
        birth_date=child.birth_date,
        age=age_on(child.birth_date, today),
        term=child.term_date if child.birth_date is None else None,
        municipal_number=status.file.case.municipal_number,
        worker_phone=worker.phone,
        team_leader=worker.team_leader,
        home=_home(status, catalogue, hidden=hidden),
        address="" if hidden else child.address,
        child_protected=child.is_protected(today),
        shows_protected=shows_protected,
        school=", ".join(part for part in (school.name, school.grade) if part) if school and not hidden else "",
        people=tuple(
            _person(one, catalogue, today, hides_home=hidden, shows_protected=shows_protected)
            for one in sorted(people_of_case(session, case_id), key=_place)
            if _is_to_call(one, today)
        ),
        facts=replace(facts, place_phone="", school_phone="") if hidden else facts,
    )


def _is_to_call(one: PersonInCase, today: date) -> bool:
    """Who has a number, and who should have one: custody holders and those the child lives with. Nobody who is dead, or
    whose part in the case has ended."""
    part = one.part
    if one.person.deceased or part.has_ended(today):
        return False
    return bool(one.person.phone.strip()) or part.has_custody or part.lives_with_child


def _home(status: CaseStatus, catalogue: Catalogue, *, hidden: bool) -> AcuteHome:
    """The placement that runs, latest start first; of a protected child only that there is one."""
    for measure in status.running:
        type_ = catalogue.measure_type(measure.type_key, measure.start)
        if type_.is_placement:
            return AcuteHome(
                measure=type_.names,
                provider="" if hidden else measure.provider,
                place="" if hidden else measure.place,
                since=measure.start,
            )
    return AcuteHome()


def _person(
    one: PersonInCase, catalogue: Catalogue, today: date, *, hides_home: bool, shows_protected: bool
) -> AcutePerson:
    """Somebody to call; `hides_home` keeps back the address of those the child lives with: it is the child's."""
    person, protected = one.person, one.person.is_protected(today)
    hides = (protected and not shows_protected) or (hides_home and one.part.lives_with_child)
    return AcutePerson(
        name=person.name,
        role=catalogue.role(one.part.role_key, today).names,
        title=person.title,
        phones=phone_numbers(person.phone),
        address="" if hides else person.address,
        has_custody=one.part.has_custody,
        lives_with_child=one.part.lives_with_child,
        is_professional=person.is_professional,
        protected=protected,
    )


def _place(one: PersonInCase) -> tuple[bool, bool, bool, tuple[str, str]]:
    """Those with custody first, then who lives with the child, then the family before professionals."""
    part = one.part
    return not part.has_custody, not part.lives_with_child, one.person.is_professional, sort_key(one.person.name)
