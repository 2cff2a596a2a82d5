"""The one shape of a page: built once, refreshed when what it shows has changed."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.core.changes import Changes
from app.ui.context import Context, Destination


class Page(QWidget):
    """A page of the main window or a tab of a case.

    A page builds its widgets in `__init__`, connects them in `_connect`, and fills them in `refresh`, from the store
    alone. A hidden page is refreshed when it is next shown.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._stale = True
        context.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Show what the store holds now."""

    def concerns(self, changes: Changes) -> bool:
        """Whether a change can be seen here; every change is, unless a page knows better."""
        return True

    def lead_to(self, destination: Destination) -> None:
        """Show what a destination names, beyond the page itself."""

    def begin(self) -> None:
        """Take the focus where the work begins. No proxy of the whole page: Tab would leave out what stands before."""
        self.setFocus()

    def stands_at(self, destination: Destination) -> Destination:
        """Where the page stands by now, after it was led to a destination: where a lock comes back to."""
        return destination

    def help_heading(self) -> str:
        """Where in its help the page's own begins now; nothing is the top."""
        return ""

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the page when it is shown for the first time or was outdated."""
        super().showEvent(event)
        if self._stale:
            self._fill()

    def outdate(self) -> None:
        """Have the page filled anew: at once where it is seen, otherwise when it is."""
        self._stale = True
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        self._stale = False
        self.refresh()

    def _on_changed(self, changes: Changes) -> None:
        if self.concerns(changes):
            self.outdate()
