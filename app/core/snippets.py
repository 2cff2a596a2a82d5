"""The caseworker's own phrases: which come first, who is named in one, and how the child's name gets into its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from app.core.records.person import Person
from app.core.records.snippet import Snippet, SnippetKind
from app.core.sorting import fold, folds, sort_key

PLACES: Final = {"da": "[barnet]", "en": "[child]"}
"""What stands in a phrase for the child's first name, by language; either is filled in whatever language is shown."""


def found_snippets(snippets: Iterable[Snippet], kind: SnippetKind, typed: str) -> tuple[Snippet, ...]:
    """The phrases in which every word typed is found: those of this kind first, then the others, each by alphabet."""
    asked = fold(typed).split()
    found = [one for one in snippets if all(any(word in text for text in folds(one.text)) for word in asked)]
    order = list(SnippetKind)
    return tuple(sorted(found, key=lambda one: (one.kind is not kind, order.index(one.kind), sort_key(one.text))))


def with_child(text: str, first_name: str) -> str:
    """The phrase with the child's first name where it says so; a child without a name leaves the place to be seen."""
    if first_name:
        for place in PLACES.values():
            text = text.replace(place, first_name)
    return text


def without_names(text: str, children: Iterable[Person], language: str) -> str:
    """The phrase with the place for a child's name wherever a child is named."""
    for child in children:
        for name in _names_of(child):
            text = re.sub(_whole(name), PLACES[language], text)
    return text


def names_in(text: str, people: Iterable[Person]) -> tuple[str, ...]:
    """Who is named in a text, each as it names them: by the full name, else the first or the last.

    Capitals count, or the name Bo would be found wherever somebody lives ("bor", "at bo") in Danish.
    """
    told = (next((n for n in _names_of(person) if re.search(_whole(n), text)), "") for person in people)
    return tuple(sorted({name for name in told if name}, key=sort_key))


def _names_of(person: Person) -> tuple[str, ...]:
    return tuple(name for name in (person.name, person.first_name, person.last_name) if len(name) > 1)


def _whole(name: str) -> str:
    """A pattern for the name as a word of its own, also in the genitive."""
    return rf"(?<!\w){re.escape(name)}(?=s?(?!\w))"
