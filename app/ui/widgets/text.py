"""Labels: always plain text, so that nothing a person typed is read as markup."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui import icons
from app.ui.theme import theme_of
from app.ui.widgets.tips import plain_tip

_LEAST = 48  # px that a line keeps which gives way
_LONG_WORD = re.compile(r"\S{30}")
# A name in Arabic letters too stands where names stand, beside its disc; Qt would put it at the far end of its room.
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute


class Text(QLabel):
    """A line or paragraph of plain text.

    `look` is "body", "title", "heading", "strong", "quiet", "small", "label", "over", "soon" or "ok".
    """

    def __init__(
        self,
        text: str = "",
        look: str = "body",
        *,
        wrap: bool = False,
        select: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(_LEFT)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        if select:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setProperty("look", look)
        self.setText(text)

    def set_look(self, look: str) -> None:
        """Change what kind of text this is."""
        set_property(self, "look", look)


class OneLine(Text):
    """A line that is of less weight than what stands beside it: it ends in "…" where the room does, and is whole on
    hover and to screen readers."""

    def minimumSizeHint(self) -> QSize:
        """It gives way to everything else."""
        return QSize(min(_LEAST, self.sizeHint().width()), super().minimumSizeHint().height())

    def setText(self, text: str) -> None:
        """Show another line."""
        super().setText(text)
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether the line fits now."""
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        painter, role = QPainter(self), self.foregroundRole()
        place, shown = self.contentsRect(), self._shown()
        self.style().drawItemText(painter, place, int(self.alignment()), self.palette(), self.isEnabled(), shown, role)
        painter.end()

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def _tell(self) -> None:
        self.setToolTip(plain_tip(self.text()) if self._shown() != self.text() else "")


def breakable(text: str) -> str:
    """The text with places to break in words longer than 30 characters, which would widen what they stand in."""
    return _LONG_WORD.sub("\\g<0>\u200b", text)


class IconLabel(QLabel):
    """An icon that follows the theme; decoration only, so screen readers pass it by unless it is named."""

    def __init__(self, name: str, colour: str = "muted", size: int = icons.SIZE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._colour, self._size = name, colour, size
        self.setFixedSize(size, size)
        self._draw()

    def show_icon(self, name: str, colour: str) -> None:
        """Show another icon, or the same in another colour of the theme."""
        self._name, self._colour = name, colour
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in the colours of a new theme."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.DevicePixelRatioChange}:
            self._draw()

    def _draw(self) -> None:
        colour = theme_of(self).colour(self._colour)
        self.setPixmap(icons.pixmap(self._name, colour, self._size, self.devicePixelRatioF()))


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and let the style look again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
