"""The caseworker's phrases: found, filled in, and never with a child's name in silence."""

from __future__ import annotations

import pytest

from app.core.checks.snippet import check_snippet, check_snippet_names
from app.core.errors import Severity
from app.core.records.person import Person
from app.core.records.snippet import Snippet, SnippetKind
from app.core.snippets import found_snippets, names_in, with_child, without_names

_BO = Person(first_name="Bo", last_name="Kjær")
_ALMA = Person(first_name="Alma", last_name="Juul")


def test_phrases_of_the_kind_come_first_then_the_others_by_kind_and_alphabet() -> None:
    kept = [
        Snippet(kind=SnippetKind.COMMENT, text="Ærligt"),
        Snippet(kind=SnippetKind.PURPOSE, text="Ro"),
        Snippet(kind=SnippetKind.GOAL, text="Ål"),
        Snippet(kind=SnippetKind.GOAL, text="abe"),
    ]
    assert [one.text for one in found_snippets(kept, SnippetKind.GOAL, "")] == ["abe", "Ål", "Ro", "Ærligt"]
    assert [one.text for one in found_snippets(kept, SnippetKind.COMMENT, "")] == ["Ærligt", "Ro", "abe", "Ål"]


@pytest.mark.parametrize(
    ("typed", "found"), [("skole UGEN", True), ("skøle", True), ("daage", False), ("skole mandag", False), ("  ", True)]
)
def test_every_word_typed_is_found_somewhere_in_the_phrase(typed: str, found: bool) -> None:
    kept = Snippet(text="[barnet] er i skøle fire dage om ugen")
    assert bool(found_snippets([kept], SnippetKind.GOAL, typed)) is found


def test_the_childs_name_comes_into_its_place_in_either_language() -> None:
    assert with_child("[barnet] og [child] i [barnet]s seng", "Alma") == "Alma og Alma i Almas seng"
    assert with_child("[barnet] sover", "") == "[barnet] sover"


def test_a_name_in_a_phrase_becomes_the_place_for_one() -> None:
    assert without_names("Alma Juul er i Almas skole", [_ALMA, _BO], "da") == "[barnet] er i [barnet]s skole"
    assert without_names("Almas skole", [_ALMA, _BO], "en") == "[child]s skole"
    assert without_names("Ro", [_ALMA], "da") == "Ro"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Bo kan sove", ("Bo",)),
        ("at bo hjemme hvor Bodil bor", ()),
        ("Bos seng og Alma Juul", ("Alma Juul", "Bo")),
        ("familien Kjær", ("Kjær",)),
        ("", ()),
    ],
)
def test_a_name_is_a_word_of_its_own_with_its_capital(text: str, named: tuple[str, ...]) -> None:
    assert names_in(text, [_BO, _ALMA, Person(), Person(first_name="I")]) == named


def test_a_phrase_says_something_and_a_name_in_it_is_told_and_can_be_passed() -> None:
    assert [p.code for p in check_snippet(Snippet(text=" "))] == ["text-empty"]
    assert check_snippet(Snippet(text="Ro")) == ()
    (told,) = check_snippet_names(Snippet(text="Bo sover"), [_BO, _ALMA])
    assert (told.field, told.severity, told.values) == ("text", Severity.WARNING, {"name": "Bo"})
