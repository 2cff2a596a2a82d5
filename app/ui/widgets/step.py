"""One step of something done step by step: a title, what it is about, content, and buttons at its foot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.ui.widgets.surfaces import Banner
from app.ui.widgets.text import Text
from app.words import Words

WIDTH = 520  # px: lines of text stay readable


class Step(QWidget):
    """Subclasses fill `body` and `foot`. While something is done on the worker thread the step is `busy`.

    `look` is that of the title: a window that is one step after the other has the title of a page, a dialog its own.
    """

    def __init__(self, words: Words, title: str, intro: str = "", width: int = WIDTH, *, look: str = "title") -> None:
        super().__init__()
        self.words = words
        self.setFixedWidth(width)
        self.title = Text(title, look, wrap=True)
        self.intro = Text(intro, "quiet", wrap=True)
        self.intro.setVisible(bool(intro))
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self._problem = Banner("", "error")
        self._problem.hide()
        self._doing = Text("", "quiet", wrap=True)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._content = QWidget()
        self._lay_out()
        self.be_done()

    def begin(self) -> None:
        """Put the focus where typing begins; called when the step is shown."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def be_busy(self, doing: str) -> None:
        """Say what is being done; nothing can be pressed meanwhile."""
        self.clear_problem()
        self._content.setEnabled(False)
        self._doing.setText(doing)
        self._progress.setAccessibleName(doing)
        self._doing.show()
        self._progress.show()

    def be_done(self) -> None:
        """What was being done ended."""
        self._content.setEnabled(True)
        self._doing.hide()
        self._progress.hide()

    def show_problem(self, sentence: str, kind: str = "error") -> None:
        """Say what went wrong, above the content."""
        self._problem.say(sentence, kind)
        self._problem.show()

    def clear_problem(self) -> None:
        """Take the problem away."""
        self._problem.hide()

    def problem(self) -> str:
        """The problem shown, "" for none."""
        return "" if self._problem.isHidden() else self._problem.text()

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(20)
        inside.addLayout(self.body)
        inside.addLayout(self.foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.intro)
        column.addWidget(self._problem)
        column.addWidget(self._content)
        column.addWidget(self._doing)
        column.addWidget(self._progress)
