"""A genogram in words: what stands in and under a symbol, who is tied to whom, and what the marks mean."""

from __future__ import annotations

from collections.abc import Iterable

from app.core.dates import month_name
from app.core.records.family import CoupleKind, ParentKind
from app.core.records.genogram import GenogramCouple, GenogramDocument, GenogramPerson, Symbol
from app.words import Words, mark

SYMBOLS = {
    Symbol.MALE: mark("boy or man"),
    Symbol.FEMALE: mark("girl or woman"),
    Symbol.OTHER: mark("another gender"),
    Symbol.UNKNOWN: mark("gender not noted"),
    Symbol.UNBORN: mark("not born yet"),
}
COUPLES = {
    CoupleKind.MARRIED: mark("married"),
    CoupleKind.COHABITING: mark("living together"),
    CoupleKind.SEPARATED: mark("separated"),
    CoupleKind.DIVORCED: mark("divorced"),
    None: mark("child together, couple not noted"),
}
_OVER = {
    CoupleKind.SEPARATED: (mark("a couple"), mark("now separated")),
    CoupleKind.DIVORCED: (mark("married"), mark("now divorced")),
}
"""What two were in the years that are told of them, and what they are now."""
CHILDREN = {
    ParentKind.BIRTH: mark("child by birth"),
    ParentKind.ADOPTIVE: mark("adopted child"),
    ParentKind.FOSTER: mark("foster child"),
}
_PARENTS = {
    ParentKind.BIRTH: "",
    ParentKind.ADOPTIVE: mark("by adoption"),
    ParentKind.FOSTER: mark("foster parent"),
}
_GENERATIONS = {
    -3: mark("Great-grandparents"),
    -2: mark("Grandparents"),
    -1: mark("Parents"),
    0: mark("The child's"),
    1: mark("Next"),
}


def in_table_order(document: GenogramDocument) -> tuple[GenogramPerson, ...]:
    """The people as the table numbers them: generation by generation, the eldest first, at last those not tied yet."""
    return tuple(sorted(document.people, key=lambda person: (not person.tied, person.generation)))


def called(person: GenogramPerson, words: Words) -> str:
    """The name, or the role alone where name and address are protected."""
    return person.name or role_of(person, words) or words.tr("protected person")


def role_of(person: GenogramPerson, words: Words) -> str:
    """What the person is to the child, "" for the child."""
    return person.role.of(words.language) if person.role else person.map_role


def year_of(person: GenogramPerson, words: Words) -> str:
    """What stands under the name: the year of birth, or when an unborn child is expected."""
    if person.term is not None:
        return words.tr("due {month}", month=f"{month_name(person.term.month, words.language)} {person.term.year}")
    if person.birth_year is None:
        return ""
    if person.symbol is Symbol.UNKNOWN and person.age is not None:
        # The question mark has taken the place of the age.
        return words.tr("b. {year}, {n}", year=person.birth_year, n=person.age)
    return words.tr("b. {year}", year=person.birth_year)


def inside(person: GenogramPerson) -> str:
    """What stands in the symbol: the age, or a question mark where the gender was not noted."""
    if person.symbol is Symbol.UNKNOWN:
        return "?"
    return "" if person.age is None else str(person.age)


def generation_name(person: GenogramPerson, words: Words) -> str:
    """Which generation somebody belongs to, counted from the child."""
    if not person.tied:
        return words.tr("Not in the drawing yet")
    told = _GENERATIONS.get(person.generation)
    if told is None:
        return words.tr("{n} generations on", n=person.generation) if person.generation > 0 else words.tr("Ancestors")
    return words.tr(told)


def partners(document: GenogramDocument, person_id: str, words: Words) -> list[str]:
    """With whom somebody is or was a couple, one after the other: "Per Holm, married 2010–2018, now divorced"."""
    places = {person.id: (place, called(person, words)) for place, person in enumerate(document.people)}
    found = []
    for couple in document.couples:
        if person_id in {couple.one_id, couple.other_id}:
            place, name = places[couple.other_id if couple.one_id == person_id else couple.one_id]
            found.append((couple.since or 0, place, f"{name}, {couple_in_words(couple, words)}"))
    return [told for _, _, told in sorted(found)]


def couple_in_words(couple: GenogramCouple, words: Words) -> str:
    """How two people are a couple, and in which years."""
    return kind_with_years(couple.kind, couple.since, couple.until, words)


