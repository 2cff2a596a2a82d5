"""What can be done with the working map of a case: each act is one step that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.core import network_editing as editing
from app.core.network_editing import reversed_support
from app.core.network_typed import name_and_role
from app.core.records.network import NetworkMap, RelationQuality, Ring, Support
from app.core.records.person import Person
from app.services.network_maps import save_map
from app.services.people import people_of_case
from app.ui.context import Context
from app.ui.dialogs.edit_map_person import EditMapPerson
from app.ui.dialogs.edit_person import EditPerson
from app.ui.dialogs.edit_relation import EditRelation, names_on_map
from app.ui.dialogs.known_people import KnownPeople, known_people
from app.ui.dialogs.network_adding import TypedPerson
from app.ui.dialogs.network_shown import ShownMap
from app.ui.widgets.network_wishes import LineWish, MapMove, NewPerson
from app.ui.widgets.pick_field import Pick


class MapActs:
    """Carries out what drawing, list and menus ask for; a kept version stays as it is.

    `shown` says which map is on the screen now, `parent` is the window that dialogs lie over. Where a child works on
    the map `with_child`, the map is from its view and of today, nobody of another case is offered, and no form opens.
    """

    def __init__(
        self,
        context: Context,
        shown: Callable[[], ShownMap | None],
        parent: QWidget,
        *,
        with_child: bool = False,
    ) -> None:
        self._context, self._shown, self._parent, self._with_child = context, shown, parent, with_child

    # Who stands where

    def move(self, moves: Iterable[MapMove]) -> None:
        """Let those who were dragged stand where they were let go."""
        drawn = before = self.working()
        for one in moves:
            drawn = editing.moved(drawn, one.person_id, sector_key=one.sector_key, ring=one.ring, angle=one.angle)
        self._save(drawn, before)

    def put(self, place_id: str, sector_key: str, ring: Ring) -> None:
        """Put somebody in another group or ring."""
        before = self.working()
        self._save(editing.put_in(before, place_id, sector_key, ring), before)

    def remove(self, place_id: str) -> None:
        """Take somebody off the map."""
        self.remove_all((place_id,))

    def remove_all(self, place_ids: Iterable[str]) -> None:
        """Take several off the map."""
        before = self.working()
        self._save(editing.without_people(before, place_ids), before)

    # Lines

    def carry_out(self, wish: LineWish) -> None:
        """Draw, change or take away a line."""
        before = self.working()
        if editing.person_of(before, wish.other) is None:
            return
        if wish.goes:
            drawn = editing.with_line(before, wish.one, wish.other, None)
        elif wish.support is not None:
            drawn = editing.with_support(before, wish.one, wish.other, wish.support)
        elif wish.quality is not None:
            drawn = editing.with_quality(before, wish.one, wish.other, wish.quality)
        elif editing.line_between(before, wish.one, wish.other) is None:
            drawn = editing.with_line(before, wish.one, wish.other, RelationQuality.ORDINARY)
        else:
            return
        self._save(drawn, before)

    def set_quality(self, place_id: str, quality: RelationQuality | None) -> None:
        """Draw somebody's line to the child in this quality, or take it away."""
        self.carry_out(LineWish(None, place_id, quality, goes=quality is None))

    def set_support(self, place_id: str, support: Support) -> None:
        """Say which way support goes between somebody and the child, seen from them."""
        self.carry_out(LineWish(None, place_id, support=reversed_support(support)))

    def draw_line(self, place_id: str) -> None:
        """Open the form for a line from somebody to another."""
        self.edit_line(place_id, "")

    def edit_line(self, one: str, other: str) -> None:
        """Open the form of the line between two."""
        shown = self._shown()
        if shown is not None and self.is_open():
            names = names_on_map(shown.people, shown.drawn)
            EditRelation(self._context, shown.drawn, names, one, other, self._parent).open()

    # Who it is

    def add(self, new: NewPerson | None = None) -> None:
        """Open the form for somebody new, with what was typed of them where something was."""
        dialog = EditMapPerson(self._context, self.working(), self._child(), None, self._parent)
        if new is not None:
            dialog.begin_with(*name_and_role(new.text), new.sector_key, new.ring)
        dialog.open()

    def add_typed(self, new: NewPerson, key: str) -> str:
        """Put somebody on the map who was typed there; gives the id of their place, "" where it must be asked who."""
        context, drawn, known = self._context, self.working(), self._known()
        there = frozenset((self._child().id, *(place.person_id for place in drawn.people)))
        typed = TypedPerson(known, there, context.catalogue, context.today(), context.words.language)
        if key in there:
            return next((place.id for place in drawn.people if place.person_id == key), "")
        if typed.is_doubtful(new, key) and not self._with_child:
            self.add(new)
            return ""
        drawn, person, place = typed.on_map(drawn, new, key)
        context.write(save_map, self._noted(drawn), context.today(), (person,))
        return place.id

    def picks(self) -> tuple[Pick, ...]:
        """Those of the case who are not on the map yet, then everybody else who is known."""
        known, there = self._known(), {self._child().id, *(place.person_id for place in self.working().people)}
        if self._with_child:
            there |= known.people.keys() - known.parts.keys()
        return known.picks(tuple(there))

    def edit(self, place_id: str) -> None:
        """Open the form of somebody on the map."""
        place = editing.person_of(self.working(), place_id)
        if self.is_open() and place is not None:
            EditMapPerson(self._context, self.working(), self._child(), place, self._parent).open()

    def edit_person(self, place_id: str) -> None:
        """Open the form of somebody's name and telephone."""
        shown, place = self._shown(), editing.person_of(self.working(), place_id)
        if place is None or shown is None:
            return
        case_id = shown.drawn.case_id
        parts = {found.part.person_id: found.part for found in self._context.read(people_of_case, case_id)}
        person = shown.people[place.person_id]
        EditPerson(self._context, case_id, person, parts.get(person.id), self._parent).open()

    # What they stand on

    def is_open(self) -> bool:
        """Whether the working map is shown, which can be changed."""
        shown = self._shown()
        return shown is not None and shown.version is None

    def working(self) -> NetworkMap:
        """The map that is shown."""
        shown = self._shown()
        return shown.drawn if shown else NetworkMap(case_id="")

    def _save(self, drawn: NetworkMap, before: NetworkMap) -> None:
        if self.is_open() and drawn != before:
            self._context.write(save_map, self._noted(drawn), self._context.today())

    def _noted(self, drawn: NetworkMap) -> NetworkMap:
        """With whose view it is and of which day, where the child works on it itself."""
        if not self._with_child:
            return drawn
        return replace(drawn, drawn_on=self._context.today(), viewpoint=self._child().first_name)

    def _known(self) -> KnownPeople:
        return known_people(self._context, self.working().case_id)

    def _child(self) -> Person:
        return self._context.status(self.working().case_id).file.child
