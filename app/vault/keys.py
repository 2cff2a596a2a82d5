"""The data key of a store, and how a secret wraps it.

The store is encrypted with a random key that never changes. What a person types only wraps this key, so a new
passphrase rewrites a small slot and not the store.
"""

from __future__ import annotations

import os
import secrets
import time
import unicodedata
from dataclasses import dataclass, field

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.vault.errors import NotEnoughMemory

KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12
SHORTEST_PASSPHRASE = 12

_MIB = 1024
_QUICKEST, _SLOWEST = 0.5, 1.0


@dataclass(frozen=True, slots=True)
class DataKey:
    """The 32 random bytes the store is encrypted with; its text form shows nothing of them."""

    raw: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.raw) != KEY_BYTES:
            raise ValueError(f"a data key has {KEY_BYTES} bytes")

    @classmethod
    def random(cls) -> DataKey:
        """A new key."""
        return cls(secrets.token_bytes(KEY_BYTES))

    def derive(self, purpose: str) -> bytes:
        """A 32-byte key for one purpose, such as the log chain, which tells nothing of the data key itself."""
        return stretch(self.raw, b"", purpose)


@dataclass(frozen=True, slots=True)
class Cost:
    """What deriving a key from a passphrase takes: memory in KiB, passes over it, and lanes."""

    memory_kib: int
    passes: int
    lanes: int

    def is_sane(self) -> bool:
        """Whether this program could have written it: less is too weak, more exhausts the machine."""
        return (
            FLOOR.memory_kib <= self.memory_kib <= CEILING.memory_kib
            and FLOOR.passes <= self.passes <= CEILING.passes
            and self.lanes == STANDARD.lanes
        )


# RFC 9106 § 4 names 64 MiB, t=3, four lanes as the least for machines short of memory.
FLOOR = Cost(64 * _MIB, 3, 4)
STANDARD = Cost(256 * _MIB, 3, 4)
CEILING = Cost(1024 * _MIB, 16, 4)


def normalised(passphrase: str) -> bytes:
    """The bytes of a passphrase, the same whether a keyboard gives å as one character or as a with a ring."""
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")


def slow_key(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """The wrapping key of a passphrase by Argon2id; takes 0.5–1 s. Raises `NotEnoughMemory`."""
    try:
        return hash_secret_raw(
            normalised(passphrase), salt, cost.passes, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID
        )
    except (HashingError, MemoryError) as error:
        raise NotEnoughMemory(f"{cost.memory_kib // _MIB} MiB") from error


def stretch(secret: bytes, salt: bytes, purpose: str) -> bytes:
    """A key from a secret that is random already (HKDF, RFC 5869)."""
    return HKDF(SHA256(), KEY_BYTES, salt, f"forlaens {purpose}".encode()).derive(secret)


def calibrate() -> Cost:
    """The cost at which this machine takes 0.5–1 s for a passphrase; measures one derivation."""
    cost = STANDARD
    while True:
        started = time.perf_counter()
        try:
            slow_key("calibration", os.urandom(SALT_BYTES), cost)
        except NotEnoughMemory:
            if cost.memory_kib <= FLOOR.memory_kib:
                raise
            cost = Cost(cost.memory_kib // 2, cost.passes, cost.lanes)
            continue
        return fitted(cost, time.perf_counter() - started)


def fitted(cost: Cost, seconds: float) -> Cost:
    """The cost that should take 0.5–1 s where `cost` took `seconds`: slower machines take less memory, faster ones more
    passes."""
    memory, passes = cost.memory_kib, cost.passes
    while seconds > _SLOWEST and memory > FLOOR.memory_kib:
        memory //= 2
        seconds /= 2
    each = seconds / passes
    while each * passes < _QUICKEST and passes < CEILING.passes:
        passes += 1
    return Cost(memory, passes, cost.lanes)


def wrap(key: DataKey, with_key: bytes, header: bytes) -> tuple[bytes, bytes]:
    """Nonce and ciphertext of the data key under AES-256-GCM; `header` is authenticated with it."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce, AESGCM(with_key).encrypt(nonce, key.raw, header)


def unwrap(nonce: bytes, wrapped: bytes, with_key: bytes, header: bytes) -> DataKey:
    """The data key; raises `cryptography.exceptions.InvalidTag` where key or header do not fit."""
    return DataKey(AESGCM(with_key).decrypt(nonce, wrapped, header))
