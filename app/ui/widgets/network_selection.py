"""Who and which line is chosen in a network map, and what one asks for of a line."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from app.core.network_answers import answers_on
from app.core.network_editing import next_support, reversed_support
from app.core.network_layout import Point
from app.core.records.documents import DocumentRelation
from app.core.records.network import RelationQuality, Support
from app.reports.wording import answers_told
from app.ui.widgets.network_gestures import CHILD
from app.ui.widgets.network_line_bar import LineBar
from app.ui.widgets.network_picture import NetworkPicture
from app.ui.widgets.network_sheet import NetworkSheet
from app.ui.widgets.network_wishes import LineWish
from app.words import Words


class MapSelection(NetworkSheet):
    """A map in which people, or one line, are chosen. In a `calm` one there are no lines to work with.

    `selected` carries the id of who is chosen last ("" for nobody), `line_asked` a `LineWish`.
    """

    selected = Signal(str)
    line_asked = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None, *, calm: bool = False, large: float = 1.0) -> None:
        super().__init__(words, parent, large=large)
        self._calm = calm
        self._told: Mapping[str, str] = {}
        self._editable = False
        self._chosen: tuple[str, ...] = ()
        self._line: tuple[str, str] | None = None
        self._new_line: tuple[str, str] | None = None  # by keyboard: from whom, and to whom so far
        self._drawn_from = ""  # from whom the line that is chosen was drawn by keyboard
        self._hovered = ""
        self.line_bar = LineBar(words, self)
        self.line_bar.quality_asked.connect(self._on_quality)
        self.line_bar.support_asked.connect(self._on_support)
        self.line_bar.removal_asked.connect(self._remove_line)
        self.line_bar.left.connect(self._on_left)
        self.zoomed.connect(self._place_line_bar)

    def select(self, person_id: str) -> None:
        """Choose a person, and nobody besides, without telling so; they come in sight."""
        wanted = (person_id,) if person_id else ()
        if wanted[-1:] != self._chosen[-1:]:
            self._choose_all(wanted, tell=False)
            self._show_end(person_id)

    def chosen(self) -> tuple[str, ...]:
        """Those chosen, the last one last."""
        return self._chosen

    def dragged(self) -> tuple[str, ...]:
        """Those who are being dragged."""
        return tuple(self._gesture.hidden) if self._gesture is not None else ()

    def highlight(self, person_id: str) -> None:
        """Show softly where somebody stands, as while the mouse is over them."""
        if person_id != self._hovered:
            self._hovered = person_id
            self.update()

    # Lines

    def _start_line(self) -> None:
        """Draw a line by keyboard: arrow keys choose to whom."""
        picture = self.picture()
        if picture is None or len(self._chosen) != 1:
            return
        self._new_line = (self._last(), CHILD)
        self._say(self._words.tr("Line to whom? Arrow keys choose, Enter draws it."))
        self.update()

    def _finish_line(self, quality: RelationQuality | None) -> None:
        if self._new_line is not None:
            one, target = self._new_line
            self._new_line, self._drawn_from = None, one
            self._line = ends_of(None if target == CHILD else one, one if target == CHILD else target)
            self._ask_for_line(wish_between(one, target, quality=quality))

    def _on_quality(self, quality: object) -> None:
        if not isinstance(quality, RelationQuality):
            return
        if self._new_line is not None:
            self._finish_line(quality)
        elif self._line is not None:
            self._ask_for_line(wish_between(self._line[0] or CHILD, self._line[1], quality=quality))
        elif self._editable:
            for person_id in self._chosen:
                self.line_asked.emit(LineWish(None, person_id, quality))

    def _let_line_go(self) -> None:
        """Go back to whom the line was drawn from, so that the next letters are not taken for it."""
        if self._line is not None:
            self._choose_all((self._drawn_from,) if self._drawn_from in self._numbers else ())

    def _on_support(self, support: object) -> None:
        """This support for the line chosen, or the next one where none is said; else for that of who is chosen."""
        relation = self._relation() or self._own_line()
        if relation is None or not self._editable:
            return
        shown = self._support_shown(relation)
        wanted = support if isinstance(support, Support) else next_support(shown)
        stored = reversed_support(wanted) if relation.from_id is None else wanted
        self.line_asked.emit(LineWish(relation.from_id, relation.to_id, support=stored))

    def _own_line(self) -> DocumentRelation | None:
        """The line to the child of the one who is chosen."""
        picture = self.picture()
        lines = picture.document.relations if picture is not None and len(self._chosen) == 1 else ()
        return next((line for line in lines if line.from_id is None and line.to_id == self._last()), None)

    def _remove_line(self) -> None:
        if self._line is not None:
            one, other = self._line
            self._line = None
            self._ask_for_line(wish_between(one or CHILD, other, goes=True))

    def _ask_for_line(self, wish: LineWish) -> None:
        self._chosen = ()
        self.selected.emit("")
        self.line_asked.emit(wish)
        self.setFocus()

    def _choose_line_at(self, picture: NetworkPicture, where: QPointF) -> None:
        found, self._drawn_from = picture.relation_at(where) if not self._calm else None, ""
        self._line = ends_of(found.from_id, found.to_id) if found else None
        if found is not None:
            self._choose_all((), keep_line=True)
        self._show_line_bar()
        self.update()

    def _relation(self) -> DocumentRelation | None:
        if self._line is None or self._document is None:
            return None
        return next((r for r in self._document.relations if ends_of(r.from_id, r.to_id) == self._line), None)

    def _support_shown(self, relation: DocumentRelation) -> Support:
        """As the bar tells it: from the person where the other end is the child, else from whom it was drawn."""
        return reversed_support(relation.support) if relation.from_id is None else relation.support

    def _show_line_bar(self) -> None:
        relation, picture = self._relation(), self.picture()
        shown = relation is not None and picture is not None and self._editable and self._gesture is None
        if shown and relation is not None and picture is not None:
            child = picture.document.child_first_name
            first, second = (relation.to_id, "") if relation.from_id is None else (relation.from_id, relation.to_id)
            names = self._called(first), self._called(second) if second else child
            self.line_bar.show_line(names, relation.quality, self._support_shown(relation))
            self._place_line_bar()
            self.line_bar.raise_()
        self.line_bar.setVisible(shown)

    def _place_line_bar(self) -> None:
        relation, picture = self._relation(), self.picture()
        if relation is not None and picture is not None:
            middle = picture.middle_of(relation)
            self.line_bar.place(middle or picture.to_screen(Point(0, 0)))

    def _called(self, person_id: str) -> str:
        picture = self.picture()
        person = picture.people[person_id] if picture is not None else None
        return (person.name or person.role) if person else ""

    # What follows

    def _last(self) -> str:
        return self._chosen[-1] if self._chosen else ""

    def _show_end(self, person_id: str) -> None:
        """Bring somebody in sight, or the child for `CHILD`; nothing for nobody."""
        picture = self.picture()
        if picture is not None and person_id:
            self.bring_in_sight(picture.rect(picture.room_of(person_id)))

    def _choose_all(self, people: tuple[str, ...], *, tell: bool = True, keep_line: bool = False) -> None:
        before = self._last()
        if not keep_line and self._line is not None:
            self._line = None
            self._show_line_bar()
        self._chosen, self._new_line = people, None
        self._describe()
        self.update()
        if tell and self._last() != before:
            self._say(self._told.get(self._last(), ""))
            self.selected.emit(self._last())

    def _say(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _describe(self) -> None:
        count = self._words.trn("{n} person", "{n} people", len(self._numbers))
        several = self._words.trn("{n} chosen", "{n} chosen", len(self._chosen)) if len(self._chosen) > 1 else ""
        people = self._document.people if self._document is not None and not self._chosen else ()
        asked = " ".join(answers_told(answers_on(people), self._words)).removesuffix(".")
        parts = (count, asked, several, self._told.get(self._last(), ""))
        self.setAccessibleDescription(". ".join(part for part in parts if part))

    def _on_left(self) -> None:
        self.setFocus()
        self.update()


def ends_of(one: str | None, other: str) -> tuple[str, str]:
    """The ends of a line in a fixed order, "" for the child."""
    first, second = sorted((one or "", other))
    return first, second


def wish_between(one: str, other: str, *, quality: RelationQuality | None = None, goes: bool = False) -> LineWish:
    """What is asked for between two, of whom one may be the child."""
    if CHILD in {one, other}:
        return LineWish(None, other if one == CHILD else one, quality, goes=goes)
    return LineWish(one, other, quality, goes=goes)
