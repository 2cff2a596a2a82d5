"""The data key and the cost of deriving one from a passphrase."""

from __future__ import annotations

import subprocess
import sys
import textwrap

import pytest
from cryptography.exceptions import InvalidTag

from app.vault import keys
from app.vault.keys import FLOOR, STANDARD, Cost, DataKey


def test_a_data_key_has_32_bytes_and_hides_them() -> None:
    with pytest.raises(ValueError, match="32"):
        DataKey(b"x" * 31)
    assert repr(DataKey(b"x" * 32)) == "DataKey()"
    assert DataKey.random() != DataKey.random()


def test_each_purpose_has_its_own_key() -> None:
    key = DataKey(bytes(32))
    assert key.derive("log") == key.derive("log")
    assert len({key.raw, key.derive("log"), key.derive("witness")}) == 3


def test_a_wrapping_opens_only_with_its_key_and_header() -> None:
    key, with_key = DataKey.random(), b"w" * 32
    nonce, wrapped = keys.wrap(key, with_key, b"header")
    assert keys.unwrap(nonce, wrapped, with_key, b"header") == key
    for other in ((b"v" * 32, b"header"), (with_key, b"other")):
        with pytest.raises(InvalidTag):
            keys.unwrap(nonce, wrapped, *other)


@pytest.mark.parametrize(
    ("seconds", "cost"),
    [
        (0.8, STANDARD),
        (0.25, Cost(STANDARD.memory_kib, 6, 4)),
        (0.001, Cost(STANDARD.memory_kib, 16, 4)),
        (1.9, Cost(STANDARD.memory_kib // 2, 3, 4)),
        (3.0, FLOOR),
        (60.0, FLOOR),
    ],
)
def test_the_cost_is_fitted_to_half_a_second_to_one(seconds: float, cost: Cost) -> None:
    assert keys.fitted(STANDARD, seconds) == cost
    assert cost.is_sane()


@pytest.mark.parametrize(
    "cost",
    [
        Cost(FLOOR.memory_kib - 1, 3, 4),
        Cost(FLOOR.memory_kib, 2, 4),
        Cost(FLOOR.memory_kib, 3, 1),
        Cost(2**31, 3, 4),
        Cost(FLOOR.memory_kib, 10_000, 4),
        Cost(-1, 3, 4),
    ],
)
def test_weak_and_absurd_costs_are_not_sane(cost: Cost) -> None:
    assert not cost.is_sane()


def test_this_machine_gets_a_sane_cost() -> None:
    assert keys.calibrate().is_sane()


def test_a_machine_short_of_memory_gets_less_of_it_and_is_told_when_the_least_is_too_much() -> None:
    program = textwrap.dedent("""
        import resource, sys
        from pathlib import Path
        from app.vault import keys
        from app.vault.errors import NotEnoughMemory
        keys.slow_key("warm", bytes(16), keys.Cost(64, 3, 4))
        used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        room = int(sys.argv[1]) << 20
        resource.setrlimit(resource.RLIMIT_AS, (used + room, used + room))
        try:
            print(keys.calibrate().memory_kib >> 10)
        except NotEnoughMemory as error:
            print(error.code, error)
    """)

    def run(room: int) -> str:
        done = subprocess.run(
            [sys.executable, "-c", program, str(room)], capture_output=True, text=True, check=True, timeout=60
        )
        return done.stdout.strip()

    assert run(160) in {"128", "64"}
    assert run(20) == "not-enough-memory 64 MiB"
