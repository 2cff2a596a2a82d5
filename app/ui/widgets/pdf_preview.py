"""A PDF on screen: its pages under each other, small pictures of them beside, and finding words in it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, QSizeF, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.core.page_text import PageText
from app.ui.background import Background
from app.ui.widgets.pdf_bar import PdfBar
from app.ui.widgets.pdf_find_bar import PdfFindBar
from app.ui.widgets.pdf_finding import PdfFinding
from app.ui.widgets.pdf_layout import Fit
from app.ui.widgets.pdf_questions import Answer, Question, answer
from app.ui.widgets.pdf_thumbnails import PdfThumbnails
from app.ui.widgets.pdf_view import PdfView
from app.words import Words

_ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
# How much is asked of the worker at a time, so that what is turned to next does not wait long.
_PAGES_AT_ONCE, _SMALL_AT_ONCE = 2, 8


class PdfPreview(QWidget):
    """Ctrl with + and - zooms, Ctrl+0 fits the width and Ctrl+9 the page, Ctrl+F finds; see `PdfView` for the rest.

    Ctrl with Page Up and Page Down turns the pages from anywhere in the window.

    Only the worker opens the PDF, and only for what is seen: pdfium bears one thread. One question is asked at a time,
    the most needed first. The jobs belong to `owner`, which outlives the preview. `copy_asked` carries words that are
    to leave the program: whoever shows the preview knows how that is logged.
    """

    turned = Signal(int)
    copy_asked = Signal(str)

    def __init__(self, words: Words, background: Background, owner: QObject) -> None:
        super().__init__()
        self._words, self._background, self._owner = words, background, owner
        self._pdf = b""
        self._sizes: tuple[QSizeF, ...] = ()
        self._texts: dict[int, PageText] = {}
        self._is_waiting = self._is_opened = False
        self.bar = PdfBar(words)
        self.view = PdfView()
        self.thumbnails = PdfThumbnails(words)
        self.find_bar = PdfFindBar(words)
        self.finding = PdfFinding(self.find_bar, self.view, self._texts)
        self._lay_out()
        self._connect()
        self.clear()

    def show_pdf(self, pdf: bytes) -> None:
        """Show a PDF at the page that is shown now, or the last it has."""
        self._pdf, self._is_opened = pdf, False
        self._ask()

    def clear(self) -> None:
        """Show nothing."""
        self._pdf = b""
        self._show_sizes(())
        self.find_bar.close_it()

    def page(self) -> int:
        """The page shown, counted from 1; 0 while there is none."""
        return self.view.page()

    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    def text(self) -> str:
        """The words on the page shown, as screen readers are given them; "" until they are read."""
        text = self._texts.get(self.page() - 1)
        return text.read() if text else ""

    def turn_to(self, page: int) -> None:
        """Show a page, counted from 1; past the ends the first or the last."""
        self.view.turn_to(page)

    def zoom(self, step: int) -> None:
        """Show the pages a step larger (1) or smaller (-1); 0 fits them to the width."""
        if step == 0:
            self.view.set_zoom(Fit.WIDTH)
        else:
            now = self.view.zoom()
            ahead = [z for z in _ZOOMS if (z > now * 1.01 if step > 0 else z < now * 0.99)]
            if ahead:
                self.view.set_zoom(ahead[0] if step > 0 else ahead[-1])
        self._say()

    def open_search(self) -> None:
        """Open the search."""
        if self._pdf:
            self.find_bar.open_it()

    def is_at_rest(self) -> bool:
        """Whether everything that is in sight is there."""
        return not self._is_waiting

    # Building

    def _lay_out(self) -> None:
        pages = QHBoxLayout()
        pages.setSpacing(8)
        pages.addWidget(self.thumbnails)
        pages.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addWidget(self.find_bar)
        column.addLayout(pages, 1)

    def _connect(self) -> None:
        self.bar.turn_asked.connect(self._on_turn)
        self.bar.zoom_asked.connect(self.zoom)
        self.bar.whole_asked.connect(self._on_whole)
        self.bar.search_asked.connect(self.open_search)
        self.bar.copy_asked.connect(self._on_copy_page)
        self.thumbnails.chosen.connect(self.turn_to)
        self.thumbnails.looked.connect(self._ask)
        self.view.looked.connect(self._on_looked)
        self.view.turned.connect(self._on_turned)
        self.view.zoom_asked.connect(self.zoom)
        self.view.copy_asked.connect(self._on_copy)
        self.view.menu_asked.connect(self._on_menu)
        self.finding.wished.connect(self._ask)
        for keys, slot in (
            ("Ctrl+F", self.open_search),
            ("F3", partial(self.finding.step, 1)),
            ("Shift+F3", partial(self.finding.step, -1)),
            ("Ctrl+PgUp", partial(self._on_turn, -1)),
            ("Ctrl+PgDown", partial(self._on_turn, 1)),
            ("Ctrl++", partial(self.zoom, 1)),
            ("Ctrl+=", partial(self.zoom, 1)),
            ("Ctrl+-", partial(self.zoom, -1)),
            ("Ctrl+0", partial(self.zoom, 0)),
            ("Ctrl+9", self._on_whole),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    # Questions and answers

    def _ask(self) -> None:
        """Ask the worker for what is needed most, unless it is at work for this preview already."""
        question = None if self._is_waiting else self._question()
        if question is not None:
            self._is_waiting = True
            job = self._background.start(self._owner, partial(answer, question))
            job.succeeded.connect(self._on_answered)
            job.failed.connect(self._on_failed)

    def _question(self) -> Question | None:
        if not self._pdf:
            return None
        if not self._is_opened:
            return Question(self._pdf, sizes=True)
        large = tuple(self.view.wanted()[:_PAGES_AT_ONCE])
        seen = (*self.finding.to_be_read(), *self.view.in_sight())
        texts = tuple(page for page in dict.fromkeys(seen) if page not in self._texts)
        if large or texts:
            return Question(self._pdf, large, texts=texts)
        searched, known = self.finding.to_be_searched()
        small = tuple(self._small_ones()[:_SMALL_AT_ONCE])
        if not (searched or small):
            return None
        return Question(self._pdf, small=small, searched=searched, known=known, wanted=self.finding.wanted)

    def _small_ones(self) -> list[tuple[int, float]]:
        if not self.thumbnails.isVisible():
            return []
        return [(page, width / self._sizes[page].width()) for page, width in self.thumbnails.wanted()]

    def _on_answered(self, told: Answer) -> None:
        self._is_waiting = False
        question = told.question
        if question.pdf is self._pdf:
            if question.sizes:
                self._is_opened = True
                self._show_sizes(told.sizes)
            for (page, scale), image in zip(question.large, told.large, strict=True):
                self.view.give(page, scale, image)
            for (page, _scale), image in zip(question.small, told.small, strict=True):
                self.thumbnails.give(page, image)
            if question.texts:
                self._texts.update(zip(question.texts, told.texts, strict=True))
                self._describe()
                self.finding.lead()
            self.finding.take(question.wanted, question.searched, told.read, told.found)
        self._ask()

    def _on_failed(self, error: Exception) -> None:
        self._is_waiting = False
        raise error

    def _show_sizes(self, sizes: tuple[QSizeF, ...]) -> None:
        self._sizes = sizes
        self._texts.clear()
        # Hidden before the view is told, so that it lays the pages out once and as wide as they will be.
        self.thumbnails.setVisible(len(sizes) > 1)
        self.thumbnails.show_pages(sizes)
        self.view.show_pages(sizes, self._texts)
        self.thumbnails.follow(self.page())
        self.finding.begin(len(sizes))
        self._say()

    def _say(self) -> None:
        self.bar.say(self.page(), len(self._sizes), self.view.zoom())
        self._describe()

    def _describe(self) -> None:
        """Give screen readers the page shown: where it is, and its words."""
        self.view.setAccessibleName(self.bar.where() or self._words.tr("Preview"))
        self.view.setAccessibleDescription(self.text())

    # Slots

    def _on_looked(self) -> None:
        self._ask()

    def _on_turned(self, page: int) -> None:
        self.thumbnails.follow(page)
        self._say()
        self.turned.emit(page)

    def _on_turn(self, step: int) -> None:
        self.turn_to(self.page() + step)

    def _on_whole(self) -> None:
        self.view.set_zoom(Fit.PAGE)
        self._say()

    def _on_copy(self) -> None:
        """What is chosen, else the page."""
        if text := self.view.chosen_text() or self.text():
            self.copy_asked.emit(text)

    def _on_copy_page(self) -> None:
        if text := self.text():
            self.copy_asked.emit(text)

    def _on_menu(self, place: QPoint) -> None:
        words, menu = self._words, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = menu.addAction(words.tr("Copy what is chosen"), QKeySequence("Ctrl+C"), self._on_copy)
        chosen.setEnabled(bool(self.view.chosen_text()))
        menu.addAction(words.tr("Copy the text of the page"), self._on_copy_page)
        menu.addAction(words.tr("Choose the text of the page"), QKeySequence("Ctrl+A"), self.view.choose_page)
        menu.addSeparator()
        menu.addAction(words.tr("Find in the print"), QKeySequence("Ctrl+F"), self.open_search)
        menu.popup(place)
