"""Whether the program reminds of what is due, and how many days ahead."""

from __future__ import annotations

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

    def __init__(self, context: Context) -> None:
        words, now = context.words, context.settings.now
        super().__init__(words.tr("Reminders"), words.tr("counts alone, never a name"))
        self._context = context
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
        self._form.set_values({"reminds": now.reminds, "ahead": tuple(str(day) for day in now.remind_ahead)})
        self.body.addWidget(self._form)
        self._show_when()
        self._reminds.edited.connect(self._on_reminds)
        self._ahead.edited.connect(self._on_ahead)

    def _show_when(self) -> None:
        self._form.row("ahead").setVisible(self._reminds.value())

    def _on_reminds(self) -> None:
        self._context.settings.change(reminds=self._reminds.value())
        self._show_when()

    def _on_ahead(self) -> None:
        self._context.settings.change(remind_ahead=[int(day) for day in self._ahead.value()])


def _before(words: Words, days: int) -> str:
    if days == 0:
        return words.tr("On the day itself")
    return words.trn("The day before", "{n} days before", days)
