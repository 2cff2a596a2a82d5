"""Two versions of a plan on the screen: chosen, stepped through, narrowed to the changes, copied."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.core.records.case import Case
from app.core.records.plan import Goal
from app.services.access import entries
from app.services.documents import plan_document
from app.services.plans import issue_plan, next_number, save_plan
from app.services.store import Act
from app.ui.context import Context
from app.ui.dialogs.compare_plans import ComparePlans
from app.ui.pages.case.plan_tab import PlanTab
from tests.conftest import TODAY
from tests.factories import Office
from tests.ui.desk import press

SCHOOL, HOME = Goal(goal="I skole hver dag", target=8), Goal(goal="Sover hjemme")


def _issue(context: Context, case: Case, day: date) -> None:
    number = context.read(next_number, case.id)
    document = context.read(plan_document, case.id, context.catalogue, TODAY, number=number, dated=day)
    context.write(issue_plan, case.id, document, day, "Alma")


@pytest.fixture
def case(context: Context, office: Office) -> Case:
    """A plan issued, changed, issued again and changed again."""
    case = office.case()
    plan = office.plan(case, SCHOOL, HOME, purpose="Ro hjemme")
    _issue(context, case, date(2026, 5, 4))
    context.write(save_plan, plan := replace(plan, purpose="Ro og skole"), TODAY)
    _issue(context, case, date(2026, 8, 4))
    context.write(save_plan, replace(plan, goals=(replace(SCHOOL, target=9), HOME, Goal(goal="Fodbold"))), TODAY)
    return case


@pytest.fixture
def dialog(context: Context, case: Case, qtbot: QtBot) -> ComparePlans:
    made = ComparePlans(context, case.id)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def _choose(dialog: ComparePlans, before: str, after: str) -> None:
    for field, wanted in ((dialog.before, before), (dialog.after, after)):
        combo = field.combo
        combo.setCurrentIndex(next(n for n in range(combo.count()) if combo.itemText(n).startswith(wanted)))
        field.edited.emit()


def _only_changes(dialog: ComparePlans) -> None:
    dialog.only_changes.box.click()


def test_what_is_new_in_the_draft_stands_there_at_first(dialog: ComparePlans) -> None:
    assert dialog.before.combo.currentText() == "Version 2, 04-08-2026"
    assert dialog.after.combo.currentText() == "The draft as it stands"
    _only_changes(dialog)
    shown = dialog.text.toPlainText()
    assert "The goal is (0–10) (changed): [– 8 –][+ 9 +]" in shown
    assert "Fodbold" in shown
    assert "Ro og skole" not in shown


def test_a_draft_that_is_the_latest_version_gives_way_to_the_versions(
    context: Context, case: Case, qtbot: QtBot
) -> None:
    _issue(context, case, TODAY)
    made = ComparePlans(context, case.id)
    qtbot.addWidget(made)
    assert made.before.combo.currentText() == "Version 2, 04-08-2026"
    assert made.after.combo.currentText().startswith("Version 3")


def test_any_two_versions_are_compared_either_way(dialog: ComparePlans) -> None:
    _only_changes(dialog)
    _choose(dialog, "Version 1", "Version 2")
    assert "[– hjemme –][+ og skole +]" in dialog.text.toPlainText()
    _choose(dialog, "Version 2", "Version 1")
    assert "[– og skole –][+ hjemme +]" in dialog.text.toPlainText()
    _choose(dialog, "Version 1", "Version 1")
    assert dialog.view.changes == 0
    assert dialog.view.toPlainText().strip() == ""


def test_keys_lead_from_change_to_change_and_around(dialog: ComparePlans, qtbot: QtBot) -> None:
    found = []
    for key, shift in ((Qt.Key.Key_F8, False), (Qt.Key.Key_F8, False), (Qt.Key.Key_F8, True), (Qt.Key.Key_F8, True)):
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        with qtbot.waitSignal(dialog.view.stepped):
            qtbot.keyClick(dialog, key, modifier)
        found.append((dialog.view.at, dialog.view.textCursor().selectedText()))
    count = dialog.view.changes
    assert found[0] == (1, "The goal is (0–10)")
    assert [at for at, _ in found] == [1, 2, 1, count]
    assert found[1][1].startswith("Goal 3")


def test_a_change_gone_to_comes_into_sight(context: Context, office: Office, qtbot: QtBot) -> None:
    case = office.case()
    plan = office.plan(case, *(Goal(goal=f"Mål {n} " + "langt " * 300) for n in range(25)))
    _issue(context, case, date(2026, 5, 4))
    context.write(save_plan, replace(plan, goals=(*plan.goals[:-1], replace(plan.goals[-1], goal="Kort"))), TODAY)
    made = ComparePlans(context, case.id)
    qtbot.addWidget(made)
    made.show()
    made.view.step(1)
    place = made.view.cursorRect()
    assert made.view.changes == 1
    assert 0 <= place.top() < made.view.viewport().height()


def test_a_long_plan_stands_there_at_once_and_whole_a_moment_later(
    context: Context, office: Office, qtbot: QtBot
) -> None:
    case = office.case()
    office.plan(case, *(Goal(goal=f"Mål {n} " + "langt " * 300) for n in range(25)))
    _issue(context, case, date(2026, 5, 4))
    made = ComparePlans(context, case.id)
    qtbot.addWidget(made)
    made.show()
    assert "Mål 0 " in made.view.toPlainText()
    assert "Mål 24 " not in made.view.toPlainText()
    qtbot.waitUntil(lambda: "Mål 24 " in made.view.toPlainText(), timeout=5_000)
    assert made.view.toPlainText().count("Mål 3 ") == 2
    assert made.view.verticalScrollBar().value() == 0


def test_marks_are_seen_without_colour(dialog: ComparePlans) -> None:
    document = dialog.view.document()
    formats = {}
    for word in ("8", "9"):
        cursor = document.find(word, document.find("The goal is"))
        formats[word] = cursor.charFormat()
    assert formats["8"].fontStrikeOut()
    assert formats["9"].fontUnderline()
    assert "± changed" in dialog.view.toPlainText()
    assert "+ added" in dialog.view.toPlainText()


def test_the_text_twin_is_read_and_copied_and_the_log_knows(dialog: ComparePlans, context: Context, case: Case) -> None:
    dialog.shape.set_value("text")
    dialog.shape.edited.emit()
    assert dialog.text.isVisible()
    assert not dialog.view.isVisible()
    press(dialog, "Copy as text")
    assert QGuiApplication.clipboard().text() == dialog.text.toPlainText()
    latest = context.read(entries, case_id=case.id)[0]
    assert (latest.act, latest.detail) == (Act.EXPORT, "plan-comparison copied")


def test_it_opens_from_the_plan_once_a_version_stands(
    context: Context, office: Office, case: Case, qtbot: QtBot
) -> None:
    tab = PlanTab(context)
    qtbot.addWidget(tab)
    other = office.case("Noah")
    office.plan(other)
    tab.show_case(other.id)
    tab.refresh()
    assert tab.compare.isHidden()
    tab.show_case(case.id)
    tab.refresh()
    assert not tab.compare.isHidden()
    tab.compare.click()
    (opened,) = tab.findChildren(ComparePlans)
    assert opened.isVisible()
    assert [button.text() for button in opened.findChildren(QPushButton)].count("Close") == 1
    opened.close()
