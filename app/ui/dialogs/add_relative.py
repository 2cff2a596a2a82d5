"""Put somebody into a family: a parent, partner, child or sibling of one who is in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import cast

from PySide6.QtWidgets import QWidget

from app.core.checks.family import check_tie
from app.core.checks.person import check_case_person, check_person
from app.core.errors import Problem, Severity
from app.core.family_adding import likely_kin, likely_parent_kind, other_parents, role_of, ties_of_new
from app.core.records.family import Couple, CoupleKind, Family, ParentKind, Relative, Tie
from app.core.records.person import CasePerson, Gender, Person
from app.labels import choice
from app.services.families import save_ties, ties_near
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.family_choices import couple_options, name_of, parent_options, role_options
from app.ui.dialogs.known_people import known_people
from app.ui.widgets.check_list_field import CheckListField
from app.ui.widgets.choice_fields import CheckField, ChoiceField, Option
from app.ui.widgets.date_field import DateField
from app.ui.widgets.pick_field import PickField
from app.ui.widgets.text_fields import LineField

_WHO = ("first_name", "last_name", "gender", "birth_date", "deceased")


class AddRelative(DraftDialog):
    """The form for somebody new to a family; somebody known from a case or a map is only tied to it."""

    def __init__(
        self,
        context: Context,
        case_id: str,
        family: Family,
        base_id: str,
        relative: Relative,
        parent: QWidget | None = None,
    ) -> None:
        words, name = context.words, name_of(family, base_id)
        titles = {
            Relative.PARENT: words.tr("Parent of {name}", name=name),
            Relative.PARTNER: words.tr("Partner of {name}", name=name),
            Relative.CHILD: words.tr("Child of {name}", name=name),
            Relative.SIBLING: words.tr("Sibling of {name}", name=name),
        }
        super().__init__(
            context,
            form=f"relative-{relative.value}",
            target=f"{case_id}:{base_id}",
            title=titles[relative],
            window=words.tr("Family"),
            subtitle=words.tr("The same person is shown in every case they are a part of, and is typed once."),
            columns=2,
            parent=parent,
        )
        self._case_id, self._family, self._base, self._relative = case_id, family, base_id, relative
        self._known = known_people(context, case_id)
        self._person = Person()
        self._role_touched = False
        self._told_by_role: Gender | None = None
        self._build_who()
        self._build_tie()
        self._propose_role()
        self.offer_draft()

    # Rows

    def _build_who(self) -> None:
        words, today, form = self.context.words, self.context.today(), self.form
        self._pick = form.add(
            "known",
            words.tr("Already known?"),
            PickField(self._known.picks(without=(self._base,)), placeholder=words.tr("Type to find somebody known")),
            help_text=words.tr("From this case, another one or the map. Leave blank for somebody new."),
            whole=True,
        )
        form.add("first_name", words.tr("First name"), LineField())
        form.add("last_name", words.tr("Last name"), LineField())
        gender = form.add(
            "gender", words.tr("Gender"), ChoiceField([Option(one.value, choice(words, one)) for one in Gender])
        )
        form.add("birth_date", words.tr("Birth date"), DateField(words, today, past=True))
        if self._relative in {Relative.CHILD, Relative.SIBLING}:
            form.add("term_date", words.tr("Expected birth"), DateField(words, today))
        role = form.add(
            "role_key",
            words.tr("Is to the child"),
            ChoiceField(role_options(self.context), empty=words.tr("Choose")),
            required=True,
        )
        form.add("deceased", "", CheckField(words.tr("Deceased")))
        gender.set_value(Gender.UNKNOWN)
        self._pick.chosen.connect(self._on_picked)
        gender.edited.connect(self._on_gender)
        role.edited.connect(self._on_role)

    def _build_tie(self) -> None:
        words, today, form = self.context.words, self.context.today(), self.form
        form.add_heading(words.tr("How they belong together"))
        if self._relative is Relative.PARTNER:
            form.add("kind", words.tr("Couple"), ChoiceField(couple_options(words))).set_value(CoupleKind.COHABITING)
            form.add("since", words.tr("Since"), DateField(words, today, past=True))
            form.add("until", words.tr("Until"), DateField(words, today, past=True))
            return
        if self._relative is Relative.SIBLING:
            shared = CheckListField()
            shared.set_options([self._option(one) for one in self._family.parents_of(self._base)])
            form.add("shared", words.tr("Parents they have together"), shared, whole=True)
            return
        kind = form.add("parent_kind", words.tr("Parent"), ChoiceField(parent_options(words)))
        kind.edited.connect(self._propose_role)
        if self._relative is Relative.PARENT:
            kind.set_value(likely_parent_kind(self._family, self._base))
            return
        kind.set_value(ParentKind.BIRTH)
        others = other_parents(self._family, self._base)
        other = ChoiceField([self._option(one) for one in others], empty=words.tr("Not noted"))
        form.add("other_parent", words.tr("The other parent"), other).set_value(others[0] if len(others) == 1 else "")

    def _option(self, person_id: str) -> Option:
        return Option(person_id, name_of(self._family, person_id))

    # What is typed leads to

    def _on_picked(self, person_id: str) -> None:
        """Somebody known: the form shows what is known of them."""
        person = self._known.people.get(person_id)
        if person is None:
            self._person = Person()
            return
        self._person, self._told_by_role = person, None
        self.form.set_values({name: getattr(person, name) for name in (*_WHO, "term_date")})
        part = self._known.parts.get(person_id)
        if part is not None:
            self._role_touched = True
            self.form.set_values({"role_key": part.role_key})
        self._propose_role()

    def _on_role(self) -> None:
        """A role tells the gender where nobody noted it, and another role another one until somebody does."""
        self._role_touched = True
        role = self.context.catalogue.role(str(self.form.field("role_key").value()), self.context.today())
        if self.form.field("gender").value() in {Gender.UNKNOWN, self._told_by_role}:
            self._told_by_role = role.gender
            self.form.set_values({"gender": role.gender.value})

    def _on_gender(self) -> None:
        """Who says the gender says it for good."""
        self._told_by_role = None
        self._propose_role()

    def _propose_role(self) -> None:
        """The role that follows from whose relative it is, until somebody chooses another."""
        if self._role_touched:
            return
        today, catalogue = self.context.today(), self.context.catalogue
        part = self._family.parts.get(self._base)
        base = catalogue.role(part.role_key, today).kin if part else None
        gender = Gender(str(self.form.field("gender").value() or Gender.UNKNOWN))
        is_child = self._base == self._family.child_id
        kin = likely_kin(self._relative, base, gender, is_child=is_child, kind=self._parent_kind())
        self.form.set_values({"role_key": role_of(kin, gender, catalogue.roles(today))})

    def _parent_kind(self) -> ParentKind:
        if self._relative in {Relative.PARENT, Relative.CHILD}:
            return ParentKind(str(self.form.field("parent_kind").value() or ParentKind.BIRTH))
        return ParentKind.BIRTH

    # Saving

    def check(self, later: bool) -> Sequence[Problem]:
        """The rules of a person, of a part in a case and of the ties, and a word where somebody is known already."""
        person, part, ties = self._result()
        found = [*check_person(person, self.context.today()), *(check_case_person(part) if part else ())]
        if self._relative is Relative.SIBLING and not ties:
            found.append(Problem("shared", "choice-empty"))
        people = {**self._known.people, person.id: person}
        there = self.context.read(ties_near, {end for tie in ties for end in tie.ends()})
        for tie in ties:
            found += [replace(p, field=_FIELDS.get(p.field, p.field)) for p in check_tie(tie, there, people)]
        if not self._pick.picked() and person.name and self._known.called(person.name):
            found.append(Problem("first_name", "person-known", Severity.WARNING, {"name": person.name}))
        return found

    def commit(self, later: bool) -> None:
        """Save the person, a part in the case where there is none yet, and the ties."""
        person, part, ties = self._result()
        self.context.write(save_ties, ties, self.context.today(), person, part)

    def _result(self) -> tuple[Person, CasePerson | None, tuple[Tie, ...]]:
        values = self.form.values()
        told = {name: values[name] for name in _WHO}
        told["gender"] = Gender(str(told["gender"] or Gender.UNKNOWN))
        person = replace(self._person, **told)  # type: ignore[arg-type]  # fields of a person by name
        if "term_date" in values:
            person = replace(person, term_date=cast("date | None", values["term_date"]))
        role_key = cast(str, values["role_key"])
        if not self._pick.picked() and role_key:
            role = self.context.catalogue.role(role_key, self.context.today())
            person = replace(person, is_professional=role.is_professional)
        part = self._known.parts.get(person.id)
        if person.id == self._family.child_id:
            part = None
        elif part is None:
            part = CasePerson(case_id=self._case_id, person_id=person.id, role_key=role_key)
        else:
            part = replace(part, role_key=role_key)
        return person, part, self._ties(person.id, values)

    def _ties(self, new_id: str, values: dict[str, object]) -> tuple[Tie, ...]:
        ties = ties_of_new(
            self._family,
            self._relative,
            self._base,
            new_id,
            kind=self._parent_kind(),
            couple=CoupleKind(str(values.get("kind") or CoupleKind.COHABITING)),
            shared=self._shared(values),
        )
        since, until = (cast("date | None", values.get(name)) for name in ("since", "until"))
        return tuple(replace(tie, since=since, until=until) if isinstance(tie, Couple) else tie for tie in ties)

    def _shared(self, values: dict[str, object]) -> tuple[str, ...]:
        if self._relative is Relative.SIBLING:
            return cast("tuple[str, ...]", values["shared"])
        other = str(values.get("other_parent") or "")
        return (other,) if other else ()


_FIELDS = {"other_id": "known"}
"""Who somebody is stands in the first row, whatever the tie calls it."""
