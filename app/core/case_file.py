"""Which entries of a case file are given out, what of them is kept back, and where others are named in them.

Nothing is decided here: names are found and shown, and what is kept back was marked by somebody. What was marked stays
back even where the text was changed since: the words are looked for again, and where they are not found, nothing of the
part is given until somebody has looked at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.core.names import Names
from app.core.records.file_access import (
    EntryChoice,
    FileEntry,
    FilePart,
    FileSelection,
    FileType,
    GivenEntry,
    GivenPart,
    Passage,
    Piece,
    Withheld,
)
from app.core.records.person import Person

_SHORTEST = 3  # letters: a shorter name is found everywhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place in a part where somebody is named who is not the one who asks."""

    part: str
    start: int
    text: str
    person: Person
    protected: bool


def in_order(entries: Iterable[FileEntry]) -> tuple[FileEntry, ...]:
    """By day; what came in before what it led to."""
    order = [*FileType]
    return tuple(sorted(entries, key=lambda entry: (entry.day, order.index(entry.type), entry.key)))


def in_period(entries: Iterable[FileEntry], selection: FileSelection) -> tuple[FileEntry, ...]:
    """The entries of the days that were asked for, both included; the request that is answered is none of them."""
    first, last = selection.first or date.min, selection.last or date.max
    request = f"{FileType.ACCESS_REQUEST}:{selection.request_id}"
    return tuple(entry for entry in entries if first <= entry.day <= last and entry.key != request)


@dataclass(frozen=True, slots=True)
class NameSearch:
    """Looks for the names of some people; made once for all entries."""

    people: Mapping[str, Person | None]
    pattern: re.Pattern[str] | None


def name_search(people: Iterable[Person], but: Iterable[str] = ()) -> NameSearch:
    """Looks for these people by full name, first name or last name.

    The names in `but` are passed over, and so are parts of them: a last name that the child shares says nothing.
    """
    by_name = _names(people, but)
    return NameSearch(by_name, _pattern(tuple(by_name)) if by_name else None)


def mentions(entry: FileEntry, search: NameSearch, today: date) -> tuple[Mention, ...]:
    """Where people are named in an entry; protected ones are told apart."""
    if search.pattern is None:
        return ()
    found = []
    for part in entry.parts:
        for match in search.pattern.finditer(part.text.da) if part.is_typed else ():
            person = search.people[" ".join(match[1].casefold().split())]
            if person is not None:
                protected = person.is_protected(today)
                found.append(
                    Mention(part=part.key, start=match.start(), text=match[0], person=person, protected=protected)
                )
    return tuple(found)


def is_moved(part: FilePart, passage: Passage) -> bool:
    """Whether the text was changed so that the passage stands no longer where it was marked."""
    return part.text.da[passage.start : passage.start + len(passage.text)] != passage.text


def moved(entry: FileEntry, choice: EntryChoice) -> tuple[Passage, ...]:
    """The passages of an entry that somebody must look at again: their text was changed since."""
    parts = {part.key: part for part in entry.parts}
    return tuple(p for p in choice.passages if p.part not in parts or is_moved(parts[p.part], p))


def with_passages(choice: EntryChoice, passages: Iterable[Passage]) -> EntryChoice:
    """The decision with more passages kept back; one that was marked before is not kept back twice."""
    known = {(p.part, p.start, p.text): p for p in (*choice.passages, *passages)}
    return replace(choice, passages=tuple(known.values()))


def with_names_back(choice: EntryChoice, named: Iterable[Mention], person_id: str, why: Withheld) -> EntryChoice | None:
    """The decision with each mention of somebody kept back; None where they are not named."""
    found = [Passage(part=m.part, start=m.start, text=m.text, why=why) for m in named if m.person.id == person_id]
    return with_passages(choice, found) if found else None


def given(entries: Iterable[FileEntry], choices: Mapping[str, EntryChoice]) -> tuple[GivenEntry, ...]:
    """The entries as they are given out, numbered; without any text that is kept back."""
    return tuple(_given(number, entry, chosen(entry, choices)) for number, entry in enumerate(in_order(entries), 1))


