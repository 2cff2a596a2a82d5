"""What is given out of a case file: nothing that was marked stays in it, and names are found and only shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given as always
from hypothesis import strategies as st

from app.core.case_file import (
    given,
    in_order,
    in_period,
    is_moved,
    mentions,
    moved,
    name_search,
    pieces,
    with_names_back,
)
from app.core.checks.file_access import check_file_selection
from app.core.names import Names
from app.core.records.file_access import (
    EntryChoice,
    FileEntry,
    FilePart,
    FileSelection,
    FileType,
    Passage,
    Withheld,
)
from app.core.records.person import Person

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
TEXT = "Karen ringede. Karens bror Ole Vang kom med, og Ole var vred."


def names(text: str) -> Names:
    return Names(text, text)


def part(text: str = TEXT, key: str = "text", *, typed: bool = True) -> FilePart:
    return FilePart(key=key, label=names("Tekst"), text=names(text), is_typed=typed)


def entry(*parts: FilePart, key: str = "journal:1", day: date = TODAY, type_: FileType = FileType.JOURNAL) -> FileEntry:
    return FileEntry(key=key, type=type_, day=day, title=names("Journal"), parts=parts or (part(),))


def passage(text: str, of: str = TEXT, why: Withheld = Withheld.THIRD_PARTY) -> Passage:
    return Passage(part="text", start=of.index(text), text=text, why=why)


def shown(text: str, *passages: Passage) -> str:
    return "".join(piece.text.da if piece.why is None else f"[{piece.why}]" for piece in pieces(part(text), passages))


def test_what_is_marked_is_replaced_by_its_reason() -> None:
    assert shown(TEXT, passage("Ole Vang")).startswith("Karen ringede. Karens bror [third_party] kom med")
    assert shown("Ole", passage("Ole", "Ole")) == "[third_party]"
    assert shown(TEXT) == TEXT


def test_passages_that_touch_or_overlap_leave_nothing_between_them() -> None:
    both = shown(TEXT, passage("bror Ole"), passage("Ole Vang", why=Withheld.PROTECTED))
    assert both == "Karen ringede. Karens [third_party] kom med, og Ole var vred."
    inner = shown(TEXT, passage("bror Ole Vang kom"), passage("Vang"))
    assert inner == "Karen ringede. Karens [third_party] med, og Ole var vred."


def test_a_text_changed_since_gives_out_nothing_that_was_marked() -> None:
    mark = passage("Ole Vang")
    assert shown(f"I dag: {TEXT}", mark).count("Ole Vang") == 0
    assert shown("Noget helt andet", mark) == "[third_party]"
    changed = entry(part(f"I dag: {TEXT}"))
    choice = EntryChoice(selection_id="s", entry=changed.key, passages=(mark, replace(mark, part="gone")))
    assert is_moved(changed.parts[0], mark)
    assert moved(changed, choice) == choice.passages
    assert moved(entry(), replace(choice, passages=(mark,))) == ()


@always(st.text(max_size=40), st.data())
def test_no_marked_word_is_ever_given(text: str, data: st.DataObject) -> None:
    size = len(text)
    marks = []
    for _ in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, size))
        end = data.draw(st.integers(start, size))
        if start < end:
            marks.append(Passage(part="text", start=start, text=text[start:end], why=Withheld.SOURCE))
    back = {place for mark in marks for place in range(mark.start, mark.start + len(mark.text))}
    told = "".join(piece.text.da for piece in pieces(part(text), marks))
    assert told == "".join(letter for place, letter in enumerate(text) if place not in back)


def test_an_entry_is_given_whole_in_part_or_not_at_all() -> None:
    first, second = entry(key="journal:a"), entry(key="journal:b", day=TODAY + DAY)
    third = entry(part("Ja", typed=False), key="plan:c", day=TODAY + 2 * DAY, type_=FileType.PLAN)
    choices = {
        first.key: EntryChoice(selection_id="s", entry=first.key, left_out=Withheld.INTERNAL),
        second.key: EntryChoice(selection_id="s", entry=second.key, passages=(passage("Ole Vang"),)),
    }
    found = given((third, first, second), choices)
    assert [one.number for one in found] == [1, 2, 3]
    assert (found[0].left_out, found[0].parts) == (Withheld.INTERNAL, ())
    assert found[1].kept_back == (Withheld.THIRD_PARTY,)
    assert found[2].kept_back == ()
    assert "Ole Vang" not in repr(found[:2])


def test_the_period_holds_both_its_days() -> None:
    days = [entry(key=f"journal:{n}", day=TODAY + n * DAY) for n in range(4)]
    chosen = FileSelection(case_id="c", first=TODAY + DAY, last=TODAY + 2 * DAY)
    assert in_period(days, chosen) == tuple(days[1:3])
    assert in_period(days, FileSelection(case_id="c")) == tuple(days)


def test_what_came_in_stands_before_what_it_led_to() -> None:
    late = entry(key="follow_up:1", type_=FileType.FOLLOW_UP)
    early = entry(key="notification:1", type_=FileType.NOTIFICATION)
    assert in_order((late, early)) == (early, late)


KAREN = Person(id="karen", first_name="Karen", last_name="Vang")
OLE = Person(id="ole", first_name="Ole", last_name="Vang", protected=True)


def test_others_are_found_by_name_with_genitive_and_case_and_only_as_whole_words() -> None:
    found = mentions(entry(part(TEXT + " KAREN. Karense. ole  vang")), name_search((KAREN, OLE)), TODAY)
    assert [(one.text, one.person.id, one.protected) for one in found] == [
        ("Karen", "karen", False),
        ("Karens", "karen", False),
        ("Ole Vang", "ole", True),
        ("Ole", "ole", True),
        ("KAREN", "karen", False),
        ("ole  vang", "ole", True),
    ]
    assert all(part(TEXT).text.da[one.start :].startswith(one.text) for one in found[:4])


def test_names_of_the_child_and_of_whoever_asks_are_passed_over() -> None:
    text = "Alma Vang og Karen Vang. Vang. Alma."
    found = mentions(entry(part(text)), name_search((KAREN, OLE), ("Alma Vang", "Ole Vang")), TODAY)
    assert [one.text for one in found] == ["Karen Vang"]


@pytest.mark.parametrize("people", [(), (Person(first_name="Bo"),), (Person(first_name="", last_name=""),)])
def test_nobody_is_found_by_a_name_of_two_letters_or_none(people: tuple[Person, ...]) -> None:
    assert mentions(entry(part("Bo bor her")), name_search(people), TODAY) == ()


def test_what_nobody_typed_names_nobody() -> None:
    assert mentions(entry(part(typed=False)), name_search((KAREN,)), TODAY) == ()


def test_odd_names_are_taken_by_the_letter() -> None:
    odd = Person(first_name="<b>.*", last_name="(Åse")
    assert [one.text for one in mentions(entry(part("Hos <b>.* (Åse i dag")), name_search((odd,)), TODAY)] == [
        "<b>.* (Åse"
    ]


def test_a_selection_says_who_asks_and_ends_after_it_began() -> None:
    sound = FileSelection(case_id="c", asked_by="Karen", received_on=TODAY, first=TODAY, last=TODAY)
    assert check_file_selection(sound, TODAY) == ()
    wrong = replace(sound, asked_by=" ", received_on=TODAY + DAY, last=TODAY - DAY)
    assert [(p.field, p.code) for p in check_file_selection(wrong, TODAY)] == [
        ("asked_by", "name-empty"),
        ("received_on", "day-in-future"),
        ("last", "end-before-start"),
    ]


def test_each_mention_of_somebody_is_kept_back_once_and_what_was_decided_before_stays() -> None:
    named = mentions(entry(), name_search((KAREN, OLE)), TODAY)
    choice = EntryChoice(selection_id="s", entry="journal:1", passages=(passage("vred", why=Withheld.INTERNAL),))
    back = with_names_back(choice, named, KAREN.id, Withheld.THIRD_PARTY)
    assert back is not None
    assert [one.text for one in back.passages] == ["vred", "Karen", "Karens"]
    assert with_names_back(back, named, KAREN.id, Withheld.THIRD_PARTY) == back
    assert with_names_back(choice, named, "somebody else", Withheld.THIRD_PARTY) is None
