"""The dates of all cases, or of one family, as a file that Outlook and other calendars take in."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app import labels
from app.core.calendar_file import CalendarFile, calendar_file
from app.core.errors import ForlaensError, Problem
from app.core.sorting import sort_key
from app.core.status import short_names
from app.refusals import refusal
from app.reports.calendar_file import calendar_ics
from app.services.calendar_export import exported_events, remember_export
from app.services.store import Act
from app.ui.ask import Ask, usual_folder
from app.ui.context import Context
from app.ui.widgets.button import Button
from app.ui.widgets.choice_fields import CheckField, ChoiceField, Option
from app.ui.widgets.form import Form
from app.ui.widgets.step import Step
from app.ui.widgets.text_fields import SuggestField
from app.vault.files import write_atomic


@dataclass(frozen=True, slots=True, kw_only=True)
class _Leaving:
    """What leaves the program, when, for what, and with which reminders."""

    file: CalendarFile
    at: datetime
    ahead: Sequence[int]
    named: bool
    purpose: str


class ExportCalendar(QDialog):
    """Asks whose dates and what for, then where; the purpose goes into the log of each case in the file.

    The file holds initials. The child's first name can stand in a family's file alone, and in the file's name none.
    """

    def __init__(self, context: Context, case_id: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        words = context.words
        self.setWindowTitle(words.tr("Calendar file"))
        intro = words.tr(
            "For Outlook and other calendars. A later file updates the dates of an earlier one and takes away "
            "those that are gone. Outside Forlæns the file is no longer protected by it."
        )
        self.step = Step(words, words.tr("Calendar file"), intro, look="heading")
        self.form = Form(words)
        self._scope = self.form.add("scope", words.tr("Dates of"), ChoiceField((), empty=words.tr("All cases")))
        self._named = self.form.add("named", "", CheckField(words.tr("The child's first name may stand in it")))
        reasons = (words.tr("For my own calendar"), words.tr("For the family"))
        self._purpose = self.form.add(
            "purpose",
            words.tr("What is it for?"),
            SuggestField(reasons),
            help_text=words.tr("The answer stands in the log of what left the caseload."),
            required=True,
        )
        self.save = Button(words.tr("Choose a place …"), "main")
        self.close_button = Button(words.tr("Cancel"), "quiet")
        self._offer(case_id)
        self._lay_out()
        self._connect()
        self._show_named()

    def _offer(self, case_id: str) -> None:
        shown = {status.case_id: status for status in self._context.statuses()}
        if case_id:
            shown[case_id] = self._context.status(case_id)
        known = sorted(short_names(shown.values()).items(), key=lambda named: sort_key(named[1]))
        self._scope.set_options([Option(known_id, name) for known_id, name in known])
        self._scope.set_value(case_id)

    def _lay_out(self) -> None:
        self.step.body.addWidget(self.form)
        self.step.foot.addStretch(1)
        self.step.foot.addWidget(self.close_button)
        self.step.foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.addWidget(self.step)

    def _connect(self) -> None:
        self._scope.edited.connect(self._show_named)
        self.form.submitted.connect(self._on_save)
        self.save.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self.reject)

    def _show_named(self) -> None:
        self.form.row("named").setVisible(bool(self._scope.value()))

    # Saving

    def _on_save(self) -> None:
        context, words = self._context, self._context.words
        problems = [] if self._purpose.value() else [Problem("purpose", "reason-empty")]
        if not self.form.may_save(problems, partial(labels.problem, words)):
            return
        leaving = self._leaving()
        if not leaving.file.events:
            self.step.show_problem(words.tr("Nothing is planned or due here, so there is nothing to save."), "info")
            return
        # The file's name says nothing of the child.
        name = words.tr("forlaens-calendar-{date}.ics", date=context.today().isoformat())
        path = Ask(words).save_path(self, self.windowTitle(), usual_folder() / name, "iCalendar (*.ics)")
        if path is None:
            return
        self.step.be_busy(words.tr("The file is being written"))
        job = context.background.start(self, partial(_saved, context, leaving, path))
        job.succeeded.connect(self._on_saved)
        job.failed.connect(self._on_failed)

    def _leaving(self) -> _Leaving:
        context, scope = self._context, self._scope.value()
        now, chosen = context.now(), context.settings.now
        return _Leaving(
            file=calendar_file(context.work(), context.read(exported_events, scope), now, scope=scope),
            at=now,
            ahead=chosen.remind_ahead if chosen.reminds else (),
            named=bool(scope) and self._named.value(),
            purpose=self._purpose.value(),
        )

    def _on_saved(self, path: Path) -> None:
        words = self._context.words
        self.step.be_done()
        self.form.hide()
        self.save.hide()
        self.close_button.setText(words.tr("Close"))
        self.step.show_problem(
            words.tr("Saved as {file}. Open it, and your calendar takes the dates in.", file=path.name), "ok"
        )
        self.close_button.setFocus()

    def _on_failed(self, error: BaseException) -> None:
        self.step.be_done()
        if not isinstance(error, ForlaensError):
            raise error
        self.step.show_problem(refusal(self._context.words, error))


def export_calendar(context: Context, parent: QWidget, case_id: str = "") -> None:
    """Ask for what a calendar file needs, and write it: of all cases, or of one family."""
    ExportCalendar(context, case_id, parent).open()


def _saved(context: Context, leaving: _Leaving, path: Path) -> Path:
    file = leaving.file
    content = calendar_ics(file, leaving.ahead, leaving.at, context.words, named=leaving.named)
    for case_id in dict.fromkeys(event.line.status.case_id if event.line else file.scope for event in file.events):
        context.log(Act.EXPORT, case_id, leaving.purpose, f"ics {context.words.language}")
    write_atomic(path, content)
    with contextlib.suppress(ForlaensError):  # the file is out; what cannot be remembered is only not taken away later
        context.store.scratch(remember_export, file)
    return path
