"""Where letters stand that a screen reader is told instead of those that are drawn.

Where glyphs do not spell a text, as in Arabic or where a name is broken over lines, a print says beside them what they
mean. pdfium gives those words for the glyphs, but places all of them along the first line. So the page is read once
more without them, and each letter that is told stands where the one stands that is drawn for it.
"""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from app.core.told_letters import drawn_for

Edges = tuple[float, float, float, float]
"""Left, bottom, right and top in points from the lower left corner of the page, as pdfium has them."""
_TOLD = b"ActualText"
_TWO_PLACES = 0x10000  # letters from here on, emoji among them, are two to pdfium


class Letter(NamedTuple):
    """A letter of a page, and its place as pdfium counts."""

    text: str
    place: int


def letters_of(lying: pypdfium2.PdfTextPage) -> list[Letter]:
    """The letters of a page in the order they are read."""
    text = lying.get_text_range()
    places = accumulate((1 if ord(letter) < _TWO_PLACES else 2 for letter in text), initial=0)
    return [Letter(letter, place) for letter, place in zip(text, places, strict=False)]


def edges_of(lying: pypdfium2.PdfTextPage, letter: Letter) -> Edges:
    """Where a letter stands: as high as its line, so that a line is marked evenly."""
    left, bottom, right, top = lying.get_charbox(letter.place, loose=True)
    return left, bottom, right, top


def spoken_places(page: pypdfium2.PdfPage, lying: pypdfium2.PdfTextPage) -> dict[int, Edges]:
    """The boxes of those letters of `lying`, by their place, that are told; the page itself tells them no more."""
    marks = _silenced(page)
    if not marks:
        return {}
    silent = page.get_textpage()
    told, drawn = _by_mark(lying, marks), _by_mark(silent, marks)
    return {
        letter.place: box
        for mark, letters in told.items()
        for letter, box in zip(letters, _boxes(letters, drawn[mark], silent), strict=True)
    }


def _silenced(page: pypdfium2.PdfPage) -> Mapping[int, int]:
    """What is drawn on the page with words told instead, each with the mark that told them and now does not."""
    told = {}
    for drawn in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,)):
        for number in range(raw.FPDFPageObj_CountMarks(drawn.raw)):
            mark = raw.FPDFPageObj_GetMark(drawn.raw, number)
            if raw.FPDFPageObjMark_GetParamValueType(mark, _TOLD) == raw.FPDF_OBJECT_STRING:
                told[_address(drawn.raw)] = drawn.raw, mark
    for drawn, mark in told.values():  # only now: what is drawn under one mark shares its words
        raw.FPDFPageObjMark_RemoveParam(drawn, mark, _TOLD)
    return {drawn: _address(mark) for drawn, (_, mark) in told.items()}


def _boxes(told: list[Letter], drawn: list[Letter], silent: pypdfium2.PdfTextPage) -> Iterator[Edges]:
    """The box of each letter that is told; one that nothing is drawn for is an end of the letter before it."""
    left = bottom = right = top = 0.0
    pairs = drawn_for("".join(letter.text for letter in told), "".join(letter.text for letter in drawn))
    for place in pairs:
        if place is None:
            left = right
        else:
            left, bottom, right, top = edges_of(silent, drawn[place])
        yield left, bottom, right, top


def _by_mark(lying: pypdfium2.PdfTextPage, marks: Mapping[int, int]) -> Mapping[int, list[Letter]]:
    """The letters of each mark. Blanks that pdfium adds between words and lines belong to what stands before them."""
    found: defaultdict[int, list[Letter]] = defaultdict(list)
    mark = 0
    for letter in letters_of(lying):
        drawn = _address(raw.FPDFText_GetTextObject(lying, letter.place))
        mark = marks.get(drawn, 0) if drawn else mark
        if mark:
            found[mark].append(letter)
    return found


def _address(pointer: object) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0  # type: ignore[arg-type]  # pdfium's pointers have no types
