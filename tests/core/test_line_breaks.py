"""Where lines end: what belongs together stays together, and a word too long for its line gets a hyphen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.line_breaks import NO_BREAK, broken, kept_together


@pytest.mark.parametrize(
    "text",
    [
        "BL~§~46",
        "efter barnets~lov~§~91, stk.~1, nr.~2, er det",
        "§§~32 og 46",
        "den 6.~januar~2025 kl.~14.30",
        "on 6~January~2025",
        "siden Maj~2026",
        "går i 3.~klasse",
        "Uge~47, trin~2, side~3",
        "ca.~4~uger og 84~% af 1.234,50~kr. om året",
        "every 6~weeks for 12~months",
        "fra 0~–~10, nu 7~af~10",
        "7~of~10",
        "Almen plejefamilie ·~siden Maj~2026 ·~BL~§~46",
    ],
)
def test_law_dates_and_numbers_with_their_units_are_not_parted(text: str) -> None:
    assert kept_together(text.replace("~", " ")) == text.replace("~", NO_BREAK)


@pytest.mark.parametrize(
    "text",
    ["", "Mor og far er 3 venner", "Sådan var det i 2025. Mor ringer", "Født i 2. Mor", "Torsten 4 og Ida 6", "a  b"],
)
def test_other_words_may_part(text: str) -> None:
    assert NO_BREAK not in kept_together(text)


@pytest.mark.parametrize(
    ("word", "widest", "pieces"),
    [
        ("Forældremyndighedsindehaver", 20, ("Forældremyndigheds-", "indehaver")),
        ("Forældremyndighedsindehaver", 18, ("Forældremyndig-", "hedsindehaver")),
        ("Familiestruktur", 12, ("Familie-", "struktur")),
        ("Ungdomsuddannelsesvejledning", 21, ("Ungdomsuddannelses-", "vejledning")),
        ("Kristoffersen", 12, ("Kristoffer-", "sen")),
        ("Ågård-Østervang", 9, ("Ågård-", "Østervang")),
        ("skole/dagtilbud", 10, ("skole/", "dagtilbud")),
        ("fornavn.efternavn@sted.dk", 12, ("fornavn.", "efternavn@", "sted.dk")),
        (f"barnets{NO_BREAK}lov{NO_BREAK}§{NO_BREAK}91", 9, ("barnets", f"lov{NO_BREAK}§{NO_BREAK}91")),
        ("1234567890123456", 5, ("12345", "67890", "12345", "6")),
        ("bcdfghjklm", 8, ("bcdfghj-", "klm")),
        ("Оксана", 4, ("Окс-", "ана")),
        ("محمدعبدالرحمن", 6, ("محمدعب", "دالرحم", "ن")),
        ("ab", 0, ("a", "b")),
        ("kort", 4, ("kort",)),
        ("", 0, ("",)),
    ],
)
def test_a_word_too_long_is_parted_where_a_reader_would(word: str, widest: int, pieces: tuple[str, ...]) -> None:
    assert broken(word, len, widest) == pieces


@given(st.text("abdeghinorstæøåÅ1-/. ", max_size=60), st.integers(1, 20))
def test_every_letter_is_kept_and_every_piece_fits(word: str, widest: int) -> None:
    pieces = broken(word, len, widest)
    assert all(len(piece) <= widest for piece in pieces)
    rest = word
    for piece in pieces[:-1]:
        known = piece if rest.startswith(piece) else piece.removesuffix("-")
        assert rest.startswith(known)
        rest = rest[len(known) :]
    assert rest == pieces[-1]
