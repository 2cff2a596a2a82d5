"""A program started in the tray of a desktop that is made of tests: run as a process of its own, since it has its own
QApplication. Prints as JSON what was seen."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from app.ui import program as program_module
from app.ui.program import Program
from app.ui.settings import SettingsFile
from app.ui.tray import Tray
from app.vault.store_folder import DataFolder
from app.words import Words

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def main(folder: Path) -> None:
    desktop = pytest.MonkeyPatch()
    desktop.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    told: list[str] = []
    desktop.setattr(QSystemTrayIcon, "showMessage", lambda _icon, _title, text, *_more: told.append(text))
    renewed: list[str] = []
    data = DataFolder(folder)
    program = Program(["forlaens"], data, SettingsFile(data.settings), Words("en"), lambda: NOW, renewed.append)
    program.start("forlaens-in-tray", "run", is_demo=False, in_tray=True)
    seen: dict[str, object] = {}

    def look() -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        tray = app.findChild(Tray)
        assert isinstance(tray, Tray)
        QTest.qWait(2_500)
        seen["told"] = [*told]
        seen["hidden"] = windows() == 0
        tray.reminder_opened.emit()
        seen["opened"] = windows() == 1
        next(widget for widget in app.topLevelWidgets() if widget.isVisible()).close()
        seen["closed"] = [*renewed]
        tray.opened.emit()
        tray.quit_asked.emit()

    QTimer.singleShot(0, look)
    seen["code"] = program.run()
    seen["renewed"] = renewed
    sys.stdout.write(json.dumps(seen))


def windows() -> int:
    """How many windows are to be seen."""
    return sum(widget.isVisible() for widget in QApplication.topLevelWidgets())


def without_tray(folder: Path) -> None:
    """The same on a desktop that never makes a tray."""
    pytest.MonkeyPatch().setattr(program_module, "_TRAY_MS", 50)
    data, renewed = DataFolder(folder), list[str]()
    program = Program(["forlaens"], data, SettingsFile(data.settings), Words("en"), lambda: NOW, renewed.append)
    program.start("forlaens-no-tray", "run", is_demo=False, in_tray=True)
    seen: dict[str, object] = {"hidden": windows() == 0}

    def look() -> None:
        QTest.qWait(1_500)
        seen["shown"] = windows() == 1
        next(widget for widget in QApplication.topLevelWidgets() if widget.isVisible()).close()

    QTimer.singleShot(0, look)
    seen["code"] = program.run()
    sys.stdout.write(json.dumps(seen))


if __name__ == "__main__":
    {"tray": main, "none": without_tray}[sys.argv[2]](Path(sys.argv[1]))
