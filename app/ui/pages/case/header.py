"""The head of a case: who the child is, what to know before anything else, and the main action."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAction, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.core.cpr import masked, shown
from app.core.dates import age_on, long_date, screen_date
from app.core.records.case import SchoolFact
from app.core.records.person import Person
from app.core.status import CaseStatus
from app.ui.pages.cases.actions import VERBS, Verb, verbs_for
from app.ui.prints.registry import PRINTS
from app.ui.theme import theme_of
from app.ui.widgets.button import Button, IconButton
from app.ui.widgets.marks import Chip
from app.ui.widgets.text import Text
from app.words import Words

CALENDAR_FILE, HANDED_OUT = "calendar_file", "handed_out"
"""What `print_asked` says for the two things of the menu that are no prints."""


class CaseHeader(QWidget):
    """Says whose case is shown. Emits what is asked for and decides nothing."""

    back_asked = Signal()
    reveal_asked = Signal()
    register_asked = Signal()
    print_asked = Signal(str)
    verb_asked = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._digits = ""
        self._disc = InitialsDisc()
        self._name = Text(look="title", wrap=True)
        self._facts = Text(look="quiet", wrap=True)
        self._cpr = Text(look="quiet", select=True)
        self._back = IconButton("chevron-left", words.tr("Back to the cases"))
        self._reveal = IconButton("eye", words.tr("Show the CPR number"))
        self._register = Button(words.tr("Register follow-up"), "main")
        self._print = Button(words.tr("Print"))
        self._case = Button(words.tr("The case"))
        self._verbs: dict[Verb, QAction] = {}
        self._chips = [Chip("") for _ in _BADGES]
        self._lay_out()
        self._connect()

    def show_status(self, status: CaseStatus, *, caseworker: str, over_limit: bool) -> None:
        """Show the case as it stands."""
        child, words = status.file.child, self._words
        self._disc.show_child(child, status.step.number)
        self._name.setText(child.name)
        self._facts.setText(" · ".join(facts(status, caseworker, words)))
        self._digits = child.cpr
        self._show_cpr(masked(child.cpr))
        self._register.setVisible(status.file.case.is_open(status.today))
        offered = verbs_for(status)
        for verb, action in self._verbs.items():
            action.setVisible(verb in offered)
        self._case.setVisible(any(action.isVisible() for action in self._verbs.values()))
        texts = badges(status, over_limit, words)
        for chip, (text, tone) in zip(self._chips, texts, strict=True):
            chip.say(text, tone)
            chip.setVisible(bool(text))

    def reveal(self) -> None:
        """Show the CPR number in full until the case is shown anew."""
        self._show_cpr(shown(self._digits))
        self._reveal.hide()

    def name(self) -> str:
        """The name shown."""
        return self._name.text()

    def _show_cpr(self, text: str) -> None:
        self._cpr.setText(self._words.tr("CPR {number}", number=text) if text else "")
        self._cpr.setVisible(bool(text))
        self._reveal.setVisible(bool(text))

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(4)
        self._cpr.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        below.addWidget(self._cpr)
        below.addWidget(self._reveal)
        below.addWidget(self._facts, 1)
        chips = QVBoxLayout()
        chips.setContentsMargins(0, 7, 0, 0)  # in the middle beside the buttons, where there is but one
        chips.setSpacing(4)
        for chip in self._chips:
            chips.addWidget(chip, 0, Qt.AlignmentFlag.AlignRight)
        chips.addStretch(1)
        above = QHBoxLayout()
        above.setSpacing(12)
        above.addWidget(self._name, 1)
        above.addLayout(chips)
        for button in (self._case, self._print, self._register):
            above.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        # What is told of the child has the whole width below the buttons, so that it seldom needs a second line.
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addLayout(above)
        told.addLayout(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        start = QHBoxLayout()
        start.setSpacing(12)
        start.addWidget(self._back)
        start.addWidget(self._disc)
        row.addLayout(start)
        row.addLayout(told, 1)
        row.setAlignment(start, Qt.AlignmentFlag.AlignTop)

    def _connect(self) -> None:
        self._offer_prints()
        self._offer_verbs()
        self._back.clicked.connect(self.back_asked)
        self._reveal.clicked.connect(self.reveal_asked)
        self._register.clicked.connect(self.register_asked)

    def _offer_prints(self) -> None:
        menu, words = QMenu(self._print), self._words
        for one in PRINTS:
            if one.of_child:
                menu.addAction(words.tr(one.name)).setObjectName(one.key)
        menu.addSeparator()
        menu.addAction(words.tr("Calendar file for the family …")).setObjectName(CALENDAR_FILE)
        menu.addAction(words.tr("Prints handed out …")).setObjectName(HANDED_OUT)
        menu.triggered.connect(self._on_print)
        self._print.open_menu(menu)

    def _offer_verbs(self) -> None:
        menu = QMenu(self._case)
        for verb, text in VERBS.items():
            if verb is not Verb.OPEN:
                self._verbs[verb] = menu.addAction(self._words.tr(text))
                self._verbs[verb].setObjectName(verb)
        menu.triggered.connect(self._on_verb)
        self._case.open_menu(menu)

    def _on_verb(self, action: QAction) -> None:
        self.verb_asked.emit(action.objectName())

    def _on_print(self, action: object) -> None:
        self.print_asked.emit(getattr(action, "objectName", str)())


_BADGES = ("protected", "limit", "closed", "voided")


def badges(status: CaseStatus, over_limit: bool, words: Words) -> tuple[tuple[str, str], ...]:
    """What to know before anything else, with its tone; "" for what does not hold."""
    case, protected = status.file.case, status.file.child.is_protected(status.today)
    return (
        (words.tr("Address protected") if protected else "", "over"),
        (words.tr("Over the limit") if over_limit and status.file.exceptions else "", "over"),
        (words.tr("Closed {date}", date=long_date(case.closed, words.language)) if case.closed else "", ""),
        (words.tr("Struck out") if case.voided_on else "", "over"),
    )


def facts(status: CaseStatus, caseworker: str, words: Words) -> list[str]:
    """Age, school, since when the case is open, and whose it is."""
    file, day = status.file, status.today
    found = [age_in_words(file.child, day, words)]
    found.append(school_in_words(status.school))
    found.append(words.tr("case opened {date}", date=screen_date(file.case.opened)))
    found.append(caseworker)
    return [fact for fact in found if fact]


def age_in_words(child: Person, day: date, words: Words) -> str:
    """ "9 years", or the day an unborn child is expected; "" where neither is known."""
    age = age_on(child.birth_date, day)
    if age is not None:
        return words.trn("{n} year", "{n} years", age)
    if child.term_date:
        return words.tr("expected {date}", date=long_date(child.term_date, words.language))
    return ""


def school_in_words(fact: SchoolFact | None) -> str:
    """The school and the grade, "" where none is known."""
    return ", ".join(part for part in (fact.name, fact.grade) if part) if fact else ""


class InitialsDisc(QWidget):
    """The child's initials on a disc in the colour of its step; the name stands beside it."""

    SIZE = 52

    def __init__(self) -> None:
        super().__init__()
        self._initials, self._step = "", 0
        self.setFixedSize(self.SIZE, self.SIZE)

    def show_child(self, child: Person, step: int) -> None:
        """Show whose disc it is, and on which step the child stands."""
        self._initials = (child.first_name[:1] + child.last_name[:1]).upper()
        self._step = step
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the disc."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.step(self._step))
        painter.drawEllipse(QRectF(self.rect()))
        font = QFont(self.font())
        font.setPixelSize(18)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.step_ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._initials)
        painter.end()
