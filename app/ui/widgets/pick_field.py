"""A line in which one types to find one of many: a person of the store, a child of the caseload."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.widgets.text_fields import SuggestField


@dataclass(frozen=True, slots=True)
class Pick:
    """One that can be picked: its key, and the text by which it is found and shown."""

    key: str
    text: str


class PickField(SuggestField):
    """Suggests while one types; `picked` is the key of the one that stands in the line, "" for other words.

    Two of the same text are told apart by a detail in their text: the first with a text wins.
    """

    chosen = Signal(str)

    def __init__(self, picks: Sequence[Pick], *, placeholder: str = "", parent: QWidget | None = None) -> None:
        self._keys: dict[str, str] = {}
        for pick in picks:
            self._keys.setdefault(pick.text, pick.key)
        super().__init__(tuple(self._keys), placeholder=placeholder, parent=parent)
        self._last = ""
        self.edited.connect(self._on_edited)

    def picked(self) -> str:
        """The key of the one that stands in the line."""
        return self._keys.get(self.value(), "")

    def pick(self, key: str) -> None:
        """Let this one stand in the line; an unknown key leaves it empty."""
        self.set_value(next((text for text, own in self._keys.items() if own == key), ""))

    def _on_edited(self) -> None:
        if (key := self.picked()) != self._last:
            self._last = key
            self.chosen.emit(key)
