"""Starting: the command line, one instance at a time, and what is said where no window can open."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

from app import VERSION, bootstrap

ROOT = Path(__file__).resolve().parent.parent


def _environment(data: Path, **more: str) -> dict[str, str]:
    return os.environ | {"FORLAENS_DATA": str(data), "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"} | more


def _start(data: Path) -> subprocess.Popen[str]:
    program = [sys.executable, "-P", "-m", "app"]
    return subprocess.Popen(program, env=_environment(data), stderr=subprocess.PIPE, text=True)


def _wait_for_lock(data: Path, pid: int) -> None:
    """Until the process has told of itself and its window was painted (it writes its log then)."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        lock = data / "lock"
        if lock.exists() and f'"pid": {pid}' in lock.read_text() and (data / "forlaens.log").exists():
            return
        time.sleep(0.05)
    raise AssertionError("the program did not start")


def test_the_version_is_the_one_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"] == VERSION
    with pytest.raises(SystemExit):
        bootstrap.options(["--version"])
    assert VERSION in capsys.readouterr().out


def test_the_command_line_names_a_folder_and_the_demo(tmp_path: Path) -> None:
    assert bootstrap.options([]) == bootstrap.Options()
    assert bootstrap.options(["--demo", "--data", str(tmp_path)]) == bootstrap.Options(demo=True, data=tmp_path)


@pytest.mark.parametrize(("named", "language"), [("en_GB", "en"), ("da_DK", "da"), ("de_DE", "da"), ("C", "da")])
def test_the_language_is_danish_unless_the_system_is_english(
    named: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", f"{named}.UTF-8")
    assert bootstrap.system_language() == language


def test_without_a_screen_it_says_so_and_ends_with_2(tmp_path: Path) -> None:
    environment = _environment(tmp_path)
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        environment.pop(name, None)
    done = subprocess.run(
        [sys.executable, "-P", "-m", "app"], env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 2
    assert "DISPLAY" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_second_instance_raises_the_first_and_after_a_kill_it_starts_at_once(tmp_path: Path) -> None:
    first = _start(tmp_path)
    try:
        _wait_for_lock(tmp_path, first.pid)
        second = _start(tmp_path)
        assert second.wait(30) == 0
        assert first.poll() is None
        assert json.loads((tmp_path / "lock").read_text())["pid"] == first.pid
    finally:
        first.send_signal(signal.SIGKILL)
        first.communicate()
        if second.stderr:
            second.stderr.close()
    third = _start(tmp_path)
    try:
        _wait_for_lock(tmp_path, third.pid)
    finally:
        third.kill()
        third.communicate()


def test_the_first_window_needs_neither_tables_nor_cipher_nor_prints() -> None:
    code = (
        "import sys, app.bootstrap, app.ui.program;"
        "heavy = {'sqlalchemy', 'sqlcipher3', 'argon2', 'cryptography', 'reportlab', 'alembic', 'holidays',"
        " 'PySide6.QtNetwork', 'app.labels'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=_environment(ROOT), capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
