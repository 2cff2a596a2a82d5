"""A print in the program: looked at, then printed, saved, or saved with a password."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QDesktopServices,
    QGuiApplication,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.core.errors import ForlaensError
from app.core.records.handed_print import HowHanded
from app.refusals import refusal
from app.services.store import CASEWORK, Act
from app.ui.ask import Ask, usual_folder
from app.ui.context import Context
from app.ui.dialogs.save_print import SavePrint
from app.ui.handing_out import HandingOut, handing_out
from app.ui.print_work import drawn, printed, saved
from app.ui.printing import NoPrinter, choose_printer
from app.ui.prints.order import PrintOrder
from app.ui.widgets.button import Button
from app.ui.widgets.choice_fields import Option, SegmentedField
from app.ui.widgets.pdf_preview import PdfPreview
from app.ui.widgets.surfaces import Banner, EmptyState
from app.ui.widgets.two_ends import TwoEnds
from app.ui.widgets.work_strip import StopCheck, WorkStrip
from app.words import LANGUAGES, Words

_MOST_WARNINGS = 2  # in sight at first: on a small screen the print needs the room


class PrintPane(QWidget):
    """Shows one print and hands it out. It is logged once it is made, before anything of it leaves the program.

    Drawing, printing and saving go to the worker thread; what takes long can be stopped. `shown` is emitted when a PDF
    is there, `handed_out` when one was printed or saved.
    """

    shown = Signal()
    handed_out = Signal()

    def __init__(self, context: Context, nothing: str) -> None:
        super().__init__()
        self.context, self._words = context, context.words
        self._ask = Ask(context.words)
        self._order: PrintOrder | None = None
        self._pdf = b""
        self._left: QWidget | None = None
        self._nothing = nothing
        self._folder = Path()
        words = context.words
        names = {"da": words.tr("Danish"), "en": words.tr("English")}
        self.language = SegmentedField([Option(code, names[code]) for code in LANGUAGES])
        self.language.describe(words.tr("Language of the print"), "")
        self.language.set_value(words.language)
        self.save = Button(words.tr("Save as PDF …"), icon="download")
        self.lock = Button(words.tr("Save with a password …"), icon="lock")
        self.send = Button(words.tr("Print …"), "main", "printer")
        self.save.setToolTip(words.tr("Ctrl+S"))
        self.send.setToolTip(words.tr("Ctrl+P"))
        self.preview = PdfPreview(words, context.background, context)
        self._warning, self._done = Banner("", "warning"), Banner("", "ok")
        self.work = WorkStrip(words)
        self._empty = EmptyState(nothing, icon="printer")
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.show_order(None)

    def show_order(self, order: PrintOrder | None, nothing: str = "") -> None:
        """Draw this print and show it; None shows what belongs here, or `nothing`, which says why it is not there."""
        self._order, self._pdf = order, b""
        self.work.stop()
        self._done.hide()
        self._warning.setVisible(order is not None and bool(order.warnings))
        self.language.setVisible(order is None or order.again is None)
        if order is None:
            self._empty.set_title(nothing or self._nothing)
            self.preview.clear()
            self._end()
        else:
            self._warn(order.warnings, _MOST_WARNINGS if len(order.warnings) > _MOST_WARNINGS + 1 else None)
            self._draw()
        self._stack.setCurrentIndex(0 if order is None else 1)

    def pdf(self) -> bytes:
        """The PDF shown, b"" while it is drawn or where there is none."""
        return self._pdf

    def is_at_rest(self) -> bool:
        """Whether everything that is in sight of the print is there."""
        return self._order is None or (bool(self._pdf) and self.preview.is_at_rest())

    def _warn(self, warnings: Sequence[str], most: int | None) -> None:
        """Tell what to look at; beyond `most` only how much more there is, until the user wants to see it."""
        shown, rest = warnings[:most], len(warnings) - len(warnings[:most])
        more = [self._words.trn("and {n} more", "and {n} more", rest)] if rest else []
        self._warning.offer(self._words.tr("Show all") if rest else "")
        self._warning.say("\n".join((*shown, *more)), "warning")

    # Building

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(TwoEnds(self.language, (self.save, self.lock, self.send)))
        for widget in (self._warning, self._done, self.work):
            column.addWidget(widget)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.preview)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.language.edited.connect(self._draw)
        self.preview.copy_asked.connect(self._on_copy)
        self.send.clicked.connect(self._on_print)
        self.save.clicked.connect(self._on_save)
        self.lock.clicked.connect(self._on_lock)
        for keys, button in ((QKeySequence.StandardKey.Save, self.save), (QKeySequence.StandardKey.Print, self.send)):
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)
        self.work.stopped.connect(self._on_stopped)
        self._done.acted.connect(self._on_open_folder)
        self._warning.acted.connect(self._on_all_warnings)

    def _enable(self, ready: bool) -> None:
        """Whether it can be handed out. Meanwhile the cursor waits in the pages, and comes back to its button."""
        focused, view = self.window().focusWidget(), self.preview.view
        buttons: tuple[QWidget, ...] = (self.save, self.lock, self.send)
        if not ready and focused in buttons:
            self._left = focused
            view.setFocus()
        for button in buttons:
            button.setEnabled(ready)
        if ready and self._left is not None:
            if focused is view:
                self._left.setFocus()
            self._left = None
        self.language.setEnabled(self._order is not None)

    # Work

    def _draw(self) -> None:
        if self._order is None:
            return
        check, words = self._begin(self._words.tr("The print is being made")), self._print_words()
        job = self.context.background.start(self.context, partial(drawn, self._order, words, check))
        job.succeeded.connect(self._on_drawn)
        job.failed.connect(self._on_failed)

    def _begin(self, saying: str) -> StopCheck:
        """Show that something is being done, and give the work what stops it."""
        self._enable(False)
        self._done.hide()
        return self.work.begin(saying)

    def _end(self) -> None:
        self.work.end()
        self._enable(bool(self._pdf))

    def _print_words(self) -> Words:
        again = self._order.again if self._order else None
        language = again.language if again else self.language.value()
        return self._words if language == self._words.language else Words(language)

    def _on_drawn(self, told: tuple[PrintOrder, str, bytes]) -> None:
        order, language, pdf = told
        if order is not self._order or language != self._print_words().language:
            return  # another print was asked for since
        self._pdf = pdf
        self._end()
        self.preview.show_pdf(pdf)
        self.shown.emit()

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, ForlaensError):
            raise error
        self._say(refusal(self._words, error), "error")

    def _on_stopped(self) -> None:
        self._enable(bool(self._pdf))

    def _on_all_warnings(self) -> None:
        if self._order is not None:
            self._warn(self._order.warnings, None)

    # Handing out

    def _may_leave(self, do_it: str) -> bool:
        """Whether the user, told what to look at, wants it to leave the program."""
        if self._order is None or not self._order.warnings:
            return self._order is not None
        title = self._words.tr("Look at this before it is handed out")
        return self._ask.confirm(self, title, "\n\n".join(self._order.warnings), do_it, grave=True)

    def _hands_out(self, order: PrintOrder, how: HowHanded, purpose: str = CASEWORK) -> HandingOut:
        """The print as it is to be logged and kept when it leaves."""
        pages = self.preview.page_count()
        return handing_out(self.context, order, self._pdf, self._print_words(), how, pages, purpose)

    def _on_copy(self, text: str) -> None:
        """Words of the print go to the clipboard, and with it out of the program."""
        if self._order is None or not self._may_leave(self._words.tr("Copy anyway")):
            return
        detail = f"{self._order.code} {self._print_words().language} copied"
        for case_id in self._order.case_ids or ("",):
            self.context.log(Act.EXPORT, case_id, CASEWORK, detail)
        QGuiApplication.clipboard().setText(text)
        self._say(self._words.trn("{n} word copied", "{n} words copied", len(text.split())), "ok")

    def _on_print(self) -> None:
        if self._order is None or not self._may_leave(self._words.tr("Print anyway")):
            return
        try:
            printer = choose_printer(self, self._pdf, "Forlæns", self.preview.page())
        except NoPrinter as error:
            self._on_failed(error)
            return
        if printer is None:
            return
        out = self._hands_out(self._order, HowHanded.PRINTED)
        check = self._begin(self._words.tr("The pages go to the printer"))
        job = self.context.background.start(self.context, partial(printed, out, printer, check))
        job.succeeded.connect(self._on_printed)
        job.failed.connect(self._on_failed)

    def _on_printed(self, _result: None) -> None:
        self._tell(self._words.tr("Sent to the printer"))

    def _on_save(self) -> None:
        self._save_as(locked=False)

    def _on_lock(self) -> None:
        self._save_as(locked=True)

    def _save_as(self, *, locked: bool) -> None:
        if not self._may_leave(self._words.tr("Save anyway")):
            return
        asked = SavePrint(self._words, locked=locked, parent=self)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.saved.connect(partial(self._on_asked, asked))
        asked.open()

    def _on_asked(self, asked: SavePrint) -> None:
        if self._order is None:
            return
        suggested = usual_folder() / self._order.file_name(self._print_words())
        path = self._ask.save_path(self, asked.windowTitle(), suggested, "PDF (*.pdf)")
        if path is None:
            return
        how = HowHanded.LOCKED if asked.password else HowHanded.SAVED
        out = self._hands_out(self._order, how, asked.purpose)
        check = self._begin(self._words.tr("The file is being written"))
        job = self.context.background.start(self.context, partial(saved, out, path, asked.password, check))
        job.succeeded.connect(self._on_saved)
        job.failed.connect(self._on_failed)

    def _on_saved(self, path: Path) -> None:
        self._folder = path.parent
        self._tell(self._words.tr("Saved as {file}", file=path.name), self._words.tr("Open the folder"))

    def _on_open_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            self._say(self._words.tr("The system opens no folders. It is {folder}.", folder=self._folder), "warning")

    def _tell(self, done: str, action: str = "") -> None:
        self._end()
        self._say(done, "ok", action)
        self.handed_out.emit()

    def _say(self, text: str, kind: str, action: str = "") -> None:
        """Tell what came of it, to screen readers too."""
        self._done.offer(action)
        self._done.say(text, kind)
        self._done.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._done, text))
