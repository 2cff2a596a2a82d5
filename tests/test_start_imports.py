"""What the first window must not wait for."""

from __future__ import annotations

import subprocess
import sys

SLOW = (
    "sqlalchemy",
    "sqlcipher3",
    "reportlab",
    "cryptography",
    "argon2",
    "rapidfuzz",
    "openpyxl",
    "holidays",
    "alembic",
)


def test_the_first_window_waits_for_neither_store_nor_keys_nor_prints() -> None:
    asked = f"import sys, app.bootstrap, app.ui.program; print([m for m in {SLOW} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "[]"
