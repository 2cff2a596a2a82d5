"""The way on the ladder through time, as a drawing and as a list that does the same."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.case_timeline import Timeline, TimelineBar, TimelineMark, timeline
from app.core.dates import screen_date
from app.core.ladder import LadderMove
from app.core.status import CaseStatus
from app.ui.context import Context
from app.ui.pages.case.way_words import item_in_words, last_move_in_words
from app.ui.widgets.choice_fields import Option, SegmentedField
from app.ui.widgets.surfaces import Card
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_model import Column
from app.ui.widgets.text import Text
from app.ui.widgets.timeline import TimelineItem, TimelineView
from app.words import Words

_DRAWING, _LIST = "drawing", "list"


class WayCard(Card):
    """Shows the way; `measure_opened` and `follow_up_opened` carry the id of what was opened in it."""

    measure_opened = Signal(str)
    follow_up_opened = Signal(str)

    def __init__(self, context: Context) -> None:
        words = context.words
        super().__init__(words.tr("The way on the ladder"))
        self._context = context
        describe = partial(item_in_words, words=words)
        self.view = TimelineView(words, describe)
        self.table = DataTable(
            words,
            words.tr("The way on the ladder as a list"),
            columns(words),
            key=lambda item: item,
        )
        self.form = SegmentedField([Option(_DRAWING, words.tr("Drawing")), Option(_LIST, words.tr("List"))])
        self.form.describe(words.tr("Show as"), "")
        self.form.set_value(_DRAWING)
        self._caption = Text(look="small", wrap=True)
        self._caption.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self.add_action(self.form)
        self.body.addWidget(self._stack)
        self.body.addWidget(self._caption)
        self._connect()
        self._on_chosen("")

    def show_status(self, status: CaseStatus) -> None:
        """Show the way of this case."""
        shown: Timeline = timeline(status, self._context.catalogue)
        self.set_subtitle(last_move_in_words(status.last_move, self._context.words))
        self.view.show_timeline(shown)
        self.table.set_rows(self.view.items())

    def caption(self) -> str:
        """What is said below the drawing."""
        return self._caption.text()

    def _connect(self) -> None:
        self.view.chosen.connect(self._on_chosen)
        self.view.opened.connect(self._on_opened)
        self.table.opened.connect(self._on_opened)
        self.form.edited.connect(self._on_form_chosen)

    def _on_chosen(self, text: str) -> None:
        self._caption.setText(
            text
            or self._context.words.tr("● held   ○ missed   ┄ agreed next step. Choose a dot to read that follow-up.")
        )

    def _on_opened(self, item: TimelineItem) -> None:
        if isinstance(item, TimelineMark):
            self.follow_up_opened.emit(item.follow_up_id)
        elif isinstance(item, TimelineBar):
            self.measure_opened.emit(item.measure.id)
        elif item.began is not None:
            self.measure_opened.emit(item.began.id)

    def _on_form_chosen(self) -> None:
        as_list = self.form.value() == _LIST
        shown: QWidget = self.table if as_list else self.view
        if self._stack.indexOf(shown) < 0:
            self._stack.addWidget(shown)
        self._stack.setCurrentWidget(shown)
        self._caption.setVisible(not as_list)
        shown.setFocus()


def columns(words: Words) -> tuple[Column[TimelineItem], ...]:
    """When and what."""
    return (
        Column(
            key="day",
            title=words.tr("Date"),
            text=lambda item: screen_date(day_of(item)),
            sort=day_of,
        ),
        Column(key="what", title=words.tr("What"), text=lambda item: kind_in_words(item, words)),
        Column(
            key="more",
            title=words.tr("More"),
            text=partial(item_in_words, words=words),
        ),
    )


def day_of(item: TimelineItem) -> date:
    """The day an event happened or began."""
    return item.measure.start if isinstance(item, TimelineBar) else item.day


def kind_in_words(item: TimelineItem, words: Words) -> str:
    """What sort of event it is."""
    if isinstance(item, TimelineBar):
        return words.tr("Measure")
    return words.trp("event", "Move") if isinstance(item, LadderMove) else words.tr("Follow-up")
