"""What the network map says of the person who is chosen, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.network_editing import reversed_support
from app.core.records.documents import NetworkDocument
from app.core.records.network import Invitation
from app.labels import choice
from app.reports.wording import QUALITY, RING
from app.ui.dialogs.network_words import MapRow, called, line_in_words, remarks, support_in_words
from app.ui.widgets.button import Button, IconButton
from app.ui.widgets.facts import Facts
from app.ui.widgets.flow import Flow
from app.ui.widgets.list_line import ListLine
from app.ui.widgets.list_rows import ListRows
from app.ui.widgets.surfaces import Card
from app.ui.widgets.text import Text
from app.words import Words


class NetworkDetail(Card):
    """One person of the map; emits what is asked for with the id of their place. `line_asked` adds the other end."""

    edit_asked = Signal(str)
    person_asked = Signal(str)
    remove_asked = Signal(str)
    line_asked = Signal(str, str)
    invite_asked = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._name = Text(look="heading", wrap=True)
        self._words = words
        self._id = ""
        self._hint = Text(words.tr("Choose a person in the drawing or in the list."), "quiet", wrap=True)
        self._facts = Facts()
        self._lines = ListRows(words.tr("Lines to others"), most=3)
        self._edit = Button(words.tr("Edit"), icon="pencil")
        self._person = Button(words.tr("Name and telephone"), "quiet")
        self._add = Button(words.tr("Line to another"), "quiet")
        self._invite = Button(words.tr("Invite …"), "quiet")
        self._invite.setToolTip(words.tr("Ask them to the network meeting that is planned, or to a new one"))
        self._remove = IconButton("trash-2", words.tr("Take off the map"))
        self._buttons = QWidget()
        self._lay_out()
        self._edit.clicked.connect(self._on_edit)
        self._person.clicked.connect(self._on_person)
        self._remove.clicked.connect(self._on_remove)
        self._add.clicked.connect(self._on_add)
        self._invite.clicked.connect(self._on_invite)
        self._lines.opened.connect(self._on_line)

    def show_person(self, row: MapRow | None, document: NetworkDocument, *, editable: bool) -> None:
        """Show this person of a map; None for nobody."""
        self._id = row.person.id if row else ""
        words = self._words
        self._hint.setVisible(row is None)
        for acting in (self._buttons, self._remove):
            acting.setVisible(row is not None and editable)
        self._add.setEnabled(len(document.people) > 1)
        self._invite.setVisible(row is not None and not row.person.deceased)
        if row is None:
            self._name.setText(words.tr("Nobody chosen"))
            self._facts.set_facts(())
            self._show_lines([])
            return
        self._name.setText(called(row.person, words))
        self._facts.set_facts(self._facts_of(row, document.child_first_name))
        names = {person.id: called(person, words) for person in document.people}
        self._show_lines([self._line(row, line_number, names) for line_number in range(len(row.between))])

    def facts(self) -> dict[str, str]:
        """What is shown."""
        return dict(self._facts.facts())

    def lines(self) -> tuple[ListLine, ...]:
        """The lines to others."""
        return self._lines.lines()

    def _facts_of(self, row: MapRow, child: str) -> list[tuple[str, str]]:
        words, person = self._words, row.person
        asked = choice(words, person.invited) if person.invited is not Invitation.NOT_ASKED else ""
        return [
            (words.tr("Role"), person.role if person.name else ""),
            (words.tr("Closeness"), f"{words.tr(RING[person.ring])} · {row.sector}"),
            (words.tr("Line to {name}", name=child), line_in_words(row.own, child, words)),
            (words.tr("Can help with"), person.can_help.strip()),
            (words.tr("Network meeting"), asked),
            (words.tr("Remarks"), remarks(person, words)),
        ]

    def _line(self, row: MapRow, number: int, names: dict[str, str]) -> ListLine:
        words, line = self._words, row.between[number]
        is_first = line.from_id == row.person.id
        other = line.to_id if is_first else line.from_id or ""
        support = line.support if is_first else reversed_support(line.support)
        told = support_in_words(support, names[row.person.id], names[other], words)
        return ListLine(
            key=other, lead=names[other], text=", ".join(p for p in (words.tr(QUALITY[line.quality]), told) if p)
        )

    def _show_lines(self, lines: list[ListLine]) -> None:
        self._lines.set_lines(lines)
        self._lines.setVisible(bool(lines))

    def _lay_out(self) -> None:
        row = Flow(self._buttons, gap=6)
        for button in (self._edit, self._add, self._invite, self._person):
            row.addWidget(button)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        # The buttons stand above what differs from person to person, so that they never leave the card's sight.
        for widget in (self._hint, self._buttons, self._facts, self._lines):
            self.body.addWidget(widget)
        QWidget.setTabOrder(self._person, self._remove)

    def _on_edit(self) -> None:
        self.edit_asked.emit(self._id)

    def _on_person(self) -> None:
        self.person_asked.emit(self._id)

    def _on_remove(self) -> None:
        self.remove_asked.emit(self._id)

    def _on_add(self) -> None:
        self.line_asked.emit(self._id, "")

    def _on_invite(self) -> None:
        self.invite_asked.emit(self._id)

    def _on_line(self, other: str) -> None:
        if not self._buttons.isHidden():
            self.line_asked.emit(self._id, other)
