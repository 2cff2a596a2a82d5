"""Where resources and data lie; the wheel's case stands in test_packaging."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app import paths


def test_the_source_has_its_resources_beside_it() -> None:
    assert paths.resources() == Path(__file__).resolve().parent.parent / "resources"


def test_a_frozen_program_has_its_resources_where_it_was_unpacked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"


def test_data_lie_where_they_are_told_to(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FORLAENS_DATA", str(tmp_path))
    assert paths.data() == tmp_path


@pytest.mark.skipif(sys.platform != "linux", reason="each system has its own place")
def test_data_lie_in_the_users_own_folder_otherwise(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("FORLAENS_DATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert paths.data() == tmp_path / "forlaens"
