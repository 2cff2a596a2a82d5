"""One instance at a time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from app.vault.errors import AlreadyRunning, FileFailed
from app.vault.lock_file import InstanceLock

HOLD = """
    import sys, time
    from pathlib import Path
    from app.vault.lock_file import InstanceLock
    lock = InstanceLock(Path(sys.argv[1]))
    lock.acquire("forlaens-socket")
    print("held", flush=True)
    time.sleep(60)
"""


@contextmanager
def another_instance(path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that holds the lock."""
    command = [sys.executable, "-c", textwrap.dedent(HOLD), str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def test_a_second_instance_learns_who_the_first_is(tmp_path: Path) -> None:
    with another_instance(tmp_path / "lock") as first:
        with pytest.raises(AlreadyRunning) as caught:
            InstanceLock(tmp_path / "lock").acquire()
        assert (caught.value.pid, caught.value.socket) == (first.pid, "forlaens-socket")


def test_after_a_kill_the_next_instance_starts_at_once(tmp_path: Path) -> None:
    with another_instance(tmp_path / "lock") as first:
        first.send_signal(signal.SIGKILL)
        first.wait()
        lock = InstanceLock(tmp_path / "lock")
        lock.acquire()
        assert lock.is_held
        lock.release()


def test_the_fresh_process_takes_the_lock_that_exec_let_go(tmp_path: Path) -> None:
    program = """
        import os, sys
        from pathlib import Path
        from app.vault.lock_file import InstanceLock
        InstanceLock(Path(sys.argv[1])).acquire()
        if len(sys.argv) == 2:
            os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:], "fresh"])
        print("again", os.getpid())
    """
    command = [sys.executable, "-c", textwrap.dedent(program), str(tmp_path / "lock")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.startswith("again")


def test_a_lock_is_released_and_taken_again(tmp_path: Path) -> None:
    first, second = InstanceLock(tmp_path / "sub" / "lock"), InstanceLock(tmp_path / "sub" / "lock")
    first.acquire()
    first.acquire()
    started = time.monotonic()
    with pytest.raises(AlreadyRunning) as caught:
        second.acquire(wait=0.12)
    assert time.monotonic() - started >= 0.12
    assert caught.value.pid == os.getpid()
    first.release()
    first.release()
    second.acquire()
    assert (first.is_held, second.is_held) == (False, True)
    second.release()


def test_a_holder_that_told_nothing_is_still_a_holder(tmp_path: Path) -> None:
    first = InstanceLock(tmp_path / "lock")
    first.acquire()
    (tmp_path / "lock").write_text('{"pid": "x"}')
    with pytest.raises(AlreadyRunning) as caught:
        InstanceLock(tmp_path / "lock").acquire()
    assert (caught.value.pid, caught.value.socket) == (0, "")
    first.release()


def test_a_full_disk_does_not_stop_the_lock(
    tmp_path: Path, no_room: Callable[[], AbstractContextManager[None]]
) -> None:
    lock = InstanceLock(tmp_path / "lock")
    with no_room():
        lock.acquire("socket")
        with pytest.raises(AlreadyRunning):
            InstanceLock(tmp_path / "lock").acquire()
    lock.release()


def test_a_place_without_locks_is_told() -> None:
    with pytest.raises(FileFailed):
        InstanceLock(Path("/proc/lock")).acquire()
