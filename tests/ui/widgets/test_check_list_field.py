"""A long text beside a box is cut at a word, and is whole on hover and to screen readers."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from app.ui.widgets.check_list_field import CheckListField
from app.ui.widgets.choice_fields import Option


def test_a_text_stands_on_several_lines_and_ends_with_a_whole_word(qtbot: QtBot) -> None:
    field = CheckListField()
    qtbot.addWidget(field)
    long = "Alma & Bo skolegang " * 40
    field.set_options([Option("short", "Far & mor"), Option("long", long)])
    field.describe("Mål", "")
    short_box, long_box = field.findChildren(QCheckBox)
    assert (short_box.text(), short_box.toolTip()) == ("Far && mor", "")
    assert short_box.accessibleName() == "Mål: Far & mor"
    *lines, last = long_box.text().split("\n")
    assert len(lines) == 2
    assert set(last.split()[:-1]) <= {"Alma", "&&", "Bo", "skolegang"}
    assert last.endswith(" …")
    assert long_box.accessibleName() == f"Mål: {long}"
    assert long_box.toolTip().count("skolegang") == 40
