"""Tables and lists are walked by keyboard, say their column to screen readers, and keep their place."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from app.ui.look import Look
from app.ui.remembered_columns import remember_columns
from app.ui.settings import SettingsFile
from app.ui.widgets.list_line import ListLine
from app.ui.widgets.list_rows import ListRows
from app.ui.widgets.surfaces import EmptyState
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_model import Column
from app.words import Words

pytestmark = pytest.mark.usefixtures("look")


@dataclass(frozen=True)
class Child:
    name: str
    age: int | None


CHILDREN = (Child("Åse", 9), Child("Zoe", 11), Child("Ælle", None), Child("Emil", 5))


@pytest.fixture
def table(qtbot: QtBot, words: Words) -> DataTable[Child]:
    columns = [
        Column[Child](key="name", title="Child", text=lambda c: c.name),
        Column[Child](key="age", title="Age", text=lambda c: str(c.age or "–"), sort=lambda c: c.age, right=True),
    ]
    table = DataTable(words, "Cases", columns, key=lambda c: c.name, empty=EmptyState("No cases yet", "", "New case"))
    qtbot.addWidget(table)
    table.set_rows(CHILDREN)
    table.resize(600, 300)
    table.show()
    return table


def _names(table: DataTable[Child]) -> list[str]:
    return [child.name for child in table.rows()]


def test_names_sort_as_danish_does(table: DataTable[Child]) -> None:
    table.sort_by("name")

    assert _names(table) == ["Emil", "Zoe", "Ælle", "Åse"]


def test_numbers_sort_as_numbers_with_the_unknown_last(table: DataTable[Child]) -> None:
    table.sort_by("age")

    assert _names(table) == ["Emil", "Åse", "Zoe", "Ælle"]


def test_enter_opens_the_row_shown_and_not_the_row_stored(qtbot: QtBot, table: DataTable[Child]) -> None:
    table.sort_by("age")
    assert table.select("Åse")

    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table.view, Qt.Key.Key_Return)

    assert opened.args == [CHILDREN[0]]


def test_the_selected_row_stays_selected_through_a_refresh(table: DataTable[Child]) -> None:
    table.select("Zoe")

    table.set_rows((Child("Anna", 3), *CHILDREN))

    assert table.current() == Child("Zoe", 11)


def test_the_row_that_has_the_cursor_is_marked_and_what_is_late_stays_red_on_it(
    qtbot: QtBot, words: Words, look: Look
) -> None:
    column = Column[Child](key="name", title="Child", text=lambda c: c.name, tone=lambda _: "over")
    table = DataTable(words, "Cases", [column], key=lambda c: c.name)
    qtbot.addWidget(table)
    table.set_rows(CHILDREN)
    table.resize(400, 300)
    table.show()
    table.activateWindow()
    table.view.setFocus()
    qtbot.waitUntil(lambda: bool(table.view.selectionModel().selectedRows()))

    picture = table.view.viewport().grab(table.view.visualRect(table.view.currentIndex())).toImage()
    painted = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert {look.theme.colour("over").name(), look.theme.colour("accent_soft").name()} <= painted


def test_a_search_folds_danish_letters_and_a_filter_joins_it(table: DataTable[Child]) -> None:
    table.search("ase")
    assert _names(table) == ["Åse"]

    table.search("")
    table.show_only(lambda child: child.age is not None and child.age > 8)
    assert sorted(_names(table)) == ["Zoe", "Åse"]


def test_an_empty_table_says_what_belongs_there(qtbot: QtBot, table: DataTable[Child]) -> None:
    table.set_rows(())
    assert "No cases yet" in _visible_words(table)

    table.set_rows(CHILDREN)
    table.search("nobody")
    assert "Nothing matches the search or the filter" in _visible_words(table)


def _visible_words(table: DataTable[Child]) -> list[str]:
    return [label.text() for label in table.findChildren(QLabel) if label.isVisible()]


def test_a_screen_reader_hears_the_column_with_the_cell(table: DataTable[Child]) -> None:
    index = table.model.index(0, 1)

    assert table.model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "Age: 9"


def test_nothing_can_be_typed_into_a_table_and_tab_leaves_it(table: DataTable[Child]) -> None:
    assert table.view.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers
    assert not table.view.tabKeyNavigation()


def test_widths_and_order_are_remembered(qtbot: QtBot, words: Words, table: DataTable[Child]) -> None:
    table.view.setColumnWidth(0, 222)
    table.sort_by("age", descending=True)
    kept = json.loads(json.dumps(table.state()))
    other = DataTable(words, "Cases", table.model.columns, key=lambda c: c.name)
    qtbot.addWidget(other)
    other.set_rows(CHILDREN)

    other.restore(kept)

    assert other.view.columnWidth(0) == 222
    assert _names(other) == _names(table)
    other.restore({"widths": {"gone": "wide"}, "sort": "gone"})
    assert other.view.columnWidth(0) == 222


LINES = (
    ListLine(key="1", lead="Mikkel H.", second="Every 6 weeks", status="4 days over", aside="18 Nov", tone="over"),
    ListLine(key="2", lead="Ida P.", text="the goal was not scored for 97 days and nobody has said why " * 2),
)


@pytest.fixture
def rows(qtbot: QtBot) -> ListRows:
    rows = ListRows("Next follow-ups")
    qtbot.addWidget(rows)
    rows.set_lines(LINES)
    rows.resize(400, 300)
    rows.show()
    return rows


def test_a_line_opens_by_enter_and_by_a_click(qtbot: QtBot, rows: ListRows) -> None:
    opened: list[str] = []
    rows.opened.connect(opened.append)
    rows.setCurrentIndex(rows.model().index(0, 0))

    qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    place = rows.visualRect(rows.model().index(0, 0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert opened == ["2", "1"]


def test_a_line_is_heard_as_a_sentence(rows: ListRows) -> None:
    heard = rows.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert heard == "Mikkel H., Every 6 weeks, 4 days over, 18 Nov"


def test_a_long_line_wraps_instead_of_being_cut(rows: ListRows) -> None:
    wide = rows.sizeHintForRow(1)
    rows.resize(240, 300)

    assert rows.sizeHintForRow(1) > wide
    assert rows.sizeHint().height() >= sum(rows.sizeHintForRow(row) for row in range(2))


def test_the_current_line_stays_current_through_a_refresh(rows: ListRows) -> None:
    rows.setCurrentIndex(rows.model().index(1, 0))

    rows.set_lines(LINES[::-1])

    assert rows.current_key() == "2"
    assert rows.currentIndex().row() == 0


def test_what_is_told_on_hover_is_never_read_as_markup(qtbot: QtBot) -> None:
    columns = [Column[str](key="name", title="Name", text=str, tip=str)]
    table: DataTable[str] = DataTable(Words("en"), "Names", columns, key=str)
    qtbot.addWidget(table)
    table.set_rows(["<b>Bo</b>"])
    assert table.model.data(table.model.index(0, 0), Qt.ItemDataRole.ToolTipRole) == "<div>&lt;b&gt;Bo&lt;/b&gt;</div>"


def test_columns_fit_the_table_and_the_longest_gives_way_first(qtbot: QtBot, words: Words) -> None:
    columns = (
        Column[str](key="kind", title="Kind", text=lambda _: "Note"),
        Column[str](key="text", title="Text", text=lambda text: text),
        Column[str](key="day", title="Day", text=lambda _: "23-11-2026"),
    )
    table = DataTable(words, "Notes", columns, key=lambda text: text)
    qtbot.addWidget(table)
    table.resize(420, 300)
    table.show()

    table.set_rows(("a long note " * 40,))

    widths = [table.view.columnWidth(number) for number in range(3)]
    assert sum(widths) <= table.view.viewport().width()
    assert table.view.horizontalScrollBar().maximum() == 0
    assert widths[1] == max(widths)
    assert widths[2] > table.view.fontMetrics().horizontalAdvance("23-11-2026")


def test_a_column_somebody_dragged_keeps_its_width(table: DataTable[Child]) -> None:
    table.view.setColumnWidth(0, 222)

    table.resize(900, 300)
    table.set_rows(CHILDREN[:1])

    assert table.view.columnWidth(0) == 222


def test_a_firm_column_is_cut_after_one_that_only_tells_more(qtbot: QtBot, words: Words) -> None:
    columns = (
        Column[str](key="name", title="Measure", text=lambda _: "Incredible Years Toddler", firm=True),
        Column[str](key="note", title="Note", text=lambda note: note),
    )
    table = DataTable(words, "Measures", columns, key=lambda note: note)
    qtbot.addWidget(table)
    table.resize(360, 300)
    table.show()

    table.set_rows(("No agreed next step, no plan, no map, no talk",))

    assert table.view.columnWidth(0) > table.view.fontMetrics().horizontalAdvance("Incredible Years Toddler")
    assert table.view.horizontalScrollBar().maximum() == 0


def test_columns_stand_again_as_they_were_left(
    qtbot: QtBot, words: Words, table: DataTable[Child], tmp_path: Path
) -> None:
    settings = SettingsFile(tmp_path / "settings.json")
    remember_columns(table, settings, "children")
    table.view.setColumnWidth(0, 222)
    table.sort_by("age", descending=True)
    settings.keep()

    again = DataTable(words, "Cases", table.model.columns, key=lambda c: c.name)
    qtbot.addWidget(again)
    remember_columns(again, SettingsFile(tmp_path / "settings.json"), "children")

    assert again.view.columnWidth(0) == 222
    assert (again.state()["sort"], again.state()["descending"]) == ("age", True)


def test_a_cell_that_is_cut_is_whole_on_hover(qtbot: QtBot, words: Words) -> None:
    columns = (Column[str](key="text", title="Text", text=str), Column[str](key="end", title="End", text=lambda _: ""))
    table = DataTable(words, "Notes", columns, key=str)
    qtbot.addWidget(table)
    table.resize(300, 200)
    table.show()
    table.set_rows(("short", "<b>Mor</b> ringede, og weekenden gik godt til søndag eftermiddag"))
    table.view.setColumnWidth(0, 150)

    assert _hovered(table, 0) == ""
    assert _hovered(table, 1).startswith("<div>&lt;b&gt;Mor&lt;/b&gt; ringede")
    QToolTip.hideText()


def _hovered(table: DataTable[str], row: int) -> str:
    QToolTip.hideText()
    viewport = table.view.viewport()
    at = table.view.visualRect(table.proxy.index(row, 0)).center()
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, at, viewport.mapToGlobal(at)))
    return QToolTip.text()
