"""A form says what is wrong where it is wrong, and a dialog never loses what was typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.core.errors import Invalid, Problem, Severity
from app.ui.widgets.date_field import DateField
from app.ui.widgets.drafts import DELAY_MS, Draft, Drafts
from app.ui.widgets.form import Form
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.form_part import FormPart
from app.ui.widgets.people_field import PeopleField
from app.ui.widgets.text_fields import LineField, LongTextField
from app.words import Words

pytestmark = pytest.mark.usefixtures("look")

TODAY = date(2026, 11, 22)
MISSING = Problem("title", "missing")
NO_VIEW = Problem("view", "no-view", Severity.WARNING)
TIP = Problem("title", "tip", Severity.HINT)


def _sentence(problem: Problem) -> str:
    return f"Sentence for {problem.code}."


@pytest.fixture
def form(qtbot: QtBot, words: Words) -> Form:
    form = Form(words)
    form.add("title", "Title", LineField(), help_text="As the family knows it.", required=True)
    form.add("day", "Day", DateField(words, TODAY))
    form.add("view", "The child's view", LongTextField(words))
    qtbot.addWidget(form)
    form.show()
    return form


def _line(form: Form) -> LineField:
    field = form.field("title")
    assert isinstance(field, LineField)
    return field


def test_every_control_has_a_label_a_name_and_its_help(form: Form) -> None:
    labels = {label.text(): label for label in form.findChildren(QLabel)}

    control = form.field("title").control()
    assert labels["Title"].buddy() is control
    assert control.accessibleName() == "Title"
    assert control.accessibleDescription() == "required As the family knows it."


def test_a_problem_stands_at_its_field_in_words_and_is_heard(form: Form) -> None:
    form.show_problems([MISSING, Problem("", "whole")], _sentence)

    assert form.problem_at("title") == "Please mend: Sentence for missing."
    assert form.problem_at("") == "Please mend: Sentence for whole."
    assert form.problem_at("day") == ""
    control = form.field("title").control()
    assert control.accessibleDescription().startswith("Please mend: Sentence for missing.")
    assert control.property("tone") == "error"

    form.clear_problems()
    assert form.problem_at("title") == ""
    assert control.accessibleDescription() == "required As the family knows it."


def test_the_first_error_takes_the_focus_before_any_warning(qtbot: QtBot, form: Form) -> None:
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)

    form.show_problems([Problem("title", "w", Severity.WARNING), Problem("view", "e")], _sentence)

    assert form.field("view").control().hasFocus()


def test_a_problem_of_a_field_that_is_not_there_stands_on_top(form: Form) -> None:
    form.row("day").hide()

    form.show_problems([Problem("day", "late"), Problem("elsewhere", "gone")], _sentence)

    assert form.problem_at("") == "Please mend: Sentence for late.\nSentence for gone."


def test_errors_stop_and_warnings_ask_once(form: Form) -> None:
    assert not form.may_save([MISSING, NO_VIEW], _sentence)
    assert not form.may_save([MISSING, NO_VIEW], _sentence)
    assert not form.may_save([NO_VIEW], _sentence)
    assert form.may_save([NO_VIEW], _sentence)


def test_a_new_warning_asks_again_and_a_hint_never(form: Form) -> None:
    assert form.may_save([TIP], _sentence)
    assert not form.may_save([NO_VIEW], _sentence)
    assert not form.may_save([NO_VIEW, Problem("day", "weekend", Severity.WARNING)], _sentence)


def test_enter_in_a_line_and_ctrl_enter_anywhere_submit(qtbot: QtBot, form: Form) -> None:
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    long = form.field("view")
    assert isinstance(long, LongTextField)
    sent: list[None] = []
    form.submitted.connect(lambda: sent.append(None))

    qtbot.keyClick(_line(form).edit, Qt.Key.Key_Return)
    assert len(sent) == 1

    qtbot.keyClick(long.edit, Qt.Key.Key_Return)
    assert len(sent) == 1
    assert long.edit.toPlainText() == "\n"

    qtbot.keyClick(long.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(sent) == 2


def test_tab_goes_through_the_rows_as_read(qtbot: QtBot, form: Form) -> None:
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.focus_first()
    seen = []
    for _ in range(3):
        focused = form.focusWidget()
        assert isinstance(focused, QWidget)
        seen.append(focused.accessibleName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)

    assert seen == ["Title", "Day", "The child's view"]


def test_only_the_user_makes_a_form_dirty(qtbot: QtBot, form: Form) -> None:
    form.set_values({"title": "Set", "unknown": 1})
    assert not form.is_dirty()
    assert form.values()["title"] == "Set"

    qtbot.keyClicks(_line(form).edit, "!")
    assert form.is_dirty()


def test_what_cannot_be_read_is_a_problem_of_its_row(form: Form) -> None:
    form.restore({"day": "soonish", "title": 7})

    assert [(p.field, p.code) for p in form.unread()] == [("day", "date-unreadable")]


class _Shelf:
    """A place for one draft."""

    def __init__(self) -> None:
        self.kept: list[object] = []
        self.cleared = 0

    def clear(self) -> None:
        self.cleared += 1


class _Dialog(FormDialog):
    """A dialog of two rows that refuses what the test says."""

    def __init__(self, words: Words, drafts: Drafts | None) -> None:
        super().__init__(words, "New note", _sentence, drafts=drafts, later_text="Save and complete later")
        self.line = self.form.add("title", "Title", LineField())
        self.form.add("view", "The child's view", LongTextField(words))
        self.problems: tuple[Problem, ...] = ()
        self.refusal: tuple[Problem, ...] = ()
        self.commits: list[bool] = []
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        return () if later else self.problems

    def commit(self, later: bool) -> None:
        if self.refusal:
            raise Invalid(self.refusal)
        self.commits.append(later)


@pytest.fixture
def shelf() -> _Shelf:
    return _Shelf()


def _opened(qtbot: QtBot, words: Words, shelf: _Shelf, found: Draft | None = None) -> _Dialog:
    dialog = _Dialog(words, Drafts(shelf.kept.append, shelf.clear, found))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_draft_is_saved_a_moment_after_the_first_key(qtbot: QtBot, words: Words, shelf: _Shelf) -> None:
    dialog = _opened(qtbot, words, shelf)

    qtbot.keyClicks(dialog.line.edit, "Visit")
    assert shelf.kept == []
    qtbot.waitUntil(lambda: shelf.kept != [], timeout=DELAY_MS * 5)

    assert shelf.kept == [{"title": "Visit", "view": ""}]


def test_who_types_without_a_pause_has_a_draft_kept_all_the_same(qtbot: QtBot, words: Words, shelf: _Shelf) -> None:
    dialog = _opened(qtbot, words, shelf)

    for _ in range(12):
        qtbot.keyClicks(dialog.line.edit, "ab")
        qtbot.wait(DELAY_MS // 8)

    assert shelf.kept
    assert str(shelf.kept[0]).startswith("{'title': 'abab")


def test_esc_closes_at_once_and_keeps_the_last_keystroke(qtbot: QtBot, words: Words, shelf: _Shelf) -> None:
    dialog = _opened(qtbot, words, shelf)
    qtbot.keyClicks(dialog.line.edit, "Visit")

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert shelf.kept == [{"title": "Visit", "view": ""}]
    assert shelf.cleared == 0


def test_saving_forgets_the_draft_and_closes(qtbot: QtBot, words: Words, shelf: _Shelf) -> None:
    dialog = _opened(qtbot, words, shelf)
    qtbot.keyClicks(dialog.line.edit, "Visit")

    with qtbot.waitSignal(dialog.saved):
        qtbot.keyClick(dialog.line.edit, Qt.Key.Key_Return)

    assert dialog.commits == [False]
    assert shelf.cleared == 1
    assert shelf.kept == []
    assert not dialog.isVisible()


def test_an_error_keeps_the_dialog_open_and_nothing_is_saved(qtbot: QtBot, words: Words, shelf: _Shelf) -> None:
    dialog = _opened(qtbot, words, shelf)
    dialog.problems = (MISSING,)

    qtbot.keyClick(dialog.line.edit, Qt.Key.Key_Return)

    assert dialog.commits == []
    assert dialog.isVisible()
    assert dialog.form.problem_at("title") == "Please mend: Sentence for missing."


def test_a_refusal_by_the_service_is_shown_at_its_field(qtbot: QtBot, words: Words, shelf: _Shelf) -> None:
    dialog = _opened(qtbot, words, shelf)
    dialog.refusal = (MISSING,)

    qtbot.keyClick(dialog.line.edit, Qt.Key.Key_Return)

    assert dialog.isVisible()
    assert dialog.form.problem_at("title") == "Please mend: Sentence for missing."
    assert shelf.cleared == 0


def test_the_button_says_save_again_once_what_was_warned_of_is_mended(
    qtbot: QtBot, words: Words, shelf: _Shelf
) -> None:
    dialog = _opened(qtbot, words, shelf)
    dialog.problems = (Problem("title", "odd", Severity.WARNING),)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.save_button.text() == "Save anyway"
    qtbot.keyClicks(dialog.line.edit, "S")
    assert dialog.save_button.text() == "Save"


def test_the_button_offers_to_save_anyway_only_where_nothing_must_be_mended(
    qtbot: QtBot, words: Words, shelf: _Shelf
) -> None:
    dialog = _opened(qtbot, words, shelf)
    dialog.problems = (MISSING, NO_VIEW)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.save_button.text() == "Save"


def test_a_warning_is_passed_by_saving_again(qtbot: QtBot, words: Words, shelf: _Shelf) -> None:
    dialog = _opened(qtbot, words, shelf)
    dialog.problems = (NO_VIEW,)

    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.commits == []
    assert dialog.save_button.text() == "Save anyway"
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)

    assert dialog.commits == [False]


def test_complete_later_asks_for_less(qtbot: QtBot, words: Words, shelf: _Shelf) -> None:
    dialog = _opened(qtbot, words, shelf)
    dialog.problems = (MISSING,)

    qtbot.mouseClick(dialog.later_button, Qt.MouseButton.LeftButton)

    assert dialog.commits == [True]


def test_a_draft_found_is_restored_with_a_way_to_start_over(qtbot: QtBot, words: Words, shelf: _Shelf) -> None:
    dialog = _opened(qtbot, words, shelf, Draft({"title": "Half a", "view": "She said"}, "12:40"))
    assert dialog.line.value() == "Half a"
    texts = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert "Draft from 12:40 restored" in texts

    qtbot.mouseClick(dialog.start_over_button, Qt.MouseButton.LeftButton)

    assert dialog.line.value() == ""
    assert shelf.cleared == 1
    assert not dialog.start_over_button.isVisible()


def test_a_form_higher_than_the_screen_scrolls(qtbot: QtBot, words: Words) -> None:
    dialog = _Dialog(words, None)
    qtbot.addWidget(dialog)
    for number in range(40):
        dialog.form.add(f"more{number}", f"Row {number}", LineField())

    dialog.show()

    assert dialog.height() <= dialog.screen().availableGeometry().height() - 48
    assert dialog.save_button.isVisible()


def test_a_short_form_ends_where_its_rows_end_and_grows_with_what_comes(qtbot: QtBot, words: Words) -> None:
    dialog = _Dialog(words, None)
    qtbot.addWidget(dialog)
    row = dialog.form.row("view")
    row.hide()
    dialog.show()
    below = dialog.save_button.mapTo(dialog, QPoint()).y() - _foot_of(dialog.line, dialog)
    assert below <= 40

    low = dialog.height()
    row.show()
    qtbot.waitUntil(lambda: dialog.height() > low)

    assert _foot_of(row, dialog) < dialog.save_button.mapTo(dialog, QPoint()).y()


def _foot_of(widget: QWidget, dialog: QWidget) -> int:
    return widget.mapTo(dialog, widget.rect().bottomLeft()).y()


def test_many_names_to_choose_from_flow_on_new_lines_and_do_not_widen_the_form(qtbot: QtBot, words: Words) -> None:
    dialog = _Dialog(words, None)
    qtbot.addWidget(dialog)
    plain = dialog.sizeHint().width()

    dialog.form.add("people", "Who", PeopleField(words, [f"Person number {number}" for number in range(30)]))

    assert dialog.sizeHint().width() == plain


def test_of_a_large_network_the_first_are_offered_and_who_takes_part_and_the_rest_on_demand(
    qtbot: QtBot, words: Words
) -> None:
    field = PeopleField(words, [f"Person {number}" for number in range(24)])
    qtbot.addWidget(field)
    field.set_value("Person 20, Naboen")
    field.show()

    def offered() -> list[str]:
        return [button.text() for button in field.findChildren(QPushButton) if button.isVisible()]

    first = [f"Person {number}" for number in range(8)]
    assert offered() == [*first, "Person 20", "and 15 more"]
    next(button for button in field.findChildren(QPushButton) if button.text() == "and 15 more").click()
    assert offered() == [f"Person {number}" for number in range(24)]
    next(button for button in field.findChildren(QPushButton) if button.text() == "Person 9").click()
    assert field.value() == "Person 20, Naboen, Person 9"


def test_columns_give_way_on_a_narrow_screen(qtbot: QtBot, words: Words) -> None:
    form = Form(words, columns=2)
    qtbot.addWidget(form)
    left, right = (form.add(name, name, LineField()) for name in ("left", "right"))
    form.resize(900, 300)
    form.show()
    assert left.mapTo(form, left.rect().topLeft()).y() == right.mapTo(form, right.rect().topLeft()).y()

    form.resize(400, 300)
    qtbot.waitUntil(lambda: form.columns() == 1)
    qtbot.waitUntil(lambda: right.width() == form.width())

    assert left.mapTo(form, left.rect().topLeft()).y() < right.mapTo(form, right.rect().topLeft()).y()


def test_case_text_is_never_read_as_markup(qtbot: QtBot, words: Words) -> None:
    dialog = _Dialog(words, None)
    qtbot.addWidget(dialog)
    dialog.form.show_problems([MISSING], lambda _: "<b>Alma</b>")

    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel) if label.text())


def test_what_is_told_of_a_field_goes_once_it_is_mended_and_stays_at_the_others(form: Form, qtbot: QtBot) -> None:
    form.may_save([MISSING, NO_VIEW], _sentence)
    title, view = form.field("title"), form.field("view")
    assert isinstance(title, LineField)
    qtbot.keyClicks(title.edit, "S")
    assert form.problem_at("title") == ""
    assert "no-view" in form.problem_at("view")
    view.edited.emit()
    assert form.problem_at("view") == ""


def test_a_day_that_cannot_be_read_is_told_when_the_field_is_left(form: Form, qtbot: QtBot) -> None:
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    day = form.field("day")
    assert isinstance(day, DateField)
    day.edit.setFocus()
    qtbot.keyClicks(day.edit, "31-02-2025")
    assert form.problem_at("day") == ""
    qtbot.keyClick(day.edit, Qt.Key.Key_Tab)
    assert form.problem_at("day") == "Please mend: There is no such day: 31-02-2025."
    assert not day.edit.hasFocus()


# Parts


@pytest.fixture
def part(form: Form) -> FormPart:
    """A part for one of several children."""
    part = FormPart(form, "bo.")
    part.add_heading("Bo")
    part.add("title", "Bo's title", LineField())
    part.add("day", "Bo's day", DateField(Words("en"), TODAY))
    return part


def test_the_rows_of_a_part_are_rows_of_the_form_by_longer_names(form: Form, part: FormPart) -> None:
    form.field("bo.title").set_value("Min cykel")
    assert form.values()["bo.title"] == "Min cykel"
    assert form.state()["bo.title"] == "Min cykel"
    assert part.row("title") is form.row("bo.title")
    form.restore({"bo.title": "Min kat"})
    assert form.field("bo.title").value() == "Min kat"


def test_a_part_out_of_sight_is_asked_for_and_the_user_is_led_there(form: Form, part: FormPart, qtbot: QtBot) -> None:
    part.hide()
    with qtbot.waitSignal(form.leading) as led:
        form.show_problems([Problem("bo.title", "missing")], _sentence)
    assert led.args == ["bo.title"]
    assert form.problem_at("bo.title") == "Please mend: Sentence for missing."


def test_a_part_left_out_is_asked_for_no_more_and_keeps_what_was_typed(form: Form, part: FormPart) -> None:
    form.field("bo.day").restore("31-02")
    assert [problem.field for problem in form.unread()] == ["bo.day"]
    part.leave_out(True)
    assert form.unread() == ()
    form.show_problems([Problem("bo.title", "missing")], _sentence)
    assert form.problem_at("bo.title") == ""
    part.leave_out(False)
    assert [problem.field for problem in form.unread()] == ["bo.day"]
    assert form.state()["bo.day"] == "31-02"


def test_columns_give_way_one_by_one_as_the_room_gets_less(qtbot: QtBot, words: Words) -> None:
    form = Form(words, columns=4)
    qtbot.addWidget(form)
    for number in range(4):
        form.add(str(number), str(number), LineField())
    form.show()
    found = []
    for width in (1200, 700, 300):
        form.resize(width, 300)
        found.append(form.columns())
    assert found == [4, 2, 1]
