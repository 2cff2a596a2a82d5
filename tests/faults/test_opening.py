"""Faults 3, 4, 8, 9, 10 and 11 as the program meets them when it opens: each has a code, so a sentence, of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from app.core.errors import ForlaensError
from app.models import database
from app.models.errors import StoreError
from app.services import access, backups, setup
from app.services.caseload import caseworker
from tests.own_caseload import Own, flip, own, own_template

__all__ = ["own", "own_template"]


def _write(content: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_bytes(content)

    return write


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (_write(b""), "store-empty"),
        (Path.unlink, "store-missing"),
        (_write(b"SQLite format 3\0" + bytes(4080)), "store-plain"),
        (_write(b"%PDF-1.7" + bytes(4088)), "store-foreign"),
        (lambda path: path.write_bytes(path.read_bytes()[:-1000]), "store-cut-short"),
        (lambda path: flip(path, lambda size: 100), "store-damaged"),
    ],
)
def test_a_file_that_is_no_store_is_named_and_nothing_is_made_in_its_place(
    own: Own, harm: Callable[[Path], None], code: str
) -> None:
    custody = own.open()
    backups.back_up(custody, "close")
    custody.store.close()
    harm(own.folder.store)
    before = own.folder.store.read_bytes() if own.folder.store.exists() else None
    with pytest.raises(ForlaensError) as refused:
        own.open()
    assert refused.value.code == code
    assert (own.folder.store.read_bytes() if own.folder.store.exists() else None) == before
    good = backups.newest_whole(own.folder)
    assert good
    assert good.made == own.now


@pytest.mark.parametrize("place", [lambda size: size // 2, lambda size: size - 2000])
def test_a_flipped_bit_deep_in_the_file_is_found_and_a_good_copy_is_known(
    own: Own, place: Callable[[int], int]
) -> None:
    custody = own.open()
    backups.back_up(custody, "close")
    custody.store.close()
    flip(own.folder.store, place)
    assert _code_of_damage(own) == "store-damaged"
    assert backups.newest_whole(own.folder)


def _code_of_damage(own: Own) -> str:
    """What opening says, or else what the check behind the open window says."""
    try:
        damaged = own.open()
    except StoreError as error:
        return error.code
    found = damaged.damage or access.damage(damaged.store, own.folder.store, damaged.key)
    damaged.store.close()
    return found.code if found else ""


def test_a_lost_journal_is_told_with_how_many_entries_and_since_when(own: Own, tmp_path: Path) -> None:
    custody = own.open()
    custody.store.close()
    older = tmp_path / "older.db"
    shutil.copyfile(own.folder.store, older)
    custody = own.open()
    for name in ("Anna", "Bo", "Carl"):
        own.rename(custody, name)
    custody.store.close()
    shutil.copyfile(older, own.folder.store)
    again = own.open()
    assert again.loss
    assert again.loss.missing == 4  # an unlocking and three changes
    assert again.loss.since == own.now
    again.store.close()
    assert own.open().loss is None


def test_a_newer_store_is_refused_and_left_as_it_was(own: Own) -> None:
    custody = own.open()
    key = custody.key.raw
    custody.store.close()
    connection = database.connect(own.folder.store, key)
    database.stamp(connection, database.SCHEMA_VERSION + 1)
    connection.close()
    before = own.folder.store.read_bytes()
    with pytest.raises(ForlaensError) as refused:
        own.open()
    assert refused.value.code == "store-newer"
    assert own.folder.store.read_bytes() == before


def test_without_room_the_caseload_opens_for_reading_and_says_so(
    own: Own, no_room: Callable[[], AbstractContextManager[None]]
) -> None:
    with no_room():
        custody = own.open()
        assert custody.store.read_only
        assert custody.store.read(caseworker).name == "M. Holm"
        with pytest.raises(ForlaensError) as refused:
            own.rename(custody, "Other")
        assert refused.value.code == "store-read-only"
        with pytest.raises(ForlaensError) as no_copy:
            backups.back_up(custody, "manual")
        assert no_copy.value.code in {"store-full", "disk-full", "store-read-only"}
        custody.store.close()
    custody = own.open()
    own.rename(custody, "Other")
    custody.store.close()
    assert setup.first_look(own.folder) is None
