"""Labels show what was typed, and a line that gives way is still whole somewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.surfaces import Card
from app.ui.widgets.text import OneLine, Text

pytestmark = pytest.mark.usefixtures("look")

LONG = "flyttet ned: institution til plejefamilie <b>4. juni 2026</b>"


def beside_a_title(qtbot: QtBot, line: OneLine, width: int) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    row.addWidget(Text("Vejen på indsatstrappen", "heading"))
    row.addWidget(line, 1)
    window.resize(width, 60)
    window.show()
    return window


def test_a_line_that_fits_needs_no_tooltip(qtbot: QtBot) -> None:
    line = OneLine(LONG)
    window = beside_a_title(qtbot, line, 1200)
    assert window.isVisible()
    assert line.toolTip() == ""


def test_a_line_that_is_cut_is_whole_on_hover_and_to_screen_readers(qtbot: QtBot) -> None:
    line = OneLine(LONG)
    window = beside_a_title(qtbot, line, 360)
    assert "&lt;b&gt;4. juni 2026&lt;/b&gt;" in line.toolTip()
    assert line.text() == LONG

    window.resize(1200, 60)
    qtbot.waitUntil(lambda: line.toolTip() == "")


def test_a_line_that_is_cut_is_drawn_as_a_label_that_ends_in_dots(qtbot: QtBot) -> None:
    line = OneLine(LONG, "small")
    window = beside_a_title(qtbot, line, 420)
    label = Text(line.fontMetrics().elidedText(LONG, Qt.TextElideMode.ElideRight, line.width()), "small", parent=window)
    assert label.text().endswith("…")
    label.setGeometry(line.geometry())
    drawn = line.grab().toImage()
    line.hide()
    label.show()
    assert drawn == label.grab().toImage()


def test_the_subtitle_of_a_card_never_widens_it(qtbot: QtBot) -> None:
    card = Card("The way on the ladder", "short")
    qtbot.addWidget(card)
    narrow = card.minimumSizeHint().width()
    card.set_subtitle(LONG * 5)
    assert card.minimumSizeHint().width() <= narrow + 20


def test_an_arabic_name_stands_at_the_left_where_names_stand(qtbot: QtBot) -> None:
    name = Text("زينب عبد الله", "title", wrap=True)
    qtbot.addWidget(name)
    name.resize(600, 40)
    picture = name.grab().toImage()
    ground = picture.pixelColor(599, 0)
    inked = [x for x in range(600) if any(picture.pixelColor(x, y) != ground for y in range(picture.height()))]
    assert len(inked) > 0
    assert max(inked) < 300
