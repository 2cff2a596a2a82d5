"""What the windows about measures have in common."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app import labels
from app.core.errors import Problem
from app.core.records.measure import Measure
from app.ui.context import Context
from app.ui.stored_drafts import drafts_of
from app.ui.widgets.form_dialog import FormDialog


class MeasureDialog(FormDialog):
    """A form about the measures of one case, with its draft kept."""

    def __init__(
        self,
        context: Context,
        *,
        form: str,
        target: str,
        title: str,
        subtitle: str,
        save_text: str,
        parent: QWidget | None,
    ) -> None:
        super().__init__(
            context.words,
            title,
            partial(labels.problem, context.words),
            subtitle=subtitle,
            columns=2,
            drafts=drafts_of(context, form, target),
            save_text=save_text,
            parent=parent,
        )
        self.context = context
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)


def renamed(problems: tuple[Problem, ...], **names: str) -> tuple[Problem, ...]:
    """The problems at other fields: a form can ask once for what stands in two records."""
    return tuple(Problem(names.get(p.field, p.field), p.code, p.severity, p.values) for p in problems)


def others(measures: tuple[Measure, ...], *changed: Measure) -> tuple[Measure, ...]:
    """The measures of the case with those that are being changed left out."""
    ids = {measure.id for measure in changed}
    return tuple(measure for measure in measures if measure.id not in ids)
