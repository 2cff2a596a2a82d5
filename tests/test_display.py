"""Whether a window can open, asked before Qt is loaded."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from app import display
from app.words import Words

ENGLISH = Words("en")
linux = pytest.mark.skipif(sys.platform != "linux", reason="X11 and Wayland are looked for on Linux alone")


@pytest.fixture
def bare_x_server() -> Iterator[str]:
    """The name of an X server that runs as long as the test."""
    program = shutil.which("Xvfb")
    if program is None:
        pytest.skip("Xvfb is not installed")
    reading, writing = os.pipe()
    server = subprocess.Popen([program, "-displayfd", str(writing), "-screen", "0", "640x480x24"], pass_fds=[writing])
    os.close(writing)
    with os.fdopen(reading) as name:
        number = name.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


@linux
def test_no_screen_at_all_is_said_in_one_sentence() -> None:
    sentence = display.obstacle(ENGLISH, {})
    assert "neither DISPLAY nor WAYLAND_DISPLAY is set" in sentence
    assert "\n" not in sentence


@linux
def test_asking_qt_for_a_screen_that_nothing_names_is_refused() -> None:
    assert display.obstacle(ENGLISH, {"QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": "wayland-0"})


def test_pictures_without_a_screen_need_none() -> None:
    assert display.obstacle(ENGLISH, {"QT_QPA_PLATFORM": "offscreen"}) == ""


def test_windows_and_macos_always_have_a_screen() -> None:
    assert display.obstacle(ENGLISH, {}, system="win32") == ""
    assert display.obstacle(ENGLISH, {}, system="darwin") == ""


@linux
def test_a_missing_library_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "EVERYWHERE", {"libof-nobody.so.7": "libof-nobody7"})
    sentence = display.obstacle(ENGLISH, {"QT_QPA_PLATFORM": "offscreen"})
    assert "libof-nobody.so.7" in sentence
    assert sentence.endswith("sudo apt-get install libof-nobody7")


@linux
def test_one_of_two_screens_with_its_libraries_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = display.Screen("xcb", "DISPLAY", {"libof-nobody.so.7": "libof-nobody7"}, lambda: False)
    sound = display.Screen("wayland", "WAYLAND_DISPLAY", {}, lambda: True)
    monkeypatch.setattr(display, "SCREENS", (broken, sound))
    assert display.obstacle(ENGLISH, {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}) == ""
    assert "libof-nobody7" in display.obstacle(ENGLISH, {"DISPLAY": ":0"})


@linux
def test_a_screen_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "X11", {})
    monkeypatch.setenv("DISPLAY", ":4711")
    monkeypatch.setattr(display, "SCREENS", (display.Screen("xcb", "DISPLAY", {}, display.SCREENS[0].answers),))
    assert ":4711" in display.obstacle(ENGLISH, os.environ | {"QT_QPA_PLATFORM": "xcb"})


@linux
def test_a_running_x_server_answers(bare_x_server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", bare_x_server)
    deadline = time.monotonic() + 5
    while not display.SCREENS[0].answers() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert display.SCREENS[0].answers()


@linux
def test_a_wayland_name_without_a_compositor_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    if display.missing(display.WAYLAND):
        pytest.skip("the Wayland libraries are not installed")
    monkeypatch.setenv("WAYLAND_DISPLAY", "of-nobody")
    assert not display.SCREENS[1].answers()


def test_the_set_up_gets_packages_only_for_what_is_missing() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "app.display", "offscreen"], capture_output=True, text=True, check=True
    )
    assert set(done.stdout.split()) == set(display.missing(display.EVERYWHERE).values())
