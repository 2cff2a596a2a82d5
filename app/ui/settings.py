"""Settings of the program on this machine: no names, nothing of a case; readable while the store is locked."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from app.vault import files
from app.vault.errors import FileFailed
from app.words import LANGUAGES

IDLE_MINUTES = (1, 2, 5, 10, 15)
VISIT_MINUTES = (30, 45, 60)
REMIND_AHEAD = (7, 3, 0)
MOST_AHEAD = 90
"""Days before a due day: a reminder that comes sooner would be forgotten again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the user chose. `remind_ahead` are days before a due day, `reminded_on` the ISO day of the last reminder.
    `panes` remembers window size, columns and filters by the name of their widget."""

    language: str = "da"
    theme: str = "auto"
    text_scale: float = 1.0
    idle_minutes: int = 5
    visit_minutes: int = 45
    second_place: str = ""
    reminds: bool = True
    remind_ahead: list[int] = field(default_factory=lambda: [*REMIND_AHEAD])
    reminded_on: str = ""
    panes: dict[str, Any] = field(default_factory=dict)


class SettingsFile:
    """The settings and their file; a file that cannot be read gives the defaults, one that cannot be written is let go.

    `language` is the one before any was chosen. Anything of the wrong kind in the file falls back to its default
    alone, so that a damaged line costs one setting.
    """

    def __init__(self, path: Path, language: str = "da") -> None:
        self._path = path
        self._language = language
        self.now = self._read()

    def change(self, **values: object) -> None:
        """Change settings and keep them; raises `FileFailed` where the file cannot be written."""
        self.now = replace(self.now, **values)  # type: ignore[arg-type]  # checked by the dataclass's own readers
        self._path.parent.mkdir(parents=True, exist_ok=True)
        files.write_json(self._path, asdict(self.now))

    def keep(self) -> None:
        """Write what was remembered; where it cannot be written, it is let go."""
        with contextlib.suppress(FileFailed):
            self.change()

    def remember(self, pane: str, state: object) -> None:
        """Remember how a part of the window was left; kept when the program ends or anything else is changed."""
        self.now = replace(self.now, panes=self.now.panes | {pane: state})

    def recall(self, pane: str) -> Any:  # noqa: ANN401 (whatever was remembered)
        """What was remembered of a part of the window, or None."""
        return self.now.panes.get(pane)

    def _read(self) -> Settings:
        found = files.read_json(self._path) or {}
        defaults = Settings(language=self._language)
        kept = {
            f.name: found[f.name]
            for f in fields(Settings)
            if f.name in found and isinstance(found[f.name], type(getattr(defaults, f.name)))
        }
        return _within_limits(replace(defaults, **kept), defaults)


def _within_limits(found: Settings, defaults: Settings) -> Settings:
    """A file edited by hand must not switch the lock off, make text too small to read, or break a reminder."""
    allowed = {
        "language": found.language in LANGUAGES,
        "idle_minutes": found.idle_minutes in IDLE_MINUTES,
        "visit_minutes": found.visit_minutes in VISIT_MINUTES,
        "text_scale": 1.0 <= found.text_scale <= 2.0,
        "remind_ahead": _are_days(found.remind_ahead),
    }
    return replace(found, **{name: getattr(defaults, name) for name, fits in allowed.items() if not fits})


def _are_days(found: Sequence[object]) -> bool:
    return all(isinstance(days, int) and 0 <= days <= MOST_AHEAD for days in found)
