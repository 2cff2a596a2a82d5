"""The extract of a plan for the provider of one measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from app.core import codec
from app.core.plan_extract import plan_extract, proposed_extract
from app.core.records.documents import DocumentMeasure, PlanDocument
from app.core.records.plan_extract import ExtractChoice
from app.reports.plan_extract_report import plan_extract_pdf
from app.services.documents import document_measure, letterhead
from app.services.plans import versions_of_case
from app.ui.context import Context
from app.ui.dialogs.choose_extract import ChooseExtract
from app.ui.prints.choice import PrintChoice
from app.ui.prints.file_name import FileName
from app.ui.prints.order import PrintOrder, family_warnings, told_to_family
from app.ui.widgets.button import Button
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.ui.widgets.text import Text
from app.ui.widgets.text_fields import LineField
from app.words import mark


class ExtractOfPlan(PrintChoice):
    """For one child: the measure, who gets the extract, and which goals and steps are theirs.

    The goals that are worked on and the steps that name the provider are proposed, of the latest version.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        words = context.words
        self._case_id = ""
        self._version: PlanDocument | None = None
        self._measures: dict[str, DocumentMeasure] = {}
        self._chosen: ExtractChoice | None = None
        self.measure = ChoiceField()
        self.measure.describe(words.tr("For which measure"), "")
        self.given_to = LineField(placeholder=words.tr("Who gets it"))
        self.given_to.describe(words.tr("Who gets it"), "")
        self.which = Text("", "quiet", wrap=True)
        self.choose = Button(words.tr("Choose goals and steps …"))
        for widget in (self.measure, self.given_to, self.which, self.choose):
            self.column.addWidget(widget)
        self.measure.edited.connect(self._on_measure)
        self.given_to.edited.connect(self.edited)
        self.choose.clicked.connect(self._on_choose)
        self.offer(())

    def offer(self, case_ids: Sequence[str]) -> None:
        """Offer the running measures of a single case."""
        case_id = case_ids[0] if len(case_ids) == 1 else ""
        issued = self.context.read(versions_of_case, case_id)[:1] if case_id else ()
        version = codec.from_text(issued[0].document, PlanDocument) if issued else None
        running = self.context.status(case_id).running if version else ()
        catalogue = self.context.catalogue
        self._measures = {measure.id: document_measure(measure, catalogue) for measure in running}
        language = self.context.words.language
        options = [Option(key, _measure_name(measure, language)) for key, measure in self._measures.items()]
        is_other = (case_id, version) != (self._case_id, self._version)
        self._case_id, self._version = case_id, version
        self.measure.set_options(options)
        if is_other or not self.measure.value():
            self.measure.set_value(options[0].key if options else "")
            self._propose()
        self._say(len(case_ids))

    def orders(self, case_ids: Sequence[str]) -> list[PrintOrder]:
        """The extract, once it is known who gets it."""
        measure = self._measures.get(self.measure.value())
        given_to = self.given_to.value()
        if self._version is None or measure is None or self._chosen is None or not given_to:
            return []
        return [extract_order(self.context, self._case_id, self._version, measure, given_to, self._chosen)]

    def reason(self) -> str:
        """Why there is no extract of this child's plan."""
        return self.which.text() if self._chosen is None else ""

    def _propose(self) -> None:
        measure = self._measures.get(self.measure.value())
        if measure is None or self._version is None:
            self._chosen = None
            return
        self.given_to.set_value(measure.provider)
        self._chosen = proposed_extract(self._version, measure.provider)

    def _say(self, children: int) -> None:
        """Which goals and steps it holds, or why there is no extract."""
        words, version = self.context.words, self._version
        for widget in (self.measure, self.given_to, self.choose):
            widget.setVisible(bool(self._measures))
        if version is not None and self._chosen is not None:
            goals, tasks = len(self._chosen.goals), len(self._chosen.tasks)
            parts = (
                words.tr("Of version {number}", number=version.number),
                words.tr("{n} of {count} goals", n=goals, count=len(version.goals)),
                words.trn("{n} step of the provider's", "{n} steps of the provider's", tasks)
                if tasks
                else words.tr("no step of the provider's"),
            )
            self.which.setText(", ".join(parts))
        elif children > 1:
            self.which.setText(words.tr("Choose one child: each provider gets an extract of its own."))
        elif children and version is None:
            self.which.setText(words.tr("Issue a version of the plan first: an extract is of a version."))
        elif children:
            self.which.setText(words.tr("No measure is running."))
        else:
            self.which.setText("")

    def _on_measure(self) -> None:
        self._propose()
        self._say(1)
        self.edited.emit()

    def _on_choose(self) -> None:
        if self._version is None or self._chosen is None:
            return
        dialog = ChooseExtract(self.context.words, self._version, self._chosen, self)
        dialog.saved.connect(partial(self._on_chosen, dialog))
        dialog.open()

    def _on_chosen(self, dialog: ChooseExtract) -> None:
        self._chosen = dialog.choice()
        self._say(1)
        self.edited.emit()


def extract_order(
    context: Context,
    case_id: str,
    version: PlanDocument,
    measure: DocumentMeasure,
    given_to: str,
    choice: ExtractChoice,
) -> PrintOrder:
    """The extract of an issued version for one provider."""
    head = context.read(letterhead, context.today())
    told = told_to_family(context, case_id, plan_extract(version, measure, given_to, choice, head))
    document = replace(told, measure=measure, given_to=given_to)  # who gets it knows where they are themselves
    title = context.words.tr("Extract of version {number} for {who}", number=document.version, who=given_to)
    return PrintOrder(
        title=title,
        code=f"extract v{document.version}",
        draws=(partial(plan_extract_pdf, document),),
        file_name=FileName(mark("forlaens-plan-v{number}-extract-{date}.pdf"), context.today(), document.version),
        case_ids=(case_id,),
        warnings=family_warnings(context, case_id, document),
    )


def _measure_name(measure: DocumentMeasure, language: str) -> str:
    return " · ".join(part for part in (measure.name.of(language), measure.provider.strip()) if part)
