"""What an open goal shows: its fields, the child's own words first, and how each informant scored it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import labels
from app.core.dates import screen_date
from app.core.goal_scores import ScorePoint, Scores
from app.core.records.plan import GoalStatus
from app.ui.context import Context
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.ui.widgets.form import Form
from app.ui.widgets.short_fields import NumberField
from app.ui.widgets.sparkline import Sparkline
from app.ui.widgets.surfaces import Line
from app.ui.widgets.text import Text
from app.ui.widgets.text_fields import LongTextField
from app.words import Words

FIELDS = ("own_words", "goal", "theme_key", "status", "baseline", "target", "success_sign")
"""The attributes of a goal that have a field."""

_PROSE = 100_000  # characters, as the record allows


def goal_form(context: Context, hints: QWidget) -> Form:
    """A form with the fields of a goal, and the hints at its wording below its words."""
    words = context.words
    themes = [Option(t.key, t.names.of(words.language)) for t in context.catalogue.themes(context.today())]
    statuses = [Option(status.value, labels.choice(words, status)) for status in GoalStatus]
    own = LongTextField(words, lines=2, limit=_PROSE, placeholder=words.tr("What does the child want, and why?"))
    goal = LongTextField(words, lines=2, limit=_PROSE, placeholder=words.tr("What is different when it is reached?"))
    scale = words.tr("on the scale from 0 to 10")
    form = Form(words, columns=2)
    form.add("own_words", words.tr("The child's own words"), own)
    form.add("goal", words.tr("The goal"), goal, required=True)
    form.add_widget(hints)
    form.add("theme_key", words.tr("Theme"), ChoiceField(themes, empty=words.tr("No theme")))
    form.add("status", words.tr("How far"), ChoiceField(statuses))
    form.add("baseline", words.tr("Where it began"), NumberField(most=10, unit=scale))
    form.add("target", words.tr("Target"), NumberField(most=10, unit=scale))
    form.add("success_sign", words.tr("We can see that it works when"), LongTextField(words, lines=1, limit=_PROSE))
    return form


class GoalCurves(QWidget):
    """One curve for each who scored, with the latest score in words."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_scores(self, scores: Scores, target: int | None) -> None:
        """Show these instead; nothing where nobody scored."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.setVisible(bool(scores))
        self._column.addWidget(Line())
        for informant, points in scores.items():
            self._column.addWidget(self._row(labels.choice(self._words, informant), points, target))

    def _row(self, who: str, points: tuple[ScorePoint, ...], target: int | None) -> QWidget:
        row = QWidget()
        name = Text(who)
        name.setMinimumWidth(120)
        latest = latest_in_words(self._words, points)
        spark = Sparkline()
        spark.show_curve(points, target, f"{who} {latest}")
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(name)
        line.addWidget(spark)
        line.addWidget(Text(latest, "quiet"), 1)
        return row


def latest_in_words(words: Words, points: tuple[ScorePoint, ...]) -> str:
    """The latest score with its day."""
    return words.tr("{value} of 10 on {day}", value=points[-1].value, day=screen_date(points[-1].day))
