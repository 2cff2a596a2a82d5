"""An open store in the program's keeping."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.core.errors import ForlaensError
from app.services.store import Store
from app.vault.keys import DataKey
from app.vault.store_folder import DataFolder, StoreFolder
from app.vault.tries import WrongTries
from app.vault.witness import Loss

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Custody:
    """An open store with its folder and key: what copies, a new passphrase and the lock need.

    `loss` says which entries are missing, `damage` that the log's end does not fit; both are told to the user.
    """

    data: DataFolder
    folder: StoreFolder
    key: DataKey
    store: Store
    clock: Clock
    wrong_tries: WrongTries
    loss: Loss | None = None
    damage: ForlaensError | None = None
