"""What changed in a text reads back as both texts, and says no more than changed."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.core.text_difference import Mark, Piece, difference, whole
from tests.difference import text_after, text_before
from tests.reports.prints import LONG

_WORDS = st.lists(
    st.sampled_from(["Alma", "og", "mor", "er", "hjemme", "hver", "dag", ",", ".", " ", "  ", "\n", "Åse"])
)
_TEXTS = _WORDS.map(" ".join) | st.text(max_size=60)


def _told(before: str, after: str) -> str:
    """The pieces as one line: [-taken out-] and [+put in+]."""
    signs = {Mark.SAME: "{}", Mark.ADDED: "[+{}+]", Mark.REMOVED: "[-{}-]"}
    return "".join(signs[piece.mark].format(piece.text) for piece in difference(before, after))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Bor hjemme.", "Bor hos mor.", "Bor [-hjemme-][+hos mor+]."),
        ("I skole hver dag", "I skole hver dag og i klub", "I skole hver dag[+ og i klub+]"),
        ("I skole, tit", "I skole", "I skole[-, tit-]"),
        ("", "Nyt", "[+Nyt+]"),
        ("Gammelt", "", "[-Gammelt-]"),
        ("", "", ""),
        ("samme", "samme", "samme"),
        # One short word between two changes would be read with them anyway.
        ("går til dans hver uge", "løber på bane hver uge", "[-går til dans-][+løber på bane+] hver uge"),
        ("nu ser mor far og barn", "nu ser mor ham og dem", "nu ser mor [-far og barn-][+ham og dem+]"),
        # Hardly a word in common: the one text stands in place of the other.
        ("Alma sover, og mor er her.", "Skolen har møde her.", "[-Alma sover, og mor er-][+Skolen har møde+] her."),
        ("Alma sover godt nu", "Skolen holder møde her", "[-Alma sover godt nu-][+Skolen holder møde her+]"),
        ("Ét\nTo", "Ét To", "Ét[-\n-][+ +]To"),
    ],
)  # fmt: skip
def test_a_change_is_told_as_a_reader_would(before: str, after: str, told: str) -> None:
    assert _told(before, after) == told


@given(_TEXTS, _TEXTS)
@example(" a", "a")
@example("a  b", "a b")
def test_both_texts_are_read_off_the_difference(before: str, after: str) -> None:
    pieces = difference(before, after)
    assert (text_before(pieces), text_after(pieces)) == (before, after)
    assert all(piece.text for piece in pieces)
    assert all(one.mark is not other.mark for one, other in itertools.pairwise(pieces))


@given(_TEXTS)
def test_a_text_has_no_difference_to_itself(text: str) -> None:
    assert difference(text, text) == ((Piece(Mark.SAME, text),) if text else ())


def test_a_value_is_replaced_whole() -> None:
    assert whole("6. januar", "7. januar") == (Piece(Mark.REMOVED, "6. januar"), Piece(Mark.ADDED, "7. januar"))
    assert whole("6. januar", "6. januar") == (Piece(Mark.SAME, "6. januar"),)


@pytest.mark.parametrize("after", [LONG.replace("svært", "let", 7), "x " * 1000, LONG[::-1]])
def test_the_hardest_texts_take_no_time(after: str) -> None:
    before = "x y " * 500 if after.startswith("x") else LONG
    began = time.perf_counter()
    pieces = difference(before, after)
    assert time.perf_counter() - began < 0.5
    assert text_after(pieces) == after
