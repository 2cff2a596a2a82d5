"""Where resources and data lie, run from source, a wheel or a frozen program."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs


def resources() -> Path:
    """The folder with catalogue, themes, icons, fonts and words."""
    if frozen := getattr(sys, "_MEIPASS", None):
        return Path(frozen) / "resources"
    here = Path(__file__).resolve().parent
    inside = here / "resources"
    return inside if inside.is_dir() else here.parent / "resources"


def data() -> Path:
    """The user's folder for stores, slots, settings and copies; FORLAENS_DATA names another one."""
    if named := os.environ.get("FORLAENS_DATA"):
        return Path(named)
    return Path(platformdirs.user_data_dir("forlaens", appauthor=False, roaming=False))
