"""The one shape of a tab of a case."""

from __future__ import annotations

from typing import ClassVar

from app.core.changes import Changes
from app.ui.context import Context, Destination
from app.ui.pages.page import Page


class CaseTab(Page):
    """A tab of a case: a page that shows the case `case_id`, and others after it.

    Subclasses name themselves by `key` (what a `Destination` calls the tab) and `title` (marked for translation),
    build their widgets in `__init__`, connect them in `_connect`, and fill them in `refresh`, which is only called
    while a case is shown. `show_item` answers a destination's `item`: the id of a record to select, or what to do,
    as in "register" and "plan" (follow-ups) or "move:<step key>" (measures).
    """

    key: ClassVar[str]
    title: ClassVar[str]

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.case_id = ""
        self.setProperty("look", "page")

    def show_case(self, case_id: str) -> None:
        """Show this case: at once where the tab is seen, otherwise when it is."""
        if case_id != self.case_id:
            self.case_id = case_id
            self.outdate()

    def show_item(self, item: str) -> None:
        """Select a record or begin what `item` says; the tab is filled when this is called."""

    def lead_to(self, destination: Destination) -> None:
        """Fill the tab if it is outdated, then show the item that is asked for."""
        if self._stale:
            self._fill()
        if destination.item:
            self.show_item(destination.item)

    def concerns(self, changes: Changes) -> bool:
        """A change of this case, or one that belongs to no case in particular."""
        return not changes.case_ids or self.case_id in changes.case_ids

    def _fill(self) -> None:
        if self.case_id:
            super()._fill()
