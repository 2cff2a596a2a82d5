"""Case text on paper: the one way in which text a person typed becomes a paragraph.

Whatever was typed prints literally: `<b>`, `</para>` and `&lt;` are text, odd names get the font that has their letters.
"""

from __future__ import annotations

import re
from html import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from app.reports import fonts
from app.reports.fonts import Face


def markup(text: str, face: Face) -> str:
    """One paragraph of plain text as reportlab's markup, escaped, with fonts switched where letters need it."""
    return "".join(
        escape(part, quote=False) if name == face else f'<font name="{name}">{escape(part, quote=False)}</font>'
        for name, part in fonts.runs(text, face)
    )


class Text(Paragraph):
    """A paragraph of plain text; lines of right-to-left words are put in reading order after they were broken."""

    def __init__(self, text: str | None, style: ParagraphStyle, **more: object) -> None:
        if text is not None:
            text = markup(text, Face(style.fontName))
        super().__init__(text, style, **more)

    def drawPara(self, debug: int = 0) -> None:  # noqa: N802 - reportlab's name
        """Draw the lines, each in visual order."""
        for line in self.blPara.lines:
            if isinstance(line, tuple):
                line[1][:] = fonts.visual(" ".join(line[1])).split(" ")
            else:
                for piece in line.words:
                    piece.text = fonts.visual(piece.text)
        super().drawPara(debug)


def texts(text: str, style: ParagraphStyle) -> list[Text]:
    """A longer text, one `Text` for each line that was typed; empty lines leave."""
    return [Text(line, style) for line in re.split(r"[\n\r\v\f\x85\u2028\u2029]+", text) if line.strip()]
