"""The network map of a child: the drawing, and beside it the list that does all the drawing does."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout

from app.core import network_editing as editing
from app.core.attention import Tab
from app.core.records.network import MapVersion, Ring
from app.core.records.person import Person
from app.services.network_maps import save_map, versions_of_case
from app.ui.context import Context, Place
from app.ui.dialogs.compare_maps import CompareMaps
from app.ui.dialogs.keep_map_version import KeepMapVersion
from app.ui.dialogs.map_with_child import MapWithChild
from app.ui.dialogs.network_acts import MapActs
from app.ui.dialogs.network_shown import ShownMap, read_map, told, version_name
from app.ui.dialogs.network_words import MapRow, columns, map_rows
from app.ui.dialogs.print_document import PrintDocument
from app.ui.pages.case.network_detail import NetworkDetail
from app.ui.pages.case.network_start import family_on_map
from app.ui.pages.case.network_view import ListBeside, NetworkView
from app.ui.prints.network_map import map_order
from app.ui.remembered_columns import remember_columns
from app.ui.widgets.button import Button
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.ui.widgets.network_canvas import NetworkCanvas
from app.ui.widgets.network_figures import NetworkFiguresLine
from app.ui.widgets.network_legend import NetworkLegend
from app.ui.widgets.network_menu import ground_menu, person_menu
from app.ui.widgets.network_tools import NetworkTools
from app.ui.widgets.network_wishes import NewPerson
from app.ui.widgets.surfaces import EmptyState
from app.ui.widgets.table import DataTable
from app.ui.widgets.text import OneLine
from app.words import mark

_SPLIT = "network-split"


class NetworkMapView(NetworkView):
    """The working map can be changed; a kept version is looked at."""

    title: ClassVar[str] = mark("Map")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        words = context.words
        self._shown: ShownMap | None = None
        self._rows: dict[str, MapRow] = {}
        self._version = ""
        self._acts = MapActs(context, self._on_screen, self)
        self._add = Button(words.tr("Add a person"), icon="plus")
        self._with_child = Button(words.tr("With the child"), icon="maximize")
        self._compare = Button(words.tr("Compare"))
        self._keep = Button(words.tr("Keep version"))
        self._print = Button(words.tr("Print"), icon="printer")
        self._facts = OneLine(look="quiet")
        self.versions = ChoiceField()
        self.canvas = NetworkCanvas(words)
        self.tools = NetworkTools(words, self.canvas)
        self.legend = NetworkLegend(words)
        self.figures = NetworkFiguresLine(words)
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
        self._split = ListBeside(context.settings, _SPLIT, (590, 500))
        self._lay_out()
        self._connect()

    # Showing

    def show_case(self, case_id: str) -> None:
        """Begin with the working map of another case."""
        if case_id != self.case_id:
            self._version = ""
        super().show_case(case_id)

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
        self.legend.show_map(shown.document)
        self.figures.show_map(shown.document)
        self.table.set_rows(rows)
        self._add.setEnabled(editable)
        self._with_child.setEnabled(editable)
        self._compare.setEnabled(bool(versions))
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
        self.versions.describe(self.context.words.tr("Version of the map"), "")
        self.versions.setMinimumWidth(120)
        self.versions.setMaximumWidth(200)
        bar = QHBoxLayout(self.bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(12)
        bar.addWidget(self._add)
        bar.addWidget(self._with_child)
        bar.addStretch(1)
        for widget in (self.versions, self._compare, self._keep, self._print):
            bar.addWidget(widget)
        # What is told of the map stands in one line over it, so that the drawing has the height.
        about = QHBoxLayout()
        about.setSpacing(16)
        about.addWidget(self._facts, 1)
        about.addWidget(self.figures)
        self._split.fill((self.canvas, self.legend), self.table, self.detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(about)
        column.addWidget(self._split, 1)

    def _connect(self) -> None:
        remember_columns(self.table, self.context.settings, "case-network")
        self._add.clicked.connect(self._on_add)
        self._with_child.clicked.connect(self._on_with_child)
        self._compare.clicked.connect(self._on_compare)
        self._keep.clicked.connect(self._on_keep)
        self._print.clicked.connect(self._on_print)
        self._empty.started.connect(self._on_begin)
        self.versions.edited.connect(self._on_version)
        self._connect_drawing()
        self._connect_list()

    def _connect_drawing(self) -> None:
        acts, canvas = self._acts, self.canvas
        canvas.offer(acts.picks)
        canvas.selected.connect(self._on_selected_in_drawing)
        canvas.opened.connect(acts.edit)
        canvas.moved.connect(acts.move)
        canvas.line_asked.connect(acts.carry_out)
        canvas.typed.connect(self._on_typed)
        canvas.removal_asked.connect(acts.remove_all)
        canvas.menu_asked.connect(self._on_menu_in_drawing)

    def _connect_list(self) -> None:
        acts, detail, view = self._acts, self.detail, self.table.view
        self.table.selected.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        view.setMouseTracking(True)
        view.entered.connect(self._on_entered)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._on_menu_in_list)
        detail.edit_asked.connect(acts.edit)
        detail.person_asked.connect(acts.edit_person)
        detail.remove_asked.connect(acts.remove)
        detail.line_asked.connect(acts.edit_line)
        detail.invite_asked.connect(self._on_invite)
        for keys, slot in (
            ("F2", self._on_change_key),
            ("Delete", self._on_remove_key),
            ("Insert", self._on_add),
            ("Alt+Up", self._on_closer_key),
            ("Alt+Down", self._on_further_key),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # Choosing

    def _on_chosen(self, row: MapRow | None) -> None:
        if self._shown is not None:
            self.canvas.select(row.person.id if row else "")
            self.detail.show_person(row, self._shown.document, editable=self._shown.version is None)
            self._split.give_room(row is not None)

    def _on_selected_in_drawing(self, place_id: str) -> None:
        if not place_id:
            self.table.view.setCurrentIndex(QModelIndex())
            self.table.view.clearSelection()
        else:
            self.table.select(place_id)

    def _on_entered(self, index: QModelIndex) -> None:
        self.canvas.highlight(self.table.rows()[index.row()].person.id)

    def _on_version(self) -> None:
        self._version = self.versions.value()
        self.refresh()

    # Changing

    def _on_add(self) -> None:
        self._acts.add()

    def _on_typed(self, new: NewPerson, key: str) -> None:
        if place_id := self._acts.add_typed(new, key):
            self.table.select(place_id)

    def _on_opened(self, row: MapRow) -> None:
        self._acts.edit(row.person.id)

    def _on_change_key(self) -> None:
        if (row := self.table.current()) is not None:
            self._acts.edit(row.person.id)

    def _on_remove_key(self) -> None:
        if (row := self.table.current()) is not None:
            self._acts.remove(row.person.id)

    def _on_closer_key(self) -> None:
        self._move_a_ring(-1)

    def _on_further_key(self) -> None:
        self._move_a_ring(1)

    def _move_a_ring(self, way: int) -> None:
        row = self.table.current()
        if row is not None and Ring.CLOSE <= row.person.ring + way <= Ring.DISTANT:
            self._acts.put(row.person.id, row.person.sector_key, Ring(row.person.ring + way))

    # The menu

    def _on_menu_in_drawing(self, place_id: str, where: QPointF) -> None:
        menu = self._menu(place_id, where)
        if menu is not None:
            menu.popup(self.canvas.mapToGlobal(where.toPoint()))

    def _on_menu_in_list(self, where: QPoint) -> None:
        row = self.table.current()
        menu = self._menu(row.person.id, None) if row is not None else None
        if menu is not None:
            menu.popup(self.table.view.viewport().mapToGlobal(where))

    def _menu(self, place_id: str, where: QPointF | None) -> QMenu | None:
        """What can be done with a person, or with an empty place of the drawing; nothing with a kept version."""
        shown, row, words = self._shown, self._rows.get(place_id), self.context.words
        if shown is None or not self._acts.is_open():
            return None
        if row is not None:
            child = shown.document.child_first_name
            menu = person_menu(words, self, row.person, row.own, shown.document.sectors, child, self._acts)
        else:
            menu = ground_menu(words, self, self.canvas, where)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    # The map as a whole

    def _on_begin(self) -> None:
        """Put the family on the map where the case knows it; otherwise ask for the first person."""
        drawn, people = family_on_map(self.context, self.case_id)
        if people:
            self.context.write(save_map, drawn, self.context.today(), people)
        else:
            self._on_add()

    def _on_with_child(self) -> None:
        MapWithChild(self.context, self.case_id, self).begin()

    def _on_invite(self, place_id: str) -> None:
        """Ask somebody to the network meeting that is planned, or plan one with them."""
        if (place := editing.person_of(self._acts.working(), place_id)) is not None:
            self.context.go(Place.CASE, self.case_id, Tab.MEETINGS, f"plan:{place.person_id}")

    def _on_compare(self) -> None:
        CompareMaps(self.context, self.case_id, self).open()

    def _on_keep(self) -> None:
        KeepMapVersion(self.context, self._acts.working(), self._child().first_name, self).open()

    def _on_print(self) -> None:
        if self._shown is not None:
            order = map_order(self.context, self.case_id, self._shown.version)
            PrintDocument(self.context, order, self._child().name, self).open()

    def _on_screen(self) -> ShownMap | None:
        return self._shown

    def _child(self) -> Person:
        return self.context.status(self.case_id).file.child
