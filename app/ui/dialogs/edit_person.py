"""Enter or change a person of a case: who they are, and their part in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from app.core.checks.person import check_case_person, check_person
from app.core.cpr import parse_cpr
from app.core.errors import Problem, Severity
from app.core.records.person import CasePerson, Gender, Person
from app.labels import choice
from app.services.people import save_case_person, save_person
from app.services.store import Act
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.known_people import known_people
from app.ui.widgets.choice_fields import CheckField, ChoiceField, Option
from app.ui.widgets.cpr_field import CprField
from app.ui.widgets.date_field import DateField
from app.ui.widgets.field import Field
from app.ui.widgets.pick_field import PickField
from app.ui.widgets.text_fields import LineField, LongTextField

_PART = ("role_key", "has_custody", "lives_with_child", "since", "until")


class EditPerson(DraftDialog):
    """The form for a person; `person` None is somebody new to the case, `part` None one who has no part in it.

    Somebody who has no part in the case, as the child or a person of the map alone, is asked for none.
    """

    def __init__(
        self,
        context: Context,
        case_id: str,
        person: Person | None,
        part: CasePerson | None,
        parent: QWidget | None = None,
    ) -> None:
        words = context.words
        super().__init__(
            context,
            form="person",
            target=part.id if part else f"{case_id}:{person.id if person else ''}",
            title=person.name if person else words.tr("Add a person to the case"),
            window=words.tr("Person"),
            subtitle=words.tr("What you write here holds in every case and on every map with this person."),
            columns=2,
            parent=parent,
        )
        self._case_id = case_id
        self._is_new = person is None
        self._person = person or Person()
        self._part = part or (
            CasePerson(case_id=case_id, person_id=self._person.id, role_key="") if self._is_new else None
        )
        self._names: list[str] = []
        self._known = known_people(context, case_id)
        self._build_rows()
        self._show(self._person)
        if self._part is not None:
            self.form.set_values({name: getattr(self._part, name) for name in _PART})
        self.offer_draft()

    # Rows

    def _build_rows(self) -> None:
        words = self.context.words
        if self._is_new:
            self._pick = self.form.add(
                "known",
                words.tr("Already known?"),
                PickField(self._known.picks(), placeholder=words.tr("Type to find somebody known")),
                help_text=words.tr("From another case or from the map. Leave blank for somebody new."),
                whole=True,
            )
            self._pick.chosen.connect(self._on_picked)
        self._add("first_name", words.tr("First name"), LineField())
        self._add("last_name", words.tr("Last name"), LineField())
        if self._part is not None:
            self._build_part()
        self._build_reach()
        self._build_identity()

    def _build_part(self) -> None:
        words, today, form = self.context.words, self.context.today(), self.form
        role = ChoiceField(self._role_options(), empty=words.tr("Choose"))
        role.edited.connect(self._on_role)
        form.add("role_key", words.tr("Is to the child"), role, required=True)
        self._add("title", words.tr("Function and workplace"), LineField())
        form.add("has_custody", "", CheckField(words.tr("Has custody")))
        form.add("lives_with_child", "", CheckField(words.tr("Lives with the child")))
        form.add("since", words.tr("Part of the case since"), DateField(words, today))
        form.add("until", words.tr("Until"), DateField(words, today))

    def _build_reach(self) -> None:
        words, today = self.context.words, self.context.today()
        self.form.add_heading(words.tr("How to reach them"))
        help_text = words.tr("Several numbers are told apart by a comma.")
        self._add("phone", words.tr("Telephone"), LineField(), help_text=help_text)
        self._add("email", words.tr("E-mail"), LineField())
        self._add("address", words.tr("Address"), LongTextField(words, lines=2, limit=1000))
        protected = words.tr("Name and address are protected")
        help_text = words.tr("Prints then show the role alone.")
        self._add("protected", "", CheckField(protected), help_text=help_text)
        self._add("protected_until", words.tr("Protected until"), DateField(words, today))

    def _build_identity(self) -> None:
        words, today = self.context.words, self.context.today()
        self.form.add_heading(words.tr("Who they are"))
        self._add("birth_date", words.tr("Birth date"), DateField(words, today, past=True))
        self._add("cpr", words.tr("CPR number"), CprField(words, self._on_reveal))
        self._add("gender", words.tr("Gender"), ChoiceField([Option(one.value, choice(words, one)) for one in Gender]))
        if self._part is None and self._person.birth_date is None:
            self._add("term_date", words.tr("Expected birth"), DateField(words, today))
        self._add("is_professional", "", CheckField(words.tr("Professional")))
        self._add("deceased", "", CheckField(words.tr("Deceased")))
        self._add("remarks", words.tr("Remarks"), LongTextField(words, lines=2))

    def _add(self, name: str, label: str, field: Field[Any], *, help_text: str = "") -> None:
        self._names.append(name)
        self.form.add(name, label, field, help_text=help_text)

    def _role_options(self) -> list[Option]:
        """The roles under the groups of the map in which they usually stand."""
        context, language, today = self.context, self.context.words.language, self.context.today()
        sectors = context.catalogue.sectors(today)
        order = {sector.key: number for number, sector in enumerate(sectors)}
        groups = {sector.key: sector.names.of(language) for sector in sectors}
        roles = sorted(context.catalogue.roles(today), key=lambda role: (order[role.sector_key], role.order))
        return [Option(role.key, role.names.of(language), groups[role.sector_key]) for role in roles]

    def _show(self, person: Person) -> None:
        self.form.set_values({name: getattr(person, name) for name in self._names})

    # What is typed leads to

    def _on_picked(self, person_id: str) -> None:
        """Somebody known: the form shows what is known of them."""
        person = self._known.people.get(person_id)
        if person is None or self._part is None:
            return
        self._person = person
        self._part = replace(self._part, person_id=person.id)
        self._show(person)

    def _on_role(self) -> None:
        role = self.context.catalogue.role(str(self.form.field("role_key").value()), self.context.today())
        if self._is_new and not self._pick.picked():
            self.form.set_values({"is_professional": role.is_professional})

    def _on_reveal(self) -> None:
        self.context.log(Act.REVEAL, self._case_id)

    # Saving

    def check(self, later: bool) -> Sequence[Problem]:
        """The rules of a person and of a part in a case."""
        person, part = self._result()
        found = [*check_person(person, self.context.today()), *(check_case_person(part) if part else ())]
        names_new = self._is_new and not self._pick.picked() and person.name
        if names_new and self._known.called(person.name):
            found.append(Problem("first_name", "person-known", Severity.WARNING, {"name": person.name}))
        if part and self._is_new and part.person_id in self._known.parts:
            found.append(Problem("known", "person-in-case", Severity.WARNING, {"name": person.name}))
        return found

    def commit(self, later: bool) -> None:
        """Save the person, and the part where there is one."""
        person, part = self._result()
        if part is None:
            self.context.write(save_person, person, self.context.today())
        else:
            self.context.write(save_case_person, person, part, self.context.today())

    def _result(self) -> tuple[Person, CasePerson | None]:
        values = self.form.values()
        told: dict[str, Any] = {name: values[name] for name in self._names}
        told["gender"] = Gender(told["gender"] or Gender.UNKNOWN)
        number = parse_cpr(told["cpr"])
        if told["birth_date"] is None and number is not None:
            told["birth_date"] = number.birth_date
        person = replace(self._person, **told)
        if self._part is None:
            return person, None
        part: dict[str, Any] = {name: values[name] for name in _PART}
        return person, replace(self._part, person_id=person.id, **part)
