"""Write what must be known at once of a child, and note when it was last confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from app.core.checks.acute import check_acute_facts
from app.core.errors import Problem
from app.core.records.acute import AcuteFacts
from app.services.acute import acute_facts, save_acute_facts
from app.services.cases import case_and_child
from app.services.people import people_of_case
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.people_at_hand import names_at_hand
from app.ui.widgets.date_field import DateField
from app.ui.widgets.surfaces import Banner
from app.ui.widgets.text_fields import LineField, LongTextField, SuggestField


class EditAcute(DraftDialog):
    """The form of the acute facts. What stands elsewhere in the case is not asked for again."""

    def __init__(self, context: Context, case_id: str, parent: QWidget | None = None) -> None:
        words = context.words
        super().__init__(
            context,
            form="acute",
            target=case_id,
            title=words.tr("Acute-contact sheet"),
            subtitle=context.read(case_and_child, case_id).child.name,
            columns=2,
            parent=parent,
        )
        self._start = context.read(acute_facts, case_id)
        self._build_rows()
        self.form.set_values({name: getattr(self._start, name) for name in self.form.values()})
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """The rules of the acute facts."""
        return check_acute_facts(self.record(), self.context.today())

    def commit(self, later: bool) -> None:
        """Save them."""
        self.context.write(save_acute_facts, self.record(), self.context.today())

    def record(self) -> AcuteFacts:
        """The facts as the form says them."""
        values: dict[str, Any] = self.form.values()
        return replace(self._start, **values)

    def _build_rows(self) -> None:
        words, form = self.context.words, self.form
        self._tell_who_cannot_be_called()
        form.add("health", words.tr("Health, allergy, medicine"), LongTextField(words, lines=3))
        form.add("risks", words.tr("Risks"), LongTextField(words, lines=2))
        form.add("calms", words.tr("What calms the child"), LongTextField(words, lines=2))
        form.add("may_fetch", words.tr("May fetch the child"), LongTextField(words, lines=2))
        help_text = words.tr("Who must not learn where the child is, or must not be contacted.")
        form.add("not_told", words.tr("Must not be told or called"), LongTextField(words, lines=2), help_text=help_text)
        form.add("place_phone", words.tr("Telephone where the child lives"), LineField())
        form.add("school_phone", words.tr("Telephone of school or day care"), LineField())
        form.add("confirmed_on", words.tr("Confirmed on"), DateField(words, self.context.today()))
        names = names_at_hand(self.context, self._start.case_id)
        form.add("confirmed_with", words.tr("Confirmed with"), SuggestField(names))

    def _tell_who_cannot_be_called(self) -> None:
        """Custody holders without a telephone number, said calmly: the sheet is of use without it too."""
        words, today = self.context.words, self.context.today()
        lacking = [
            one.person.name
            for one in self.context.read(people_of_case, self._start.case_id)
            if one.part.has_custody
            and not one.person.phone.strip()
            and not one.person.deceased
            and not one.part.has_ended(today)
        ]
        if lacking:
            told = words.tr(
                "No telephone number is noted for {names}. It is written under People.", names=", ".join(lacking)
            )
            self.form.add_widget(Banner(told, "info"))
