"""The staircase: every child on its step. The program's face."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QWidget

from app.ui.widgets.staircase_canvas import StairCanvas, StairStep
from app.ui.widgets.staircase_chip import ChipButton, StairChip
from app.ui.widgets.staircase_layout import Stairs, StairsMeasure, StepNeeds, place_stairs
from app.words import Words

# The size of text that the measures of the layout are meant for.
_BODY = 14


class Staircase(QScrollArea):
    """Shows the steps with a chip for each child on them.

    `opened` carries the key of a case; `move_asked` a case and the step it is to move to, by mouse (dragged) or by
    keyboard (M). Tab enters at one chip, the arrow keys walk from chip to chip. It scrolls only where so many stand
    on it that not even the tightest layout holds them.
    """

    opened = Signal(str)
    move_asked = Signal(str, str)

    def __init__(self, words: Words, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._steps: tuple[StairStep, ...] = ()
        self._chips: list[list[ChipButton]] = []
        self._current = ""
        self._canvas = StairCanvas(words)
        self._canvas.setAccessibleName(name)
        self._canvas.setProperty("look", "clear")
        self._canvas.dropped.connect(self.move_asked)
        self.setWidget(self._canvas)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._canvas.setAutoFillBackground(False)

    def show_steps(self, steps: Sequence[StairStep]) -> None:
        """Show these steps, the least intrusive first; the chip that had the focus keeps it where it is still there."""
        had_focus = any(chip.hasFocus() for chip in self.chips())
        for chip in self.chips():
            chip.hide()
            chip.deleteLater()
        self._steps = tuple(steps)
        self._chips = [[self._made(chip) for chip in step.chips] for step in self._steps]
        self._canvas.show_steps(self._steps)
        self._place()
        chosen = self.chip(self._current) or next(self.chips(), None)
        if chosen is not None:
            self._make_current(chosen)
            if had_focus:
                chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def chips(self) -> Iterator[ChipButton]:
        """All chips, step by step."""
        for of_step in self._chips:
            yield from of_step

    def chip(self, key: str) -> ChipButton | None:
        """The chip of a case."""
        return next((chip for chip in self.chips() if chip.chip.key == key), None)

    def menu_for(self, chip: ChipButton) -> QMenu:
        """What can be done with a child: open its case, or move it to another step."""
        menu = QMenu(self)
        menu.setProperty("case", chip.chip.key)
        menu.addAction(self._words.tr("Open the case")).setData("")
        menu.addSeparator()
        for step in self._steps:
            if chip.chip not in step.chips:
                menu.addAction(self._words.tr("Move to {step}", step=step.full_name)).setData(step.key)
        menu.triggered.connect(self._on_chosen)
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything anew."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Fit another size of text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._place()

    def _made(self, chip: StairChip) -> ChipButton:
        button = ChipButton(chip, self._canvas)
        button.clicked.connect(self._on_clicked)
        button.walked.connect(self._on_walked)
        button.menu_asked.connect(self._on_menu_asked)
        button.focused.connect(self._on_focused)
        return button

    def _place(self) -> None:
        stairs = self._stairs()
        room = self.viewport().size()
        over_wide, over_high = stairs.width > room.width(), stairs.height > room.height()
        self._canvas.setMinimumSize(ceil(stairs.width) if over_wide else 0, ceil(stairs.height) if over_high else 0)
        self._canvas.place(stairs)
        for of_step, place in zip(self._chips, stairs.steps, strict=True):
            for chip, box in zip(of_step, place.chips, strict=True):
                chip.setGeometry(round(box.x), round(box.y), round(box.w), round(box.h))
                chip.show()

    def _stairs(self) -> Stairs:
        font = QFont(self.font())
        scale = font.pixelSize() / _BODY
        font.setPixelSize(font.pixelSize() - 1)
        font.setWeight(QFont.Weight.DemiBold)
        metrics, room = QFontMetrics(font), self.viewport()
        needs = [
            StepNeeds(
                chips=tuple(float(chip.sizeHint().width()) for chip in of_step),
                name=max((float(metrics.horizontalAdvance(word)) for word in step.name.split()), default=0.0),
            )
            for step, of_step in zip(self._steps, self._chips, strict=True)
        ]
        return place_stairs(needs, room.width(), room.height(), StairsMeasure().scaled(scale))

    def _make_current(self, chosen: ChipButton) -> None:
        """Let Tab enter at this chip and at no other."""
        self._current = chosen.chip.key
        for chip in self.chips():
            here = chip is chosen
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def _neighbour(self, chip: ChipButton, across: int, down: int) -> ChipButton | None:
        """The next chip in a direction: above or below in its own column, else in the nearest column that has any."""
        others = [other for other in self.chips() if other is not chip]
        if down:
            found = [o for o in others if o.x() == chip.x() and (o.y() - chip.y()) * down > 0]
            return min(found, key=lambda o: abs(o.y() - chip.y()), default=None)
        found = [o for o in others if (o.x() - chip.x()) * across > 0]
        return min(found, key=lambda o: (abs(o.x() - chip.x()), abs(o.y() - chip.y())), default=None)

    def _sender(self) -> ChipButton:
        sender = self.sender()
        assert isinstance(sender, ChipButton)  # noqa: S101 (only chips are connected)
        return sender

    def _on_clicked(self) -> None:
        self.opened.emit(self._sender().chip.key)

    def _on_walked(self, across: int, down: int) -> None:
        chosen = self._neighbour(self._sender(), across, down)
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(chosen, 0, 8)

    def _on_focused(self) -> None:
        self._make_current(self._sender())

    def _on_menu_asked(self, at: QPoint) -> None:
        menu = self.menu_for(self._sender())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _on_chosen(self, action: QAction) -> None:
        case = str(self.sender().property("case"))
        if step := action.data():
            self.move_asked.emit(case, step)
        else:
            self.opened.emit(case)
