"""The end of the form of a follow-up: the law's rhythm, and the next date it all leads to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app import labels
from app.core.follow_up_form import has_law, rhythm_question, schedule_with
from app.core.interval import Interval
from app.core.records.follow_up import FollowUp
from app.services.follow_up_sheet import FollowUpSheet
from app.ui.context import Context
from app.ui.widgets.choice_fields import CheckField, ChoiceField, Option
from app.ui.widgets.due_dates import DueDatesView
from app.ui.widgets.form_part import FormPart
from app.ui.widgets.text_fields import LongTextField
from app.words import Words

_RHYTHMS = ("2w", "4w", "6w", "2m", "3m", "4m", "6m", "12m")


class RhythmRows:
    """Whether it is the law's follow-up too, the rhythm from now on, and the next date it leads to."""

    def __init__(self, context: Context, form: FormPart, sheet: FollowUpSheet) -> None:
        words = context.words
        self._context, self._rows, self._file = context, form, sheet.status.file
        self._seen: object = None
        self._start: FollowUp | None = None
        self._law = form.add("is_law", "", CheckField(words.tr("It is the law's follow-up as well")), whole=True)
        self._rhythm = form.add("rhythm", words.tr("Rhythm decided from now on"), ChoiceField(), whole=True)
        self._reason = form.add("rhythm_reason", words.tr("Why this rhythm"), LongTextField(words, lines=2))
        self.view = DueDatesView(words, context.catalogue.is_closed)

    def show(self, record: FollowUp) -> None:
        """Show a follow-up."""
        self._law.set_value(record.is_law)
        self._reason.set_value(record.rhythm_reason)
        self._start = record
        self._offer(record, record.rhythm)

    def fit(self, record: FollowUp) -> None:
        """Ask what the law leaves open, and show the next date, after every change that can move it."""
        catalogue, today = self._context.catalogue, self._context.today()
        law = has_law(self._file, record, catalogue)
        seen = (record.held_on, record.measure_ids, record.is_law, self._rhythm.value(), law)
        if seen == self._seen:
            return
        self._seen = seen
        self._rows.row("is_law").setVisible(law)
        self._offer(record, _interval(self._rhythm.value()))
        question = rhythm_question(self._file, record, catalogue) if record.is_law else None
        self._rows.row("rhythm").setVisible(question is not None)
        self._rows.row("rhythm_reason").setVisible(question is not None and bool(self._rhythm.value()))
        if record.held_on is None or record.held_on > today:
            self.view.say(self._context.words.tr("Write the day it was held to see the next dates."))
        else:
            self.view.show_schedule(schedule_with(self._file, self.told(record), catalogue, today), today)

    def told(self, record: FollowUp) -> FollowUp:
        """The record with what stands here; a rhythm only where one is asked for."""
        record = replace(record, is_law=self._law.value(), rhythm=None, rhythm_reason="")
        asked = record.is_law and rhythm_question(self._file, record, self._context.catalogue) is not None
        rhythm = _interval(self._rhythm.value()) if asked else None
        return replace(record, rhythm=rhythm, rhythm_reason=self._reason.value() if rhythm else "")

    def _offer(self, record: FollowUp, chosen: Interval | None) -> None:
        question = rhythm_question(self._file, record, self._context.catalogue)
        if question is None:
            return
        is_first_look = self._rhythm.combo.count() == 0
        if is_first_look and question.before is None and self._start is not None and self._start.held_on is None:
            chosen = chosen or question.programme
        words = self._context.words
        not_now = Option("", _as_before(words, question.before))
        self._rhythm.set_options([not_now, *rhythm_options(words, question.programme, chosen)])
        self._rhythm.set_value(str(chosen) if chosen else "")


def rhythm_options(words: Words, *also: Interval | None) -> list[Option]:
    """The intervals to choose from, the shortest first, with those in `also`."""
    lengths = {*map(Interval.parse, _RHYTHMS), *(one for one in also if one)}
    return [Option(str(one), _rhythm_text(words, one)) for one in sorted(lengths, key=_days)]


def _as_before(words: Words, before: Interval | None) -> str:
    if before is None:
        return words.tr("Not decided yet")
    return words.tr("As decided: {rhythm}", rhythm=labels.rhythm(words, before))


def _rhythm_text(words: Words, rhythm: Interval) -> str:
    text = labels.rhythm(words, rhythm)
    return text[0].upper() + text[1:]


def _interval(text: str) -> Interval | None:
    return Interval.parse(text) if text else None


def _days(interval: Interval) -> int:
    """Roughly how many days, to put lengths in order."""
    start = date(2001, 1, 1)
    return (interval.after(start) - start).days
