"""A scene for every page, tab, dialog and print: what pictures are taken of, and what tests open one by one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.reports.network_report import network_pdf
from app.reports.plan_report import plan_pdf
from app.services.documents import network_document, plan_document
from app.services.measures import measures_of_case
from app.ui.context import Place
from app.ui.dialogs import (
    change_measure,
    change_passphrase,
    end_measure,
    find_anything,
    move_child,
    new_recovery_key,
    show_help,
    show_log,
    start_measure,
    void_record,
)
from app.ui.pages import case_page, settings_page
from app.ui.pages.case import measures_tab, overview_tab
from tests.stage import Stage

Show = Callable[[Stage], QWidget]


@dataclass(frozen=True, slots=True)
class Scene:
    """Something to look at. `shows` are the classes it is the scene of; `keeps_draft` of forms that write a record."""

    name: str
    shows: tuple[type[QWidget], ...]
    show: Show
    keeps_draft: bool = True


@dataclass(frozen=True, slots=True)
class PrintScene:
    """A print to look at, page by page."""

    name: str
    draw: Callable[[Stage], bytes]


def page(place: Place, tab: str = "", item: str = "") -> Show:
    """The main window at a place."""

    def show(stage: Stage) -> QWidget:
        return stage.window(place, tab, item)

    return show


def dialog(make: Callable[[Stage], QWidget]) -> Show:
    """A dialog by itself."""

    def show(stage: Stage) -> QWidget:
        made = make(stage)
        made.show()
        return made

    return show


def _measure(stage: Stage, make: Callable[..., QWidget]) -> QWidget:
    there = stage.context.read(measures_of_case, stage.case_id)
    return make(stage.context, there[-1], there)


def _start(stage: Stage) -> QWidget:
    there = stage.context.read(measures_of_case, stage.case_id)
    return start_measure.StartMeasure(stage.context, stage.case_id, _child(stage), there)


def _move(stage: Stage) -> QWidget:
    there = stage.context.read(measures_of_case, stage.case_id)
    return move_child.MoveChild(stage.context, stage.case_id, _child(stage), there)


def _child(stage: Stage) -> str:
    return stage.context.status(stage.case_id).file.child.name


def _find(stage: Stage) -> QWidget:
    commands = [find_anything.Command("New case", "Ctrl+N", lambda: None)]
    return find_anything.FindDialog(stage.context, commands)


SCENES: tuple[Scene, ...] = (
    Scene("case-overview", (case_page.CasePage, overview_tab.OverviewTab), page(Place.CASE, "overview")),
    Scene("case-measures", (measures_tab.MeasuresTab,), page(Place.CASE, "measures")),
    Scene("settings", (settings_page.SettingsPage,), page(Place.SETTINGS)),
    Scene("start-measure", (start_measure.StartMeasure,), dialog(_start)),
    Scene(
        "change-measure",
        (change_measure.ChangeMeasure,),
        dialog(partial(_measure, make=change_measure.ChangeMeasure)),
    ),
    Scene("end-measure", (end_measure.EndMeasure,), dialog(partial(_measure, make=end_measure.EndMeasure))),
    Scene("move-child", (move_child.MoveChild,), dialog(_move)),
    Scene(
        "void-record",
        (void_record.VoidRecord,),
        dialog(lambda stage: void_record.VoidRecord(stage.context.words, _child(stage), lambda reason: None)),
        keeps_draft=False,
    ),
    Scene(
        "change-passphrase",
        (change_passphrase.ChangePassphraseDialog,),
        dialog(lambda stage: change_passphrase.ChangePassphraseDialog(stage.context, stage.custody)),
    ),
    Scene(
        "new-recovery-key",
        (new_recovery_key.NewRecoveryKeyDialog,),
        dialog(lambda stage: new_recovery_key.NewRecoveryKeyDialog(stage.context, stage.custody)),
    ),
    Scene(
        "help",
        (show_help.HelpDialog,),
        dialog(lambda stage: show_help.HelpDialog(stage.context.words, Place.SETTINGS)),
    ),
    Scene("log", (show_log.AccessLogDialog,), dialog(lambda stage: show_log.AccessLogDialog(stage.context))),
    Scene("find", (find_anything.FindDialog,), dialog(_find)),
)


def _plan(stage: Stage) -> bytes:
    context = stage.context
    document = context.read(plan_document, stage.case_id, context.catalogue, context.today())
    return plan_pdf(document, context.words)


def _network(stage: Stage) -> bytes:
    context = stage.context
    document = context.read(network_document, stage.case_id, context.catalogue, context.today())
    return network_pdf(document, context.words)


PRINTS: tuple[PrintScene, ...] = (PrintScene("print-plan", _plan), PrintScene("print-network", _network))


class StageClock:
    """A clock that stands at a Monday morning, and moves on by a second whenever it is asked."""

    def __init__(self) -> None:
        self._now = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now


def made_path(folder: Path, caseload: str) -> Path:
    """Where the store of a caseload is made once, to be copied for each stage."""
    return folder / f"{caseload}.db"
