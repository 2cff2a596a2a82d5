"""Looking at network map and genogram: wheel, fingers, mouse and keys do the same in both."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.network_layout import Point
from app.ui.look import BODY
from app.ui.widgets.genogram_canvas import GenogramCanvas
from app.ui.widgets.map_sheet import MapSheet
from app.ui.widgets.network_canvas import NetworkCanvas
from app.ui.widgets.zoom_buttons import ZoomButtons
from app.words import Words
from tests.core.a_family import family
from tests.core.network_documents import document, person

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
GROUND = QPoint(3, 380)


class Looked(NamedTuple):
    """A drawing in a small window, with the buttons that look at it."""

    sheet: MapSheet
    buttons: ZoomButtons

    def place(self, who: str) -> QPointF:
        """Where somebody stands."""
        if isinstance(self.sheet, GenogramCanvas):
            return self.sheet.place_of(who)
        assert isinstance(self.sheet, NetworkCanvas)
        picture = self.sheet.picture()
        assert picture is not None
        return picture.to_screen(Point(picture.nodes[who].x, picture.nodes[who].y))

    def choose(self, who: str) -> None:
        """As the list beside it does."""
        assert isinstance(self.sheet, GenogramCanvas | NetworkCanvas)
        self.sheet.select(who)

    def wheel(
        self, where: QPointF, notches: int, pixels: QPoint | None = None, keys: Qt.KeyboardModifier = NONE
    ) -> None:
        """Turn the wheel, or move two fingers so many pixels."""
        at, turned = QPointF(self.sheet.mapToGlobal(where.toPoint())), QPoint(0, 120 * notches)
        phase, no_button = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
        event = QWheelEvent(where, at, pixels or QPoint(), turned, no_button, keys, phase, False)
        QApplication.sendEvent(self.sheet, event)

    def drag(self, start: QPoint, way: QPoint, button: Qt.MouseButton = LEFT) -> None:
        """Drag by mouse."""
        QTest.mousePress(self.sheet, button, pos=start)
        QTest.mouseMove(self.sheet, start + way / 2)
        QTest.mouseMove(self.sheet, start + way)
        QTest.mouseRelease(self.sheet, button, pos=start + way)


@pytest.fixture(params=["map", "genogram"])
def looked(request: pytest.FixtureRequest, qtbot: QtBot) -> Looked:
    words = Words("en")
    drawn, kin = NetworkCanvas(words), GenogramCanvas(words)
    people = [person(key) for key in ("mum", "dad", "gran")]
    drawn.show_map(document(*people), {one.id: n for n, one in enumerate(people, 1)}, {}, editable=False)
    kin.show_family(family("gran:f mum:f dad:m child:f", "mum+dad(married)", "gran>mum", "mum+dad>child"), {})
    qtbot.addWidget(drawn)
    qtbot.addWidget(kin)
    sheet: MapSheet = drawn if request.param == "map" else kin
    letters = sheet.font()
    letters.setPixelSize(BODY)
    sheet.setFont(letters)
    sheet.resize(520, 400)
    sheet.show()
    return Looked(sheet, ZoomButtons(words, sheet, "all"))


def test_the_wheel_looks_nearer_at_what_lies_under_the_mouse(looked: Looked) -> None:
    looked.wheel(looked.place("mum"), 30)
    there, zooms = looked.place("mum"), [looked.sheet.camera.zoom]
    for keys, turn in ((NONE, -1), (CTRL, -1), (CTRL, 1), (NONE, 1)):
        looked.wheel(there, turn, keys=keys)
        zooms.append(looked.sheet.camera.zoom)
        assert (looked.place("mum") - there).manhattanLength() <= 3
    assert zooms == pytest.approx([zooms[0] * share for share in (1, 0.8, 0.64, 0.8, 1)])
    QTest.qWait(200)  # the words are laid out anew
    assert (looked.place("mum") - there).manhattanLength() <= 3


@pytest.mark.parametrize("by", ["background", "middle button", "space bar", "two fingers"])
def test_the_sheet_follows_whoever_holds_it(looked: Looked, by: str) -> None:
    looked.wheel(QPointF(looked.sheet.rect().center()), 30)
    looked.sheet.grab()
    before, way = looked.place("dad"), QPoint(12, -10)
    if by == "background":
        looked.drag(GROUND, way)
    elif by == "middle button":
        looked.drag(looked.sheet.rect().center(), way, MIDDLE)
    elif by == "space bar":
        QTest.keyPress(looked.sheet, Qt.Key.Key_Space)
        looked.drag(looked.sheet.rect().center(), way)
        QTest.keyRelease(looked.sheet, Qt.Key.Key_Space)
    else:
        looked.wheel(QPointF(GROUND), 0, way)
    assert (looked.place("dad") - before - way.toPointF()).manhattanLength() <= 3


def test_keys_and_buttons_look_nearer_further_and_at_all_of_it(looked: Looked) -> None:
    sheet, (nearer, further, whole) = looked.sheet, looked.buttons.all()
    QTest.keyClick(sheet, Qt.Key.Key_0, CTRL)
    places = [looked.place(who) for who in ("mum", "dad", "gran")]
    assert all(sheet.rect().contains(place.toPoint()) for place in places)
    assert [button.isEnabled() for button in (nearer, further, whole)] == [True, False, False]

    QTest.keyClick(sheet, Qt.Key.Key_Plus, CTRL)
    nearer.click()
    assert sheet.camera.zoom == pytest.approx(1.25**2)
    QTest.keyClick(sheet, Qt.Key.Key_Minus, CTRL)
    further.click()
    assert sheet.camera.zoom == pytest.approx(1)
    for _ in range(30):
        QTest.keyClick(sheet, Qt.Key.Key_Equal, CTRL)
    assert [button.isEnabled() for button in (nearer, further, whole)] == [False, True, True]
    whole.click()
    assert [looked.place(who) for who in ("mum", "dad", "gran")] == places


def test_nothing_is_lost_out_of_sight_and_who_is_chosen_comes_into_it(looked: Looked) -> None:
    sheet = looked.sheet
    looked.wheel(looked.place("dad"), 30)
    looked.wheel(QPointF(GROUND), 0, QPoint(100_000, 100_000))
    assert (sheet.camera.middle - QPointF(sheet.rect().center())).manhattanLength() < sheet.width() * 6
    looked.wheel(QPointF(GROUND), 0, QPoint(-100_000, 0))
    looked.choose("gran")
    assert sheet.rect().contains(looked.place("gran").toPoint())
    # A smaller window shows them still.
    sheet.resize(400, 300)
    looked.choose("mum")
    assert sheet.rect().contains(looked.place("mum").toPoint())
