"""A letter that is told finds the one that is drawn for it, however a print broke, turned or spelled its words."""

from __future__ import annotations

import pytest

from app.core.told_letters import drawn_for


def as_drawn(told: str, drawn: str) -> str:
    """What stands on the paper for each letter; a line for none."""
    return "".join("_" if place is None else drawn[place] for place in drawn_for(told, drawn))


@pytest.mark.parametrize(
    ("told", "drawn", "found"),
    [
        ("Barnets plan", "Barnets plan", "Barnets_plan"),
        ("Barnets plan for Wilhelmina", "Barnets\r\nplan for Wilhel\x02\r\nmina", "Barnets_plan_for_Wilhelmina"),
        ("Wilhelmina", "Wilhel\ufffemina", "Wilhelmina"),
        ("Anne-Marie er her", "Anne-\r\nMarie er her", "Anne-Marie_er_her"),
        ("for (9 år)", "for )9 år)", "for__9_år)"),
        ("🧿 slut", "[U+1F9FF] slut", "[_slut"),
        ("ab 🧿🧿", "[U+F][U+F] ab", "ab_[["),
        ("mål mål", "mål", "mål____"),
        ("", "mål", ""),
        (" - ", "mål", "_m_"),
        ("- a", "a", "__a"),
    ],
)
def test_each_letter_is_found_where_it_is_drawn(told: str, drawn: str, found: str) -> None:
    assert as_drawn(told, drawn) == found


def test_words_in_turned_order_are_each_found_where_they_stand() -> None:
    told, drawn = "og محمد علي hjælper", "og علي محمد hjælper"
    places = drawn_for(told, drawn)
    assert as_drawn(told, drawn).replace("_", " ") == told
    assert places[told.index("محمد")] == drawn.index("محمد")


def test_the_same_word_again_is_the_next_one_of_it() -> None:
    assert [place for place in drawn_for("ro og ro", "ro\r\nog ro") if place is not None] == [0, 1, 4, 5, 7, 8]
