"""What can be done with a person of the network map, in the drawing and in the list the same, and with the ground."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QPointF
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.core.records.documents import DocumentMapPerson, DocumentRelation, DocumentSector
from app.core.records.network import RelationQuality, Ring, Support
from app.labels import choice
from app.reports.wording import RING
from app.ui.widgets.network_canvas import NetworkCanvas
from app.words import Words


class PersonActs(Protocol):
    """What a menu asks for; whoever shows the map carries it out."""

    def edit(self, place_id: str) -> None:
        """Open the form of somebody on the map."""

    def edit_person(self, place_id: str) -> None:
        """Open the form of their name and telephone."""

    def put(self, place_id: str, sector_key: str, ring: Ring) -> None:
        """Put them elsewhere."""

    def set_quality(self, place_id: str, quality: RelationQuality | None) -> None:
        """Draw their line to the child in this quality, or take it away."""

    def set_support(self, place_id: str, support: Support) -> None:
        """Say which way support goes between them and the child, seen from them."""

    def draw_line(self, place_id: str) -> None:
        """Draw a line from them to another."""

    def remove(self, place_id: str) -> None:
        """Take them off the map."""


def person_menu(
    words: Words,
    parent: QWidget,
    person: DocumentMapPerson,
    own: DocumentRelation | None,
    sectors: tuple[DocumentSector, ...],
    child: str,
    acts: PersonActs,
) -> QMenu:
    """The menu of one person; `own` is their line to the child."""
    menu = QMenu(parent)
    _add(menu, words.tr("Edit"), partial(acts.edit, person.id), "F2")
    _add(menu, words.tr("Name and telephone"), partial(acts.edit_person, person.id))
    menu.addSeparator()
    _fill_places(menu, words, person, sectors, acts)
    _fill_lines(menu, words, person, own, child, acts)
    menu.addSeparator()
    _add(menu, words.tr("Take off the map"), partial(acts.remove, person.id), words.tr("Delete"))
    return menu


def ground_menu(words: Words, parent: QWidget, canvas: NetworkCanvas, where: QPointF | None) -> QMenu:
    """The menu of an empty place of a map; None is nowhere in particular."""
    menu = QMenu(parent)
    if where is not None:
        _add(menu, words.tr("New person here"), partial(canvas.begin_typing, where))
    _add(menu, words.tr("See the whole map (Ctrl and 0)"), canvas.zoom_to_fit)
    _add(menu, words.tr("Keys of the map (?)"), canvas.keys.open)
    return menu


def _fill_places(
    menu: QMenu, words: Words, person: DocumentMapPerson, sectors: tuple[DocumentSector, ...], acts: PersonActs
) -> None:
    """Where they stand: how close, and in which group."""
    closeness = menu.addMenu(words.tr("Closeness"))
    for ring in Ring:
        put = partial(acts.put, person.id, person.sector_key, ring)
        _tick(closeness, words.tr(RING[ring]), ring is person.ring, put)
    group = menu.addMenu(words.tr("Group"))
    for sector in sectors:
        put = partial(acts.put, person.id, sector.key, person.ring)
        _tick(group, sector.name.of(words.language), sector.key == person.sector_key, put)


def _fill_lines(
    menu: QMenu, words: Words, person: DocumentMapPerson, own: DocumentRelation | None, child: str, acts: PersonActs
) -> None:
    """Their line to the child, which way support goes on it, and a line to another."""
    line = menu.addMenu(words.tr("Line to {name}", name=child))
    for quality in RelationQuality:
        drawn = own is not None and own.quality is quality
        _tick(line, choice(words, quality), drawn, partial(acts.set_quality, person.id, quality))
    _tick(line, words.tr("No line"), own is None, partial(acts.set_quality, person.id, None))
    support = menu.addMenu(words.tr("Support"))
    name = person.name or person.role
    told = {
        Support.NONE: choice(words, Support.NONE),
        Support.GIVEN: words.tr("{one} supports {other}", one=name, other=child),
        Support.RECEIVED: words.tr("{other} supports {one}", one=name, other=child),
        Support.BOTH: choice(words, Support.BOTH),
    }
    for way, text in told.items():
        _tick(support, text, _seen_from_person(own) is way, partial(acts.set_support, person.id, way))
    _add(menu, words.tr("Line to another"), partial(acts.draw_line, person.id))


def _seen_from_person(own: DocumentRelation | None) -> Support:
    turned = {Support.GIVEN: Support.RECEIVED, Support.RECEIVED: Support.GIVEN}
    return turned.get(own.support, own.support) if own is not None else Support.NONE


def _add(menu: QMenu, text: str, act: Callable[[], None], keys: str = "") -> QAction:
    action = menu.addAction(f"{text}\t{keys}" if keys else text)
    action.triggered.connect(lambda _checked=False: act())
    return action


def _tick(menu: QMenu, text: str, ticked: bool, act: Callable[[], None]) -> None:
    action = _add(menu, text, act)
    action.setCheckable(True)
    action.setChecked(ticked)
