"""A program that saves and logs without end and says so after each: `python -m tests.faults.saving FILE`."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path

from app.services.cases import all_cases
from app.services.catalogue import load_catalogue
from app.services.opening import open_store
from app.services.store import Act, LogNote
from app.vault.keys import DataKey
from tests.factories import Office

TODAY = date(2026, 11, 23)
KEY = DataKey(bytes(range(32)))


def main(path: Path) -> None:
    """Save until killed. Each line tells what is durable: a person's id, and how many log entries there are."""
    clock = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
    store = open_store(path, KEY, clock=lambda: clock, run="saving", before_migration=lambda: None)
    catalogue = store.read(load_catalogue)
    case = store.read(all_cases)[0].case
    office = Office(store, catalogue, TODAY)
    while True:
        person = office.person(case, "Łukasz", remarks="x" * 3000)
        store.log(LogNote(Act.LOOK_UP, case.id))
        sys.stdout.write(f"{person.id} {store.log_head().count}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
