"""What a store file is, before it is opened."""

from __future__ import annotations

import os
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from app.vault import errors
from app.vault.file_check import PAGE, examine
from tests.made_store import Made


def test_a_store_passes(made: Made) -> None:
    examine(made.store.store)


def test_a_missing_file_is_told_and_none_is_made(tmp_path: Path) -> None:
    with pytest.raises(errors.StoreMissing):
        examine(tmp_path / "store.db")
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_zero_length_is_told(tmp_path: Path) -> None:
    (tmp_path / "store.db").touch()
    with pytest.raises(errors.StoreEmpty):
        examine(tmp_path / "store.db")


def test_an_unencrypted_database_is_told(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "store.db")) as connection:
        connection.execute("CREATE TABLE t (a)")
    with pytest.raises(errors.StorePlain):
        examine(tmp_path / "store.db")


@pytest.mark.parametrize(
    "content", [b"Kaere alle,\n" * 900, bytes(8 * PAGE), b"%PDF-1.7" + os.urandom(9000), b"hej hej hej hej hej"]
)
def test_something_else_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "store.db").write_bytes(content)
    with pytest.raises(errors.StoreForeign):
        examine(tmp_path / "store.db")


def test_a_spreadsheet_under_the_name_of_a_store_is_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "store.db", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", os.urandom(3 * PAGE))
    with pytest.raises(errors.StoreForeign):
        examine(tmp_path / "store.db")


def test_a_store_that_ends_within_a_page_is_told(made: Made) -> None:
    for length in (made.store.store.stat().st_size - 1, PAGE + 1, PAGE - 1):
        os.truncate(made.store.store, length)
        with pytest.raises(errors.StoreCutShort):
            examine(made.store.store)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "store.db").mkdir()
    with pytest.raises(errors.FileFailed):
        examine(tmp_path / "store.db")
