"""The network map to sit over with a child: it fills the screen, and there is nothing on it but those who are near."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.core.changes import Changes
from app.core.network_snapping import Spot, standing_still
from app.core.records.documents import DocumentMapPerson, NetworkDocument
from app.core.records.network import Invitation
from app.ui.context import Context
from app.ui.dialogs.network_acts import MapActs
from app.ui.dialogs.network_shown import ShownMap, read_map
from app.ui.dialogs.network_words import called, map_rows
from app.ui.widgets.button import Button
from app.ui.widgets.network_canvas import NetworkCanvas
from app.ui.widgets.network_wishes import MapMove, NewPerson
from app.ui.widgets.text import Text

_LARGE = 1.55  # how much larger words and shapes are than on the map the caseworker works on


class MapWithChild(QDialog):
    """Those who are on the map by first name and role, in large shapes that a finger can move; Esc leaves.

    A tap on an empty place asks who is there. What is done here can be taken back one by one, and nothing before it.
    """

    def __init__(self, context: Context, case_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words, self._context, self._case_id = context.words, context, case_id
        self._shown: ShownMap = read_map(context, case_id, None)
        self._steps = 0
        self._acts = MapActs(context, self._on_screen, self, with_child=True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "calm")
        self.setWindowTitle("Forlæns")
        self.setModal(True)
        self.resize(1366, 768)
        child = self._shown.document.child_first_name
        self.question = Text(words.tr("Who is close to you, {name}?", name=child), "question", wrap=True)
        self._hint = Text(
            words.tr("Put a finger where somebody belongs, and say who it is."), "question-hint", wrap=True
        )
        self.add_button = Button(words.tr("Add somebody"), icon="plus")
        self.undo_button = Button(words.tr("Undo"), icon="undo-2")
        self.done_button = Button(words.tr("We are done"), "main")
        self.canvas = NetworkCanvas(words, calm=True, large=_LARGE)
        self.canvas.offer(self._acts.picks)
        self._lay_out()
        self._connect()
        self.refresh()

    def begin(self) -> None:
        """Fill the screen."""
        self.showFullScreen()
        self.canvas.setFocus()

    def refresh(self) -> None:
        """Show the map as it is now."""
        shown = self._shown = read_map(self._context, self._case_id, None)
        document = for_child(shown)
        words = self._context.words
        numbers = {row.person.id: row.number for row in map_rows(document, words)}
        told = {person.id: _sentence(person, called(person, words)) for person in document.people}
        self.canvas.show_map(document, numbers, told, editable=True)
        self.undo_button.setEnabled(self._steps > 0)
        self._hint.setVisible(not document.people)

    def minimumSizeHint(self) -> QSize:
        """Fits the smallest screen there is."""
        return QSize(800, 600)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.question, 1)
        for button in (self.add_button, self.undo_button, self.done_button):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addWidget(self.canvas, 1)

    def _connect(self) -> None:
        self.canvas.moved.connect(self._on_moved)
        self.canvas.typed.connect(self._on_typed)
        self.add_button.clicked.connect(self.canvas.type_anywhere)
        self.undo_button.clicked.connect(self._on_undo)
        self.done_button.clicked.connect(self.accept)
        self._context.changed.connect(self._on_changed)
        undo = QShortcut(QKeySequence.StandardKey.Undo, self)
        undo.activated.connect(self._on_undo)

    def _on_moved(self, moves: tuple[MapMove, ...]) -> None:
        self._do(partial(self._acts.move, (*moves, *self._still(moves))))

    def _still(self, moves: tuple[MapMove, ...]) -> tuple[MapMove, ...]:
        """Everybody else where they stand on the screen: a child asks why somebody jumped whom nobody touched."""
        picture, keys = self.canvas.picture(), [sector.key for sector in self._shown.document.sectors]
        if picture is None:
            return ()
        landed = {one.person_id: Spot(keys.index(one.sector_key), one.ring, one.angle) for one in moves}
        still = standing_still(picture.nodes.values(), landed, len(keys))
        free = {person.id for person in self._shown.document.people if person.angle is None}
        return tuple(MapMove(key, keys[s.sector], s.ring, s.angle) for key, s in still.items() if key in free)

    def _on_typed(self, new: NewPerson, key: str) -> None:
        self._do(partial(self._acts.add_typed, new, key))

    def _do(self, act: Callable[[], object]) -> None:
        """Do something that can be taken back; what changes nothing, as naming somebody who is there, is no step."""
        before = self._acts.working()
        act()
        self._steps += self._acts.working() != before
        self.undo_button.setEnabled(self._steps > 0)

    def _on_undo(self) -> None:
        if self._steps > 0:
            self._steps -= 1
            self._context.undo()

    def _on_changed(self, changes: Changes) -> None:
        if not changes.case_ids or self._case_id in changes.case_ids:
            self.refresh()

    def _on_screen(self) -> ShownMap:
        return self._shown


def for_child(shown: ShownMap) -> NetworkDocument:
    """The map with first names and roles and nothing else; who is protected stands there as their role alone."""
    first = {place.id: shown.people[place.person_id].first_name for place in shown.drawn.people}
    people = tuple(
        replace(
            person,
            name="" if person.protected else first[person.id] or person.name,
            can_help="",
            invited=Invitation.NOT_ASKED,
            protected=False,
            deceased=False,
        )
        for person in shown.document.people
    )
    return replace(shown.document, people=people, relations=())


def _sentence(person: DocumentMapPerson, name: str) -> str:
    """Who it is, for whoever hears the map."""
    return ", ".join(dict.fromkeys(part for part in (name, person.role) if part))
