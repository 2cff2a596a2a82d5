"""Look through the ties that the roles of a case tell of, and take those that are so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.core.errors import Problem
from app.core.family_proposal import ProposedTie
from app.core.records.family import Couple, Family, ParentKind
from app.services.families import save_ties
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.family_choices import name_of
from app.ui.widgets.check_list_field import CheckListField
from app.ui.widgets.choice_fields import Option
from app.words import Words


class ProposeTies(DraftDialog):
    """Nothing is taken that nobody ticked: what follows from the words is ticked already, what is likely is not."""

    def __init__(
        self,
        context: Context,
        case_id: str,
        family: Family,
        proposed: Sequence[ProposedTie],
        parent: QWidget | None = None,
    ) -> None:
        words = context.words
        super().__init__(
            context,
            form="propose-ties",
            target=case_id,
            title=words.tr("What the roles tell of the family"),
            subtitle=words.tr("Take what is so. It holds in every case with these people, and Ctrl+Z takes it back."),
            save_text=words.tr("Take what is ticked"),
            parent=parent,
        )
        self._ties = {_key(one): one.tie for one in proposed}
        self._sure = self._list(
            "sure", words.tr("Follows from the roles"), [one for one in proposed if one.sure], family
        )
        self._likely = self._list(
            "likely", words.tr("Likely: tick what is so"), [one for one in proposed if not one.sure], family
        )
        self.offer_draft()
        # Enter takes what stands there: the form is there to be read, not to be filled in.
        self.save_button.setDefault(True)
        self.save_button.setFocus()

    def check(self, later: bool) -> Sequence[Problem]:
        """Something is ticked."""
        return () if self._ticked() else (Problem("sure" if self._sure.keys() else "likely", "choice-empty"),)

    def commit(self, later: bool) -> None:
        """Save what is ticked."""
        self.context.write(save_ties, [self._ties[key] for key in self._ticked()], self.context.today())

    def _list(self, name: str, label: str, proposed: Sequence[ProposedTie], family: Family) -> CheckListField:
        field = CheckListField(ticked=name == "sure")
        words = self.context.words
        field.set_options([Option(_key(one), _sentence(one, family, words)) for one in proposed])
        self.form.add(name, label, field)
        self.form.row(name).setVisible(bool(proposed))
        return field

    def _ticked(self) -> tuple[str, ...]:
        return (*self._sure.value(), *self._likely.value())


def _key(proposed: ProposedTie) -> str:
    """What a draft keeps a tie by: a proposal is made anew each time, its people stay."""
    kind = "couple" if isinstance(proposed.tie, Couple) else "parent"
    return ":".join((kind, *sorted(proposed.tie.ends())))


def _sentence(proposed: ProposedTie, family: Family, words: Words) -> str:
    tie = proposed.tie
    if isinstance(tie, Couple):
        one, other = name_of(family, tie.one_id), name_of(family, tie.other_id)
        return words.tr("{one} and {other} live together", one=one, other=other)
    parent, child = name_of(family, tie.parent_id), name_of(family, tie.child_id)
    match tie.kind:
        case ParentKind.ADOPTIVE:
            return words.tr("{parent} adopted {child}", parent=parent, child=child)
        case ParentKind.FOSTER:
            return words.tr("{parent} is a foster parent of {child}", parent=parent, child=child)
        case _:
            return words.tr("{parent} is a parent of {child}", parent=parent, child=child)
