"""The demo store opens at once: its key lies beside it, unwrapped. No store with real children has such a file."""

from __future__ import annotations

from app.vault import files
from app.vault.errors import SlotsDamaged, SlotsMissing
from app.vault.keys import DataKey
from app.vault.store_folder import StoreFolder


def create(store: StoreFolder) -> DataKey:
    """Make a key and leave it beside the demo store. Raises `FileFailed`."""
    key = DataKey.random()
    files.write_json(store.open_key, {"format": "forlaens-open-key", "key": key.raw.hex()})
    return key


def read(store: StoreFolder) -> DataKey:
    """The key of the demo store. Raises `SlotsMissing` or `SlotsDamaged`."""
    if not store.open_key.exists():
        raise SlotsMissing(store.open_key.name)
    try:
        return DataKey(bytes.fromhex(str((files.read_json(store.open_key) or {})["key"])))
    except (KeyError, ValueError) as error:
        raise SlotsDamaged(store.open_key.name) from error
