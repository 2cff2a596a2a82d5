"""What the window tells of the store while it is open, and what is done when it is closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton, QStackedWidget
from pytestqt.qtbot import QtBot

from app.services import backups, drafts
from app.services.caseload import caseworker
from app.services.custody import Custody
from app.services.store import Act, LogNote
from app.ui.ask import Ask
from app.ui.background import Background
from app.ui.context import Place
from app.ui.look import Look
from app.ui.pages.settings_page import SettingsPage
from app.ui.session import Session
from app.ui.settings import SettingsFile
from app.ui.widgets.surfaces import Banner
from app.vault.errors import WrongPassphrase
from app.vault.witness import Loss
from app.words import Words
from tests.own_caseload import NOW, Own, own, own_template

__all__ = ["own", "own_template"]

PATIENCE_MS = 20_000
Begin = Callable[[Custody], Session]


@pytest.fixture
def begin(own: Own, look: Look, words: Words, qtbot: QtBot) -> Iterator[Begin]:
    background = Background()
    begun: list[Session] = []

    def start(custody: Custody) -> Session:
        session = Session(
            custody,
            words=words,
            look=look,
            settings=SettingsFile(own.data.settings),
            background=background,
            comes_back=False,
        )
        begun.append(session)
        qtbot.addWidget(session.window)
        session.start()
        return session

    yield start
    background.close()
    for session in begun:
        session.watch.stop()
        session.context.store.close()


def banners(session: Session) -> list[str]:
    return [banner.text() for banner in session.window.findChildren(Banner) if banner.isVisible()]


# Closing


def test_closing_makes_a_verified_copy_here_and_in_the_second_place(
    qtbot: QtBot, begin: Begin, own: Own, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    SettingsFile(own.data.settings).change(second_place=str(stick))
    custody = own.open()
    own.rename(custody, "Skrevet før lukning")
    session = begin(custody)
    with qtbot.waitSignal(session.ended, timeout=PATIENCE_MS):
        session.window.close()
    (here,) = backups.listed(custody.folder)
    (there,) = backups.found_in(stick)
    assert here.is_whole
    assert there.is_whole
    assert (here.reason, there.folder.name) == ("close", here.folder.name)

    backups.restore(own.data, there, NOW.date())
    restored = own.open()
    assert restored.store.read(caseworker).name == "Skrevet før lukning"
    restored.store.close()


def test_a_copy_that_could_not_be_made_is_told_and_the_program_ends_all_the_same(
    qtbot: QtBot, begin: Begin, own: Own, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(Ask, "notice", lambda _ask, _parent, title, *_more: told.append(title))
    custody = own.open()
    session = begin(custody)
    custody.folder.backups.parent.joinpath("backups").write_text("a file stands where the copies go")
    with qtbot.waitSignal(session.ended, timeout=PATIENCE_MS):
        session.window.close()
    assert told == ["No copy was made"]


def test_what_is_being_typed_is_kept_when_the_window_closes(qtbot: QtBot, begin: Begin, own: Own) -> None:
    custody = own.open()
    session = begin(custody)
    session.context.go(Place.SETTINGS)
    page = session.window.findChild(SettingsPage)
    assert isinstance(page, SettingsPage)
    page.who.form.field("department").set_value("Familie")
    page.who.form.edited.emit()
    with qtbot.waitSignal(session.ended, timeout=PATIENCE_MS):
        session.window.close()
    again = own.open()
    kept = again.store.read(drafts.draft, "caseworker", "")
    assert kept is not None
    assert kept.state["department"] == "Familie"
    again.store.close()


# Notices


def test_wrong_tries_are_told_at_the_next_opening(begin: Begin, own: Own) -> None:
    for _ in range(2):
        with pytest.raises(WrongPassphrase):
            own.open("noget helt andet")
    session = begin(own.open())
    assert [text for text in banners(session) if "2 " in text and "passphrase" in text]


def test_a_banner_that_was_read_goes_and_leaves_no_gap(qtbot: QtBot, begin: Begin, own: Own) -> None:
    with pytest.raises(WrongPassphrase):
        own.open("noget helt andet")
    window = begin(own.open()).window
    for banner in window.findChildren(Banner):
        if "passphrase was tried" in banner.text():
            banner.findChildren(QPushButton)[0].click()
        else:
            window.drop_notice(banner)
    window.show()
    page = window.findChild(QStackedWidget)
    assert page is not None
    qtbot.waitUntil(lambda: page.mapTo(window, QPoint(0, 0)).y() == 0, timeout=500)


def test_missing_entries_are_told_with_their_number(begin: Begin, own: Own) -> None:
    loss = Loss(missing=3, since=NOW - timedelta(days=2), until=NOW)
    session = begin(replace(own.open(), loss=loss))
    assert [text for text in banners(session) if text.startswith("3 entries are missing")]


def test_a_copy_outside_that_is_old_is_worth_a_banner_that_leads_to_the_settings(
    qtbot: QtBot, begin: Begin, own: Own, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    custody = own.open()
    backups.back_up(custody, "manual", str(stick))
    own.now += timedelta(days=20)
    session = begin(custody)
    assert [text for text in banners(session) if text == "Copy outside: 20 days old"]
    banner = next(b for b in session.window.findChildren(Banner) if b.text() == "Copy outside: 20 days old")
    banner.findChildren(QPushButton)[0].click()
    assert session.window.here is not None
    assert session.window.here.place is Place.SETTINGS


def test_a_store_opened_for_reading_says_so_and_makes_no_copy(qtbot: QtBot, begin: Begin, own: Own) -> None:
    custody = own.open()
    custody.store.read_only = True
    session = begin(custody)
    assert [text for text in banners(session) if text.startswith("Open for reading only")]
    with qtbot.waitSignal(session.ended, timeout=PATIENCE_MS):
        session.window.close()
    assert backups.listed(custody.folder) == ()


@pytest.mark.parametrize("writable", [True, False])
def test_what_could_not_be_logged_is_told_from_the_start_and_at_the_end_unless_it_waits_outside_the_store(
    qtbot: QtBot, begin: Begin, own: Own, monkeypatch: pytest.MonkeyPatch, writable: bool
) -> None:
    told: list[str] = []
    monkeypatch.setattr(Ask, "notice", lambda _ask, _parent, _title, text: told.append(text))
    if not writable:
        own.folder.held_log.mkdir()
    custody = own.open()
    custody.store.read_only = True
    for _ in range(2):
        custody.store.log(LogNote(Act.LOOK_UP, "case"))
    session = begin(custody)
    warned = [
        text for text in banners(session) if text.endswith("What is looked up cannot be noted in the log either.")
    ]
    with qtbot.waitSignal(session.ended, timeout=PATIENCE_MS):
        session.window.close()
    lost = ["2 entries of the log could not be kept, since nothing can be written."]
    assert (len(warned), told) == ((0, []) if writable else (1, lost))
