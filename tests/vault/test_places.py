"""Where a store may lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.vault import places
from app.vault.errors import RefusedPlace

MOUNTS = """\
23 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 23 0:40 / /mnt/f\\040drev rw - cifs //server/share rw
41 40 0:41 / /mnt/f\\040drev/local rw - ext4 /dev/sdb1 rw
42 23 0:42 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
a line that means nothing
"""


@pytest.mark.parametrize(
    ("folder", "system"),
    [
        ("/home/a", "ext4"),
        ("/mnt/f drev/sager", "cifs"),
        ("/mnt/f drev/local/sager", "ext4"),
        ("/run/user/1000/gvfs/x", "fuse.gvfsd-fuse"),
    ],
)
def test_the_nearest_mount_tells_the_file_system(folder: str, system: str) -> None:
    assert places.file_system_of(Path(folder), MOUNTS) == system


def test_without_mounts_nothing_is_known() -> None:
    assert places.file_system_of(Path("/home"), "") == ""


@pytest.mark.parametrize(
    "folder",
    [
        "/home/a/OneDrive - Kommune/Forlaens",
        "/home/a/Dropbox",
        "/Users/a/Library/Mobile Documents/x",
        "/Users/a/Library/CloudStorage/y",
    ],
)
def test_a_synced_folder_is_known_by_its_name(folder: str) -> None:
    assert places.is_synced(Path(folder), {})


def test_a_synced_folder_is_known_by_the_variable_that_names_it(tmp_path: Path) -> None:
    assert places.is_synced(tmp_path / "a", {"OneDriveCommercial": str(tmp_path)})
    assert not places.is_synced(tmp_path / "a", {"OneDrive": str(tmp_path / "b")})


def test_a_share_is_another_machine() -> None:
    assert places.is_remote(Path("\\\\server\\share\\folder"))


def test_a_system_without_a_list_of_mounts_is_trusted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(places, "_MOUNTS", tmp_path / "missing")
    assert not places.is_remote(tmp_path)


def test_the_folder_is_refused_with_the_reason(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    places.demand_own_disk(tmp_path)
    with pytest.raises(RefusedPlace) as caught:
        places.demand_own_disk(tmp_path / "OneDrive")
    assert caught.value.kind == "cloud"
    mounts = tmp_path / "mounts"
    mounts.write_text(f"23 1 8:1 / {tmp_path} rw,relatime shared:1 - nfs4 server:/home rw\n")
    monkeypatch.setattr(places, "_MOUNTS", mounts)
    with pytest.raises(RefusedPlace) as caught:
        places.demand_own_disk(tmp_path / "sager")
    assert caught.value.kind == "network"
