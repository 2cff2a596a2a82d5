"""Put somebody on the network map, or change what the map says of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from app.core import network_editing as editing
from app.core.catalogue import Role
from app.core.checks.network import check_map
from app.core.checks.person import check_person
from app.core.errors import Problem, Severity
from app.core.person_names import split_name
from app.core.records.network import MapPerson, NetworkMap, RelationQuality, Ring, Support
from app.core.records.person import Person
from app.labels import choice
from app.reports.wording import RING
from app.services.network_maps import save_map
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.known_people import known_people
from app.ui.widgets.choice_fields import CheckField, ChoiceField, Option, SegmentedField
from app.ui.widgets.pick_field import PickField
from app.ui.widgets.text_fields import LongTextField, SuggestField
from app.words import Words


class EditMapPerson(DraftDialog):
    """The form for one person of `drawn`. `place` is None for somebody new; then a name is typed or picked."""

    def __init__(
        self,
        context: Context,
        drawn: NetworkMap,
        child: Person,
        place: MapPerson | None = None,
        parent: QWidget | None = None,
    ) -> None:
        words = context.words
        self._known = known_people(context, drawn.case_id)
        person = self._known.people[place.person_id] if place else None
        super().__init__(
            context,
            form="map-person",
            target=place.id if place else drawn.case_id,
            title=person.name if person else words.tr("Put somebody on the map"),
            window=words.tr("Person"),
            columns=2,
            save_text=words.tr("Save") if place else words.tr("Put on the map"),
            parent=parent,
        )
        self._drawn, self._child, self._place = drawn, child, place
        self._person, self._new = person, Person()
        self._there = (child.id, *(one.person_id for one in drawn.people))
        self._roles = {role.names.of(words.language).casefold(): role for role in context.catalogue.roles(self._today)}
        self._build_rows()
        if place is not None and person is not None:
            self._show(place, person)
        else:
            self._show(MapPerson(person_id="", sector_key=""), Person())
        self.offer_draft()

    def begin_with(self, name: str, role: str, sector_key: str, ring: Ring) -> None:
        """Begin with what was typed elsewhere, and say at once what is to be asked about the name."""
        self.form.set_values({"name": name, "role": role, "sector_key": sector_key, "ring": str(int(ring))})
        self.form.show_problems(self._check_name(), self._sentence)

    @property
    def _today(self) -> date:
        return self.context.today()

    # Rows

    def _build_rows(self) -> None:
        words, form, language = self.context.words, self.form, self.context.words.language
        if self._place is None:
            self._name = form.add(
                "name",
                words.tr("Name"),
                PickField(self._known.picks(self._there), placeholder=words.tr("Type to find somebody known")),
                required=True,
                whole=True,
            )
            self._name.chosen.connect(self._on_picked)
        names = [role.names.of(language) for role in self.context.catalogue.roles(self._today)]
        self._role = form.add("role", words.tr("Role"), SuggestField(names))
        self._role.edited.connect(self._on_role)
        sectors = self.context.catalogue.sectors(self._today)
        self._sector = form.add(
            "sector_key",
            words.tr("Group"),
            ChoiceField([Option(s.key, s.names.of(language)) for s in sectors], empty=words.tr("Choose")),
            required=True,
        )
        self._ring = form.add(
            "ring",
            words.tr("Closeness, as the child sees it"),
            SegmentedField([Option(str(int(ring)), words.tr(RING[ring])) for ring in Ring]),
        )
        self._quality = form.add(
            "quality", words.tr("Line to {name}", name=self._child.first_name), ChoiceField(quality_options(words))
        )
        self._support = form.add(
            "support",
            words.tr("Support"),
            ChoiceField(support_options(words, words.tr("this person"), self._child.first_name)),
        )
        self._professional = form.add("is_professional", "", CheckField(words.tr("Professional")))
        self._deceased = form.add("deceased", "", CheckField(words.tr("Deceased")))
        help_text = words.tr("Leave blank where nothing is agreed.")
        self._help = form.add(
            "can_help", words.tr("Can help with"), LongTextField(words, lines=2, limit=2000), help_text=help_text
        )

    def _show(self, place: MapPerson, person: Person) -> None:
        line = editing.line_between(self._drawn, None, place.id) if self._place else None
        new = self._place is None
        support = editing.reversed_support(line.support) if line else Support.NONE
        self.form.set_values(
            {
                "role": place.role,
                "sector_key": place.sector_key,
                "ring": str(int(place.ring)),
                "is_professional": person.is_professional,
                "deceased": person.deceased,
                "quality": line.quality.value if line else RelationQuality.ORDINARY.value if new else "",
                "support": support.value,
                "can_help": place.can_help,
            }
        )

    # What is typed leads to

    def _on_picked(self, person_id: str) -> None:
        person = self._known.people.get(person_id)
        if person is None:
            return
        self._professional.set_value(person.is_professional)
        self._deceased.set_value(person.deceased)
        part = self._known.parts.get(person_id)
        if part is not None:
            role = self.context.catalogue.role(part.role_key, self._today)
            self._role.set_value(role.names.of(self.context.words.language))
            self._sector.set_value(role.sector_key)

    def _on_role(self) -> None:
        role = self._named_role()
        if role is not None:
            self._sector.set_value(role.sector_key)
            self._professional.set_value(role.is_professional)

    def _named_role(self) -> Role | None:
        return self._roles.get(self._role.value().casefold())

    # Saving

    def check(self, later: bool) -> Sequence[Problem]:
        """A name, a group, and the rules of a map and a person."""
        problems = list(self._check_name())
        if not self._sector.value():
            problems.append(Problem("sector_key", "choice-empty"))
        if problems and any(p.severity is Severity.ERROR for p in problems):
            return problems
        drawn, person = self._result()
        mapped = {"people": "can_help", "first_name": "name", "last_name": "name"}
        found = (*check_map(drawn), *check_person(person, self._today))
        return [*problems, *(replace(p, field=mapped.get(p.field, p.field)) for p in found)]

    def _check_name(self) -> Sequence[Problem]:
        if self._place is not None or self._name.picked():
            return ()
        if not self._name.value():
            return (Problem("name", "name-empty"),)
        if self._known.called(self._name.value(), (self._child.id,)):
            return (Problem("name", "person-known", Severity.WARNING, {"name": self._name.value()}),)
        return ()

    def commit(self, later: bool) -> None:
        """Save the map with the person."""
        drawn, person = self._result()
        self.context.write(save_map, drawn, self._today, (person,))

    def _result(self) -> tuple[NetworkMap, Person]:
        person = replace(self._who(), is_professional=self._professional.value(), deceased=self._deceased.value())
        old = self._place or MapPerson(person_id=person.id, sector_key="")
        ring, sector = Ring(int(self._ring.value())), self._sector.value()
        stays = (ring, sector) == (old.ring, old.sector_key)
        place = replace(
            old,
            role=self._role.value(),
            sector_key=sector,
            ring=ring,
            angle=old.angle if stays else None,
            can_help=self._help.value(),
        )
        quality = RelationQuality(self._quality.value()) if self._quality.value() else None
        support = editing.reversed_support(Support(self._support.value()))
        return editing.with_line(editing.with_person(self._drawn, place), None, place.id, quality, support), person

    def _who(self) -> Person:
        if self._person is not None:
            return self._person
        if picked := self._known.people.get(self._name.picked()):
            return picked
        first, last = split_name(self._name.value())
        return replace(self._new, first_name=first, last_name=last)


def quality_options(words: Words) -> list[Option]:
    """The five qualities of a line, and none."""
    return [Option("", words.tr("No line")), *(Option(one.value, choice(words, one)) for one in RelationQuality)]


def support_options(words: Words, one: str, other: str) -> list[Option]:
    """Which way support goes, seen from `one`."""
    return [
        Option(Support.NONE.value, choice(words, Support.NONE)),
        Option(Support.GIVEN.value, words.tr("{one} supports {other}", one=one, other=other)),
        Option(Support.RECEIVED.value, words.tr("{other} supports {one}", one=one, other=other)),
        Option(Support.BOTH.value, choice(words, Support.BOTH)),
    ]
