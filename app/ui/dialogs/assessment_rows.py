"""The parts of the form of an assessment: each shows its share of the record and gives it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.dates import long_date
from app.core.records.assessment import Assessment, AssessmentKind, Finding, Notification, ScreeningOutcome
from app.core.records.follow_up import Presence
from app.core.status import CaseStatus
from app.labels import choice, moment
from app.ui.context import Context
from app.ui.widgets.button import Button
from app.ui.widgets.choice_fields import ChoiceField, Option, SegmentedField
from app.ui.widgets.date_field import DateField
from app.ui.widgets.form import Form, heading
from app.ui.widgets.text import Text
from app.ui.widgets.text_fields import LongTextField

_YES, _NO = "yes", "no"
_KIND_OF = {ScreeningOutcome.LIMITED: AssessmentKind.LIMITED, ScreeningOutcome.ASSESSMENT: AssessmentKind.FULL}


class ScreeningRows:
    """Since when the municipality is aware, what the screening found, and which assessment it leads to."""

    def __init__(self, context: Context, form: Form, notifications: Sequence[Notification]) -> None:
        words, today = context.words, context.today()
        self._rows = form
        self._received = {one.id: one.received_at.astimezone().date() for one in notifications}
        self._notification = ChoiceField(
            [Option(one.id, _called(one, context)) for one in notifications], empty=words.tr("No notification")
        )
        outcomes = [Option(one.value, choice(words, one)) for one in ScreeningOutcome]
        self._outcome = ChoiceField(outcomes, empty=words.tr("Not screened"))
        # Before they are rows of the form, so that what follows from a choice stands when the form hears of it.
        self._notification.edited.connect(self._on_notification)
        self._outcome.edited.connect(self._on_outcome)
        form.add("notification_id", words.tr("Begun by"), self._notification)
        self.aware = form.add(
            "aware_on",
            words.tr("Aware since"),
            DateField(words, today),
            required=True,
            help_text=words.tr("The four months are counted from this day."),
        )
        self._screened = form.add("screened_on", words.tr("Screened on"), DateField(words, today))
        form.add("screening_outcome", words.tr("The screening found"), self._outcome)
        self._reason = form.add("screening_reason", words.tr("Reason"), LongTextField(words, lines=2))
        kinds = [Option(one.value, choice(words, one)) for one in AssessmentKind]
        self._kind = form.add("kind", words.tr("Which assessment"), SegmentedField(kinds), whole=True)

    def show(self, record: Assessment) -> None:
        """Show an assessment."""
        self._notification.set_value(record.notification_id or "")
        self.aware.set_value(record.aware_on)
        self._screened.set_value(record.screened_on)
        self._outcome.set_value(record.screening_outcome.value if record.screening_outcome else "")
        self._reason.set_value(record.screening_reason)
        self._kind.set_value(record.kind.value if record.kind else "")

    def fit(self) -> None:
        """Ask which assessment, unless the screening found that none is needed."""
        self._rows.row("kind").setVisible(self._asks_for_one())

    def kind(self) -> AssessmentKind | None:
        """The assessment that is made; None for none, or where it is not known yet."""
        chosen = self._kind.value()
        return AssessmentKind(chosen) if chosen and self._asks_for_one() else None

    def told(self, record: Assessment) -> Assessment:
        """The record with what stands here."""
        outcome = self._outcome.value()
        return replace(
            record,
            notification_id=self._notification.value() or None,
            aware_on=self.aware.value() or record.aware_on,
            screened_on=self._screened.value(),
            screening_outcome=ScreeningOutcome(outcome) if outcome else None,
            screening_reason=self._reason.value(),
            kind=self.kind(),
        )

    def _asks_for_one(self) -> bool:
        outcome = self._outcome.value()
        return not outcome or outcome in _KIND_OF

    def _on_notification(self) -> None:
        """Who was notified is aware from that day on."""
        if (day := self._received.get(self._notification.value())) is not None:
            self.aware.set_value(day)

    def _on_outcome(self) -> None:
        """The screening says which assessment is made."""
        if (outcome := self._outcome.value()) in _KIND_OF:
            self._kind.set_value(_KIND_OF[ScreeningOutcome(outcome)])


class TalkRows:
    """The conversation with the child, or why there was none, and the parents' view."""

    def __init__(self, context: Context, form: Form) -> None:
        words = context.words
        answers = [Option(_YES, words.tr("Yes")), Option(_NO, words.tr("No"))]
        ways = [Option(one.value, choice(words, one)) for one in Presence]
        self._rows, self._today = form, context.today()
        self._spoken = form.add("spoken", words.tr("Was the child spoken with?"), SegmentedField(answers), whole=True)
        self._on = form.add(
            "conversation_on", words.tr("Date of the conversation"), DateField(words, self._today), whole=True
        )
        self._presence = form.add("presence", words.tr("How"), SegmentedField(ways), whole=True)
        self._said = form.add("child_said", words.tr("What the child said"), LongTextField(words, lines=3))
        self._reason = form.add("no_conversation_reason", words.tr("Why not"), LongTextField(words, lines=2))
        self._parents = form.add("parents_view", words.tr("The parents' view"), LongTextField(words, lines=3))

    def show(self, record: Assessment) -> None:
        """Show an assessment."""
        no = _NO if record.no_conversation_reason else ""
        self._spoken.set_value(_YES if record.conversation_on else no)
        self._on.set_value(record.conversation_on)
        self._presence.set_value(record.presence.value if record.presence else "")
        self._said.set_value(record.child_said)
        self._reason.set_value(record.no_conversation_reason)
        self._parents.set_value(record.parents_view)

    def fit(self, *, shown: bool) -> None:
        """Show the rows that the answer asks for."""
        answer = self._spoken.value()
        for name in ("spoken", "parents_view"):
            self._rows.row(name).setVisible(shown)
        for name in ("conversation_on", "presence", "child_said"):
            self._rows.row(name).setVisible(shown and answer == _YES)
        self._rows.row("no_conversation_reason").setVisible(shown and answer == _NO)

    def told(self, record: Assessment) -> Assessment:
        """The record with what stands here; what the answer leaves out is left out."""
        yes, no = self._spoken.value() == _YES, self._spoken.value() == _NO
        presence = self._presence.value()
        return replace(
            record,
            conversation_on=self._on.value() if yes else None,
            presence=Presence(presence) if yes and presence else None,
            child_said=self._said.value() if yes else "",
            no_conversation_reason=self._reason.value() if no else "",
            parents_view=self._parents.value(),
        )

    def field_of_missing(self) -> str:
        """Where to say that a word on the conversation is missing."""
        return {_YES: "conversation_on", _NO: "no_conversation_reason"}.get(self._spoken.value(), "spoken")


