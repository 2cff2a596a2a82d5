"""One row of a form: label, field, help, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.errors import Severity
from app.ui.widgets.field import Field
from app.ui.widgets.text import IconLabel, Text
from app.words import Words

_ICONS = {Severity.ERROR: "circle-alert", Severity.WARNING: "triangle-alert", Severity.HINT: "info"}
_COLOURS = {Severity.ERROR: "over", Severity.WARNING: "soon", Severity.HINT: "muted"}


class Remark(QWidget):
    """A problem in words: an icon, the kind of problem as a word, and the sentence."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds = {
            Severity.ERROR: words.tr("Please mend:"),
            Severity.WARNING: words.tr("Please note:"),
            Severity.HINT: words.tr("Tip:"),
        }
        self._icon = IconLabel("info")
        self._kind = Text(look="error")
        self._sentence = Text(wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._icon, 0, top)
        row.addWidget(self._kind, 0, top)
        row.addWidget(self._sentence, 1)
        self.hide()

    def show_sentence(self, severity: Severity, sentence: str) -> None:
        """Show the sentence as this kind of problem."""
        self._icon.show_icon(_ICONS[severity], _COLOURS[severity])
        self._kind.set_look(severity.value)
        self._kind.setText(self._kinds[severity])
        self._sentence.setText(sentence)
        self.show()

    def sentence(self) -> str:
        """What is shown, "" while nothing is."""
        return f"{self._kind.text()} {self._sentence.text()}" if not self.isHidden() else ""


class FormRow(QWidget):
    """Label, field, help and remark of one field, wired for screen readers: buddy, name and description.

    A row that is no longer asked for says nothing any more; `withdrawn` tells that a problem went with it.
    """

    withdrawn = Signal()

    def __init__(
        self, words: Words, label: str, field: Field[object], *, help_text: str = "", required: bool = False
    ) -> None:
        super().__init__()
        self.field = field
        self._name, self._help_text = label, help_text
        self._label = Text(label, "label", wrap=not required)
        self._label.setBuddy(field.control())
        if not label:
            self._label.hide()
        self._required = words.tr("required") if required else ""
        self._words = words
        # Most rows never have a remark, and a long form opens faster without them.
        self._remark: Remark | None = None
        self._severity: Severity | None = None
        self._corner: QWidget | None = None
        self._lay_out()
        self.clear()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._label, 0 if self._required else 1)
        if self._required:
            head.addWidget(Text(self._required, look="small"))
            head.addStretch(1)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.field)
        if self._help_text:
            column.addWidget(Text(self._help_text, look="small", wrap=True))

    def add_corner(self, button: QWidget) -> None:
        """Put a button at the end of the label's line, which keeps its height whether the button is shown or not."""
        button.setParent(self)
        self._corner = button
        self._place_corner()

    def add_below(self, widget: QWidget, *, as_wide: bool = True) -> None:
        """Put something below the field and its help, `as_wide` as the row or at its left."""
        self._column.addWidget(widget, 0, Qt.AlignmentFlag(0) if as_wide else Qt.AlignmentFlag.AlignLeft)

    def event(self, event: QEvent) -> bool:
        """Hidden by itself, not with what it stands in: another answer asks for other rows."""
        if event.type() is QEvent.Type.HideToParent and self._severity is not None:
            self.clear()
            self.withdrawn.emit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the end of the line."""
        super().resizeEvent(event)
        self._place_corner()

    def show_problem(self, severity: Severity, sentence: str) -> None:
        """Say what is wrong beside the field, in words, icon and tone, and to screen readers."""
        if self._remark is None:
            self._remark = Remark(self._words, self)
            self._column.addWidget(self._remark)
        self._severity = severity
        self._remark.show_sentence(severity, sentence)
        self.field.set_tone("" if severity is Severity.HINT else severity.value)
        self._describe(self._remark.sentence())

    def severity(self) -> Severity | None:
        """How grave the problem shown is, None for none."""
        return self._severity

    def clear(self) -> None:
        """Take the problem away: it was told of what stood there before."""
        self._severity = None
        if self._remark is not None:
            self._remark.hide()
        self.field.set_tone("")
        self._describe("")

    def remark(self) -> str:
        """The problem shown, "" for none."""
        return self._remark.sentence() if self._remark is not None else ""

    def announce(self) -> None:
        """Let a screen reader say the problem now."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # the first window has nothing to announce

        event = QAccessibleAnnouncementEvent(self, f"{self._name}. {self.remark()}")
        QAccessible.updateAccessibility(event)

    def _place_corner(self) -> None:
        if self._corner is not None:
            wanted = self._corner.sizeHint()
            # Not as high as the label wants to be: one that may wrap wants room for more lines than it has.
            above = (self._label.fontMetrics().lineSpacing() - wanted.height()) // 2
            self._corner.setGeometry(self.width() - wanted.width(), above, wanted.width(), wanted.height())

    def _describe(self, remark: str) -> None:
        description = " ".join(part for part in (remark, self._required, self._help_text) if part)
        self.field.describe(self._name, description)
