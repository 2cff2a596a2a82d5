"""Fault 10: the -wal lost or altered. The database opens as a healthy, older one; the witness tells what is missing."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.models import log_chain
from app.services.opening import open_store
from app.vault import witness
from app.vault.keys import DataKey
from app.vault.witness import Loss, Witness

ROOT = Path(__file__).resolve().parents[2]
KEY = DataKey(b"k" * 32)
START = datetime(2026, 7, 24, 10, 0, tzinfo=UTC)

# Five entries are folded into the database when it closes; three more are in the journal when the kill comes.
PROGRAM = """
    import os, signal, sys
    from datetime import timedelta
    from pathlib import Path
    from app.services.opening import create_store, open_store
    from app.services.store import Act, LogNote
    from app.vault.witness import WitnessKeeper
    from tests.faults.test_lost_journal import KEY, START

    folder = Path(sys.argv[1])
    create_store(folder / "store.db", KEY)
    keeper = WitnessKeeper(folder / "witness.json", KEY, "store")
    minute = 0
    for entries in (5, 3):
        clock = lambda: START + timedelta(minutes=minute)
        store = open_store(folder / "store.db", KEY, clock=clock, run="a", keeper=keeper, before_migration=lambda: None)
        for _ in range(entries):
            minute += 1
            store.log(LogNote(Act.LOOK_UP))
        if entries == 5:
            store.close()
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def killed(tmp_path: Path) -> Path:
    """The folder of a store with eight log entries whose program was killed."""
    subprocess.run([sys.executable, "-c", textwrap.dedent(PROGRAM), str(tmp_path)], cwd=ROOT, check=False, timeout=60)
    assert (tmp_path / "store.db-wal").stat().st_size
    return tmp_path


def _loss(folder: Path) -> Loss | None:
    seen = witness.read(folder / "witness.json", KEY, "store")
    assert seen == Witness(8, seen.head if seen else "", START + timedelta(minutes=8))
    store = open_store(folder / "store.db", KEY, clock=lambda: START, run="b", before_migration=lambda: None)
    with closing(store):
        head = store.log_head()
        found = Witness(head.count, head.mac, head.at) if head.at else None
        return witness.compare(seen, found, lambda number: store.read(log_chain.mac_at, number))


def test_after_a_plain_kill_nothing_is_missing(killed: Path) -> None:
    assert _loss(killed) is None


def test_a_lost_journal_is_told_with_the_number_of_entries_and_their_time(killed: Path) -> None:
    for name in ("store.db-wal", "store.db-shm"):
        (killed / name).unlink()
    assert _loss(killed) == Loss(3, START + timedelta(minutes=5), START + timedelta(minutes=8))


def test_an_altered_journal_is_told(killed: Path) -> None:
    journal = killed / "store.db-wal"
    content = bytearray(journal.read_bytes())
    content[len(content) // 2] ^= 1
    journal.write_bytes(content)
    loss = _loss(killed)
    assert loss
    assert 1 <= loss.missing <= 3
    assert loss.since == START + timedelta(minutes=8 - loss.missing)
