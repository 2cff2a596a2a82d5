"""The entry of a case file that is looked at: its text, who else is named in it, and what can be decided about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QWidget

from app import labels
from app.core.case_file import Mention
from app.core.dates import screen_date
from app.core.records.file_access import EntryChoice, FileEntry, Withheld
from app.ui.dialogs.entry_text import EntryText
from app.ui.widgets.button import Button
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.ui.widgets.flow import Flow
from app.ui.widgets.surfaces import Banner, Card
from app.ui.widgets.text import Text
from app.words import Words

_WHY_WIDE = 320  # px: the longest reason
_NAMES_WIDE = 275  # px: a whole name, and two buttons beside it


class EntryCard(Card):
    """Shows an entry and asks why; whoever holds it decides."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.text = EntryText(words.tr("Text of the entry"))
        self.why = ChoiceField(
            [Option(w.value, labels.choice(words, w)) for w in Withheld], empty=words.tr("Choose why")
        )
        self.named = ChoiceField(empty=words.tr("Nobody else is named here"))
        self.leave = Button(words.tr("Leave out the entry"))
        self.keep = Button(words.tr("Keep back what is marked"), icon="pencil")
        self.give = Button(words.tr("Give all of it"), "quiet")
        self.each = Button(words.tr("Keep back the name here"), "quiet")
        self.everywhere = Button(words.tr("In all entries"), "quiet")
        self.title = Text(look="heading", wrap=True)
        self._said = Banner("", "warning")
        self.why.describe(words.tr("Why it is kept back"), "")
        self.named.describe(words.tr("Who else is named here"), "")
        self.why.setFixedWidth(_WHY_WIDE)
        self.named.setFixedWidth(_NAMES_WIDE)
        self.body.addWidget(self.title)
        self.body.addWidget(self._said)
        self.body.addWidget(self.text, 1)
        for fields in ((self.why,), (self.keep, self.leave, self.give), (self.named, self.each, self.everywhere)):
            self.body.addWidget(_strip(fields))
        self._said.hide()

    def show_nothing(self) -> None:
        """Say that there is no entry to look at."""
        self._enable(False, False)
        self.title.setText(self._words.tr("There is nothing in this period"))
        self.text.set_text("")

    def show_entry(self, entry: FileEntry, choice: EntryChoice, mentions: Sequence[Mention]) -> None:
        """Show an entry with what is kept back of it and whom it names."""
        language = self._words.language
        times = Counter(mention.person.id for mention in mentions)
        people = {mention.person.id: mention for mention in mentions}
        self._enable(True, bool(times))
        self.title.setText(f"{screen_date(entry.day)} · {entry.title.of(language)}")
        self.text.show_entry(entry, choice.passages, mentions, language)
        self.leave.setVisible(choice.left_out is None)
        self.give.setEnabled(choice.left_out is not None or bool(choice.passages))
        self.named.set_options([Option(key, self._called(people[key], count)) for key, count in times.items()])
        if times and not self.named.value():
            self.named.set_value(next(iter(times)))

    def reason(self) -> Withheld | None:
        """Why, as it is chosen; asked for where nothing is."""
        if self.why.value():
            return Withheld(self.why.value())
        self.tell(self._words.tr("Choose first why it is kept back."))
        self.why.control().setFocus()
        return None

    def tell(self, text: str) -> None:
        """Say what is lacking; nothing any more where there is no text."""
        self._said.say(text, "warning")
        self._said.setVisible(bool(text))

    def said(self) -> str:
        """What is lacking, as it was said last."""
        return self._said.text()

    def _enable(self, has_entry: bool, names: bool) -> None:
        for widget in (self.keep, self.leave, self.give, self.text):
            widget.setEnabled(has_entry)
        for widget in (self.each, self.everywhere):
            widget.setEnabled(names)

    def _called(self, mention: Mention, count: int) -> str:
        name = self._words.tr("{name} ({n})", name=mention.person.name, n=count)
        return self._words.tr("{name}, protected", name=name) if mention.protected else name


def _strip(widgets: Iterable[QWidget]) -> QWidget:
    """Fields and buttons side by side, going on below where there is no room."""
    strip = QWidget()
    flow = Flow(strip)
    for widget in widgets:
        flow.addWidget(widget)
    return strip
