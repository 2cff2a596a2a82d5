"""A card: content in a rounded frame that goes on over as many pages as it needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from reportlab.platypus import Flowable

from app.reports.block import Block
from app.reports.palette import colour

_PAD, _APART = 10.0, 9.0  # points of air within a card and between two
_RADIUS = 7.0
_LEAST = 70.0  # points that must be free before a card begins at the foot of a page
_WHOLE = 235.0  # a card up to this height (a third of a page) is not parted


class Card(Block):
    """A block in a frame; where it is parted over pages the frame stays open on that side.

    `air` is the share of the usual space that is left within and after it.
    """

    _seam = 4.0

    def __init__(
        self,
        content: Sequence[Flowable],
        *,
        keep: int = 1,
        air: float = 1.0,
        before: float = 0,
        after: float | None = None,
        opens: bool = True,
        closes: bool = True,
    ) -> None:
        super().__init__(content, keep=keep, after=_APART * air if after is None else after)
        self._air, self._opens, self._closes = air, opens, closes
        self.spaceBefore = before

    @property
    def _across(self) -> float:
        return self.width - 2 * _PAD

    @property
    def _top(self) -> float:
        return _PAD * self._air if self._opens else self._seam

    @property
    def _low(self) -> float:
        return _PAD * self._air if self._closes else self._seam

    def _may_part(self, height: float) -> bool:
        return height >= _LEAST and not (self._opens and self.height <= _WHOLE)

    def _begun(self, upper: Sequence[Flowable]) -> Self:
        return type(self)(upper, keep=self._keep, air=self._air, opens=self._opens, closes=False, after=0)

    def _ended(self, rest: Sequence[Flowable]) -> Self:
        return type(self)(rest, keep=1, air=self._air, opens=False, closes=self._closes, after=self.spaceAfter)

    def draw(self) -> None:
        """The frame, then the content from the top."""
        self._draw_frame()
        super().draw()

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
