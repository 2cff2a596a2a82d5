"""Puts a theme on the program: fonts, palette, style sheet. The screens themselves set no colour."""

from __future__ import annotations

from pathlib import Path
from string import Template

from PySide6.QtCore import QDir, QObject, QSignalBlocker, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from app import paths
from app.ui import icons
from app.ui.theme import COLOURS, PROPERTY, Theme, load

AUTO = "auto"
CHOICES = (AUTO, "light", "dark")
FAMILIES = ("IBM Plex Sans", "DejaVu Sans", "Noto Emoji")
BODY = 14
# For the application's arguments: asked for by a call, the style would bring all of its enumerations to Python.
STYLE = ("-style", "Fusion")
# Pictures the style sheet needs as files; each in the colour named.
_SHEET_ICONS = {
    "check": "on_accent",
    "minus": "on_accent",
    "chevron-down": "muted",
    "chevron-up": "muted",
    "chevron-left": "ink",
    "chevron-right": "ink",
}


class Look(QObject):
    """The appearance of the whole program; one is made by bootstrap and handed on.

    `choice` is "light", "dark" or "auto" (as the system says); `text_scale` enlarges text and controls, 1.0 to 2.0.
    """

    changed = Signal()

    def __init__(self, app: QApplication, choice: str = AUTO, text_scale: float = 1.0) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._text_scale = text_scale
        self._folder = QTemporaryDir()
        _load_fonts()
        QDir.setSearchPaths("theme", [self._folder.path()])
        self._hints = app.styleHints()
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        self._apply()

    @property
    def theme(self) -> Theme:
        """The theme in use, "auto" resolved."""
        return load(self._resolved())

    def choose(self, choice: str, text_scale: float = 1.0) -> None:
        """Change theme or size of text while the program runs; raises ValueError for an unknown choice."""
        if choice not in CHOICES:
            raise ValueError(f"no such theme: {choice}")
        self._choice, self._text_scale = choice, text_scale
        self._apply()

    def put_away(self) -> None:
        """Remove the pictures made for the style sheet, where the process ends without a farewell."""
        self._folder.remove()

    def _resolved(self) -> str:
        if self._choice != AUTO:
            return self._choice
        return "dark" if self._hints.colorScheme() is Qt.ColorScheme.Dark else "light"

    def _on_system_changed(self) -> None:
        if self._choice == AUTO:
            self._apply()

    def _apply(self) -> None:
        theme = self.theme
        self._app.setProperty(PROPERTY, theme)
        self._write_sheet_icons(theme)
        font = QFont()
        font.setFamilies(list(FAMILIES))
        font.setPixelSize(round(BODY * self._text_scale))
        # Setting a palette can make Qt report a changed colour scheme, which would call this again.
        blocker = QSignalBlocker(self._hints)
        self._app.setFont(font)
        self._app.setPalette(palette(theme))
        blocker.unblock()
        self._app.setStyleSheet(style_sheet(theme, self._text_scale))
        self.changed.emit()

    def _write_sheet_icons(self, theme: Theme) -> None:
        folder = Path(self._folder.path()) / theme.name
        folder.mkdir(exist_ok=True)
        for name, colour in _SHEET_ICONS.items():
            (folder / f"{name}.svg").write_bytes(icons.source(name, theme.colour(colour).name()))


def _load_fonts() -> None:
    """Register the bundled fonts; DejaVu Sans and Noto Emoji stand in where Plex lacks a glyph."""
    for file in sorted((paths.resources() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def style_sheet(theme: Theme, text_scale: float = 1.0) -> str:
    """resources/themes/style.qss with the theme's colours and the sizes for this scale of text filled in."""
    template = (paths.resources() / "themes" / "style.qss").read_text(encoding="utf-8")
    sizes = {"body": 14, "small": 12, "quiet": 13, "heading": 16, "title": 24, "control": 34, "compact": 26}
    return Template(template).substitute(
        {name: theme.colour(name).name() for name in COLOURS},
        theme=theme.name,
        **{name: f"{round(size * text_scale)}px" for name, size in sizes.items()},
    )


def palette(theme: Theme) -> QPalette:
    """The Fusion palette of a theme, for everything the style sheet leaves to the style."""
    roles = {
        QPalette.ColorRole.Window: theme.background,
        QPalette.ColorRole.WindowText: theme.ink,
        QPalette.ColorRole.Base: theme.card,
        QPalette.ColorRole.AlternateBase: theme.hover,
        QPalette.ColorRole.Text: theme.ink,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Button: theme.card,
        QPalette.ColorRole.ButtonText: theme.ink,
        QPalette.ColorRole.BrightText: theme.over,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.ToolTipBase: theme.card,
        QPalette.ColorRole.ToolTipText: theme.ink,
        QPalette.ColorRole.Light: theme.card,
        QPalette.ColorRole.Midlight: theme.line,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Dark: theme.field_line,
        QPalette.ColorRole.Shadow: theme.field_line,
    }
    made = QPalette()
    for role, colour in roles.items():
        made.setColor(role, colour)
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.muted))
    return made
