"""The card of reminders in the settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from app.ui.autostart import Autostart, DesktopEntry
from app.ui.context import Context
from app.ui.pages.settings.reminders_card import RemindersCard
from app.ui.settings import Settings
from app.vault.errors import FileFailed

STARTS = "Start with the computer, locked and without a window"


@pytest.fixture
def card(qtbot: QtBot, context: Context) -> RemindersCard:
    return shown(qtbot, context)


def shown(qtbot: QtBot, context: Context, starter: Autostart | None = None) -> RemindersCard:
    made = RemindersCard(context, starter)
    qtbot.addWidget(made)
    made.show()
    return made


def box(card: RemindersCard, text: str) -> QCheckBox:
    return next(found for found in card.findChildren(QCheckBox) if found.text() == text)


def test_the_days_ahead_are_ticked_one_by_one_and_kept(card: RemindersCard, context: Context, qtbot: QtBot) -> None:
    box(card, "7 days before").click()
    box(card, "The day before").click()
    assert context.settings.now.remind_ahead == [3, 1, 0]
    again = shown(qtbot, context)
    assert box(again, "The day before").isChecked()


def test_switched_off_it_asks_for_no_days_and_keeps_them(card: RemindersCard, context: Context) -> None:
    box(card, "Remind of deadlines while the program runs").click()
    assert not context.settings.now.reminds
    assert not box(card, "On the day itself").isVisible()
    assert context.settings.now.remind_ahead == Settings().remind_ahead


def test_days_that_stand_in_the_settings_alone_can_be_taken_away(qtbot: QtBot, context: Context) -> None:
    context.settings.change(remind_ahead=[10])
    card = shown(qtbot, context)
    box(card, "10 days before").click()
    assert context.settings.now.remind_ahead == []


def test_starting_with_the_computer_is_written_and_taken_back(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    entry = DesktopEntry(tmp_path / "autostart" / "forlaens.desktop", ("forlaens", "--tray"), tmp_path)
    card = shown(qtbot, context, entry)
    tick = box(card, STARTS)
    assert not tick.isChecked()
    tick.click()
    assert entry.is_on()
    again = shown(qtbot, context, entry)
    assert box(again, STARTS).isChecked()
    tick.click()
    assert not entry.path.exists()


def test_a_start_that_could_not_be_written_is_not_shown_as_ticked(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    (tmp_path / "autostart").write_text("a file stands where the folder goes")
    card = shown(qtbot, context, DesktopEntry(tmp_path / "autostart" / "forlaens.desktop", ("forlaens",), tmp_path))
    with qtbot.captureExceptions() as raised:
        box(card, STARTS).click()
    assert [kind for kind, *_ in raised if issubclass(kind, FileFailed)]
    assert not box(card, STARTS).isChecked()


def test_a_system_of_which_nothing_is_known_is_not_offered_it(card: RemindersCard) -> None:
    assert not box(card, STARTS).isVisible()
