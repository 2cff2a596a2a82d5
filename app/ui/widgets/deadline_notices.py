"""The deadlines that run for something, each as a notice in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import labels
from app.core.catalogue import Catalogue
from app.core.deadlines import Deadline
from app.core.status import CaseStatus, Urgency
from app.core.work_list import work_list
from app.ui.widgets.surfaces import Banner
from app.words import Words

_KINDS = {Urgency.OVER: "error", Urgency.SOON: "warning"}


@dataclass(frozen=True, slots=True)
class Running:
    """A deadline that nobody has settled, and how near it is."""

    deadline: Deadline
    urgency: Urgency

    @property
    def tone(self) -> str:
        """The colour of the theme it is told in; "" while there is time."""
        return self.urgency if self.urgency in _KINDS else ""


def running(status: CaseStatus, catalogue: Catalogue, now: datetime) -> dict[str, tuple[Running, ...]]:
    """The deadlines of a case as the list of work has them, by the id of the event they run for, the nearest first."""
    found: dict[str, tuple[Running, ...]] = {}
    for line in work_list((status,), catalogue, now):
        if isinstance(line.about, Deadline):
            mine = found.get(line.about.record_id, ())
            found[line.about.record_id] = (*mine, Running(line.about, line.urgency))
    return found


def left_of(words: Words, found: Sequence[Running], now: datetime) -> str:
    """How near the nearest is, for a column of deadlines; "" where none runs."""
    return labels.time_left_in_short(words, found[0].deadline, now) if found else ""


class DeadlineNotices(QWidget):
    """One notice a deadline: what is to be done, by when, how near that is, and why then."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._notices: list[Banner] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    def show_running(self, found: Iterable[Running], now: datetime) -> None:
        """Show these instead; nothing where there are none."""
        said = [
            (labels.deadline_sentence(self._words, one.deadline, now), _KINDS.get(one.urgency, "info")) for one in found
        ]
        if [text for text, _ in said] == self.sentences():
            return
        for notice in self._notices:
            self._column.removeWidget(notice)
            notice.hide()
            notice.deleteLater()
        self._notices = [Banner(text, kind) for text, kind in said]
        for notice in self._notices:
            self._column.addWidget(notice)
        self.setVisible(bool(said))

    def sentences(self) -> list[str]:
        """What is said."""
        return [notice.text() for notice in self._notices]
