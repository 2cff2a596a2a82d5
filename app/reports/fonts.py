"""The fonts of the prints, and which of them draws which character, so that no glyph is ever missing.

IBM Plex Sans draws what it can; DejaVu Sans and Noto Emoji draw the rest, character by character. A character that
none of them has is spelled as its code, "[U+1F9FF]". Words written from right to left are shaped with harfbuzz into
letter forms that stand in visual order. Fonts are read when the first print needs them and are always embedded.
"""

from __future__ import annotations

import functools
import re
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import groupby, islice

import uharfbuzz
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFName, PDFTrueTypeFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app import paths
from app.reports.tags import spoken


class Face(StrEnum):
    """The cuts of Plex the prints use; the value is the font's name and its file."""

    REGULAR = "IBMPlexSans-Regular"
    STRONG = "IBMPlexSans-SemiBold"
    ITALIC = "IBMPlexSans-Italic"


_DEJAVU, _DEJAVU_BOLD, _EMOJI = "DejaVuSans", "DejaVuSans-Bold", "NotoEmoji-Regular"
_FALLBACK = {
    Face.REGULAR: (_DEJAVU, _EMOJI),
    Face.STRONG: (_DEJAVU_BOLD, _DEJAVU, _EMOJI),
    Face.ITALIC: (_DEJAVU, _EMOJI),
}
RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe"
_RTL = re.compile(f"[{RIGHT_TO_LEFT}]+")
_RTL_WORD = re.compile(rf"[^\s]*[{RIGHT_TO_LEFT}][^\s]*")
_RTL_WORDS = re.compile(rf"[{RIGHT_TO_LEFT}](?:\S*\s+\S*?[{RIGHT_TO_LEFT}])+(?:\S*[{RIGHT_TO_LEFT}])?")
_RTL_PIECES = re.compile(rf"(\s+|[^{RIGHT_TO_LEFT}\s]+)")
_INVISIBLE = re.compile(
    "[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\u20e3\U0001f3fb-\U0001f3ff\U0001f9b0-\U0001f9b3\U000e0020-\U000e01ef]"
)
"""Marks without a shape of their own, and the parts of combined emoji that print as boxes: skin, hair, a frame."""
_FAR = re.compile("(?<=> <)([0-9A-F]{5})(?=>)")
_ESCAPED = {code: f"\\{code:03o}" for code in range(256) if not 32 <= code < 127}
_ESCAPED |= {ord(mark): f"\\{mark}" for mark in "()\\"}
_FLAG_LETTERS = {0x1F1E6 + number: ord("A") + number for number in range(26)}
"""The letters that flags are spelled with: Noto Emoji draws them far apart, and no flag."""


class _Font(TTFont):  # type: ignore[misc]  # reportlab carries no types
    """A font whose pictures and letters beyond the first 65,536 characters are also found, copied and read aloud.

    What it worked out for one print it remembers for the next: a preview draws nearly the same one at every change.
    """

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name, path)
        self._units = functools.lru_cache(maxsize=8192)(self._added_up)
        subset = functools.lru_cache(maxsize=8)(self.face.makeSubset)
        self.face.makeSubset = lambda codes: subset(tuple(codes))

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:
        """The width of a text in points."""
        return 0.001 * size * self._units(text)

    def addObjects(self, doc: PDFDocument) -> None:
        """Called by reportlab to embed what was used; its own tables write far characters with too few digits."""
        before = len(doc.idToObject)
        super().addObjects(doc)
        for key, part in islice(doc.idToObject.items(), before, None):
            if key.startswith("toUnicodeCMap:"):
                part.content = _FAR.sub(lambda found: _as_pair(int(found[1], 16)), part.content)
            elif key.startswith("fontFile:"):
                part.content = _compressed(part.content)
                part.dictionary["Filter"] = PDFName("FlateDecode")
            elif isinstance(part, PDFTrueTypeFont):
                part.Widths = _numbers(tuple(part.Widths.sequence))

    def _added_up(self, text: str) -> float:
        widths, other = self.face.charWidths, self.face.defaultWidth
        return float(sum(widths.get(ord(character), other) for character in text))


@functools.lru_cache(maxsize=16)
def _numbers(numbers: tuple[float, ...]) -> str:
    """A list of numbers as PDF writes it."""
    return f"[{' '.join(f'{number:g}' for number in numbers)}]"


_compressed = functools.lru_cache(maxsize=16)(zlib.compress)


@functools.cache
def font(name: str) -> TTFont:
    """A font of resources/fonts by its file's stem, read and registered at the first call."""
    found = _Font(name, str(paths.resources() / "fonts" / f"{name}.ttf"))
    registerFont(found)
    return found


@functools.cache
def _characters(name: str) -> frozenset[str]:
    """What a font draws, without control characters and marks that have no shape of their own."""
    known = (chr(code) for code in font(name).face.charToGlyph if code >= 32)
    return frozenset(c for c in known if not _INVISIBLE.match(c))


def is_plain(text: str, face: Face) -> bool:
    """Whether the face itself draws every character, so that nothing has to be switched or shaped."""
    return _characters(face).issuperset(text) and unicodedata.is_normalized("NFC", text)


