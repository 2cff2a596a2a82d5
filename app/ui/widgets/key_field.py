"""The key of a record in a row of a form, which nobody sees."""

from __future__ import annotations

from app.ui.widgets.field import Field


class KeyField(Field[str]):
    """Remembers which record a row is about, "" for a new one; its row is hidden."""

    _key = ""

    def value(self) -> str:
        """The key."""
        return self._key

    def set_value(self, value: str) -> None:
        """Remember a key."""
        self._key = value

    def state(self) -> object:
        """The key."""
        return self._key

    def restore(self, state: object) -> None:
        """Remember the key kept earlier."""
        if isinstance(state, str):
            self._key = state
