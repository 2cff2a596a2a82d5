"""Note what the team leader said about a case, change it, and say how it was settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core.checks.leader_remark import check_leader_remark
from app.core.errors import Problem
from app.core.records.leader_remark import LeaderRemark, RemarkSource
from app.labels import choice
from app.services.caseload import caseworker
from app.services.cases import case_and_child
from app.services.leader_remarks import save_remark, void_remark
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.void_record import VoidRecord
from app.ui.widgets.button import Button
from app.ui.widgets.choice_fields import Option, SegmentedField
from app.ui.widgets.date_field import DateField
from app.ui.widgets.text_fields import LineField, LongTextField

_NAMES = ("said_on", "said_by", "summary_of", "text", "to_do", "due", "settled_on", "settled_how")


class WriteRemark(DraftDialog):
    """The form of one remark; `record` None is a new one, said today by the team leader of the caseload."""

    def __init__(
        self, context: Context, case_id: str, record: LeaderRemark | None = None, parent: QWidget | None = None
    ) -> None:
        words = context.words
        super().__init__(
            context,
            form="remark",
            target=record.id if record else case_id,
            title=words.tr("Remark of the team leader") if record else words.tr("New remark of the team leader"),
            subtitle=_subtitle(context.read(case_and_child, case_id).child.name, record),
            columns=2,
            parent=parent,
        )
        self._is_new = record is None
        self._start = record or LeaderRemark(
            case_id=case_id, said_on=context.today(), said_by=context.read(caseworker).team_leader
        )
        self._build_rows()
        self.form.set_values({name: getattr(self._start, name) for name in _NAMES})
        self._source.set_value(self._start.source)
        self.form.edited.connect(self._fit)
        self.form.restored.connect(self._fit)
        self.offer_draft()
        self._fit()

    def check(self, later: bool) -> Sequence[Problem]:
        """The rules of a remark."""
        if self._said_on.value() is None:
            return () if self._said_on.unread() else (Problem("said_on", "day-empty"),)
        return check_leader_remark(self.record(), self.context.today())

    def commit(self, later: bool) -> None:
        """Save the remark."""
        self.context.write(save_remark, self.record(), self.context.today())

    def record(self) -> LeaderRemark:
        """The remark as the form says it; only one from the summary bears a summary's day."""
        values: dict[str, Any] = {name: self.form.field(name).value() for name in _NAMES}
        source = RemarkSource(self._source.value() or RemarkSource.SPARRING)
        if source is RemarkSource.SPARRING:
            values["summary_of"] = None
        values["said_on"] = values["said_on"] or self._start.said_on
        return replace(self._start, source=source, **values)

    def _build_rows(self) -> None:
        """One that is open is opened to be settled; a new one is told first."""
        if self._is_new:
            self._build_said()
            self._build_settled()
        else:
            self._build_settled()
            self.form.add_heading(self.context.words.tr("The remark"))
            self._build_said()
            self._void = Button(self.context.words.tr("Strike out …"), "link")
            self._void.clicked.connect(self._on_void)
            self.form.add_widget(self._void)

    def _build_said(self) -> None:
        words, form, today = self.context.words, self.form, self.context.today()
        self._said_on = form.add("said_on", words.tr("Said on"), DateField(words, today), required=True)
        form.add("said_by", words.tr("By whom"), LineField(), required=True)
        sources = [Option(one.value, choice(words, one)) for one in RemarkSource]
        self._source = form.add("source", words.tr("Where it was said"), SegmentedField(sources))
        form.add("summary_of", words.tr("Summary of"), DateField(words, today), required=True)
        form.add("text", words.tr("What the team leader said"), LongTextField(words, lines=2), required=True)
        help_text = words.tr("Blank where the remark says it all.")
        form.add("to_do", words.tr("What is to be done"), LongTextField(words, lines=2), help_text=help_text)
        form.add("due", words.tr("To be done by"), DateField(words, today))

    def _build_settled(self) -> None:
        words, form = self.context.words, self.form
        told = words.tr("It stays open, and on the printed summary, until this is written.")
        form.add_heading(words.tr("Settled"), told)
        form.add("settled_on", words.tr("Settled on"), DateField(words, self.context.today()))
        form.add("settled_how", words.tr("How"), LongTextField(words, lines=2))

    def _fit(self) -> None:
        self.form.row("summary_of").setVisible(self._source.value() == RemarkSource.SUMMARY)

    def _on_void(self) -> None:
        """Leave this form for the one that asks why."""
        parent = self.parentWidget()
        self.reject()
        asked = VoidRecord(self.context, self._start.what, void_remark, self._start.id, parent)
        asked.setWindowModality(Qt.WindowModality.WindowModal)
        asked.open()


def _subtitle(child: str, record: LeaderRemark | None) -> str:
    return f"{child}: {record.what}" if record else child
