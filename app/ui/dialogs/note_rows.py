"""The status note that a provider is asked for before a follow-up."""

from __future__ import annotations

from dataclasses import replace

from app.core.records.follow_up import FollowUp
from app.ui.context import Context
from app.ui.widgets.choice_fields import CheckField
from app.ui.widgets.date_field import DateField
from app.ui.widgets.form import Form
from app.ui.widgets.text_fields import LongTextField


class NoteRows:
    """Whether a note is asked for, what it is to tell about, and when it was asked for and came."""

    FIELDS = ("note_about", "note_asked_on", "note_received_on")

    def __init__(self, context: Context, form: Form, providers: str) -> None:
        words, today = context.words, context.today()
        self._today, self._form = today, form
        text = words.tr("Ask {provider} for a status note", provider=providers or words.tr("the provider"))
        self._asked = form.add("note", "", CheckField(text.replace("&", "&&")), whole=True)
        self._about = form.add("note_about", words.tr("What the note is to tell about"), LongTextField(words, lines=2))
        self._asked_on = form.add("note_asked_on", words.tr("Asked for on"), DateField(words, today))
        self._received_on = form.add("note_received_on", words.tr("Received on"), DateField(words, today))

    def show(self, record: FollowUp) -> None:
        """Show a follow-up."""
        self._asked.set_value(record.note_asked_on is not None)
        self._about.set_value(record.note_about)
        self._asked_on.set_value(record.note_asked_on or self._today)
        self._received_on.set_value(record.note_received_on)
        self.fit()

    def fit(self) -> None:
        """Ask for the rest where a note is asked for."""
        for name in self.FIELDS:
            self._form.row(name).setVisible(self._asked.value())

    def told(self, record: FollowUp) -> FollowUp:
        """The record with what stands here; without a note nothing is kept of it."""
        if not self._asked.value():
            return replace(record, note_asked_on=None, note_about="", note_received_on=None)
        return replace(
            record,
            note_asked_on=self._asked_on.value() or self._today,
            note_about=self._about.value(),
            note_received_on=self._received_on.value(),
        )
