"""The quiet figures under a network: a line of small words, each with its explanation on hover and on focus."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolTip, QWidget

from app.core.network_figures import NetworkFigures, network_figures
from app.core.records.documents import DocumentMapPerson, NetworkDocument
from app.ui.theme import theme_of
from app.ui.widgets.text import OneLine
from app.ui.widgets.tips import plain_tip
from app.words import Words

_MOST = 5  # figures that `figures_in_words` tells


class NetworkFiguresLine(QWidget):
    """Shows the figures of a map; blank where nobody is on it."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        # All of them from the beginning: Tab comes last to what is made late.
        self._labels = [_Figure() for _ in range(_MOST)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        for label in self._labels:
            row.addWidget(label)
        row.addStretch(1)
        self.setAccessibleName(words.tr("Figures of the network"))

    def show_map(self, document: NetworkDocument) -> None:
        """Show the figures of this map."""
        told = figures_in_words(network_figures(document), self._words) if document.people else []
        for label, figure in zip_longest(self._labels, told):
            label.setVisible(figure is not None)
            if figure is not None:
                label.tell(*figure)
        self.setVisible(bool(told))


class _Figure(OneLine):
    """One figure; it takes the focus, so that its explanation can be read without a mouse."""

    def __init__(self) -> None:
        self._explanation = ""
        super().__init__(look="small")
        # The map has the height: where a line is too narrow for all figures they are cut, and whole on hover.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.WhatsThisCursor)

    def tell(self, text: str, explanation: str) -> None:
        """Show a figure and what it means."""
        self._explanation = explanation
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(explanation)

    def _tell(self) -> None:
        self.setToolTip(plain_tip(f"{self.text()}. {self._explanation}" if self._explanation else ""))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell what it means."""
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), self.toolTip(), self)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say no more."""
        super().focusOutEvent(event)
        QToolTip.hideText()
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Look alive under the mouse."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Be quiet again."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, and the ring of focus."""
        super().paintEvent(event)
        if self.hasFocus() or self.underMouse():
            painter = QPainter(self)
            painter.setPen(QPen(theme_of(self).focus if self.hasFocus() else theme_of(self).line, 1.5))
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
            painter.end()


def figures_in_words(figures: NetworkFigures, words: Words) -> list[tuple[str, str]]:
    """Each figure in a few words, and what it is in a sentence or two."""
    found = [
        (
            words.trn("{n} person", "{n} people", figures.size),
            words.tr("People on the map, without the child and those who have died."),
        ),
        (
            words.tr("{part} of {whole} close", part=figures.close.part, whole=figures.close.whole),
            _closeness(figures, words),
        ),
        (
            words.tr(
                "{private} private, {professional} professional",
                private=figures.private.part,
                professional=figures.private.whole - figures.private.part,
            ),
            words.tr("Family, friends and others beside those who are there by profession."),
        ),
    ]
    if figures.density.whole:
        found.insert(2, _ties(figures, words))
    if figures.could_help:
        found.append(
            (
                words.trn("{n} could perhaps help more", "{n} could perhaps help more", len(figures.could_help)),
                words.tr(
                    "Close to the child or with an offer noted, on good terms, and not asked to a network meeting yet: "
                    "{names}.",
                    names=_named(figures.could_help, words),
                ),
            )
        )
    return found


def _ties(figures: NetworkFigures, words: Words) -> tuple[str, str]:
    density = figures.density
    return (
        words.tr("ties: {part} of {whole}", part=density.part, whole=density.whole),
        words.tr(
            "Lines between the people themselves, of all pairs there could be: {percent} %. "
            "Broken lines do not count. Few ties mean that people do not know of each other.",
            percent=density.percent,
        ),
    )


def _closeness(figures: NetworkFigures, words: Words) -> str:
    parts = ", ".join(
        words.tr(
            "{sector} {part} of {whole}",
            sector=one.sector.name.of(words.language).lower(),
            part=one.close.part,
            whole=one.close.whole,
        )
        for one in figures.by_sector
    )
    return words.tr("In the inner ring, by group: {parts}.", parts=parts)


def _named(people: Sequence[DocumentMapPerson], words: Words) -> str:
    return ", ".join(person.name or person.role or words.tr("protected person") for person in people)
