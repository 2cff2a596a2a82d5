"""Two versions of a network map: a slider leads from the one to the other, and a list says what became different."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from app.core import codec
from app.core.network_comparison import MapChange, as_named_by, compare
from app.core.protected_names import by_role
from app.core.records.documents import NetworkDocument
from app.services.network_maps import kept_for_paper, versions_of_case
from app.services.store import Act
from app.ui.context import Context
from app.ui.dialogs.network_changes import ChangeWords
from app.ui.dialogs.network_shown import read_map, version_name
from app.ui.widgets.button import Button
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.ui.widgets.list_line import ListLine
from app.ui.widgets.list_rows import ListRows
from app.ui.widgets.network_comparison import NetworkComparison
from app.ui.widgets.surfaces import Card
from app.ui.widgets.text import Text

_WORKING = "working"
_WHOLE = 100


class CompareMaps(QDialog):
    """The latest version and the working map to begin with. Arrow keys move the slider, and go through the list."""

    def __init__(self, context: Context, case_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = context.words
        self._context, self._case_id = context, case_id
        self._changes: tuple[MapChange, ...] = ()
        self._documents: dict[str, NetworkDocument] = {}
        self._hidden: dict[str, str] = {}
        options = self._gather()
        self.setWindowTitle(words.tr("Compare two maps"))
        self.before, self.after = ChoiceField(options), ChoiceField(options)
        self.before.describe(words.tr("The earlier map"), "")
        self.after.describe(words.tr("The later map"), "")
        self.drawing = NetworkComparison(words)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _WHOLE)
        self.slider.setPageStep(25)
        self.list = ListRows(words.tr("What became different"), click_chooses=True)
        self._count = Text("", "heading", wrap=True)
        self._first, self._second = Text("", "small"), Text("", "small")
        self._copy = Button(words.tr("Copy as text"), icon="copy")
        self._close = Button(words.tr("Close"), "quiet")
        self._lay_out()
        self._connect()
        first, second = self._first_pair()
        self.before.set_value(first)
        self.after.set_value(second)
        self._show()
        self.slider.setFocus()

    def changes(self) -> tuple[MapChange, ...]:
        """What became different between the two that are chosen."""
        return self._changes

    def as_text(self) -> str:
        """What became different, a line each, as it may leave the program: who is protected stands by their role."""
        return by_role(self._told(), self._hidden)

    def _told(self) -> str:
        words = self._context.words
        names = [self._name(field) for field in (self.before, self.after)]
        title = words.tr("Network map for {name}", name=self._documents[_WORKING].child_first_name)
        head = f"{title}: {names[0]} – {names[1]}"
        return "\n".join((head, *(f"{line.lead}: {line.text}" for line in self.list.lines())))

    def sizeHint(self) -> QSize:
        """Nearly the whole screen."""
        room = self.screen().availableGeometry()
        return QSize(min(1240, room.width() - 60), min(860, room.height() - 60))

    def _first_pair(self) -> tuple[str, str]:
        """The latest version and the working map; where these say the same, the two latest versions."""
        keys = [*self._documents]
        drawn = [self._documents[key] for key in keys[:2]]
        if len(keys) > 2 and not compare(drawn[1], drawn[0]):
            return keys[2], keys[1]
        return keys[min(1, len(keys) - 1)], _WORKING

    def _gather(self) -> list[Option]:
        """The working map, then the versions, the latest first; each can be the earlier or the later one."""
        context, words = self._context, self._context.words
        working = read_map(context, self._case_id, None).document
        self._take_in(_WORKING, working, working)
        options = [Option(_WORKING, words.tr("The working map"))]
        for version in context.read(versions_of_case, self._case_id):
            drawn = codec.from_text(version.document, NetworkDocument)
            self._take_in(version.id, drawn, context.read(kept_for_paper, version, context.today()))
            options.append(Option(version.id, version_name(version, words)))
        return options

    def _take_in(self, key: str, drawn: NetworkDocument, on_paper: NetworkDocument) -> None:
        """Show a map as it was drawn, and know whom its paper leaves unnamed."""
        self._documents[key] = drawn
        for person, printed in zip(drawn.people, on_paper.people, strict=True):
            if printed.protected:
                self._hidden[person.name] = person.role or self._context.words.tr("protected person")

    def _lay_out(self) -> None:
        words = self._context.words
        drawn = Card()
        drawn.body.addWidget(self.drawing, 1)
        ends = QHBoxLayout()
        ends.addWidget(self._first)
        ends.addStretch(1)
        ends.addWidget(self._second)
        drawn.body.addWidget(self.slider)
        drawn.body.addLayout(ends)
        told = Card()
        told.setFixedWidth(400)
        pair = QVBoxLayout()
        pair.setSpacing(4)
        pair.addWidget(Text(words.tr("From"), "label"))
        pair.addWidget(self.before)
        pair.addWidget(Text(words.tr("To"), "label"))
        pair.addWidget(self.after)
        told.body.addLayout(pair)
        told.body.addSpacing(8)
        told.body.addWidget(self._count)
        told.body.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(drawn, 1)
        row.addWidget(told)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._close)
        foot.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(row, 1)
        column.addLayout(foot)
        for one, other in ((self.before, self.after), (self.after, self.slider), (self.slider, self.list)):
            QWidget.setTabOrder(one, other)
        self.resize(self.sizeHint())

    def _connect(self) -> None:
        for field in (self.before, self.after):
            field.edited.connect(self._show)
        self.slider.valueChanged.connect(self._on_slid)
        self.list.selectionModel().currentChanged.connect(self._on_line)
        self._copy.clicked.connect(self._on_copy)
        self._close.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Shift+C"), self).activated.connect(self._on_copy)

    def _show(self) -> None:
        """Show the two that are chosen, from the earlier one on."""
        words = self._context.words
        then, now = self._documents[self.before.value()], self._documents[self.after.value()]
        self._changes = compare(then, now)
        told = ChangeWords(words, now.child_first_name, now.sectors)
        lines = [
            ListLine(key=str(number), lead=told.name(change.person), text=told.text(change))
            for number, change in enumerate(self._changes)
        ]
        self.list.set_lines(lines)
        count = words.trn("{n} thing became different", "{n} things became different", len(lines))
        self._count.setText(count if lines else words.tr("The two maps say the same"))
        self._first.setText(self._name(self.before))
        self._second.setText(self._name(self.after))
        self.drawing.show_maps(as_named_by(then, now), now, self._told())
        self.slider.setAccessibleName(
            words.tr("From {one} to {other}", one=self._name(self.before), other=self._name(self.after))
        )
        self.slider.setValue(0)
        self._on_slid(0)

    def _name(self, field: ChoiceField) -> str:
        return field.combo.currentText()

    def _on_slid(self, value: int) -> None:
        self.drawing.go_to(value / _WHOLE)

    def _on_line(self, index: QModelIndex) -> None:
        """Show on the drawing whom a line is about, at the end of the way where they are there."""
        if index.isValid() and index.row() < len(self._changes):
            change = self._changes[index.row()]
            self.drawing.highlight(change.person.id)
            if change.then is None:
                self.slider.setValue(_WHOLE)
            elif change.now is None:
                self.slider.setValue(0)

    def _on_copy(self) -> None:
        self._context.log(Act.EXPORT, self._case_id, detail="map-comparison copied")
        QGuiApplication.clipboard().setText(self.as_text())
        self._context.copied.emit()
