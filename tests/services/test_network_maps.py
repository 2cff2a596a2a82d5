"""A kept map is frozen: whatever is drawn afterwards, the version says what it said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.core import codec, network_editing
from app.core.records.documents import NetworkDocument
from app.core.records.network import NetworkMap, Ring
from app.core.records.person import Person
from app.services import network_maps
from app.services.documents import network_document
from app.services.people import save_person
from app.services.store import Store
from tests.conftest import TODAY
from tests.factories import Office

MARCH = date(2026, 3, 3)


def keep(office: Office, case_id: str, number: int = 1) -> NetworkDocument:
    document = office.store.read(network_document, case_id, office.catalogue, TODAY, number=number)
    document = replace(document, drawn_on=MARCH, drawn_by="M. Holm", viewpoint="Alma")
    office.store.write(network_maps.keep_version, case_id, document, MARCH)
    return document


def test_a_version_stays_as_it_was_when_the_map_is_redrawn(office: Office, store: Store) -> None:
    case = office.case()
    network = office.map(case, office.person(case, "Karen"))
    kept = keep(office, case.id)

    place = network.people[0]
    store.write(
        network_maps.save_map,
        network_editing.moved(network, place.id, sector_key="kin", ring=Ring.DISTANT, angle=90),
        TODAY,
    )

    (version,) = store.read(network_maps.versions_of_case, case.id)
    assert (version.number, version.drawn_on) == (1, MARCH)
    assert codec.from_text(version.document, NetworkDocument) == kept


def test_the_working_map_takes_over_when_and_by_whom_it_was_drawn(office: Office, store: Store) -> None:
    case = office.case()
    office.map(case, office.person(case))
    keep(office, case.id)

    now = store.read(network_maps.map_of_case, case.id)

    assert isinstance(now, NetworkMap)
    assert (now.drawn_on, now.drawn_by, now.viewpoint) == (MARCH, "M. Holm", "Alma")


def test_versions_are_listed_latest_first_and_numbers_are_given_once(office: Office, store: Store) -> None:
    case = office.case()
    office.map(case, office.person(case))
    keep(office, case.id)
    keep(office, case.id, 2)

    assert [v.number for v in store.read(network_maps.versions_of_case, case.id)] == [2, 1]
    with pytest.raises(ValueError, match="3 is next"):
        keep(office, case.id, 2)


def test_a_person_changed_on_the_map_is_changed_in_every_case(office: Office, store: Store) -> None:
    alma, emil = office.case("Alma"), office.case("Emil")
    teacher = office.person(emil, "Lis", "teacher")
    network = office.map(alma, teacher)

    changes = store.write(network_maps.save_map, network, TODAY, (replace(teacher, deceased=True),))

    assert changes.case_ids == {alma.id, emil.id}


@pytest.mark.parametrize("renamed", [False, True])
@pytest.mark.parametrize("stays", [True, False])
def test_who_was_protected_after_a_map_was_kept_stands_on_its_paper_by_role_alone(
    office: Office, store: Store, renamed: bool, stays: bool
) -> None:
    case = office.case()
    karen, jens = Person(first_name="Karen", last_name="Friis"), office.person(case, "Jens", last_name="Vad")
    network = office.map(case, karen, jens)
    keep(office, case.id)
    version = store.read(network_maps.versions_of_case, case.id)[0]
    store.write(save_person, replace(karen, protected=True, last_name="Vang" if renamed else "Friis"), TODAY)
    if not stays:
        store.write(network_maps.save_map, replace(network, people=network.people[1:]), TODAY)
    told = store.read(network_maps.kept_for_paper, version, TODAY)
    assert [(one.name, one.protected) for one in told.people] == [("", True), ("Jens Vad", False)]
    assert codec.from_text(version.document, NetworkDocument).people[0].name == "Karen Friis"
