"""What a store file is, told before it is opened: an empty file would open as a healthy empty store."""

from __future__ import annotations

from pathlib import Path

from app.vault.errors import StoreCutShort, StoreEmpty, StoreForeign, StoreMissing, StorePlain, told

PAGE = 4096

_PLAIN = b"SQLite format 3\0"
# Compressed files look as random as an encrypted one; these say what they are. All have at least four bytes, so that
# no store is taken for one by chance.
_OTHERS = (
    b"PK\x03\x04",
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff\xe0",
    b"\xd0\xcf\x11\xe0",
    b"7z\xbc\xaf",
    b"Rar!",
    b"Salted__",
)
# A page of random bytes holds practically all 256 values; text or a wiped page holds far fewer.
_FEWEST_VALUES = 230


def examine(path: Path) -> None:
    """Return where the file may be a store; only the key can prove it.

    Raises `StoreMissing`, `StoreEmpty`, `StorePlain`, `StoreForeign`, `StoreCutShort` or `FileFailed`.
    """
    if not path.exists():
        raise StoreMissing(path)
    with told(path):
        size = path.stat().st_size
        with path.open("rb") as file:
            first = file.read(PAGE)
    if size == 0:
        raise StoreEmpty(path)
    if first.startswith(_PLAIN):
        raise StorePlain(path)
    if first.startswith(_OTHERS) or _is_orderly(first):
        raise StoreForeign(path)
    if size % PAGE:
        raise StoreCutShort(path)


def _is_orderly(content: bytes) -> bool:
    """Whether bytes cannot have come out of the cipher: `n` random ones hold about 256 · (1 − e^(−n/256)) values."""
    expected = 256 * (1 - (255 / 256) ** len(content))
    return len(set(content)) < expected * _FEWEST_VALUES / 256
