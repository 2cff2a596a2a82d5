"""The quiet figures of a network, by example and against the slowest way of counting."""

from __future__ import annotations

import random
from datetime import date
from itertools import combinations

import pytest

from app.core.figures import Share
from app.core.names import Names
from app.core.network_figures import could_help_more, network_figures
from app.core.records.documents import (
    DocumentMapPerson,
    DocumentRelation,
    DocumentSector,
    Letterhead,
    NetworkDocument,
)
from app.core.records.network import Invitation, RelationQuality, Ring, Support

SECTORS = ("household", "kin", "professionals")
HEAD = Letterhead(municipality="", department="", caseworker="", on=date(2026, 10, 9))


def share(part: int, whole: int) -> Share:
    return Share(part=part, whole=whole)


def person(key: str, **values: object) -> DocumentMapPerson:
    told: dict[str, object] = {
        "id": key,
        "name": key,
        "role": "",
        "sector_key": "kin",
        "ring": Ring.REGULAR,
        "angle": None,
        "is_professional": False,
        "deceased": False,
        "can_help": "",
        "invited": Invitation.NOT_ASKED,
        "protected": False,
    }
    return DocumentMapPerson(**(told | values))  # type: ignore[arg-type]  # fields by name


def line(start: str | None, end: str, quality: RelationQuality = RelationQuality.ORDINARY) -> DocumentRelation:
    return DocumentRelation(from_id=start, to_id=end, quality=quality, support=Support.NONE)


def network(*people: DocumentMapPerson, lines: tuple[DocumentRelation, ...] = ()) -> NetworkDocument:
    return NetworkDocument(
        head=HEAD,
        child_first_name="Alma",
        child_age=9,
        number=None,
        drawn_on=None,
        drawn_by="",
        viewpoint="",
        sectors=tuple(DocumentSector(key=key, name=Names(key, key)) for key in SECTORS),
        people=people,
        relations=lines,
    )


def test_the_figures_of_a_small_map() -> None:
    people = (
        person("mum", sector_key="household", ring=Ring.CLOSE),
        person("gran", ring=Ring.CLOSE),
        person("uncle"),
        person("teacher", sector_key="professionals", is_professional=True),
        person("grandad", ring=Ring.CLOSE, deceased=True),
    )
    lines = (line("mum", "gran"), line("gran", "mum"), line("uncle", "mum", RelationQuality.BROKEN), line(None, "mum"))
    found = network_figures(network(*people, lines=(*lines, line("gran", "grandad"))))
    assert (found.size, found.density, found.close, found.private) == (4, share(1, 6), share(2, 4), share(3, 4))
    assert {one.sector.key: one.close for one in found.by_sector} == {
        "household": share(1, 1),
        "kin": share(1, 2),
        "professionals": share(0, 1),
    }


def test_an_empty_map_has_no_figures_to_divide_by() -> None:
    found = network_figures(network())
    assert (found.size, found.density, found.by_sector) == (0, share(0, 0), ())
    assert found.density.percent is None


@pytest.mark.parametrize(
    ("values", "quality", "could"),
    [
        ({"ring": Ring.CLOSE}, RelationQuality.STRONG, True),
        ({"ring": Ring.CLOSE}, RelationQuality.STRAINED, False),
        ({"ring": Ring.CLOSE}, RelationQuality.BROKEN, False),
        ({"can_help": "Kører til fodbold", "ring": Ring.DISTANT}, RelationQuality.WEAK, True),
        ({"can_help": "  ", "ring": Ring.DISTANT}, RelationQuality.WEAK, False),
        ({"ring": Ring.CLOSE, "invited": Invitation.NO}, RelationQuality.STRONG, False),
        ({"ring": Ring.CLOSE, "invited": Invitation.ASKED}, RelationQuality.STRONG, False),
        ({"ring": Ring.CLOSE, "was_asked": True}, RelationQuality.STRONG, False),
        ({"ring": Ring.CLOSE, "is_professional": True}, RelationQuality.STRONG, False),
        ({"ring": Ring.CLOSE, "deceased": True}, RelationQuality.STRONG, False),
        ({"ring": Ring.REGULAR}, RelationQuality.STRONG, False),
    ],
)
def test_who_could_help_more(values: dict[str, object], quality: RelationQuality, could: bool) -> None:
    document = network(person("a", **values), lines=(line(None, "a", quality),))
    assert bool(could_help_more(document)) is could


def test_those_who_offered_something_come_first_and_no_line_is_no_bad_one() -> None:
    people = person("a", ring=Ring.CLOSE), person("b", can_help="Kan passe"), person("c", ring=Ring.CLOSE)
    document = network(*people, lines=(line("a", "c", RelationQuality.BROKEN),))
    assert [one.id for one in could_help_more(document)] == ["b", "a", "c"]


@pytest.mark.parametrize("seed", range(40))
def test_the_figures_agree_with_counting_pair_by_pair(seed: int) -> None:
    chance = random.Random(seed)
    people = tuple(
        person(
            str(n),
            sector_key=chance.choice(SECTORS),
            ring=chance.choice(list(Ring)),
            deceased=chance.random() < 0.2,
            is_professional=chance.random() < 0.3,
        )
        for n in range(chance.randrange(14))
    )
    ends = [*(one.id for one in people)]
    lines = tuple(
        line(chance.choice([None, *ends]), chance.choice(ends), chance.choice(list(RelationQuality)))
        for _ in range(chance.randrange(30))
        if ends
    )
    lines = tuple(one for one in lines if one.from_id != one.to_id)
    found = network_figures(network(*people, lines=lines))
    living = [one for one in people if not one.deceased]
    tied = pairs = 0
    for one, other in combinations(living, 2):
        pairs += 1
        tied += any(
            {r.from_id, r.to_id} == {one.id, other.id} and r.quality is not RelationQuality.BROKEN for r in lines
        )
    assert found.density == share(tied, pairs)
    close = [one for one in living if one.ring is Ring.CLOSE]
    assert found.close == share(len(close), len(living))
    assert sum(one.close.part for one in found.by_sector) == len(close)
    assert sum(one.close.whole for one in found.by_sector) == found.size == len(living)
    assert found.private.part == len([one for one in living if not one.is_professional])
