"""Every refusal has words."""

from __future__ import annotations

import importlib
import pkgutil
from datetime import timedelta
from pathlib import Path

import pytest

import app
from app import refusals
from app.core.errors import ForlaensError, Invalid
from app.refusals import refusal
from app.vault import errors
from app.words import Words


def _kinds(kind: type[ForlaensError] = ForlaensError) -> set[type[ForlaensError]]:
    return {kind}.union(*(_kinds(narrower) for narrower in kind.__subclasses__()))


def test_every_refusal_has_a_code_and_a_sentence_of_its_own() -> None:
    for module in pkgutil.walk_packages(app.__path__, "app."):
        if module.name.startswith(("app.core", "app.vault", "app.models.errors", "app.services", "app.ui.printing")):
            importlib.import_module(module.name)
    kinds = _kinds()
    assert len(kinds) > 30
    codes = [kind.code for kind in kinds]
    assert sorted(codes) == sorted(set(codes))
    assert set(codes) == set(refusals._SENTENCES)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (errors.PassphraseTooShort(12), "at least 12 characters"),
        (errors.TooSoon(timedelta(seconds=2.1)), "in 3 s"),
        (errors.MalformedRecoveryKey(7, 32, "Ü"), "32 letters and digits; 7 of"),
        (errors.DiskFull(Path("a")), "the disk is full"),
        (Invalid(()), "the fields that are marked"),
    ],
)
def test_a_refusal_tells_its_values(error: ForlaensError, told: str) -> None:
    assert told in refusal(Words("en"), error)


def test_a_refusal_speaks_danish() -> None:
    assert "disken er fuld" in refusal(Words("da"), errors.DiskFull(Path("a")))
