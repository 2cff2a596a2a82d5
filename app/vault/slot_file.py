"""The slot file: the data key wrapped once by the passphrase and once by the recovery key, as JSON.

Everything that is not secret but decides how a secret becomes a key stands in a header that the wrapping
authenticates, so nobody can weaken it unnoticed. The checksum only tells damage from a wrong passphrase.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from cryptography.exceptions import InvalidTag

from app.vault.errors import SlotsDamaged, SlotsMissing, SlotsNewer, SlotsRefused, WrongPassphrase, WrongRecoveryKey
from app.vault.errors import meaning as meaning_of
from app.vault.keys import KEY_BYTES, NONCE_BYTES, SALT_BYTES, Cost, DataKey, slow_key, stretch, unwrap, wrap
from app.vault.recovery import RecoveryKey

FORMAT = "forlaens-slots"
VERSION = 1

_TAG_BYTES = 16
_LARGEST = 64 * 1024


@dataclass(frozen=True, slots=True)
class Slot:
    """One wrapping of the data key. `cost` is None for the recovery key: it is random and needs no slow derivation."""

    salt: bytes
    nonce: bytes
    wrapped: bytes
    cost: Cost | None = None

    def header(self) -> dict[str, Any]:
        """How the secret becomes the wrapping key."""
        kdf: dict[str, Any] = {"name": "hkdf-sha256"}
        if self.cost:
            kdf = {
                "name": "argon2id",
                "memory_kib": self.cost.memory_kib,
                "passes": self.cost.passes,
                "lanes": self.cost.lanes,
            }
        return {"kdf": kdf, "salt": _text(self.salt)}


@dataclass(frozen=True, slots=True)
class SlotFile:
    """The slots of one store; `proof` is a one-way image of the data key, so that no other key is ever wrapped here."""

    store_id: str
    proof: str
    passphrase: Slot
    recovery: Slot

    @classmethod
    def new(cls, key: DataKey, passphrase: str, cost: Cost, recovery: RecoveryKey) -> SlotFile:
        """Slots for a new store. Raises `NotEnoughMemory`."""
        store_id = uuid4().hex
        return cls(
            store_id,
            _proof(key, store_id),
            passphrase_slot(store_id, key, passphrase, cost),
            recovery_slot(store_id, key, recovery),
        )

    def is_of(self, key: DataKey) -> bool:
        """Whether `key` is the data key of this store."""
        return hmac.compare_digest(self.proof, _proof(key, self.store_id))

    def open_with_passphrase(self, passphrase: str) -> DataKey:
        """The data key; takes 0.5–1 s. Raises `WrongPassphrase` or `NotEnoughMemory`."""
        slot = self.passphrase
        assert slot.cost is not None  # noqa: S101  # `load` reads no passphrase slot without it
        try:
            return unwrap(
                slot.nonce, slot.wrapped, slow_key(passphrase, slot.salt, slot.cost), _sealed(self.store_id, slot)
            )
        except InvalidTag as error:
            raise WrongPassphrase from error

    def open_with_recovery(self, recovery: RecoveryKey) -> DataKey:
        """The data key. Raises `WrongRecoveryKey`."""
        slot = self.recovery
        try:
            return unwrap(
                slot.nonce, slot.wrapped, _recovery_wrapping(recovery, slot.salt), _sealed(self.store_id, slot)
            )
        except InvalidTag as error:
            raise WrongRecoveryKey from error

    def to_json(self) -> dict[str, Any]:
        """The file's content."""
        slots = {"passphrase": self.passphrase, "recovery": self.recovery}
        content: dict[str, Any] = {
            "format": FORMAT,
            "version": VERSION,
            "store": self.store_id,
            "proof": self.proof,
            "slots": {
                kind: slot.header() | {"nonce": _text(slot.nonce), "wrapped": _text(slot.wrapped)}
                for kind, slot in slots.items()
            },
        }
        return content | {"checksum": _checksum(content)}


def passphrase_slot(store_id: str, key: DataKey, passphrase: str, cost: Cost) -> Slot:
    """The data key wrapped by a passphrase; takes 0.5–1 s. Raises `NotEnoughMemory`."""
    salt = secrets.token_bytes(SALT_BYTES)
    return _slot(store_id, key, slow_key(passphrase, salt, cost), salt, cost)


def recovery_slot(store_id: str, key: DataKey, recovery: RecoveryKey) -> Slot:
    """The data key wrapped by a recovery key."""
    salt = secrets.token_bytes(SALT_BYTES)
    return _slot(store_id, key, _recovery_wrapping(recovery, salt), salt, None)


def load(path: Path) -> SlotFile:
    """Read a slot file without deriving anything.

    Raises `SlotsMissing`, `SlotsDamaged`, `SlotsNewer`, `SlotsRefused` (absurd or weakened parameters) or `FileFailed`.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except FileNotFoundError as error:
        raise SlotsMissing(path.name) from error
    except OSError as error:
        raise meaning_of(error, path) from error
    if len(content) > _LARGEST:
        raise SlotsDamaged("too large")
    try:
        return _parse(json.loads(content))
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, RecursionError) as error:
        raise SlotsDamaged(path.name) from error


def _parse(found: dict[str, Any]) -> SlotFile:
    if found["format"] != FORMAT:
        raise SlotsDamaged("format")
    if found["version"] > VERSION:
        raise SlotsNewer(f"version {found['version']}")
    slots = found["slots"]
    read = SlotFile(
        str(found["store"]),
        str(found["proof"]),
        _read_slot(slots["passphrase"], "argon2id"),
        _read_slot(slots["recovery"], "hkdf-sha256"),
    )
    if found["checksum"] != _checksum({k: v for k, v in found.items() if k != "checksum"}):
        raise SlotsDamaged("checksum")
    return read


def _read_slot(found: dict[str, Any], derivation: str) -> Slot:
    kdf = found["kdf"]
    if kdf["name"] != derivation:
        raise SlotsRefused(f"derivation {kdf['name']!r}")
    cost = None
    if derivation == "argon2id":
        cost = Cost(int(kdf["memory_kib"]), int(kdf["passes"]), int(kdf["lanes"]))
        if not cost.is_sane():
            raise SlotsRefused(f"{cost.memory_kib} KiB, {cost.passes} passes, {cost.lanes} lanes")
    return Slot(
        _bytes(found["salt"], SALT_BYTES),
        _bytes(found["nonce"], NONCE_BYTES),
        _bytes(found["wrapped"], KEY_BYTES + _TAG_BYTES),
        cost,
    )


def _slot(store_id: str, key: DataKey, wrapping: bytes, salt: bytes, cost: Cost | None) -> Slot:
    header = _sealed(store_id, Slot(salt, b"", b"", cost))
    nonce, wrapped = wrap(key, wrapping, header)
    return Slot(salt, nonce, wrapped, cost)


def _sealed(store_id: str, slot: Slot) -> bytes:
    return _canonical({"format": FORMAT, "version": VERSION, "store": store_id} | slot.header())


def _recovery_wrapping(recovery: RecoveryKey, salt: bytes) -> bytes:
    return stretch(recovery.raw, salt, "recovery slot")


def _proof(key: DataKey, store_id: str) -> str:
    return key.derive(f"proof {store_id}").hex()


def _checksum(content: dict[str, Any]) -> str:
    return hashlib.sha256(_canonical(content)).hexdigest()


def _canonical(content: dict[str, Any]) -> bytes:
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _bytes(text: str, length: int) -> bytes:
    raw = base64.b64decode(text, validate=True)
    if len(raw) != length:
        raise SlotsDamaged("length")
    return raw
