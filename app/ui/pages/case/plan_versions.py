"""The issued versions of a plan: what changed since the last; read, compared, and copied to the case system."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.dates import long_date
from app.core.plan_since import PlanSince
from app.core.records.plan import PlanVersion
from app.labels.plan_since import plan_since
from app.ui.widgets.button import Button
from app.ui.widgets.list_line import ListLine
from app.ui.widgets.list_rows import ListRows
from app.ui.widgets.surfaces import Card
from app.ui.widgets.text import Text
from app.words import Words


class PlanVersions(Card):
    """`opened` carries the version to read, `copy_asked` the one to copy and mark; `compare_asked` has none. `since`
    tells of the draft, and stands with it."""

    opened = Signal(str)
    compare_asked = Signal()
    copy_asked = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words.tr("Issued versions"), parent=parent)
        self._words = words
        self._versions: tuple[PlanVersion, ...] = ()
        self._none = Text(words.tr("No version has been issued yet."), "quiet", wrap=True)
        self.list = ListRows(words.tr("Issued versions"))
        self.since = Text(look="small", wrap=True)
        self.compare = Button(words.tr("Compare versions …"), "quiet")
        self._waits = Text(look="small", wrap=True)
        self.copy = Button(words.tr("Copy and mark"), icon="copy")
        self.copy.setToolTip(words.tr("Copies the version as plain text and marks it as transferred (Ctrl+Shift+C)"))
        for widget in (self._none, self.list, self.compare, self._waits, self.copy):
            self.body.addWidget(widget)
        self.list.opened.connect(self.opened)
        self.compare.clicked.connect(self.compare_asked)
        self.copy.clicked.connect(self.ask_to_copy)

    def show_versions(self, versions: Sequence[PlanVersion]) -> None:
        """Show these, the latest first."""
        words, self._versions = self._words, tuple(versions)
        self._none.setVisible(not versions)
        for widget in (self.list, self.since, self.compare):
            widget.setVisible(bool(versions))
        self.list.set_lines([self._line(version) for version in versions])
        waiting = self._waiting()
        self._waits.setVisible(waiting is not None)
        self.copy.setVisible(waiting is not None)
        if waiting is not None:
            number = waiting.number
            self._waits.setText(words.tr("Version {number} is not in the case system yet.", number=number))
            self.copy.setAccessibleName(words.tr("Copy and mark version {number}", number=number))

    def show_since(self, found: PlanSince) -> None:
        """Tell what became of the draft since the latest of the versions shown."""
        head = self._words.tr("Since version {number}:", number=self._versions[0].number)
        self.since.setText("\n".join((head, *plan_since(self._words, found))))

    def ask_to_copy(self) -> None:
        """Ask to copy the latest version that is not in the case system, if there is one."""
        if (waiting := self._waiting()) is not None:
            self.copy_asked.emit(waiting.id)

    def _waiting(self) -> PlanVersion | None:
        return next((version for version in self._versions if version.transferred_on is None), None)

    def _line(self, version: PlanVersion) -> ListLine:
        words = self._words
        return ListLine(
            key=version.id,
            lead=words.tr("Version {number}", number=version.number),
            text=long_date(version.issued_on, words.language),
            second=version.given_to,
            status="" if version.transferred_on is None else words.tr("transferred"),
        )
