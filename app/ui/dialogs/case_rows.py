"""The rows by which a form describes a child and its case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app import labels
from app.core.cpr import Cpr, check_cpr, parse_cpr
from app.core.errors import Problem, Severity
from app.core.records.case import Case
from app.core.records.person import Gender, Person
from app.services.caseload import caseworker
from app.ui.context import Context
from app.ui.widgets.choice_fields import CheckField, ChoiceField, Option, SegmentedField
from app.ui.widgets.cpr_field import CprField
from app.ui.widgets.date_field import DateField
from app.ui.widgets.form import Form
from app.ui.widgets.text_fields import LineField, SuggestField

BORN, UNBORN = "born", "unborn"


class CaseRows:
    """Adds its rows to `form` and reads child and case from them. A CPR number typed first fills in what it tells."""

    def __init__(self, context: Context, form: Form, on_reveal: Callable[[], None]) -> None:
        self._context, self._form = context, form
        words, today = context.words, context.today()
        self.cpr = CprField(words, on_reveal)
        self.birth = DateField(words, today, past=True)
        self.term = DateField(words, today)
        self._gender = ChoiceField([Option(g, labels.choice(words, g)) for g in Gender])
        self._born = SegmentedField([Option(BORN, words.tr("Born")), Option(UNBORN, words.tr("Not born yet"))])
        self._protected = CheckField(words.tr("Name and address are protected"))
        self._opened = DateField(words, today)
        # What the number told before it was corrected, so that it does not stay behind.
        self._told: Cpr | None = None
        self._add_child()
        self._add_case()
        self._connect()

    def show(self, child: Person, case: Case) -> None:
        """Show what is known of them."""
        unborn = child.birth_date is None and child.term_date is not None
        known: dict[str, Any] = {name: getattr(child, name) for name in _CHILD} | {
            name: getattr(case, name) for name in _CASE
        }
        self._form.set_values(known | {"born": UNBORN if unborn else BORN})
        self._show_rows()

    def child(self, there: Person) -> Person:
        """The child with what stands in the form; of a born child no term date is kept."""
        values = self._form.values()
        born = self._born.value() != UNBORN
        read: dict[str, Any] = {name: values[name] for name in _CHILD} | {"gender": Gender(self._gender.value())}
        read |= {"term_date": None} if born else {"birth_date": None, "cpr": ""}
        if not self._protected.value():
            read["protected_until"] = None
        return replace(there, **read)

    def case(self, there: Case) -> Case:
        """The case with what stands in the form; without a readable day it keeps the one it had."""
        values = self._form.values()
        read: dict[str, Any] = {name: values[name] for name in _CASE}
        return replace(there, **read | {"opened": self._opened.value() or there.opened})

    def missing(self) -> tuple[Problem, ...]:
        """What no record can be made without."""
        typed = self._opened.value() is not None or self._opened.unread() is not None
        return () if typed else (Problem("opened", "day-empty"),)

    def _add_child(self) -> None:
        words, add = self._context.words, self._form.add
        self._form.add_heading(words.tr("The child"))
        add("first_name", words.tr("First names"), LineField())
        add("last_name", words.tr("Last name"), LineField())
        add("born", words.tr("Born or expected"), self._born)
        add("gender", words.tr("Gender"), self._gender)
        add(
            "cpr", words.tr("CPR number"), self.cpr, help_text=words.tr("May be missing. A replacement number will do.")
        )
        add("birth_date", words.tr("Birth date"), self.birth)
        add("term_date", words.tr("Term date"), self.term, whole=True)
        add("protected", words.tr("Address protection"), self._protected)
        add("protected_until", words.tr("Protected until"), DateField(words, self._context.today()))

    def _add_case(self) -> None:
        words, context, add = self._context.words, self._context, self._form.add
        kinds = context.catalogue.clarifications(context.today())
        options = [Option(kind.key, kind.names.of(words.language)) for kind in kinds]
        self._form.add_heading(words.tr("The case"))
        add("opened", words.tr("Opened"), self._opened, required=True)
        add("municipal_number", words.tr("Number in the municipality's case system"), LineField())
        add("district", words.tr("District"), SuggestField(context.read(caseworker).districts))
        add("clarification", words.tr("Under clarification"), ChoiceField(options, empty=words.tr("Nothing noted")))

    def _connect(self) -> None:
        self._born.edited.connect(self._show_rows)
        self._protected.edited.connect(self._show_rows)
        self._form.restored.connect(self._show_rows)
        self.cpr.edited.connect(self._on_cpr_typed)

    def _show_rows(self) -> None:
        unborn = self._born.value() == UNBORN
        for name, shown in (("cpr", not unborn), ("birth_date", not unborn), ("term_date", unborn)):
            self._form.row(name).setVisible(shown)
        self._form.row("protected_until").setVisible(self._protected.value())

    def _on_cpr_typed(self) -> None:
        """Say at once what is special about the number, and take over what it tells where nothing stands yet."""
        row, found = self._form.row("cpr"), parse_cpr(self.cpr.value())
        row.clear()
        if found is None:
            return
        told, self._told = self._told, found
        if self.birth.value() in (None, told and told.birth_date) and found.birth_date <= self._context.today():
            self.birth.set_value(found.birth_date)
            self._form.row("birth_date").clear()
        if self._gender.value() in (Gender.UNKNOWN, told and told.gender):
            self._gender.set_value(Gender.UNKNOWN if found.is_replacement else found.gender)
        noted = check_cpr(Person(cpr=found.digits))
        if hints := [problem for problem in noted if problem.severity is Severity.HINT]:
            row.show_problem(Severity.HINT, labels.problem(self._context.words, hints[0]))


_CHILD = ("first_name", "last_name", "birth_date", "term_date", "cpr", "gender", "protected", "protected_until")
_CASE = ("municipal_number", "district", "opened", "clarification")
