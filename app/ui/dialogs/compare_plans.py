"""Two versions of a plan side by side, with what changed between them marked."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app import labels
from app.core import codec
from app.core.plan_comparison import PlanComparison, compared
from app.core.records.documents import PlanDocument
from app.services.documents import plan_document
from app.services.plans import versions_of_case
from app.services.store import Act
from app.ui.context import Context
from app.ui.widgets.button import Button
from app.ui.widgets.choice_fields import CheckField, ChoiceField, Option, SegmentedField
from app.ui.widgets.comparison_view import ComparisonView
from app.ui.widgets.reading_text import ReadingText
from app.ui.widgets.surfaces import Card
from app.ui.widgets.text import OneLine, Text

_DRAFT = "draft"
_BESIDE, _TEXT = "beside", "text"


class ComparePlans(QDialog):
    """The latest version beside the draft to begin with. F8 leads to the next change, Shift+F8 to the one before."""

    def __init__(self, context: Context, case_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = context.words
        self._context, self._case_id = context, case_id
        self.setWindowTitle(words.tr("Compare versions"))
        self._documents = self._gathered()
        options = [Option(key, labels.plan_version_name(words, one)) for key, one in self._documents.items()]
        self.before, self.after = ChoiceField(options), ChoiceField(options)
        self.before.describe(words.tr("The version at the left"), "")
        self.after.describe(words.tr("The version at the right"), "")
        self.only_changes = CheckField(words.tr("Only what changed"))
        self.shape = SegmentedField([Option(_BESIDE, words.tr("Side by side")), Option(_TEXT, words.tr("As text"))])
        self.shape.describe(words.tr("How it is shown"), "")
        self.view = ComparisonView(words.tr("Both versions side by side"))
        self.text = ReadingText(words.tr("Both versions as text"))
        self._standing = Text(look="small")
        self._earlier = Button(words.tr("Previous change"), icon="chevron-up")
        self._next = Button(words.tr("Next change"), icon="chevron-down")
        self._earlier.setToolTip(words.tr("To the change before (Shift+F8)"))
        self._next.setToolTip(words.tr("To the next change (F8)"))
        self._copy = Button(words.tr("Copy as text"), icon="copy")
        self._close = Button(words.tr("Close"), "quiet")
        self._lay_out()
        self._connect()
        self._begin()

    def sizeHint(self) -> QSize:
        """Nearly the whole screen: two columns of text are read here."""
        room = self.screen().availableGeometry()
        return QSize(min(1240, room.width() - 60), min(860, room.height() - 60))

    def _gathered(self) -> dict[str, PlanDocument]:
        """The draft, then the versions, the latest first, by what they are chosen by."""
        context = self._context
        found = {_DRAFT: context.read(plan_document, self._case_id, context.catalogue, context.today())}
        for version in context.read(versions_of_case, self._case_id):
            found[version.id] = codec.from_text(version.document, PlanDocument)
        return found

    def _begin(self) -> None:
        """What is new in the draft since the latest version; where that is nothing, what the latest version brought."""
        keys = [*self._documents]
        latest = keys[min(1, len(keys) - 1)]
        pair = (latest, _DRAFT)
        if len(keys) > 2 and self._compared(*pair).is_same:
            pair = (keys[2], latest)
        self.before.set_value(pair[0])
        self.after.set_value(pair[1])
        self.shape.set_value(_BESIDE)
        self._show()
        self.view.setFocus()

    def _compared(self, before: str, after: str) -> PlanComparison:
        return compared(self._documents[before], self._documents[after])

    def _lay_out(self) -> None:
        words = self._context.words
        head = QHBoxLayout()
        head.setSpacing(8)
        child = self._context.status(self._case_id).file.child.name
        head.addWidget(Text(words.tr("Compare versions"), "heading"), 0, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(OneLine(child, "quiet"), 1, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self.shape)
        # The two choices stand over their columns: the left part is as wide as that of the names below.
        over = QHBoxLayout()
        over.setContentsMargins(0, 0, 0, 0)
        over.setSpacing(12)
        over.addWidget(self.only_changes, 24, Qt.AlignmentFlag.AlignVCenter)
        over.addWidget(self.before, 38)
        over.addWidget(self.after, 38)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.text)
        card = Card()
        card.body.addLayout(over)
        card.body.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for widget in (self._earlier, self._next, self._standing):
            foot.addWidget(widget)
        foot.addStretch(1)
        foot.addWidget(self._close)
        foot.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(card, 1)
        column.addLayout(foot)
        self.resize(self.sizeHint())

    def _connect(self) -> None:
        for field in (self.before, self.after, self.only_changes):
            field.edited.connect(self._show)
        self.shape.edited.connect(self._on_shape)
        self.view.stepped.connect(self._say_where)
        self._earlier.clicked.connect(self._on_earlier)
        self._next.clicked.connect(self._on_next)
        self._copy.clicked.connect(self._on_copy)
        self._close.clicked.connect(self.reject)
        QShortcut(QKeySequence("F8"), self).activated.connect(self._on_next)
        QShortcut(QKeySequence("Shift+F8"), self).activated.connect(self._on_earlier)
        QShortcut(QKeySequence("Ctrl+Shift+C"), self).activated.connect(self._on_copy)

    # Slots

    def _show(self) -> None:
        words, only = self._context.words, self.only_changes.value()
        comparison = self._compared(self.before.value(), self.after.value())
        lines = labels.compared_lines(words, comparison, only_changes=only)
        self.view.set_lines(lines)
        self.text.set_text(labels.comparison_text(words, comparison, lines))
        self._say_where()

    def _say_where(self) -> None:
        words, count, at = self._context.words, self.view.changes, self.view.at
        if not count:
            self._standing.setText(words.tr("Both say the same."))
        elif at:
            self._standing.setText(words.tr("Change {number} of {count}", number=at, count=count))
        else:
            self._standing.setText(words.trn("{n} change", "{n} changes", count))
        can_step = bool(count) and self.shape.value() != _TEXT
        self._earlier.setEnabled(can_step)
        self._next.setEnabled(can_step)

    def _on_shape(self) -> None:
        self._stack.setCurrentIndex(1 if self.shape.value() == _TEXT else 0)
        self._say_where()

    def _on_next(self) -> None:
        self.view.step(1)

    def _on_earlier(self) -> None:
        self.view.step(-1)

    def _on_copy(self) -> None:
        self._context.log(Act.EXPORT, self._case_id, detail="plan-comparison copied")
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._standing.setText(self._context.words.tr("Copied"))
