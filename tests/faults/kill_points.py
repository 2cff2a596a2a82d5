"""Kill -9 at every line of an act on files: what is found afterwards must be the old or the new, never neither.

Run as a program of its own, because it forks: `python -m tests.faults.kill_points ACT FOLDER RECOVERY_KEY STEP`. Each
round copies the store in FOLDER, carries the act out in a child that kills itself at one line of the program, and looks
at what is left. STEP is how many lines lie between two rounds. Prints the number of rounds.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

from app.vault import backup, backup_rota, slot_file, slots
from app.vault.errors import WrongRecoveryKey
from app.vault.recovery import RecoveryKey
from app.vault.slots import Unlocked
from app.vault.store_folder import DataFolder, StoreFolder
from app.vault.tries import WrongTries
from tests.made_store import NOW, Made

NEW_RECOVERY = RecoveryKey(bytes(range(20)))


class Act(NamedTuple):
    """What is done, what must hold before, and what must hold after, however far it came."""

    prepare: Callable[[Made], None]
    carry_out: Callable[[Made], None]
    look: Callable[[Made], None]


def killed_at(line: int, act: Callable[[], None]) -> bool:
    """Carry `act` out in a child that dies at the `line`-th line of the program; False where it was done before."""
    child = os.fork()
    if child == 0:
        _die_at(line)
        try:
            act()
        finally:
            sys.settrace(None)
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _die_at(line: int) -> None:
    left = line

    def each_line(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal left
        if event == "line":
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return each_line

    def each_call(frame: FrameType, event: str, arg: Any) -> Any:
        path = frame.f_code.co_filename
        return each_line if f"{os.sep}app{os.sep}" in path or "tempfile" in path or "shutil" in path else None

    sys.settrace(each_call)


def run(act: Act, original: Made, step: int) -> int:
    """Kill at each `step`-th line until the act is done in full; returns how often."""
    rounds = 0
    while True:
        with tempfile.TemporaryDirectory(dir=original.data.root.parent) as folder:
            made = _copied(original, Path(folder) / "data")
            act.prepare(made)
            killed = killed_at(1 + rounds * step, lambda made=made: act.carry_out(made))  # type: ignore[misc]  # bound
            act.look(made)
            made.data.sweep()
            left = [path for path in made.data.root.rglob("*") if path.name.endswith(".tmp")]
            assert not left, left
            act.look(made)
            if not killed:
                return rounds
        rounds += 1


def _copied(original: Made, root: Path) -> Made:
    shutil.copytree(original.data.root, root)
    return original._replace(data=DataFolder(root), store=StoreFolder(root / original.store.name))


def _nothing(made: Made) -> None:
    pass


def _opens(made: Made) -> None:
    """Some slot file opens the store: the present one with the old or the new recovery key."""
    found = slot_file.load(made.store.slots)
    assert found.is_of(made.key)
    keys = set()
    for recovery in (made.recovery, NEW_RECOVERY):
        try:
            keys.add(found.open_with_recovery(recovery))
        except WrongRecoveryKey:
            continue
    assert keys == {made.key}
    if made.store.previous_slots.exists():
        assert slot_file.load(made.store.previous_slots).open_with_recovery(made.recovery) == made.key


def _rewrite(made: Made) -> None:
    old = slot_file.load(made.store.slots)
    new = replace(old, recovery=slot_file.recovery_slot(old.store_id, made.key, NEW_RECOVERY))
    slots._replace(made.store, new)


def _confirm(made: Made) -> None:
    unlocked = slots.unlock_with_recovery(made.store, str(NEW_RECOVERY), NOW)
    slots.confirm_opened(made.store, unlocked)


def _adopt(made: Made) -> None:
    found = slot_file.load(made.store.previous_slots)
    slots.confirm_opened(
        made.store,
        Unlocked(made.key, found.store_id, made.store.previous_slots, WrongTries()),
    )


def _first_backup(made: Made) -> None:
    made.add_row("first")
    _back_up(made)
    made.add_row("second")


def _back_up(made: Made) -> None:
    backup.make(made.store, made.key, made.snapshot, made.check, NOW)


def _backups_are_whole(made: Made) -> None:
    found = backup.listed(made.store.backups)
    assert len(found) in {1, 2}
    for copy in found:
        backup.verify(copy)
    assert made.rows(found[-1].store) == ["first"]
    assert made.rows() == ["first", "second"]


def _restore(made: Made) -> None:
    backup.restore(made.data, backup.listed(made.store.backups)[-1], NOW.date(), made.check)


def _old_or_restored(made: Made) -> None:
    current = made.data.current()
    assert current
    assert made.rows(current.store) == (["first", "second"] if current == made.store else ["first"])
    for store in made.data.stores():
        assert slot_file.load(store.slots).open_with_recovery(made.recovery) == made.key
    assert made.rows() == ["first", "second"]


def _stick(made: Made) -> Path:
    return made.data.root.parent / "stick"


def _with_stick(made: Made) -> None:
    _stick(made).mkdir()
    _first_backup(made)


def _copy_outside(made: Made) -> None:
    backup_rota.copy_outside(made.store, backup.listed(made.store.backups)[-1], _stick(made), NOW)


def _outside_is_whole(made: Made) -> None:
    copies = backup.listed(backup_rota.outside_folder(_stick(made)))
    for copy in copies:
        backup.verify(copy)
    if backup_rota.last_outside(made.store):
        assert len(copies) == 1


def _make_another(made: Made) -> None:
    store = made.data.free(NOW.date())
    with made.data.making(store) as half:
        half.slots.write_bytes(made.store.slots.read_bytes())
        made.snapshot(half.store)


def _each_store_is_whole(made: Made) -> None:
    for store in made.data.stores():
        assert slot_file.load(store.slots).is_of(made.key)
        made.check(store.store)


ACTS = {
    "slots": Act(_nothing, _rewrite, _opens),
    "confirm": Act(_rewrite, _confirm, _opens),
    "adopt": Act(_rewrite, _adopt, _opens),
    "backup": Act(_first_backup, _back_up, _backups_are_whole),
    "restore": Act(_first_backup, _restore, _old_or_restored),
    "outside": Act(_with_stick, _copy_outside, _outside_is_whole),
    "store": Act(_nothing, _make_another, _each_store_is_whole),
}


def main(act: str, folder: str, recovery: str, step: str) -> None:
    """Run one act and print the number of kills."""
    data = DataFolder(Path(folder))
    store = data.stores()[0]
    unlocked = slots.unlock_with_recovery(store, recovery, NOW)
    made = Made(data, store, unlocked.key, RecoveryKey.parse(recovery), "", NOW)
    print(run(ACTS[act], made, int(step)))  # noqa: T201  # this is a program


if __name__ == "__main__":
    main(*sys.argv[1:])
