"""What stands beside the fields of a plan to be taken or left: the kind the law has, what was decided, and the
themes that a youth plan asks for besides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.catalogue import Theme
from app.core.plan_proposal import KindProposal, PlanOffer
from app.core.records.plan import PlanKind
from app.labels import choice
from app.labels.plan_proposals import offer_source, offer_text, why_this_plan
from app.ui.widgets.button import Button
from app.ui.widgets.flow import Flow
from app.ui.widgets.form import Form
from app.ui.widgets.text import Text
from app.ui.widgets.tips import plain_tip
from app.words import Words


class KindAdvice(QWidget):
    """Why the law asks for this plan, and where another was chosen a way to the one it asks for: `taken`."""

    taken = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.why = Text(look="small", wrap=True)
        self.take = Button("", "link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.why)
        column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self.take.clicked.connect(self.taken)

    def show_advice(self, found: KindProposal, kind: PlanKind) -> None:
        """Tell what the law asks for beside the kind that is chosen."""
        words = self._words
        self.why.setText(why_this_plan(words, found))
        self.take.setText(words.tr("Change to: {kind}", kind=choice(words, found.kind)))
        self.take.setVisible(found.kind is not kind)


class Offers(QObject):
    """A link below each field for which the case has words; `taken` carries the field and the words."""

    taken = Signal(str, str)

    def __init__(self, words: Words, form: Form, fields: Iterable[str]) -> None:
        super().__init__(form)
        self._words = words
        self._texts: dict[str, str] = {}
        self.links: dict[str, Button] = {}
        for field in fields:
            link = self.links[field] = Button("", "link", "copy")
            form.row(field).add_below(link, as_wide=False)
            QWidget.setTabOrder(form.field(field).control(), link)
            link.clicked.connect(partial(self._on_clicked, field))
            link.hide()

    def show_offers(self, offers: Sequence[PlanOffer]) -> None:
        """Show these, the words of each on hover and to screen readers."""
        there = {offer.field: offer for offer in offers}
        for field, link in self.links.items():
            offer = there.get(field)
            if offer is not None:
                text = self._texts[field] = offer_text(self._words, offer)
                link.setText(offer_source(self._words, offer))
                link.setToolTip(plain_tip(text))
                link.setAccessibleDescription(text)
            link.setVisible(offer is not None)

    def _on_clicked(self, field: str) -> None:
        self.taken.emit(field, self._texts[field])


class YouthThemes(QWidget):
    """The themes of a youth plan that no goal is about yet; `asked` carries the key of one to have a goal."""

    asked = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._themes: tuple[Theme, ...] = ()
        self._flow = Flow(self, gap=4)
        self._lead = Text(words.tr("A youth plan also asks for goals about:"), "small")
        self._flow.addWidget(self._lead)
        self.links: list[Button] = []
        self.hide()

    def show_themes(self, themes: Sequence[Theme]) -> None:
        """Offer a goal about each of these."""
        if tuple(themes) == self._themes:
            return
        self._themes = tuple(themes)
        for link in self.links:
            link.hide()
            link.deleteLater()
        self.links = [self._link(theme) for theme in themes]
        self.setVisible(bool(themes))

    def _link(self, theme: Theme) -> Button:
        name = theme.names.of(self._words.language)
        link = Button(name, "link", "plus")
        link.setAccessibleName(self._words.tr("Add a goal about: {theme}", theme=name))
        link.clicked.connect(partial(self.asked.emit, theme.key))
        self._flow.addWidget(link)
        return link
