"""What nobody caught: a refusal becomes its sentence where the user is, anything else is logged without names."""

from __future__ import annotations

import logging
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from app.core.errors import ForlaensError
from app.refusals import refusal
from app.words import Words

_log = logging.getLogger("forlaens")


class CrashHook:
    """Meets every exception that reaches the event loop. The program goes on: what was saved is saved, and what was
    typed still stands on the screen and in its draft."""

    def __init__(self, words: Words, log_file: Path) -> None:
        self._words = words
        self._log_file = log_file
        self._telling = False

    def install(self) -> None:
        """Meet exceptions from now on."""
        sys.excepthook = self._on_exception

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            QApplication.exit(130)
            return
        _log.error("%s\n%s", kind.__name__, where(trace))
        # A box that fails to open must not open another one.
        if not self._telling:
            self._telling = True
            self._tell(error)
            self._telling = False

    def _tell(self, error: BaseException) -> None:
        from app.ui.ask import Ask  # not needed for the first window

        words = self._words
        ask = Ask(words)
        parent = QApplication.activeModalWidget() or QApplication.activeWindow()
        if isinstance(error, ForlaensError):
            ask.notice(parent, words.tr("This did not work"), refusal(words, error))
            return
        ask.notice(
            parent,
            words.tr("Something in the program went wrong"),
            words.tr(
                "What was saved is safe, and what you typed is kept. If it happens again, close the program and "
                "open it anew. What went wrong, without names, stands in {file}.",
                file=self._log_file.name,
            ),
        )


def where(trace: TracebackType | None) -> str:
    """The lines of the program that led to an error: no values, no messages, so no names."""
    return "\n".join(
        f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)
    )


def log_to(path: Path) -> None:
    """Write the program's log to a file; it holds no names, and where it cannot be written there is none."""
    from logging.handlers import RotatingFileHandler  # loads sockets and more, so not before the window is seen

    _log.setLevel(logging.INFO)
    _log.propagate = False
    # A full disk must not fill the terminal with tracebacks about the log itself.
    logging.raiseExceptions = False
    try:
        handler: logging.Handler = RotatingFileHandler(path, maxBytes=200_000, backupCount=1, encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.handlers = [handler]
