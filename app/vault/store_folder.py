"""Where everything lies: the data folder with its stores, and the files of one store.

A store is a folder: database, slots, witness and backups belong together and move together. It comes into being in a
folder whose name ends in `.tmp` and is renamed when whole, so a store is there entirely or not at all.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.vault import files
from app.vault.errors import NameTaken, told

OWN = "caseload"
DEMO = "demo"
STORE_FILE = "store.db"
SLOTS_FILE = "slots.json"


@dataclass(frozen=True, slots=True)
class StoreFolder:
    """The files of one store by name; nothing says that they exist."""

    folder: Path

    @property
    def name(self) -> str:
        """The folder's name, which tells stores apart."""
        return self.folder.name

    @property
    def is_demo(self) -> bool:
        """Whether this is the store of invented children."""
        return self.name == DEMO

    @property
    def store(self) -> Path:
        """The encrypted database."""
        return self.folder / STORE_FILE

    @property
    def slots(self) -> Path:
        """The wrapped data key."""
        return self.folder / SLOTS_FILE

    @property
    def previous_slots(self) -> Path:
        """The slots before the last change, kept until the new ones have opened the store."""
        return self.folder / "slots.previous.json"

    @property
    def tries(self) -> Path:
        """The count of wrong passphrases since the last unlock."""
        return self.folder / "tries.json"

    @property
    def witness(self) -> Path:
        """Head and count of the log chain."""
        return self.folder / "witness.json"

    @property
    def held_log(self) -> Path:
        """Log entries that wait for room in the store."""
        return self.folder / "log.held"

    @property
    def reminders(self) -> Path:
        """Dates and counts that are shown while the store is locked."""
        return self.folder / "reminders.json"

    @property
    def outside(self) -> Path:
        """When a copy last went to the second place."""
        return self.folder / "outside.json"

    @property
    def backups(self) -> Path:
        """The folder of backups on this disk."""
        return self.folder / "backups"

    @property
    def open_key(self) -> Path:
        """The unwrapped key of the demo store, which opens at once; no other store has this file."""
        return self.folder / "open-key.json"

    def exists(self) -> bool:
        """Whether there is anything of a store here, be it damaged."""
        return any(path.exists() for path in (self.store, self.slots, self.previous_slots, self.open_key))


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The user's data folder: settings, the lock of the one instance, and the stores."""

    root: Path

    @property
    def settings(self) -> Path:
        """The settings of the program."""
        return self.root / "settings.json"

    @property
    def lock(self) -> Path:
        """The file that the one running instance holds."""
        return self.root / "lock"

    @property
    def demo(self) -> StoreFolder:
        """The demo store, apart from all others."""
        return StoreFolder(self.root / DEMO)

    def stores(self) -> tuple[StoreFolder, ...]:
        """The stores there are, without the demo, by name; half-made ones are not among them."""
        if not self.root.is_dir():
            return ()
        folders = (StoreFolder(path) for path in sorted(self.root.iterdir()) if path.is_dir())
        return tuple(s for s in folders if s.exists() and not s.is_demo and not s.name.endswith(files.TEMPORARY))

    def current(self) -> StoreFolder | None:
        """The store to open: the one last chosen, otherwise the only or first one; None before the first."""
        stores = self.stores()
        chosen = (files.read_json(self._choice) or {}).get("store")
        return next((store for store in stores if store.name == chosen), stores[0] if stores else None)

    def make_current(self, store: StoreFolder) -> None:
        """Open this store from now on. Raises `FileFailed`."""
        files.write_json(self._choice, {"store": store.name})

    def free(self, today: date) -> StoreFolder:
        """A store of a name that is not taken: "caseload", and with the date of today once that one exists."""
        dated = f"{OWN}-{today.isoformat()}"
        names = [OWN, dated, *(f"{dated}-{number}" for number in range(2, 1000))]
        return next(StoreFolder(self.root / name) for name in names if not (self.root / name).exists())

    @contextmanager
    def making(self, store: StoreFolder) -> Iterator[StoreFolder]:
        """Build a store in the folder that is yielded; it takes its name when the block ends well, else it is removed.

        The database must be closed before the block ends. Raises `NameTaken` or `FileFailed`.
        """
        with told(store.folder):
            self.root.mkdir(parents=True, exist_ok=True)
            if store.folder.exists():
                raise NameTaken(store.folder)
            half = StoreFolder(self.root / f".{store.name}{files.TEMPORARY}")
            shutil.rmtree(half.folder, ignore_errors=True)
            half.folder.mkdir()
        try:
            yield half
            with told(store.folder):
                files.sync_folder(half.folder)
                half.folder.rename(store.folder)
                files.sync_folder(self.root)
        except BaseException:
            shutil.rmtree(half.folder, ignore_errors=True)
            raise

    def sweep(self) -> None:
        """Remove what interrupted writes left, everywhere. Only the instance that holds the lock may do this."""
        files.sweep(self.root)
        for store in (*self.stores(), self.demo):
            files.sweep(store.folder)
            files.sweep(store.backups)

    @property
    def _choice(self) -> Path:
        return self.root / "current.json"
