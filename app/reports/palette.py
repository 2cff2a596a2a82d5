"""The colours of the prints: the tokens of the light theme, whatever theme the screen wears."""

from __future__ import annotations

import functools
import tomllib

from reportlab.lib.colors import Color, HexColor

from app import paths


@functools.cache
def _theme() -> dict[str, dict[str, str]]:
    text = (paths.resources() / "themes" / "light.toml").read_text(encoding="utf-8")
    return {name: part for name, part in tomllib.loads(text).items() if isinstance(part, dict)}


@functools.cache
def colour(token: str) -> Color:
    """A colour of the theme by its name, such as "ink" or "accent_soft"; raises KeyError for an unknown one."""
    return HexColor(_theme()["colours"][token])


@functools.cache
def step_colour(number: int) -> Color:
    """The colour of a step of the ladder, 0–5."""
    return HexColor(_theme()["steps"][str(number)])
