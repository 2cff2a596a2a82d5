"""What can go wrong with the file, each with a code of its own."""

from __future__ import annotations

from app.core.errors import ForlaensError


class StoreError(ForlaensError):
    """Something about the store itself rather than about a record."""

    code = "store"


class WrongKey(StoreError):
    """The key does not open the file, or the first page is damaged: the same to the cipher."""

    code = "wrong-key"


class ForeignStore(StoreError):
    """The file opens, but it is not a store of this program."""

    code = "foreign-store"


class StoreNewer(StoreError):
    """The store was written by a newer version of the program; nothing was changed."""

    code = "store-newer"


class StoreDamaged(StoreError):
    """Pages of the file are damaged; nothing is written any more."""

    code = "store-damaged"


class StoreFull(StoreError):
    """The disk is full: nothing was saved, reading goes on."""

    code = "store-full"


class StoreReadOnly(StoreError):
    """The store can be read but not written."""

    code = "store-read-only"


class StoreBusy(StoreError):
    """Another write held the store for too long."""

    code = "store-busy"


class MigrationFailed(StoreError):
    """A migration could not be carried out; the store is as it was."""

    code = "migration-failed"


def classify(error: BaseException) -> StoreError | None:
    """The store error that a driver's error means, or None where it is none of these."""
    text = str(getattr(error, "orig", None) or error).lower()
    for needle, kind in _MEANINGS:
        if needle in text:
            return kind(text)
    return None


_MEANINGS: tuple[tuple[str, type[StoreError]], ...] = (
    ("database or disk is full", StoreFull),
    ("attempt to write a readonly database", StoreReadOnly),
    ("unable to open database file", StoreReadOnly),
    ("database is locked", StoreBusy),
    ("malformed", StoreDamaged),
    ("file is not a database", StoreDamaged),
    ("disk i/o error", StoreDamaged),
)