def kind_with_years(kind: CoupleKind, since: int | None, until: int | None, words: Words) -> str:
    """How two people are a couple, or were one, with the years that are known: "married 1978–1996, now divorced"."""
    was, now = _OVER.get(kind, ("", ""))
    if not now or not (since or until):
        return _with_years(words.tr(COUPLES[kind]), since, until, words)
    told = words.tr("{kind} from {year}", kind=words.tr(was), year=since) if since and not until else ""
    return f"{told or _with_years(words.tr(was), since, until, words)}, {words.tr(now)}"


def _with_years(kind: str, since: int | None, until: int | None, words: Words) -> str:
    if since and until:
        return f"{kind} {since}–{until}"
    if since:
        return words.tr("{kind} since {year}", kind=kind, year=since)
    if until:
        return words.tr("{kind} until {year}", kind=kind, year=until)
    return kind


def parents(document: GenogramDocument, person_id: str, words: Words) -> list[str]:
    """Somebody's parents, in the order of the people; those who are not by birth say so."""
    places = {person.id: place for place, person in enumerate(document.people)}
    ties = [tie for tie in document.parents if tie.child_id == person_id]
    ties.sort(key=lambda tie: places[tie.parent_id])
    return _with_kind(document, ((tie.parent_id, tie.kind) for tie in ties), words)


def children(document: GenogramDocument, person_id: str, words: Words) -> list[str]:
    """Somebody's children, the eldest first; those who are not by birth say so."""
    kinds = {tie.child_id: tie.kind for tie in document.parents if tie.parent_id == person_id}
    names = {person.id: called(person, words) for person in document.people}
    return [
        names[child] if kind is ParentKind.BIRTH else f"{names[child]} ({words.tr(CHILDREN[kind])})"
        for child in (person.id for person in document.people)
        if (kind := kinds.get(child)) is not None
    ]


def remarks(person: GenogramPerson, words: Words) -> str:
    """What else the drawing shows."""
    found = (
        words.tr("deceased") if person.deceased else "",
        words.tr("lives with the child") if person.at_home and not person.is_child else "",
        words.tr("name and address protected") if person.protected else "",
    )
    return ", ".join(part for part in found if part)


def sentence(document: GenogramDocument, person: GenogramPerson, words: Words) -> str:
    """All that the drawing shows of a person, to be read aloud."""
    couples = partners(document, person.id, words)
    above, below = parents(document, person.id, words), children(document, person.id, words)
    parts = (
        called(person, words),
        role_of(person, words) if person.name else "",
        words.trn("{n} year", "{n} years", person.age) if person.age is not None else year_of(person, words),
        words.tr("couple with {names}", names="; ".join(couples)) if couples else "",
        words.tr("child of {names}", names=words.listed(above)) if above else "",
        words.tr("parent of {names}", names=words.listed(below)) if below else "",
        remarks(person, words),
        "" if person.tied else generation_name(person, words),
    )
    return ", ".join(part for part in parts if part)


def alternative(document: GenogramDocument, words: Words) -> str:
    """The drawing in a few sentences for those who cannot see it: how many, the child's parents, who lives there."""
    drawn = document.drawn
    lines = len({person.generation for person in drawn})
    child = next((person for person in drawn if person.is_child), None)
    parts = [
        words.trn("Genogram with {n} person", "Genogram with {n} people", len(drawn)),
        words.trn("in {n} generation", "in {n} generations", lines),
    ]
    told = [" ".join(parts)]
    if child is not None and (above := parents(document, child.id, words)):
        told.append(words.tr("{name} is the child of {names}", name=child.name, names=words.listed(above)))
    home = [called(person, words) for person in drawn if person.at_home and not person.is_child]
    if child is not None and home:
        told.append(words.tr("{name} lives with {names}", name=child.name, names=words.listed(home)))
    return ". ".join((*told, words.tr("The table tells the same."))).strip()


def _with_kind(document: GenogramDocument, people: Iterable[tuple[str, ParentKind]], words: Words) -> list[str]:
    names = {person.id: called(person, words) for person in document.people}
    return [
        f"{names[person_id]} ({words.tr(_PARENTS[kind])})" if _PARENTS[kind] else names[person_id]
        for person_id, kind in people
    ]
