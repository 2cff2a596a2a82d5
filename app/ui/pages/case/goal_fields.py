"""What an open goal shows: its fields, the child's own words first."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app import labels
from app.core.records.plan import GoalStatus, PlanKind
from app.ui.context import Context
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.ui.widgets.form import Form
from app.ui.widgets.short_fields import NumberField
from app.ui.widgets.text_fields import LongTextField

FIELDS = ("own_words", "goal", "theme_key", "status", "baseline", "target", "success_sign")
"""The attributes of a goal that have a field."""

_PROSE = 100_000  # characters, as the record allows


def goal_form(context: Context, hints: QWidget) -> Form:
    """A form with the fields of a goal, and the hints at its wording below its words."""
    words = context.words
    statuses = [Option(status.value, labels.choice(words, status)) for status in GoalStatus]
    own = LongTextField(words, lines=2, limit=_PROSE, placeholder=words.tr("What does the child want, and why?"))
    goal = LongTextField(words, lines=2, limit=_PROSE, placeholder=words.tr("What is different when it is reached?"))
    scale = words.tr("on the scale from 0 to 10")
    form = Form(words, columns=2)
    form.add("own_words", words.tr("The child's own words"), own)
    form.add("goal", words.tr("The goal"), goal, required=True)
    form.add_widget(hints)
    form.add("theme_key", words.tr("Theme"), ChoiceField(empty=words.tr("No theme")))
    form.add("status", words.tr("How far"), ChoiceField(statuses))
    form.add("baseline", words.tr("Where it began"), NumberField(most=10, unit=scale))
    form.add("target", words.tr("Target"), NumberField(most=10, unit=scale))
    form.add("success_sign", words.tr("We can see that it works when"), LongTextField(words, lines=1, limit=_PROSE))
    return form


def theme_options(context: Context, kind: PlanKind, chosen: str) -> list[Option]:
    """The themes of such a plan, and the one that was `chosen` wherever it is from."""
    catalogue, today, language = context.catalogue, context.today(), context.words.language
    themes = [*catalogue.themes(today), *(catalogue.youth_themes(today) if kind is PlanKind.YOUTH_PLAN else ())]
    if chosen and chosen not in {theme.key for theme in themes}:
        themes.append(catalogue.theme(chosen, today))
    return [Option(theme.key, theme.names.of(language)) for theme in themes]
