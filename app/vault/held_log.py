"""Entries of the log for which the store had no room, sealed beside it until it has."""

from __future__ import annotations

import contextlib
import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.vault import files
from app.vault.errors import FileFailed
from app.vault.keys import NONCE_BYTES, DataKey

Entry = dict[str, str]


@dataclass(frozen=True, slots=True)
class HeldLog:
    """The file of one store's waiting entries; sealed, since they tell who was looked up and when."""

    path: Path
    key: DataKey

    def keep(self, entries: Sequence[Entry]) -> bool:
        """Write all that waits; False where a full disk or a read-only stick refuses this too."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        sealed = self._cipher().encrypt(nonce, json.dumps(entries).encode(), None)
        try:
            files.write_atomic(self.path, nonce + sealed)
        except FileFailed:
            return False
        return True

    def read(self) -> list[Entry]:
        """What waits; nothing where the file is missing, or was altered or sealed for another store."""
        try:
            content = self.path.read_bytes()
            found: list[Entry] = json.loads(self._cipher().decrypt(content[:NONCE_BYTES], content[NONCE_BYTES:], None))
        except (OSError, ValueError, InvalidTag):
            return []
        return found

    def drop(self) -> None:
        """The entries are in the log. A file that cannot be removed is no harm: none is logged twice."""
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)

    def _cipher(self) -> AESGCM:
        return AESGCM(self.key.derive("held log"))
