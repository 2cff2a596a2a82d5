"""The printed recovery key: 160 random bits, written so that a person can read them out and type them back."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from app.vault.errors import MalformedRecoveryKey

BYTES = 20
LETTERS = 32
GROUP = 4

# Crockford's base32: no I, L, O or U, so that what looks alike is alike.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {letter: value for value, letter in enumerate(_ALPHABET)} | {"O": 0, "I": 1, "L": 1}
_SEPARATORS = "-‐‑‒–—−_.,:/"


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """A recovery key; `str()` gives the printed form in eight groups of four."""

    raw: bytes = field(repr=False)

    def __str__(self) -> str:
        return "-".join(self.groups)

    @classmethod
    def random(cls) -> RecoveryKey:
        """A new key."""
        return cls(secrets.token_bytes(BYTES))

    @classmethod
    def parse(cls, typed: str) -> RecoveryKey:
        """The key a person typed: case, dashes and spaces do not matter, O stands for 0, I and L for 1.

        Raises `MalformedRecoveryKey`.
        """
        values, odd = _read(typed)
        if odd or len(values) != LETTERS:
            raise MalformedRecoveryKey(len(values), LETTERS, odd)
        number = 0
        for value in values:
            number = number << 5 | value
        return cls(number.to_bytes(BYTES, "big"))

    @property
    def groups(self) -> tuple[str, ...]:
        """The eight groups as printed."""
        number = int.from_bytes(self.raw, "big")
        letters = "".join(_ALPHABET[number >> shift & 31] for shift in range(5 * (LETTERS - 1), -1, -5))
        return tuple(letters[start : start + GROUP] for start in range(0, LETTERS, GROUP))

    def has_group(self, position: int, typed: str) -> bool:
        """Whether `typed` is the group at `position`, counted from 0: the proof that the key was written down."""
        return _read(typed) == _read(self.groups[position])


def _read(typed: str) -> tuple[list[int], str]:
    values: list[int] = []
    odd = ""
    for letter in typed.upper():
        if letter in _VALUES:
            values.append(_VALUES[letter])
        elif not letter.isspace() and letter not in _SEPARATORS:
            odd += letter
    return values, odd
