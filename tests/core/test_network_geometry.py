"""A map is laid out once for screen and paper, and a line is found where it runs."""

from __future__ import annotations

from app.core.network_geometry import geometry
from app.core.network_layout import Point
from app.core.records.documents import DocumentRelation
from app.core.records.network import RelationQuality, Ring, Support
from tests.core.network_documents import document, person

TIE = DocumentRelation(from_id=None, to_id="karen", quality=RelationQuality.STRONG, support=Support.NONE)
BETWEEN = DocumentRelation(from_id="karen", to_id="bo", quality=RelationQuality.WEAK, support=Support.NONE)
MAP = document(person("karen"), person("bo", "friends", Ring.DISTANT), lines=(TIE, BETWEEN))


def test_a_line_is_found_along_its_way_and_nowhere_else() -> None:
    laid = geometry(MAP)
    karen = laid.nodes["karen"]

    assert laid.line_at(Point(karen.x / 2, karen.y / 2), 0.01) == TIE
    assert laid.line_at(Point(-karen.x / 2, -karen.y / 2), 0.01) is None
    bent = laid.lines[1].path
    assert laid.line_at(bent[len(bent) // 2], 0.01) == BETWEEN


def test_a_line_without_room_is_not_found() -> None:
    close = document(person("karen", angle=70.0), person("bo", angle=70.5), lines=(BETWEEN,))
    assert geometry(close).line_at(Point(0.5, 0.5), 0.001) is None


def test_a_map_of_nobody_has_no_lines() -> None:
    assert geometry(document()).line_at(Point(0, 0), 5) is None


def test_the_largest_size_is_what_was_asked_for() -> None:
    assert {node.radius for node in geometry(MAP, 0.08).nodes.values()} == {0.08}
    assert geometry(MAP).nodes["karen"].radius < 0.08


def test_the_same_map_is_laid_out_once() -> None:
    assert geometry(MAP) is geometry(document(*MAP.people, lines=MAP.relations))
