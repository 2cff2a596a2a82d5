"""Push buttons of the program's kinds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QPushButton, QToolButton, QWidget

from app.ui import icons
from app.ui.theme import theme_of

_ICON_COLOURS = {"main": "on_accent", "danger": "over"}
_WITH_ANOTHER_KEY = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_GAP = 4  # px between icon and words, beyond Qt's own


def _presses(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Whether Enter pressed the button in focus; Qt lets only Space do so where a button is not a dialog's default."""
    if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or event.modifiers() & _WITH_ANOTHER_KEY:
        return False
    event.accept()
    button.click()
    return True


class PushButton(QPushButton):
    """A button without a look of its own, that Enter presses as Space does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button."""
        if not _presses(self, event):
            super().keyPressEvent(event)


class Button(PushButton):
    """A button; `look` is "main" (one a page), "plain", "danger", "quiet" (no frame) or "link" (in running text)."""

    def __init__(self, text: str, look: str = "plain", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("look", look)
        self._look, self._icon = look, icon
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._draw_icon()

    def open_menu(self, menu: QMenu) -> None:
        """Let the button open `menu`, with an arrow that says so."""
        self.setProperty("menu", True)
        self.setMenu(menu)

    def sizeHint(self) -> QSize:
        """Room for the words as they are written while chosen, which is bolder where a button can be."""
        hint = super().sizeHint()
        if self.isCheckable():
            bold = QFont(self.font())
            bold.setWeight(QFont.Weight.DemiBold)
            plain = QFont(bold)
            plain.setWeight(QFont.Weight.Normal)
            text = self.text()
            wider = QFontMetrics(bold).horizontalAdvance(text) - QFontMetrics(plain).horizontalAdvance(text)
            hint.setWidth(hint.width() + wider)
        return hint

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._draw_icon()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button; on the accent colour the ring of focus needs a light line of its own to be seen."""
        super().paintEvent(event)
        if self.hasFocus() and (self._look == "main" or self.isChecked()):
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme_of(self).on_accent, 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 5, 5)
            painter.end()

    def _draw_icon(self) -> None:
        if self._icon:
            colour = _ICON_COLOURS.get(self._look, "accent")
            self.setIcon(icons.icon(theme_of(self), self._icon, colour, _GAP))
            self.setIconSize(icons.size_with(_GAP))


class IconButton(QToolButton):
    """A small square button with an icon alone; `name` is its accessible name and its tooltip."""

    def __init__(self, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIconSize(QSize(icons.SIZE, icons.SIZE))
        self.set_name(name)
        self._draw_icon()

    def set_name(self, name: str) -> None:
        """Say what the button does now."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def show_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self._draw_icon()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button as Space does."""
        if not _presses(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._draw_icon()

    def _draw_icon(self) -> None:
        self.setIcon(icons.icon(theme_of(self), self._icon, "muted"))
