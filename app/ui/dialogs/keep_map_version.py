"""Say when, by whom and from whose view a map was drawn, and keep it as a version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.checks.network import check_map
from app.core.errors import Problem
from app.core.records.documents import NetworkDocument
from app.core.records.network import NetworkMap
from app.services.caseload import caseworker
from app.services.documents import network_document
from app.services.network_maps import keep_version, next_number, save_map, versions_of_case
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.widgets.date_field import DateField
from app.ui.widgets.text_fields import SuggestField


class KeepMapVersion(DraftDialog):
    """Keeps the working map `drawn` as a frozen version, or only notes how it was drawn."""

    def __init__(self, context: Context, drawn: NetworkMap, child: str, parent: QWidget | None = None) -> None:
        words, worker = context.words, context.read(caseworker).name
        self._number = context.read(next_number, drawn.case_id)
        super().__init__(
            context,
            form="keep-map",
            target=drawn.case_id,
            title=words.tr("Keep version {number} of the map", number=self._number),
            subtitle=words.tr("A version stays as it is. You go on drawing on the working map."),
            save_text=words.tr("Keep this version"),
            later_text=words.tr("Only note this"),
            parent=parent,
        )
        self._drawn = drawn
        self.form.add("drawn_on", words.tr("Drawn on"), DateField(words, context.today()), required=True)
        self.form.add("drawn_by", words.tr("Drawn by"), SuggestField([worker]))
        self.form.add("viewpoint", words.tr("From whose view"), SuggestField([child]))
        self.form.set_values(
            {
                "drawn_on": self._day(),
                "drawn_by": drawn.drawn_by or worker,
                "viewpoint": drawn.viewpoint or child,
            }
        )
        self.offer_draft()

    def _day(self) -> date:
        """When the map was drawn as far as is known; today where a version of that day was kept already."""
        kept = {version.drawn_on for version in self.context.read(versions_of_case, self._drawn.case_id)}
        noted, today = self._drawn.drawn_on, self.context.today()
        return today if noted is None or noted in kept else noted

    def check(self, later: bool) -> Sequence[Problem]:
        """A day that has come, and the rules of a map."""
        noted = self._noted()
        if noted.drawn_on is None:
            return (Problem("drawn_on", "day-empty"),)
        if noted.drawn_on > self.context.today():
            return (Problem("drawn_on", "map-in-future"),)
        return check_map(noted)

    def commit(self, later: bool) -> None:
        """Keep the version, or save how the map was drawn."""
        context, noted = self.context, self._noted()
        if later or noted.drawn_on is None:
            context.write(save_map, noted, context.today())
            return
        document: NetworkDocument = context.read(
            network_document, noted.case_id, context.catalogue, context.today(), number=self._number
        )
        kept = replace(document, drawn_on=noted.drawn_on, drawn_by=noted.drawn_by, viewpoint=noted.viewpoint)
        context.write(keep_version, noted.case_id, kept, noted.drawn_on)

    def _noted(self) -> NetworkMap:
        return replace(self._drawn, **self.form.values())  # type: ignore[arg-type]  # fields give what they hold
