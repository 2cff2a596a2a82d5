"""The composition root: from the command line to an open window, top to bottom, and back again when it locks.

What the first window needs is imported here; everything else is imported by the worker thread behind it.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from app import VERSION, display, paths
from app.core.errors import ForlaensError
from app.refusals import refusal
from app.ui.settings import SettingsFile
from app.vault import places
from app.vault.errors import AlreadyRunning
from app.vault.lock_file import InstanceLock
from app.vault.store_folder import DataFolder
from app.words import Words

# The run that undo reaches back to, handed to the fresh process that locking starts: a random number and nothing else.
RESUME: Final = "FORLAENS_RESUME"
_LANGUAGE_NAMES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
# The process before this one may still be letting go of the lock.
_LOCK_WAIT = 3.0


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; the exit code is 2 where no window can open or the data folder is refused."""
    arguments = options(sys.argv[1:] if argv is None else argv)
    if arguments.data:
        os.environ["FORLAENS_DATA"] = str(arguments.data)
    resumed_run = os.environ.pop(RESUME, "")
    data = DataFolder(paths.data())
    settings = SettingsFile(data.settings, language=system_language())
    words = Words(settings.now.language)
    if obstacle := display.obstacle(words, os.environ):
        sys.stderr.write(obstacle + "\n")
        return 2
    # Neither is a key of a row: what makes those takes longer to load than the settings take to read.
    socket, run = f"forlaens-{os.urandom(16).hex()}", resumed_run or os.urandom(16).hex()
    lock = InstanceLock(data.lock)
    try:
        places.demand_own_disk(data.root)
        lock.acquire(socket, _LOCK_WAIT if resumed_run else 0.0)
    except AlreadyRunning as error:
        return _raise_other(error, words)
    except ForlaensError as error:
        return _refuse(error, words)

    def renew(run: str) -> None:
        lock.release()
        start_afresh(run)

    gc.disable()  # what is loaded now stays; from here on the worker's sweeper collects
    import app.ui.quick_imports  # noqa: F401  # Qt is loaded once it is known that it will not abort
    from app.ui.program import Program

    program = Program(sys.argv[:1], data, settings, words, now, renew)
    resumes = bool(resumed_run)
    program.start(socket, run, is_demo=arguments.demo and not resumes, comes_back=resumes, in_tray=arguments.tray)
    code = program.run()
    lock.release()
    return code


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says."""

    demo: bool = False
    data: Path | None = None
    tray: bool = False


def options(argv: Sequence[str]) -> Options:
    """Read the command line; --help and --version answer and end the program."""
    if not argv:
        return Options()
    import argparse  # costs a tenth of the time to the first window, and most starts have no arguments

    parser = argparse.ArgumentParser(prog="forlaens", description="Forlæns: forwards into the cases.")
    parser.add_argument("--version", action="version", version=f"Forlæns {VERSION}")
    parser.add_argument("--demo", action="store_true", help="open the demo with invented children at once")
    parser.add_argument("--data", type=Path, metavar="DIR", help="keep everything in this folder (or FORLAENS_DATA)")
    parser.add_argument("--tray", action="store_true", help="start locked in the tray, without a window")
    found = parser.parse_args(argv)
    return Options(found.demo, found.data, found.tray)


def system_language() -> str:
    """English where the system says so, Danish everywhere else: that is where the program is used."""
    # The variables come first: a locale that is not installed, and the plain one too, passes for American English.
    named = next((os.environ[name] for name in _LANGUAGE_NAMES if os.environ.get(name)), "")
    if not named:
        import locale  # most systems name it in a variable

        named = locale.getlocale()[0] or ""
    return "en" if named.lower().startswith("en") else "da"


def now() -> datetime:
    """The clock of the program (UTC)."""
    return datetime.now(UTC)


def _raise_other(error: AlreadyRunning, words: Words) -> int:
    from app.ui.instance import raise_other  # Qt is loaded once it is known that it will not abort

    if not raise_other(error.socket):
        sys.stderr.write(words.tr("Forlæns is open already, but its window does not answer.") + "\n")
        return 1
    return 0


def _refuse(error: ForlaensError, words: Words) -> int:
    from app.ui.program import tell  # Qt is loaded once it is known that it will not abort

    sentence = refusal(words, error)
    sys.stderr.write(sentence + "\n")
    tell(sys.argv[:1], words, sentence)
    return 2


def start_afresh(run: str) -> None:
    """Put a fresh process in place of this one: it is the only way to be sure that nothing is left in memory."""
    os.environ[RESUME] = run
    command = fresh_command()
    if sys.platform == "win32":
        import subprocess  # only Windows needs it: it has no exec that keeps its console and its parent

        flags = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
        subprocess.Popen(command, creationflags=flags, close_fds=True)  # noqa: S603  # the program itself
        os._exit(0)
    os.execv(command[0], command)  # noqa: S606  # the program itself


def fresh_command() -> list[str]:
    """How this program was started: by Python, by its console script, or frozen."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *sys.argv[1:]]
    return [sys.executable, *sys.orig_argv[1:]]
