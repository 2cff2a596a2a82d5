"""One person of a case: the telephone number large, then all that is known."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.cpr import masked, shown
from app.core.person_names import phone_numbers
from app.ui.pages.case.people_words import PersonRow, facts_of
from app.ui.widgets.button import Button, IconButton
from app.ui.widgets.facts import Facts
from app.ui.widgets.surfaces import Card
from app.ui.widgets.text import Text
from app.words import Words


class PersonDetail(Card):
    """Emits what is asked for with the row shown; `reveal_asked` before a CPR number is shown in full."""

    edit_asked = Signal(object)
    remove_asked = Signal(object)
    case_asked = Signal(str)
    reveal_asked = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._name = Text(look="heading", wrap=True)
        self._role = Text(look="quiet", wrap=True)
        self._words = words
        self._row: PersonRow | None = None
        self._phones = QVBoxLayout()
        self._numbers: list[Text] = []
        self._no_phone = Text(words.tr("No telephone number"), "quiet")
        self._facts = Facts()
        self._cpr = Text(look="quiet", select=True)
        self._eye = IconButton("eye", words.tr("Show the CPR number"))
        self._case = Button(words.tr("Open the case"), icon="folder")
        self._edit = Button(words.tr("Edit"), icon="pencil")
        self._remove = Button(words.tr("Take off the case"), "quiet")
        self._lay_out()
        self._eye.clicked.connect(self._on_eye)
        self._case.clicked.connect(self._on_case)
        self._edit.clicked.connect(self._on_edit)
        self._remove.clicked.connect(self._on_remove)

    def show_person(self, row: PersonRow | None, today: date) -> None:
        """Show this person; None for nobody."""
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        self._name.setText(row.person.name)
        self._role.setText(row.role)
        self.setAccessibleName(row.person.name)
        self._show_phones(phone_numbers(row.person.phone))
        self._facts.set_facts(facts_of(row, today, self._words))
        self._show_cpr(masked(row.person.cpr))
        self._eye.setVisible(bool(row.person.cpr))
        self._case.setVisible(bool(row.own_case))
        self._remove.setVisible(row.part is not None)

    def facts(self) -> dict[str, str]:
        """What is shown."""
        return dict(self._facts.facts())

    def phones(self) -> list[str]:
        """The telephone numbers shown."""
        return [label.text() for label in self._numbers]

    def cpr(self) -> str:
        """The CPR number as it is shown."""
        return self._cpr.text()

    def _show_phones(self, numbers: tuple[str, ...]) -> None:
        for label in self._numbers:
            self._phones.removeWidget(label)
            label.deleteLater()
        self._numbers = [Text(number, "title", wrap=True, select=True) for number in numbers]
        for label in self._numbers:
            label.setAccessibleName(self._words.tr("Telephone {number}", number=label.text()))
            self._phones.addWidget(label)
        self._no_phone.setVisible(not numbers)

    def _show_cpr(self, text: str) -> None:
        self._cpr.setText(self._words.tr("CPR {number}", number=text) if text else "")
        self._cpr.setVisible(bool(text))

    def _lay_out(self) -> None:
        number = QHBoxLayout()
        number.setSpacing(4)
        number.addWidget(self._cpr)
        number.addWidget(self._eye)
        number.addStretch(1)
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        for button in (self._edit, self._case, self._remove):
            row.addWidget(button)
        row.addStretch(1)
        self._phones.setSpacing(2)
        self.body.addWidget(self._name)
        self.body.addWidget(self._role)
        self.body.addLayout(self._phones)
        self.body.addWidget(self._no_phone)
        self.body.addWidget(self._facts)
        self.body.addLayout(number)
        self.body.addWidget(buttons)

    def _on_eye(self) -> None:
        if self._row is not None:
            self.reveal_asked.emit()
            self._show_cpr(shown(self._row.person.cpr))
            self._eye.hide()

    def _on_case(self) -> None:
        if self._row is not None:
            self.case_asked.emit(self._row.own_case)

    def _on_edit(self) -> None:
        self.edit_asked.emit(self._row)

    def _on_remove(self) -> None:
        self.remove_asked.emit(self._row)
