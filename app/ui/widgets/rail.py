"""The rail at the left of the main window: the places, what counts there, and the state of the store."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui import icons
from app.ui.theme import theme_of
from app.ui.widgets.button import PushButton
from app.ui.widgets.text import Text, set_property
from app.words import Words

WIDTH = 208
_EDGE = 12  # px beside the entries
_GAP = 8  # px between icon and words, beyond Qt's own


@dataclass(frozen=True, slots=True)
class RailPlace:
    """An entry of the rail: its key, name, icon and shortcut."""

    key: str
    name: str
    icon: str
    shortcut: str


class Rail(QFrame):
    """Emits `chosen` with the key of a place, `visit_asked` and `lock_asked`."""

    chosen = Signal(str)
    lock_asked = Signal()
    visit_asked = Signal()

    def __init__(self, words: Words, places: tuple[RailPlace, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setProperty("look", "rail")
        self.setFixedWidth(WIDTH)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._entries = {place.key: _Entry(place) for place in places}
        self._state = Text("", wrap=True)
        self._visit = PushButton()
        self._visit.setCursor(Qt.CursorShape.PointingHandCursor)
        self._visit.setIcon(icons.icon(theme_of(self), "clock", "rail_ink", _GAP))
        self._visit.setIconSize(icons.size_with(_GAP))
        self._lock = PushButton(words.tr("Lock now  Ctrl+L"))
        self._lock.setCursor(Qt.CursorShape.PointingHandCursor)
        self._lock.setIcon(icons.icon(theme_of(self), "lock", "rail_ink", _GAP))
        self._lock.setIconSize(icons.size_with(_GAP))
        self._lay_out()
        self._connect()

    def select(self, key: str) -> None:
        """Mark the place the window shows; one that is not in the rail leaves none marked."""
        self._group.setExclusive(False)
        for entry_key, entry in self._entries.items():
            entry.button.setChecked(entry_key == key)
        self._group.setExclusive(True)

    def count(self, key: str, text: str, spoken: str, badge: bool = False) -> None:
        """Show a number beside a place; `spoken` is read with its name, `badge` draws attention to it."""
        if key in self._entries:
            self._entries[key].count(text, spoken, badge)

    def event(self, event: QEvent) -> bool:
        """Fit to another size of text, once the entries have theirs."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """As wide as always, and wider where larger letters ask for it."""
        margins = self.contentsMargins().left() + self.contentsMargins().right() + 2 * _EDGE
        self.setFixedWidth(max(WIDTH, margins + max(entry.room() for entry in self._entries.values())))

    def show_state(self, text: str) -> None:
        """Say how the store is: where, and when it was last copied."""
        self._state.setText(text)

    def show_visit(self, minutes: int) -> None:
        """Say how long a visit still holds the lock off; 0 offers to start one."""
        words = self._words
        if minutes:
            self._visit.setText(words.trn("Visit: {n} min left", "Visit: {n} min left", minutes))
            self._visit.setToolTip(words.tr("End the visit: the caseload locks by itself again"))
        else:
            self._visit.setText(words.tr("Visit"))
            self._visit.setToolTip(words.tr("Keep the caseload open while you sit with a child or a family"))
        self._visit.setAccessibleDescription(self._visit.toolTip())

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE, 22, _EDGE, 12)
        layout.setSpacing(4)
        brand = QLabel("Forlæns")
        brand.setProperty("look", "brand")
        brand.setContentsMargins(10, 0, 0, 14)
        layout.addWidget(brand)
        for entry in self._entries.values():
            layout.addWidget(entry)
        layout.addStretch(1)
        self._state.setContentsMargins(10, 0, 0, 4)
        layout.addWidget(self._state)
        layout.addWidget(self._visit)
        layout.addWidget(self._lock)
        self.show_visit(0)

    def _connect(self) -> None:
        for entry in self._entries.values():
            self._group.addButton(entry.button)
            entry.chosen.connect(self.chosen)
        self._visit.clicked.connect(lambda _: self.visit_asked.emit())
        self._lock.clicked.connect(lambda _: self.lock_asked.emit())


class _Entry(QWidget):
    """A button with a count laid over its right end."""

    chosen = Signal(str)

    def __init__(self, place: RailPlace) -> None:
        super().__init__()
        self._place = place
        self.button = PushButton(place.name)
        self.button.setCheckable(True)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.setToolTip(place.shortcut)
        self.button.setIcon(icons.icon(theme_of(self), place.icon, "rail_ink", _GAP))
        self.button.setIconSize(icons.size_with(_GAP))
        self._count = QLabel()
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inner = QHBoxLayout(self.button)
        inner.setContentsMargins(0, 0, 10, 0)
        inner.addStretch(1)
        inner.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button)
        self.button.clicked.connect(self._on_clicked)
        self.count("", "", False)

    def count(self, text: str, spoken: str, badge: bool) -> None:
        set_property(self._count, "look", "badge" if badge else "count")
        self._count.setText(text)
        self._count.setVisible(bool(text))
        # The style sheet's padding is known only once the rail is shown, and the badge must fit before.
        metrics = self._count.fontMetrics()
        room = QSize(metrics.horizontalAdvance(text) + 16, metrics.height() + 4) if badge else QSize()
        self._count.setMinimumSize(room.expandedTo(QSize(0, 0)))
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button.setAccessibleName(f"{self._place.name}, {spoken}" if spoken else self._place.name)

    def room(self) -> int:
        """Pixels across in which the name and the count beside it are whole."""
        count = self._count.sizeHint().width() + _EDGE if self._count.text() else 0
        return self.button.sizeHint().width() + count

    def _on_clicked(self) -> None:
        self.chosen.emit(self._place.key)
