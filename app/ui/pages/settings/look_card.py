"""Language, theme and size of text."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.ui.context import Context
from app.ui.widgets.button import Button
from app.ui.widgets.choice_fields import Option, SegmentedField
from app.ui.widgets.form import Form
from app.ui.widgets.surfaces import Card
from app.ui.widgets.text import Text

_SIZES = (100, 115, 130, 150, 200)


class LookCard(Card):
    """Theme and size apply at once; the language when the caseload is opened anew, which `lock_asked` brings about."""

    lock_asked = Signal()

    def __init__(self, context: Context) -> None:
        words = context.words
        super().__init__(words.tr("Language and look"))
        self._context = context
        now = context.settings.now
        form = Form(words)
        # Each language is called by its own name.
        self._language = form.add(
            "language", words.tr("Language"), SegmentedField((Option("da", "Dansk"), Option("en", "English")))
        )
        self._theme = form.add(
            "theme",
            words.tr("Theme"),
            SegmentedField(
                (
                    Option("auto", words.tr("As the system")),
                    Option("light", words.tr("Light")),
                    Option("dark", words.tr("Dark")),
                )
            ),
        )
        sizes = tuple(Option(str(size), words.tr("{n} %", n=size)) for size in _SIZES)
        self._size = form.add("size", words.tr("Size of text"), SegmentedField(sizes))
        form.set_values({"language": now.language, "theme": now.theme, "size": str(round(now.text_scale * 100))})
        self._note = Text(words.tr("The language changes when the caseload is opened anew."), "small", wrap=True)
        self._anew = Button(words.tr("Lock and open anew"))
        self.body.addWidget(form)
        self.body.addWidget(self._note)
        self.body.addWidget(self._anew)
        self._show_note()
        self._language.edited.connect(self._on_language)
        self._theme.edited.connect(self._on_look)
        self._size.edited.connect(self._on_look)
        self._anew.clicked.connect(lambda _: self.lock_asked.emit())

    def _show_note(self) -> None:
        waits = self._context.settings.now.language != self._context.words.language
        self._note.setVisible(waits)
        self._anew.setVisible(waits)

    def _on_language(self) -> None:
        self._context.settings.change(language=self._language.value())
        self._show_note()

    def _on_look(self) -> None:
        theme, scale = self._theme.value(), int(self._size.value()) / 100
        self._context.look.choose(theme, scale)
        self._context.settings.change(theme=theme, text_scale=scale)
