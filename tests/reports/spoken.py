"""A print as a screen reader has it: the structure tree of its PDF with the text that each element is read as."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, PdfObject, StreamObject

from tests.reports.prints import as_dict, read

HEADINGS = ("H1", "H2", "H3")
_PAINTS = {b"S", b"s", b"f", b"f*", b"B", b"B*", b"b", b"b*", b"Do"}
_CODES = re.compile(rb"^<([0-9A-F]{2})> <((?:[0-9A-F]{4}){1,2})>$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked piece of a page's content: page from 0, its number there."""

    page: int
    number: int


@dataclass
class Painted:
    """A stretch of a page's content under one mark; `mark` is None for an artifact and for what nothing claims."""

    mark: Mark | None
    is_artifact: bool
    lines: int = 0
    drawn: str = ""
    said: str = ""

    @property
    def text(self) -> str:
        """What is read: what was said instead of the glyphs, or the glyphs themselves."""
        return self.said or self.drawn


@dataclass
class Element:
    """An element of the structure, what it holds in its order, the boxes to click on, and all its entries."""

    kind: str
    entries: DictionaryObject
    kids: list[Element | Mark] = field(default_factory=list)
    boxes: list[DictionaryObject] = field(default_factory=list)

    def all(self) -> Iterator[Element]:
        """The element and all in it, in the order they are read."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.all()

    def marks(self) -> Iterator[Mark]:
        """All marked content in it, in the order it is read."""
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.marks()
            else:
                yield kid

    def attribute(self, name: str) -> Any:
        """An attribute of the element, None where it has none of that name."""
        return as_dict(self.entries["/A"]).get(name) if "/A" in self.entries else None

    @property
    def alternative(self) -> str:
        """What is read instead of the drawing."""
        return str(self.entries.get("/Alt", ""))


@dataclass(frozen=True, slots=True)
class Clicked:
    """A box to click on: where it is, what it is called, its element, and the page and height it leads to."""

    page: int
    box: tuple[float, ...]
    said: str
    element: Element
    to_page: int
    to_height: float


class Spoken:
    """A PDF read through its tags."""

    def __init__(self, pdf: bytes | PdfReader) -> None:
        self.reader = read(pdf) if isinstance(pdf, bytes) else pdf
        self.catalog = self.reader.root_object
        self._pages = {
            page.indirect_reference.idnum: n for n, page in enumerate(self.reader.pages) if page.indirect_reference
        }
        self.structure = as_dict(self.catalog["/StructTreeRoot"])

    @functools.cached_property
    def root(self) -> Element:
        """The element of the whole document."""
        return self._element(as_dict(self.structure["/K"]), None)

    @functools.cached_property
    def painted(self) -> list[Painted]:
        """All that is painted with text or lines, in the order it is painted."""
        return [piece for number, page in enumerate(self.reader.pages) for piece in _painted(page, number)]

    @functools.cached_property
    def texts(self) -> dict[Mark, str]:
        """What each marked piece is read as."""
        return {piece.mark: piece.text for piece in self.painted if piece.mark is not None}

    def of(self, kind: str) -> list[Element]:
        """All elements of a kind, in the order they are read."""
        return [element for element in self.root.all() if element.kind == kind]

    def text(self, element: Element) -> str:
        """What an element is read as."""
        return " ".join(" ".join(self.texts.get(mark, "") for mark in element.marks()).split())

    def owners(self) -> dict[Mark, DictionaryObject]:
        """The element that the file's way back leads to from each marked piece."""
        found = {}
        for number, page in enumerate(self.reader.pages):
            row = self._way_back[int(str(page["/StructParents"]))]
            assert isinstance(row, ArrayObject)
            found.update({Mark(number, at): as_dict(owner) for at, owner in enumerate(row)})
        return found

    def links(self) -> Iterator[Clicked]:
        """The boxes to click on, page by page."""
        elements = {id(box): element for element in self.of("Link") for box in element.boxes}
        for number, page in enumerate(self.reader.pages):
            boxes = page.get("/Annots", ArrayObject()).get_object()
            assert isinstance(boxes, ArrayObject)
            for box in map(as_dict, boxes):
                element = elements[id(box)]
                assert as_dict(self._way_back[int(str(box["/StructParent"]))]) == element.entries
                to = box["/Dest"]
                assert isinstance(to, ArrayObject)
                corners = box["/Rect"]
                assert isinstance(corners, ArrayObject)
                yield Clicked(
                    number, tuple(map(float, corners)), str(box["/Contents"]), element, self._pages[to[0].idnum], to[3]
                )

    @functools.cached_property
    def _way_back(self) -> dict[int, PdfObject]:
        """What the numbers of pages and boxes lead back to."""
        numbers = as_dict(self.structure["/ParentTree"])["/Nums"]
        assert isinstance(numbers, ArrayObject)
        return dict(zip((int(number) for number in numbers[::2]), numbers[1::2], strict=True))

    def _element(self, entries: DictionaryObject, page: int | None) -> Element:
        if "/Pg" in entries:
            page = self._pages[entries.raw_get("/Pg").idnum]
        found = Element(str(entries["/S"])[1:], entries)
        kids = entries.get("/K", ArrayObject())
        kids = kids.get_object()
        for kid in kids if isinstance(kids, ArrayObject) else [kids]:
            inner = kid.get_object()
            if not isinstance(inner, DictionaryObject):
                assert page is not None
                found.kids.append(Mark(page, int(inner)))
            elif inner.get("/Type") == "/OBJR":
                found.boxes.append(as_dict(inner["/Obj"]))
            elif inner.get("/Type") == "/MCR":
                found.kids.append(Mark(self._pages[inner.raw_get("/Pg").idnum], int(str(inner["/MCID"]))))
            else:
                found.kids.append(self._element(inner, page))
        return found