def chosen(entry: FileEntry, choices: Mapping[str, EntryChoice], selection_id: str = "") -> EntryChoice:
    """What was decided about an entry, and what is proposed to be kept back of it as long as nobody gives it."""
    choice = choices.get(entry.key) or EntryChoice(selection_id=selection_id, entry=entry.key)
    return with_passages(
        choice,
        (
            Passage(part=part.key, start=0, text=part.text.da, why=part.proposed)
            for part in entry.parts
            if part.proposed and part.key not in choice.shown
        ),
    )


def given_whole(entry: FileEntry, choice: EntryChoice) -> EntryChoice:
    """The decision to give all of an entry, with what was proposed to be kept back."""
    shown = tuple(part.key for part in entry.parts if part.proposed)
    return replace(choice, left_out=None, passages=(), shown=shown)


def pieces(part: FilePart, passages: Iterable[Passage]) -> tuple[Piece, ...]:
    """The part with its passages taken out; what overlaps is one, and the first reason stands for it."""
    text = part.text.da
    spans = sorted(
        (span for passage in passages for span in _spans(text, passage)), key=lambda span: (span[0], -span[1])
    )
    found: list[Piece] = []
    at = 0
    for start, end, why in spans:
        if end <= at:
            continue
        if start > at or not found:
            found.append(_text(text[at:start]))
        if start >= at:
            found.append(Piece(why=why))
        at = end
    found.append(_text(text[at:]))
    return tuple(piece for piece in found if piece.why is not None or piece.text.da)


def _given(number: int, entry: FileEntry, choice: EntryChoice) -> GivenEntry:
    left_out = choice.left_out
    parts = () if left_out else tuple(_part(part, choice) for part in entry.parts)
    return GivenEntry(
        number=number,
        type=entry.type,
        day=entry.day,
        title=entry.title,
        parts=parts,
        left_out=left_out,
        is_struck=entry.is_struck,
    )


def _part(part: FilePart, choice: EntryChoice) -> GivenPart:
    mine = [passage for passage in choice.passages if passage.part == part.key]
    return GivenPart(label=part.label, pieces=pieces(part, mine) if mine else (Piece(text=part.text),))


def _spans(text: str, passage: Passage) -> Iterator[tuple[int, int, Withheld]]:
    """Where a passage stands: where it was marked, else wherever its words stand now, else the whole part."""
    end = passage.start + len(passage.text)
    if text[passage.start : end] == passage.text:
        yield passage.start, end, passage.why
        return
    places = [match.start() for match in re.finditer(re.escape(passage.text), text)]
    if not places:
        yield 0, len(text), passage.why
    for start in places:
        yield start, start + len(passage.text), passage.why


def _text(text: str) -> Piece:
    return Piece(text=Names(text, text))


def _names(people: Iterable[Person], but: Iterable[str]) -> dict[str, Person | None]:
    """Whom each name means, None for one that is passed over: of two people who share one, whoever comes first."""
    found: dict[str, Person | None] = {}
    for name in but:
        found |= dict.fromkeys((" ".join(name.casefold().split()), *name.casefold().split()), None)
    known = list(people)
    for names_of in (_full, _first, _last):
        for person in known:
            found.setdefault(names_of(person).casefold(), person)
    return {name: person for name, person in found.items() if len(name) >= _SHORTEST}


def _full(person: Person) -> str:
    return " ".join(person.name.split())


def _first(person: Person) -> str:
    return (person.first_name.split() or [""])[0]


def _last(person: Person) -> str:
    return (person.last_name.split() or [""])[-1]


def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Whole words, longest names first, however they are written, with the s of the genitive."""
    longest = sorted(names, key=len, reverse=True)
    either = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest)
    return re.compile(rf"(?<!\w)({either})(?:['’]?s)?(?!\w)", re.IGNORECASE)
