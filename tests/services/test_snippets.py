"""The caseworker's phrases in the store."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core.errors import Invalid, NotFound
from app.core.records.snippet import Snippet, SnippetKind
from app.services import cases, snippets
from app.services.store import Store
from tests.conftest import TODAY
from tests.factories import Office


def test_phrases_are_kept_changed_and_removed(store: Store) -> None:
    first, second = Snippet(kind=SnippetKind.GOAL, text="Første"), Snippet(text="Anden")
    for one in (first, second):
        store.write(snippets.save_snippet, one)
    changed = replace(first, text="Rettet")
    store.write(snippets.save_snippet, changed)
    assert set(store.read(snippets.all_snippets)) == {changed, second}
    store.write(snippets.remove_snippet, second.id)
    assert store.read(snippets.all_snippets) == (changed,)


def test_a_phrase_without_words_is_refused_and_one_that_is_gone_cannot_go(store: Store) -> None:
    with pytest.raises(Invalid):
        store.write(snippets.save_snippet, Snippet(text=" "))
    with pytest.raises(NotFound):
        store.write(snippets.remove_snippet, "gone")


def test_the_names_of_children_whose_case_is_closed_are_known_too(store: Store, office: Office) -> None:
    case = office.case("Alma")
    office.case("Noah")
    store.write(cases.close_case, case.id, TODAY, "Målene er nået", False)
    assert {child.first_name for child in store.read(snippets.children_of_caseload)} == {"Alma", "Noah"}
