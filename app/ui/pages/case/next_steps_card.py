"""What comes next: deadlines, planned follow-ups, promises that are open, and what needs attention."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from app import labels
from app.core.attention import Attention, Tab, attention
from app.core.dates import short_date
from app.core.deadlines import Deadline
from app.core.follow_up_state import next_planned
from app.core.records.follow_up import Agreement
from app.core.records.leader_remark import LeaderRemark
from app.core.records.meeting import MeetingMark
from app.core.status import CaseStatus
from app.core.work_list import WorkLine
from app.ui.context import Context
from app.ui.pages.case.due_card import planned_in_words
from app.ui.widgets.list_line import ListLine
from app.ui.widgets.list_rows import ListRows
from app.ui.widgets.surfaces import Card
from app.ui.widgets.text import Text
from app.ui.widgets.work_lines import TONES

_MOST = 12  # lines shown at once


class NextStepsCard(Card):
    """One list; `opened` carries the tab and the record a line leads to."""

    opened = Signal(str, str)

    def __init__(self, context: Context) -> None:
        words = context.words
        super().__init__(words.tr("Next steps"))
        self._context = context
        self.list = ListRows(words.tr("Next steps"))
        self._none = Text(words.tr("Nothing is open."), "quiet")
        self.body.addWidget(self.list)
        self.body.addWidget(self._none)
        self._targets: dict[str, tuple[str, str]] = {}
        self.list.opened.connect(self._on_opened)

    def show_status(self, status: CaseStatus) -> None:
        """Show what is open in this case: its deadlines, what needs attention, then what is agreed, each by its day."""
        self._targets = {}
        work = [line for line in self._context.work() if line.status.case_id == status.case_id]
        warned = attention(status, self._context.catalogue)
        told = {line.record_id for line in warned}
        lines = [self._dated(line, line.about) for line in work if isinstance(line.about, Deadline | LeaderRemark)]
        lines += [self._meeting(line, line.about) for line in work if isinstance(line.about, MeetingMark)]
        lines += [self._warning(number, line) for number, line in enumerate(warned)]
        if planned := next_planned(status.file.follow_ups):
            lines.append(
                self._line(
                    "planned",
                    Tab.FOLLOW_UPS,
                    planned.id,
                    self._context.words.tr("Follow-up"),
                    planned_in_words(planned, self._context.words),
                )
            )
        open_ones = (a for a in status.file.agreements if a.settled_on is None and a.id not in told)
        lines += [self._promise(a, status.today) for a in sorted(open_ones, key=lambda a: a.due or date.max)]
        self.list.set_lines(self._first(lines))
        self.list.setVisible(bool(lines))
        self._none.setVisible(not lines)

    def _first(self, lines: list[ListLine]) -> list[ListLine]:
        """The first of them, and how many more there are: a page is glanced at, and ten years of promises are not."""
        if len(lines) <= _MOST:
            return lines
        self._targets["more"] = (Tab.MEETINGS, "")
        words, rest = self._context.words, len(lines) - _MOST
        return [*lines[:_MOST], ListLine(key="more", lead="", text=words.trn("and {n} more", "and {n} more", rest))]

    def _dated(self, line: WorkLine, about: Deadline | LeaderRemark) -> ListLine:
        words, now = self._context.words, self._context.now()
        place = (about.tab, about.record_id) if isinstance(about, Deadline) else (Tab.OVERVIEW, about.id)
        self._targets[line.key] = place
        second = ", ".join((labels.work_day(words, line, now.date()), labels.work_left(words, line, now)))
        return ListLine(key=line.key, lead=labels.work_title(words, line), second=second, tone=TONES[line.urgency])

    def _meeting(self, line: WorkLine, about: MeetingMark) -> ListLine:
        words, today = self._context.words, self._context.today()
        self._targets[line.key] = (Tab.MEETINGS, about.id)
        second = ", ".join(part for part in (labels.work_day(words, line, today), about.place) if part)
        return ListLine(key=line.key, lead=labels.work_title(words, line), second=second, tone=TONES[line.urgency])

    def _warning(self, number: int, line: Attention) -> ListLine:
        key = f"warning {number}"
        is_promise = line.code == "agreement-overdue"
        self._targets[key] = (line.tab, f"settle:{line.record_id}" if is_promise else line.record_id)
        return ListLine(key=key, lead="", text=labels.attention_line(self._context.words, line), tone="soon")

    def _promise(self, promise: Agreement, today: date) -> ListLine:
        due = short_date(promise.due, self._context.words.language, today=today) if promise.due else ""
        second = ", ".join(part for part in (promise.responsible, due) if part)
        return self._line(promise.id, Tab.MEETINGS, f"settle:{promise.id}", promise.what, second)

    def _line(self, key: str, tab: Tab, record_id: str, lead: str, second: str) -> ListLine:
        self._targets[key] = (tab, record_id)
        return ListLine(key=key, lead=lead, second=second)

    def _on_opened(self, key: str) -> None:
        self.opened.emit(*self._targets[key])
