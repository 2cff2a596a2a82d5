"""What the team leader said about a case: what is open first, then what was settled."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.core.dates import screen_date
from app.core.records.leader_remark import LeaderRemark
from app.services.leader_remarks import remarks_of_case
from app.ui.context import Context
from app.ui.widgets.button import Button
from app.ui.widgets.list_line import ListLine
from app.ui.widgets.list_rows import ListRows
from app.ui.widgets.surfaces import Card
from app.ui.widgets.text import Text

_MOST = 6  # lines shown at once
_ALL = "all"


class RemarksCard(Card):
    """A line a remark; `opened` carries the remark whose form is wanted, None for a new one."""

    opened = Signal(object)

    def __init__(self, context: Context) -> None:
        words = context.words
        super().__init__(words.tr("The team leader"))
        self._context = context
        self._remarks: dict[str, LeaderRemark] = {}
        self._shown_case, self._shows_all = "", False
        self._add = Button(words.tr("Note a remark"), "link")
        self.add_action(self._add)
        self.list = ListRows(words.tr("What the team leader said"))
        self._none = Text(words.tr("Nothing noted."), "quiet")
        self.body.addWidget(self.list)
        self.body.addWidget(self._none)
        self._add.clicked.connect(self._on_add)
        self.list.opened.connect(self._on_opened)

    def show_case(self, case_id: str) -> None:
        """Show what was said of this case."""
        if case_id != self._shown_case:
            self._shown_case, self._shows_all = case_id, False
        found = sorted(self._context.read(remarks_of_case, case_id), key=lambda remark: not remark.is_open)
        self._remarks = {remark.id: remark for remark in found if remark.voided_on is None}
        self.list.set_lines(self._lines())
        self.list.setVisible(bool(self._remarks))
        self._none.setVisible(not self._remarks)

    def open_remark(self, remark_id: str) -> bool:
        """Ask for the form of one; False where it is not here."""
        remark = self._remarks.get(remark_id)
        if remark is not None:
            self.opened.emit(remark)
        return remark is not None

    def _lines(self) -> list[ListLine]:
        lines = [self._line(remark) for remark in self._remarks.values()]
        if self._shows_all or len(lines) <= _MOST:
            return lines
        words, rest = self._context.words, len(lines) - _MOST
        return [*lines[:_MOST], ListLine(key=_ALL, lead="", text=words.trn("and {n} more", "and {n} more", rest))]

    def _line(self, remark: LeaderRemark) -> ListLine:
        words = self._context.words
        said = words.tr("{date}, {name}", date=screen_date(remark.said_on), name=remark.said_by)
        if remark.settled_on is not None:
            settled = words.tr("settled {date}: {how}", date=screen_date(remark.settled_on), how=remark.settled_how)
            return ListLine(key=remark.id, lead="", text=remark.what, second=f"{said} · {settled}", tone="ok")
        due = words.tr("by {date}", date=screen_date(remark.due)) if remark.due else ""
        second = " · ".join(part for part in (said, due) if part)
        return ListLine(key=remark.id, lead="", text=remark.what, second=second, tone="soon")

    def _on_add(self) -> None:
        self.opened.emit(None)

    def _on_opened(self, key: str) -> None:
        if key == _ALL:
            self._shows_all = True
            self.list.set_lines(self._lines())
        else:
            self.opened.emit(self._remarks[key])
