"""Draw a line between two people of the network map."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.core import network_editing as editing
from app.core.errors import Problem
from app.core.records.network import NetworkMap, RelationQuality, Support
from app.core.records.person import Person
from app.services.network_maps import save_map
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.edit_map_person import quality_options, support_options
from app.ui.widgets.choice_fields import ChoiceField, Option


class EditRelation(DraftDialog):
    """The form for the line from one person of the map to another; `other` is "" for a line not drawn yet."""

    def __init__(
        self,
        context: Context,
        drawn: NetworkMap,
        names: dict[str, str],
        one: str,
        other: str = "",
        parent: QWidget | None = None,
    ) -> None:
        words = context.words
        super().__init__(
            context,
            form="map-relation",
            target=f"{one}:{other}",
            title=words.tr("Line from {name}", name=names[one]),
            window=words.tr("Line"),
            parent=parent,
        )
        self._drawn, self._names, self._one = drawn, names, one
        others = [Option(place.id, names[place.id]) for place in drawn.people if place.id != one]
        self._other = self.form.add("other", words.tr("To"), ChoiceField(others, empty=words.tr("Choose")))
        self._quality = self.form.add("quality", words.tr("Line"), ChoiceField(quality_options(words)))
        self._support = self.form.add("support", words.tr("Support"), ChoiceField())
        self._other.edited.connect(self._show_line)
        self._other.set_value(other)
        self._show_line()
        self.form.restored.connect(self._offer_support)
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """Somebody to draw it to."""
        return () if self._other.value() else (Problem("other", "choice-empty"),)

    def commit(self, later: bool) -> None:
        """Save the map with the line, or without it."""
        quality = RelationQuality(self._quality.value()) if self._quality.value() else None
        support = Support(self._support.value() or Support.NONE)
        drawn = editing.with_line(self._drawn, self._one, self._other.value(), quality, support)
        self.context.write(save_map, drawn, self.context.today(), ())

    def _show_line(self) -> None:
        """Show the line there is to the other one; an ordinary one is proposed where there is none."""
        self._offer_support()
        other = self._other.value()
        line = editing.line_between(self._drawn, self._one, other) if other else None
        self._quality.set_value(line.quality if line else RelationQuality.ORDINARY)
        self._support.set_value(editing.support_seen_from(line, self._one) if line else Support.NONE)

    def _offer_support(self) -> None:
        words = self.context.words
        other = self._names.get(self._other.value(), words.tr("the other"))
        self._support.set_options(support_options(words, self._names[self._one], other))


def names_on_map(people: dict[str, Person], drawn: NetworkMap) -> dict[str, str]:
    """What each place of the map is called."""
    return {place.id: people[place.person_id].name or place.role for place in drawn.people}
