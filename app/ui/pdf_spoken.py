"""Where letters stand that a screen reader is told instead of those that are drawn.

Where glyphs do not spell a text, as in Arabic or where a name is broken over lines, a print says beside them what they
mean. pdfium gives those words for the glyphs, but places all of them along the first line. Here they are spread over
all that is drawn for them, by its width: near enough to mark what was found.
"""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

import pypdfium2
from pypdfium2 import raw

Edges = tuple[float, float, float, float]
"""Left, bottom, right and top in points from the lower left corner of the page, as pdfium has them."""


@dataclass(slots=True)
class _Spoken:
    """A text that is told instead: the boxes of what is drawn for it, and the places of its letters."""

    drawn: list[Edges] = field(default_factory=list)
    letters: list[int] = field(default_factory=list)


def spoken_places(page: pypdfium2.PdfPage, lying: pypdfium2.PdfTextPage, places: Sequence[int]) -> dict[int, Edges]:
    """The boxes of those letters, by their place, that are told instead of what is drawn."""
    told: defaultdict[int, _Spoken] = defaultdict(_Spoken)
    of_drawn: dict[int, int] = {}
    for drawn in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,)):
        mark = _mark(drawn.raw)
        if mark:
            of_drawn[_address(drawn.raw)] = mark
            told[mark].drawn.append(drawn.get_bounds())
    if not told:
        return {}
    for place in places:
        mark = of_drawn.get(_address(raw.FPDFText_GetTextObject(lying, place)), 0)
        if mark:
            told[mark].letters.append(place)
    return {place: edges for one in told.values() for place, edges in _spread(one)}


def _mark(drawn: object) -> int:
    """The mark that tells the words of something drawn, 0 where its glyphs spell them."""
    for number in range(raw.FPDFPageObj_CountMarks(drawn)):
        mark = raw.FPDFPageObj_GetMark(drawn, number)
        if raw.FPDFPageObjMark_GetParamValueType(mark, b"ActualText") == raw.FPDF_OBJECT_STRING:
            return _address(mark)
    return 0


def _spread(told: _Spoken) -> Iterator[tuple[int, Edges]]:
    """The letters evenly over the lines that are drawn for them, each line taking as many as it is wide."""
    ends = list(accumulate(right - left for left, _bottom, right, _top in told.drawn))
    each = ends[-1] / max(1, len(told.letters))
    for number, place in enumerate(told.letters):
        line = next((at for at, end in enumerate(ends) if (number + 0.5) * each <= end), len(ends) - 1)
        left, bottom, right, top = told.drawn[line]
        start = left + number * each - (ends[line] - (right - left))
        yield place, (max(left, start), bottom, min(right, start + each), top)


def _address(pointer: object) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0  # type: ignore[arg-type]  # pdfium's pointers have no types
