"""Who took part: free text, with the people of the case one click away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtWidgets import QWidget

from app.ui.widgets.button import Button
from app.ui.widgets.flow import Flow
from app.ui.widgets.text_fields import LongTextField
from app.words import Words


class PeopleField(LongTextField):
    """A text in which names stand with commas between; a button a person puts the name in and takes it out."""

    def __init__(self, words: Words, people: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(words, lines=1, parent=parent)
        self._buttons: list[Button] = []
        self._names_shown: QWidget | None = None
        self.offer(people)
        self.edit.textChanged.connect(self._show_who)

    def offer(self, people: Sequence[str]) -> None:
        """Offer these people from now on."""
        if [_person(button) for button in self._buttons] == list(people):
            return
        if self._names_shown is not None:
            self._names_shown.hide()
            self._names_shown.deleteLater()
            self._names_shown, self._buttons = None, []
        if people:
            self._names_shown = QWidget()
            flow = Flow(self._names_shown, gap=6)
            for person in people:
                button = Button(person.replace("&", "&&"), "pick")
                button.setCheckable(True)
                button.setAccessibleName(self._words.tr("Took part: {name}", name=person))
                button.clicked.connect(self._on_clicked)
                flow.addWidget(button)
                self._buttons.append(button)
            self._layout.addWidget(self._names_shown)
            self._show_who()

    def _names(self) -> list[str]:
        return [name.strip() for name in self.edit.toPlainText().split(",") if name.strip()]

    def _show_who(self) -> None:
        there = self._names()
        for button in self._buttons:
            button.setChecked(_person(button) in there)

    def _on_clicked(self) -> None:
        button = cast(Button, self.sender())
        person, there = _person(button), self._names()
        if person in there:
            there.remove(person)
        else:
            there.append(person)
        self.set_value(", ".join(there))
        self.edited.emit()


def _person(button: Button) -> str:
    """Whom a button stands for: on it "&" is doubled, so that it is not taken for a shortcut."""
    return button.text().replace("&&", "&")
