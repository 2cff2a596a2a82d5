"""Write an assessment: from awareness over the screening to the conclusion, as far as it has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.core.attention import Tab
from app.core.checks.assessment import check_assessment, check_finishing
from app.core.errors import Problem
from app.core.records.assessment import Assessment, Finding, Notification
from app.services.assessments import findings_of_case, notifications_of_case, save_assessment
from app.ui.context import Context, Place
from app.ui.dialogs.assessment_rows import EndingRows, ScreeningRows, TalkRows, ThemeRows
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.live_deadlines import LiveDeadlines
from app.ui.widgets.form import heading


class WriteAssessment(DraftDialog):
    """The form of an assessment. `after` is the notification that a new one follows.

    It can be saved at any point of the way; what belongs to the assessment itself is asked for once it is known that
    one is made.
    """

    def __init__(
        self,
        context: Context,
        case_id: str,
        record: Assessment | None = None,
        *,
        after: Notification | None = None,
        parent: QWidget | None = None,
    ) -> None:
        words, self._status = context.words, context.status(case_id)
        super().__init__(
            context,
            form="write-assessment",
            target=record.id if record else f"{case_id}:{after.id if after else ''}",
            title=words.trp("case", "Assessment") if record else words.tr("New assessment"),
            subtitle=self._status.file.child.name,
            columns=2,
            parent=parent,
        )
        self._start = record or _new(context, case_id, after)
        self._build_rows(context.read(findings_of_case, case_id).get(self._start.id, ()))
        self._show_record()
        self.form.edited.connect(self._fit)
        self.form.restored.connect(self._fit)
        self._ending.map.asked.connect(self._on_map)
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """The rules of an assessment, and what to think of when it is finished."""
        if self._screening.aware.value() is None:
            return () if self._screening.aware.unread() else (Problem("aware_on", "day-empty"),)
        record, has_map = self.record(), self._status.file.map_drawn_on is not None
        missing = self._talk.field_of_missing()
        finishing = check_finishing(record, has_map=has_map)
        placed = (replace(p, field=missing) if p.code == "talk-or-reason" else p for p in finishing)
        return (*check_assessment(record, self._themes.findings(), self.context.today()), *placed)

    def commit(self, later: bool) -> None:
        """Save the assessment with what was found."""
        self.context.write(save_assessment, self.record(), self._themes.findings(), self.context.today())

    def record(self) -> Assessment:
        """The assessment as the form says it."""
        record = self._screening.told(self._start)
        return self._ending.told(self._talk.told(record))

    def _build_rows(self, findings: Sequence[Finding]) -> None:
        context, form, words = self.context, self.form, self.context.words
        known = context.read(notifications_of_case, self._start.case_id)
        mine = self._start.notification_id
        offered = [one for one in known if one.voided_on is None or one.id == mine]
        form.add_heading(words.tr("Screening"))
        self._screening = ScreeningRows(context, form, offered)
        self._live = LiveDeadlines(context, self._status)
        form.add_widget(self._live)
        self._talk_head = heading(words.tr("The child and the parents"))
        form.add_widget(self._talk_head)
        self._talk = TalkRows(context, form)
        self._themes_head = heading(words.tr("What was found"), words.tr("What is good, and what is hard."))
        form.add_widget(self._themes_head)
        self._themes = ThemeRows(context, form, self._start, findings)
        self._ending = EndingRows(context, form, self._status)

    def _show_record(self) -> None:
        for part in (self._screening, self._talk, self._ending):
            part.show(self._start)
        self._fit()

    def _fit(self) -> None:
        """Ask for what the answers so far call for, and show until when it is to be finished."""
        self._screening.fit()
        shown = self._screening.kind() is not None
        for head in (self._talk_head, self._themes_head):
            head.setVisible(shown)
        for part in (self._talk, self._themes, self._ending):
            part.fit(shown=shown)
        self._live.show_for(self.record() if self._screening.aware.value() else None)

    def _on_map(self) -> None:
        """Lead to the map; what was typed stays as a draft."""
        self.reject()
        self.context.go(Place.CASE, self._start.case_id, Tab.NETWORK)


def _new(context: Context, case_id: str, after: Notification | None) -> Assessment:
    """A new assessment; who was notified is aware from that day on."""
    aware_on = after.received_at.astimezone().date() if after else context.today()
    return Assessment(case_id=case_id, notification_id=after.id if after else None, aware_on=aware_on)
