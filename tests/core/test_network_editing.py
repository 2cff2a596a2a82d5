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
