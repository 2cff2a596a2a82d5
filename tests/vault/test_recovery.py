"""The printed recovery key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.vault.errors import MalformedRecoveryKey
from app.vault.recovery import BYTES, RecoveryKey


@given(st.binary(min_size=BYTES, max_size=BYTES))
def test_every_key_can_be_typed_back(raw: bytes) -> None:
    key = RecoveryKey(raw)
    assert RecoveryKey.parse(str(key)) == key
    assert [len(group) for group in key.groups] == [4] * 8


def test_case_dashes_spaces_and_letters_that_look_like_digits_are_forgiven() -> None:
    key = RecoveryKey(bytes(range(20)))
    printed = str(key)
    assert "0" in printed
    assert "1" in printed
    for typed in (
        printed.lower().replace("-", ""),
        f"  {printed.replace('-', ' – ')}\n",
        printed.replace("0", "O").replace("1", "I"),
        printed.replace("0", "o").replace("1", "l"),
    ):
        assert RecoveryKey.parse(typed) == key


@pytest.mark.parametrize(
    ("typed", "found", "odd"),
    [("", 0, ""), ("0000-0000", 8, ""), ("0" * 33, 33, ""), ("0" * 31 + "U", 31, "U"), ("æ" * 32, 0, "Æ" * 32)],
)
def test_what_cannot_be_a_key_is_told_with_what_was_recognised(typed: str, found: int, odd: str) -> None:
    with pytest.raises(MalformedRecoveryKey) as caught:
        RecoveryKey.parse(typed)
    assert (caught.value.found, caught.value.wanted, caught.value.odd) == (found, 32, odd)


def test_one_group_typed_back_proves_that_the_key_was_written_down() -> None:
    key = RecoveryKey(bytes(range(20)))
    assert key.has_group(2, key.groups[2].lower().replace("0", "o"))
    assert not key.has_group(2, key.groups[3])
    assert not key.has_group(2, "")
    assert not key.has_group(2, key.groups[2] + "?")


def test_keys_differ_and_do_not_show_in_a_log() -> None:
    first, second = RecoveryKey.random(), RecoveryKey.random()
    assert first != second
    assert first.groups[0] not in repr(first)
    assert str(first.raw) not in repr(first)
