"""What the start window has done on the worker thread.

The imports stand inside the methods because they are what starting would otherwise wait for: the tables, the cipher and
the key derivation take longer to load than the window takes to appear.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.errors import ForlaensError
from app.vault import files
from app.vault.store_folder import DataFolder, StoreFolder
from app.words import Words

if TYPE_CHECKING:
    from app.core.records.caseload import Caseworker
    from app.services.custody import Custody
    from app.vault.backup import Backup
    from app.vault.recovery import RecoveryKey


@dataclass(frozen=True, slots=True)
class StartWork:
    """Opens, makes and restores stores of one data folder. `run` is what undo reaches back to."""

    data: DataFolder
    clock: Callable[[], datetime]
    run: str
    second_place: str = ""

    def look(self, folder: StoreFolder | None) -> ForlaensError | None:
        """Load what will be needed, sweep up after a power cut, and see what is wrong with the store's files."""
        from app.services import setup  # as said above

        self.data.sweep()
        found = setup.first_look(folder) if folder else None
        import app.ui.session  # noqa: F401  # loaded while the passphrase is typed

        return found

    def unlock(
        self, folder: StoreFolder, text: str, *, is_recovery_key: bool, slots: Path | None, after_restore: bool
    ) -> Custody:
        """Open the store with what was typed."""
        from app.services import setup  # as said above

        secret = setup.Secret(text=text, is_recovery_key=is_recovery_key, slots=slots, after_restore=after_restore)
        return setup.unlock(self.data, folder, secret, clock=self.clock, run=self.run)

    def usable_slots(self, folder: StoreFolder) -> tuple[Path, ...]:
        """Slot files that can stand in for a damaged one."""
        from app.services import setup  # as said above

        return setup.usable_slots(folder)

    def create(self, passphrase: str, caseworker: Caseworker) -> tuple[Custody, RecoveryKey]:
        """Make a new caseload."""
        from app.services import setup  # as said above

        return setup.create_own(self.data, passphrase, caseworker, clock=self.clock, run=self.run)

    def demo(self) -> Custody:
        """Open the demo."""
        from app.services import setup  # as said above

        return setup.open_demo(self.data, clock=self.clock, run=self.run)

    def copies(self, place: Path | None) -> tuple[Backup, ...]:
        """The backups in a folder that was picked; without one those of every store here and of the second place."""
        from app.services import backups  # as said above

        if place is not None:
            return backups.found_in(place)
        found = {copy for store in self.data.stores() for copy in backups.listed(store, self.second_place)}
        return tuple(sorted(found, key=lambda copy: copy.made, reverse=True))

    def restore(self, backup: Backup) -> StoreFolder:
        """Make a store out of a backup and let it be the one to open."""
        from app.services import backups  # as said above

        return backups.restore(self.data, backup, self.clock().astimezone().date())

    def recovery_sheet(self, caseworker: Caseworker, key: RecoveryKey, words: Words) -> bytes:
        """The recovery key as a PDF, to print or to save."""
        from app.reports.recovery_report import recovery_sheet  # as said above

        return recovery_sheet(caseworker, key.groups, self.clock().astimezone().date(), words)

    def recovery_key_proved(self, custody: Custody) -> None:
        """Remember that part of the recovery key was typed back."""
        from app.services import setup  # as said above

        setup.recovery_key_proved(custody.store)

    def save(self, path: Path, content: bytes) -> None:
        """Write a file whole or not at all."""
        files.write_atomic(path, content)
