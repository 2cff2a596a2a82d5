"""The witness: head and count of the log chain, kept outside the store and in each backup.

A store whose -wal was lost or altered opens as a healthy, older store. Only something outside it can tell that entries
are missing. The witness is authenticated with a key derived from the data key, so that it cannot be made to fit.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.vault import files
from app.vault.errors import FileFailed, WitnessDamaged
from app.vault.keys import DataKey


@dataclass(frozen=True, slots=True)
class Witness:
    """The log as last seen: how many entries, the hash of the last one in hex, and its time (UTC)."""

    count: int
    head: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Loss:
    """What the store lacks: `missing` entries since `since`, or (0) as many as ever, but not the same up to `until`."""

    missing: int
    since: datetime | None
    until: datetime


def to_json(key: DataKey, store_id: str, witness: Witness) -> dict[str, Any]:
    """The witness of a store as authenticated content of a file."""
    content = {
        "store": store_id,
        "count": witness.count,
        "head": witness.head,
        "at": witness.at.astimezone(UTC).isoformat(),
    }
    return content | {"mac": _mac(key, content)}


def from_json(key: DataKey, store_id: str, found: dict[str, Any]) -> Witness | None:
    """The witness where it is genuine and of this store, otherwise None."""
    content = {name: found.get(name) for name in ("store", "count", "head", "at")}
    genuine = hmac.compare_digest(str(found.get("mac")).encode(), _mac(key, content).encode())
    if not genuine or content["store"] != store_id:
        return None
    return Witness(int(found["count"]), str(found["head"]), datetime.fromisoformat(str(found["at"])))


def write(path: Path, key: DataKey, store_id: str, witness: Witness) -> None:
    """Keep the witness; only after the entries are committed, or it would tell of a loss. Raises `FileFailed`."""
    files.write_json(path, to_json(key, store_id, witness))


@dataclass(frozen=True, slots=True)
class WitnessKeeper:
    """Keeps the witness of one open store after each commit."""

    path: Path
    key: DataKey
    store_id: str

    def keep(self, count: int, mac: str, at: datetime) -> None:
        """Note where the log stands. What was committed is saved even where this cannot be written: it only lags."""
        with contextlib.suppress(FileFailed):
            write(self.path, self.key, self.store_id, Witness(count, mac, at))


def read(path: Path, key: DataKey, store_id: str) -> Witness | None:
    """The witness, None where there is none yet. Raises `WitnessDamaged`."""
    if not path.exists():
        return None
    found = from_json(key, store_id, files.read_json(path) or {})
    if found is None:
        raise WitnessDamaged(path)
    return found


def compare(seen: Witness, found: Witness | None, head_at: Callable[[int], str | None]) -> Loss | None:
    """What is missing of the entries once `seen`, or None where all are there.

    `found` is the store's log as it is now (None: empty); `head_at(n)` gives the hash of its n-th entry, from 1 on.
    """
    count = found.count if found else 0
    if count < seen.count:
        return Loss(seen.count - count, found.at if found else None, seen.at)
    if seen.count and head_at(seen.count) != seen.head:
        return Loss(0, None, seen.at)
    return None


def _mac(key: DataKey, content: dict[str, Any]) -> str:
    message = json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
    return hmac.new(key.derive("witness"), message, hashlib.sha256).hexdigest()
