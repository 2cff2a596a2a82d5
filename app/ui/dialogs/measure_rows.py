"""The rows by which a form describes a measure. What is offered follows the day it starts and the type chosen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from app.core.catalogue import LadderStep, MeasureType
from app.core.errors import Problem
from app.core.records.measure import Measure
from app.ui.context import Context
from app.ui.widgets.choice_fields import ChoiceField, Option, SegmentedField
from app.ui.widgets.date_field import DateField
from app.ui.widgets.field import Field
from app.ui.widgets.form import Form
from app.ui.widgets.text_fields import LongTextField, SuggestField

_WAY_OUT = ("receiver", "receiver_since", "parents_goals")
PLANNED, ACUTE = "planned", "acute"


class MeasureRows:
    """Adds its rows to `form` and reads a measure from them. Types are told by step and name, never by price."""

    def __init__(self, context: Context, form: Form, *, step_key: str = "") -> None:
        self._context, self._form, self._step_key = context, form, step_key
        words, today = context.words, context.today()
        self.start = DateField(words, today)
        self.type = ChoiceField(empty=words.tr("Choose a measure"))
        self._paragraph = ChoiceField(empty=words.tr("None noted"))
        self._provider = SuggestField(_known(context, "provider"))
        self._place = SuggestField(_known(context, "place"))
        self._next_step = SuggestField(self._step_names())
        self._urgency = SegmentedField([Option(PLANNED, words.tr("Planned")), Option(ACUTE, words.tr("Acute"))])
        self._urgency.set_value(PLANNED)
        self._names: list[str] = []
        self._offered_on: date | None = None
        self.start.edited.connect(self.offer)
        self.type.edited.connect(self._on_type_chosen)

    # Building

    def add_start(self, label: str, help_text: str = "") -> None:
        """The day and the measure."""
        words = self._context.words
        self._add("start", label, self.start, required=True, help_text=help_text)
        self._add("type_key", words.tr("Measure"), self.type, required=True)

    def add_reason(self) -> None:
        """Why, and whether it was planned."""
        words = self._context.words
        self._add("acute", words.tr("Planned or acute"), self._urgency)
        self._add("reason", words.tr("Reason"), LongTextField(words, lines=2))

    def add_where(self) -> None:
        """Who carries it out, where, and on which paragraph."""
        words = self._context.words
        self._add("provider", words.tr("Provider"), self._provider)
        self._add(
            "place",
            words.tr("Place"),
            self._place,
            help_text=words.tr("For placements: a new place starts a new clock."),
        )
        self._add("paragraph", words.tr("Paragraph"), self._paragraph)

    def add_way_out(self) -> None:
        """What is agreed to come after it; for a stay limited in time also who receives the child."""
        words, today = self._context.words, self._context.today()
        self._form.add_heading(words.tr("The way on from here"))
        self._add("expected_end", words.tr("Agreed end"), DateField(words, today))
        self._add("next_step", words.tr("Agreed next step"), self._next_step)
        self._add("receiver", words.tr("Who receives the child"), SuggestField())
        self._add("receiver_since", words.tr("Involved since"), DateField(words, today))
        self._add("parents_goals", words.tr("The parents' own goals"), LongTextField(words, lines=2))

    def add_taken_over(self) -> None:
        """The last follow-up of a case that was taken over."""
        words, today = self._context.words, self._context.today()
        self._add(
            "last_held_before",
            words.tr("Last follow-up held before Forlæns"),
            DateField(words, today),
            help_text=words.tr("For a case taken over, so that it does not start with false overdue dates."),
        )

    def _add(self, name: str, label: str, field: Field[Any], *, help_text: str = "", required: bool = False) -> None:
        self._names.append(name)
        self._form.add(name, label, field, help_text=help_text, required=required)

    # Values

    def show(self, measure: Measure) -> None:
        """Show a measure that is there."""
        self.start.set_value(measure.start)
        self.offer(keep=measure)
        self._form.set_values({name: getattr(measure, name) for name in self._names if name != "acute"})
        self._urgency.set_value(ACUTE if measure.acute else PLANNED)
        self._show_way_out()

    def measure(self, base: Measure) -> Measure:
        """`base` with what stands in the form. Only where `start` can be read."""
        values = self._form.values()
        values = {name: values[name] for name in self._names}
        values["acute"] = self._urgency.value() == ACUTE
        return replace(base, **values)  # type: ignore[arg-type]  # each field gives what its attribute holds

    def missing(self) -> tuple[Problem, ...]:
        """What keeps the form from being a measure at all."""
        unread = self.start.value() is None and self.start.unread() is None
        found = (Problem("start", "day-empty"),) if unread else ()
        return found if self.type.value() else (*found, Problem("type_key", "type-empty"))

    def has_reason(self) -> bool:
        """Whether a reason was written."""
        return bool(self._form.field("reason").value())

    def chosen_type(self) -> MeasureType | None:
        """The type chosen, as it was on the day of the start."""
        key, day = self.type.value(), self.start.value() or self._context.today()
        return self._context.catalogue.measure_type(key, day) if key else None

    def offer(self, *, keep: Measure | None = None) -> None:
        """Offer the types of the day typed; one that was chosen earlier stays among them."""
        day = self.start.value()
        if day is None or (day == self._offered_on and keep is None):
            return
        self._offered_on = day
        types = list(self._context.catalogue.measure_types(day))
        chosen = keep.type_key if keep else self.type.value()
        if chosen and chosen not in {type_.key for type_ in types}:
            types.append(self._context.catalogue.measure_type(chosen, day))
        self.type.set_options([self._option(type_, day) for type_ in self._in_order(types, day)])
        self._offer_paragraphs(keep.paragraph if keep else "")

    def choose_on(self, step_key: str) -> None:
        """Choose the measure where the step has but one."""
        types = self._context.catalogue.measure_types_on(step_key, self.start.value() or self._context.today())
        if len(types) == 1:
            self.type.set_value(types[0].key)
            self._on_type_chosen()

    def _in_order(self, types: list[MeasureType], day: date) -> list[MeasureType]:
        """By step, the step that was asked for first."""
        number = self._context.catalogue.step
        return sorted(types, key=lambda t: (t.step_key != self._step_key, number(t.step_key, day).number, t.order))

    def _option(self, type_: MeasureType, day: date) -> Option:
        language = self._context.words.language
        step = self._context.catalogue.step(type_.step_key, day)
        return Option(type_.key, type_.names.of(language), step_name(step, language))

    def _offer_paragraphs(self, keep: str = "") -> None:
        """The paragraphs of type and day; the usual one is chosen unless another was."""
        type_, day = self.chosen_type(), self.start.value()
        texts = [p.text for p in self._context.catalogue.paragraphs_of(type_, day)] if type_ and day else []
        chosen = keep or self._paragraph.value()
        offered = texts if not keep or keep in texts else [*texts, keep]
        self._paragraph.set_options([Option(text, text) for text in offered])
        self._paragraph.set_value(chosen if chosen in offered else (offered[0] if offered and not keep else ""))

    def _show_way_out(self) -> None:
        """Only a stay limited in time asks who receives the child."""
        type_, day = self.chosen_type(), self.start.value() or self._context.today()
        needed = type_ is not None and self._context.catalogue.step(type_.step_key, day).needs_way_out
        for name in _WAY_OUT:
            self._form.row(name).setVisible(needed)

    def _step_names(self) -> list[str]:
        language = self._context.words.language
        return [step.names.of(language) for step in self._context.catalogue.steps(self._context.today())]

    def _on_type_chosen(self) -> None:
        self._offer_paragraphs()
        self._show_way_out()


def step_name(step: LadderStep, language: str) -> str:
    """A step as people call it: its name, and its number after it."""
    name = step.names.of(language)
    return name if step.beside else f"{name} ({step.number})"


def measure_name(context: Context, measure: Measure) -> str:
    """What a measure is called."""
    return context.catalogue.measure_type(measure.type_key, measure.start).names.of(context.words.language)


def renamed(problems: tuple[Problem, ...], **names: str) -> tuple[Problem, ...]:
    """The problems at other fields: a form can ask once for what stands in two records."""
    return tuple(Problem(names.get(p.field, p.field), p.code, p.severity, p.values) for p in problems)


def others(measures: tuple[Measure, ...], *changed: Measure) -> tuple[Measure, ...]:
    """The measures of the case with those that are being changed left out."""
    ids = {measure.id for measure in changed}
    return tuple(measure for measure in measures if measure.id not in ids)


def _known(context: Context, attribute: str) -> list[str]:
    """What was written there in other measures."""
    found = {getattr(measure, attribute) for status in context.statuses() for measure in status.file.measures}
    return sorted(found - {""})
