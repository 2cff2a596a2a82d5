"""A card: content in a rounded frame that goes on over as many pages as it needs."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from app.reports.palette import colour

_PAD = 11.0
_RADIUS = 7.0
_LEAST = 70.0  # points that must fit before a card begins at the foot of a page
_WHOLE = 235.0  # a card up to this height (a third of a page) is not broken


class Card(Flowable):  # type: ignore[misc]  # reportlab carries no types
    """Flowables under each other in a frame; where it breaks over pages the frame stays open on that side."""

    def __init__(
        self, content: Sequence[Flowable], *, keep: int = 1, opens: bool = True, closes: bool = True, after: float = 9
    ) -> None:
        super().__init__()
        self._content = list(content)
        self._keep = keep
        self._opens, self._closes = opens, closes
        self._heights: list[float] = []
        self.width = self.height = 0.0
        self.spaceAfter = after

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """The size the content takes at this width."""
        if self._heights and self.width == availWidth:
            return self.width, self.height
        self.width = availWidth
        self._heights = []
        for flowable in self._content:
            _, height = flowable.wrapOn(None, availWidth - 2 * _PAD, 1e6)
            self._heights.append(height)
        self.height = self._padding + sum(self._heights) + sum(self._gaps())
        return self.width, self.height

    @property
    def _padding(self) -> float:
        return _PAD * (self._opens + self._closes) + 4 * (not self._opens) + 4 * (not self._closes)

    def _gaps(self) -> list[float]:
        """The space above each piece of content."""
        gaps = [0.0]
        for upper, lower in zip(self._content, self._content[1:], strict=False):
            gaps.append(max(upper.getSpaceAfter(), lower.getSpaceBefore()))
        return gaps

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        """The card in two: what fits above, the rest below; nothing where too little would stand above."""
        self.wrap(availWidth, availHeight)
        if availHeight < _LEAST or (self._opens and self.height <= _WHOLE):
            return []
        room = availHeight - _PAD * self._opens - 4 * (not self._opens) - 4
        upper: list[Flowable] = []
        rest = list(self._content)
        for flowable, height, gap in zip(self._content, self._heights, self._gaps(), strict=True):
            room -= gap
            if height <= room:
                upper.append(rest.pop(0))
                room -= height
                continue
            pieces = flowable.splitOn(None, availWidth - 2 * _PAD, room) if room > 0 else []
            if len(pieces) > 1:
                upper.append(pieces[0])
                rest[:1] = pieces[1:]
            break
        while upper and upper[-1].getKeepWithNext():
            rest.insert(0, upper.pop())
        if len(upper) < min(self._keep, len(self._content)) or not rest:
            return []
        return [
            Card(upper, keep=self._keep, opens=self._opens, closes=False, after=0),
            Card(rest, keep=1, opens=False, closes=self._closes, after=self.spaceAfter),
        ]

    def draw(self) -> None:
        """The frame, then the content from the top."""
        self._draw_frame()
        y = self.height - (_PAD if self._opens else 4)
        for flowable, height, gap in zip(self._content, self._heights, self._gaps(), strict=True):
            y -= gap + height
            flowable.drawOn(self.canv, _PAD, y)

    def _draw_frame(self) -> None:
        canvas, r, width, height = self.canv, _RADIUS, self.width, self.height
        canvas.saveState()
        canvas.setStrokeColor(colour("field_line"))
        canvas.setLineWidth(0.6)
        path = canvas.beginPath()
        top, low = (height - r if self._opens else height), (r if self._closes else 0)
        if self._closes:
            path.moveTo(0, top)
            path.lineTo(0, low)
            path.arcTo(0, 0, 2 * r, 2 * r, 180, 90)
            path.lineTo(width - r, 0)
            path.arcTo(width - 2 * r, 0, width, 2 * r, 270, 90)
            path.lineTo(width, top)
        else:
            path.moveTo(0, top)
            path.lineTo(0, low)
            path.moveTo(width, low)
            path.lineTo(width, top)
        if self._opens:
            path.arcTo(width - 2 * r, height - 2 * r, width, height, 0, 90)
            path.lineTo(r, height)
            path.arcTo(0, height - 2 * r, 2 * r, height, 90, 90)
        canvas.drawPath(path)
        canvas.restoreState()
