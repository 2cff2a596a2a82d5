"""The composition root: from the command line to an open window, top to bottom, and back again when it locks.

What the first window needs is imported here; everything else is imported by the worker thread behind it.
"""

from __future__ import annotations

import argparse
import locale
import logging
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

from app import display, paths
from app.core.errors import ForlaensError
from app.core.ids import new_id
from app.labels import refusal
from app.ui.settings import SettingsFile
from app.vault import places
from app.vault.errors import AlreadyRunning
from app.vault.lock_file import InstanceLock
from app.vault.store_folder import DataFolder
from app.words import Words

# The run that undo reaches back to, handed to the fresh process that locking starts: a random number and nothing else.
RESUME: Final = "FORLAENS_RESUME"
# The process before this one may still be letting go of the lock.
_LOCK_WAIT = 3.0


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; the exit code is 2 where no window can open or the data folder is refused."""
    arguments = _arguments(argv)
    if arguments.data:
        os.environ["FORLAENS_DATA"] = str(arguments.data)
    resumed_run = os.environ.pop(RESUME, "")
    data = DataFolder(paths.data())
    settings = SettingsFile(data.settings, language=system_language())
    words = Words(settings.now.language)
    if obstacle := display.obstacle(words, os.environ):
        sys.stderr.write(obstacle + "\n")
        return 2
    socket = f"forlaens-{new_id()}"
    lock = InstanceLock(data.lock)
    try:
        places.demand_own_disk(data.root)
        lock.acquire(socket, _LOCK_WAIT if resumed_run else 0.0)
    except AlreadyRunning as error:
        return _raise_other(error, words)
    except ForlaensError as error:
        return _refuse(error, words)
    log_to(data.root / "forlaens.log")

    def renew(run: str) -> None:
        lock.release()
        start_afresh(run)

    from app.ui.program import Program  # Qt is loaded once it is known that it will not abort

    program = Program(sys.argv[:1], data, settings, words, now, renew)
    resumes = bool(resumed_run)
    program.start(socket, resumed_run or new_id(), is_demo=arguments.demo and not resumes, comes_back=resumes)
    code = program.run()
    lock.release()
    return code


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="forlaens", description="Forlæns: forwards into the cases.")
    parser.add_argument("--version", action="version", version=f"Forlæns {program_version()}")
    parser.add_argument("--demo", action="store_true", help="open the demo with invented children at once")
    parser.add_argument("--data", type=Path, metavar="DIR", help="keep everything in this folder (or FORLAENS_DATA)")
    return parser.parse_args(argv)


def program_version() -> str:
    """The version, also where the program runs from its source."""
    try:
        return version("forlaens")
    except PackageNotFoundError:
        return "0.1.0"


def system_language() -> str:
    """English where the system says so, Danish everywhere else: that is where the program is used."""
    named = locale.getlocale()[0] or os.environ.get("LANG", "")
    return "en" if named.lower().startswith("en") else "da"


def log_to(path: Path) -> None:
    """Write the program's log to a file; it holds no names, and where it cannot be written there is none."""
    logger = logging.getLogger("forlaens")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(path, maxBytes=200_000, backupCount=1, encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.handlers = [handler]
    # A full disk must not fill the terminal with tracebacks about the log itself.
    logging.raiseExceptions = False


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
