"""The floor of the prints: texts and tables through platypus as its manual shows it, in the same font."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib import pagesizes
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

_FONT = Path(__file__).resolve().parents[3] / "resources" / "fonts" / "IBMPlexSans-Regular.ttf"
_PLAIN = TTFont("Bare", str(_FONT))
_PLAIN.face.name = b"Bare"  # reportlab would take the program's own font of this name for it, or it for that one
registerFont(_PLAIN)
_BODY = ParagraphStyle("body", fontName="Bare", fontSize=9.5, leading=13.5)
_SMALL = ParagraphStyle("small", fontName="Bare", fontSize=7, leading=8.5)


@dataclass(frozen=True, slots=True)
class BarePrint:
    """What is printed: a title, running texts, and tables of texts."""

    title: str
    texts: tuple[str, ...]
    tables: tuple[tuple[tuple[str, ...], ...], ...]
    landscape: bool


def bare_pdf(content: BarePrint) -> bytes:
    """The PDF."""
    out = io.BytesIO()
    size = pagesizes.landscape(pagesizes.A4) if content.landscape else pagesizes.A4
    cell = _SMALL if content.landscape else _BODY
    story: list[Flowable] = [Paragraph(escape(text), _BODY) for text in (content.title, *content.texts) if text]
    for rows in content.tables:
        if rows:
            story.append(Table([[Paragraph(escape(text), cell) for text in row] for row in rows]))
    SimpleDocTemplate(out, pagesize=size, title=content.title, invariant=1).build(story)
    return out.getvalue()
