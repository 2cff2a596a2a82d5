"""Paragraph styles of the prints: one size scale, colours from the theme."""

from __future__ import annotations

import functools

from reportlab.lib.styles import ParagraphStyle

from app.reports import fonts
from app.reports.fonts import Face
from app.reports.palette import colour


@functools.cache
def style(
    face: Face = Face.REGULAR,
    size: float = 9.5,
    shade: str = "ink",
    *,
    leading: float = 1.4,
    before: float = 0,
    after: float = 0,
    indent: float = 0,
    align: int = 0,
    leads: bool = False,
    tag: str = "P",
) -> ParagraphStyle:
    """A paragraph style; lengths in points, `leading` as a multiple of the size, `align` 0 left, 1 centred, 2 right.

    What `leads` is never the last of a card on a page. `tag` is what a paragraph is to a screen reader: P, H1 to H3.
    """
    fonts.font(face.value)
    return ParagraphStyle(
        f"{face.value} {size} {shade}",
        fontName=face.value,
        fontSize=size,
        leading=size * leading,
        textColor=colour(shade),
        spaceBefore=before,
        spaceAfter=after,
        leftIndent=indent,
        alignment=align,
        keepWithNext=int(leads),
        allowWidows=0,
        allowOrphans=0,
        tag=tag,
    )


def title() -> ParagraphStyle:
    """The document's own title."""
    return style(Face.STRONG, 20, leading=1.15, after=2, tag="H1")


def heading(air: float = 1.0) -> ParagraphStyle:
    """A section's heading; `air` is the share of the usual space above it."""
    return style(Face.STRONG, 12, "accent", leading=1.25, before=12 * air, after=4, tag="H2")


def body() -> ParagraphStyle:
    """Running text."""
    return style(size=9.5, leading=1.45, after=3)


def small() -> ParagraphStyle:
    """Captions and asides."""
    return style(size=8, shade="muted", leading=1.35)
