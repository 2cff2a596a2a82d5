"""Writing outside the store."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from app.vault import errors, files


def test_a_file_is_replaced_as_a_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    files.write_atomic(path, b"old")
    files.write_atomic(path, b"new")
    assert path.read_bytes() == b"new"
    assert [p.name for p in tmp_path.iterdir()] == ["a.json"]


def test_only_the_user_may_read_what_is_written(tmp_path: Path) -> None:
    files.write_atomic(tmp_path / "a", b"x")
    assert (tmp_path / "a").stat().st_mode & 0o077 == 0


def test_a_full_disk_leaves_the_old_file_and_says_so(
    tmp_path: Path, no_room: Callable[[], AbstractContextManager[None]]
) -> None:
    path = tmp_path / "a.json"
    files.write_atomic(path, b"old")
    with no_room(), pytest.raises(errors.DiskFull) as caught:
        files.write_atomic(path, b"new")
    assert caught.value.code == "disk-full"
    assert caught.value.path == path
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.json"]
    files.write_atomic(path, b"room again")


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(errors.PlaceMissing):
        files.write_atomic(tmp_path / "stick" / "a", b"x")


def test_a_place_that_takes_no_files_is_told_as_read_only_or_failed() -> None:
    with pytest.raises(errors.FileFailed):
        files.write_atomic(Path("/proc/a"), b"x")


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, errors.DiskFull),
        (errno.EDQUOT, errors.DiskFull),
        (errno.EROFS, errors.ReadOnlyPlace),
        (errno.EACCES, errors.ReadOnlyPlace),
        (errno.ENODEV, errors.PlaceMissing),
        (errno.EIO, errors.FileFailed),
        (None, errors.FileFailed),
    ],
)
def test_what_the_system_says_has_a_meaning_of_its_own(number: int | None, kind: type[errors.FileFailed]) -> None:
    error = OSError(number, "words") if number else OSError("words")
    assert type(errors.meaning(error, Path("a"))) is kind


def test_json_comes_back_as_written(tmp_path: Path) -> None:
    files.write_json(tmp_path / "a", {"by": "Æbeltoft", "n": 3})
    assert files.read_json(tmp_path / "a") == {"by": "Æbeltoft", "n": 3}


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 100_000])
def test_json_that_is_no_object_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a").write_bytes(content)
    assert files.read_json(tmp_path / "a") is None
    assert files.read_json(tmp_path / "missing") is None


def test_a_copy_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a" * 3_000_000)
    files.copy_synced(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").stat().st_size == 3_000_000
    with pytest.raises(errors.FileFailed):
        files.copy_synced(tmp_path / "a", tmp_path / "b")


def test_a_folder_that_cannot_be_synced_does_not_stop_a_write(tmp_path: Path) -> None:
    files.sync_folder(Path("/proc"))
    files.sync_folder(tmp_path)


def test_any_other_failure_of_syncing_a_folder_is_not_hidden(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        files.sync_folder(tmp_path / "missing")


def test_a_disk_that_fails_to_sync_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files.write_atomic(tmp_path / "a", b"old")
    real = os.fsync

    def fail_on_folders(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EIO, "Input/output error")
        real(handle)

    monkeypatch.setattr(os, "fsync", fail_on_folders)
    with pytest.raises(errors.FileFailed) as caught:
        files.write_atomic(tmp_path / "a", b"new")
    assert caught.value.code == "file-failed"


def test_a_removed_folder_is_gone_even_where_half_of_one_was_left(tmp_path: Path) -> None:
    for name in ("a", ".a.tmp"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "f").touch()
    files.remove_folder(tmp_path / "a")
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(errors.PlaceMissing):
        files.remove_folder(tmp_path / "a")


def test_sweeping_removes_leftovers_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "kept").touch()
    (tmp_path / ".half.tmp").touch()
    (tmp_path / ".folder.tmp").mkdir()
    (tmp_path / ".folder.tmp" / "f").touch()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link.tmp").symlink_to(tmp_path / "elsewhere")
    files.sweep(tmp_path)
    files.sweep(tmp_path / "missing")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["elsewhere", "kept"]
