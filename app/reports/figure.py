"""A drawing on paper, with the words that are read aloud in its place."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from app.reports.tags import Element, content


class Figure(Flowable):  # type: ignore[misc]  # reportlab carries no types
    """The base of every drawing of our own: what is drawn is one picture to a screen reader, `alternative` its words.

    A drawing sets `alternative` in the language of the print, as sentences that say what the eye would see; one without
    is decoration, which a reader passes over.
    """

    alternative = ""

    def _drawOn(self, canv: Canvas) -> None:
        """Called by reportlab to draw it, the origin moved to its lower left corner."""
        if not self.alternative:
            super()._drawOn(canv)
            return
        (left, low), (right, high) = canv.absolutePosition(0, 0), canv.absolutePosition(self.width, self.height)
        box = f"/O/Layout/Placement/Block/BBox[{left:.1f} {low:.1f} {right:.1f} {high:.1f}]"
        element = Element("Figure", box)
        element.alternative = self.alternative
        with content(canv, element):
            super()._drawOn(canv)
