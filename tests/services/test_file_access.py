"""Access to the file: every record is an entry, decisions are kept and undone, the print holds no kept-back word."""

from __future__ import annotations

import re
import zlib
from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.catalogue import Catalogue
from app.core.errors import Invalid, NotFound
from app.core.records.assessment import Finding, NotificationSource
from app.core.records.case import Case
from app.core.records.decision import DecisionKind
from app.core.records.file_access import CaseFileDocument, EntryChoice, FileSelection, FileType, Passage, Withheld
from app.core.records.follow_up import Agreement, ContactForm
from app.core.records.meeting import Guest
from app.core.records.plan import Goal, SubGoal
from app.reports.case_file_report import case_file_pdf
from app.services.documents import network_document, plan_document
from app.services.file_access import (
    case_file_document,
    choices_of,
    names_passed_over,
    others_in_file,
    save_choices,
    save_selection,
    selections_of_case,
)
from app.services.file_entries import file_entries
from app.services.network_maps import keep_version
from app.services.plans import issue_plan
from app.services.store import Store
from app.words import Words
from tests.conftest import TODAY, Clock
from tests.factories import Office
from tests.reports.prints import read, text_of

DAY = timedelta(days=1)


def full_case(office: Office) -> Case:
    """A case with one record of each kind."""
    case, store = office.case("Alma", municipal_number="12-34"), office.store
    measure = office.measure(case, provider="MST-teamet", reason="Uro hjemme")
    promise = Agreement(case_id=case.id, follow_up_id="held", what="Ringe til skolen", responsible="Mor", due=TODAY)
    agreed = (promise,)
    office.held(case, measure, id="held", form=ContactForm.HOME_VISIT, assessment="Ole var der.", agreements=agreed)
    office.note(case, "Første linje\r\nanden linje med 👧 Ole Vang.")
    office.notification(case, source=NotificationSource.CITIZEN, summary="Nabo Grethe skriver")
    theme = office.catalogue.themes(TODAY)[0].key
    findings = (Finding(theme_key=theme, text="Trives"), Finding(theme_key="gone", text="Væk"))
    office.assessment(case, *findings, conclusion="Hjælp i hjemmet")
    decision = office.decision(case, DecisionKind.SUPPORT)
    office.complaint(case, decision, answered_on=None)
    office.remark(case, to_do="Mød skolen")
    came, stayed = office.person(case, "Mormor Else"), office.person(case, "Fætter Finn")
    guests = (Guest(person_id=came.id, came=True), Guest(person_id=stayed.id, came=False))
    held = {"held_on": TODAY, "registered_on": TODAY, "minutes": "Alle kom.", "place": "Skolen"}
    office.meeting(case, **held, guests=guests, others="en nabo")
    office.plan(case, Goal(goal="I skole", own_words="Jeg vil gerne", sub_goals=(SubGoal(what="Følges"),)))
    document = store.read(plan_document, case.id, office.catalogue, TODAY, number=1)
    store.write(issue_plan, case.id, document, TODAY, "Alma")
    office.map(case, office.person(case, "Ole", last_name="Vang"))
    drawn = store.read(network_document, case.id, office.catalogue, TODAY, number=1)
    store.write(keep_version, case.id, drawn, TODAY)
    return case


def selected(office: Office, case: Case, **values: object) -> FileSelection:
    selection = FileSelection(case_id=case.id, **({"asked_by": "Karen"} | values))  # type: ignore[arg-type]  # whatever the test names
    office.store.write(save_selection, selection, TODAY)
    return selection


def document(office: Office, selection: FileSelection) -> CaseFileDocument:
    return office.store.read(case_file_document, selection, office.catalogue, TODAY)


def printed(found: CaseFileDocument, language: str = "da") -> bytes:
    return case_file_pdf(found, Words(language), lambda: None)


def test_every_kind_of_record_is_an_entry(office: Office, store: Store, catalogue: Catalogue) -> None:
    case = full_case(office)
    entries = store.read(file_entries, case.id, catalogue)
    assert {entry.type for entry in entries} == set(FileType)
    assert [entry.day for entry in entries] == sorted(entry.day for entry in entries)
    told = " ".join(part.text.da for entry in entries for part in entry.parts)
    for word in (
        *(
            "MST-teamet",
            "Ringe til skolen, Mor, 23-11-2026",
            "Nabo Grethe",
            "En borger",
            "Trives",
            "Væk",
            "Hjælp i hjemmet",
        ),
        *("Familiebehandling", "Er ikke enig.", "Mød skolen", "Alle kom.", "Jeg vil gerne", "Ole Vang"),
        "Mormor Else, en nabo",
    ):
        assert word in told, word
    assert "Første linje\nanden linje" in told
    assert all(entry.title.da and entry.title.en for entry in entries)
    assert {entry.title.da.partition(":")[0] for entry in entries if entry.type is FileType.ASSESSMENT} == {
        "Undersøgelse"
    }
    assert not any("borger" in entry.title.da for entry in entries)


def test_what_was_planned_and_never_held_is_no_entry_and_what_was_struck_out_says_so(
    office: Office, store: Store, catalogue: Catalogue
) -> None:
    case = office.case()
    office.meeting(case)
    office.note(case, voided_on=TODAY, void_reason="Forkert sag")
    (entry,) = store.read(file_entries, case.id, catalogue)
    assert entry.is_struck
    assert "streget ud" in text_of(printed(document(office, selected(office, case))))


