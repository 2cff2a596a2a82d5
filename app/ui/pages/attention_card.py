"""What is missing in the cases, one line each, leading to where it is mended."""

from __future__ import annotations

from collections.abc import Sequence

from app import labels
from app.core.attention import ORDER, Attention, attention
from app.core.sorting import sort_key
from app.core.status import CaseStatus, short_names
from app.ui.context import Context
from app.ui.pages.work_opening import mend
from app.ui.widgets.list_line import ListLine
from app.ui.widgets.list_rows import ListRows
from app.ui.widgets.surfaces import Card, EmptyState


class AttentionCard(Card):
    """The lines of all cases, the weightiest first, in each kind by name. Codes in `without` stand elsewhere."""

    def __init__(self, context: Context, title: str, none: str, *, without: Sequence[str] = ()) -> None:
        super().__init__(title)
        self._context = context
        self._without = without
        self._found: dict[str, tuple[CaseStatus, Attention]] = {}
        self.list = ListRows(title)
        self._none = EmptyState(none, icon="circle-check")
        self.body.setSpacing(0)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._none, 1)
        self.list.opened.connect(self._on_opened)

    def show_cases(self, statuses: Sequence[CaseStatus]) -> None:
        """Show what is missing in these cases."""
        words, catalogue, names = self._context.words, self._context.catalogue, short_names(statuses)
        found = [(s, line) for s in statuses for line in attention(s, catalogue) if line.code not in self._without]
        found.sort(key=lambda one: (ORDER.index(one[1].code), sort_key(one[0].short_name)))
        self._found = {f"{s.case_id} {line.code} {line.record_id}": (s, line) for s, line in found}
        rows = [
            ListLine(key=key, lead=names[s.case_id], text=labels.attention_line(words, line))
            for key, (s, line) in self._found.items()
        ]
        self.list.set_lines(rows)
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self.set_subtitle(words.trn("{n} line", "{n} lines", len(rows)) if rows else "")

    def _on_opened(self, key: str) -> None:
        status, line = self._found[key]
        mend(self._context, status, line, self)
