"""Flowables that belong under each other, parted over pages only where enough of them stands on both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from reportlab.platypus import Flowable


class Block(Flowable):  # type: ignore[misc]  # reportlab carries no types
    """Content whose first `keep` pieces stand together, the last of them in part: no heading is left alone."""

    def __init__(self, content: Sequence[Flowable], *, keep: int = 2, after: float = 0) -> None:
        super().__init__()
        self._content = list(content)
        self._keep = keep
        self._heights: list[float] = []
        self.width = self.height = 0.0
        self.spaceBefore = content[0].getSpaceBefore()
        self.spaceAfter = after

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """The size the content takes at this width."""
        if self._heights and self.width == availWidth:
            return self.width, self.height
        self.width = availWidth
        self._heights = [flowable.wrapOn(None, self._across, 1e6)[1] for flowable in self._content]
        self.height = self._top + sum(self._heights) + sum(self._gaps()) + self._low
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        """The block in two: what fits above, the rest below; nothing where too little would stand above."""
        self.wrap(availWidth, availHeight)
        if not self._may_part(availHeight):
            return []
        upper, rest = self._parted(availHeight - self._top - self._seam)
        self._heights = []  # a paragraph that was not parted forgets its lines
        if len(upper) < min(self._keep, len(self._content)) or not rest:
            return []
        return [self._begun(upper), self._ended(rest)]

    def draw(self) -> None:
        """The content from the top."""
        y = self.height - self._top
        for flowable, height, gap in zip(self._content, self._heights, self._gaps(), strict=True):
            y -= gap + height
            flowable.drawOn(self.canv, (self.width - self._across) / 2, y)

    # What a block with a frame does otherwise

    _seam = 0.0  # points of air where the block is parted

    @property
    def _across(self) -> float:
        """Points of width the content has."""
        return self.width

    @property
    def _top(self) -> float:
        """Points of air above the content."""
        return 0.0

    @property
    def _low(self) -> float:
        """Points of air under the content."""
        return 0.0

    def _may_part(self, height: float) -> bool:
        """Whether the block may be parted where this height is left."""
        return height > 0

    def _begun(self, upper: Sequence[Flowable]) -> Self:
        """The part that stands above."""
        return type(self)(upper, keep=self._keep)

    def _ended(self, rest: Sequence[Flowable]) -> Self:
        """The part that stands below."""
        return type(self)(rest, keep=1, after=self.spaceAfter)

    def _gaps(self) -> list[float]:
        """The space above each piece of content."""
        pairs = zip(self._content, self._content[1:], strict=False)
        return [0.0, *(max(upper.getSpaceAfter(), lower.getSpaceBefore()) for upper, lower in pairs)]

    def _parted(self, room: float) -> tuple[list[Flowable], list[Flowable]]:
        """The content that fits in `room` points, and the rest."""
        upper: list[Flowable] = []
        rest = list(self._content)
        for flowable, height, gap in zip(self._content, self._heights, self._gaps(), strict=True):
            room -= gap
            if height <= room:
                upper.append(rest.pop(0))
                room -= height
                continue
            pieces = flowable.splitOn(None, self._across, room) if room > 0 else []
            if len(pieces) > 1:
                upper.append(pieces[0])
                rest[:1] = pieces[1:]
            break
        if not rest:  # only the air under the content is too much
            rest.append(upper.pop())
        while upper and upper[-1].getKeepWithNext():
            rest.insert(0, upper.pop())
        return upper, rest
