"""A rough word for a passphrase while it is chosen."""

from __future__ import annotations

import pytest

from app.core.passphrase import Strength, guesses, strength


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("", Strength.WEAK),
        ("adgangskode1234", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("sommer sommer sommer", Strength.WEAK),
        ("grøn stige måne", Strength.WEAK),
        ("grøn stige måne båd", Strength.FAIR),
        ("grøn stige måne båd 17", Strength.GOOD),
        ("grøn stige måne båd hest sky", Strength.STRONG),
    ],
)
def test_several_words_are_strong_and_what_everybody_thinks_of_is_weak(typed: str, word: Strength) -> None:
    assert strength(typed) is word


def test_saying_a_word_twice_adds_nothing() -> None:
    assert guesses("måne måne båd") == guesses("måne båd")
