"""The text of a printed page and where each of its letters stands: finding in it, and choosing a part of it.

Places are in points from the upper left corner of the page. What knows how a page is read lies elsewhere; here are only
its letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A hyphen as it is typed, as it is printed, and as the reader of a page marks one at the end of a line.
_HYPHENS = frozenset("-\u2010\u2011\u00ad\x02\ufffe")
_END_HYPHENS = frozenset("\x02\ufffe")
_NO_LETTERS = re.compile(rf"[\s\x00{''.join(map(re.escape, _HYPHENS))}]+")
_GAP = 18.0  # points between two letters of a line: more than that is another column of a table


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to see of it, as of the end of a line."""
        return self.right <= self.left or self.bottom <= self.top


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text: from the letter `start` up to, not with, the letter `end`."""

    start: int
    end: int

    @property
    def is_empty(self) -> bool:
        """Whether no letter is in it."""
        return self.end <= self.start


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page in the order it is read, and a box for each of its letters."""

    text: str
    boxes: tuple[Box, ...]

    def __post_init__(self) -> None:
        if len(self.text) != len(self.boxes):
            raise ValueError("each letter needs its box")

    def read(self, span: Span | None = None) -> str:
        """The words of a part, or of the whole page, as they are copied: lines end as everywhere."""
        part = self.text if span is None else self.text[span.start : span.end]
        letters = ("-" if letter in _END_HYPHENS else letter for letter in part)
        return "".join(letters).replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").strip("\n")

    def marked(self, span: Span) -> tuple[Box, ...]:
        """The boxes that mark a part: one for each line of it, and one for each column it runs over."""
        return tuple(_joined(self.boxes[span.start : span.end]))

    def caret(self, x: float, y: float) -> int:
        """Between which letters a point lies: the number of letters before it. Lines count more than columns."""
        best, nearest = 0, float("inf")
        for place, box in enumerate(self.boxes):
            if box.is_empty:
                continue
            beside = max(box.left - x, 0.0, x - box.right)
            above = max(box.top - y, 0.0, y - box.bottom)
            away = 4 * above + beside
            if away < nearest:
                best, nearest = place + (x > (box.left + box.right) / 2), away
        return best

    def word_at(self, place: int) -> Span:
        """The word around a place between two letters; empty where there is none."""
        start = end = place
        while start > 0 and self.text[start - 1].isalnum():
            start -= 1
        while end < len(self.text) and self.text[end].isalnum():
            end += 1
        return Span(start, end)


def find_all(text: str, wanted: str) -> tuple[Span, ...]:
    """Where words stand in a text, small letters or large, also over the end of a line; nothing for no words.

    Æ, ø and å are letters of their own. Hyphens are passed by, because a line may end in one.
    """
    bare = _bare(wanted)
    if not bare or bare not in _bare(text):
        return ()  # soon known, and true of most pages of a long print
    letters, places = _plain(text)
    looked_for = _plain(wanted)[0].strip()
    found: list[Span] = []
    at = letters.find(looked_for)
    while at >= 0:
        last = at + len(looked_for) - 1
        found.append(Span(places[at], places[last] + 1))
        at = letters.find(looked_for, last + 1)
    return tuple(found)


def _bare(text: str) -> str:
    """The letters alone, small ones: what is found in a text is found in them too."""
    return _NO_LETTERS.sub("", text).casefold()


def _plain(text: str) -> tuple[str, list[int]]:
    """A text as it is searched: small letters, any blanks as one, no hyphens; and from where each letter is."""
    letters: list[str] = []
    places: list[int] = []
    broken = False  # whether a hyphen was passed by, after which a line goes on without a blank
    for place, letter in enumerate(text):
        if letter in _HYPHENS:
            broken = True
            continue
        if letter.isspace() or letter == "\x00":
            if not broken and letters and letters[-1] != " ":
                letters.append(" ")
                places.append(place)
            continue
        broken = False
        for small in letter.casefold():
            letters.append(small)
            places.append(place)
    return "".join(letters), places


def _joined(boxes: tuple[Box, ...]) -> Iterator[Box]:
    line: Box | None = None
    for box in boxes:
        if box.is_empty:
            continue
        if line is not None and _continues(line, box):
            line = Box(
                min(line.left, box.left),
                min(line.top, box.top),
                max(line.right, box.right),
                max(line.bottom, box.bottom),
            )
            continue
        if line is not None:
            yield line
        line = box
    if line is not None:
        yield line


def _continues(line: Box, box: Box) -> bool:
    """Whether a letter stands in this line: at its height and not far from either end, as words run either way."""
    common = min(line.bottom, box.bottom) - max(line.top, box.top)
    high = common > min(line.bottom - line.top, box.bottom - box.top) / 2
    return high and line.left - _GAP <= box.right and box.left <= line.right + _GAP
