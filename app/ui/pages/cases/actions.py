"""What can be done to a case as a whole: in the list as buttons below it and as its menu, and from the case itself."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from app.core.records.case import LimitException
from app.core.status import CaseStatus
from app.services.cases import void_case
from app.ui.context import Context, Place
from app.ui.dialogs.answer_exception import AnswerException
from app.ui.dialogs.close_case import CloseCase
from app.ui.dialogs.edit_case import EditCase
from app.ui.dialogs.reopen_case import ReopenCase
from app.ui.dialogs.void_record import VoidRecord
from app.ui.pages.cases.columns import ShownCase
from app.ui.widgets.button import Button
from app.ui.widgets.text import Text
from app.words import Words, mark


class Verb(StrEnum):
    """What is done to a case as a whole."""

    OPEN = "open"
    EDIT = "edit"
    ANSWER = "answer"
    CLOSE = "close"
    REOPEN = "reopen"
    VOID = "void"


VERBS = {
    Verb.OPEN: mark("Show the case"),
    Verb.EDIT: mark("Edit …"),
    Verb.ANSWER: mark("The team leader's answer …"),
    Verb.CLOSE: mark("Close …"),
    Verb.REOPEN: mark("Reopen …"),
    Verb.VOID: mark("Strike out …"),
}


class CaseActions(QWidget):
    """`asked` says which verb was chosen; the owner knows which case is selected."""

    asked = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._said = Text(look="quiet", wrap=True)
        self._actions: dict[Verb, QAction] = {}
        self.buttons: dict[Verb, Button] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._said, 1)
        for verb, text in VERBS.items():
            self._actions[verb] = self._made(verb, words.tr(text))
            if verb is not Verb.OPEN:
                button = self.buttons[verb] = Button(words.tr(text))
                button.clicked.connect(self._actions[verb].trigger)
                row.addWidget(button)
        self._actions[Verb.EDIT].setShortcut(QKeySequence("F2"))
        self._actions[Verb.EDIT].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.show_case(None)

    def serve(self, view: QWidget) -> None:
        """Give a list the menu of these actions, and their keys."""
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._on_menu_asked)
        view.addAction(self._actions[Verb.EDIT])

    def show_case(self, row: ShownCase | None) -> None:
        """Say whose case it is, what needs attention there, and what can be done; nothing where none is chosen."""
        offered = verbs_for(row.status) if row else ()
        self._said.setText(" · ".join((row.status.file.child.name, *row.attention)) if row else "")
        for verb, action in self._actions.items():
            action.setVisible(verb in offered)
            action.setEnabled(verb in offered)
        for verb, button in self.buttons.items():
            button.setVisible(verb in offered)
        self.setVisible(bool(offered))

    def _made(self, verb: Verb, text: str) -> QAction:
        action = QAction(text, self)
        action.setData(verb.value)
        action.triggered.connect(self._on_triggered)
        return action

    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.asked.emit(action.data())

    def _on_menu_asked(self, place: QPoint) -> None:
        view = self.sender()
        if isinstance(view, QWidget) and self.isVisible():
            menu = QMenu(view)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions([*self._actions.values()])
            menu.popup(view.mapToGlobal(place))


def verbs_for(status: CaseStatus) -> tuple[Verb, ...]:
    """What can be done to a case: what was struck out is only looked at."""
    case = status.file.case
    if case.voided_on is not None:
        return (Verb.OPEN,)
    if not case.is_open(status.today):
        return Verb.OPEN, Verb.EDIT, Verb.REOPEN, Verb.VOID
    answer = (Verb.ANSWER,) if to_answer(status) else ()
    return Verb.OPEN, Verb.EDIT, *answer, Verb.CLOSE, Verb.VOID


def to_answer(status: CaseStatus) -> LimitException | None:
    """The exception on which the team leader has still to say a word: awaited, or past its end."""
    last = status.file.last_exception
    if last is None:
        return None
    ended = last.valid_until is not None and last.valid_until <= status.today
    return last if last.awaiting or ended else None


def begin(verb: Verb, status: CaseStatus, context: Context, parent: QWidget) -> None:
    """Lead to the case, or open the form that does the rest."""
    case_id = status.case_id
    match verb:
        case Verb.OPEN:
            context.go(Place.CASE, case_id)
        case Verb.EDIT:
            EditCase(context, case_id, parent).open()
        case Verb.CLOSE:
            CloseCase(context, case_id, parent).open()
        case Verb.REOPEN:
            ReopenCase(context, case_id, parent).open()
        case Verb.ANSWER:
            if (record := to_answer(status)) is not None:
                AnswerException(context, record, parent).open()
        case Verb.VOID:
            VoidRecord(context, status.file.child.name, void_case, case_id, parent).open()
