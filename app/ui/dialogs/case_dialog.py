"""What the windows about a case as a whole have in common."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app import labels
from app.ui.context import Context
from app.ui.stored_drafts import drafts_of
from app.ui.widgets.form_dialog import FormDialog


class CaseDialog(FormDialog):
    """A form about one case, or about one that is to be, with its draft kept."""

    def __init__(
        self,
        context: Context,
        *,
        form: str,
        target: str,
        title: str,
        subtitle: str,
        save_text: str,
        columns: int = 2,
        parent: QWidget | None,
    ) -> None:
        super().__init__(
            context.words,
            title,
            partial(labels.problem, context.words),
            subtitle=subtitle,
            columns=columns,
            drafts=drafts_of(context, form, target),
            save_text=save_text,
            parent=parent,
        )
        self.context = context
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
