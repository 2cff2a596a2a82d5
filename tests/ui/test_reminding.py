"""The reminder of the day: when it is looked for, what it says, and that it says it once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from app.core.errors import ForlaensError
from app.core.reminders import Reminder
from app.ui.look import Look
from app.ui.reminding import Reminding
from app.ui.settings import Settings, SettingsFile
from app.ui.tray import Tray, sentence
from app.words import Words

MONDAY = datetime(2026, 11, 23, 9, 30).astimezone()
TODAY = MONDAY.date()


@dataclass
class Desk:
    """A program that runs: its clock, what is due, and what was shown."""

    path: Path
    parent: QApplication
    now: datetime = MONDAY
    due: dict[date, int] = field(default_factory=lambda: {TODAY: 1})
    has_tray: bool = True
    is_readable: bool = True
    looks: int = 0
    shown: list[Reminder] = field(default_factory=list)

    def reminding(self) -> Reminding:
        """As a process makes it when it starts."""
        return Reminding(SettingsFile(self.path), lambda: self.now, self.counts, self.tell, self.parent)

    def counts(self) -> dict[date, int]:
        self.looks += 1
        if not self.is_readable:
            raise ForlaensError("gone")
        return self.due

    def tell(self, reminder: Reminder) -> bool:
        self.shown += [reminder] if self.has_tray else []
        return self.has_tray


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Desk:
    return Desk(tmp_path / "settings.json", qapp)


def test_it_reminds_once_a_day_whatever_process_looks(desk: Desk) -> None:
    first = desk.reminding()
    first.look()
    first.look()
    desk.reminding().look()
    assert desk.shown == [Reminder(over=0, today=1, soon=0, within=7)]
    desk.now += timedelta(days=1)
    desk.reminding().look()
    assert len(desk.shown) == 2


def test_it_looks_soon_after_the_start(desk: Desk, qtbot: QtBot) -> None:
    desk.reminding().start()
    qtbot.waitUntil(lambda: len(desk.shown) == 1, timeout=5_000)


def test_it_looks_once_an_hour_and_after_a_night_asleep(desk: Desk) -> None:
    desk.due = {TODAY + timedelta(days=1): 1}
    SettingsFile(desk.path).change(remind_ahead=[0])
    made = desk.reminding()
    made.look()
    desk.now += timedelta(minutes=20)
    made.look_at_clock()
    assert desk.looks == 1
    desk.now += timedelta(minutes=10)
    made.look_at_clock()
    made.look_at_clock()
    assert (desk.looks, desk.shown) == (2, [])
    desk.now += timedelta(hours=22)
    made.look_at_clock()
    assert [told.today for told in desk.shown] == [1]


def test_midnight_waits_for_the_morning(desk: Desk) -> None:
    made = desk.reminding()
    desk.now = desk.now.replace(hour=0, minute=0)
    made.look()
    assert desk.shown == []
    desk.now = desk.now.replace(hour=7)
    made.look_at_clock()
    assert len(desk.shown) == 1


def test_without_a_tray_nothing_counts_as_shown(desk: Desk) -> None:
    desk.has_tray = False
    desk.reminding().look()
    assert SettingsFile(desk.path).now.reminded_on == ""
    desk.has_tray = True
    desk.reminding().look()
    assert len(desk.shown) == 1


def test_it_can_be_switched_off(desk: Desk) -> None:
    SettingsFile(desk.path).change(reminds=False)
    desk.reminding().look()
    assert desk.shown == []


def test_a_store_that_cannot_be_read_now_is_asked_again_later(desk: Desk) -> None:
    desk.is_readable = False
    made = desk.reminding()
    made.look()
    desk.is_readable = True
    made.look()
    assert len(desk.shown) == 1


@pytest.mark.parametrize("ahead", [[-1], ["3"], [91], [None]])
def test_days_ahead_that_make_no_sense_fall_back(tmp_path: Path, ahead: list[object]) -> None:
    SettingsFile(tmp_path / "s.json").change(remind_ahead=ahead, reminded_on="tomorrow")
    assert SettingsFile(tmp_path / "s.json").now.remind_ahead == Settings().remind_ahead == [7, 3, 0]


@pytest.mark.parametrize(
    ("reminder", "language", "said"),
    [
        (Reminder(over=1, today=0, soon=2, within=3), "en", "1 deadline has passed · 2 deadlines within 3 days"),
        (Reminder(over=0, today=2, soon=1, within=1), "en", "2 deadlines today · 1 deadline tomorrow"),
        (
            Reminder(over=2, today=1, soon=1, within=7),
            "da",
            "2 frister er overskredet · 1 frist i dag · 1 frist inden for 7 dage",
        ),
    ],
)
def test_it_says_counts_alone(reminder: Reminder, language: str, said: str) -> None:
    assert sentence(Words(language), reminder) == said


# The tray


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch) -> None:
    """A desktop that has a tray."""
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))


@pytest.fixture
def tray(qapp: QApplication, look: Look, words: Words) -> Tray:
    return Tray(words, look.theme, qapp)


def icon_of(tray: Tray) -> QSystemTrayIcon:
    found = tray.findChild(QSystemTrayIcon)
    assert isinstance(found, QSystemTrayIcon)
    return found


def test_where_there_is_no_tray_nothing_is_shown_and_nothing_said(tray: Tray) -> None:
    assert not tray.appear()
    assert not tray.remind(Reminder(over=1, today=0, soon=0, within=0))


def test_a_tray_that_comes_later_is_found(tray: Tray, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not tray.appear()
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    assert tray.appear()
    tray.put_away()
    assert not icon_of(tray).isVisible()


def test_a_reminder_tells_counts_under_the_name_of_the_program(
    tray: Tray, there: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, str]] = []

    def show(_icon: QSystemTrayIcon, title: str, text: str, _picture: QIcon, _ms: int) -> None:
        told.append((title, text))

    monkeypatch.setattr(QSystemTrayIcon, "showMessage", show)
    assert tray.remind(Reminder(over=0, today=0, soon=2, within=3))
    assert told == [("Forlæns", "2 deadlines within 3 days")]
    tray.put_away()


@pytest.mark.parametrize(
    ("do", "emitted"),
    [
        (lambda icon: icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger), "opened"),
        (lambda icon: icon.messageClicked.emit(), "reminder_opened"),
        (lambda icon: menu_of(icon).actions()[0].trigger(), "opened"),
        (lambda icon: menu_of(icon).actions()[1].trigger(), "quit_asked"),
    ],
)
def test_icon_menu_and_reminder_ask_for_what_they_say(
    qtbot: QtBot, tray: Tray, do: Callable[[QSystemTrayIcon], None], emitted: str
) -> None:
    with qtbot.waitSignal(getattr(tray, emitted), timeout=1_000):
        do(icon_of(tray))


def test_the_menu_follows_the_language(tray: Tray) -> None:
    tray.speak(Words("da"))
    assert [action.text() for action in menu_of(icon_of(tray)).actions()] == ["Åbn Forlæns", "Afslut Forlæns"]


def menu_of(icon: QSystemTrayIcon) -> QMenu:
    menu = icon.contextMenu()
    assert menu is not None
    return menu
