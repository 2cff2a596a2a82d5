"""The wheel carries all it needs and its command starts."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BUILT_FROM = ("app", "resources", "pyproject.toml", "setup.py", "README.md", "LICENSE", "LICENSES.md")
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what a wheel is built from, so that nothing an earlier build left can slip into it."""
    copy = tmp_path_factory.mktemp("source")
    leave = shutil.ignore_patterns("__pycache__", "*.mo", ".*")
    for name in BUILT_FROM:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=leave)
        else:
            shutil.copy(ROOT / name, copy / name)
    return copy


@pytest.fixture(scope="session")
def wanted(source: Path) -> set[str]:
    """The names that every module and resource must have in the wheel; taken before anything is built."""
    resources = {f"app/{file}" for file in _files(source, "resources")}
    return resources | _files(source, "app") | {"app/resources/i18n/da/LC_MESSAGES/forlaens.mo"}


@pytest.fixture(scope="session")
def wheel(source: Path, wanted: set[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel."""
    assert wanted
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run([*PIP, "wheel", str(source), "--no-deps", "--no-build-isolation", "-w", str(out)], check=True)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel unpacked by pip, away from the source."""
    target = tmp_path_factory.mktemp("installed")
    subprocess.run([*PIP, "install", str(wheel), "--no-deps", "--no-index", "--target", str(target)], check=True)
    return target


def test_the_wheel_has_every_module_and_resource(wheel: Path, wanted: set[str]) -> None:
    assert wanted - set(zipfile.ZipFile(wheel).namelist()) == set()
    assert any(name.startswith("app/models/migrations/versions/v") for name in wanted)


def test_the_wheel_has_nothing_beside_the_program(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"app"}


def test_the_installed_program_finds_its_own_words(installed: Path, tmp_path: Path) -> None:
    asked = "from app import paths; from app.words import Words; Words('da'); print(paths.resources())"
    done = _run(installed, tmp_path, "-c", asked)
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.strip()) == installed / "app" / "resources"


def test_the_installed_command_tells_its_version(installed: Path, tmp_path: Path) -> None:
    done = _run(installed, tmp_path, str(installed / "bin" / "forlaens"), "--version")
    assert done.returncode == 0, done.stderr
    assert "0.1.0" in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a screen is taken for granted")
def test_the_installed_command_says_when_there_is_no_screen(installed: Path, tmp_path: Path) -> None:
    done = _run(installed, tmp_path, str(installed / "bin" / "forlaens"))
    assert done.returncode == 2
    assert "DISPLAY" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def _files(top: Path, folder: str) -> set[str]:
    return {file.relative_to(top).as_posix() for file in (top / folder).rglob("*") if file.is_file()}


def _run(installed: Path, elsewhere: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    screens = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environ = {name: value for name, value in os.environ.items() if name not in screens}
    environ |= {"PYTHONPATH": str(installed), "FORLAENS_DATA": str(elsewhere / "data")}
    command = [sys.executable, "-P", *arguments]
    return subprocess.run(command, cwd=elsewhere, env=environ, capture_output=True, text=True, check=False)


def test_every_locked_package_is_named_with_its_licence() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE)
    tables = [line for line in (ROOT / "LICENSES.md").read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    named = {name for line in tables for name in re.split(r"[ ,|]+", line.split("|")[1])}
    assert len(locked) > 30
    assert set(locked) - named == set()
