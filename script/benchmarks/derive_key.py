"""Derives a key from a passphrase and prints the memory it took at most and kept (MiB), and the time (ms)."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from app.vault import keys


def memory(kind: str = "VmRSS") -> float:
    """The memory in use; "VmHWM" for the most there ever was."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith(kind)) / 1024


before, started = memory(), time.perf_counter()
keys.slow_key(sys.argv[1], bytes(keys.SALT_BYTES), keys.STANDARD)
elapsed = (time.perf_counter() - started) * 1000
sys.stdout.write(json.dumps({"peak": memory("VmHWM") - before, "kept": memory() - before, "time": elapsed}) + "\n")
