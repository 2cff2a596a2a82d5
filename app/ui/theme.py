"""The colours of the screen as data, and the one place from which widgets that paint get them."""

from __future__ import annotations

import dataclasses
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from app import paths

THEMES = ("light", "dark")
PROPERTY = "forlaens_theme"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One theme: every colour the program uses, by name, and the steps of the ladder by number."""

    name: str
    dark: bool

    background: QColor
    card: QColor
    ink: QColor
    muted: QColor
    line: QColor
    hover: QColor
    track: QColor
    field_line: QColor
    focus: QColor

    accent: QColor
    accent_hover: QColor
    accent_pressed: QColor
    on_accent: QColor
    accent_soft: QColor

    rail: QColor
    rail_ink: QColor
    rail_muted: QColor
    rail_hover: QColor
    rail_selected: QColor
    rail_focus: QColor
    rail_badge: QColor
    on_rail_badge: QColor

    over: QColor
    over_soft: QColor
    soon: QColor
    soon_soft: QColor
    ok: QColor
    ok_soft: QColor

    steps: tuple[QColor, ...]
    step_ink: QColor

    def colour(self, name: str) -> QColor:
        """The colour called `name`, "step 3" included; raises KeyError for a name the theme lacks."""
        if name.startswith("step "):
            return self.steps[int(name.removeprefix("step "))]
        if name not in COLOURS:
            raise KeyError(name)
        return cast(QColor, getattr(self, name))

    def step(self, number: int) -> QColor:
        """The colour of a step of the ladder, 0 to 5."""
        return self.steps[number]


COLOURS = tuple(f.name for f in dataclasses.fields(Theme) if f.name not in {"name", "dark", "steps"})


@lru_cache
def load(name: str) -> Theme:
    """Read resources/themes/<name>.toml; raises KeyError or TypeError where a colour is missing or unknown."""
    data = tomllib.loads((paths.resources() / "themes" / f"{name}.toml").read_text(encoding="utf-8"))
    steps = data["steps"]
    return Theme(
        name=data["name"],
        dark=data["dark"],
        **{colour: QColor(value) for colour, value in data["colours"].items()},
        steps=tuple(QColor(steps[str(number)]) for number in range(6)),
        step_ink=QColor(steps["ink"]),
    )


def theme_of(widget: QWidget) -> Theme:
    """The theme `widget` is shown in. Ask each time you paint: it changes while the program runs."""
    app = QCoreApplication.instance()
    found = app.property(PROPERTY) if app is not None else None
    return found if isinstance(found, Theme) else load("light")
