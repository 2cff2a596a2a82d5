"""Whether a window can open here, asked before Qt is loaded: Qt itself aborts the process where it cannot.

`python -m app.display` prints the Debian packages that are lacking, for the set-up: "offscreen" for tests without a
screen, "screen" for a window.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.words import Words

# Library and the Debian package that carries it; what Qt's own libraries are linked against.
EVERYWHERE = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
WAYLAND = {"libwayland-client.so.0": "libwayland-client0", "libwayland-cursor.so.0": "libwayland-cursor0"}


def obstacle(words: Words, environ: Mapping[str, str], system: str = sys.platform) -> str:
    """Why no window can open, as a sentence for the terminal; "" where one can."""
    if system != "linux":
        return ""
    chosen = environ.get("QT_QPA_PLATFORM", "")
    asked = [screen for screen in SCREENS if not chosen or screen.is_named_in(chosen)]
    usual = [screen for screen in asked if environ.get(screen.variable)]
    if asked and not usual:
        return words.tr("Forlæns needs a screen and there is none here: neither DISPLAY nor WAYLAND_DISPLAY is set.")
    lacking = missing(EVERYWHERE) | min((missing(screen.libraries) for screen in usual), key=len, default={})
    if lacking:
        return words.tr(
            "Forlæns cannot open a window because these libraries are missing: {libraries}. "
            "On Debian and Ubuntu this brings them: sudo apt-get install {packages}",
            libraries=", ".join(lacking),
            packages=" ".join(lacking.values()),
        )
    if usual and not any(screen.answers() for screen in usual):
        return words.tr(
            "Forlæns cannot reach the screen that {name} names: {value}",
            name=usual[0].variable,
            value=environ[usual[0].variable],
        )
    return ""


def missing(libraries: Mapping[str, str]) -> dict[str, str]:
    """Those of the libraries that cannot be loaded, with their Debian packages."""
    return {library: package for library, package in libraries.items() if not _loads(library)}


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _x11_answers() -> bool:
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused


def _wayland_answers() -> bool:
    client = ctypes.CDLL("libwayland-client.so.0")
    client.wl_display_connect.restype = ctypes.c_void_p
    connection = client.wl_display_connect(None)
    if connection is None:
        return False
    client.wl_display_disconnect(ctypes.c_void_p(connection))
    return True


@dataclass(frozen=True)
class Screen:
    """One way to a screen: Qt's name for it, the variable that names it, its libraries, and whether it answers."""

    platform: str
    variable: str
    libraries: Mapping[str, str]
    answers: Callable[[], bool]

    def is_named_in(self, chosen: str) -> bool:
        """Whether QT_QPA_PLATFORM ("wayland;xcb", "xcb:option") asks for this one."""
        return any(name.startswith(self.platform) for name in chosen.split(";"))


SCREENS = (
    Screen("xcb", "DISPLAY", X11, _x11_answers),
    Screen("wayland", "WAYLAND_DISPLAY", WAYLAND, _wayland_answers),
)


def _packages(purpose: str) -> Iterator[str]:
    yield from missing(EVERYWHERE).values()
    if purpose == "screen":
        yield from missing(X11 | WAYLAND).values()


if __name__ == "__main__":
    sys.stdout.write(" ".join(_packages(sys.argv[1])))
