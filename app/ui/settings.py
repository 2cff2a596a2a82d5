"""Settings of the program on this machine: no names, nothing of a case; readable while the store is locked."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from app.vault import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the user chose. `panes` remembers window size, columns and filters by the name of their widget."""

    language: str = "da"
    theme: str = "auto"
    text_scale: float = 1.0
    idle_minutes: int = 5
    visit_minutes: int = 45
    second_place: str = ""
    panes: dict[str, Any] = field(default_factory=dict)


class SettingsFile:
    """The settings and their file; a file that cannot be read gives the defaults, one that cannot be written is let go.

    Anything in it of the wrong kind falls back to its default alone, so that a damaged line costs one setting.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.now = self._read()

    def change(self, **values: object) -> None:
        """Change settings and keep them; raises `FileFailed` where the file cannot be written."""
        self.now = replace(self.now, **values)  # type: ignore[arg-type]  # checked by the dataclass's own readers
        self._path.parent.mkdir(parents=True, exist_ok=True)
        files.write_json(self._path, asdict(self.now))

    def remember(self, pane: str, state: object) -> None:
        """Remember how a part of the window was left; kept when the program ends or anything else is changed."""
        self.now = replace(self.now, panes=self.now.panes | {pane: state})

    def recall(self, pane: str) -> Any:  # noqa: ANN401 (whatever was remembered)
        """What was remembered of a part of the window, or None."""
        return self.now.panes.get(pane)

    def _read(self) -> Settings:
        found = files.read_json(self._path) or {}
        defaults = Settings()
        kept = {
            f.name: found[f.name]
            for f in fields(Settings)
            if f.name in found and isinstance(found[f.name], type(getattr(defaults, f.name)))
        }
        return Settings(**kept)
