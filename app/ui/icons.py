"""Outline icons (Lucide), drawn in a colour of the theme and sharp at any scale."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from app import paths
from app.ui.theme import Theme, theme_of

SIZE = 18
# For a screen plugged in later, of which nothing is known: 18 px at 400 %, from which Qt scales down.
_LARGEST = 72


@lru_cache
def source(name: str, colour: str) -> bytes:
    """The SVG of an icon with its strokes in `colour` ("#rrggbb"); raises FileNotFoundError for an unknown name."""
    text = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return text.replace("currentColor", colour).encode()


def pixmap(name: str, colour: QColor, size: int = SIZE, ratio: float = 1.0, gap: int = 0) -> QPixmap:
    """The icon as a picture `size` px wide on a screen of this device pixel ratio, with `gap` px empty at its right."""
    return _picture(name, colour.name(), size, ratio, gap)


@lru_cache(maxsize=256)
def _picture(name: str, colour: str, size: int, ratio: float, gap: int) -> QPixmap:
    """As `pixmap`, drawn once: a label draws itself at each change of style."""
    pixels = round(size * ratio)
    picture = QPixmap(pixels + round(gap * ratio), pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(source(name, colour))).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, disabled: str, drawn: tuple[int, ...], gap: int) -> QIcon:
    icon = QIcon()
    for pixels in drawn:
        beside = round(gap * pixels / SIZE)
        icon.addPixmap(pixmap(name, QColor(colour), pixels, gap=beside), QIcon.Mode.Normal)
        icon.addPixmap(pixmap(name, QColor(disabled), pixels, gap=beside), QIcon.Mode.Disabled)
    return icon


def icon(theme: Theme, name: str, colour: str = "ink", gap: int = 0) -> QIcon:
    """The icon in a colour of the theme, muted where its control is disabled.

    `gap` px stay empty at its right: Qt sets the words of a button too close to its icon. The button's icon is then
    `size_with(gap)` large.
    """
    return _icon(name, theme.colour(colour).name(), theme.field_line.name(), _pixels(), gap)


def size_with(gap: int) -> QSize:
    """The size of a button's icon with room between it and the words."""
    return QSize(SIZE + gap, SIZE)


def _pixels() -> tuple[int, ...]:
    """The device pixels an icon is drawn in: its size on every screen there is, so that Qt finds the exact one."""
    ratios = {screen.devicePixelRatio() for screen in QGuiApplication.screens()}
    return (*sorted({round(SIZE * ratio) for ratio in ratios}), _LARGEST)


def paint(widget: QWidget, painter: QPainter, name: str, colour: str, place: QRectF) -> None:
    """Draw an icon into `place` while `widget` paints itself."""
    svg = QSvgRenderer(QByteArray(source(name, theme_of(widget).colour(colour).name())))
    svg.render(painter, place)
