"""The commands in script/ on a machine that lacks something."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "script"
pytestmark = pytest.mark.skipif(os.name != "posix", reason="the commands are for bash")


def _bash(command: str, path: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environ = {"PATH": path, "HOME": str(cwd), "FORLAENS_DATA": str(cwd / "data")}
    bash = shutil.which("bash") or "bash"
    return subprocess.run([bash, "-c", command], cwd=cwd, env=environ, capture_output=True, text=True, check=False)


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder for PATH with what the set-up needs; neither a Python nor apt-get."""
    folder = tmp_path / "programs"
    folder.mkdir()
    for name in ("bash", "cmp", "dirname", "env", "uname"):
        (folder / name).symlink_to(shutil.which(name) or name)
    return folder


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a screen is taken for granted")
def test_run_without_a_screen_says_so_and_ends(programs: Path, tmp_path: Path) -> None:
    done = _bash(f"'{SCRIPT}/run'", str(programs), tmp_path)
    assert done.returncode == 2
    assert "DISPLAY" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "data").exists()


def _program(file: Path, exit_code: int) -> None:
    file.write_text(f"#!/usr/bin/env bash\nexit {exit_code}\n", encoding="utf-8")
    file.chmod(0o755)


def test_without_a_python_that_is_new_enough_it_says_what_to_do(programs: Path, tmp_path: Path) -> None:
    _program(programs / "python3", 1)
    done = _bash(f"source '{SCRIPT}/setup'; find_python", str(programs), tmp_path)
    assert done.returncode == 2
    assert "Python 3.11" in done.stderr
    assert done.stdout == ""


def test_a_newer_python_beside_one_that_is_too_old_is_taken(programs: Path, tmp_path: Path) -> None:
    _program(programs / "python3", 1)
    _program(programs / "python3.12", 0)
    done = _bash(f"source '{SCRIPT}/setup'; find_python", str(programs), tmp_path)
    assert done.stdout.strip() == str(programs / "python3.12")


def test_packages_that_need_a_password_are_left_to_the_user_with_the_line(programs: Path, tmp_path: Path) -> None:
    (programs / "id").write_text("#!/usr/bin/env bash\necho 1000\n", encoding="utf-8")
    (programs / "id").chmod(0o755)
    _program(programs / "sudo", 1)
    done = _bash(f"source '{SCRIPT}/setup'; install_packages libof-nobody7", str(programs), tmp_path)
    assert done.returncode == 2
    assert done.stderr.strip().endswith("sudo apt-get install -y --no-install-recommends libof-nobody7")
