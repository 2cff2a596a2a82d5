"""Case text on paper: the one way in which text a person typed becomes a paragraph.

Text is handed to reportlab as finished pieces and never parsed as markup, so whatever was typed prints literally:
`<b>`, `</para>` and `&lt;` are text, and odd names get the font that has their letters.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph
from reportlab.platypus.paraparser import ParaFrag

from app.core.line_breaks import NO_BREAK, broken, kept_together
from app.reports import fonts
from app.reports.fonts import Face
from app.reports.tags import HEADINGS, Element, bookmark, content

_SPACE = re.compile(r"[^\S\xa0]+")  # what a line may be broken at


class Text(Paragraph):  # type: ignore[misc]  # reportlab carries no types
    """A paragraph of plain text; lines of right-to-left words are put in reading order after they were broken.

    Law and paragraph, day and month, number and unit stay on one line; a word longer than its line is hyphenated. What
    is read aloud, searched and copied is what was typed: without those hyphens, and the letters as yet unjoined.
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
        self._wrapped_at = -1.0
        self._goes_on = False
        self._element = Element(style.tag)
        is_plain = all(map(fonts.is_left_to_right, self._words))
        self._typed = [] if is_plain else [_Typed(word) for word in self._words if fonts.runs(word, self._face)]

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """The size at this width; tables and blocks ask for it again and again."""
        if self._wrapped_at != availWidth or not hasattr(self, "blPara"):
            self.width, self.height = super().wrap(availWidth, availHeight)
            self._wrapped_at = availWidth
        return self.width, self.height

    def breakLines(self, width: float | Sequence[float]) -> object:
        """Lines of this width; called by reportlab for each width that is tried."""
        narrowest = width if isinstance(width, int | float) else min(width)
        if self._longest > narrowest or self._is_parted:
            parted = [(word, broken(word, self._width_of, narrowest)) for word in self._words]
            self.frags = _pieces(" ".join(part for _, parts in parted for part in parts), self.style)
            self._typed = [
                typed for word, parts in parted for typed in _typed(word, parts) if self._width_of(typed.text)
            ]
            self._is_parted = True
        return super().breakLines(width)

    def split(self, availWidth: float, availHeight: float) -> list[Text]:
        """The lines that fit and those that do not; to a screen reader they stay one paragraph."""
        parts: list[Text] = super().split(availWidth, availHeight)
        if len(parts) == 2:
            above, below = parts
            drawn = [word for line in above._lines() for word in line.split(" ") if word] if self._typed else []
            above._element = below._element = self._element
            above._goes_on, below._goes_on = True, self._goes_on
            above._typed, below._typed = self._typed[: len(drawn)], self._typed[len(drawn) :]
        return parts

    def draw(self) -> None:
        """Draw the paragraph as what it is to a screen reader; a blank one is nothing."""
        lines = self._lines()
        if not any(lines):
            return
        said = "".join(typed.text + typed.then for typed in self._typed).replace(NO_BREAK, " ")
        said = said if self._goes_on else said.rstrip()
        if self._element.kind in HEADINGS:
            bookmark(self.canv, self._element, said or " ".join(lines).replace(NO_BREAK, " "), self.height)
        with content(self.canv, self._element, said):
            super().draw()

    def drawPara(self, debug: int = 0) -> None:
        """Draw the lines, each in visual order; hard spaces have done their work and would hide words from a search.

        A space ends each line but the very last, or whoever reads the text would take two words for one.
        """
        canvas, style, drawn = self.canv, self.style, self.blPara
        x, y, code = style.leftIndent, self.height - style.fontSize, ["BT"]
        for number, line in enumerate(drawn.lines, 1):
            spare, pieces = (
                (line[0], [(drawn.fontName, " ".join(line[1]))])
                if drawn.kind == 0
                else (line.extraSpace, [(piece.fontName, piece.text) for piece in line.words])
            )
            shown = [(name, fonts.visual(text.replace(NO_BREAK, " "))) for name, text in pieces]
            if number < len(drawn.lines) or self._goes_on:
                shown[-1] = shown[-1][0], f"{shown[-1][1]} "
            code.append(fonts.placed(x + spare * style.alignment / 2, y))
            code.append(fonts.shown(canvas, shown, style.fontSize))
            y -= style.leading
        canvas.setFillColor(style.textColor)
        canvas._code.append(" ".join((*code, "ET")))

    def _lines(self) -> list[str]:
        """The lines as they were broken, before those of right-to-left words are put in reading order."""
        lines = self.blPara.lines
        return [" ".join(line[1]) if isinstance(line, tuple) else "".join(w.text for w in line.words) for line in lines]

    def _width_of(self, text: str) -> float:
        return fonts.width(text, self._face, self.style.fontSize)


@dataclass(frozen=True, slots=True)
class _Typed:
    """A word, or a part of one that had to be broken, as it was typed; `then` is what stood after it."""

    text: str
    then: str = " "


def _typed(word: str, parts: Sequence[str]) -> Iterator[_Typed]:
    """The parts of a broken word without the hyphens that were set at its breaks."""
    rest = word
    for part in parts:
        text = part if rest.startswith(part) else part[:-1]
        rest = rest[len(text) :]
        yield _Typed(text, "" if rest and rest[0] != NO_BREAK else " ")
        rest = rest.removeprefix(NO_BREAK)


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
