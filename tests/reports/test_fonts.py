"""Every character prints: in Plex, in a font that has it, or spelled as its code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reports import fonts
from app.reports.fonts import Face

PLEX, DEJAVU = "IBMPlexSans-Regular", "DejaVuSans"


@pytest.mark.parametrize("text", ["Ærø Østergård Åse", "Łukasz Żółć ğ", "Оксана Ївженко", "»Mor« – 5 € · § 95"])
def test_plex_draws_the_languages_of_europe(text: str) -> None:
    assert fonts.runs(text, Face.REGULAR) == ((PLEX, text),)


def test_arabic_is_joined_and_stands_from_right_to_left() -> None:
    ((name, letters),) = fonts.runs("محمد", Face.REGULAR)
    assert name == DEJAVU
    assert [f"{ord(c):04X}" for c in letters] == ["FEAA", "FEE4", "FEA4", "FEE3"]  # final dal … initial meem


def test_lam_and_alef_become_their_one_letter() -> None:
    assert fonts.runs("لا", Face.REGULAR) == ((DEJAVU, "\ufefb"),)


def test_numbers_inside_a_right_to_left_word_keep_their_order() -> None:
    assert "12" in "".join(part for _, part in fonts.runs("محمد12علي", Face.REGULAR))


def test_neighbouring_right_to_left_words_are_read_from_the_right() -> None:
    assert fonts.visual("Barn שלום עולם, 12") == "Barn עולם שלום, 12"
    assert fonts.visual("Barn Alma Kjær") == "Barn Alma Kjær"


def test_emoji_have_a_font_and_direction_marks_leave() -> None:
    names = {name for name, _ in fonts.runs("a\u202e\u200f🧸\ufe0f", Face.STRONG)}
    assert names == {"IBMPlexSans-SemiBold", "NotoEmoji-Regular"}


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("👧🏽 Emma ❤️", "👧 Emma ❤"),
        ("👨‍👩‍👧‍👦 familie", "👨👩👧👦 familie"),
        ("🏃🏿‍♂️", "🏃♂"),
        ("👩‍🦰👨🏻‍🦲", "👩👨"),
        ("🇩🇰 🇸🇾", "DK SY"),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴"),
        ("1️⃣ og #️⃣", "1 og #"),
        ("🏽", ""),
    ],
)
def test_combined_emoji_print_the_pictures_they_are_made_of(typed: str, printed: str) -> None:
    for face in Face:
        assert "".join(part for _, part in fonts.runs(typed, face)) == printed


def test_the_space_after_a_picture_is_as_narrow_as_any() -> None:
    assert fonts.width("🧸 a", Face.REGULAR, 10) == pytest.approx(
        fonts.width("🧸", Face.REGULAR, 10) + fonts.width(" a", Face.REGULAR, 10)
    )


def test_what_no_font_has_is_spelled_as_its_code() -> None:
    assert fonts.runs("中", Face.REGULAR) == ((PLEX, "[U+4E2D]"),)


def test_accents_typed_apart_are_put_together() -> None:
    assert fonts.runs("A\u030a", Face.REGULAR) == ((PLEX, "Å"),)


@given(st.text(max_size=60), st.sampled_from(Face))
def test_no_character_is_ever_without_a_glyph(text: str, face: Face) -> None:
    for name, part in fonts.runs(text, face):
        glyphs = fonts.font(name).face.charToGlyph
        assert all(ord(c) in glyphs for c in part)


@given(st.text(max_size=60))
def test_width_is_the_sum_of_the_parts(text: str) -> None:
    parts = sum(fonts.font(n).stringWidth(part, 10) for n, part in fonts.runs(text, Face.REGULAR))
    assert fonts.width(text, Face.REGULAR, 10) == pytest.approx(parts)
