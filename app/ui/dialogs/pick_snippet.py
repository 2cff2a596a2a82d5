"""The caseworker's own phrases: found by typing, put into a text, and kept in order in the same place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.core.records.snippet import Snippet, SnippetKind
from app.core.snippets import found_snippets, with_child, without_names
from app.labels import choice
from app.services.snippets import all_snippets, children_of_caseload, remove_snippet
from app.ui.context import Context
from app.ui.dialogs.edit_snippet import EditSnippet
from app.ui.widgets.button import Button
from app.ui.widgets.list_line import ListLine
from app.ui.widgets.list_rows import ListRows
from app.ui.widgets.surfaces import Banner, EmptyState
from app.ui.widgets.text import Text

_SHOWN = 240  # characters of a phrase in the list


class PickSnippet(QDialog):
    """Enter puts the first or the chosen phrase in; F2 edits it, Delete takes it away. `picked` carries the words, the
    child's name in its place. `selected` is the text that was chosen when the list was asked for: it can be kept."""

    picked = Signal(str)

    def __init__(
        self, context: Context, kind: SnippetKind, child: str, selected: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = context.words
        self._context, self._kind, self._child, self._selected = context, kind, child, selected.strip()
        self._shown: dict[str, Snippet] = {}
        self._written = ""  # the phrase that was last opened to be written
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(words.tr("Search your phrases …"))
        self.typed.setAccessibleName(words.tr("Search your phrases …"))
        self.list = ListRows(words.tr("Phrases"), most=8, click_chooses=True, marks_current=True)
        self._none = EmptyState(
            words.tr("No phrases yet"),
            words.tr("What you write often is kept here: choose the words in a text, and keep them with this window."),
        )
        self._nothing = Text(words.tr("Nothing found"), "quiet")
        self.keep = Button(words.tr("Keep the chosen words …"))
        self.new = Button(words.tr("New phrase …"))
        self.edit = Button(words.tr("Edit … (F2)"))
        self.remove = Button(words.tr("Remove (Del)"))
        self._close = Button(words.tr("Close"), "quiet")
        self.insert = Button(words.tr("Insert"), "main")
        self._done = Banner(words.tr("The phrase is removed"), "ok", words.tr("Undo"))
        self._lay_out()
        self._connect()
        self.refresh()
        if not self._shown:
            (self.keep if self._selected else self.new).setFocus()

    def refresh(self) -> None:
        """Show what matches; the place in the list is kept."""
        kept = self._context.read(all_snippets)
        found = found_snippets(kept, self._kind, self.typed.text())
        self._shown = {one.id: one for one in found}
        self.list.set_lines(self._lines(found))
        if found and not self.list.current_key():
            self.list.setCurrentIndex(self.list.model().index(1, 0))
        self.list.setVisible(bool(found))
        self._none.setVisible(not kept)
        self._nothing.setVisible(bool(kept) and not found)
        for button in (self.insert, self.edit, self.remove):
            button.setEnabled(bool(found))

    def sizeHint(self) -> QSize:
        """Wide enough for a phrase, and no higher than the screen."""
        return QSize(680, min(620, self.screen().availableGeometry().height() - 60))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down leads from what is typed into the list, Up from its head back; Delete takes a phrase away."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if watched is self.typed and event.key() == Qt.Key.Key_Down and self._shown:
                self.list.setFocus()
                return True
            if watched is self.list and event.key() == Qt.Key.Key_Up and self.list.currentIndex().row() <= 1:
                self.typed.setFocus()
                return True
            if watched is self.list and event.key() == Qt.Key.Key_Delete:
                self._on_remove()
                return True
        return super().eventFilter(watched, event)

    def _lines(self, found: tuple[Snippet, ...]) -> list[ListLine]:
        """The phrases under the kind of text they are for; the whole of a long one is read where it is edited."""
        words, lines, kind = self._context.words, [], None
        for one in found:
            if one.kind is not kind:
                kind = one.kind
                lines.append(ListLine(key=f"kind {kind}", lead=choice(words, kind), heading=True))
            text = " ".join(with_child(one.text, self._child)[: 2 * _SHOWN].split())
            short = text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " …"
            lines.append(ListLine(key=one.id, lead="", text=short))
        return lines

    def _lay_out(self) -> None:
        self.setWindowTitle(self._context.words.tr("Phrases"))
        own = QHBoxLayout()
        own.setSpacing(8)
        for button in (self.keep, self.new, self.edit, self.remove):
            own.addWidget(button)
        own.addStretch(1)
        self.keep.setVisible(bool(self._selected))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._done, 1)
        foot.addStretch(0)
        foot.addWidget(self._close)
        foot.addWidget(self.insert)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(Text(self._context.words.tr("Phrases"), "heading"))
        column.addWidget(self.typed)
        column.addWidget(self._nothing)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        column.addLayout(own)
        column.addLayout(foot)
        self._done.hide()

    def _connect(self) -> None:
        self.typed.installEventFilter(self)
        self.list.installEventFilter(self)
        self.typed.textChanged.connect(self.refresh)
        self.typed.returnPressed.connect(self._on_insert)
        self.list.opened.connect(self._on_insert)
        self.insert.clicked.connect(self._on_insert)
        self.keep.clicked.connect(self._on_keep)
        self.new.clicked.connect(self._on_new)
        self.edit.clicked.connect(self._on_edit)
        self.remove.clicked.connect(self._on_remove)
        self._done.acted.connect(self._on_undo)
        self._close.clicked.connect(self.reject)
        edit = QShortcut(QKeySequence("F2"), self)
        edit.activated.connect(self._on_edit)

    def _chosen(self) -> Snippet | None:
        return self._shown.get(self.list.current_key())

    # Slots

    def _on_insert(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.accept()
            self.picked.emit(with_child(chosen.text, self._child))

    def _on_keep(self) -> None:
        """Keep the chosen words, without the names of children: they would come along into another plan."""
        children = self._context.read(children_of_caseload)
        text = without_names(self._selected, children, self._context.words.language)
        self._open(Snippet(kind=self._kind, text=text), is_new=True)

    def _on_new(self) -> None:
        self._open(Snippet(kind=self._kind), is_new=True)

    def _on_edit(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._open(chosen, is_new=False)

    def _open(self, snippet: Snippet, *, is_new: bool) -> None:
        dialog = EditSnippet(self._context, snippet, is_new=is_new, parent=self)
        self._written = snippet.id
        dialog.saved.connect(self._on_saved)
        dialog.open()

    def _on_saved(self) -> None:
        """Stand on the phrase that was written, so that Enter puts it in."""
        self._done.hide()
        self.typed.clear()
        self.refresh()
        for row, line in enumerate(self.list.lines()):
            if line.key == self._written:
                self.list.setCurrentIndex(self.list.model().index(row, 0))
        self.typed.setFocus()

    def _on_remove(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._context.write(remove_snippet, chosen.id)
            self.refresh()
            self._done.show()

    def _on_undo(self) -> None:
        self._context.undo()
        self._done.hide()
        self.refresh()
