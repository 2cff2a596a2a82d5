"""Case text on paper: the one way in which text a person typed becomes a paragraph.

Text is handed to reportlab as finished pieces and never parsed as markup, so whatever was typed prints literally:
`<b>`, `</para>` and `&lt;` are text, and odd names get the font that has their letters.
"""

from __future__ import annotations

import functools
import re

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph
from reportlab.platypus.paraparser import ParaFrag

from app.reports import fonts
from app.reports.fonts import Face


class Text(Paragraph):  # type: ignore[misc]  # reportlab carries no types
    """A paragraph of plain text; lines of right-to-left words are put in reading order after they were broken."""

    def __init__(self, text: str | None, style: ParagraphStyle, **more: object) -> None:
        if text is not None:
            pattern = _pattern(style)
            parts = fonts.runs(text.strip(), Face(style.fontName))
            more["frags"] = [pattern.clone(fontName=name, text=part) for name, part in parts] or [pattern.clone()]
        super().__init__(None, style, **more)

    def drawPara(self, debug: int = 0) -> None:
        """Draw the lines, each in visual order."""
        for line in self.blPara.lines:
            if isinstance(line, tuple):
                if not fonts.is_left_to_right("".join(line[1])):
                    line[1][:] = fonts.visual(" ".join(line[1])).split(" ")
            else:
                for piece in line.words:
                    piece.text = fonts.visual(piece.text)
        super().drawPara(debug)


def texts(text: str, style: ParagraphStyle) -> list[Text]:
    """A longer text, one `Text` for each line that was typed; empty lines leave."""
    return [Text(line, style) for line in re.split(r"[\n\r\v\f\x85\u2028\u2029]+", text) if line.strip()]


@functools.cache
def _pattern(style: ParagraphStyle) -> ParaFrag:
    """A blank piece of text as reportlab's own parser makes it for a style."""
    return Paragraph("x", style).frags[0].clone(text="")
