"""A genogram in rows and words: what the list says of each person, the same as the drawing shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.core.records.family import Couple, Family, Parentage, ParentKind, Tie
from app.core.records.genogram import GenogramDocument, GenogramPerson
from app.reports import genogram_wording as wording
from app.ui.widgets.list_line import ListLine
from app.ui.widgets.table_model import Column
from app.words import Words


@dataclass(frozen=True, slots=True)
class GenogramRow:
    """One person of the family with their place in the list; `told` is all of it in a sentence."""

    number: int
    person: GenogramPerson
    told: str


def with_names(document: GenogramDocument, family: Family) -> GenogramDocument:
    """The document as the caseworker's own screen shows it: a print leaves protected names out, this does not."""
    return replace(
        document,
        people=tuple(replace(person, name=person.name or family.people[person.id].name) for person in document.people),
    )


def genogram_rows(document: GenogramDocument, words: Words) -> tuple[GenogramRow, ...]:
    """The people in the order of the printed table."""
    return tuple(
        GenogramRow(number, person, wording.sentence(document, person, words))
        for number, person in enumerate(wording.in_table_order(document), 1)
    )


def tie_lines(family: Family, person_id: str, words: Words) -> list[ListLine]:
    """Somebody's ties, each by its id."""
    return [
        ListLine(
            key=tie.id, lead=family.people[next(iter(tie.ends() - {person_id}))].name, text=_told(tie, person_id, words)
        )
        for tie in family.ties
        if person_id in tie.ends()
    ]


def _told(tie: Tie, person_id: str, words: Words) -> str:
    """What the other end of a tie is."""
    if isinstance(tie, Couple):
        since, until = (day.year if day else None for day in (tie.since, tie.until))
        told = wording.kind_with_years(tie.kind, since, until, words)
        return f"{told[0].upper()}{told[1:]}"
    return _parentage(tie, person_id, words)


def _parentage(tie: Parentage, person_id: str, words: Words) -> str:
    is_parent = tie.parent_id != person_id
    match tie.kind:
        case ParentKind.FOSTER:
            return words.tr("Foster parent") if is_parent else words.tr("Foster child")
        case ParentKind.ADOPTIVE:
            return words.tr("Parent by adoption") if is_parent else words.tr("Adopted child")
        case _:
            return words.tr("Parent") if is_parent else words.trp("of somebody", "Child")


def columns(words: Words) -> Sequence[Column[GenogramRow]]:
    """The columns of the list."""
    return (
        Column(
            key="name",
            title=words.tr("Name"),
            text=lambda row: wording.called(row.person, words),
            tip=lambda row: row.told,
            strong=True,
        ),
        Column(
            key="role",
            title=words.tr("Is to the child"),
            text=lambda row: words.tr("The child") if row.person.is_child else wording.role_of(row.person, words),
            tip=lambda row: row.told,
        ),
        Column(
            key="generation",
            title=words.tr("Generation"),
            text=lambda row: wording.generation_name(row.person, words),
            sort=lambda row: row.number,
            tip=lambda row: row.told,
            tone=lambda row: "" if row.person.tied else "muted",
        ),
    )
