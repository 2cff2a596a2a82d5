"""What each system is told to start with the session."""

from __future__ import annotations

import plistlib
import subprocess
import sys
from pathlib import Path

import pytest

from app.ui.autostart import DesktopEntry, LaunchAgent, RunKey, autostart, tray_command

ODD = ("/opt/a b/python", "-m", "app", "--data", 'C:\\x "y" $HOME `z` 100%')


def entry(tmp_path: Path) -> DesktopEntry:
    return DesktopEntry(tmp_path / "autostart" / "forlaens.desktop", ODD, tmp_path)


def value(text: str, key: str) -> str:
    """A string of a desktop entry as a desktop reads it."""
    line = next(line for line in text.splitlines() if line.startswith(f"{key}="))
    return line.removeprefix(f"{key}=").replace("\\\\", "\\")


@pytest.mark.skipif(sys.platform == "win32", reason="reads as a shell does")
def test_a_desktop_reads_the_command_as_it_was_meant(tmp_path: Path) -> None:
    made = entry(tmp_path)
    made.turn(True)
    text = made.path.read_text("utf-8")
    assert text.startswith("[Desktop Entry]\nType=Application\n")
    # Quotes and escapes within them are those of a shell; a percent sign is doubled.
    line = value(text, "Exec").replace("%%", "%")
    read = subprocess.run(["sh", "-c", f"printf '%s\\n' {line}"], capture_output=True, text=True, check=True)
    assert tuple(read.stdout.splitlines()) == ODD
    assert value(text, "Path") == str(tmp_path)


@pytest.mark.parametrize("off", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_the_desktop_switched_off_is_off(tmp_path: Path, off: str) -> None:
    made = entry(tmp_path)
    made.turn(True)
    assert made.is_on()
    made.path.write_text(f"[Desktop Entry]\n{off}\n")
    assert not made.is_on()
    made.turn(True)
    assert made.is_on()


def test_switching_off_what_is_off_does_nothing(tmp_path: Path) -> None:
    entry(tmp_path).turn(False)
    assert not entry(tmp_path).is_on()


def test_macos_is_told_by_a_property_list(tmp_path: Path) -> None:
    made = LaunchAgent(tmp_path / "LaunchAgents" / "x.plist", ODD, tmp_path)
    made.turn(True)
    told = plistlib.loads(made.path.read_bytes())
    assert (tuple(told["ProgramArguments"]), told["RunAtLoad"]) == (ODD, True)
    assert told["WorkingDirectory"] == str(tmp_path)
    assert made.is_on()
    made.turn(False)
    assert not made.is_on()


def test_windows_gets_one_line_with_what_has_blanks_in_quotes() -> None:
    line = RunKey(("C:\\Program Files\\Forlaens\\forlaens.exe", "--tray")).line()
    assert line == '"C:\\Program Files\\Forlaens\\forlaens.exe" --tray'


@pytest.mark.parametrize(
    ("platform", "kind"), [("linux", DesktopEntry), ("darwin", LaunchAgent), ("win32", RunKey), ("plan9", type(None))]
)
def test_each_system_has_its_own(platform: str, kind: type[object]) -> None:
    assert isinstance(autostart(platform), kind)


def test_linux_looks_where_the_desktop_keeps_its_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    found = autostart("linux")
    assert isinstance(found, DesktopEntry)
    assert found.path == tmp_path / "autostart" / "forlaens.desktop"


def test_the_command_starts_this_program_in_the_tray_over_the_same_data(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("FORLAENS_DATA", raising=False)
    assert tray_command() == (sys.executable, "-m", "app", "--tray")
    monkeypatch.setenv("FORLAENS_DATA", str(tmp_path))
    assert tray_command()[-2:] == ("--data", str(tmp_path))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert tray_command()[:2] == (sys.executable, "--tray")
