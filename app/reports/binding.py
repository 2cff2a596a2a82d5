"""What is done to finished PDFs: several bound into one, and one locked with a password."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from app.reports.structure import metadata

_LONGEST = 150  # characters of the title of several prints


def bound(pdfs: Sequence[bytes]) -> bytes:
    """Several PDFs as one, in their order; a single one as it is. Raises ValueError for none.

    To a screen reader each is a part of the whole; the headings of all are the bookmarks.
    """
    if not pdfs:
        raise ValueError("nothing to bind")
    if len(pdfs) == 1:
        return pdfs[0]
    readers = [PdfReader(io.BytesIO(pdf)) for pdf in pdfs]
    writer = PdfWriter(clone_from=readers[0])
    for reader in readers[1:]:
        writer.append(reader)
    _join_structures(writer, readers)
    _name(writer, readers)
    return _written(writer)


def encrypted(pdf: bytes, password: str) -> bytes:
    """The PDF locked with AES-256; the password is brought to one form, so that it opens typed on any keyboard.

    Whoever opens it may do all with it; a screen reader too.
    """
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.encrypt(unicodedata.normalize("NFC", password), algorithm="AES-256")
    return _written(writer)


def _join_structures(writer: PdfWriter, readers: Sequence[PdfReader]) -> None:
    """One structure tree of the trees of all, and the way back to it from the content of each page."""
    root = _dictionary(writer.root_object["/StructTreeRoot"])
    whole = DictionaryObject({NameObject("/S"): NameObject("/Document"), NameObject("/P"): _reference(root)})
    whole_reference = writer._add_object(whole)
    owners, links = _owners(root)
    parts = ArrayObject([root.raw_get("/K")])
    for reader in readers[1:]:
        tree = _dictionary(reader.root_object["/StructTreeRoot"])
        del _dictionary(tree["/K"])["/P"]  # or its whole tree would come along
        parts.append(tree.raw_get("/K").clone(writer))
        of_pages, of_links = _owners(tree)
        owners += [ArrayObject(element.clone(writer) for element in owned) for owned in of_pages]
        links += [element.clone(writer) for element in of_links]
    for part in parts:
        _dictionary(part).update({NameObject("/S"): NameObject("/Part"), NameObject("/P"): whole_reference})
    for number, page in enumerate(writer.pages):
        page[NameObject("/StructParents")] = NumberObject(number)
    for number, (box, element) in enumerate(zip(_boxes(writer), links, strict=True), len(owners)):
        _dictionary(box)[NameObject("/StructParent")] = NumberObject(number)
        _tie(_dictionary(element), box)
    whole[NameObject("/K")] = parts
    root[NameObject("/K")] = whole_reference
    keyed = enumerate((*owners, *links))
    numbered = ArrayObject(part for number, owned in keyed for part in (NumberObject(number), owned))
    root[NameObject("/ParentTree")] = DictionaryObject({NameObject("/Nums"): numbered})
    root[NameObject("/ParentTreeNextKey")] = NumberObject(len(owners) + len(links))


def _boxes(writer: PdfWriter) -> list[PdfObject]:
    """The boxes to click on, in the order of their pages."""
    found = (page.get("/Annots", ArrayObject()).get_object() for page in writer.pages)
    return [box for boxes in found if isinstance(boxes, ArrayObject) for box in boxes]


def _tie(element: DictionaryObject, box: PdfObject) -> None:
    """Let a link of the structure be of the box as it was copied."""
    kids = element["/K"]
    for kid in kids if isinstance(kids, ArrayObject) else ():
        if isinstance(kid, DictionaryObject) and kid.get("/Type") == "/OBJR":
            kid[NameObject("/Obj")] = box


def _name(writer: PdfWriter, readers: Sequence[PdfReader]) -> None:
    """The titles of all as the title of the whole, as many as are still read with patience."""
    titles = list(dict.fromkeys(str(reader.metadata.title) for reader in readers if reader.metadata))
    title = "; ".join(titles)
    while len(title) > _LONGEST and len(titles) > 1:
        titles.pop()
        title = "; ".join((*titles, "…"))
    writer.add_metadata({"/Title": title})
    known = writer.metadata or DictionaryObject()
    values = {name: str(known[f"/{name.title()}"]) for name in ("author", "creator", "producer")}
    stream = StreamObject()
    stream.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
    stream.set_data(metadata(str(writer.root_object["/Lang"]), title=title, **values))
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)


def _dictionary(found: PdfObject) -> DictionaryObject:
    """A dictionary of a file, its reference followed."""
    dictionary = found.get_object()
    if not isinstance(dictionary, DictionaryObject):
        raise TypeError(f"not a dictionary: {dictionary!r}")
    return dictionary


def _owners(tree: DictionaryObject) -> tuple[list[ArrayObject], list[PdfObject]]:
    """For each page the elements that its content belongs to, and the element of each link."""
    numbered = _dictionary(tree["/ParentTree"])["/Nums"]
    owners = [*numbered[1::2]] if isinstance(numbered, ArrayObject) else []
    pages = [owned for owned in owners if isinstance(owned, ArrayObject)]
    return pages, owners[len(pages) :]


def _reference(dictionary: DictionaryObject) -> IndirectObject:
    """The reference to a dictionary that stands in a file."""
    reference = dictionary.indirect_reference
    if reference is None:
        raise TypeError("not in a file")
    return reference


def _written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
