"""What the genogram says of the person who is chosen, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.core.records.family import Family, Relative
from app.core.records.genogram import GenogramDocument
from app.reports import genogram_wording as wording
from app.ui.pages.case.genogram_words import GenogramRow, tie_lines
from app.ui.widgets.button import Button
from app.ui.widgets.facts import Facts
from app.ui.widgets.flow import Flow
from app.ui.widgets.list_line import ListLine
from app.ui.widgets.list_rows import ListRows
from app.ui.widgets.surfaces import Card
from app.ui.widgets.text import Text
from app.words import Words


class GenogramDetail(Card):
    """One person of the family; emits what is asked for with the id of the person, `tie_asked` with a tie's or ""."""

    edit_asked = Signal(str)
    tie_asked = Signal(str, str)
    add_asked = Signal(str, object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words, self._id, self._has_parents = words, "", False
        self._name = Text(look="heading", wrap=True)
        self._hint = Text(words.tr("Choose a person in the drawing or in the list."), "quiet", wrap=True)
        self._facts = Facts()
        self._ties = ListRows(words.tr("Ties"))
        self._edit = Button(words.tr("Edit"), icon="pencil")
        self._add = Button(words.tr("Add"), icon="plus")
        self._tie = Button(words.tr("Tie to somebody here"), "quiet")
        self._buttons = QWidget()
        self._menu = QMenu(self)
        fill_menu(self._menu, words, self._on_relative)
        self._add.open_menu(self._menu)
        row = Flow(self._buttons, gap=6)
        for button in (self._edit, self._add, self._tie):
            row.addWidget(button)
        for widget in (self._name, self._hint, self._buttons, self._facts, self._ties):
            self.body.addWidget(widget)
        self._edit.clicked.connect(self._on_edit)
        self._tie.clicked.connect(self._on_tie)
        self._ties.opened.connect(self._on_opened)
        self._menu.aboutToShow.connect(self._on_menu)

    def show_person(self, row: GenogramRow | None, document: GenogramDocument, family: Family) -> None:
        """Show this person of a family; None for nobody."""
        words = self._words
        self._id = row.person.id if row else ""
        self._hint.setVisible(row is None)
        self._buttons.setVisible(row is not None)
        self._ties.setVisible(False)
        if row is None:
            self._name.setText(words.tr("Nobody chosen"))
            self._facts.set_facts(())
            return
        person = row.person
        self._has_parents = bool(family.parents_of(person.id))
        self._name.setText(wording.called(person, words))
        age = words.trn("{n} year", "{n} years", person.age) if person.age is not None else ""
        born = str(person.birth_year or "") if person.term is None else wording.year_of(person, words)
        self._facts.set_facts(
            [
                (words.tr("Is to the child"), wording.role_of(person, words)),
                (words.tr("Born"), ", ".join(part for part in (born, age) if part)),
                (words.tr("Remarks"), wording.remarks(person, words)),
                (words.tr("Place"), "" if person.tied else wording.generation_name(person, words)),
            ]
        )
        lines = tie_lines(family, person.id, words)
        self._ties.set_lines(lines)
        self._ties.setVisible(bool(lines))

    def facts(self) -> dict[str, str]:
        """What is shown."""
        return dict(self._facts.facts())

    def ties(self) -> tuple[ListLine, ...]:
        """The ties shown."""
        return self._ties.lines() if not self._ties.isHidden() else ()

    def _on_menu(self) -> None:
        allow_sibling(self._menu, has_parents=self._has_parents)

    def _on_edit(self) -> None:
        self.edit_asked.emit(self._id)

    def _on_tie(self) -> None:
        self.tie_asked.emit(self._id, "")

    def _on_opened(self, tie_id: str) -> None:
        self.tie_asked.emit(self._id, tie_id)

    def _on_relative(self, relative: Relative) -> None:
        self.add_asked.emit(self._id, relative)


def fill_menu(menu: QMenu, words: Words, slot: Callable[[Relative], None]) -> None:
    """Put the relatives that can be added into a menu, with the keys that do the same in the drawing."""
    for relative, text in (
        (Relative.PARENT, words.tr("Parent (Shift and up)")),
        (Relative.PARTNER, words.tr("Partner (Shift and right)")),
        (Relative.CHILD, words.tr("Child (Shift and down)")),
        (Relative.SIBLING, words.tr("Sibling (Shift and left)")),
    ):
        action = menu.addAction(text)
        action.setData(relative)
        action.triggered.connect(partial(slot, relative))


def allow_sibling(menu: QMenu, *, has_parents: bool) -> None:
    """A sibling shares a parent: where none is known, a parent comes first."""
    for action in menu.actions():
        if action.data() == Relative.SIBLING:
            action.setEnabled(has_parents)
