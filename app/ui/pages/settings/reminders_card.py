"""Whether the program reminds of what is due, how many days ahead, and whether it starts with the session for that."""

from __future__ import annotations

from app.ui.autostart import Autostart
from app.ui.context import Context
from app.ui.settings import REMIND_AHEAD
from app.ui.widgets.check_list_field import CheckListField
from app.ui.widgets.choice_fields import CheckField, Option
from app.ui.widgets.form import Form
from app.ui.widgets.surfaces import Card
from app.words import Words

# What can be ticked, in days; what stands in the settings beside these is kept.
_OFFERED = (14, 1, *REMIND_AHEAD)


class RemindersCard(Card):
    """The reminders of the tray; each change holds from the next look on."""

    def __init__(self, context: Context, starter: Autostart | None) -> None:
        words, now = context.words, context.settings.now
        super().__init__(words.tr("Reminders"), words.tr("counts alone, never a name"))
        self._context, self._starter = context, starter
        self._form = Form(words)
        self._reminds = self._form.add(
            "reminds",
            "",
            CheckField(words.tr("Remind of deadlines while the program runs")),
            help_text=words.tr("Once a day at most, also while the caseload is locked. It also says what has passed."),
        )
        self._ahead = self._form.add("ahead", words.tr("When"), CheckListField(ticked=False))
        days = sorted({*_OFFERED, *now.remind_ahead}, reverse=True)
        self._ahead.set_options([Option(str(day), _before(words, day)) for day in days])
        self._starts = self._form.add(
            "starts",
            "",
            CheckField(words.tr("Start with the computer, locked and without a window")),
            help_text=words.tr("An icon beside the clock opens it. Closing the window then only locks it."),
        )
        self._form.row("starts").setVisible(starter is not None)
        self._form.set_values({"reminds": now.reminds, "ahead": tuple(str(day) for day in now.remind_ahead)})
        self.body.addWidget(self._form)
        self._show_when()
        self._show_start()
        self._reminds.edited.connect(self._on_reminds)
        self._ahead.edited.connect(self._on_ahead)
        self._starts.edited.connect(self._on_starts)

    def _show_when(self) -> None:
        self._form.row("ahead").setVisible(self._reminds.value())

    def _show_start(self) -> None:
        if self._starter is not None:
            self._starts.set_value(self._starter.is_on())

    def _on_reminds(self) -> None:
        self._context.settings.change(reminds=self._reminds.value())
        self._show_when()

    def _on_ahead(self) -> None:
        self._context.settings.change(remind_ahead=[int(day) for day in self._ahead.value()])

    def _on_starts(self) -> None:
        if self._starter is None:
            return
        try:
            self._starter.turn(self._starts.value())
        finally:
            self._show_start()


def _before(words: Words, days: int) -> str:
    if days == 0:
        return words.tr("On the day itself")
    return words.trn("The day before", "{n} days before", days)
