"""Who is asked to a network meeting, each with the answer: noted with one press while the telephone is at the ear."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app import labels
from app.core.records.meeting import NetworkMeeting
from app.core.records.network import Invitation
from app.ui.context import Context
from app.ui.widgets.choice_fields import Option, SegmentedField
from app.ui.widgets.tab_order import put_in_tab_order
from app.ui.widgets.text import Text, breakable


class AnswerLines(QWidget):
    """The guests under each other; `answered` carries the id of the person and the answer."""

    answered = Signal(str, object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._fields: dict[str, SegmentedField] = {}
        self._shown: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(Text(context.words.tr("Who is asked to come"), "label"))

    def show_guests(self, meeting: NetworkMeeting | None, names: Mapping[str, str]) -> None:
        """Show the guests of a meeting that waits; None for none."""
        guests = meeting.guests if meeting is not None else ()
        self.setVisible(bool(guests))
        if [guest.person_id for guest in guests] != [*self._fields]:
            self._build({guest.person_id: names[guest.person_id] for guest in guests})
        for guest in guests:
            self._fields[guest.person_id].set_value(guest.answer.value)

    def answer(self, person_id: str) -> SegmentedField:
        """Where the answer of somebody is noted."""
        return self._fields[person_id]

    def _build(self, names: Mapping[str, str]) -> None:
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        words = self._context.words
        self._shown, self._fields = QWidget(), {}
        grid = QGridLayout(self._shown)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        for row, (person_id, name) in enumerate(names.items()):
            field = SegmentedField(
                [
                    Option(Invitation.ASKED.value, labels.choice(words, Invitation.ASKED)),
                    Option(Invitation.YES.value, words.tr("Yes")),
                    Option(Invitation.NO.value, words.tr("No")),
                ]
            )
            field.describe(name, "")
            field.edited.connect(partial(self._on_edited, person_id))
            self._fields[person_id] = field
            grid.addWidget(Text(breakable(name), wrap=True), row, 0)
            grid.addWidget(field, row, 1)
        self._column.addWidget(self._shown)
        put_in_tab_order(self, self._fields.values())

    def _on_edited(self, person_id: str) -> None:
        self.answered.emit(person_id, Invitation(self._fields[person_id].value()))
