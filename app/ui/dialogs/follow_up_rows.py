"""The parts of the form of a follow-up: each shows its share of the record and gives it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app import labels
from app.core.follow_up_form import covered_on, covers_placement, to_take_up
from app.core.goal_scores import last_scores
from app.core.records.follow_up import ContactForm, FollowUp, Outcome, Presence
from app.services.follow_up_sheet import FollowUpSheet
from app.ui.context import Context
from app.ui.dialogs.held_parts import AgreedRow, add_may_share_words, day_held
from app.ui.dialogs.measure_rows import measure_name
from app.ui.dialogs.people_at_hand import called_at_hand
from app.ui.widgets.check_list_field import CheckListField
from app.ui.widgets.choice_fields import ChoiceField, Option, SegmentedField
from app.ui.widgets.date_field import DateField
from app.ui.widgets.form import Form
from app.ui.widgets.form_part import FormPart
from app.ui.widgets.goal_scores_field import GoalScoresField, GoalToScore
from app.ui.widgets.key_field import KeyField
from app.ui.widgets.people_field import PeopleField
from app.ui.widgets.rows_field import RowsField
from app.ui.widgets.text_fields import LineField, LongTextField, SuggestField

_YES, _NO = "yes", "no"


class HeldRows:
    """When and where it was held, and who took part: the same for every child of a visit."""

    FIELDS = ("held_on", "form", "place", "participants")

    def __init__(self, context: Context, form: Form, sheet: FollowUpSheet) -> None:
        words = context.words
        self._context = context
        self._held = form.add("held_on", words.tr("Held on"), DateField(words, context.today()), required=True)
        forms = [Option(one.value, labels.choice(words, one)) for one in ContactForm]
        self._form = form.add("form", words.tr("Form"), ChoiceField(forms, empty=words.tr("Not noted")))
        self._place = form.add("place", words.tr("Place"), LineField(), whole=True)
        names = called_at_hand(context, sheet.status.case_id)
        self._participants = form.add("participants", words.tr("Who took part"), PeopleField(words, names))

    def show(self, record: FollowUp) -> None:
        """Show a follow-up; one that is only planned fills what was planned."""
        is_new = record.held_on is None
        self._held.set_value(day_held(record, self._context.today()))
        self._form.set_value(record.form.value if record.form else "")
        self._place.set_value(record.place or (record.planned_place if is_new else ""))
        self._participants.set_value(record.participants or (record.planned_with if is_new else ""))

    def told(self, record: FollowUp) -> FollowUp:
        """The record with what stands here."""
        return replace(
            record,
            held_on=self._held.value(),
            form=ContactForm(self._form.value()) if self._form.value() else None,
            place=self._place.value(),
            participants=self._participants.value(),
        )


class MeasuresRow:
    """Which measures of a child it was about."""

    def __init__(self, context: Context, part: FormPart, sheet: FollowUpSheet) -> None:
        self._context, self._sheet = context, sheet
        label = context.words.tr("Measures it was about")
        self._measures = part.add("measure_ids", label, CheckListField(), whole=True)
        self._row = part.row("measure_ids")

    def show(self, record: FollowUp, held: FollowUp) -> None:
        """Show a follow-up; `held` is the same with the day that the form shows."""
        self.offer(held)
        if record.measure_ids or record.held_on is not None:
            self._measures.set_value(record.measure_ids)

    def offer(self, held: FollowUp) -> None:
        """Offer the measures that ran on the day held."""
        measures, today = self._sheet.status.file.measures, self._context.today()
        ran = covered_on(measures, held.held_on or today, today)
        shown = ran or tuple(m for m in measures if m.id in held.measure_ids)
        self._measures.set_options([Option(m.id, measure_name(self._context, m)) for m in shown])
        self._row.setVisible(bool(shown))

    def told(self, record: FollowUp) -> FollowUp:
        """The record with what stands here."""
        return replace(record, measure_ids=self._measures.value())


class ConversationRows:
    """The conversation with the child, or why there was none."""

    FIELDS = ("conversation_on", "presence", "conversation_with", "child_said", "may_share_words")

    def __init__(self, context: Context, form: FormPart) -> None:
        words = context.words
        answers = [Option(_YES, words.tr("Yes")), Option(_NO, words.tr("No"))]
        self._rows = form
        self._spoken = form.add("spoken", words.tr("Was the child spoken with?"), SegmentedField(answers), whole=True)
        self._on = form.add(
            "conversation_on", words.tr("Date of the conversation"), DateField(words, context.today()), whole=True
        )
        ways = [Option(one.value, labels.choice(words, one)) for one in Presence]
        self._presence = form.add(
            "presence",
            words.tr("How"),
            SegmentedField(ways),
            whole=True,
            help_text=words.tr("With small children an observation or other direct contact is the conversation."),
        )
        self._with = form.add("conversation_with", words.tr("Who else was there"), LineField(), whole=True)
        self._said = form.add("child_said", words.tr("What the child said"), LongTextField(words, lines=4))
        self._share = add_may_share_words(words, form)
        self._reason = form.add("no_conversation_reason", words.tr("Why not"), LongTextField(words, lines=2))

    def show(self, record: FollowUp) -> None:
        """Show a follow-up."""
        self._on.set_value(record.conversation_on)
        self._presence.set_value(record.presence.value if record.presence else "")
        self._with.set_value(record.conversation_with)
        self._said.set_value(record.child_said)
        self._share.set_value(record.may_share_words)
        self._reason.set_value(record.no_conversation_reason)
        no = _NO if record.no_conversation_reason else ""
        self._spoken.set_value(_YES if record.conversation_on else no)
        self.fit(record.held_on)

    def fit(self, held: date | None) -> None:
        """Show the rows that the answer asks for; the conversation is on the day held unless said otherwise."""
        answer = self._spoken.value()
        if answer == _YES and not self._on.state():
            self._on.set_value(held)
        for name in self.FIELDS:
            self._rows.row(name).setVisible(answer == _YES)
        self._rows.row("conversation_with").setVisible(answer == _YES and self._in_company())
        self._rows.row("no_conversation_reason").setVisible(answer == _NO)

    def told(self, record: FollowUp) -> FollowUp:
        """The record with what stands here; what the answer leaves out is left out."""
        yes, no = self._spoken.value() == _YES, self._spoken.value() == _NO
        presence = self._presence.value()
        return replace(
            record,
            conversation_on=self._on.value() if yes else None,
            presence=Presence(presence) if yes and presence else None,
            conversation_with=self._with.value() if yes and self._in_company() else "",
            child_said=self._said.value() if yes else "",
            may_share_words=yes and self._share.value(),
            no_conversation_reason=self._reason.value() if no else "",
        )

    def _in_company(self) -> bool:
        return self._presence.value() in (Presence.WITH_OTHERS, Presence.OBSERVATION)

    def field_of_missing(self) -> str:
        """Where to say that a word on the conversation is missing."""
        return {_YES: "conversation_on", _NO: "no_conversation_reason"}.get(self._spoken.value(), "spoken")


class GoalRows:
    """The plan's goals with their scores; nothing where the plan has none."""

    def __init__(self, context: Context, form: FormPart, sheet: FollowUpSheet, record: FollowUp) -> None:
        last = last_scores(sheet.follow_ups, record)
        goals = [
            GoalToScore(goal=goal, last={who: one.value for (goal_id, who), one in last.items() if goal_id == goal.id})
            for goal in sheet.goals_for(record)
        ]
        self._shown = frozenset(one.goal.id for one in goals)
        self._scores: GoalScoresField | None = None
        if goals:
            words = context.words
            form.add_heading(words.tr("Goals"), words.tr("0 to 10. A goal nobody scores stays empty."))
            self._scores = form.add("scores", "", GoalScoresField(words, goals))

    def show(self, record: FollowUp) -> None:
        """Show a follow-up."""
        if self._scores is not None:
            self._scores.set_value(record.scores)

    def told(self, record: FollowUp) -> FollowUp:
        """The record with the scores; those of goals that left the plan stay."""
        if self._scores is None:
            return record
        others = tuple(score for score in record.scores if score.goal_id not in self._shown)
        return replace(record, scores=(*others, *self._scores.value()))


