"""What a page is built of: its head, cards, notices, and what stands where there is nothing yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.widgets.button import Button
from app.ui.widgets.text import IconLabel, OneLine, Text, set_property


class PageHeader(QWidget):
    """The title row of a page: title and a quiet line under it, then `middle` and `end` for search and main action."""

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text(title, "title")
        self._subtitle = OneLine(look="quiet")
        # Every page begins at the same height, with a subtitle or without.
        kept = self._subtitle.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._subtitle.setSizePolicy(kept)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._subtitle)
        self.middle = QHBoxLayout()
        self.middle.setSpacing(12)
        self.end = QHBoxLayout()
        self.end.setSpacing(12)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addLayout(names)
        row.addLayout(self.middle, 1)
        row.addLayout(self.end)
        self.set_subtitle(subtitle)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)

    def set_subtitle(self, subtitle: str) -> None:
        """Show another quiet line; "" takes it away."""
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def title(self) -> str:
        """The title shown."""
        return self._title.text()


class Card(QFrame):
    """A white sheet with a title, a quiet subtitle beside it, an optional action, and content in `body`."""

    def __init__(self, title: str = "", subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._title = Text(title, "heading")
        self._subtitle = OneLine(subtitle, "small")
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addWidget(self._title, 0, Qt.AlignmentFlag.AlignBaseline)
        self._head.addWidget(self._subtitle, 1, Qt.AlignmentFlag.AlignBaseline)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        if title or subtitle:
            column.addLayout(self._head)
        column.addLayout(self.body, 1)
        self.setAccessibleName(title)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Show other words in the head of a card made with a title."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self.setAccessibleName(title)

    def set_subtitle(self, subtitle: str) -> None:
        """Show another quiet subtitle."""
        self._subtitle.setText(subtitle)

    def subtitle(self) -> str:
        """The quiet subtitle shown."""
        return self._subtitle.text()

    def set_tone(self, tone: str) -> None:
        """Colour the card's line and title "over" or "soon"; "" is calm. The title must say so too."""
        set_property(self, "tone", tone)
        self._title.set_look("heading-" + tone if tone else "heading")

    def add_action(self, button: QWidget) -> None:
        """Put a button at the end of the head."""
        self._head.addWidget(button)


class EmptyState(QWidget):
    """Stands where there is nothing yet: what belongs here, and the first step towards it."""

    started = Signal()

    def __init__(
        self, title: str, text: str = "", action: str = "", *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(1)
        if icon:
            column.addWidget(IconLabel(icon, "field_line", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._heading = Text(title, "strong", wrap=True)
        self._heading.setAlignment(centre)
        column.addWidget(self._heading)
        if text:
            explanation = Text(text, "quiet", wrap=True)
            explanation.setAlignment(centre)
            column.addWidget(explanation)
        if action:
            self.button = Button(action)
            self.button.clicked.connect(self._on_clicked)
            column.addSpacing(4)
            column.addWidget(self.button, 0, centre)
        column.addStretch(1)

    def set_title(self, title: str) -> None:
        """Say something else of what is not there."""
        self._heading.setText(title)

    def _on_clicked(self) -> None:
        self.started.emit()


_BANNER_ICONS = {"info": "info", "ok": "circle-check", "warning": "triangle-alert", "error": "circle-alert"}
_BANNER_COLOURS = {"info": "accent", "ok": "ok", "warning": "soon", "error": "over"}


class Banner(QFrame):
    """A notice across a page: demo data, read-only, a copy that failed.

    `kind` is "info", "ok", "warning" or "error"; the words must say it too.
    """

    acted = Signal()

    def __init__(self, text: str, kind: str = "info", action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "banner")
        self._icon = IconLabel(_BANNER_ICONS[kind], _BANNER_COLOURS[kind])
        self._text = Text(wrap=True)
        self._button = Button(action, "quiet")
        self._button.setVisible(bool(action))
        self._button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        self.say(text, kind)

    def say(self, text: str, kind: str = "info") -> None:
        """Show another notice."""
        set_property(self, "tone", kind)
        self._icon.show_icon(_BANNER_ICONS[kind], _BANNER_COLOURS[kind])
        self._text.setText(text)
        self._text.setMinimumHeight(max(28, self._button.minimumSizeHint().height() if self._button.text() else 28))
        self.setAccessibleName(text)

    def offer(self, action: str) -> None:
        """Offer another action beside the notice; "" takes it away."""
        self._button.setText(action)
        self._button.setVisible(bool(action))

    def text(self) -> str:
        """What the notice says."""
        return self._text.text()

    def _on_clicked(self) -> None:
        self.acted.emit()


class Line(QFrame):
    """A thin line between two things."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "line")


class Scroll(QScrollArea):
    """A column that scrolls up and down when it does not fit; fill `body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Not the one that Qt makes itself: see `StartWindow._on_looked`.
        view = QWidget()
        self.setViewport(view)
        view.setAutoFillBackground(False)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("look", "clear")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(16)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)


def scroll_around(widget: QWidget) -> QScrollArea | None:
    """What scrolls the page on which a widget stands; None where nothing does."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above
