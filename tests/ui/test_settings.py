"""The settings do what they say, over a caseload with real keys and real copies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.services import access, backups
from app.services.access import AccessEntry
from app.services.caseload import caseworker
from app.services.custody import Custody
from app.services.store import Act
from app.ui.ask import Ask
from app.ui.background import Background
from app.ui.context import Context
from app.ui.dialogs.change_passphrase import ChangePassphraseDialog
from app.ui.dialogs.new_recovery_key import NewRecoveryKeyDialog
from app.ui.dialogs.show_help import HelpDialog
from app.ui.dialogs.show_log import AccessLogDialog
from app.ui.lock import IdleWatch
from app.ui.look import Look
from app.ui.pages.settings_page import SettingsPage
from app.ui.settings import SettingsFile
from app.ui.widgets.backup_list import BackupList
from app.ui.widgets.choice_fields import ChoiceField, SegmentedField
from app.ui.widgets.form import Form
from app.ui.widgets.recovery_key import RecoveryKeyView
from app.ui.widgets.table import DataTable
from app.vault import backup as vault_backup
from app.vault import files
from app.vault.backup import Backup
from app.vault.errors import DiskFull, WrongPassphrase
from app.words import Words
from tests.factories import Office
from tests.own_caseload import PASSPHRASE, Own, own, own_template

__all__ = ["own", "own_template"]

NEW = "rød cykel under broen"
PATIENCE_MS = 20_000


@pytest.fixture
def custody(own: Own) -> Iterator[Custody]:
    opened = own.open()
    yield opened
    opened.store.close()


@pytest.fixture
def settings(own: Own) -> SettingsFile:
    return SettingsFile(own.data.settings)


@pytest.fixture
def context(custody: Custody, settings: SettingsFile, look: Look, words: Words) -> Iterator[Context]:
    background = Background()
    made = Context(
        store=custody.store, words=words, look=look, settings=settings, clock=custody.clock, background=background
    )
    yield made
    background.close()


@pytest.fixture
def watch(qapp: QApplication) -> IdleWatch:
    return IdleWatch(5, qapp)


@pytest.fixture
def page(qtbot: QtBot, context: Context, custody: Custody, watch: IdleWatch) -> SettingsPage:
    made = SettingsPage(context, custody, watch)
    qtbot.addWidget(made)
    made.show()
    return made


def button_of(within: QWidget, text: str) -> QPushButton:
    return next(b for b in within.findChildren(QPushButton) if b.text() == text and b.isVisibleTo(within))


def press(within: QWidget, text: str) -> None:
    button = button_of(within, text)
    assert button.isEnabled()
    button.click()


def choose(within: QWidget, name: str, value: str) -> None:
    """Choose in a row of a form, as the user does."""
    form = next(form for form in within.findChildren(Form) if name in form.values())
    field = form.field(name)
    assert isinstance(field, SegmentedField)
    field.set_value(value)
    field.edited.emit()


def fill(within: QWidget, **values: str) -> None:
    form_of(within).set_values(values)


def form_of(within: QWidget) -> Form:
    found = within.findChild(Form)
    assert isinstance(found, Form)
    return found


def said(within: QWidget) -> str:
    return "\n".join(label.text() for label in within.findChildren(QLabel) if label.isVisibleTo(within))


def opened(within: QWidget, kind: type[QDialog]) -> QDialog:
    found = within.findChild(kind)
    assert isinstance(found, kind)
    return found


# Who, look and lock


def test_who_you_are_is_saved_for_the_prints(page: SettingsPage, context: Context) -> None:
    page.who.form.field("municipality").set_value("Herning <Kommune>")
    press(page.who, "Save")
    assert context.read(caseworker).municipality == "Herning <Kommune>"
    assert "Saved" in said(page.who)


def test_a_district_written_twice_is_one(page: SettingsPage, context: Context) -> None:
    page.who.form.field("districts").set_value("Herning, Ikast, herning,, IKAST")
    press(page.who, "Save")
    assert context.read(caseworker).districts == ("Herning", "Ikast")


def test_without_a_name_nothing_is_saved_and_the_field_says_so(page: SettingsPage, context: Context) -> None:
    page.who.form.field("name").set_value(" ")
    press(page.who, "Save")
    assert page.who.form.problem_at("name")
    assert context.read(caseworker).name == "M. Holm"


def test_theme_and_size_apply_at_once_and_are_kept(page: SettingsPage, own: Own, look: Look) -> None:
    before = look.theme
    choose(page.look_card, "theme", "dark")
    choose(page.look_card, "size", "130")
    assert look.theme != before
    kept = SettingsFile(own.data.settings).now
    assert (kept.theme, kept.text_scale) == ("dark", 1.3)
    look.choose("light", 1.0)


def test_another_language_is_told_to_wait_for_the_next_opening(
    qtbot: QtBot, page: SettingsPage, own: Own, watch: IdleWatch
) -> None:
    choose(page.look_card, "language", "en")
    assert "opened anew" not in said(page.look_card)
    choose(page.look_card, "language", "da")
    assert "opened anew" in said(page.look_card)
    assert SettingsFile(own.data.settings).now.language == "da"
    with qtbot.waitSignal(watch.lock_due):
        press(page.look_card, "Lock and open anew")


def test_the_minutes_before_the_lock_hold_at_once(qapp: QApplication, page: SettingsPage, own: Own) -> None:
    choose(page.lock_card, "idle", "1")
    choose(page.lock_card, "visit", "30")
    kept = SettingsFile(own.data.settings).now
    assert (kept.idle_minutes, kept.visit_minutes) == (1, 30)


# Keys


def test_a_new_passphrase_opens_the_caseload_and_the_old_one_does_not(
    qtbot: QtBot, page: SettingsPage, own: Own, custody: Custody, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.back_up(custody, "manual")
    monkeypatch.setattr(Ask, "confirm", lambda *_args, **_more: True)
    press(page.lock_card, "Change the passphrase")
    dialog = opened(page, ChangePassphraseDialog)
    fill(dialog, present=PASSPHRASE, passphrase=NEW, again=NEW)
    with qtbot.waitSignal(dialog.finished, timeout=PATIENCE_MS):
        press(dialog, "Change")
    with pytest.raises(WrongPassphrase):
        own.open()
    own.open(NEW).store.close()


def test_a_wrong_present_passphrase_changes_nothing(qtbot: QtBot, page: SettingsPage, own: Own) -> None:
    press(page.lock_card, "Change the passphrase")
    dialog = opened(page, ChangePassphraseDialog)
    fill(dialog, present="noget helt andet", passphrase=NEW, again=NEW)
    press(dialog, "Change")
    form = form_of(dialog)
    qtbot.waitUntil(lambda: bool(form.problem_at("present")), timeout=PATIENCE_MS)
    own.open().store.close()


def test_two_passphrases_that_differ_are_told_before_any_work(page: SettingsPage) -> None:
    press(page.lock_card, "Change the passphrase")
    dialog = opened(page, ChangePassphraseDialog)
    fill(dialog, present=PASSPHRASE, passphrase=NEW, again=NEW + "x")
    press(dialog, "Change")
    form = form_of(dialog)
    assert form.problem_at("again")


def test_a_new_recovery_key_counts_once_part_of_it_was_typed_back(
    qtbot: QtBot, page: SettingsPage, own: Own, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(page.lock_card, "Make a new recovery key")
    dialog = opened(page, NewRecoveryKeyDialog)
    press(dialog, "Make the key")
    qtbot.waitUntil(lambda: form_of(dialog).isVisible())
    view = dialog.findChild(RecoveryKeyView)
    assert isinstance(view, RecoveryKeyView)
    groups = [label.text() for label in view.findChildren(QLabel) if label.property("look") == "heading"]
    paper = tmp_path / "key.pdf"
    monkeypatch.setattr(Ask, "save_path", lambda *_args: paper)
    press(dialog, "Save as PDF")
    assert paper.read_bytes().startswith(b"%PDF")

    form = form_of(dialog)
    press(dialog, "Done")
    assert dialog.isVisible()  # nothing was typed back yet
    for name in form.values():
        form.field(name).set_value(groups[int(name.removeprefix("group"))].lower())
    press(dialog, "Done")
    assert not dialog.isVisible()
    own.open("-".join(groups), is_recovery_key=True).store.close()


# Copies


def test_a_copy_made_on_request_is_verified_and_stands_in_the_list(
    qtbot: QtBot, page: SettingsPage, custody: Custody, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(Ask, "folder", lambda *_args: stick)
    press(page.copies, "Choose a second place")
    qtbot.waitUntil(lambda: "on the same disk" in said(page.copies))
    press(page.copies, "Make a copy now")
    qtbot.waitUntil(lambda: "is made and verified" in said(page.copies), timeout=PATIENCE_MS)
    (copy,) = backups.listed(custody.folder)
    assert copy.is_whole
    assert backups.last_outside(custody.folder) is not None


def test_a_second_place_that_is_gone_is_told_and_the_copy_here_made_all_the_same(
    qtbot: QtBot, page: SettingsPage, custody: Custody, context: Context, tmp_path: Path
) -> None:
    context.settings.change(second_place=str(tmp_path / "gone"))
    page.refresh()
    press(page.copies, "Make a copy now")
    qtbot.waitUntil(lambda: "not in the second place" in said(page.copies), timeout=PATIENCE_MS)
    assert len(backups.listed(custody.folder)) == 1


def test_restoring_asks_first_and_then_leads_to_the_copy(
    qtbot: QtBot, page: SettingsPage, own: Own, custody: Custody, watch: IdleWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.rename(custody, "Før")
    backups.back_up(custody, "manual")
    own.rename(custody, "Efter")
    page.refresh()
    qtbot.waitUntil(lambda: button_of(page.copies, "Restore this copy").isEnabled())
    monkeypatch.setattr(Ask, "confirm", lambda *_args, **_more: False)
    press(page.copies, "Restore this copy")
    assert len(own.data.stores()) == 1
    monkeypatch.setattr(Ask, "confirm", lambda *_args, **_more: True)
    with qtbot.waitSignal(watch.lock_due, timeout=PATIENCE_MS):
        press(page.copies, "Restore this copy")
    restored = own.open()
    assert restored.store.read(caseworker).name == "Før"
    restored.store.close()


def test_a_slow_second_place_holds_nobody_up(
    qtbot: QtBot, page: SettingsPage, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: "No copies here" in said(page.copies))
    answered, threads = Event(), []

    def slowly(*folders: Path) -> tuple[Backup, ...]:
        threads.append(current_thread())
        assert answered.wait(PATIENCE_MS / 1_000)
        return ()

    monkeypatch.setattr(vault_backup, "listed", slowly)
    monkeypatch.setattr(Ask, "folder", lambda *_args: tmp_path)
    page.refresh()
    press(page.copies, "Look in another folder")
    assert "Looking for copies" in said(page.copies)
    assert not button_of(page.copies, "Restore this copy").isEnabled()
    answered.set()
    qtbot.waitUntil(lambda: "No copies here" in said(page.copies))
    qtbot.waitUntil(lambda: len(threads) > 2)
    assert main_thread() not in threads


def test_an_empty_list_of_copies_is_no_higher_than_its_words(qtbot: QtBot, words: Words) -> None:
    copies = BackupList(words)
    qtbot.addWidget(copies)
    copies.show_copies(())
    assert copies.sizeHint().height() < 130


# Log and about


def test_of_two_children_called_the_same_the_log_says_the_whole_names(page: SettingsPage, context: Context) -> None:
    office = Office(context.store, context.catalogue, context.today())
    for last in ("Holm", "Hansen"):
        context.log(Act.LOOK_UP, office.case(first_name="Alma", last_name=last).id)
    press(page.about, "Log of access")
    table = opened(page, AccessLogDialog).findChild(DataTable)
    assert isinstance(table, DataTable)
    model = table.model
    named = {str(model.data(model.index(row, 2))) for row in range(model.rowCount())}
    assert {"Alma Holm", "Alma Hansen"} <= named


def test_a_full_disk_is_told_in_the_window_that_was_to_be_saved_from(
    qtbot: QtBot, page: SettingsPage, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = Office(context.store, context.catalogue, context.today()).case()
    context.log(Act.LOOK_UP, case.id)
    monkeypatch.setattr(Ask, "save_path", lambda *_args: tmp_path / "out")
    press(page.about, "Log of access")
    log = opened(page, AccessLogDialog)
    chosen = log.findChild(ChoiceField)
    assert isinstance(chosen, ChoiceField)
    chosen.set_value(case.id)
    chosen.edited.emit()
    press(page.lock_card, "Make a new recovery key")
    key = opened(page, NewRecoveryKeyDialog)
    press(key, "Make the key")
    qtbot.waitUntil(lambda: form_of(key).isVisible())

    def full(*_args: object) -> None:
        raise DiskFull(tmp_path)

    with monkeypatch.context() as patched:
        patched.setattr(files, "write_atomic", full)
        for dialog, save in ((log, "Save dates and purposes"), (key, "Save as PDF")):
            press(dialog, save)
            assert "the disk is full" in said(dialog)
            assert dialog.isVisible()
    assert context.read(access.entries)[0].act is not Act.EXPORT

    press(log, "Save dates and purposes")
    assert "the disk is full" not in said(log)
    assert "Saved as out" in said(log)


def test_the_log_tells_what_was_looked_up_and_hands_a_citizen_dates_and_purposes(
    page: SettingsPage, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = Office(context.store, context.catalogue, context.today()).case(first_name="Alma", last_name="Holm")
    context.log(Act.LOOK_UP, case.id)
    press(page.about, "Log of access")
    dialog = opened(page, AccessLogDialog)
    table: DataTable[AccessEntry] = dialog.findChild(DataTable)  # type: ignore[assignment]  # the only one
    assert {Act.UNLOCK, Act.WRITE, Act.LOOK_UP} <= {entry.act for entry in table.rows()}

    chosen = dialog.findChild(ChoiceField)
    assert isinstance(chosen, ChoiceField)
    chosen.set_value(case.id)
    chosen.edited.emit()
    assert {entry.case_id for entry in table.rows()} == {case.id}
    path = tmp_path / "out.csv"
    monkeypatch.setattr(Ask, "save_path", lambda *_args: path)
    press(dialog, "Save dates and purposes")
    saved = path.read_text("utf-8-sig")
    assert "Looked up;Casework" in saved
    assert "Alma" not in saved
    assert context.read(access.entries)[0].act is Act.EXPORT


def test_the_licences_are_there_to_read(page: SettingsPage) -> None:
    press(page.about, "Licences")
    assert opened(page, HelpDialog).isVisible()