class OutcomeRows:
    """Assessment, outcome, what was agreed, what stays open, and in placements the contact with the custody holders."""

    def __init__(self, context: Context, form: FormPart, sheet: FollowUpSheet, record: FollowUp) -> None:
        words = context.words
        self._words, self._today, self._sheet = words, context.today(), sheet
        self._names = called_at_hand(context, sheet.status.case_id)
        self._context, self._rows = context, form
        self._assessment = form.add("assessment", words.tr("Assessment"), LongTextField(words, lines=4))
        outcomes = [Option(one.value, labels.choice(words, one)) for one in Outcome]
        self._outcome = form.add("outcome", words.tr("What it leads to"), SegmentedField(outcomes), whole=True)
        agreements = form.add(
            "agreements",
            words.tr("What was agreed"),
            RowsField(words, self._build_agreement, words.tr("Add an agreement")),
        )
        self.agreed = AgreedRow(agreements, record, sheet.agreed_at(record))
        self._questions = form.add(
            "open_questions",
            words.tr("To take up next time"),
            LongTextField(words, lines=2),
            help_text=words.tr("What stands here comes up again at the next follow-up. Delete what is settled."),
        )
        self._custody = form.add(
            "custody_contact", words.tr("Contact with the custody holders"), LongTextField(words, lines=2)
        )

    def show(self, record: FollowUp) -> None:
        """Show a follow-up and what was agreed at it."""
        self._assessment.set_value(record.assessment)
        self._outcome.set_value(record.outcome.value if record.outcome else "")
        self._custody.set_value(record.custody_contact)
        self._questions.set_value(to_take_up(self._sheet.follow_ups, record))
        self.agreed.show()

    def fit(self, record: FollowUp) -> None:
        """Ask for the custody holders where the child lives away from home."""
        asked = covers_placement(self._sheet.status.file, record, self._context.catalogue)
        self._rows.row("custody_contact").setVisible(asked or bool(record.custody_contact))

    def told(self, record: FollowUp) -> FollowUp:
        """The record with what stands here."""
        outcome = self._outcome.value()
        return replace(
            record,
            assessment=self._assessment.value(),
            outcome=Outcome(outcome) if outcome else None,
            custody_contact=self._custody.value(),
            open_questions=self._questions.value(),
        )

    def _build_agreement(self, form: Form) -> None:
        words = self._words
        form.add("key", "", KeyField())
        form.row("key").hide()
        form.add("what", words.tr("What"), LineField(limit=500), whole=True)
        form.add("who", words.tr("Who"), SuggestField(self._names))
        form.add("due", words.tr("By when"), DateField(words, self._today))