def test_a_selection_is_gone_on_with_and_each_decision_taken_back_by_itself(
    office: Office, store: Store, clock: Clock
) -> None:
    case = office.case()
    office.note(case)
    first = selected(office, case)
    clock.now += DAY
    second = selected(office, case, asked_by="Peter")
    assert store.read(selections_of_case, case.id) == (second, first)
    choice = EntryChoice(selection_id=first.id, entry="journal:1", left_out=Withheld.INTERNAL)
    passage = Passage(part="text", start=0, text="Ringede", why=Withheld.THIRD_PARTY)
    other = EntryChoice(selection_id=first.id, entry="journal:2", passages=(passage,))
    store.write(save_choices, (choice, other))
    assert store.read(choices_of, first.id) == {"journal:1": choice, "journal:2": other}
    store.undo()
    assert store.read(choices_of, first.id) == {}


def test_a_selection_of_nobody_and_a_decision_of_no_selection_are_refused(office: Office, store: Store) -> None:
    case = office.case()
    with pytest.raises(Invalid):
        store.write(save_selection, FileSelection(case_id=case.id), TODAY)
    with pytest.raises(NotFound):
        store.write(save_choices, (EntryChoice(selection_id="gone", entry="journal:1"),))


def test_names_are_looked_for_of_everybody_but_the_child_and_whoever_asks(office: Office, store: Store) -> None:
    case = office.case("Alma", "Kjær")
    office.person(case, "Karen", last_name="Kjær")
    ole = office.person(case, "Ole", last_name="Vang")
    on_map = office.person(office.case("Bo"), "Grethe")
    office.map(case, on_map)
    selection = selected(office, case, asked_by="karen kjær")
    assert {person.id for person in store.read(others_in_file, selection)} == {ole.id, on_map.id}
    assert store.read(names_passed_over, selection) == ("Alma Kjær", "karen kjær")
    assert store.read(names_passed_over, FileSelection(case_id=case.id)) == ("Alma Kjær",)


def every_byte(pdf: bytes) -> bytes:
    """The file with each of its streams unpacked: nothing may hide in one."""
    unpacked = [pdf]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            unpacked.append(zlib.decompress(stream))
        except zlib.error:
            unpacked.append(stream)
    return b"\n".join(unpacked)


def test_what_is_kept_back_is_nowhere_in_the_bytes_of_the_print(office: Office, store: Store) -> None:
    case = office.case("Alma")
    left_out = office.note(case, "Hemmeligheden om Zebraen", on=TODAY - DAY)
    kept = office.note(case, "Vi talte med Quetzalcoatl om skolen.")
    selection = selected(office, case)
    word = Passage(part="text", start=13, text="Quetzalcoatl", why=Withheld.THIRD_PARTY)
    store.write(
        save_choices,
        (
            EntryChoice(selection_id=selection.id, entry=f"journal:{left_out.id}", left_out=Withheld.INTERNAL),
            EntryChoice(selection_id=selection.id, entry=f"journal:{kept.id}", passages=(word,)),
        ),
    )
    found = document(office, selection)
    pdf = printed(found)
    text = text_of(pdf)
    assert "[udeladt: om en anden] om skolen." in text
    assert "1 af 2 udleveres" in text
    assert "forvaltningsloven § 12" in text
    assert "forvaltningsloven § 15 c" in text
    assert "udeladt: internt arbejdsdokument" in text
    for secret in ("Quetzalcoatl", "Zebraen"):
        assert secret not in repr(found)
        assert secret not in text
        for way in (secret.encode(), secret.encode("utf-16-be"), secret.encode("utf-16-be").hex().encode()):
            assert way not in every_byte(pdf)


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_index_tells_the_page_on_which_each_entry_begins(office: Office, language: str) -> None:
    case = office.case("Alma")
    for number in range(60):
        office.note(case, f"Nummer {number:03}. " + "Vi talte længe om skolen. " * 30, on=TODAY - number * DAY)
    found = document(office, selected(office, case))
    pages = [" ".join(page.extract_text().split()) for page in read(printed(found, language)).pages]
    assert len(pages) > 8
    for entry in found.entries:
        body = entry.parts[-1].pieces[0].text.da[:11]
        (stands_on,) = [number for number, page in enumerate(pages, 1) if body in page]
        index = " ".join(pages[1:4])
        row = re.search(rf"\b{entry.number} {entry.day:%d-%m-%Y} Journal: \w+ (\d+)", index)
        assert row is not None
        assert int(row[1]) == stands_on


def test_a_file_of_which_nothing_is_kept_back_says_so(office: Office) -> None:
    case = full_case(office)
    text = text_of(printed(document(office, selected(office, case, received_on=TODAY, first=TODAY, last=TODAY))))
    for part in (
        "Intet er udeladt.",
        "23. november 2026 – 23. november 2026",
        "12-34",
        "Udleveret til Karen",
        "Fortroligt",
    ):
        assert part in text


def test_work_on_a_long_file_can_be_stopped(office: Office) -> None:
    case = office.case()
    for _ in range(3):
        office.note(case)
    found, asked = document(office, selected(office, case)), []

    def check() -> None:
        asked.append(1)
        if len(asked) == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        case_file_pdf(found, Words("da"), check)


def test_people_on_a_map_stand_with_what_they_can_help_with(office: Office, store: Store, catalogue: Catalogue) -> None:
    case = office.case()
    person = office.person(case, "Ole")
    network = office.map(case, person)
    helps = replace(network.people[0], role="Nabo", can_help="Kører gerne")
    office.redraw(network, people=(helps,))
    drawn = store.read(network_document, case.id, catalogue, TODAY, number=1)
    store.write(keep_version, case.id, drawn, TODAY)
    (entry,) = store.read(file_entries, case.id, catalogue)
    assert entry.parts[-1].text.da == "Ole, Nabo: Kører gerne"
