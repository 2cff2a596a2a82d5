"""Which key does what in the drawing of a network map, and the small sheet that says so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from app.core.network_layout import Point
from app.core.records.network import RelationQuality
from app.labels import choice
from app.ui.widgets.button import IconButton
from app.ui.widgets.text import Text
from app.words import Words

ARROWS = {
    Qt.Key.Key_Left: Point(-1, 0),
    Qt.Key.Key_Right: Point(1, 0),
    Qt.Key.Key_Up: Point(0, -1),
    Qt.Key.Key_Down: Point(0, 1),
}


class LetterKeys:
    """The letters for the five qualities, for the support and for a new line, as the language has them."""

    def __init__(self, words: Words) -> None:
        letters = words.trp("letters: strong, ordinary, weak, strained, broken, support, line", "SOWTBUL")
        self._qualities = dict(zip(letters[:5], RelationQuality, strict=True))
        self.support, self.line = letters[5], letters[6]

    def quality(self, typed: str) -> RelationQuality | None:
        """The quality a letter, or a digit from 1 to 5, stands for."""
        if typed.isdigit() and 1 <= int(typed) <= len(RelationQuality):
            return list(RelationQuality)[int(typed) - 1]
        return self._qualities.get(typed.upper())

    def letter(self, quality: RelationQuality) -> str:
        """The letter of a quality."""
        return next(letter for letter, own in self._qualities.items() if own is quality)


def key_lines(words: Words, letters: LetterKeys) -> Sequence[tuple[str, str]]:
    """Every key with what it does, in the order of use."""
    qualities = " ".join(letters.letter(quality) for quality in RelationQuality)
    names = ", ".join(choice(words, quality).lower() for quality in RelationQuality)
    return (
        (words.tr("Arrow keys"), words.tr("go from person to person")),
        (words.tr("Page Up, Page Down"), words.tr("the one before, the next in the list")),
        (words.tr("Letters"), words.tr("with nobody chosen: type a new person")),
        (words.trp("key", "Insert"), words.tr("a new person beside the one chosen")),
        (words.tr("Ctrl + arrow key"), words.tr("move the one chosen that way")),
        (words.tr("Alt + arrow key"), words.tr("↑ ↓ closer, further away; ← → to the group beside")),
        (words.tr("Enter, F2"), words.tr("edit")),
        (words.tr("Delete"), words.tr("take off the map, or take the line away")),
        (letters.line, words.tr("draw a line: arrow keys, then Enter")),
        (qualities, names),
        (letters.support, words.tr("which way support goes")),
        (words.tr("Shift + drag, Shift + Page Down"), words.tr("choose several")),
        (words.tr("Ctrl + A"), words.tr("choose all")),
        (words.tr("Ctrl + plus, minus, 0"), words.tr("nearer, from further off, the whole map")),
        (words.tr("Drag the background"), words.tr("look at what lies beside; with the space bar anywhere")),
        (words.tr("Ctrl + Z"), words.tr("undo")),
        ("?", words.tr("this sheet")),
    )


class KeySheet(QFrame):
    """Lies over the middle of the map, and beyond it where that is small, until Esc, the cross or a click closes it."""

    left = Signal()

    def __init__(self, words: Words, letters: LetterKeys, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("look", "float")
        self.setAccessibleName(words.tr("Keys of the map"))
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 10, 14, 12)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(2)
        grid.addWidget(Text(words.tr("Keys of the map"), "strong"), 0, 0, 1, 2)
        self.close_button = IconButton("x", words.tr("Close"))
        self.close_button.clicked.connect(self.hide)
        grid.addWidget(self.close_button, 0, 2, Qt.AlignmentFlag.AlignRight)
        lines = key_lines(words, letters)
        for number, (keys, does) in enumerate(lines, 1):
            grid.addWidget(Text(keys, "label"), number, 0)
            grid.addWidget(Text(does, "quiet"), number, 1, 1, 2)
        self.setAccessibleDescription("; ".join(f"{keys}: {does}" for keys, does in lines))
        self.hide()

    def open(self) -> None:
        """Show in the middle of the map, wholly on the screen."""
        below = self.parentWidget()
        self.adjustSize()
        if below is not None:
            whole, room = self.frameGeometry(), self.screen().availableGeometry()
            whole.moveCenter(below.mapToGlobal(below.rect().center()))
            across = max(room.left(), min(whole.left(), room.right() - whole.width()))
            self.move(across, max(room.top(), min(whole.top(), room.bottom() - whole.height())))
        self.show()
        self.raise_()
        self.close_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Go back to the map."""
        super().hideEvent(event)
        self.left.emit()