def _painted(page: PageObject, number: int) -> Iterator[Painted]:
    """The content of a page in stretches of one mark, in the order they are painted, and what no mark claims."""
    fonts = as_dict(as_dict(page["/Resources"])["/Font"])
    maps = {name: _letters(as_dict(font)) for name, font in fonts.items()}
    letters: dict[int, str] = {}
    loose = Painted(None, False)
    open_ = [loose]
    content = page.get_contents()
    assert content is not None
    for operands, operator in ContentStream(content, page.pdf).operations:
        if operator in {b"BDC", b"BMC"}:
            begun = _begun(open_[-1], operands, number)
            if begun.mark is not None or begun.is_artifact:
                yield begun
            open_.append(begun)
        elif operator == b"EMC":
            open_.pop()
        elif operator == b"Tf":
            letters = maps[str(operands[0])]
        elif operator == b"Tj":
            open_[-1].drawn += "".join(letters[code] for code in operands[0].original_bytes)
        elif operator in _PAINTS:
            open_[-1].lines += 1
    assert len(open_) == 1, "as many marks end as begin"
    if loose.drawn or loose.lines:
        yield loose


def _begun(outer: Painted, operands: Sequence[Any], page: int) -> Painted:
    """What a mark begins; within another one it may only say what glyphs spell."""
    more = operands[1] if len(operands) > 1 else {}
    said = str(more.get("/ActualText", ""))
    if "/MCID" not in more and str(operands[0]) != "/Artifact":
        assert said, "a mark that says nothing"
        outer.drawn += said
        return Painted(None, False)
    assert outer.mark is None, "a mark within content"
    assert not outer.is_artifact, "a mark within an artifact"
    mark = Mark(page, int(str(more["/MCID"]))) if "/MCID" in more else None
    return Painted(mark, mark is None, said=said)


def _letters(font: DictionaryObject) -> dict[int, str]:
    """What each code of a font stands for, by the table in the file."""
    table = font["/ToUnicode"].get_object()
    assert isinstance(table, StreamObject)
    return {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
        for code, text in _CODES.findall(table.get_data())
    }
