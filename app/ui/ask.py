"""Every message box and file dialog of the program, in one place, so that tests can answer in their stead."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QWidget

from app.ui import icons
from app.ui.theme import theme_of
from app.ui.widgets.text import set_property
from app.words import Words

_WIDTH = 400


class Ask:
    """Asks the user in a box of its own. Texts are plain; the buttons say what they do, never "Yes" or "No"."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def confirm(self, parent: QWidget | None, title: str, text: str, do_it: str, *, grave: bool = False) -> bool:
        """Whether the user wants it. `do_it` is the button's verb; a grave act is not what Enter does."""
        return self.choose(parent, title, text, (do_it,), grave=grave) == 0

    def choose(
        self, parent: QWidget | None, title: str, text: str, choices: Sequence[str], *, grave: bool = False
    ) -> int | None:
        """The number of the choice taken, None for Cancel. The first is what Enter does, unless the act is grave."""
        box = (
            _box(parent, "triangle-alert", "soon", title, text)
            if grave
            else _box(parent, "info", "accent", title, text)
        )
        buttons = [box.addButton(choice, QMessageBox.ButtonRole.AcceptRole) for choice in choices]
        cancel = box.addButton(self._words.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        for button in buttons:
            set_property(button, "look", "danger" if grave else "plain")
        if not grave:
            set_property(buttons[0], "look", "main")
        box.setDefaultButton(cancel if grave else buttons[0])
        box.setEscapeButton(cancel)
        box.exec()
        pressed = box.clickedButton()
        return buttons.index(pressed) if pressed in buttons else None

    def notice(self, parent: QWidget | None, title: str, text: str, details: str = "") -> None:
        """Tell the user something that must be seen; `details` can be unfolded and copied."""
        box = _box(parent, "info", "accent", title, text)
        box.setDetailedText(details)
        seen = box.addButton(self._words.tr("OK"), QMessageBox.ButtonRole.AcceptRole)
        set_property(seen, "look", "main")
        box.setDefaultButton(seen)
        box.setEscapeButton(seen)
        box.exec()

    def save_path(self, parent: QWidget | None, title: str, suggested: Path, kinds: str) -> Path | None:
        """Where to save; `kinds` is as Qt writes it: "PDF (*.pdf)". An existing file is asked about by the dialog."""
        dialog = QFileDialog(parent, title, str(suggested.parent), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suggested.suffix.removeprefix("."))
        dialog.selectFile(suggested.name)
        return Path(dialog.selectedFiles()[0]) if dialog.exec() else None

    def open_path(self, parent: QWidget | None, title: str, folder: Path, kinds: str) -> Path | None:
        """Which file to open."""
        name, _kind = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
        return Path(name) if name else None

    def folder(self, parent: QWidget | None, title: str, start: Path) -> Path | None:
        """Which folder to use."""
        name = QFileDialog.getExistingDirectory(parent, title, str(start))
        return Path(name) if name else None


def usual_folder() -> Path:
    """Where files usually go: what a file dialog begins with."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()


def _box(parent: QWidget | None, icon: str, colour: str, title: str, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setIconPixmap(icons.pixmap(icon, theme_of(box).colour(colour), 28, box.devicePixelRatioF()))
    box.setWindowTitle(title)
    box.setText(title)
    box.setInformativeText(text)
    for label in box.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)
        if label.text() == title:
            label.setProperty("look", "heading")
        elif label.text() == text:
            label.setMinimumWidth(_WIDTH)
    return box
