"""Qt's own dialogs speak Danish throughout: what its translation lacks is supplied."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.ui.qt_words import _LACKING, QtWords
from app.words import Words

ENGLISH = re.compile(
    r"\b(look|files?|of|type|page|set|sided|binding|off|order|per|sheet|name|folder|open|save)\b", re.I
)


@pytest.fixture
def danish(qapp: QApplication) -> Iterator[QTranslator]:
    """As the program installs them. "Type" is Danish too."""
    supplement, own = QtWords(Words("da")), QTranslator()
    assert own.load("qtbase_da", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    qapp.installTranslator(supplement)
    qapp.installTranslator(own)
    yield own
    qapp.removeTranslator(own)
    qapp.removeTranslator(supplement)


def texts(widget: QWidget) -> list[str]:
    labels = [found.text() for found in widget.findChildren(QLabel)]
    return [text for text in (*labels, *(found.text() for found in widget.findChildren(QAbstractButton))) if text]


@pytest.mark.parametrize("mode", [QFileDialog.AcceptMode.AcceptOpen, QFileDialog.AcceptMode.AcceptSave])
def test_the_file_dialog_has_no_english_left(qtbot: QtBot, danish: QTranslator, mode: QFileDialog.AcceptMode) -> None:
    dialog = QFileDialog(None, "Gem", "", "PDF (*.pdf)")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(mode)
    qtbot.addWidget(dialog)
    said = texts(dialog)
    assert "Filer af &type:" in said
    assert [text for text in said if ENGLISH.search(text.replace("&", ""))] == ["Filer af &type:"]


def test_the_print_dialog_has_no_english_left(qtbot: QtBot, danish: QTranslator) -> None:
    printer = QPrinter()
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)
    said = texts(dialog)
    assert "Vend på den lange side" in said
    assert [text for text in said if ENGLISH.search(text.replace("&", ""))] == ["Type:"]


def test_nothing_is_supplied_that_qt_says_itself(danish: QTranslator) -> None:
    assert [(c, s) for c, sources in _LACKING.items() for s in sources if danish.translate(c, s)] == []


def test_what_neither_knows_stands_as_it_is(danish: QTranslator) -> None:
    assert QCoreApplication.translate("QFileDialog", "No such words") == "No such words"
    assert QCoreApplication.translate("QMessageBox", "OK") == "OK"
    assert QCoreApplication.translate("QFileDialog", "&Look in:") == "Kig &i:"
