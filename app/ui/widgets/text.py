"""Labels: always plain text, so that nothing a person typed is read as markup."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui import icons
from app.ui.theme import theme_of

_LONG_WORD = re.compile(r"\S{30}")


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
