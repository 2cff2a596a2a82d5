"""Finding in a printed page: what a reader sees as the same word is found, and marked where it stands."""

from __future__ import annotations

import pytest

from app.core.page_text import Box, PageText, Span, find_all

WIDTH, HEIGHT = 5.0, 10.0


def page(*lines: str, gap: float = 0.0) -> PageText:
    """A page of letters that are all equally wide; a bar begins a second column, `gap` points away."""
    text = "\r\n".join(lines).replace("|", "")
    boxes: list[Box] = []
    for row, line in enumerate(lines):
        right = 0.0
        for letter in line:
            if letter == "|":
                right += gap
                continue
            boxes.append(Box(right, row * HEIGHT, right + WIDTH, row * HEIGHT + HEIGHT))
            right += WIDTH
        if row < len(lines) - 1:
            boxes += [Box(right, row * HEIGHT, right, row * HEIGHT)] * 2
    return PageText(text, tuple(boxes))


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("Alma og alma", "ALMA", ["Alma", "alma"]),
        ("Ølgod, ØRE, æble", "ø", ["Ø", "Ø"]),
        ("På skolen", "pa", []),
        ("Åben", "åBEN", ["Åben"]),
        ("Barnets\r\nplan og barnets  plan", "barnets plan", ["Barnets\r\nplan", "barnets  plan"]),
        ("opfølg\x02\r\nning", "opfølgning", ["opfølg\x02\r\nning"]),
        ("27-03-2026", "27-03-2026", ["27-03-2026"]),
        ("27\ufffe\r\n03", "27-03", ["27\ufffe\r\n03"]),
        ("anna anna", "na an", ["na an"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("Straße", "STRASSE", ["Straße"]),
        ("Alma", "", []),
        ("Alma", "  ", []),
        ("Alma", "-", []),
        ("(a.*b)", ".*", [".*"]),
        ("", "alma", []),
    ],
)
def test_words_are_found_as_a_reader_sees_them(text: str, wanted: str, found: list[str]) -> None:
    assert [text[span.start : span.end] for span in find_all(text, wanted)] == found


def test_a_part_is_marked_line_by_line() -> None:
    shown = page("Barnets", "plan")
    (span,) = find_all(shown.text, "nets plan")
    assert shown.marked(span) == (Box(15, 0, 35, 10), Box(0, 10, 20, 20))


def test_columns_of_a_table_are_marked_apart_and_words_of_a_line_together() -> None:
    assert page("Hvem|Hvad", gap=40).marked(Span(0, 8)) == (Box(0, 0, 20, 10), Box(60, 0, 80, 10))
    assert page("Hvem|Hvad", gap=6).marked(Span(0, 8)) == (Box(0, 0, 46, 10),)


def test_nothing_is_marked_where_there_is_nothing_to_see() -> None:
    shown = page("a", "b")
    assert shown.marked(Span(1, 3)) == ()
    assert shown.marked(Span(0, 0)) == ()


@pytest.mark.parametrize(
    ("x", "y", "place"),
    [(0, 5, 0), (4, 5, 1), (6, 5, 1), (100, 5, 4), (-3, 14, 6), (100, 99, 8), (1, -50, 0)],
)
def test_a_point_lies_between_two_letters(x: float, y: float, place: int) -> None:
    assert page("Alma", "og").caret(x, y) == place


def test_a_page_without_letters_has_one_place() -> None:
    assert PageText("", ()).caret(3, 3) == 0


def test_a_word_is_what_stands_between_blanks_and_signs() -> None:
    shown = page("Hej, Åse!")
    assert shown.read(shown.word_at(6)) == "Åse"
    assert shown.read(shown.word_at(0)) == "Hej"
    assert shown.word_at(9).is_empty
    assert not shown.word_at(8).is_empty


def test_what_is_copied_has_plain_ends_of_lines() -> None:
    shown = page("Hej", "du")
    assert shown.read() == "Hej\ndu"
    assert shown.read(Span(0, 3)) == "Hej"
    assert PageText("a\x02\rb\r\n", tuple(Box(0, 0, 1, 1) for _ in range(6))).read() == "a-\nb"


def test_each_letter_has_its_box() -> None:
    with pytest.raises(ValueError, match="box"):
        PageText("ab", ())
