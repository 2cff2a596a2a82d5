"""Starting with the session, in the tray: each system has its own place where programs say so.

Whether it is on is read from that place each time, so what the user switches off in the system's own settings is off
here too. Only the Linux one was tried on its system; of the others what is written is tested.
"""

from __future__ import annotations

import os
import plistlib
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.vault import files
from app.vault.errors import told

NAME = "forlaens"
_LABEL = "dk.forlaens.tray"
_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
_OFF = frozenset({"Hidden=true", "X-GNOME-Autostart-enabled=false"})
"""How desktops switch an entry off without removing it."""
_PACKAGE = Path(__file__).resolve().parent.parent


class Autostart(Protocol):
    """Where a system is told what to start."""

    def is_on(self) -> bool:
        """Whether the program starts with the session; what cannot be read counts as off."""

    def turn(self, on: bool) -> None:
        """Let it start with the session from now on, or no more. Raises `FileFailed`."""


@dataclass(frozen=True, slots=True)
class DesktopEntry:
    """A freedesktop entry in the folder of autostart: Linux."""

    path: Path
    command: Sequence[str]
    folder: Path

    def is_on(self) -> bool:
        """Whether the entry is there and not switched off by the desktop."""
        try:
            return _OFF.isdisjoint(self.path.read_text("utf-8", "replace").splitlines())
        except OSError:
            return False

    def turn(self, on: bool) -> None:
        """Write or remove the entry."""
        lines = (
            "[Desktop Entry]",
            "Type=Application",
            "Name=Forlæns",
            f"Exec={' '.join(_quoted(word) for word in self.command)}",
            f"Path={_escaped(str(self.folder))}",
            "X-GNOME-Autostart-enabled=true",
            "",
        )
        _keep(self.path, "\n".join(lines).encode() if on else None)


@dataclass(frozen=True, slots=True)
class LaunchAgent:
    """A property list in the user's LaunchAgents: macOS."""

    path: Path
    command: Sequence[str]
    folder: Path

    def is_on(self) -> bool:
        """Whether the list is there."""
        return self.path.exists()

    def turn(self, on: bool) -> None:
        """Write or remove the list; it counts from the next session on."""
        content = {
            "Label": _LABEL,
            "ProgramArguments": [*self.command],
            "WorkingDirectory": str(self.folder),
            "RunAtLoad": True,
        }
        _keep(self.path, plistlib.dumps(content) if on else None)


@dataclass(frozen=True, slots=True)
class RunKey:
    """A value under the user's Run key in the registry: Windows."""

    command: Sequence[str]

    def is_on(self) -> bool:
        """Whether the value is there."""
        if sys.platform != "win32":
            return False
        import winreg  # only Windows has it

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
                winreg.QueryValueEx(key, NAME)
        except OSError:
            return False
        return True

    def turn(self, on: bool) -> None:
        """Write or remove the value."""
        if sys.platform != "win32":
            return
        import winreg  # only Windows has it

        with told(Path(NAME)), winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
            if on:
                winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, self.line())
            elif self.is_on():
                winreg.DeleteValue(key, NAME)

    def line(self) -> str:
        """The command as Windows reads one."""
        return subprocess.list2cmdline(self.command)


def autostart(platform: str = sys.platform) -> Autostart | None:
    """The one of this system; None for a system of which nothing is known."""
    command, folder = tray_command(), _PACKAGE.parent
    if platform == "win32":
        return RunKey(command)
    if platform == "darwin":
        return LaunchAgent(Path.home() / "Library" / "LaunchAgents" / f"{_LABEL}.plist", command, folder)
    if platform.startswith("linux"):
        config = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
        return DesktopEntry(config / "autostart" / f"{NAME}.desktop", command, folder)
    return None


def tray_command() -> tuple[str, ...]:
    """How this program is started, hidden, over the same data."""
    data = os.environ.get("FORLAENS_DATA", "")
    named = ("--data", str(Path(data).resolve())) if data else ()
    return (*_program(), "--tray", *named)


def _program() -> tuple[str, ...]:
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    python = Path(sys.executable)
    # The other one opens a console window at every start.
    windowless = python.with_name("pythonw.exe")
    return (str(windowless if windowless.exists() else python), "-m", _PACKAGE.name)


def _keep(path: Path, content: bytes | None) -> None:
    with told(path):
        if content is None:
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
    files.write_atomic(path, content)


def _quoted(word: str) -> str:
    """An argument of Exec: in quotes, and what is special within them escaped, twice, as the specification has it."""
    for special in ("\\", '"', "`", "$"):
        word = word.replace(special, f"\\{special}")
    return _escaped(f'"{word}"'.replace("%", "%%"))


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n")
