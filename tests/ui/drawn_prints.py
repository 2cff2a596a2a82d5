"""Prints as the tests of all prints look at them: drawn once, read aloud, checked, and seen in grey."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path

import outloud
import pypdfium2
from PIL import Image
from pypdfium2 import raw

from tests.reports.spoken import Spoken
from tests.stage import Stage

_MOST_SEEN = 8  # pages of a long print that are looked at
_DOTS = 2  # dots a point of the picture
_RED, _GREEN, _BLUE = 0.299, 0.587, 0.114  # how light a printer without colours makes them


class Drawn:
    """The prints of one caseload in one language."""

    def __init__(self, stage: Stage, folder: Path) -> None:
        self.stage, self._folder = stage, folder
        self.language = stage.context.words.language
        self.pdf = cache(lambda scene: scene.draw(stage))
        self.spoken = cache(lambda scene: Spoken(self.pdf(scene)))

    def path(self, name: str, pdf: bytes) -> str:
        """A file that holds the print."""
        path = self._folder / f"{name}.pdf"
        path.write_bytes(pdf)
        return str(path)


def complaints(path: str, *severities: str, but: tuple[str, ...] = ()) -> list[str]:
    """What the checker has against a file; `but` names rules that are not asked."""
    result = outloud.check(path, skip=but)
    assert result.error is None
    return [
        f"{found.rule} {found.message} {found.evidence}" for found in result.findings if found.severity in severities
    ]


def bookmarks(outline: Sequence[object], level: int) -> Iterator[tuple[int, str]]:
    """The bookmarks with their levels."""
    for entry in outline:
        if isinstance(entry, list):
            yield from bookmarks(entry, level + 1)
        else:
            yield level, str(entry["/Title"])  # type: ignore[index]  # a destination is a dictionary


@dataclass(frozen=True, slots=True)
class Inked:
    """A piece of text as a printer without colours puts it on paper.

    Its place in points from the lower left corner; how light its letters and the paper around them are, 0 to 255.
    """

    text: str
    left: float
    low: float
    right: float
    high: float
    is_coloured: bool
    light: int
    ground: int

    @property
    def contrast(self) -> float:
        """How well it stands out from what lies around it, 1 to 21."""
        dark, bright = sorted(map(_luminance, (self.light, self.ground)))
        return (bright + 0.05) / (dark + 0.05)

    def lies_over(self, other: Inked) -> bool:
        """Whether letters of the two are printed over each other."""
        across = min(self.right, other.right) - max(self.left, other.left)
        up = min(self.high, other.high) - max(self.low, other.low)
        return across > 1 and up > 1.5


def in_grey(pdf: bytes) -> Iterator[list[Inked]]:
    """The text of the pages in the order it is drawn; of a long print of some pages, from the first to the last."""
    document = pypdfium2.PdfDocument(pdf)
    last = len(document) - 1
    for number in sorted({round(step * last / (_MOST_SEEN - 1)) for step in range(_MOST_SEEN)}):
        page = document[number]
        picture = page.render(scale=_DOTS, grayscale=True).to_pil().convert("L")
        words = page.get_textpage()
        found = (_inked(drawn, words, picture) for drawn in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,)))
        yield [one for one in found if one is not None]
    document.close()


def overprinted(page: Sequence[Inked]) -> list[tuple[str, str]]:
    """Texts of a page whose letters lie over each other, in pairs."""
    by_place = sorted(page, key=lambda one: one.left)
    pairs = ((one, other) for number, one in enumerate(by_place) for other in _beginning_within(one, by_place[number:]))
    return [(one.text, other.text) for one, other in pairs if one is not other and one.lies_over(other)]


def _beginning_within(one: Inked, by_place: Sequence[Inked]) -> Iterator[Inked]:
    return takewhile(lambda other: other.left < one.right, by_place)


def _inked(drawn: pypdfium2.PdfObject, words: pypdfium2.PdfTextPage, picture: Image.Image) -> Inked | None:
    left, low, right, high = drawn.get_bounds()
    if right <= left:
        return None  # a space
    text = words.get_text_bounded(left, low, right, high)
    red, green, blue = _colour(drawn)
    light = round(_RED * red + _GREEN * green + _BLUE * blue)
    top, bottom = picture.height - round(high * _DOTS) - 1, picture.height - round(low * _DOTS) + 1
    box = picture.crop((round(left * _DOTS) - 1, top, round(right * _DOTS) + 2, bottom + 1))
    around = [box.crop(edge).histogram() for edge in ((0, 0, box.width, 1), (0, box.height - 1, box.width, box.height))]
    ground = max(range(256), key=lambda grey: around[0][grey] + around[1][grey])
    is_coloured = max(red, green, blue) - min(red, green, blue) > 60
    return Inked(text, left, low, right, high, is_coloured, light, ground)


def _colour(drawn: pypdfium2.PdfObject) -> Sequence[int]:
    parts = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(drawn.raw, *parts)
    return [part.value for part in parts[:3]]


def _luminance(light: int) -> float:
    share = light / 255
    return share / 12.92 if share <= 0.03928 else float(((share + 0.055) / 1.055) ** 2.4)
