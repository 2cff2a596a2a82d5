"""Case text on paper: the one way in which text a person typed becomes a paragraph.

Text is handed to reportlab as finished pieces and never parsed as markup, so whatever was typed prints literally:
`<b>`, `</para>` and `&lt;` are text, and odd names get the font that has their letters.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph
from reportlab.platypus.paraparser import ParaFrag

from app.core.line_breaks import NO_BREAK, broken, kept_together
from app.reports import fonts
from app.reports.fonts import Face

_SPACE = re.compile(r"[^\S\xa0]+")  # what a line may be broken at


class Text(Paragraph):  # type: ignore[misc]  # reportlab carries no types
    """A paragraph of plain text; lines of right-to-left words are put in reading order after they were broken.

    Law and paragraph, day and month, number and unit stay on one line; a word longer than its line is hyphenated.
    """

    def __init__(self, text: str | None, style: ParagraphStyle, **more: object) -> None:
        # reportlab makes the parts of a paragraph it splits from pieces; those have no text of their own.
        self._words = () if text is None else tuple(_SPACE.split(kept_together(text.strip())))
        self._longest = max(map(len, self._words), default=0) * style.fontSize
        self._face = Face(style.fontName)
        self._is_parted = False
        if text is not None:
            more["frags"] = _pieces(" ".join(self._words), style)
        super().__init__(None, style, **more)

    def breakLines(self, width: float | Sequence[float]) -> object:
        """Lines of this width; called by reportlab for each width that is tried."""
        narrowest = width if isinstance(width, int | float) else min(width)
        if self._longest > narrowest or self._is_parted:
            parts = (part for word in self._words for part in broken(word, self._width_of, narrowest))
            self.frags = _pieces(" ".join(parts), self.style)
            self._is_parted = True
        return super().breakLines(width)

    def drawPara(self, debug: int = 0) -> None:
        """Draw the lines, each in visual order; hard spaces have done their work and would hide words from a search."""
        for line in self.blPara.lines:
            if isinstance(line, tuple):
                if NO_BREAK in (whole := " ".join(line[1])) or not fonts.is_left_to_right(whole):
                    line[1][:] = fonts.visual(whole.replace(NO_BREAK, " ")).split(" ")
            else:
                for piece in line.words:
                    piece.text = fonts.visual(piece.text.replace(NO_BREAK, " "))
        super().drawPara(debug)

    def _width_of(self, text: str) -> float:
        return fonts.width(text, self._face, self.style.fontSize)


def texts(text: str, style: ParagraphStyle) -> list[Text]:
    """A longer text, one `Text` for each line that was typed; empty lines leave."""
    return [Text(line, style) for line in re.split(r"[\n\r\v\f\x85\u2028\u2029]+", text) if line.strip()]


def _pieces(text: str, style: ParagraphStyle) -> list[ParaFrag]:
    """A line of text as reportlab takes it: a piece for each font that is needed."""
    pattern = _pattern(style)
    found = [pattern.clone(fontName=name, text=part) for name, part in fonts.runs(text, Face(style.fontName))]
    return found or [pattern.clone()]


@functools.cache
def _pattern(style: ParagraphStyle) -> ParaFrag:
    """A blank piece of text as reportlab's own parser makes it for a style."""
    return Paragraph("x", style).frags[0].clone(text="")