@functools.lru_cache(maxsize=1024)
def runs(text: str, face: Face) -> tuple[tuple[str, str], ...]:
    """One line of text cut into (font name, characters) so that every character has a glyph in its font.

    Marks without a shape of their own (direction marks, joiners, variation selectors) and control characters leave; of
    a combined emoji the pictures it is made of stay, and of a flag the country's letters.
    """
    if is_plain(text, face):
        return ((face.value, text),) if text else ()
    spelled: list[tuple[str, str]] = []
    for character in _shaped(_clean(text)):
        if character == " " and spelled and spelled[-1][0] != _EMOJI:
            spelled.append((spelled[-1][0], " "))
        else:
            spelled += _spell(character, face)
    return tuple((name, "".join(c for _, c in group)) for name, group in groupby(spelled, key=lambda pair: pair[0]))


def is_left_to_right(text: str) -> bool:
    """Whether a text holds no right-to-left letters."""
    return text.isascii() or not _RTL.search(text)


def visual(text: str) -> str:
    """A line whose neighbouring right-to-left words stand in the order they are read."""
    return _RTL_WORDS.sub(lambda found: "".join(_RTL_PIECES.split(found[0])[::-1]), text)


def width(text: str, face: Face, size: float) -> float:
    """Width in points of one line of text."""
    return sum(float(font(name).stringWidth(part, size)) for name, part in runs(text, face))


def draw(canvas: Canvas, x: float, y: float, text: str, face: Face, size: float, align: float = 0.0) -> None:
    """Draw one line of text on a canvas at its baseline; `align` is 0 left of x, 0.5 centred on it, 1 right of it.

    Letters that are joined are searched, copied and read aloud as they were typed.
    """
    parts = runs(visual(text), face)
    x -= align * sum(font(name).stringWidth(part, size) for name, part in parts)
    code = f"BT {placed(x, y)} {shown(canvas, parts, size)} ET"
    canvas._code.append(code if is_left_to_right(text) else f"{spoken(text)} {code} EMC")


def placed(x: float, y: float) -> str:
    """The place of the text that follows, within a text of a page's content."""
    return f"1 0 0 1 {round(x, 3):g} {round(y, 3):g} Tm"


def shown(canvas: Canvas, parts: Iterable[tuple[str, str]], size: float) -> str:
    """Text in its fonts, (font name, characters) each, as it stands in a page's content."""
    document = canvas._doc
    code: list[str] = []
    current = ""
    for name, text in parts:
        used = font(name)
        for number, letters in used.splitString(text, document):
            subset = used.getSubsetInternalName(number, document)
            if subset != current:
                code.append(f"{subset} {size:g} Tf")
                current = subset
            code.append(f"({letters.decode('latin-1').translate(_ESCAPED)}) Tj")
    return " ".join(code)


def _as_pair(code: int) -> str:
    return chr(code).encode("utf-16-be").hex().upper()


def _clean(text: str) -> str:
    composed = _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).translate(_FLAG_LETTERS)
    return "".join(" " if c in "\t\n\r\v\f\x85" else c for c in composed if c in "\t\n\r\v\f\x85" or ord(c) >= 32)


def _spell(character: str, face: Face) -> Iterator[tuple[str, str]]:
    """The font that draws a character, or its code in letters where none does."""
    for name in (face.value, *_FALLBACK[face]):
        if character in _characters(name):
            yield name, character
            return
    if unicodedata.category(character) not in {"Cc", "Cf"}:
        yield face.value, f"[U+{ord(character):04X}]"


def _shaped(text: str) -> str:
    """Right-to-left words as letter forms in visual order; the order of the words is left to `visual`."""
    return _RTL_WORD.sub(lambda found: _shape_word(found[0]), text) if _RTL.search(text) else text


def _shape_word(word: str) -> str:
    """A word's right-to-left stretches shaped and turned around; digits and Latin letters between them keep theirs."""
    first, last = next(_RTL.finditer(word)).start(), [m.end() for m in _RTL.finditer(word)][-1]
    inner = re.split(f"([{RIGHT_TO_LEFT}]+)", word[first:last])
    turned = [_shape(part) if _RTL.fullmatch(part) else part for part in reversed(inner)]
    return word[:first] + "".join(turned) + word[last:]


@functools.lru_cache(maxsize=512)
def _shape(letters: str) -> str:
    """Joined letter forms of DejaVu Sans from left to right; a form without a code of its own stays the plain letter.

    The forms are characters of the font, so that they print the same whatever was printed before.
    """
    buffer = uharfbuzz.Buffer()
    buffer.add_str(letters)
    buffer.guess_segment_properties()
    uharfbuzz.shape(_harfbuzz(), buffer, {"liga": False, "dlig": False, "ccmp": False})
    known = font(_DEJAVU).face.glyphToChar
    return "".join(
        chr(known[info.codepoint][0]) if info.codepoint and info.codepoint in known else letters[info.cluster]
        for info in buffer.glyph_infos
    )


@functools.cache
def _harfbuzz() -> uharfbuzz.Font:
    blob = uharfbuzz.Blob.from_file_path(str(paths.resources() / "fonts" / f"{_DEJAVU}.ttf"))
    return uharfbuzz.Font(uharfbuzz.Face(blob))
