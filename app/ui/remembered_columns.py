"""Tables that stand again as they were left: widths of columns, and what they are sorted by."""

from __future__ import annotations

from functools import partial
from typing import Any

from app.ui.settings import SettingsFile
from app.ui.widgets.table import DataTable


def remember_columns(table: DataTable[Any], settings: SettingsFile, pane: str) -> None:
    """Arrange the table as it is remembered under the name `pane`, and remember how it is arranged from now on."""
    table.restore(settings.recall(pane))
    table.arranged.connect(partial(_keep, table, settings, pane))


def _keep(table: DataTable[Any], settings: SettingsFile, pane: str) -> None:
    settings.remember(pane, table.state())