class ThemeRows:
    """A text for each theme of the catalogue: what is good and what is hard."""

    def __init__(self, context: Context, form: Form, record: Assessment, findings: Sequence[Finding]) -> None:
        words, catalogue, day = context.words, context.catalogue, record.aware_on
        self._rows = form
        self._known = {finding.theme_key: finding for finding in findings}
        offered = {theme.key: theme for theme in catalogue.themes(day)}
        themes = offered | {key: catalogue.theme(key, day) for key in self._known}
        self._texts = {
            key: form.add(_row(key), theme.names.of(words.language), LongTextField(words, lines=2))
            for key, theme in themes.items()
        }
        for finding in findings:
            self._texts[finding.theme_key].set_value(finding.text)

    def fit(self, *, shown: bool) -> None:
        """Show the themes, or none."""
        for key in self._texts:
            self._rows.row(_row(key)).setVisible(shown)

    def findings(self) -> tuple[Finding, ...]:
        """What was written, theme by theme; a theme that says something already stays the same finding."""
        written = {key: text for key, field in self._texts.items() if (text := field.value())}
        return tuple(_finding(self._known, key, text) for key, text in written.items())


class EndingRows:
    """The map or why there is none, the preliminary assessment, the conclusion and the day it is finished."""

    ROWS = ("no_map_reason", "preliminary_on", "preliminary_text", "conclusion", "finished_on")

    def __init__(self, context: Context, form: Form, status: CaseStatus) -> None:
        words, today = context.words, context.today()
        self._rows, self._has_map = form, status.file.map_drawn_on is not None
        self.map = MapLine(context, status)
        self._map_head = heading(words.tr("Network map"))
        form.add_widget(self._map_head)
        form.add_widget(self.map)
        self._no_map = form.add("no_map_reason", words.tr("Why there is no map"), LongTextField(words, lines=2))
        self._preliminary_head = heading(
            words.tr("Preliminary assessment"), words.tr("Written where the assessment cannot be finished in time.")
        )
        form.add_widget(self._preliminary_head)
        self._preliminary_on = form.add("preliminary_on", words.tr("Written on"), DateField(words, today), whole=True)
        self._preliminary = form.add("preliminary_text", words.tr("What it says"), LongTextField(words, lines=2))
        self._conclusion_head = heading(words.tr("Finishing the assessment"))
        form.add_widget(self._conclusion_head)
        self._conclusion = form.add("conclusion", words.tr("Conclusion"), LongTextField(words, lines=4))
        self._finished = form.add("finished_on", words.tr("Finished on"), DateField(words, today), whole=True)

    def show(self, record: Assessment) -> None:
        """Show an assessment."""
        self._rows.set_values({name: getattr(record, name) for name in self.ROWS})

    def fit(self, *, shown: bool) -> None:
        """Show all of it, or nothing; a reason is asked for where there is no map."""
        for name in self.ROWS:
            self._rows.row(name).setVisible(shown)
        self._rows.row("no_map_reason").setVisible(shown and (not self._has_map or bool(self._no_map.value())))
        for widget in (self._map_head, self.map, self._preliminary_head, self._conclusion_head):
            widget.setVisible(shown)

    def told(self, record: Assessment) -> Assessment:
        """The record with what stands here; only an assessment that is made can be finished."""
        return replace(
            record,
            no_map_reason=self._no_map.value(),
            preliminary_on=self._preliminary_on.value(),
            preliminary_text=self._preliminary.value(),
            conclusion=self._conclusion.value(),
            finished_on=self._finished.value() if record.kind is not None else None,
        )


class MapLine(QWidget):
    """Says whether the case has a network map, with the way there."""

    asked = Signal()

    def __init__(self, context: Context, status: CaseStatus) -> None:
        super().__init__()
        words, drawn_on = context.words, status.file.map_drawn_on
        people = words.trn("{n} person", "{n} people", status.file.map_people)
        drawn = (
            words.tr("Drawn {date}, {people}.", date=long_date(drawn_on, words.language), people=people)
            if drawn_on
            else ""
        )
        button = Button(words.tr("Open the map") if drawn else words.tr("Draw the map"))
        button.clicked.connect(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Text(drawn or words.tr("There is no network map yet."), wrap=True), 1)
        row.addWidget(button)


def _row(theme_key: str) -> str:
    return f"finding:{theme_key}"


def _finding(known: Mapping[str, Finding], key: str, text: str) -> Finding:
    return replace(known[key], text=text) if key in known else Finding(theme_key=key, text=text)


def _called(notification: Notification, context: Context) -> str:
    """ "School, 23-11-2026 at 14:30"."""
    words = context.words
    return f"{choice(words, notification.source)}, {moment(words, notification.received_at)}"
