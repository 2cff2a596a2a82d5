"""The log of access is kept in codes and read in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.core.purpose import Purpose
from app.services.access import AccessEntry
from app.services.store import CASEWORK, Act
from app.ui.dialogs.log_words import SUBJECT_ACCESS, act, detail, purpose
from app.words import Words

BLANK = AccessEntry(1, datetime(2026, 11, 23, 8, tzinfo=UTC), Act.WRITE, "", CASEWORK, "")


@pytest.mark.parametrize(
    ("done", "noted", "told"),
    [
        (Act.WRITE, "follow-up-registered", "follow-up registered"),
        (Act.WRITE, "undo:case-closed", "Undone: case closed"),
        (Act.WRITE, "redo:case-closed", "Done again: case closed"),
        (Act.SEARCH, "9f86d081884c7d65", ""),
        (Act.PRINT, "plan v3 da", "plan version 3 in Danish"),
        (Act.EXPORT, "map en", "network map in English"),
        (Act.EXPORT, "follow_up copied", "follow-up copied as text"),
        (Act.EXPORT, "plan-comparison copied", "comparison of two versions of the plan copied as text"),
        (Act.PRINT, "child-plan v2 da", "plan for the child version 2 in Danish"),
        (Act.EXPORT, "something new", "something new"),
        (Act.BACKUP, "close", "when the program closed"),
        (Act.UNLOCK, "recovery key", "with the recovery key"),
        (Act.UNLOCK, "passphrase; 2 entries missing", "with the passphrase; 2 entries of the log are missing"),
        (Act.FAILED_UNLOCK, "3 2026-11-22T07:00:00–2026-11-22T07:01:00", "3 times"),
        (Act.REVEAL, "", ""),
    ],
)
def test_what_an_act_noted_is_told_in_words(done: Act, noted: str, told: str) -> None:
    assert detail(Words("en"), replace(BLANK, act=done, detail=noted)) == told


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_act_and_every_purpose_that_is_offered_has_words(language: str) -> None:
    words = Words(language)
    assert all(act(words, done) for done in Act)
    for code in (*Purpose, SUBJECT_ACCESS):
        assert purpose(words, code) not in {"", str(code)}


def test_a_purpose_that_was_typed_stands_as_it_was_typed() -> None:
    assert purpose(Words("da"), "complaint <b>") == "complaint <b>"
