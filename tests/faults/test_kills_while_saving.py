"""Fault 1: kill -9 while saving. What was said to be saved is there, nothing by halves; the next start asks nothing."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

from app.models import database, log_chain
from app.services.people import all_people, people_of_case
from app.services.store import Store
from tests.conftest import KEY, Clock, open_test_store
from tests.factories import Office

ROOT = Path(__file__).resolve().parents[2]


def _killed_while_saving(path: Path, seconds: float) -> list[tuple[str, int]]:
    """What the program said was saved before it was killed, `seconds` after its first word."""
    command = [sys.executable, "-m", "tests.faults.saving", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        told = [process.stdout.readline()]
        time.sleep(seconds)
        process.kill()
        told += process.stdout.readlines()
    whole = [line.split() for line in told if line.endswith("\n")]
    return [(person, int(count)) for person, count in whole]


def test_every_acknowledged_record_and_log_entry_survives_the_kill(
    store: Store, office: Office, clock: Clock, thorough: bool
) -> None:
    case = office.case()
    before = {person.id for person in store.read(all_people)}
    store.close()
    chance = random.Random(20260724)
    acknowledged: set[str] = set()
    for _ in range(250 if thorough else 4):
        told = _killed_while_saving(store.path, chance.uniform(0, 0.3))
        assert told, "the program saved nothing before it was killed"
        acknowledged |= {person for person, _ in told}
        again = open_test_store(store.path, clock)
        people = {person.id for person in again.read(all_people)} - before
        of_the_case = {each.person.id for each in again.read(people_of_case, case.id)} - before
        assert acknowledged <= people
        assert people == of_the_case, "a person without the case it was saved with"
        assert again.log_head().count >= told[-1][1]
        assert again.read(log_chain.first_break, KEY.derive("log")) is None
        again.close()
    database.verify(store.path, KEY.raw)
