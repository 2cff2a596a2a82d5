"""A line in which one types to find one of many: a person of the store, a child of the caseload."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.sorting import fold
from app.ui.widgets.text_fields import SuggestField


@dataclass(frozen=True, slots=True)
class Pick:
    """One that can be picked: its key, and the text by which it is found and shown."""

    key: str
    text: str


class PickField(SuggestField):
    """Suggests while one types; `picked` is the key of the one that stands in the line, "" for other words.

    Two of the same text are told apart by a detail in their text: the first with a text wins. Where nothing but one of
    the `picks` is wanted (`only_these`), the beginnings of its words are enough as long as no other begins so; its
    whole text takes their place when the line is left.
    """

    chosen = Signal(str)

    def __init__(
        self, picks: Sequence[Pick], *, placeholder: str = "", only_these: bool = False, parent: QWidget | None = None
    ) -> None:
        self._keys: dict[str, str] = {}
        self._only_these = only_these
        for pick in picks:
            self._keys.setdefault(pick.text, pick.key)
        super().__init__(tuple(self._keys), placeholder=placeholder, parent=parent)
        self._last = ""
        self.edited.connect(self._on_edited)
        self.edit.editingFinished.connect(self._on_finished)

    def picked(self) -> str:
        """The key of the one that stands in the line."""
        return self._keys.get(self.value()) or self._only_one_meant()

    def pick(self, key: str) -> None:
        """Let this one stand in the line; an unknown key leaves it empty."""
        self.set_value(next((text for text, own in self._keys.items() if own == key), ""))

    def _only_one_meant(self) -> str:
        typed = fold(self.value()).split() if self._only_these else []
        meant = [key for text, key in self._keys.items() if typed and _begins(text, typed)]
        return meant[0] if len(meant) == 1 else ""

    def _on_finished(self) -> None:
        if self._only_these and (key := self.picked()):
            self.pick(key)

    def _on_edited(self) -> None:
        if (key := self.picked()) != self._last:
            self._last = key
            self.chosen.emit(key)


def _begins(text: str, typed: Sequence[str]) -> bool:
    """Whether each of these beginnings begins a word of the text."""
    words = fold(text).split()
    return all(any(word.startswith(one) for word in words) for one in typed)
