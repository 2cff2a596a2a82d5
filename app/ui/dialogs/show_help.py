"""F1: a short help for the page that is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QShowEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextListFormat,
)
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from app import paths
from app.ui.widgets.button import Button
from app.words import Words

GENERAL = "general"
LICENCES = "licences"

_ABOVE = 12  # pixels of air above a heading that is gone to


class HelpDialog(QDialog):
    """Shows resources/help/<language>/<page>.md and after it what holds everywhere; begins at `heading` if given."""

    def __init__(self, words: Words, page: str, parent: QWidget | None = None, *, heading: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.tr("Help"))
        self.resize(620, 560)
        text = QTextBrowser()
        text.setOpenLinks(False)
        text.setAccessibleName(words.tr("Help"))
        text.document().setDocumentMargin(16)
        text.setMarkdown(help_text(words.language, page))
        _set_type(text.document())
        self._text, self._heading = text, heading
        close = Button(words.tr("Close"), "main")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(16)
        column.addWidget(text, 1)
        column.addLayout(foot)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the heading asked for: where it lies is known once there is a width to lay the text out in."""
        super().showEvent(event)
        block = _headed(self._text.document(), self._heading)
        if block is not None:
            self._text.setTextCursor(QTextCursor(block))
            top = self._text.document().documentLayout().blockBoundingRect(block).top()
            self._text.verticalScrollBar().setValue(int(top) - _ABOVE)


def _headed(document: QTextDocument, heading: str) -> QTextBlock | None:
    """The heading of this text, if there is one."""
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel() and block.text() == heading:
            return block
        block = block.next()
    return None


def help_text(language: str, page: str) -> str:
    """The help of a page as Markdown, with what holds everywhere after it."""
    folder = paths.resources() / "help" / language
    names = (page,) if page == LICENCES else (page, GENERAL)
    return "\n\n".join((folder / f"{name}.md").read_text(encoding="utf-8") for name in names)


def _set_type(document: QTextDocument) -> None:
    """Give headings, paragraphs and lines of a list the sizes and the air of the program: Markdown has none."""
    block, first = document.begin(), True
    while block.isValid():
        cursor, level = QTextCursor(block), block.blockFormat().headingLevel()
        air = QTextBlockFormat()
        air.setTopMargin(0 if first else 20 if level else 2)
        air.setBottomMargin(8)
        cursor.mergeBlockFormat(air)  # before anything is chosen: what is chosen reaches into the block before
        if level:
            letters = QTextCharFormat()
            letters.setProperty(QTextFormat.Property.FontPixelSize, 20 if level == 1 else 16)
            letters.clearProperty(QTextFormat.Property.FontSizeAdjustment)
            letters.setFontWeight(QFont.Weight.DemiBold)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.mergeCharFormat(letters)
        if (lines := block.textList()) is not None:
            style = lines.format()
            style.setStyle(QTextListFormat.Style.ListDisc)
            lines.setFormat(style)
        block, first = block.next(), False
