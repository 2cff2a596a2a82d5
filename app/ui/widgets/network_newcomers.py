"""A new person typed straight into a network map, at the place where they will stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, Signal
from PySide6.QtWidgets import QWidget

from app.core.network_layout import Point
from app.core.network_snapping import by_hand, snapped
from app.core.records.network import Ring
from app.reports.wording import RING
from app.ui.widgets.network_selection import MapSelection
from app.ui.widgets.network_typing import NameTyping
from app.ui.widgets.network_wishes import NewPerson
from app.ui.widgets.pick_field import Pick
from app.words import Words


class MapNewcomers(MapSelection):
    """A map into which names are typed; `typed` carries a `NewPerson` and the key of a known person, or ""."""

    typed = Signal(object, str)

    def __init__(self, words: Words, parent: QWidget | None = None, *, calm: bool = False, large: float = 1.0) -> None:
        super().__init__(words, parent, calm=calm, large=large)
        self._typed_at: NewPerson | None = None
        self._picks: Callable[[], Sequence[Pick]] = tuple
        self.typing = NameTyping(words, self, 320 if calm else 250)
        self.typing.left.connect(self._on_left)
        self.typing.typed.connect(self._on_typed)

    def offer(self, picks: Callable[[], Sequence[Pick]]) -> None:
        """Whom the line for a new person offers, asked when it opens."""
        self._picks = picks

    def begin_typing(self, where: QPointF, text: str = "") -> None:
        """Open the line for a new person at a place."""
        picture = self.picture()
        if picture is None or not self._editable:
            return
        keys = [sector.key for sector in picture.document.sectors]
        radius = min((node.radius for node in picture.nodes.values()), default=0.05)
        spot = snapped(picture.to_map(where), len(keys), by_hand(picture.document.people, keys), radius)
        self._open_typing(NewPerson(text, keys[spot.sector], spot.ring, spot.angle), where)

    def _begin_at_chosen(self, text: str) -> bool:
        """Open the line for somebody beside the one chosen, without a place of their own."""
        picture = self.picture()
        if picture is None or not self._editable or self._calm:
            return False
        beside = picture.people.get(self._last())
        sector = beside.sector_key if beside else ""
        ring = beside.ring if beside else Ring.REGULAR
        node = picture.nodes.get(self._last())
        where = picture.to_screen(Point(node.x, node.y)) if node else QPointF(self.rect().center())
        self._open_typing(NewPerson(text, sector, ring), where)
        return True

    def type_anywhere(self) -> None:
        """Open the line for somebody whose place is found for them."""
        self._open_typing(NewPerson("", "", Ring.REGULAR), QPointF(self.rect().center()))

    def _open_typing(self, place: NewPerson, where: QPointF) -> None:
        picture = self.picture()
        if picture is None:
            return
        self._typed_at = place
        sectors = {sector.key: sector.name.of(self._words.language) for sector in picture.document.sectors}
        group = sectors.get(place.sector_key) or self._words.tr("the group follows from the role")
        told = f"{self._words.tr(RING[place.ring])} · {group}"
        self.typing.begin(self._picks(), told[0].upper() + told[1:], where, place.text)

    def _on_typed(self, text: str, key: str) -> None:
        place, self._typed_at = self._typed_at, None
        if place is not None:
            self.typed.emit(NewPerson(text, place.sector_key, place.ring, place.angle), key)
