"""The genogram of a child's family: the drawing of three generations, and beside it the list that does all it does."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout

from app.core.family_proposal import ProposedTie
from app.core.records.family import Family, Relative
from app.core.records.genogram import GenogramDocument
from app.services.families import family_of_case, proposed_family
from app.services.genograms import genogram_document
from app.ui.context import Context
from app.ui.dialogs.add_relative import AddRelative
from app.ui.dialogs.edit_person import EditPerson
from app.ui.dialogs.edit_tie import EditTie
from app.ui.dialogs.print_document import PrintDocument
from app.ui.dialogs.propose_ties import ProposeTies
from app.ui.pages.case.genogram_detail import GenogramDetail, allow_sibling, fill_menu
from app.ui.pages.case.genogram_words import GenogramRow, columns, genogram_rows, with_names
from app.ui.pages.case.network_view import ListBeside, NetworkView
from app.ui.prints.genogram import genogram_order
from app.ui.remembered_columns import remember_columns
from app.ui.widgets.button import Button
from app.ui.widgets.genogram_canvas import ADD_KEYS, GenogramCanvas
from app.ui.widgets.genogram_legend import GenogramLegend
from app.ui.widgets.surfaces import EmptyState
from app.ui.widgets.table import DataTable
from app.ui.widgets.text import OneLine
from app.ui.widgets.zoom_buttons import ZoomButtons
from app.words import mark

_SPLIT = "genogram-split"


class GenogramView(NetworkView):
    """The people of the case by who is whose child and who is a couple."""

    title: ClassVar[str] = mark("Genogram")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        words = context.words
        self._family: Family | None = None
        self._document: GenogramDocument | None = None
        self._proposed: tuple[ProposedTie, ...] = ()
        self._rows: dict[str, GenogramRow] = {}
        self._add = Button(words.tr("Add"), icon="plus")
        self._relatives = QMenu(self)
        self._propose = Button(icon="check", text="")
        self._told = OneLine(look="quiet")
        self._print = Button(words.tr("Print"), icon="printer")
        self.canvas = GenogramCanvas(words)
        self.looking = ZoomButtons(words, self.canvas, words.tr("See the whole drawing (Ctrl and 0)"))
        self.empty = EmptyState(
            words.tr("Nobody has told yet how the family belongs together"),
            words.tr("Here stand three generations: who is whose child, and who is or was a couple."),
            words.tr("Begin with a parent"),
            icon="users",
        )
        self.table = DataTable(words, words.tr("People of the family"), columns(words), key=lambda row: row.person.id)
        self.detail = GenogramDetail(words)
        self._legend = GenogramLegend(words)
        self._split = ListBeside(context.settings, _SPLIT, (640, 450))
        self._lay_out()
        self._connect()

    # Showing

    def refresh(self) -> None:
        """Show the family as the store holds it."""
        context, words = self.context, self.context.words
        family = self._family = context.read(family_of_case, self.case_id)
        document = context.read(genogram_document, self.case_id, context.catalogue, context.today())
        document = self._document = with_names(document, family)
        self._proposed = context.read(proposed_family, self.case_id, context.catalogue, context.today())
        rows = genogram_rows(document, words)
        self._rows = {row.person.id: row for row in rows}
        has_ties = len(document.drawn) > 1
        self.canvas.show_family(document, {row.person.id: row.told for row in rows})
        self.canvas.setVisible(has_ties)
        self._legend.show_family(document)
        self._legend.setVisible(has_ties)
        self.empty.setVisible(not has_ties)
        self._show_proposal(has_ties=has_ties)
        self.table.set_rows(rows)
        self._print.setEnabled(has_ties)
        for looking in self.looking.all():
            looking.setVisible(has_ties)
        self._told.setText(self._summary(document))
        self._on_chosen(self.table.current())

    def show_item(self, item: str) -> None:
        """Select a person."""
        self.table.select(item)

    def _show_proposal(self, *, has_ties: bool) -> None:
        words, count = self.context.words, len(self._proposed)
        text = words.trn("Look at {n} proposal", "Look at {n} proposals", count)
        self._propose.setText(text)
        self._propose.setVisible(bool(count) and has_ties)
        self.empty.button.setText(text if count else words.tr("Begin with a parent"))
        self._add.setVisible(has_ties)

    def _summary(self, document: GenogramDocument) -> str:
        words = self.context.words
        waiting = sum(not person.tied for person in document.people)
        parts = (
            words.trn("{n} person", "{n} people", len(document.drawn)) if len(document.drawn) > 1 else "",
            words.trn("{n} not in the drawing yet", "{n} not in the drawing yet", waiting) if waiting else "",
        )
        return " · ".join(part for part in parts if part)

    # Building

    def _lay_out(self) -> None:
        bar = QHBoxLayout(self.bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(12)
        bar.addWidget(self._add)
        bar.addWidget(self._propose)
        bar.addWidget(self._told, 1)
        for looking in self.looking.all():
            bar.addWidget(looking)
        bar.addWidget(self._print)
        self.canvas.hide()  # only one of the two takes room, also before the page was ever filled
        self._split.fill((self.canvas, self.empty, self._legend), self.table, self.detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._split, 1)

    def _connect(self) -> None:
        remember_columns(self.table, self.context.settings, "case-genogram")
        fill_menu(self._relatives, self.context.words, self._on_relative)
        self._add.open_menu(self._relatives)
        self._relatives.aboutToShow.connect(self._on_relatives)
        self._propose.clicked.connect(self._on_propose)
        self.empty.started.connect(self._on_begin)
        self._print.clicked.connect(self._on_print)
        self.canvas.selected.connect(self._on_selected_in_drawing)
        self.canvas.opened.connect(self._on_edit)
        self.canvas.add_asked.connect(self._on_add)
        self.canvas.menu_asked.connect(self._on_menu)
        self.table.selected.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self.table.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.view.customContextMenuRequested.connect(self._on_menu_in_list)
        self.detail.edit_asked.connect(self._on_edit)
        self.detail.tie_asked.connect(self._on_tie)
        self.detail.add_asked.connect(self._on_add)
        self.table.view.installEventFilter(self)
        shortcut = QShortcut(QKeySequence("F2"), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._on_edit_key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the list too Shift and an arrow key add a relative; a list takes these keys before any shortcut."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            relative = ADD_KEYS.get(Qt.Key(event.key()))
            if relative is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._on_add_key(relative)
                return True
        return super().eventFilter(watched, event)

    # Choosing

    def _on_chosen(self, row: GenogramRow | None) -> None:
        if self._document is not None and self._family is not None:
            self.canvas.select(row.person.id if row and row.person.tied else "")
            self.detail.show_person(row, self._document, self._family)
            self._split.give_room(row is not None)

    def _on_selected_in_drawing(self, person_id: str) -> None:
        if not person_id:
            self.table.view.setCurrentIndex(QModelIndex())
            self.table.view.clearSelection()
        else:
            self.table.select(person_id)

    # Changing

    def _on_opened(self, row: GenogramRow) -> None:
        self._on_edit(row.person.id)

    def _on_edit_key(self) -> None:
        if (row := self.table.current()) is not None:
            self._on_edit(row.person.id)

    def _on_edit(self, person_id: str) -> None:
        if self._family is not None:
            person, part = self._family.people[person_id], self._family.parts.get(person_id)
            EditPerson(self.context, self.case_id, person, part, self).open()

    def _on_add_key(self, relative: Relative) -> None:
        if (row := self.table.current()) is not None:
            self._on_add(row.person.id, relative)

    def _on_add(self, person_id: str, relative: Relative) -> None:
        """Ask for the relative; a sibling of one whose parents nobody knows begins with a parent."""
        if self._family is not None:
            if relative is Relative.SIBLING and not self._family.parents_of(person_id):
                relative = Relative.PARENT
            AddRelative(self.context, self.case_id, self._family, person_id, relative, self).open()

    def _on_relatives(self) -> None:
        """Say to whom the relatives are added: to the one who is chosen, else to the child."""
        if self._family is not None:
            base = self._base()
            self._relatives.setAccessibleName(self._family.people[base].name)
            allow_sibling(self._relatives, has_parents=bool(self._family.parents_of(base)))

    def _on_relative(self, relative: Relative) -> None:
        self._on_add(self._base(), relative)

    def _base(self) -> str:
        row = self.table.current()
        return row.person.id if row else self._family.child_id if self._family else ""

    def _on_add_parent(self) -> None:
        if self._family is not None:
            self._on_add(self._family.child_id, Relative.PARENT)

    def _on_tie(self, person_id: str, tie_id: str) -> None:
        if self._family is not None:
            tie = next((tie for tie in self._family.ties if tie.id == tie_id), None)
            EditTie(self.context, self._family, person_id, tie, self).open()

    def _on_propose(self) -> None:
        if self._family is not None:
            ProposeTies(self.context, self.case_id, self._family, self._proposed, self).open()

    def _on_begin(self) -> None:
        if self._proposed:
            self._on_propose()
        else:
            self._on_add_parent()

    def _on_menu(self, person_id: str, where: QPoint) -> None:
        """The menu of a person: change them, add a relative, tie them to somebody."""
        words, family = self.context.words, self._family
        if family is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(words.tr("Edit")).triggered.connect(partial(self._on_edit, person_id))
        adding = menu.addMenu(words.tr("Add"))
        fill_menu(adding, words, partial(self._on_add, person_id))
        allow_sibling(adding, has_parents=bool(family.parents_of(person_id)))
        menu.addAction(words.tr("Tie to somebody here")).triggered.connect(partial(self._on_tie, person_id, ""))
        menu.popup(where)

    def _on_menu_in_list(self, where: QPoint) -> None:
        if (row := self.table.current()) is not None:
            self._on_menu(row.person.id, self.table.view.viewport().mapToGlobal(where))

    # The drawing as a whole

    def _on_print(self) -> None:
        if self._document is not None and self._family is not None:
            name = self._family.people[self._family.child_id].name
            PrintDocument(self.context, genogram_order(self.context, self.case_id), name, self).open()
