"""Access to the file: decisions are kept and undone, the print holds no kept-back word."""

from __future__ import annotations

import re
import zlib
from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.case_file import given_whole
from app.core.errors import Invalid, NotFound
from app.core.records.case import Case
from app.core.records.file_access import CaseFileDocument, EntryChoice, FileSelection, Passage, Withheld
from app.reports.case_file_report import case_file_pdf
from app.services.file_access import (
    case_file_document,
    choices_of,
    names_passed_over,
    others_in_file,
    save_choices,
    save_selection,
    selection_for,
    selections_of_case,
)
from app.services.file_entries import file_entries
from app.services.store import Store
from app.words import Words
from tests.conftest import TODAY, Clock
from tests.factories import Office
from tests.reports.prints import text_of
from tests.reports.spoken import Spoken
from tests.services.full_case import full_case

DAY = timedelta(days=1)


def selected(office: Office, case: Case, **values: object) -> FileSelection:
    selection = FileSelection(case_id=case.id, **({"asked_by": "Karen"} | values))  # type: ignore[arg-type]  # whatever the test names
    office.store.write(save_selection, selection, TODAY)
    return selection


def document(office: Office, selection: FileSelection) -> CaseFileDocument:
    return office.store.read(case_file_document, selection, office.catalogue, TODAY)


def printed(found: CaseFileDocument, language: str = "da") -> bytes:
    return case_file_pdf(found, Words(language), lambda: None)


def test_what_was_struck_out_says_so(office: Office) -> None:
    case = office.case()
    office.note(case, voided_on=TODAY, void_reason="Forkert sag")
    text = text_of(printed(document(office, selected(office, case))))
    assert "overstreget" in text
    assert "Forkert sag" in text


def test_a_selection_is_gone_on_with_and_each_decision_taken_back_by_itself(
    office: Office, store: Store, clock: Clock
) -> None:
    case = office.case()
    office.note(case)
    first = selected(office, case)
    clock.now += DAY
    second = selected(office, case, asked_by="Peter")
    assert store.read(selections_of_case, case.id) == (second, first)
    store.write(save_selection, replace(second, given_on=TODAY), TODAY)
    assert store.read(selection_for, case.id) == first, "what was given out is done"
    choice = EntryChoice(selection_id=first.id, entry="journal:1", left_out=Withheld.INTERNAL)
    passage = Passage(part="text", start=0, text="Ringede", why=Withheld.THIRD_PARTY)
    other = EntryChoice(selection_id=first.id, entry="journal:2", passages=(passage,))
    store.write(save_choices, (choice, other))
    assert store.read(choices_of, first.id) == {"journal:1": choice, "journal:2": other}
    store.undo()
    assert store.read(choices_of, first.id) == {}


def test_the_only_open_request_is_the_one_that_is_answered(office: Office, store: Store) -> None:
    case = office.case()
    office.access_request(case, asked_by="Peter", answered_on=TODAY)
    assert store.read(selection_for, case.id).request_id is None
    only = office.access_request(case, asked_by="Karen")
    proposed = store.read(selection_for, case.id)
    assert (proposed.request_id, proposed.asked_by) == (only.id, "Karen")
    store.write(save_selection, replace(proposed, given_on=TODAY), TODAY)
    assert store.read(selection_for, case.id).id == proposed.id, "what answers a request is gone on with"
    office.access_request(case, asked_by="Bo")
    assert store.read(selection_for, case.id).request_id is None, "of two none is the one"


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


def test_where_a_protected_child_is_stays_back_until_somebody_gives_it(office: Office, store: Store) -> None:
    case = office.case("Alma", protected=True)
    office.measure(case, provider="Solgården")
    office.acute(case, not_told="Far må ikke vide det")
    selection = selected(office, case, asked_by="Far")
    assert not any(word in text_of(printed(document(office, selection))) for word in ("Solgården", "må ikke vide"))
    entries = store.read(file_entries, case.id, office.catalogue, TODAY)
    decided = [EntryChoice(selection_id=selection.id, entry=entry.key) for entry in entries]
    store.write(save_choices, decided)
    assert "Solgården" not in text_of(printed(document(office, selection))), "a decision on the rest gives it not"
    store.write(save_choices, [given_whole(one, choice) for one, choice in zip(entries, decided, strict=True)])
    assert all(word in text_of(printed(document(office, selection))) for word in ("Solgården", "må ikke vide"))


def test_where_a_child_is_whose_protection_has_ended_is_given_and_what_guards_it_is_not(office: Office) -> None:
    case = office.case("Alma", protected=True, protected_until=TODAY)
    office.measure(case, provider="Solgården")
    office.acute(case, not_told="Far må ikke vide det")
    text = text_of(printed(document(office, selected(office, case))))
    assert "Solgården" in text
    assert "må ikke vide" not in text


def test_who_was_at_a_meeting_is_looked_for_too(office: Office, store: Store) -> None:
    case = office.case("Alma")
    guest = office.person(office.case("Bo"), "Grethe")
    office.meeting(case, guest)
    assert store.read(others_in_file, selected(office, case)) == (guest,)


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_index_tells_the_page_on_which_each_entry_begins_and_leads_to_it(office: Office, language: str) -> None:
    case = office.case("Alma")
    for number in range(60):
        office.note(case, f"Nummer {number:03}. " + "Vi talte længe om skolen. " * 30, on=TODAY - number * DAY)
    found = document(office, selected(office, case))
    spoken = Spoken(printed(found, language))
    pages = [" ".join(page.extract_text().split()) for page in spoken.reader.pages]
    assert len(pages) > 8
    headings = [spoken.text(heading) for heading in spoken.of("H2")][2:]
    for entry, heading, link in zip(found.entries, headings, spoken.links(), strict=True):
        body = entry.parts[-1].pieces[0].text.da[:11]
        (stands_on,) = [number for number, page in enumerate(pages, 1) if body in page]
        row = re.search(rf"\b{entry.number} {entry.day:%d-%m-%Y} Journal: \w+ (\d+)", pages[link.page])
        assert row is not None
        assert int(row[1]) == link.to_page + 1 == stands_on
        assert link.said == heading
        assert spoken.text(link.element) == entry.title.of(language)


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
