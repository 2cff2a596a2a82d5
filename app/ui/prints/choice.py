"""What is chosen for a print besides whose it is."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.dates import long_date
from app.ui.context import Context
from app.ui.prints.order import PrintOrder
from app.ui.widgets.choice_fields import ChoiceField, Option

LATEST, DRAFT = "latest", "draft"


class PrintChoice(QWidget):
    """Stands above the list of children; `edited` tells that another print is wanted.

    A print with nothing more to choose has one that shows nothing.
    """

    edited = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)

    def offer(self, case_ids: Sequence[str]) -> None:
        """Offer what there is for these cases: called when others are chosen, and when something was stored."""

    def reason(self) -> str:
        """Why there is no print of the cases that are chosen; "" where no more is known."""
        return ""

    @abstractmethod
    def orders(self, case_ids: Sequence[str]) -> list[PrintOrder]:
        """The prints wanted, in the order of the cases; none while what was chosen is not complete."""


class OfEachCase(PrintChoice):
    """The same print for each case, with nothing more to choose."""

    def __init__(self, context: Context, order: Callable[[Context, str], PrintOrder]) -> None:
        super().__init__(context)
        self._order = order

    def orders(self, case_ids: Sequence[str]) -> list[PrintOrder]:
        """One for each case."""
        return [self._order(self.context, case_id) for case_id in case_ids]


class Issued(NamedTuple):
    """A version that was issued or kept: its id, number and day."""

    id: str
    number: int
    day: date


class OfVersion(PrintChoice):
    """A print with frozen versions: of one case any of them, of several the latest or the draft.

    `issued` lists the versions of a case, the latest first; `order` gets the id of one, "" for the draft.
    """

    def __init__(
        self,
        context: Context,
        issued: Callable[[Context, str], Sequence[Issued]],
        order: Callable[[Context, str, str], PrintOrder],
    ) -> None:
        super().__init__(context)
        self._issued, self._order = issued, order
        self.version = ChoiceField()
        self.column.addWidget(self.version)
        self.version.edited.connect(self.edited)
        self.offer(())

    def offer(self, case_ids: Sequence[str]) -> None:
        """Offer the versions of a single case by their numbers."""
        words = self.context.words
        options = [
            Option(LATEST, words.tr("Latest version, else the draft")),
            Option(DRAFT, words.tr("The draft as it stands")),
        ]
        if len(case_ids) == 1:
            options += [
                Option(
                    one.id,
                    words.tr("Version {number}, {date}", number=one.number, date=long_date(one.day, words.language)),
                )
                for one in self._issued(self.context, case_ids[0])
            ]
        self.version.set_options(options)
        if not self.version.value():
            self.version.set_value(LATEST)
        self.version.describe(words.tr("Which version"), "")

    def orders(self, case_ids: Sequence[str]) -> list[PrintOrder]:
        """The version chosen of each case."""
        return [self._order(self.context, case_id, self._wanted(case_id)) for case_id in case_ids]

    def _wanted(self, case_id: str) -> str:
        which = self.version.value()
        found = (one.id for one in self._issued(self.context, case_id) if which in {LATEST, one.id})
        return next(found, "")
