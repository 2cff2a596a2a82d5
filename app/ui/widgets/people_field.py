"""Who took part: free text, with the people of the case one click away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtWidgets import QWidget

from app.ui.widgets.button import Button
from app.ui.widgets.flow import Flow
from app.ui.widgets.text_fields import LongTextField
from app.words import Words

_FIRST = 8  # people who are offered at once: a large network would push the form out of sight


class PeopleField(LongTextField):
    """A text in which names stand with commas between; a button a person puts the name in and takes it out.

    The first people are offered, and whoever stands in the text; a button brings the others.
    """

    def __init__(self, words: Words, people: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(words, lines=1, parent=parent)
        self._buttons: list[Button] = []
        self._more: Button | None = None
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
            self._names_shown, self._buttons, self._more = None, [], None
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
            if len(people) > _FIRST:
                self._more = Button("", "pick")
                self._more.clicked.connect(self._on_more)
                flow.addWidget(self._more)
            self._layout.addWidget(self._names_shown)
            self._show_who()

    def _names(self) -> list[str]:
        return [name.strip() for name in self.edit.toPlainText().split(",") if name.strip()]

    def _show_who(self) -> None:
        there = self._names()
        for place, button in enumerate(self._buttons):
            button.setChecked(_person(button) in there)
            button.setHidden(self._more is not None and place >= _FIRST and not button.isChecked())
        if self._more is not None:
            rest = sum(button.isHidden() for button in self._buttons)
            self._more.setText(self._words.trn("and {n} more", "and {n} more", rest))
            self._more.setHidden(not rest)

    def _on_more(self) -> None:
        more, self._more = self._more, None
        self._show_who()
        self._buttons[_FIRST].setFocus()
        if more is not None:
            more.hide()

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
