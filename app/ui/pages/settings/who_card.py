"""Who the caseworker is, as prints say it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from app import labels
from app.core.checks.caseworker import check_caseworker
from app.core.errors import ForlaensError, Problem
from app.refusals import refusal
from app.services.caseload import caseworker, save_caseworker
from app.ui.context import Context
from app.ui.stored_drafts import drafts_of
from app.ui.widgets.button import Button
from app.ui.widgets.caseworker_form import add_caseworker_rows, caseworker_in, show_caseworker
from app.ui.widgets.drafts import DraftKeeper
from app.ui.widgets.form import Form
from app.ui.widgets.surfaces import Card
from app.ui.widgets.text import Text


class WhoCard(Card):
    """A form that keeps its draft until it is saved."""

    def __init__(self, context: Context) -> None:
        words = context.words
        super().__init__(words.tr("Who you are"), words.tr("Stands at the head of what you print"))
        self._context = context
        self.form = Form(words, columns=2)
        add_caseworker_rows(self.form, words)
        drafts = drafts_of(context, "caseworker", "")
        self._draft = drafts.found
        self._keeper = DraftKeeper(self.form, drafts)
        self._save = Button(words.tr("Save"), "main")
        self._said = Text("", "small")
        foot = QHBoxLayout()
        foot.addWidget(self._save)
        foot.addWidget(self._said, 1)
        self.body.addWidget(self.form)
        self.body.addLayout(foot)
        self._save.clicked.connect(self._on_save)
        self.form.submitted.connect(self._on_save)
        self.form.edited.connect(self._on_edited)
        self._keeper.refused.connect(self._on_refused)

    def refresh(self) -> None:
        """Show what the store says, unless the user is typing something else."""
        if self.form.is_dirty():
            return
        show_caseworker(self.form, self._context.read(caseworker))
        if self._draft is not None:
            self.form.restore(self._draft.state)
            self._say(self._context.words.tr("Draft from {when} restored", when=self._draft.when))
            self._draft = None

    def _on_edited(self) -> None:
        self._say("")

    def _on_save(self) -> None:
        record = caseworker_in(self.form, self._context.read(caseworker))
        if not self.form.may_save(check_caseworker(record), self._sentence):
            return
        try:
            self._context.write(save_caseworker, record)
        except ForlaensError as error:
            self._on_refused(error)
            return
        self._keeper.clear()
        self.form.mark_clean()
        self._say(self._context.words.tr("Saved"))

    def _on_refused(self, error: ForlaensError) -> None:
        self._say(refusal(self._context.words, error), "error")

    def _say(self, text: str, look: str = "small") -> None:
        self._said.setText(text)
        self._said.set_look(look)

    def _sentence(self, problem: Problem) -> str:
        return labels.problem(self._context.words, problem)
