"""What a screen reader is told of a print: which content is heading, paragraph, cell or picture, and in what order.

While a print is drawn, each flowable says to which element of the structure its content belongs. What no element
claims – lines, frames, backgrounds, the bars of a drawing – becomes an artifact, which a reader passes over.
`structure` writes the tree into the file.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from reportlab.pdfgen.canvas import Canvas

HEADINGS: Final = {"H1": 1, "H2": 2, "H3": 3}
_ARTIFACT, _END = "/Artifact BMC", "EMC"
_PAINTS = ("n ", "BT ", "/Span")  # how reportlab begins a path or a text, and we one that is read as something else
_STATE = ("q", "Q")


class Element:
    """A node of the structure tree, `kind` its PDF name: P, H1, Table, TD, Figure.

    It is made with the flowable it belongs to and takes its place when that is first drawn. The parts of a flowable
    that goes on over a page share one element, so that it is read as one.
    """

    __slots__ = ("alternative", "attributes", "kids", "kind", "parent", "takes_text")

    def __init__(self, kind: str, attributes: str = "", *, takes_text: bool = False) -> None:
        self.kind = kind
        self.attributes = attributes
        self.alternative = ""
        self.takes_text = takes_text
        """Whether a paragraph drawn in it is its own text, as in a cell that holds nothing else."""
        self.parent: Element | None = None
        self.kids: list[Element | Piece | Link] = []


@dataclass(frozen=True, slots=True)
class Piece:
    """A marked piece of a page's content: the page from 0, and the piece's number on it."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading to jump to: its level from 1, its words, and where it stands: page from 0, points from the bottom."""

    level: int
    text: str
    page: int
    top: float


@dataclass(frozen=True, slots=True)
class Link:
    """A box to click on, in points on a page counted from 0: what it leads to, and what it is called."""

    page: int
    box: tuple[float, float, float, float]
    to: str
    said: str


class Tags:
    """The structure of one print while it is drawn."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self.owners: list[list[Element]] = []
        """For each page the element that each marked piece of it belongs to, by its number."""
        self.bookmarks: list[Bookmark] = []
        self.links: list[tuple[Link, Element]] = []
        """The links of all pages, each with its element."""
        self.anchors: dict[str, tuple[int, float]] = {}
        """What links may lead to: page from 0, points from the bottom."""
        self._open = [self.root]
        self._silent = 0

    def next_page(self) -> None:
        """What is drawn from here on stands on a new page."""
        self.owners.append([])

    def begin(self, element: Element | None) -> None:
        """What is drawn until `end` lies within the element; where it is None, it is not read at all."""
        if element is None or self._silent:
            self._silent += 1
            return
        self._place(element)
        self._open.append(element)

    def end(self) -> None:
        """The end of what was begun last."""
        if self._silent:
            self._silent -= 1
        else:
            self._open.pop()

    def piece(self, element: Element) -> tuple[Element, int] | None:
        """The owner and number of the next piece of content; None where the content is part of something larger."""
        if self._silent:
            return None
        inner = self._open[-1]
        if inner.takes_text and element.kind == "P":
            element = inner
        else:
            self._place(element)
        owners = self.owners[-1]
        owners.append(element)
        element.kids.append(Piece(len(self.owners) - 1, len(owners) - 1))
        return element, len(owners) - 1

    def link(self, to: str, said: str, box: tuple[float, float, float, float]) -> Element:
        """The element of a link to an anchor; it is a link only where it is read."""
        element = Element("Link", takes_text=True)
        if not self._silent:
            link = Link(len(self.owners) - 1, box, to, said)
            element.kids.append(link)
            self.links.append((link, element))
        return element

    def _place(self, element: Element) -> None:
        if element.parent is None and element is not self.root:
            element.parent = self._open[-1]
            element.parent.kids.append(element)


def tags_of(canvas: Canvas) -> Tags:
    """The structure of the print that a canvas draws."""
    found: Tags = canvas.tags
    return found


@contextlib.contextmanager
def within(canvas: Canvas, element: Element) -> Iterator[None]:
    """What is drawn lies within an element that has no content of its own: a list, an item."""
    tags = tags_of(canvas)
    tags.begin(element)
    yield
    tags.end()


@contextlib.contextmanager
def content(canvas: Canvas, element: Element, said: str = "") -> Iterator[None]:
    """All that is drawn is one piece of the element's content; `said` is read where the glyphs do not spell it."""
    tags = tags_of(canvas)
    found = tags.piece(element)
    if found is None:
        yield
        return
    owner, number = found
    spoken = f"/ActualText{text_string(said)}" if said else ""
    canvas._code.append(f"/{owner.kind}<</MCID {number}{spoken}>>BDC")
    tags.begin(None)  # what is drawn in here is part of this piece
    yield
    tags.end()
    canvas._code.append(_END)


@contextlib.contextmanager
def linked(canvas: Canvas, to: str, said: str, width: float, height: float) -> Iterator[None]:
    """What is drawn leads to an anchor from anywhere in a box above the origin; `said` is what the link is called."""
    (left, low), (right, high) = canvas.absolutePosition(0, 0), canvas.absolutePosition(width, height)
    with within(canvas, tags_of(canvas).link(to, said, (left, low, right, high))):
        yield


def anchor(canvas: Canvas, name: str, height: float) -> None:
    """Note a place that links lead to, `height` points above the origin."""
    tags = tags_of(canvas)
    tags.anchors.setdefault(name, (len(tags.owners) - 1, canvas.absolutePosition(0, height)[1]))


@contextlib.contextmanager
def furniture(canvas: Canvas, place: str) -> Iterator[None]:
    """The head or foot of a page, `place` Header or Footer: it is not read with the content."""
    tags = tags_of(canvas)
    canvas._code.append(f"/Artifact<</Type/Pagination/Subtype/{place}>>BDC")
    tags.begin(None)
    yield
    tags.end()
    canvas._code.append(_END)


def bookmark(canvas: Canvas, element: Element, text: str, height: float) -> None:
    """Note a heading that is about to be drawn for the first time, `height` points above the origin."""
    tags = tags_of(canvas)
    level = HEADINGS.get(element.kind)
    if level is not None and element.parent is None:
        top = canvas.absolutePosition(0, height)[1]
        tags.bookmarks.append(Bookmark(level, text, len(tags.owners) - 1, top))


def with_artifacts(code: Iterable[str]) -> list[str]:
    """A page's content with all that is painted outside the elements marked as artifact."""
    found: list[str] = []
    depth, is_open = 0, False
    for part in code:
        starts = part.endswith("BDC")
        if is_open and (starts or part in _STATE):
            found.append(_END)
            is_open = False
        elif not depth and not is_open and (part == "n" or part.startswith(_PAINTS)):
            found.append(_ARTIFACT)
            is_open = True
        if starts:
            depth += 1
        elif part == _END:
            depth -= 1
        found.append(part)
    return [*found, _END] if is_open else found


def spoken(said: str) -> str:
    """The beginning of a piece of content within another that is read as `said`."""
    return f"/Span<</ActualText{text_string(said)}>>BDC"


def text_string(text: str) -> str:
    """A text as PDF writes it, whatever its letters."""
    if text.isascii() and text.isprintable() and not any(mark in text for mark in "()\\"):
        return f"({text})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
