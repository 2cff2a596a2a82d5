"""Making and opening a store: the file is checked, migrated with a copy beside it, and handed over open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from app.models import database
from app.models.errors import StoreDamaged, StoreError, StoreFull, StoreReadOnly
from app.services.store import HeadKeeper, Store
from app.services.waiting_log import Shelter
from app.vault.keys import DataKey


def create_store(path: Path, key: DataKey) -> None:
    """Make an empty store with the present schema at `path`, which must not exist yet."""
    from app.models import migrations

    if path.exists():
        raise FileExistsError(path)
    migrations.upgrade(path, key.raw, create=True)


def open_store(
    path: Path,
    key: DataKey,
    *,
    clock: Callable[[], datetime],
    run: str,
    keeper: HeadKeeper | None = None,
    shelter: Shelter | None = None,
    before_migration: Callable[[], None],
) -> Store:
    """Open the store, migrating it first where it is older; `before_migration` copies it away.

    Raises `WrongKey`, `ForeignStore`, `StoreNewer`, `MigrationFailed`. Where nothing can be written the store opens
    for reading (`Store.read_only`).
    """
    try:
        version = database.version_of(path, key.raw)
    except (StoreFull, StoreReadOnly, StoreDamaged) as refused:
        # Without any room SQLite reports an I/O error when it makes its shared memory, as for a damaged page.
        store = Store(path, key, clock=clock, run=run, keeper=keeper, shelter=shelter, read_only=True)
        try:
            store.log_head()
        except StoreError:
            store.close()
            raise refused from None
        return store
    if version < database.SCHEMA_VERSION:
        from app.models import migrations

        before_migration()
        migrations.upgrade(path, key.raw)
    return Store(path, key, clock=clock, run=run, keeper=keeper, shelter=shelter)
