"""Changing a map keeps everybody else where they are, and never leaves a line that leads to nobody."""

from __future__ import annotations

from app.core import network_editing as editing
from app.core.checks.network import check_map
from app.core.records.network import MapPerson, NetworkMap, Relation, RelationQuality, Ring, Support

MOTHER = MapPerson(person_id="karen", sector_key="household")
FRIEND = MapPerson(person_id="bo", sector_key="friends")
MAP = NetworkMap(
    case_id="case",
    people=(MOTHER, FRIEND),
    relations=(
        Relation(to_id=MOTHER.id, quality=RelationQuality.STRONG, support=Support.RECEIVED),
        Relation(from_id=MOTHER.id, to_id=FRIEND.id, support=Support.GIVEN),
    ),
)


def test_a_person_taken_off_takes_every_line_along() -> None:
    left = editing.without_person(MAP, MOTHER.id)

    assert left.people == (FRIEND,)
    assert left.relations == ()


def test_a_person_stands_where_they_were_dragged_and_the_others_stay() -> None:
    drawn = editing.moved(MAP, FRIEND.id, sector_key="leisure", ring=Ring.CLOSE, angle=200.04)

    assert drawn.people[0] == MOTHER
    assert (drawn.people[1].sector_key, drawn.people[1].ring, drawn.people[1].angle) == ("leisure", Ring.CLOSE, 200.0)


def test_moving_somebody_who_is_gone_changes_nothing() -> None:
    assert editing.moved(MAP, "nobody", sector_key="kin", ring=Ring.CLOSE, angle=1) is MAP


def test_a_line_is_found_from_either_end_and_its_support_is_told_from_there() -> None:
    line = editing.line_between(MAP, FRIEND.id, MOTHER.id)

    assert line is MAP.relations[1]
    assert editing.support_seen_from(line, MOTHER.id) is Support.GIVEN
    assert editing.support_seen_from(line, FRIEND.id) is Support.RECEIVED


def test_a_line_drawn_anew_from_the_other_end_stays_one_line() -> None:
    drawn = editing.with_line(MAP, FRIEND.id, MOTHER.id, RelationQuality.BROKEN, Support.GIVEN)

    assert len(drawn.relations) == 2
    line = editing.line_between(drawn, MOTHER.id, FRIEND.id)
    assert line is not None
    assert line.id == MAP.relations[1].id
    assert editing.support_seen_from(line, MOTHER.id) is Support.RECEIVED
    assert check_map(drawn) == ()


def test_a_line_is_taken_away_and_drawn_between_two_who_had_none() -> None:
    without = editing.with_line(MAP, None, MOTHER.id, None)
    assert editing.line_between(without, None, MOTHER.id) is None

    again = editing.with_line(without, None, MOTHER.id, RelationQuality.WEAK)
    line = editing.line_between(again, None, MOTHER.id)
    assert line is not None
    assert (line.from_id, line.quality) == (None, RelationQuality.WEAK)


def test_somebody_new_stands_on_the_map_beside_the_others() -> None:
    new = MapPerson(person_id="ida", sector_key="leisure")
    assert editing.with_person(MAP, new).people == (MOTHER, FRIEND, new)


def test_several_are_taken_off_at_once() -> None:
    assert editing.without_people(MAP, [MOTHER.id, FRIEND.id]).people == ()


def test_put_in_another_ring_the_layout_finds_the_place_and_put_where_one_is_nothing_changes() -> None:
    placed = editing.moved(MAP, FRIEND.id, sector_key="friends", ring=Ring.CLOSE, angle=260)

    closer = editing.put_in(placed, FRIEND.id, "friends", Ring.DISTANT)

    assert (closer.people[1].ring, closer.people[1].angle) == (Ring.DISTANT, None)
    assert editing.put_in(placed, FRIEND.id, "friends", Ring.CLOSE) is placed
    assert editing.put_in(MAP, "nobody", "kin", Ring.CLOSE) is MAP


def test_another_quality_leaves_the_support_as_it_is_from_whichever_end_it_is_said() -> None:
    drawn = editing.with_quality(MAP, FRIEND.id, MOTHER.id, RelationQuality.STRAINED)

    line = editing.line_between(drawn, MOTHER.id, FRIEND.id)
    assert line is not None
    assert line.quality is RelationQuality.STRAINED
    assert editing.support_seen_from(line, MOTHER.id) is Support.GIVEN
    fresh = editing.with_quality(MAP, None, FRIEND.id, RelationQuality.WEAK).relations[-1]
    assert (fresh.quality, fresh.support) == (RelationQuality.WEAK, Support.NONE)


def test_support_between_two_without_a_line_draws_an_ordinary_one() -> None:
    line = editing.with_support(MAP, None, FRIEND.id, Support.BOTH).relations[-1]
    assert (line.quality, line.support) == (RelationQuality.ORDINARY, Support.BOTH)
    changed = editing.with_support(MAP, None, MOTHER.id, Support.NONE).relations[0]
    assert (changed.quality, changed.support) == (RelationQuality.STRONG, Support.NONE)


def test_one_key_goes_through_every_way_support_can_go() -> None:
    ways = [Support.NONE]
    while (way := editing.next_support(ways[-1])) is not Support.NONE:
        ways.append(way)
    assert ways == list(Support)
