"""Say what two people of a family are to each other, change it, or take it away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.core.checks.family import check_tie
from app.core.errors import Problem
from app.core.records.family import Couple, CoupleKind, Family, Parentage, ParentKind, Tie
from app.services.families import remove_ties, save_ties, ties_near
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.family_choices import couple_options, name_of, parent_options, people_options
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.ui.widgets.date_field import DateField

COUPLE, PARENT_OF, CHILD_OF = "couple", "parent_of", "child_of"
_AWAY = "away"


class EditTie(DraftDialog):
    """The form for a tie of one person of a family to another; `tie` None is one that nobody has entered yet."""

    def __init__(
        self, context: Context, family: Family, one: str, tie: Tie | None = None, parent: QWidget | None = None
    ) -> None:
        words = context.words
        super().__init__(
            context,
            form="family-tie",
            target=tie.id if tie else one,
            title=words.tr("{name} in the family", name=name_of(family, one)),
            window=words.tr("Family"),
            parent=parent,
        )
        self._family, self._one, self._tie = family, one, tie
        self._build_rows()
        if tie is not None:
            self._show(tie)
        self._on_what()
        self.form.restored.connect(self._on_what)
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """The rules of the tie; none for one that is taken away."""
        if self._is_taken_away():
            return ()
        if not self._other.value():
            return (Problem("other_id", "choice-empty"),)
        tie = self._result()
        return check_tie(tie, self.context.read(ties_near, tie.ends()), self._family.people)

    def commit(self, later: bool) -> None:
        """Save the tie, or take it away."""
        if self._is_taken_away() and self._tie is not None:
            self.context.write(remove_ties, (self._tie,))
        else:
            self.context.write(save_ties, (self._result(),), self.context.today())

    # Rows

    def _build_rows(self) -> None:
        words, today, form = self.context.words, self.context.today(), self.form
        name = name_of(self._family, self._one)
        what = [
            Option(COUPLE, words.tr("{name} is or was a couple with", name=name)),
            Option(PARENT_OF, words.tr("{name} is a parent of", name=name)),
            Option(CHILD_OF, words.tr("{name} is a child of", name=name)),
        ]
        self._what = form.add("what", words.tr("What they are"), ChoiceField(what))
        self._other = form.add(
            "other_id",
            words.tr("To whom"),
            ChoiceField(people_options(self._family, (self._one,)), empty=words.tr("Choose")),
        )
        away = [Option(_AWAY, words.tr("It is not so: take it away"))] if self._tie is not None else []
        self._kind = form.add("kind", words.tr("Couple"), ChoiceField([*couple_options(words), *away]))
        self._parent_kind = form.add("parent_kind", words.tr("Parent"), ChoiceField([*parent_options(words), *away]))
        self._since = form.add("since", words.tr("Since"), DateField(words, today, past=True))
        self._until = form.add("until", words.tr("Until"), DateField(words, today, past=True))
        self._what.set_value(CHILD_OF)
        self._kind.set_value(CoupleKind.COHABITING)
        self._parent_kind.set_value(ParentKind.BIRTH)
        for field in (self._what, self._kind, self._parent_kind):
            field.edited.connect(self._on_what)

    def _show(self, tie: Tie) -> None:
        """Show what was entered; who the two are stays as it is."""
        if isinstance(tie, Couple):
            self._what.set_value(COUPLE)
            self._kind.set_value(tie.kind)
            self._since.set_value(tie.since)
            self._until.set_value(tie.until)
        else:
            self._what.set_value(PARENT_OF if tie.parent_id == self._one else CHILD_OF)
            self._parent_kind.set_value(tie.kind)
        self._other.set_value(next(iter(tie.ends() - {self._one})))
        self._what.setEnabled(False)
        self._other.setEnabled(False)

    def _on_what(self) -> None:
        """Ask what belongs to a couple, or to a parent."""
        is_couple, is_away = self._what.value() == COUPLE, self._is_taken_away()
        self.form.row("kind").setVisible(is_couple)
        self.form.row("parent_kind").setVisible(not is_couple)
        for name in ("since", "until"):
            self.form.row(name).setVisible(is_couple and not is_away)

    def _is_taken_away(self) -> bool:
        kind = self._kind if self._what.value() == COUPLE else self._parent_kind
        return kind.value() == _AWAY

    def _result(self) -> Tie:
        other = self._other.value()
        if self._what.value() == COUPLE:
            couple = self._tie if isinstance(self._tie, Couple) else Couple(one_id=self._one, other_id=other)
            return replace(
                couple,
                kind=CoupleKind(self._kind.value() or CoupleKind.COHABITING),
                since=self._since.value(),
                until=self._until.value(),
            )
        ends = (self._one, other) if self._what.value() == PARENT_OF else (other, self._one)
        parentage = self._tie if isinstance(self._tie, Parentage) else Parentage(parent_id=ends[0], child_id=ends[1])
        return replace(parentage, kind=ParentKind(self._parent_kind.value() or ParentKind.BIRTH))
