"""The network of a child: the drawing, and beside it the list that does all the drawing does."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.core import network_editing as editing
from app.core.attention import Tab
from app.core.records.network import MapVersion, NetworkMap
from app.core.records.person import Person
from app.services.network_maps import save_map, versions_of_case
from app.services.people import people_of_case
from app.ui.context import Context
from app.ui.dialogs.edit_map_person import EditMapPerson
from app.ui.dialogs.edit_person import EditPerson
from app.ui.dialogs.edit_relation import EditRelation, names_on_map
from app.ui.dialogs.keep_map_version import KeepMapVersion
from app.ui.dialogs.print_document import PrintDocument
from app.ui.pages.case.case_tab import CaseTab
from app.ui.pages.case.network_detail import NetworkDetail
from app.ui.pages.case.network_shown import ShownMap, read_map, told, version_name
from app.ui.pages.case.network_start import family_on_map
from app.ui.pages.case.network_views import VIEWS
from app.ui.pages.case.network_words import MapRow, columns, map_rows
from app.ui.prints.network_map import map_order
from app.ui.remembered_columns import remember_columns
from app.ui.widgets.button import Button
from app.ui.widgets.choice_fields import ChoiceField, Option, SegmentedField
from app.ui.widgets.network_canvas import MapMove, NetworkCanvas
from app.ui.widgets.network_legend import NetworkLegend
from app.ui.widgets.surfaces import Card, EmptyState, Scroll
from app.ui.widgets.table import DataTable
from app.ui.widgets.text import OneLine
from app.words import mark

_SPLIT = "network-split"


class NetworkTab(CaseTab):
    """The working map can be changed; a kept version is looked at."""

    key = Tab.NETWORK
    title = mark("Network")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        words = context.words
        self._shown: ShownMap | None = None
        self._rows: dict[str, MapRow] = {}
        self._version = ""
        self._add = Button(words.tr("Put somebody on the map"), icon="plus")
        self._keep = Button(words.tr("Keep this version"), icon="check")
        self._print = Button(words.tr("Print"), icon="printer")
        self._facts = OneLine(look="quiet")
        self.versions = ChoiceField()
        self.canvas = NetworkCanvas(words)
        self._empty = EmptyState(
            words.tr("Nobody is on the map yet"),
            words.tr("Begin with those closest to the child. Ask the child who matters."),
            words.tr("Begin the map"),
            icon="network",
        )
        self.table = DataTable(
            words, words.tr("People of the network"), columns(words), key=lambda row: row.person.id, empty=self._empty
        )
        self.detail = NetworkDetail(words)
        self._below = Scroll()
        self._views = [view(context) for view in VIEWS]
        titles = [words.tr("Map"), *(words.tr(view.title) for view in VIEWS)]
        self.switch = SegmentedField([Option(str(number), title) for number, title in enumerate(titles)])
        self._stack = QStackedWidget()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()

    # Showing

    def show_case(self, case_id: str) -> None:
        """Begin with the working map of another case."""
        if case_id != self.case_id:
            self._version = ""
        super().show_case(case_id)
        for view in self._views:
            view.show_case(case_id)

    def refresh(self) -> None:
        """Show the working map, or the version that is chosen."""
        versions = self.context.read(versions_of_case, self.case_id)
        version = next((one for one in versions if one.id == self._version), None)
        self._version = version.id if version else ""
        shown = self._shown = read_map(self.context, self.case_id, version)
        words, editable = self.context.words, version is None
        rows = map_rows(shown.document, words)
        self._rows = {row.person.id: row for row in rows}
        self._offer_versions(versions)
        self._facts.setText(told(shown, words))
        numbers, told_of = ({row.person.id: row.number for row in rows}, {row.person.id: row.told for row in rows})
        self.canvas.show_map(shown.document, numbers, told_of, editable=editable)
        self.table.set_rows(rows)
        self._add.setEnabled(editable)
        self._keep.setEnabled(editable and bool(rows))
        self._print.setEnabled(bool(rows))
        self._on_chosen(self.table.current())

    def show_item(self, item: str) -> None:
        """Select a person by the id of the place, or of the person."""
        for row in self._rows.values():
            place = editing.person_of(self._shown.drawn, row.person.id) if self._shown else None
            if item in {row.person.id, place.person_id if place else ""}:
                self.table.select(row.person.id)

    def _offer_versions(self, versions: tuple[MapVersion, ...]) -> None:
        words = self.context.words
        kept = [Option(one.id, version_name(one, words)) for one in versions]
        self.versions.set_options([Option("", words.tr("The working map")), *kept])
        self.versions.set_value(self._version)

    # Building

    def _lay_out(self) -> None:
        words = self.context.words
        self.versions.describe(words.tr("Version of the map"), "")
        self.versions.setFixedWidth(230)
        bar = QHBoxLayout()
        bar.setSpacing(12)
        bar.addWidget(self._add)
        bar.addWidget(self._facts, 1)
        bar.addWidget(self.versions)
        bar.addWidget(self._keep)
        bar.addWidget(self._print)
        drawing = Card()
        drawing.body.addWidget(self.canvas, 1)
        drawing.body.addWidget(NetworkLegend(words))
        table = Card()
        table.body.addWidget(self.table)
        side = QWidget()
        side.setProperty("look", "clear")
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(12)
        self._below.body.addWidget(self.detail)
        self._below.body.addStretch(1)
        right.addWidget(table, 1)
        right.addWidget(self._below, 1)
        self._splitter.addWidget(drawing)
        self._splitter.addWidget(side)
        self._splitter.setHandleWidth(12)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setSizes(self._remembered_split())
        drawn = QWidget()
        drawn.setProperty("look", "clear")
        column = QVBoxLayout(drawn)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(bar)
        column.addWidget(self._splitter, 1)
        for view in (drawn, *self._views):
            self._stack.addWidget(view)
        self.switch.describe(words.tr("View of the network"), "")
        self.switch.set_value("0")
        self.switch.setVisible(bool(self._views))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 4, 0, 20)
        whole.setSpacing(12)
        whole.addWidget(self.switch)
        whole.addWidget(self._stack, 1)

    def _remembered_split(self) -> list[int]:
        kept = self.context.settings.recall(_SPLIT)
        return [int(one) for one in kept] if isinstance(kept, list) and len(kept) == 2 else [590, 500]

    def _connect(self) -> None:
        remember_columns(self.table, self.context.settings, "case-network")
        self.switch.edited.connect(self._on_switch)
        self._add.clicked.connect(self._on_add)
        self._keep.clicked.connect(self._on_keep)
        self._print.clicked.connect(self._on_print)
        self._empty.started.connect(self._on_begin)
        self._splitter.splitterMoved.connect(self._on_split)
        self.versions.edited.connect(self._on_version)
        self.canvas.selected.connect(self._on_selected_in_drawing)
        self.canvas.opened.connect(self._on_edit)
        self.canvas.moved.connect(self._on_moved)
        self.canvas.removal_asked.connect(self._on_remove)
        self.table.selected.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self.table.view.setMouseTracking(True)
        self.table.view.entered.connect(self._on_entered)
        self.detail.edit_asked.connect(self._on_edit)
        self.detail.person_asked.connect(self._on_person)
        self.detail.remove_asked.connect(self._on_remove)
        self.detail.line_asked.connect(self._on_line)
        for keys, slot in (("F2", self._on_change_key), ("Delete", self._on_remove_key)):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # Choosing

    def _on_chosen(self, row: MapRow | None) -> None:
        if self._shown is not None:
            self.canvas.select(row.person.id if row else "")
            self.detail.show_person(row, self._shown.document, editable=self._shown.version is None)
            # With nobody chosen there is but a sentence below, and the list has the room.
            own = QSizePolicy.Policy.Expanding if row else QSizePolicy.Policy.Maximum
            self._below.setSizePolicy(QSizePolicy.Policy.Preferred, own)

    def _on_selected_in_drawing(self, place_id: str) -> None:
        if not place_id:
            self.table.view.setCurrentIndex(QModelIndex())
            self.table.view.clearSelection()
        else:
            self.table.select(place_id)

    def _on_entered(self, index: QModelIndex) -> None:
        self.canvas.highlight(self.table.rows()[index.row()].person.id)

    def _on_switch(self) -> None:
        self._stack.setCurrentIndex(int(self.switch.value()))

    def _on_version(self) -> None:
        self._version = self.versions.value()
        self.refresh()

    # Changing

    def _save(self, drawn: NetworkMap) -> None:
        self.context.write(save_map, drawn, self.context.today())

    def _on_moved(self, move: MapMove) -> None:
        if self._shown is not None:
            self._save(
                editing.moved(
                    self._shown.drawn, move.person_id, sector_key=move.sector_key, ring=move.ring, angle=move.angle
                )
            )

    def _on_remove(self, place_id: str) -> None:
        if self._is_open():
            self._save(editing.without_person(self._working(), place_id))

    def _on_add(self) -> None:
        EditMapPerson(self.context, self._working(), self._child(), None, self).open()

    def _on_edit(self, place_id: str) -> None:
        place = editing.person_of(self._working(), place_id)
        if self._is_open() and place is not None:
            EditMapPerson(self.context, self._working(), self._child(), place, self).open()

    def _on_opened(self, row: MapRow) -> None:
        self._on_edit(row.person.id)

    def _on_change_key(self) -> None:
        if (row := self.table.current()) is not None:
            self._on_edit(row.person.id)

    def _on_remove_key(self) -> None:
        if (row := self.table.current()) is not None:
            self._on_remove(row.person.id)

    def _on_person(self, place_id: str) -> None:
        place = editing.person_of(self._working(), place_id)
        if place is None or self._shown is None:
            return
        parts = {found.part.person_id: found.part for found in self.context.read(people_of_case, self.case_id)}
        person = self._shown.people[place.person_id]
        EditPerson(self.context, self.case_id, person, parts.get(person.id), self).open()

    def _on_line(self, one: str, other: str) -> None:
        if self._shown is not None:
            names = names_on_map(self._shown.people, self._shown.drawn)
            EditRelation(self.context, self._shown.drawn, names, one, other, self).open()

    def _on_begin(self) -> None:
        """Put the family on the map where the case knows it; otherwise ask for the first person."""
        drawn, people = family_on_map(self.context, self.case_id)
        if people:
            self.context.write(save_map, drawn, self.context.today(), people)
        else:
            self._on_add()

    def _on_keep(self) -> None:
        KeepMapVersion(self.context, self._working(), self._child().first_name, self).open()

    def _on_print(self) -> None:
        if self._shown is not None:
            order = map_order(self.context, self.case_id, self._shown.version)
            PrintDocument(self.context, order, self._child().name, self).open()

    def _on_split(self, _position: int, _index: int) -> None:
        self.context.settings.remember(_SPLIT, self._splitter.sizes())

    def _is_open(self) -> bool:
        return self._shown is not None and self._shown.version is None

    def _working(self) -> NetworkMap:
        return self._shown.drawn if self._shown else NetworkMap(case_id=self.case_id)

    def _child(self) -> Person:
        return self.context.status(self.case_id).file.child
