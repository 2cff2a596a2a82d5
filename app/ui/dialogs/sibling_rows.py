"""Siblings in a form about one child: who of them it is about as well, and whose turn it is on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabBar, QWidget

from app.services.cases import CaseAndChild
from app.services.siblings import siblings_of_case
from app.ui.context import Context
from app.ui.widgets.check_list_field import CheckListField
from app.ui.widgets.choice_fields import Option
from app.ui.widgets.form import Form

FIELD = "siblings"


class SiblingRow:
    """The siblings with an open case, none of them ticked at first; no row where there are none."""

    def __init__(
        self, context: Context, form: Form, case_id: str, label: str, called: Callable[[CaseAndChild], str]
    ) -> None:
        found = context.read(siblings_of_case, case_id, context.catalogue, context.today())
        self.known = {pair.case.id: pair for pair in found}
        self._field = CheckListField(ticked=False)
        if found:
            form.add(FIELD, label, self._field, whole=True)
            options = [Option(pair.case.id, called(pair).replace("&", "&&")) for pair in found]
            self._field.set_options(options)

    def chosen(self) -> tuple[str, ...]:
        """The cases of the siblings that are ticked."""
        return self._field.value()


class ChildTabs(QTabBar):
    """A tab a child; shown only where there are several, so that one child's words need not stand before another."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setAccessibleName(name)
        self._keys: list[str] = []
        self.hide()
        self.currentChanged.connect(self._on_changed)

    def show_children(self, names: Mapping[str, str]) -> None:
        """Offer these children by their keys; the one in sight stays where it still is there."""
        if self._keys == [*names]:
            return
        before = self.current()
        self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        self._keys = [*names]
        for name in names.values():
            self.addTab(name.replace("&", "&&"))
        self.blockSignals(False)
        self.setVisible(len(names) > 1)
        self.show_child(before if before in names else self._keys[0])

    def show_child(self, key: str) -> None:
        """Bring a child into sight."""
        self.setCurrentIndex(self._keys.index(key))
        self.chosen.emit(key)

    def current(self) -> str:
        """The child in sight, "" before any was offered."""
        return self._keys[self.currentIndex()] if self._keys else ""

    def _on_changed(self, index: int) -> None:
        self.chosen.emit(self._keys[index])
