"""What became different between two maps, and the way the drawing goes from one to the other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.network_comparison import MapChangeKind, compare
from app.core.network_geometry import geometry
from app.core.network_passage import MapPassage, standing_clear
from app.core.network_room import Box
from app.core.records.documents import DocumentMapPerson, DocumentRelation, NetworkDocument
from app.core.records.network import RelationQuality, Ring, Support
from tests.core.network_documents import SECTORS, document, person

Kind = MapChangeKind
KAREN, BO, LIS = person("karen"), person("bo", "friends"), person("lis", "school", Ring.DISTANT)


def tie(to: str, quality: RelationQuality = RelationQuality.ORDINARY, **values: object) -> DocumentRelation:
    known: dict[str, object] = {"from_id": None, "support": Support.NONE}
    return DocumentRelation(to_id=to, quality=quality, **{**known, **values})  # type: ignore[arg-type]  # fields of the record


def told(then: NetworkDocument, now: NetworkDocument) -> list[tuple[Kind, str]]:
    return [(change.kind, change.person.name) for change in compare(then, now)]


@st.composite
def maps(draw: st.DrawFn) -> NetworkDocument:
    names = draw(st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8))
    people = [person(n, draw(st.sampled_from(SECTORS)), draw(st.sampled_from(Ring))) for n in names]
    ends = st.sampled_from(names) if names else st.nothing()
    pairs = draw(st.lists(st.tuples(st.none() | ends, ends), max_size=8)) if names else []
    seen = {frozenset((one or "", other)): (one, other) for one, other in pairs if one != other}
    lines = tuple(
        tie(other, draw(st.sampled_from(RelationQuality)), from_id=one, support=draw(st.sampled_from(Support)))
        for one, other in seen.values()
    )
    return document(*people, lines=lines)


@given(maps())
def test_nothing_is_different_from_itself(drawn: NetworkDocument) -> None:
    assert compare(drawn, drawn) == ()


@given(maps(), maps())
def test_there_and_back_the_same_people_come_and_go(then: NetworkDocument, now: NetworkDocument) -> None:
    there, back = told(then, now), told(now, then)
    for one, other in ((Kind.CAME, Kind.WENT), (Kind.CLOSER, Kind.FURTHER), (Kind.LINE_NEW, Kind.LINE_GONE)):
        assert {name for kind, name in there if kind is one} == {name for kind, name in back if kind is other}


def test_who_came_and_who_went_is_told_first() -> None:
    assert told(document(KAREN, BO), document(KAREN, LIS)) == [(Kind.CAME, "Lis"), (Kind.WENT, "Bo")]


@pytest.mark.parametrize(
    ("values", "kinds"),
    [
        ({"ring": Ring.CLOSE}, [Kind.CLOSER]),
        ({"ring": Ring.DISTANT}, [Kind.FURTHER]),
        ({"sector_key": "friends"}, [Kind.GROUP]),
        ({"role": "Aunt"}, [Kind.ROLE]),
        ({"deceased": True}, [Kind.DIED]),
        ({"can_help": "weekends"}, [Kind.HELP_NEW]),
        ({"angle": 80.0}, []),
        ({"ring": Ring.CLOSE, "sector_key": "friends"}, [Kind.CLOSER, Kind.GROUP]),
    ],
)
def test_what_became_different_about_somebody(values: dict[str, object], kinds: list[Kind]) -> None:
    now = document(replace(KAREN, **values))  # type: ignore[arg-type]  # fields of the record
    assert [kind for kind, _ in told(document(KAREN), now)] == kinds


def test_who_can_help_no_more_is_told() -> None:
    assert told(document(replace(KAREN, can_help="x")), document(KAREN)) == [(Kind.HELP_GONE, "Karen")]


@pytest.mark.parametrize(
    ("then", "now", "kinds"),
    [
        ((), (tie("karen"),), [Kind.LINE_NEW]),
        ((tie("karen"),), (), [Kind.LINE_GONE]),
        ((tie("karen"),), (tie("karen", RelationQuality.STRONG),), [Kind.LINE_OTHER]),
        ((tie("karen"),), (tie("karen", support=Support.GIVEN),), [Kind.SUPPORT]),
        ((tie("karen", from_id="bo"),), (tie("bo", from_id="karen"),), []),
        (
            (tie("karen", from_id="bo", support=Support.GIVEN),),
            (tie("bo", from_id="karen", support=Support.RECEIVED),),
            [],
        ),
        (
            (tie("karen", from_id="bo", support=Support.GIVEN),),
            (tie("bo", from_id="karen", support=Support.GIVEN),),
            [Kind.SUPPORT],
        ),
    ],
)
def test_what_became_different_about_a_line(
    then: tuple[DocumentRelation, ...], now: tuple[DocumentRelation, ...], kinds: list[Kind]
) -> None:
    found = compare(document(KAREN, BO, lines=then), document(KAREN, BO, lines=now))
    assert [change.kind for change in found] == kinds


def test_a_line_between_two_others_names_them_both_and_one_of_the_child_only_its_person() -> None:
    between, own = compare(document(KAREN, BO), document(KAREN, BO, lines=(tie("bo", from_id="karen"), tie("bo"))))
    assert {between.person.name, between.other.name if between.other else ""} == {"Karen", "Bo"}
    assert (own.person.name, own.other) == ("Bo", None)


def test_the_lines_of_who_came_or_went_are_not_told_again() -> None:
    then, now = document(KAREN, BO, lines=(tie("bo"),)), document(KAREN, LIS, lines=(tie("lis"),))
    assert [kind for kind, _ in told(then, now)] == [Kind.CAME, Kind.WENT]


def test_who_was_taken_off_and_put_on_again_is_the_same() -> None:
    again = replace(KAREN, id="new", ring=Ring.CLOSE)
    then = document(KAREN, BO, lines=(tie("karen", from_id="bo"), tie("karen")))
    now = document(again, BO, lines=(tie("new", from_id="bo"), tie("new")))
    assert told(then, now) == [(Kind.CLOSER, "Karen")]


def test_two_protected_people_without_a_name_are_not_taken_for_the_same() -> None:
    one, other = replace(KAREN, name="", id="a"), replace(KAREN, name="", id="b")
    assert [kind for kind, _ in told(document(one), document(other))] == [Kind.CAME, Kind.WENT]


@given(maps(), maps(), st.floats(0, 1))
def test_on_the_way_everybody_stands_somewhere_and_no_line_leads_to_nobody(
    then: NetworkDocument, now: NetworkDocument, at: float
) -> None:
    passage = MapPassage(then, now)
    people = passage.people(at)
    ids = {moving.person.id for moving in people}
    assert all(0 < moving.shown <= 1 for moving in people)
    for line in passage.lines(at, people):
        assert {line.relation.from_id, line.relation.to_id} - {None} <= ids
        assert 0 < line.shown <= 1


@given(maps(), maps())
def test_the_way_begins_at_the_one_map_and_ends_at_the_other(then: NetworkDocument, now: NetworkDocument) -> None:
    passage = MapPassage(then, now)
    for at, drawn in ((0.0, then), (1.0, now)):
        people = passage.people(at)
        stands = {one.person.name: (round(one.node.x, 6), round(one.node.y, 6)) for one in people}
        laid = geometry(drawn)
        assert stands == {p.name: (round(laid.nodes[p.id].x, 6), round(laid.nodes[p.id].y, 6)) for p in drawn.people}
        assert len(passage.lines(at, people)) == len(drawn.relations)


def test_half_way_one_is_between_the_rings_and_a_line_fades_from_kind_to_kind() -> None:
    def drawn(mother: DocumentMapPerson, quality: RelationQuality) -> NetworkDocument:
        return document(mother, lines=(tie("karen", quality),))

    near, far = replace(KAREN, ring=Ring.CLOSE, angle=90.0), replace(KAREN, ring=Ring.DISTANT, angle=90.0)
    passage = MapPassage(drawn(near, RelationQuality.STRONG), drawn(far, RelationQuality.BROKEN))
    (middle,) = passage.people(0.5)
    assert geometry(document(near)).nodes["karen"].x < middle.node.x < geometry(document(far)).nodes["karen"].x
    kinds = [[line.relation.quality for line in passage.lines(at, passage.people(at))] for at in (0.2, 0.8)]
    assert kinds == [[RelationQuality.STRONG], [RelationQuality.BROKEN]]


def test_a_trail_leads_from_where_somebody_stood_who_is_in_another_ring_now() -> None:
    moved = MapPassage(document(KAREN, BO), document(replace(KAREN, ring=Ring.CLOSE), BO))
    ((start, end),) = moved.trails
    assert (start.x**2 + start.y**2) > (end.x**2 + end.y**2)
    assert MapPassage(document(KAREN), document(BO)).trails == ()


def test_on_the_way_a_name_is_left_out_that_would_lie_over_another_or_over_somebody() -> None:
    names = {
        "first": Box(0, 0, 4, 1),
        "over it": Box(3, 0.5, 4, 1),
        "beside": Box(4, 0, 2, 1),
        "on a shape": Box(0, 8, 4, 1),
    }
    shapes = {"first": Box(1, 0, 1, 1), "somebody": Box(3, 8.5, 2, 2)}
    assert standing_clear(names, shapes) == ("first", "beside")
    assert standing_clear(dict(reversed(names.items())), shapes) == ("beside", "first")
