"""Loads PySide6 without the import hook it comes with; imported before anything else of Qt.

The hook looks whether a module asks for `from __feature__ import …`, which nobody does here. For that it reads the
source of every module imported after Qt and keeps it: a third of the time to start, and 35 MB. A packaged program has
no sources, so nothing changes there.
"""

from __future__ import annotations

import builtins

_import = builtins.__import__

import PySide6  # noqa: E402, F401  # what it replaces is kept above and put back below

builtins.__import__ = _import
