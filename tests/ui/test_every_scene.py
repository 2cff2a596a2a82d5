"""Nothing is done for two cases and called done: every page, tab and dialog is opened, in every language."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractListModel, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

import app.ui
from app.services.demo import fill_demo
from app.services.people import all_people
from app.ui.look import Look
from app.ui.pages.case.case_tab import CaseTab
from app.ui.pages.page import Page
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.staircase_chip import ChipButton
from app.words import Words
from tests.scenes import SCENES, Scene, StageClock
from tests.stage import Stage, make_caseload
from tests.ui.tab_walk import faults_of_tab
from tests.worst_caseload import fill_worst

BASES = {Page, CaseTab, QDialog, FormDialog}
SIZE = QSize(1366, 768)
UNORDERED = "case-plan"  # goals are unfolded late: Tab misses nothing there, and twice goes up the page


class DoubledWords(Words):
    """Every string twice as long, as a language with long words might have it."""

    def tr(self, text: str, /, **values: object) -> str:
        found = super().tr(text, **values)
        return f"{found} {found}"


def language(name: str) -> Words:
    return DoubledWords("da") if name == "doubled" else Words(name)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo caseload, made once."""
    path = tmp_path_factory.mktemp("made") / "demo.db"
    make_caseload(path, fill_demo, StageClock())
    return path


@pytest.fixture(scope="session", params=["da", "en", "doubled"])
def stage(
    request: pytest.FixtureRequest, qapp: QApplication, look: Look, made: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stage]:
    folder = tmp_path_factory.mktemp(request.param)
    staged = Stage.open(qapp, folder, made, words=language(request.param), look=look, clock=StageClock(), size=SIZE)
    yield staged
    staged.close()


def screens() -> list[type[QWidget]]:
    """Every page, tab and dialog of the program that is not only a base of others."""
    found: set[type[QWidget]] = set()
    for module in pkgutil.walk_packages(app.ui.__path__, "app.ui."):
        for _, kind in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if issubclass(kind, Page | QDialog) and kind.__module__.startswith("app.ui") and kind not in BASES:
                found.add(kind)
    return sorted(found - {base for kind in found for base in kind.__mro__[1:]}, key=lambda kind: kind.__name__)


def test_every_page_tab_and_dialog_has_a_scene() -> None:
    shown = {kind for scene in SCENES for kind in scene.shows}
    assert [kind.__name__ for kind in screens() if kind not in shown] == []


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_it_opens_fits_the_screen_and_names_its_controls(scene: Scene, stage: Stage, qtbot: QtBot) -> None:
    widget = scene.show(stage)
    qtbot.addWidget(widget)
    stage.settle(widget)
    for kind in scene.shows:
        shown = [widget] if isinstance(widget, kind) else widget.findChildren(kind)
        assert any(found.isVisible() for found in shown), kind.__name__
    assert [_told(control) for control in widget.findChildren(QWidget) if _is_nameless(control)] == []
    titles = [window.windowTitle() for window in (widget, *widget.findChildren(QDialog))]
    people = [person.name for person in stage.context.read(all_people)]
    assert [(name, title) for title in titles for name in people if name in title] == []
    if not isinstance(stage.context.words, DoubledWords):
        least = widget.minimumSizeHint()
        assert (least.width(), least.height()) <= (SIZE.width(), SIZE.height())
        assert least.height() <= SIZE.height()
    if stage.context.words.language == "en":
        faults = faults_of_tab(QApplication.activeModalWidget() or widget.window())
        assert [one for one in faults if scene.name != UNORDERED or "misses" in one] == []


def _is_nameless(control: QWidget) -> bool:
    """Whether the keyboard reaches a control that a screen reader cannot name."""
    if not control.isVisible() or control.focusPolicy() is Qt.FocusPolicy.NoFocus or control.focusProxy():
        return False
    if not control.focusPolicy() & Qt.FocusPolicy.TabFocus or control.objectName().startswith("qt_"):
        return False
    text = control.text() if isinstance(control, QAbstractButton) else ""
    return not (control.accessibleName() or text)


def _told(control: QWidget) -> str:
    parents = [type(parent).__name__ for parent in _parents(control)]
    return f"{type(control).__name__} in {' < '.join(parents[:4])}"


