"""What is written about a child is an entry of its file: every text of every table is looked for there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Enum, String, Table, update
from sqlalchemy.orm import Session

from app.core.catalogue import Catalogue
from app.core.records.file_access import FileEntry, FileType
from app.core.records.follow_up import FollowUp
from app.models.base import Base
from app.models.person import CasePersonRow
from app.services.agreements import settle_agreement, void_agreement
from app.services.cases import close_case
from app.services.documents import network_document
from app.services.file_entries import file_entries
from app.services.follow_ups import save_follow_up
from app.services.network_maps import keep_version
from app.services.store import Store
from tests.conftest import TODAY
from tests.factories import Office
from tests.services.full_case import full_case

DAY = timedelta(days=1)

NOT_GIVEN = {
    **dict.fromkeys(("cpr", "phone", "email", "address"), "stands on no print"),
    "place_phone": "stands on no print",
    "school_phone": "stands on no print",
    "municipal_number": "stands on the front page",
    "clarification": "a key of the catalogue, told by its name",
}
NOT_IN_THE_FILE = {
    **dict.fromkeys(("plan", "goal", "sub_goal"), "a draft: what was issued is given"),
    **dict.fromkeys(("network_map", "map_person"), "a draft: what was kept is given"),
    **dict.fromkeys(("plan_version", "map_version"), "frozen: looked at apart"),
    **dict.fromkeys(("joint_goal", "joint_member"), "which plans go together"),
    **dict.fromkeys(("file_selection", "file_choice"), "how the file itself is made"),
    **dict.fromkeys(("caseworker", "catalogue_item", "snippet"), "of no child"),
}


def parts(entries: tuple[FileEntry, ...], type_: FileType) -> dict[str, str]:
    """The Danish parts of the entries of a type, by their labels."""
    return {part.label.da: part.text.da for entry in entries if entry.type is type_ for part in entry.parts}


def texts_of(table: Table) -> Iterator[str]:
    """The columns of a table that hold what somebody typed."""
    for column in table.columns:
        is_text = isinstance(column.type, String) and not isinstance(column.type, Enum)
        if is_text and not (column.primary_key or column.foreign_keys or column.name.endswith("_key")):
            yield column.name


def test_every_text_of_every_table_is_in_the_file(office: Office, store: Store, catalogue: Catalogue) -> None:
    case = full_case(office)
    store.write(close_case, case.id, TODAY, "Flyttet", True)
    store.write(save_follow_up, FollowUp(case_id=case.id, planned_on=TODAY, planned_with="Mor"), TODAY, None)
    written = {}

    def write_everywhere(session: Session) -> None:
        for table in Base.metadata.sorted_tables:
            if "revision" in table.columns and table.name not in NOT_IN_THE_FILE:
                texts = {name: f"<{table.name} {name}>" for name in texts_of(table) if name not in NOT_GIVEN}
                changed = session.execute(table.update().values(texts)) if texts else None
                written.update({text: getattr(changed, "rowcount", 0) for text in texts.values()})

    store.scratch(write_everywhere)
    assert not [text for text, rows in written.items() if not rows], "a table without a row"
    told = "\n".join(
        part.text.da for entry in store.read(file_entries, case.id, catalogue, TODAY) for part in entry.parts
    )
    assert not [text for text in written if text not in told]


def test_every_kind_of_record_is_an_entry(office: Office, store: Store, catalogue: Catalogue) -> None:
    case = full_case(office)
    entries = store.read(file_entries, case.id, catalogue, TODAY)
    assert {entry.type for entry in entries} == set(FileType)
    assert [entry.day for entry in entries] == sorted(entry.day for entry in entries)
    told = " ".join(part.text.da for entry in entries for part in entry.parts)
    for word in (
        *("MST-teamet", "Ringe til skolen, Mor, 23-11-2026", "Nabo Grethe", "En borger", "Trives", "Væk"),
        *("Hjælp i hjemmet", "Familiebehandling", "Er ikke enig.", "Mød skolen", "Alle kom.", "Jeg vil gerne"),
        *("Ole Vang", "Mormor Else, en nabo", "Fætter Finn", "Journalen", "Finde en fritidsven", "Penicillinallergi"),
        "Første linje\nanden linje",
    ):
        assert word in told, word
    assert all(entry.title.da and entry.title.en for entry in entries)
    titles = {entry.type: entry.title.da for entry in entries}
    assert titles[FileType.ASSESSMENT] == "Undersøgelse"
    assert titles[FileType.SCHOOL] == "Skole eller dagtilbud: Specialskole"
    assert not any("borger" in title for title in titles.values())


def test_a_dispensation_and_what_a_follow_up_brought_are_told(
    office: Office, store: Store, catalogue: Catalogue
) -> None:
    entries = store.read(file_entries, full_case(office).id, catalogue, TODAY)
    assert parts(entries, FileType.DISPENSATION)["Hvad der gives"] == "Pause til 24-11-2026"
    told = parts(entries, FileType.FOLLOW_UP)
    assert told["Vurderinger 0–10: Barnet 6, Skolen 6"] == "I skole"
    assert told["Hvordan"] == "Alene med barnet"
    assert told["Besluttet rytme"] == "hver 3. måned"


def test_what_a_case_no_longer_knows_is_told_in_general_words(
    office: Office, store: Store, catalogue: Catalogue
) -> None:
    case = office.case(clarification="gone")
    office.person(case, "Ole")

    def forget(session: Session) -> None:
        session.execute(update(CasePersonRow).values(role_key="gone"))

    store.scratch(forget)
    entries = store.read(file_entries, case.id, catalogue, TODAY)
    assert parts(entries, FileType.CASE) == {"Under afklaring": "Under afklaring", "Person": "Ole"}


def test_what_was_excused_or_called_off_says_why_and_what_was_planned_alone_is_none(
    office: Office, store: Store, catalogue: Catalogue
) -> None:
    case = office.case()
    planned = FollowUp(case_id=case.id, planned_on=TODAY)
    office.meeting(case, purpose="")
    for one in (
        planned,
        replace(planned, id="excused", excused_on=TODAY, excused_reason="Mor var syg"),
        replace(planned, id="struck", voided_on=TODAY, void_reason="Forkert barn", open_questions="Ferie?"),
    ):
        store.write(save_follow_up, one, TODAY, None)
    office.meeting(case, called_off_on=TODAY, called_off_reason="Sne")
    excused, struck, called_off = store.read(file_entries, case.id, catalogue, TODAY)
    assert [part.text.da for part in excused.parts] == ["Mor var syg"]
    assert "Sne" in [part.text.da for part in called_off.parts]
    assert (struck.is_struck, struck.title.da) == (True, "Opfølgning")
    assert struck.parts[-1].text.da == "Forkert barn"


def test_what_became_of_a_promise_is_told_with_it(office: Office, store: Store, catalogue: Catalogue) -> None:
    case = office.case()
    kept, mistaken = office.task(case, "Ringe"), office.task(case, "Skrive")
    store.write(settle_agreement, replace(kept, settled_on=TODAY, kept=True, remark="Gik godt"))
    store.write(void_agreement, mistaken.id, TODAY, "Aldrig aftalt")
    told = [[part.text.da for part in entry.parts] for entry in store.read(file_entries, case.id, catalogue, TODAY)]
    assert sorted(told) == [["Ringe", "Holdt", "Gik godt"], ["Skrive", "Overstreget", "Aldrig aftalt"]]


def test_people_on_a_map_stand_with_what_they_can_help_with(office: Office, store: Store, catalogue: Catalogue) -> None:
    case = office.case()
    network = office.map(case, office.person(office.case("Bo"), "Ole"))
    office.redraw(network, people=(replace(network.people[0], role="Nabo", can_help="Kører gerne"),))
    drawn = store.read(network_document, case.id, catalogue, TODAY, number=1)
    store.write(keep_version, case.id, drawn, TODAY)
    (entry,) = store.read(file_entries, case.id, catalogue, TODAY)
    assert entry.parts[-1].text.da == "Ole, Nabo: Kører gerne"
