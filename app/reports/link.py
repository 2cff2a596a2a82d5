"""A paragraph that leads to another place of its print."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle

from app.reports.tags import linked
from app.reports.text import Text


class LinkText(Text):
    """A paragraph that leads to an anchor where it is clicked on, or up to `reach` points beside it.

    `said` is what the link is called where it is told without its text.
    """

    def __init__(
        self, text: str | None, style: ParagraphStyle, *, to: str = "", said: str = "", reach: float = 0, **more: object
    ) -> None:
        super().__init__(text, style, **more)
        self._to, self._said, self._reach = to, said, reach

    def split(self, availWidth: float, availHeight: float) -> list[Text]:
        """The lines that fit and those that do not; each part leads to the same place."""
        parts = super().split(availWidth, availHeight)
        for part in parts:
            if isinstance(part, LinkText):
                part._to, part._said, part._reach = self._to, self._said, self._reach
        return parts

    def draw(self) -> None:
        """Draw the paragraph within its link."""
        with linked(self.canv, self._to, self._said, self.width + self._reach, self.height):
            super().draw()
