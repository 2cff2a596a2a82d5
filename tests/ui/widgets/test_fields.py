"""Fields hold values, keep every keystroke for a draft, and tell edits by the user from those by the program."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.check_list_field import CheckListField
from app.ui.widgets.choice_fields import CheckField, ChoiceField, Option, SegmentedField
from app.ui.widgets.cpr_field import CprField
from app.ui.widgets.date_field import DateField
from app.ui.widgets.field import Field
from app.ui.widgets.form import Form
from app.ui.widgets.moment_field import MomentField
from app.ui.widgets.rows_field import RowsField
from app.ui.widgets.score_field import ScoreField
from app.ui.widgets.short_fields import NumberField, TimeField
from app.ui.widgets.text_fields import LineField, LongTextField, SuggestField
from app.words import Words
from tests.ui.tab_walk import faults_of_tab

pytestmark = pytest.mark.usefixtures("look")

TODAY = date(2026, 11, 22)
OPTIONS = [Option("a", "DUÅ Basic", "1 Prevention"), Option("b", "MST", "2 At home"), Option("c", "FFT", "2 At home")]


def _counted(field: Field) -> list[None]:  # type: ignore[type-arg]  # any kind of field
    edits: list[None] = []
    field.edited.connect(lambda: edits.append(None))
    return edits


def _agreement(form: Form) -> None:
    form.add("what", "What", LineField())
    form.add("when", "When", DateField(Words("en"), TODAY))


def _fields(words: Words) -> list[tuple[Field, object]]:  # type: ignore[type-arg]  # any kind of field
    return [
        (LineField(), "Mormor"),
        (SuggestField(["Mormor"]), "Farfar"),
        (LongTextField(words), "Two\nlines"),
        (ChoiceField(OPTIONS), "b"),
        (SegmentedField(OPTIONS), "c"),
        (CheckField("Heard"), True),
        (DateField(words, TODAY), date(2026, 12, 4)),
        (TimeField(), time(15, 30)),
        (MomentField(words, TODAY), datetime(2026, 11, 22, 14, 30, tzinfo=UTC)),
        (NumberField(), 14),
        (ScoreField(words), 8),
        (RowsField(words, _agreement, "Add"), ({"what": "Rings every day", "when": date(2026, 12, 1)},)),
    ]


def test_a_value_set_is_the_value_read_and_no_edit(qtbot: QtBot, words: Words) -> None:
    for field, value in _fields(words):
        qtbot.addWidget(field)
        edits = _counted(field)

        field.set_value(value)

        assert field.value() == value
        assert edits == []


def test_a_state_survives_json_and_brings_the_value_back(qtbot: QtBot, words: Words) -> None:
    for (field, value), (other, _) in zip(_fields(words), _fields(words), strict=True):
        qtbot.addWidget(field)
        qtbot.addWidget(other)
        field.set_value(value)

        other.restore(json.loads(json.dumps(field.state())))

        assert other.value() == value


def test_a_state_of_another_shape_is_passed_over(qtbot: QtBot, words: Words) -> None:
    for field, value in _fields(words):
        qtbot.addWidget(field)
        field.set_value(value)

        field.restore({"of": "another version"})

        assert field.value() == value


def test_a_date_typed_in_words_is_understood_while_typing(qtbot: QtBot, words: Words) -> None:
    field = DateField(words, TODAY)
    qtbot.addWidget(field)
    edits = _counted(field)

    qtbot.keyClicks(field.edit, "+3m")

    assert field.value() == date(2027, 2, 22)
    assert field.meaning() == "Mon 22 Feb 2027, week 8"
    assert len(edits) == 3
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.edit.text() == "22-02-2027"


def test_a_date_that_cannot_be_read_stays_as_typed_and_says_so(qtbot: QtBot, words: Words) -> None:
    field = DateField(words, TODAY)
    qtbot.addWidget(field)

    qtbot.keyClicks(field.edit, "31/2")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)

    problem = field.unread()
    assert problem is not None
    assert problem.code == "date-impossible"
    assert field.value() is None
    assert field.state() == "31/2"
    assert field.meaning() == ""


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Up, date(2027, 2, 1)),
        (Qt.Key.Key_Down, date(2027, 1, 30)),
        (Qt.Key.Key_PageUp, date(2027, 2, 28)),
        (Qt.Key.Key_PageDown, date(2026, 12, 31)),
    ],
)
def test_arrow_keys_move_a_date(qtbot: QtBot, words: Words, key: Qt.Key, day: date) -> None:
    field = DateField(words, TODAY)
    qtbot.addWidget(field)
    field.set_value(date(2027, 1, 31))

    qtbot.keyClick(field.edit, key)

    assert field.value() == day


def test_the_calendar_opens_by_keyboard_begins_on_monday_and_picks_by_enter(qtbot: QtBot, words: Words) -> None:
    field = DateField(words, TODAY)
    qtbot.addWidget(field)
    field.set_value(date(2026, 12, 4))
    field.show()
    edits = _counted(field)

    qtbot.keyClick(field.edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = field.calendar()
    assert popup.calendar.firstDayOfWeek() is Qt.DayOfWeek.Monday
    view = popup.calendar.focusProxy() or popup.calendar
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Return)

    assert field.value() == date(2026, 12, 5)
    assert len(edits) == 1
    assert not popup.isVisible()


@pytest.mark.parametrize(
    ("typed", "read"),
    [("9", time(9)), ("930", time(9, 30)), ("15.30", time(15, 30)), ("09:05", time(9, 5)), ("kl. 8", time(8))],
)
def test_a_time_is_read_as_people_write_it(qtbot: QtBot, typed: str, read: time) -> None:
    field = TimeField()
    qtbot.addWidget(field)

    qtbot.keyClicks(field.edit, typed)

    assert field.value() == read
    assert field.unread() is None


@pytest.mark.parametrize("typed", ["25.00", "9.75", "noon"])
def test_what_is_no_time_is_a_problem(qtbot: QtBot, typed: str) -> None:
    field = TimeField()
    qtbot.addWidget(field)

    qtbot.keyClicks(field.edit, typed)

    problem = field.unread()
    assert problem is not None
    assert problem.code == "time-unreadable"


def test_a_number_out_of_bounds_is_a_problem_that_names_the_bounds(qtbot: QtBot) -> None:
    field = NumberField(least=1, most=25)
    qtbot.addWidget(field)

    qtbot.keyClicks(field.edit, "26")

    problem = field.unread()
    assert problem is not None
    assert problem.values == {"least": 1, "most": 25}


def test_not_scored_is_not_nought(qtbot: QtBot, words: Words) -> None:
    field = ScoreField(words, last=5)
    qtbot.addWidget(field)
    assert field.value() is None
    assert field.said() == "Not scored"

    qtbot.keyClick(field.scale, Qt.Key.Key_0)
    assert field.value() == 0
    assert field.said() == "0 of 10"

    qtbot.keyClick(field.scale, Qt.Key.Key_Delete)
    assert field.value() is None


def test_a_score_is_typed_moved_and_clicked(qtbot: QtBot, words: Words) -> None:
    field = ScoreField(words, last=5)
    qtbot.addWidget(field)
    field.resize(700, 60)
    field.show()

    qtbot.keyClick(field.scale, Qt.Key.Key_Right)
    assert field.value() == 6
    qtbot.keyClicks(field.scale, "10")
    assert field.value() == 10
    qtbot.keyClick(field.scale, Qt.Key.Key_Right)
    assert field.value() == 10
    qtbot.mouseClick(field.scale, Qt.MouseButton.LeftButton, pos=QPoint(field.scale.width() // 2, 16))
    assert field.value() == 5


def test_a_screen_reader_hears_the_score_and_the_last_one(qtbot: QtBot, words: Words) -> None:
    field = ScoreField(words, last=5)
    qtbot.addWidget(field)

    field.describe("At school every day", "")
    field.set_value(8)

    assert field.scale.accessibleName() == "At school every day"
    assert field.scale.accessibleDescription() == "8 of 10, last time 5"


def test_a_long_text_takes_what_is_pasted_as_plain_text_and_tab_leaves_it(qtbot: QtBot, words: Words) -> None:
    field = LongTextField(words)
    qtbot.addWidget(field)
    pasted = QMimeData()
    pasted.setHtml("<b>bold</b>")
    pasted.setText("bold")

    field.edit.insertFromMimeData(pasted)

    assert field.value() == "bold"
    assert field.edit.tabChangesFocus()


def test_a_long_text_grows_and_says_when_it_is_too_long(qtbot: QtBot, words: Words) -> None:
    field = LongTextField(words, limit=20)
    qtbot.addWidget(field)
    field.resize(400, 200)
    field.show()
    low = field.edit.height()

    field.set_value("a\nb\nc\nd\ne\nf\ng")
    assert field.edit.height() > low
    assert field.unread() is None

    field.set_value("x" * 21)
    problem = field.unread()
    assert problem is not None
    assert problem.code == "too-long"
    assert field.value() == "x" * 21


def test_headings_in_a_list_of_choices_cannot_be_chosen(qtbot: QtBot) -> None:
    field = ChoiceField(OPTIONS, empty="Choose")
    qtbot.addWidget(field)
    chosen = []

    for _ in range(6):
        qtbot.keyClick(field.combo, Qt.Key.Key_Down)
        chosen.append(field.value())

    assert chosen == ["a", "b", "c", "c", "c", "c"]
    assert isinstance(field.combo, QComboBox)


def test_the_wheel_that_scrolls_a_form_changes_no_choice_in_passing_focused_or_not(qtbot: QtBot) -> None:
    field = ChoiceField(OPTIONS)
    qtbot.addWidget(field)
    field.set_value("b")
    edits = _counted(field)
    field.show()
    for focus in (field.combo.setFocus, field.combo.clearFocus):
        focus()
        here, turned = QPointF(5, 5), QPoint(0, -120)
        no = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
        QApplication.sendEvent(field.combo, QWheelEvent(here, here, QPoint(), turned, *no))
        assert (field.value(), edits) == ("b", [])


def test_new_choices_keep_what_was_chosen_where_it_is_still_offered(qtbot: QtBot) -> None:
    field = ChoiceField(OPTIONS)
    qtbot.addWidget(field)
    field.set_value("b")

    field.set_options(OPTIONS[1:])
    assert field.value() == "b"

    field.set_options(OPTIONS[:1])
    assert field.value() == ""


def test_segments_are_named_after_their_group(qtbot: QtBot) -> None:
    field = SegmentedField([Option("up", "Up"), Option("down", "Down")])
    qtbot.addWidget(field)

    field.describe("Direction", "")

    names = {child.accessibleName() for child in field.findChildren(QWidget)}
    assert {"Direction: Up", "Direction: Down"} <= names


def test_a_known_cpr_number_is_covered_until_it_is_revealed(qtbot: QtBot, words: Words) -> None:
    log: list[str] = []
    field = CprField(words, lambda: log.append("shown"))
    qtbot.addWidget(field)

    field.set_value("0101151234")
    assert field.edit.text() == "010115-••••"
    assert field.state() is None
    assert field.value() == "0101151234"
    qtbot.keyClicks(field.edit, "9")
    assert field.value() == "0101151234"

    field.toggle()
    assert log == ["shown"]
    assert field.edit.text() == "010115-1234"
    field.toggle()
    assert field.edit.text() == "010115-••••"
    assert log == ["shown"]


def test_rows_are_added_typed_and_removed_and_blank_ones_are_none(qtbot: QtBot, words: Words) -> None:
    field = RowsField(words, _agreement, "Add an agreement")
    qtbot.addWidget(field)
    edits = _counted(field)

    field.add_row()
    field.add_row()
    assert field.value() == ()
    first = field.forms()[0].field("what")
    assert isinstance(first, LineField)
    qtbot.keyClicks(first.edit, "Rings")
    assert field.value() == ({"what": "Rings", "when": None},)

    field.remove_row(0)
    assert field.value() == ()
    assert len(field.forms()) == 1
    assert edits


def test_a_row_is_added_and_typed_into_by_keyboard_alone_and_enter_saves_the_whole_form(
    qtbot: QtBot, words: Words
) -> None:
    form = Form(words)
    field = form.add("agreed", "Agreed", RowsField(words, _agreement, "Add an agreement"))
    qtbot.addWidget(form)
    form.show()

    qtbot.keyClick(field.control(), Qt.Key.Key_Return)
    what = field.forms()[0].field("what")
    assert isinstance(what, LineField)
    assert form.focusWidget() is what.edit
    for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
        with qtbot.waitSignal(form.submitted, timeout=100):
            qtbot.keyClick(what.edit, Qt.Key.Key_Return, modifier)


def test_a_date_in_a_row_that_cannot_be_read_is_not_lost(qtbot: QtBot, words: Words) -> None:
    field = RowsField(words, _agreement, "Add")
    qtbot.addWidget(field)
    field.restore([{"what": "", "when": "soonish"}])

    problem = field.unread()

    assert problem is not None
    assert problem.code == "date-unreadable"
    assert len(field.value()) == 1


def _one_line(row: Form) -> None:
    row.add("what", "What", LineField())


def test_tab_goes_through_rows_and_ticks_that_came_late_where_they_stand(qtbot: QtBot, words: Words) -> None:
    form = Form(words)
    form.add("before", "Before", LineField())
    rows = form.add("rows", "Rows", RowsField(words, _one_line, "Another"))
    ticks = form.add("ticks", "Ticks", CheckListField())
    form.add("after", "After", LineField())
    qtbot.addWidget(form)
    form.show()
    ticks.set_options([Option("a", "A"), Option("b", "B")])
    rows.add_row()
    rows.add_row()
    form.focus_first()
    QApplication.processEvents()  # what is new is shown
    assert faults_of_tab(form) == []
    told = []
    for _ in range(9):
        there = form.window().focusWidget()
        told.append(there.accessibleName() or cast(QAbstractButton, there).text())
        QTest.keyClick(there, Qt.Key.Key_Tab)
    lines = ["What", "Remove this row"] * 2
    assert told == ["Before", *lines, "Another", "Ticks: A", "Ticks: B", "After"]
