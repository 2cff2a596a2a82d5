"""The structure tree of a print as objects of its PDF file, and the metadata that says it is accessible."""

from __future__ import annotations

from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName, PDFObject, PDFStream

from app.reports.tags import Element, Link, Piece, Tags, text_string

_METADATA = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<pdf:Producer>{producer}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""


class _Written(PDFObject):  # type: ignore[misc]  # reportlab carries no types
    """An object of the file whose text is already known: reportlab's own dictionaries would take half the time."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.text = ""

    def format(self, document: PDFDocument) -> bytes:
        """The object as it stands in the file."""
        return self.text.encode("ascii")


def write_structure(document: PDFDocument, tags: Tags, language: str) -> None:
    """Add the tree, the way back from each page's content to it, and the metadata; all pages have been added."""
    pages = document.Pages.pages
    for number, page in enumerate(pages):
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = number
        page.Tabs = PDFName("S")
    document.Catalog.StructTreeRoot = _Tree(document, tags).written()
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    document.Catalog.Metadata = _metadata(document, language)


class _Tree:
    """The objects of the tree, numbered in reading order."""

    def __init__(self, document: PDFDocument, tags: Tags) -> None:
        self._document = document
        self._tags = tags
        self._numbers: dict[int, int] = {}  # of the elements and links, by their identity
        names = range(1, len(tags.owners) + 1)
        self._pages = [f"{document.idToObjectNumberAndVersion[f'Page{name}'][0]} 0 R" for name in names]

    def written(self) -> PDFObject:
        """The root of the tree, all else having been added to the file."""
        root, root_number = self._added()
        elements = self._all_under(self._tags.root)
        objects = [self._added() for _ in elements]
        for element, (_, number) in zip(elements, objects, strict=True):
            self._numbers[id(element)] = number
        self._add_links()
        for element, (written, _) in zip(elements, objects, strict=True):
            written.text = self._element(element, root_number)
        parents, number = self._added()
        rows = (" ".join(f"{self._of(owner)} 0 R" for owner in owners) for owners in self._tags.owners)
        owned = [*(f"[{row}]" for row in rows), *(f" {self._of(element)} 0 R" for _, element in self._tags.links)]
        parents.text = f"<</Nums[{' '.join(f'{key}{owner}' for key, owner in enumerate(owned))}]>>"
        root.text = (
            f"<</Type/StructTreeRoot/K {self._of(self._tags.root)} 0 R/ParentTree {number} 0 R"
            f"/ParentTreeNextKey {len(owned)}>>"
        )
        return root

    def _add_links(self) -> None:
        """The boxes to click on, each on its page; the way back from them to their elements follows that of pages."""
        for key, (link, _) in enumerate(self._tags.links, len(self._pages)):
            written, self._numbers[id(link)] = self._added()
            page, top = self._tags.anchors[link.to]
            written.text = (
                f"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[{' '.join(f'{side:.2f}' for side in link.box)}]"
                f"/Dest[{self._pages[page]}/XYZ 0 {top:.2f} 0]/Contents{text_string(link.said)}/StructParent {key}>>"
            )
            shown = self._document.Pages.pages[link.page]
            shown.Annots = [*(shown.Annots or ()), self._document.Reference(written)]

    def _of(self, part: Element | Link) -> int:
        return self._numbers[id(part)]

    def _added(self) -> tuple[_Written, int]:
        written = _Written()
        reference = self._document.Reference(written)
        return written, self._document.idToObjectNumberAndVersion[reference.name][0]

    def _all_under(self, element: Element) -> list[Element]:
        found = [element]
        for kid in element.kids:
            if isinstance(kid, Element):
                found += self._all_under(kid)
        return found

    def _element(self, element: Element, root: int) -> str:
        parent = root if element.parent is None else self._of(element.parent)
        own = next((kid.page for kid in element.kids if isinstance(kid, Piece)), None)
        page = "" if own is None else f"/Pg {self._pages[own]}"
        kids = [self._kid(kid, own) for kid in element.kids]
        inner = "" if not kids else f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]"
        alternative = f"/Alt{text_string(element.alternative)}" if element.alternative else ""
        attributes = f"/A<<{element.attributes}>>" if element.attributes else ""
        return f"<</S/{element.kind}/P {parent} 0 R{page}{inner}{alternative}{attributes}>>"

    def _kid(self, kid: Element | Piece | Link, own: int | None) -> str:
        if isinstance(kid, Element):
            return f"{self._of(kid)} 0 R"
        if isinstance(kid, Link):
            return f"<</Type/OBJR/Pg {self._pages[kid.page]}/Obj {self._of(kid)} 0 R>>"
        if kid.page == own:
            return str(kid.number)
        return f"<</Type/MCR/Pg {self._pages[kid.page]}/MCID {kid.number}>>"


def metadata(language: str, **values: str) -> bytes:
    """Title, author, creator and producer once more, in the form in which a file says that it is accessible."""
    plain = {name: escape("".join(c for c in value if c.isprintable())) for name, value in values.items()}
    return _METADATA.format(language=language, **plain).encode()


def _metadata(document: PDFDocument, language: str) -> PDFStream:
    info = document.info
    text = metadata(language, title=info.title, author=info.author, creator=info.creator, producer=info.producer)
    return PDFStream(PDFDictionary({"Type": "/Metadata", "Subtype": "/XML"}), text, filters=[])