def _parents(control: QWidget) -> Iterator[QWidget]:
    parent = control.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()


FORMS = [scene for scene in SCENES if any(issubclass(kind, FormDialog) for kind in scene.shows) and scene.keeps_draft]


@pytest.mark.parametrize("scene", FORMS, ids=lambda scene: scene.name)
def test_what_is_typed_into_a_form_is_there_again_after_the_program_was_killed(
    scene: Scene, qapp: QApplication, look: Look, made: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    first = Stage.open(qapp, tmp_path / "before", made, words=Words("da"), look=look, clock=StageClock(), size=SIZE)
    form = scene.show(first)
    qtbot.addWidget(form)
    field = _first_text(form)
    qtbot.keyClicks(field, "Blåbær")
    qtbot.wait(650)
    # What a killed program leaves: the files as they are, with nothing closed.
    left = tmp_path / "left.db"
    for suffix in ("", "-wal"):
        source = Path(f"{first.custody.folder.store}{suffix}")
        if source.exists():
            Path(f"{left}{suffix}").write_bytes(source.read_bytes())
    second = Stage.open(qapp, tmp_path / "after", left, words=Words("da"), look=look, clock=StageClock(), size=SIZE)
    again = scene.show(second)
    qtbot.addWidget(again)
    assert any("Blåbær" in _text(found) for found in _texts(again))
    first.close()
    second.close()


@pytest.fixture(scope="session")
def worst(qapp: QApplication, look: Look, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The oddest of the hardest caseload, opened once: names such as <b>& in every place that a name can stand."""
    made = tmp_path_factory.mktemp("worst") / "worst.db"
    make_caseload(made, partial(fill_worst, numbers=range(3, 8)), StageClock())
    folder = tmp_path_factory.mktemp("worst-stage")
    staged = Stage.open(qapp, folder, made, words=Words("da"), look=look, clock=StageClock(), size=SIZE)
    # The case whose child is called by what Qt would take for markup.
    odd = next(status for status in staged.context.statuses() if "<b>" in status.file.child.name)
    yield replace(staged, case_id=odd.case_id)
    staged.close()


PAGES = [scene for scene in SCENES if any(issubclass(kind, Page) for kind in scene.shows)]


@pytest.mark.parametrize("scene", PAGES, ids=lambda scene: scene.name)
def test_odd_names_stand_on_every_page_letter_by_letter(scene: Scene, worst: Stage, qtbot: QtBot) -> None:
    """Fault 16: nothing typed is read as markup, as a key to press, or as a tooltip's layout."""
    widget = scene.show(worst)
    qtbot.addWidget(widget)
    worst.settle(widget)
    labels = [label for label in widget.findChildren(QLabel) if _is_odd(label.text())]
    assert [label.text() for label in labels if label.textFormat() is not Qt.TextFormat.PlainText] == []
    buttons = [button for button in widget.findChildren(QAbstractButton) if not isinstance(button, ChipButton)]
    said = [button.text() for button in buttons] + [action.text() for action in widget.findChildren(QAction)]
    assert [text for text in said if "&" in text.replace("&&", "")] == []
    assert [tip for tip in _tips(widget) if _is_odd(tip) and not tip.startswith("<div>")] == []


def _is_odd(text: str) -> bool:
    return "<" in text or "&" in text


def _tips(widget: QWidget) -> Iterator[str]:
    """Every tooltip there is, those of rows and lines too."""
    for inner in (widget, *widget.findChildren(QWidget)):
        yield inner.toolTip()
    for view in widget.findChildren(QAbstractItemView):
        model = view.model()
        if model is not None:
            columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
            for row, column in product(range(model.rowCount()), range(columns)):
                yield model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or ""


def _texts(widget: QWidget) -> list[QLineEdit | QPlainTextEdit]:
    found: list[QLineEdit | QPlainTextEdit] = [*widget.findChildren(QLineEdit), *widget.findChildren(QPlainTextEdit)]
    return found


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _first_text(widget: QWidget) -> QWidget:
    """The first long text of a form, or its first line."""
    fields = [field for field in _texts(widget) if field.isVisibleTo(widget) and not field.isReadOnly()]
    return max(fields, key=lambda field: isinstance(field, QPlainTextEdit))
