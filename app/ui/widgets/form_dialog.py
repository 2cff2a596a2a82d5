"""The window around a form: saves, keeps the draft, and never closes on a mistake."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.core.errors import ForlaensError, Invalid, Problem
from app.refusals import refusal
from app.ui.widgets.button import Button
from app.ui.widgets.drafts import DraftKeeper, Drafts
from app.ui.widgets.form import Form, Sentence
from app.ui.widgets.surfaces import Banner, Line
from app.ui.widgets.text import Text
from app.words import Words

# Widths in pixels for forms of one and two columns: lines of text stay readable.
_WIDTHS = {1: 560, 2: 760}


class FormDialog(QDialog):
    """A form with Save and Cancel. Subclasses add rows to `form` and write `check` and `commit`.

    Open it with `open()` or `show()` after the rows are added. Esc and the window's cross close it and keep the draft;
    where a draft cannot be kept, as on a full disk, the form says so and closes only when it is asked again. `saved` is
    emitted once `commit` went through. Call `offer_draft()` when the rows stand.

    The system shows a window's title in its lists of windows and over a shared screen: where `title` names somebody,
    `window` stands there instead.
    """

    saved = Signal()

    def __init__(
        self,
        words: Words,
        title: str,
        sentence: Sentence,
        *,
        subtitle: str = "",
        window: str = "",
        columns: int = 1,
        drafts: Drafts | None = None,
        save_text: str = "",
        anyway_text: str = "",
        later_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._sentence, self._drafts, self._columns = words, sentence, drafts, columns
        self.heading = title
        self.setWindowTitle(window or title)
        self.form = Form(words, columns=columns)
        self._save_text, self._anyway_text = save_text or words.tr("Save"), anyway_text or words.tr("Save anyway")
        self._build(title, subtitle, later_text)
        self._keeper = DraftKeeper(self.form, drafts) if drafts is not None else None
        self._untouched: dict[str, object] = {}
        self._may_lose = False
        self._connect()

    # What a subclass says

    def check(self, later: bool) -> Sequence[Problem]:
        """What is wrong with the form, beyond what its fields cannot read; `later`: the rest is completed later."""
        return ()

    def commit(self, later: bool) -> None:
        """Save. `later` says that the rest will be completed later. Raise `Invalid` to show problems and stay open;
        any other refusal is told above the buttons."""
        raise NotImplementedError

    # Draft

    def offer_draft(self) -> None:
        """Show the draft found at opening, with a quiet line that says so and a way to start over."""
        self._untouched = self.form.state()
        if self._drafts is not None and self._drafts.found is not None:
            found = self._drafts.found
            self.form.restore(found.state)
            self._draft_text.setText(self._words.tr("Draft from {when} restored", when=found.when))
            self._draft_line.show()

    def draft_state(self) -> Mapping[str, object]:
        """The draft found at opening, by the names of its rows; empty where there is none."""
        state = self._drafts.found.state if self._drafts is not None and self._drafts.found is not None else None
        return state if isinstance(state, dict) else {}

    def count_as_untouched(self) -> None:
        """Rows that were added since start over from what stands in them now."""
        self._untouched = self.form.state() | self._untouched

    # Building

    def _build(self, title: str, subtitle: str, later_text: str) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._built_head(title, subtitle))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inner = _Rows(self.form)
        self._scroll.setWidget(self._inner)
        column.addWidget(self._scroll, 1)
        column.addWidget(Line())
        self._refusal = Banner("", "error")
        self._refusal.hide()
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 12, 24, 12)
        foot.setSpacing(12)
        foot.addWidget(self._refusal)
        foot.addLayout(self._built_buttons(later_text))
        column.addLayout(foot)

    def _built_head(self, title: str, subtitle: str) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(4)
        column.addWidget(Text(title, look="heading", wrap=True))
        if subtitle:
            column.addWidget(Text(subtitle, look="quiet", wrap=True))
        self._draft_line = QWidget()
        row = QHBoxLayout(self._draft_line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._draft_text = Text(look="small")
        self.start_over_button = Button(self._words.tr("Start over"), "link")
        row.addWidget(self._draft_text)
        row.addWidget(Text("·", look="small"))
        row.addWidget(self.start_over_button)
        row.addStretch(1)
        self._draft_line.hide()
        column.addWidget(self._draft_line)
        return head

    def _built_buttons(self, later_text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        # With a draft kept nothing is cancelled by closing.
        self._close = Button(self._words.tr("Close") if self._drafts else self._words.tr("Cancel"), "quiet")
        row.addWidget(self._close)
        self.later_button = Button(later_text)
        self.later_button.setVisible(bool(later_text))
        row.addWidget(self.later_button)
        self.save_button = Button(self._save_text, "main")
        row.addWidget(self.save_button)
        return row

    def _connect(self) -> None:
        self.form.submitted.connect(self._on_save)
        for change in (self.form.edited, self.form.withdrawn):
            change.connect(self._say_what_save_does)
        self.save_button.clicked.connect(self._on_save)
        self.later_button.clicked.connect(self._on_later)
        self._close.clicked.connect(self.reject)
        self._inner.grew.connect(self._on_grown)
        self.start_over_button.clicked.connect(self._on_start_over)
        if self._keeper is not None:
            self._keeper.refused.connect(self._on_refused)

    # Saving

    def _on_save(self) -> None:
        self._attempt(later=False)

    def _on_later(self) -> None:
        self._attempt(later=True)

    def _attempt(self, *, later: bool) -> None:
        self._refusal.hide()
        problems = (*self.form.unread(), *self.check(later))
        may_save = self.form.may_save(problems, self._sentence)
        self._say_what_save_does()
        if not may_save:
            return
        try:
            self.commit(later)
        except Invalid as refused:
            self.form.show_problems(refused.problems, self._sentence)
            return
        except ForlaensError as error:
            self._on_refused(error)
            return
        if self._keeper is not None:
            self._keeper.clear()
        self.form.mark_clean()
        self.saved.emit()
        self.accept()

    def refused(self) -> str:
        """Why nothing was saved, as it is told above the buttons; "" while nothing is told."""
        return "" if self._refusal.isHidden() else self._refusal.text()

    def _on_refused(self, error: ForlaensError) -> None:
        self._refusal.say(refusal(self._words, error), "error")
        self._refusal.show()

    def _say_what_save_does(self) -> None:
        waiting = self.form.awaits_second_save()
        self.save_button.setText(self._anyway_text if waiting else self._save_text)

    def _on_start_over(self) -> None:
        if self._keeper is not None:
            self._keeper.clear()
        self.form.restore(self._untouched)
        self.form.mark_clean()
        self.form.clear_problems()
        self._draft_line.hide()

    # Window

    def reject(self) -> None:
        """Close and keep the draft; where it cannot be kept, ask to be asked again before the text is lost."""
        if self._keeper is None or self._keeper.flush() or self._may_lose:
            super().reject()
            return
        self._may_lose = True
        self._close.setText(self._words.tr("Close and lose the text"))

    def showEvent(self, event: QShowEvent) -> None:
        """Take the form's size at the first showing, unless the owner gave another."""
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.resize(self.sizeHint())
        super().showEvent(event)
        self.form.begin()

    def _on_grown(self) -> None:
        """Give rows that come to the form their room, as far as the screen has it."""
        if self.isVisible() and not self.isMaximized():
            self.resize(self.width(), max(self.height(), self.sizeHint().height()))

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the draft however the window goes away."""
        if self._keeper is not None:
            self._keeper.flush()
        super().hideEvent(event)

    def sizeHint(self) -> QSize:
        """As large as the form, within the screen: what does not fit scrolls."""
        room = self.screen().availableGeometry()
        wanted = max(_WIDTHS.get(self._columns, 880), self._inner.minimumSizeHint().width(), super().sizeHint().width())
        width = min(wanted, room.width() - 32)
        scrolled = self._scroll.sizeHint().expandedTo(self._scroll.minimumSizeHint())
        around = self._column.totalHeightForWidth(width) - scrolled.height()
        return QSize(width, min(self._inner.height_at(width) + around, room.height() - 48))


class _Rows(QWidget):
    """The form within its margins; `grew` says that it wants to be higher than before."""

    grew = Signal()

    def __init__(self, form: Form) -> None:
        super().__init__()
        self.setProperty("look", "clear")
        self._height = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 4, 24, 20)
        self._column.addWidget(form)
        self._column.addStretch(1)

    def height_at(self, width: int) -> int:
        """How high it wants to be at a width, both in pixels; lines of text break where they have to."""
        return self._column.totalHeightForWidth(width) if self._column.hasHeightForWidth() else self.sizeHint().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """At another width the lines of text break elsewhere; that is no growth."""
        super().resizeEvent(event)
        self._height = self.height_at(event.size().width())

    def event(self, event: QEvent) -> bool:
        """Notice that rows came, went or changed."""
        if event.type() is QEvent.Type.LayoutRequest:
            before, self._height = self._height, self.height_at(self.width())
            if self._height > before:
                self.grew.emit()
        return super().event(event)
